import { fail, ok, type Result } from "../base/index.ts"
import { recordDocument } from "./record-schema.ts"
import type { RecordDocument } from "./record-wire.ts"

/**
 * A record read back from its JSON, or the first thing that is wrong with it, in plain words. Spans are not held
 * against the texts: whoever shows a place looks whether it is there.
 */
export function decodeRecord(json: unknown): Result<RecordDocument, string> {
  const decoded = recordDocument.safeParse(json)
  if (decoded.success) return ok(decoded.data)
  const issue = decoded.error.issues[0]!
  return fail(`${issue.path.join(".") || "the document"}: ${issue.message}`)
}
