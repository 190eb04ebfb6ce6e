import { readFileSync, statSync } from "node:fs"
import { resolve } from "node:path"
import { decodeExtractRequest, documentOfFile, encodeExtract, type LineFailure } from "../../api/index.ts"
import { fail, ok, type Result } from "../../base/index.ts"
import { intakeLimits, type SourceDocument } from "../../intake/index.ts"
import type { CommandSpec } from "../command-spec.ts"
import { runLineFilter } from "../filter.ts"

/** A page to an article, one JSON line each. */
export const extractCommand: CommandSpec = {
  name: "extract",
  summary: "a page to an article: JSON Lines {id, html|file|text, url?, headers?} in, one article a line out",
  configure: (command) => {
    command
      .option("--explain", "add what was dropped, with the step, the reason and the score")
      .addHelpText(
        "after",
        '\nExample:\n  echo \'{"id":"1","file":"page.html"}\' | variorum extract --explain\n',
      )
  },
  run: (io, _operands, options) =>
    runLineFilter(
      io,
      (json) => requestedDocument(json, io.workingFolder),
      (document) => encodeExtract(document, options.explain === true),
    ),
}

function requestedDocument(json: unknown, folder: string): Result<SourceDocument, LineFailure> {
  const request = decodeExtractRequest(json)
  if (!request.ok) return request
  if (request.value.kind === "document") return ok(request.value.document)
  const { file } = request.value
  try {
    const path = resolve(folder, file)
    const stat = statSync(path)
    if (!stat.isFile()) return fail({ kind: "unreadable", message: `${file} is not a file; name a file` })
    if (stat.size > intakeLimits.documentBytesMax) {
      const limit = `${intakeLimits.documentBytesMax >> 20} MiB`
      return fail({ kind: "too-large", message: `${file} is larger than ${limit}; split it` })
    }
    return documentOfFile(request.value, readFileSync(path))
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT"
    if (missing) return fail({ kind: "not-found", message: `${file} was not found; check the name` })
    return fail({ kind: "unreadable", message: `${file} could not be read; check that you may read it` })
  }
}
