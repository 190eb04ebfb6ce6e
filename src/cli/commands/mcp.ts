import { fail, ok, type Result } from "../../base/index.ts"
import type { RecordSource } from "../../mcp/index.ts"
import { archiveOperand, isArchive } from "../archive-operand.ts"
import { bringUpToDate, toolName } from "../archive-record.ts"
import type { CommandSpec } from "../command-spec.ts"
import { exitStatus, type Io } from "../io.ts"
import { packageVersion } from "../package-folder.ts"
import { progressOn } from "../progress.ts"
import { recordOf } from "./record.ts"
import { documentOf } from "./serve.ts"

/** The record for assistants that speak the Model Context Protocol. */
export const mcpCommand: CommandSpec = {
  name: "mcp",
  summary:
    "let an assistant read a record or an archive: a Model Context Protocol server on standard input and output",
  configure: (command) =>
    void command
      .argument(
        "[input...]",
        "a document that variorum record --json wrote, or files, folders and addresses to make a record of",
      )
      .option("--archive <archive>", "what an archive keeps: a folder, or postgres://user@host/database")
      .option(
        "--origin <address>",
        "where variorum serve shows the same record, to stand before every address: http://127.0.0.1:8080",
      )
      .addHelpText("after", examples),
  async run(io, operands, options) {
    const origin = originOf(options.origin)
    const fault = origin.ok ? operandFault(operands, options.archive) : origin.error
    if (!origin.ok || fault !== null) {
      io.writeErr(`variorum mcp: ${fault}\n`)
      return exitStatus.usage
    }
    const source = await sourceOf(io, operands, options.archive, origin.value)
    if (!source.ok) {
      io.writeErr(`variorum mcp: ${source.error}\n`)
      return exitStatus.failed
    }
    const { serveMcp } = await import("../../mcp/index.ts")
    await serveMcp(source.value, packageVersion(), {
      input: io.input,
      write: (text) => io.writeOut(text),
      complain: (line) => io.writeErr(`variorum mcp: ${line}\n`),
    })
    await source.value.close()
    return exitStatus.ok
  },
}

const examples = `
Examples:
  variorum mcp record.json
  variorum mcp reports/
  variorum mcp --archive kept --origin http://127.0.0.1:8080

An assistant is told to start it: {"command": "variorum", "args": ["mcp", "--archive", "/path/to/kept"]}
`

function originOf(given: unknown): Result<string, string> {
  if (given === undefined) return ok("")
  const origin = URL.parse(String(given))
  const isOrigin = origin !== null && /^https?:$/.test(origin.protocol) && origin.pathname === "/"
  if (!isOrigin || origin.search !== "" || origin.hash !== "")
    return fail("--origin takes an address like http://127.0.0.1:8080")
  return ok(origin.origin)
}

function operandFault(operands: readonly string[], archive: unknown): string | null {
  if (archive !== undefined)
    return operands.length > 0
      ? "--archive takes no inputs beside it: put them there with variorum add"
      : null
  if (operands.length === 0) return "say of what: a record, files or folders, or --archive"
  return operands.includes("-") ? "standard input is the assistant's: give a file" : null
}

async function sourceOf(
  io: Io,
  operands: readonly string[],
  given: unknown,
  origin: string,
): Promise<Result<RecordSource, string>> {
  const { archiveSource, documentSource } = await import("../../mcp/index.ts")
  const location = given ?? (operands.length === 1 && isArchive(operands[0]!, io) ? operands[0] : undefined)
  if (location !== undefined) {
    const { openArchive } = await import("../../store/index.ts")
    const opened = await openArchive(archiveOperand(location, io), false)
    if (!opened.ok) return opened
    await bringUpToDate(opened.value, io, progressOn(io, true))
    return ok(archiveSource(opened.value, toolName(), origin))
  }
  const document = await documentOf(io, operands)
  if (document !== null && !document.ok) return document
  const made = document ?? ok((await recordOf(operands, io, progressOn(io, false))).document)
  return ok(documentSource(made.value, origin))
}
