import type { Capture } from "../intake/index.ts"
import { addCaptures, captureAt } from "./captures.ts"
import { type Archive, inTransaction } from "./open-archive.ts"
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

/** Puts pages on the plan, due at once. Those that are on it already stay as they are. Gives the number of new ones. */
export function watchPages(archive: Archive, addresses: readonly string[], atMs: number): number {
  const { database } = archive
  return inTransaction(database, () => {
    const insert = database.prepare(
      "INSERT INTO watched (address, interval_ms, next_at_ms) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
    )
    return addresses.reduce(
      (sum, address) => sum + Number(insert.run(address, firstIntervalMs, atMs).changes),
      0,
    )
  })
}

/** The pages due, the longest due first. */
export function duePages(archive: Archive, atMs: number, pagesMax: number): readonly WatchedPage[] {
  return archive.database
    .prepare("SELECT * FROM watched WHERE next_at_ms <= ? ORDER BY next_at_ms, address LIMIT ?")
    .all(atMs, pagesMax)
    .map((row) => ({
      address: String(row.address),
      intervalMs: Number(row.interval_ms),
      etag: row.etag === null ? null : String(row.etag),
      lastModified: row.last_modified === null ? null : String(row.last_modified),
      latest: row.latest_seq === null ? null : captureAt(archive, Number(row.latest_seq)),
    }))
}

/** When the next page is due, in milliseconds since 1970, or null where none is watched. */
export function nextDueMs(archive: Archive): number | null {
  const row = archive.database.prepare("SELECT min(next_at_ms) AS next FROM watched").get()
  return row?.next === null || row?.next === undefined ? null : Number(row.next)
}

/** Notes a poll, keeps what it saw, and plans the next. What was seen before is never touched. */
export function notePoll(archive: Archive, page: WatchedPage, poll: Poll): void {
  const { database } = archive
  const kept = poll.capture === null ? null : addCaptures(archive, [poll.capture], poll.at)[0]!
  inTransaction(database, () => {
    const latest = poll.outcome === "failed" ? null : (kept?.seq ?? null)
    const intervalMs = nextIntervalMs(page.intervalMs, poll.outcome, poll.retryAfterMs)
    database
      .prepare("INSERT INTO poll (address, at, outcome, detail, seq) VALUES (?, ?, ?, ?, ?)")
      .run(page.address, poll.at, poll.outcome, poll.detail, kept?.seq ?? null)
    database
      .prepare(
        "UPDATE watched SET interval_ms = ?, next_at_ms = ?, etag = ?, last_modified = ?, latest_seq = coalesce(?, latest_seq) WHERE address = ?",
      )
      .run(intervalMs, poll.atMs + intervalMs, poll.etag, poll.lastModified, latest, page.address)
  })
}
