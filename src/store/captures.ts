import type { SQLOutputValue } from "node:sqlite"
import { constants, zstdCompressSync, zstdDecompressSync } from "node:zlib"
import { sha256Hex } from "../base/index.ts"
import type { Capture, CapturedAnswer } from "../intake/index.ts"
import { type ChainEntry, chainHash, chainStart } from "./hash-chain.ts"
import { type Archive, inTransaction } from "./open-archive.ts"

export interface KeptCapture {
  readonly capture: Capture
  readonly sha256: string
  /** Its place in the archive. */
  readonly seq: number
  /** False: the same bytes from the same place at the same time were there already. */
  readonly isNew: boolean
}

/**
 * Keeps `captures` in one transaction: all or none of them. When it returns they outlive a killed process and a
 * power cut. `addedAt` is ISO 8601.
 */
export function addCaptures(
  archive: Archive,
  captures: readonly Capture[],
  addedAt: string,
): readonly KeptCapture[] {
  const { database } = archive
  return inTransaction(database, () => {
    const last = database.prepare("SELECT seq, hash FROM capture ORDER BY seq DESC LIMIT 1").get()
    let seq = Number(last?.seq ?? 0)
    let head = String(last?.hash ?? chainStart)
    const find = database.prepare(
      "SELECT seq FROM capture WHERE kind = ? AND name = ? AND sha256 = ? AND coalesce(captured_at, '') = ?",
    )
    const insert = database.prepare("INSERT INTO capture VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    return captures.map((capture) => {
      const { kind, name, mediaType, charset, capturedAt } = capture
      const sha256 = sha256Hex(capture.bytes)
      const known = find.get(kind, name, sha256, capturedAt ?? "")
      if (known) return { capture, sha256, seq: Number(known.seq), isNew: false }
      addBlob(archive, sha256, capture.bytes)
      const recordId = capture.recordId ?? null
      const answer = capture.answer ? JSON.stringify(capture.answer) : null
      seq++
      const previous = head
      const entry: ChainEntry = {
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
      }
      head = chainHash(entry)
      const row = [kind, name, sha256, mediaType, charset, capturedAt, answer, recordId, addedAt, previous]
      insert.run(seq, ...row, head)
      return { capture, sha256, seq, isNew: true }
    })
  })
}

/** The hash of the newest capture: noted elsewhere, it proves later that none before it was changed or taken out. */
export function archiveHead(archive: Archive): string {
  const row = archive.database.prepare("SELECT hash FROM capture ORDER BY seq DESC LIMIT 1").get()
  return row ? String(row.hash) : chainStart
}

/** The chain in its order, without the bytes. Holds one entry at a time. */
export function* readChain(archive: Archive): Generator<ChainEntry & { readonly hash: string }> {
  for (const row of archive.database.prepare("SELECT * FROM capture ORDER BY seq").iterate())
    yield entryOf(row)
}

function entryOf(row: Readonly<Record<string, SQLOutputValue>>): ChainEntry & { readonly hash: string } {
  return {
    seq: Number(row.seq),
    previous: String(row.previous),
    kind: String(row.kind),
    name: String(row.name),
    sha256: String(row.sha256),
    mediaType: textOrNull(row.media_type),
    charset: textOrNull(row.charset),
    capturedAt: textOrNull(row.captured_at),
    answer: textOrNull(row.answer),
    recordId: textOrNull(row.record_id),
    addedAt: String(row.added_at),
    hash: String(row.hash),
  }
}

/** A capture as the archive keeps it. */
export interface ArchivedCapture {
  readonly capture: Capture
  /** ISO 8601. */
  readonly addedAt: string
  /** Its link of the chain. */
  readonly hash: string
}

/** Every capture with its bytes, oldest first. A capture whose bytes are gone or damaged is left out: see verify. */
export function* readCaptures(archive: Archive): Generator<ArchivedCapture> {
  for (const entry of readChain(archive)) {
    const capture = captureOf(archive, entry)
    if (capture) yield { capture, addedAt: entry.addedAt, hash: entry.hash }
  }
}

/** The capture at that place of the archive, or null where it, or its bytes, are not there. */
export function captureAt(archive: Archive, seq: number): Capture | null {
  const row = archive.database.prepare("SELECT * FROM capture WHERE seq = ?").get(seq)
  return row ? captureOf(archive, entryOf(row)) : null
}

function captureOf(archive: Archive, entry: ChainEntry): Capture | null {
  const bytes = readBlob(archive, entry.sha256)
  if (bytes === null) return null
  const { name, mediaType, charset, capturedAt, recordId } = entry
  const kind = entry.kind as Capture["kind"]
  const answer = entry.answer === null ? null : (JSON.parse(entry.answer) as CapturedAnswer)
  const known = { ...(answer ? { answer } : {}), ...(recordId === null ? {} : { recordId }) }
  return { kind, name, bytes, mediaType, charset, capturedAt, ...known }
}

/** The bytes of that name, or null where they are missing or cannot be unpacked. */
export function readBlob(archive: Archive, sha256: string): Uint8Array | null {
  const row = archive.database.prepare("SELECT size, coding, bytes FROM blob WHERE sha256 = ?").get(sha256)
  if (!row || !(row.bytes instanceof Uint8Array)) return null
  if (row.coding === "none") return row.bytes
  try {
    return zstdDecompressSync(row.bytes, { maxOutputLength: Number(row.size) })
  } catch {
    return null
  }
}

function addBlob(archive: Archive, sha256: string, bytes: Uint8Array): void {
  const { database } = archive
  if (database.prepare("SELECT 1 FROM blob WHERE sha256 = ?").get(sha256)) return
  const packed = zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 3 } })
  const smaller = packed.length < bytes.length
  database
    .prepare("INSERT INTO blob VALUES (?, ?, ?, ?)")
    .run(sha256, bytes.length, smaller ? "zstd" : "none", smaller ? packed : bytes)
}

function textOrNull(value: SQLOutputValue | undefined): string | null {
  return value === null || value === undefined ? null : String(value)
}
