import { sha256Hex } from "../base/index.ts"

/** What one link of the chain vouches for: all that the archive says of a capture, and the link before. */
export interface ChainEntry {
  /** From 1, without gaps. */
  readonly seq: number
  /** The hash of the entry before; of the first, `chainStart`. */
  readonly previous: string
  readonly kind: string
  readonly name: string
  readonly sha256: string
  readonly mediaType: string | null
  readonly charset: string | null
  readonly capturedAt: string | null
  /** The server's answer as JSON, or null. */
  readonly answer: string | null
  readonly recordId: string | null
  readonly addedAt: string
}

/** The head of an archive without captures. */
export const chainStart = sha256Hex("variorum-archive/1")

/**
 * The hash that names an entry and, through `previous`, all before it: a capture taken out, changed, or slipped in
 * changes every later hash. SHA-256 of the entry as a JSON array in this order.
 */
export function chainHash(entry: ChainEntry): string {
  const { seq, previous, kind, name, sha256, mediaType, charset, capturedAt, answer, recordId, addedAt } =
    entry
  return sha256Hex(
    JSON.stringify([
      seq,
      previous,
      kind,
      name,
      sha256,
      mediaType,
      charset,
      capturedAt,
      answer,
      recordId,
      addedAt,
    ]),
  )
}
