import type { Capture } from "../intake/index.ts"
import { appendCaptures } from "./captures.ts"
import { insertRows, type Row, type Transaction, textOrNull } from "./database.ts"
import type { Archive } from "./open-archive.ts"
import { firstIntervalMs, nextIntervalMs, type PollOutcome } from "./poll-plan.ts"

/** A page that is polled, as it stands before its next poll. */
export interface WatchedPage {
  readonly address: string
  readonly intervalMs: number
  readonly etag: string | null
  readonly lastModified: string | null
  /** What was seen last, or null before the first. */
  readonly latest: SeenCapture | null
}

/** A capture by its place, and what says whether a page is the same and where it was. */
export interface SeenCapture {
  readonly seq: number
  readonly name: string
  readonly sha256: string
}

/** What a poll brought. */
export interface Poll {
  readonly outcome: PollOutcome
  /** ISO 8601. */
  readonly at: string
  readonly atMs: number
  /** Why it failed, or what a change touches; null where there is nothing to say. */
  readonly detail: string | null
  /** What was seen, where the bytes are others than before. */
  readonly capture: Capture | null
  readonly etag: string | null
  readonly lastModified: string | null
  readonly retryAfterMs: number | null
}

/** An address of more bytes is neither watched nor noted for later: a database has no room for it in an index. */
export const addressBytesMax = 2_000

/** A sentence for the user on an address that is too long to be watched or noted, or null. */
export function addressFault(address: string): string | null {
  const bytes = Buffer.byteLength(address)
  if (bytes <= addressBytesMax) return null
  return `${address.slice(0, 60)}… has ${bytes} bytes, and an address may have ${addressBytesMax}`
}

/**
 * Puts pages on the plan, due at once. Those that are on it already stay as they are, those that
 * are too long (see `addressFault`) are left out. Gives the number of new ones.
 */
export function watchPages(archive: Archive, addresses: readonly string[], atMs: number): Promise<number> {
  const rows = [...new Set(addresses)]
    .filter((address) => addressFault(address) === null)
    .map((address) => ({ address, interval_ms: firstIntervalMs, next_at_ms: atMs }))
  return archive.database.transaction((inside) =>
    insertRows(inside, "watched", rows, "ON CONFLICT DO NOTHING"),
  )
}

/** The addresses of the pages due, the longest due first. */
export async function dueAddresses(
  archive: Archive,
  atMs: number,
  pagesMax: number,
): Promise<readonly string[]> {
  const rows = await archive.database.query(
    "SELECT address FROM watched WHERE next_at_ms <= $1 ORDER BY next_at_ms, address LIMIT $2",
    [atMs, pagesMax],
  )
  return rows.map((row) => String(row.address))
}

/** The page of that address where it is due, or null. */
export async function duePage(archive: Archive, address: string, atMs: number): Promise<WatchedPage | null> {
  const [row] = await archive.database.query(
    `SELECT watched.*, name, sha256 FROM watched LEFT JOIN capture ON capture.seq = latest_seq
      AND capture.seq NOT IN (SELECT seq FROM tombstone)
      WHERE address = $1 AND next_at_ms <= $2`,
    [address, atMs],
  )
  return row ? watchedPage(row) : null
}

function watchedPage(row: Row): WatchedPage {
  const sha256 = textOrNull(row.sha256)
  return {
    address: String(row.address),
    intervalMs: Number(row.interval_ms),
    etag: textOrNull(row.etag),
    lastModified: textOrNull(row.last_modified),
    latest: sha256 === null ? null : { seq: Number(row.latest_seq), name: String(row.name), sha256 },
  }
}

/** When the next page is due, in milliseconds since 1970, or null where none is watched. */
export async function nextDueMs(archive: Archive): Promise<number | null> {
  const [row] = await archive.database.query("SELECT min(next_at_ms) AS next FROM watched")
  return row?.next === null || row?.next === undefined ? null : Number(row.next)
}

/** A page and what its poll brought. */
export interface PolledPage {
  readonly page: WatchedPage
  readonly poll: Poll
}

/**
 * Keeps what polls of different pages saw, notes them, and plans the next, all at once. What was seen before is never
 * touched.
 */
export function notePolls(archive: Archive, polled: readonly PolledPage[]): Promise<void> {
  return archive.database.transaction((inside) => notePollsWithin(inside, polled))
}

/** The same as a part of the caller's transaction. */
export async function notePollsWithin(inside: Transaction, polled: readonly PolledPage[]): Promise<void> {
  const rows: Row[] = []
  for (const { page, poll } of polled) {
    const { address } = page
    const { at, atMs, outcome, detail, capture, etag, lastModified } = poll
    const kept = await appendCaptures(inside, capture === null ? [] : [capture], at)
    const seq = kept[0]?.seq ?? null
    const latest = outcome === "failed" ? null : seq
    const intervalMs = nextIntervalMs(page.intervalMs, outcome, poll.retryAfterMs)
    rows.push({ address, at, outcome, detail, seq })
    await inside.run(
      "UPDATE watched SET interval_ms = $1, next_at_ms = $2, etag = $3, last_modified = $4, latest_seq = coalesce($5, latest_seq) WHERE address = $6",
      [intervalMs, atMs + intervalMs, etag, lastModified, latest, address],
    )
  }
  await insertRows(inside, "poll", rows, "ON CONFLICT DO NOTHING")
}
