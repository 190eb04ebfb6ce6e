import { fail, ok, type Result } from "../base/index.ts"
import { diffVersions } from "../collation/index.ts"
import { type AnalysedReport, readReport } from "../language/index.ts"
import { articleOfRequest } from "./read-wire.ts"

/** A line of `variorum diff`: two versions of one page's text. */
export interface DiffRequest {
  readonly before: string
  readonly after: string
}

/** Decodes `{id, before, after}`. */
export function decodeDiffRequest(
  json: unknown,
): Result<DiffRequest, { readonly kind: string; readonly message: string }> {
  if (typeof json !== "object" || json === null)
    return fail({ kind: "bad-input", message: "the line is not an object" })
  const { before, after } = json as Readonly<Record<string, unknown>>
  if (typeof before !== "string") return fail({ kind: "bad-input", message: "before is not a string" })
  if (typeof after !== "string") return fail({ kind: "bad-input", message: "after is not a string" })
  return ok({ before, after })
}

/** The edits between two versions, and how many of them are trivial. */
export function encodeDiff({ before, after }: DiffRequest): object {
  const edits = diffVersions(versionOf(before), versionOf(after))
  return {
    edits: edits.map(({ before, after, kind, touches }) => ({ before, after, kind, touches })),
    trivial: edits.filter(({ trivial }) => trivial).length,
  }
}

function versionOf(text: string): AnalysedReport {
  const unknown = { id: null, url: null, title: null, published: null, outlet: null, language: null }
  const article = articleOfRequest({ ...unknown, text })
  return { article, analysis: readReport(article, { explain: false }) }
}
