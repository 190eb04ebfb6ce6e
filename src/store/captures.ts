import { sha256Hex } from "../base/index.ts"
import type { Capture, CapturedAnswer } from "../intake/index.ts"
import { addBlobs, readBlob } from "./blobs.ts"
import { captureIdentity } from "./capture-identity.ts"
import {
  insertRows,
  placeholders,
  type Queryable,
  type Row,
  type Transaction,
  textOrNull,
  valuesMax,
} from "./database.ts"
import { type ChainEntry, chainHash, chainStart } from "./hash-chain.ts"
import type { Archive } from "./open-archive.ts"
import { removedAmong } from "./removals.ts"

export interface KeptCapture {
  readonly capture: Capture
  readonly sha256: string
  /** Its place in the archive. */
  readonly seq: number
  /** False: the same bytes from the same place at the same time were there already, or were taken out. */
  readonly isNew: boolean
  /** Whether it was taken out, for a reason that the archive knows; it is not kept again. */
  readonly isRemoved: boolean
}

/**
 * Keeps `captures` in one transaction: all or none of them. When it resolves they outlive a killed process and a
 * power cut. `addedAt` is ISO 8601. Order is by place in the chain, never by a clock.
 */
export function addCaptures(
  archive: Archive,
  captures: readonly Capture[],
  addedAt: string,
): Promise<readonly KeptCapture[]> {
  return archive.database.transaction((inside) => appendCaptures(inside, captures, addedAt))
}

/** The same as a part of the caller's transaction. */
export async function appendCaptures(
  inside: Transaction,
  captures: readonly Capture[],
  addedAt: string,
): Promise<readonly KeptCapture[]> {
  if (captures.length === 0) return []
  await inside.lock("chain")
  const named = captures.map((capture) => nameCapture(capture))
  const seqByIdentity = await knownCaptures(
    inside,
    named.map(({ identity }) => identity),
  )
  const removed = await removedAmong(inside, [...seqByIdentity.values()])
  const [last] = await inside.query("SELECT seq, hash FROM capture ORDER BY seq DESC LIMIT 1")
  let seq = Number(last?.seq ?? 0)
  let head = String(last?.hash ?? chainStart)
  const added: { readonly entry: ChainEntry; readonly hash: string; readonly one: NamedCapture }[] = []
  const kept = named.map((one): KeptCapture => {
    const known = seqByIdentity.get(one.identity)
    const { capture, sha256 } = one
    if (known !== undefined)
      return { capture, sha256, seq: known, isNew: false, isRemoved: removed.has(known) }
    const entry: ChainEntry = { seq: ++seq, previous: head, ...one.said, addedAt }
    head = chainHash(entry)
    seqByIdentity.set(one.identity, seq)
    added.push({ entry, hash: head, one })
    return { capture, sha256, seq, isNew: true, isRemoved: false }
  })
  await addBlobs(
    inside,
    added.map(({ one }) => ({ sha256: one.sha256, bytes: one.capture.bytes })),
  )
  await insertRows(
    inside,
    "capture",
    added.map(({ entry, hash }) => captureRow(entry, hash)),
  )
  await insertRows(
    inside,
    "capture_identity",
    added.map(({ entry, one }) => ({ identity: one.identity, seq: entry.seq })),
  )
  return kept
}

/** A capture with all that the chain says of it. */
interface NamedCapture {
  readonly capture: Capture
  readonly sha256: string
  readonly identity: string
  readonly said: Omit<ChainEntry, "seq" | "previous" | "addedAt">
}

function nameCapture(capture: Capture): NamedCapture {
  const sha256 = sha256Hex(capture.bytes)
  const said = {
    kind: capture.kind,
    name: storable(capture.name),
    sha256,
    mediaType: storableOrNull(capture.mediaType),
    charset: storableOrNull(capture.charset),
    capturedAt: storableOrNull(capture.capturedAt),
    answer: capture.answer ? JSON.stringify(capture.answer) : null,
    recordId: storableOrNull(capture.recordId ?? null),
  }
  return { capture, sha256, identity: captureIdentity(said.kind, said.name, sha256, said.capturedAt), said }
}

/** Text as every database gives it back: half a character or a zero byte would change, and break the chain. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll("\0", "\ufffd")
}

function storableOrNull(text: string | null): string | null {
  return text === null ? null : storable(text)
}

async function knownCaptures(inside: Queryable, identities: readonly string[]): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  for (let at = 0; at < identities.length; at += valuesMax) {
    const some = identities.slice(at, at + valuesMax)
    const sql = `SELECT identity, seq FROM capture_identity WHERE identity IN (${placeholders(some.length)})`
    for (const row of await inside.query(sql, some)) found.set(String(row.identity), Number(row.seq))
  }
  return found
}

/** An entry as a row of the table. */
export function captureRow(entry: ChainEntry, hash: string): Row {
  return {
    seq: entry.seq,
    kind: entry.kind,
    name: entry.name,
    sha256: entry.sha256,
    media_type: entry.mediaType,
    charset: entry.charset,
    captured_at: entry.capturedAt,
    answer: entry.answer,
    record_id: entry.recordId,
    added_at: entry.addedAt,
    previous: entry.previous,
    hash,
  }
}

/** The hash of the newest capture: noted elsewhere, it proves later that none before it was changed or taken out. */
export async function archiveHead(archive: Archive): Promise<string> {
  const [row] = await archive.database.query("SELECT hash FROM capture ORDER BY seq DESC LIMIT 1")
  return row ? String(row.hash) : chainStart
}

/** The chain in its order, without the bytes. Holds one entry at a time. */
export async function* readChain(archive: Archive): AsyncGenerator<ChainEntry & { readonly hash: string }> {
  for await (const row of archive.database.iterate("SELECT * FROM capture ORDER BY seq")) yield entryOf(row)
}

function entryOf(row: Row): ChainEntry & { readonly hash: string } {
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
export async function* readCaptures(archive: Archive): AsyncGenerator<ArchivedCapture> {
  for await (const entry of readChain(archive)) {
    const capture = await captureAt(archive.database, entry.seq)
    if (capture) yield { capture, addedAt: entry.addedAt, hash: entry.hash }
  }
}

/** The capture at that place of the archive, or null where it or its bytes are not there, or were taken out. */
export async function captureAt(inside: Queryable, seq: number): Promise<Capture | null> {
  const [row] = await inside.query(
    "SELECT * FROM capture WHERE seq = $1 AND seq NOT IN (SELECT seq FROM tombstone)",
    [seq],
  )
  return row ? captureOf(inside, entryOf(row)) : null
}

async function captureOf(inside: Queryable, entry: ChainEntry): Promise<Capture | null> {
  const bytes = await readBlob(inside, entry.sha256)
  if (bytes === null) return null
  const { name, mediaType, charset, capturedAt, recordId } = entry
  const kind = entry.kind as Capture["kind"]
  const answer = entry.answer === null ? null : (JSON.parse(entry.answer) as CapturedAnswer)
  const known = { ...(answer ? { answer } : {}), ...(recordId === null ? {} : { recordId }) }
  return { kind, name, bytes, mediaType, charset, capturedAt, ...known }
}
