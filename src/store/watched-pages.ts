import type { Capture } from "../intake/index.ts"
import { appendCaptures, captureAt } from "./captures.ts"
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
  readonly latest: Capture | null
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
    "SELECT * FROM watched WHERE address = $1 AND next_at_ms <= $2",
    [address, atMs],
  )
  return row ? watchedPage(archive, row) : null
}

async function watchedPage(archive: Archive, row: Row): Promise<WatchedPage> {
  return {
    address: String(row.address),
    intervalMs: Number(row.interval_ms),
    etag: textOrNull(row.etag),
    lastModified: textOrNull(row.last_modified),
    latest: row.latest_seq === null ? null : await captureAt(archive.database, Number(row.latest_seq)),
  }
}

/** When the next page is due, in milliseconds since 1970, or null where none is watched. */
export async function nextDueMs(archive: Archive): Promise<number | null> {
  const [row] = await archive.database.query("SELECT min(next_at_ms) AS next FROM watched")
  return row?.next === null || row?.next === undefined ? null : Number(row.next)
}

/** Keeps what a poll saw, notes the poll, and plans the next, all at once. What was seen before is never touched. */
export function notePoll(archive: Archive, page: WatchedPage, poll: Poll): Promise<void> {
  return archive.database.transaction((inside) => notePollWithin(inside, page, poll))
}

/** The same as a part of the caller's transaction. */
export async function notePollWithin(inside: Transaction, page: WatchedPage, poll: Poll): Promise<void> {
  const kept = await appendCaptures(inside, poll.capture === null ? [] : [poll.capture], poll.at)
  const seq = kept[0]?.seq ?? null
  const latest = poll.outcome === "failed" ? null : seq
  const intervalMs = nextIntervalMs(page.intervalMs, poll.outcome, poll.retryAfterMs)
  const { address } = page
  const { at, outcome, detail } = poll
  await insertRows(inside, "poll", [{ address, at, outcome, detail, seq }], "ON CONFLICT DO NOTHING")
  await inside.run(
    "UPDATE watched SET interval_ms = $1, next_at_ms = $2, etag = $3, last_modified = $4, latest_seq = coalesce($5, latest_seq) WHERE address = $6",
    [intervalMs, poll.atMs + intervalMs, poll.etag, poll.lastModified, latest, address],
  )
}
