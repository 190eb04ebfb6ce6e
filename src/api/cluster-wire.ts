import { fail, ok, type Result } from "../base/index.ts"
import type { StreamedReport } from "../story/index.ts"

/** One line of `variorum cluster`: `{id, title?, text, published?}`. */
export function decodeStreamedReport(
  json: unknown,
): Result<StreamedReport, { readonly kind: string; readonly message: string }> {
  if (typeof json !== "object" || json === null)
    return fail({ kind: "bad-input", message: "the line is not an object" })
  const { id, title, text, published } = json as Readonly<Record<string, unknown>>
  const name = typeof id === "number" ? String(id) : id
  if (typeof name !== "string" || name === "")
    return fail({ kind: "bad-input", message: "id is missing; give each report one" })
  if (typeof text !== "string") return fail({ kind: "bad-input", message: "text is not a string" })
  return ok({
    id: name,
    title: typeof title === "string" && title !== "" ? title : null,
    text,
    published: typeof published === "string" && published !== "" ? published : null,
  })
}
