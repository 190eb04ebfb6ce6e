import { sha256Hex } from "../base/index.ts"
import { siteOf } from "../reuse/index.ts"
import { emptyBlobs } from "./blobs.ts"
import {
  type Database,
  insertRows,
  placeholders,
  type Queryable,
  type Row,
  type Transaction,
} from "./database.ts"
import type { Archive } from "./open-archive.ts"

/** What is to be taken out: all captures of an address or file name, of a site, of some bytes, or one capture. */
export type RemovalTarget =
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "site"; readonly site: string }
  | { readonly kind: "bytes"; readonly sha256: string }
  | { readonly kind: "capture"; readonly seq: number }

/** A removal as the archive keeps it. */
export interface Removal {
  /** From 1, without gaps. */
  readonly place: number
  readonly target: string
  readonly reason: string
  readonly removedBy: string
  /** ISO 8601. */
  readonly removedAt: string
  /** The places of the captures whose bytes are gone by it, ascending. */
  readonly captures: readonly number[]
  readonly previous: string
}

const removalStart = sha256Hex("variorum-removals/1")

/** The hash that names a removal and, through `previous`, all before it. */
export function removalHash(removal: Removal): string {
  const { place, target, reason, removedBy, removedAt, captures, previous } = removal
  return sha256Hex(JSON.stringify([place, target, reason, removedBy, removedAt, captures, previous]))
}

/** `site:` and a host, `capture:` and a place, a SHA-256 in hexadecimal digits; anything else is a name. */
export function removalTarget(word: string): RemovalTarget {
  const place = /^capture:(\d{1,15})$/.exec(word)
  if (place) return { kind: "capture", seq: Number(place[1]) }
  if (word.startsWith("site:"))
    return { kind: "site", site: siteOf(`https://${word.slice(5)}/`) ?? word.slice(5) }
  if (/^[0-9a-f]{64}$/.test(word)) return { kind: "bytes", sha256: word }
  return { kind: "name", name: word }
}

/**
 * Takes out what `word` names (see `removalTarget`), and notes who did so and why; what was made of it goes when the
 * record is next brought up to date. The
 * captures' entries stay in the chain, which holds as before. Bytes that another capture has too stay for that one. A
 * page that is named, or is of the site, is watched no more. Null where there is nothing of it.
 */
export async function removeCaptures(
  archive: Archive,
  word: string,
  by: { readonly reason: string; readonly removedBy: string; readonly removedAt: string },
): Promise<Removal | null> {
  const target = removalTarget(word)
  const removal = await archive.database.transaction(async (inside) => {
    // What the record is just taking in has been read before: it goes in first, or sees what was taken out.
    await inside.lock("record")
    await inside.lock("chain")
    const found = await capturesOf(inside, archive.database, target)
    const unwatched = await unwatch(inside, target)
    if (found.length === 0 && unwatched === 0) return null
    const [last] = await inside.query("SELECT place, hash FROM removal ORDER BY place DESC LIMIT 1")
    const removal: Removal = {
      place: Number(last?.place ?? 0) + 1,
      ...{ target: word, ...by },
      captures: found.map(({ seq }) => seq),
      previous: String(last?.hash ?? removalStart),
    }
    await insertRows(inside, "removal", [rowOf(removal)])
    await insertRows(
      inside,
      "tombstone",
      removal.captures.map((seq) => ({ seq, removal: removal.place })),
    )
    await emptyBlobs(
      inside,
      found.map(({ sha256 }) => sha256),
    )
    await removeDerived(inside, found)
    return removal
  })
  // What was overwritten must not be readable in the database's files.
  if (removal !== null) await archive.database.forget(["blob"])
  return removal
}

interface FoundCapture {
  readonly seq: number
  readonly name: string
  readonly sha256: string
}

async function capturesOf(
  inside: Queryable,
  database: Database,
  target: RemovalTarget,
): Promise<readonly FoundCapture[]> {
  const select = "SELECT seq, name, sha256 FROM capture WHERE seq NOT IN (SELECT seq FROM tombstone)"
  if (target.kind === "site") {
    // Read from outside the transaction, row by row; who adds a capture waits for the lock meanwhile.
    const found: FoundCapture[] = []
    for await (const row of database.iterate(`${select} AND kind = 'url' ORDER BY seq`)) {
      const capture = foundCapture(row)
      if (siteOf(capture.name) === target.site) found.push(capture)
    }
    return found
  }
  const rows =
    target.kind === "capture"
      ? await inside.query(`${select} AND seq = $1`, [target.seq])
      : target.kind === "bytes"
        ? await inside.query(`${select} AND sha256 = $1 ORDER BY seq`, [target.sha256])
        : await inside.query(`${select} AND name = $1 ORDER BY seq`, [target.name])
  return rows.map(foundCapture)
}

function foundCapture(row: Row): FoundCapture {
  return { seq: Number(row.seq), name: String(row.name), sha256: String(row.sha256) }
}

async function unwatch(inside: Transaction, target: RemovalTarget): Promise<number> {
  if (target.kind !== "name" && target.kind !== "site") return 0
  const watched = (await inside.query("SELECT address FROM watched")).map((row) => String(row.address))
  const gone = watched.filter((address) =>
    target.kind === "name" ? address === target.name : siteOf(address) === target.site,
  )
  for (const address of gone) {
    await inside.run("DELETE FROM poll WHERE address = $1", [address])
    await inside.run("DELETE FROM watched WHERE address = $1", [address])
  }
  return gone.length
}

/** What was made of the captures goes out of the record when it is next brought up to date. */
async function removeDerived(inside: Transaction, found: readonly FoundCapture[]): Promise<void> {
  const rows = found.map(({ seq }) => ({ seq }))
  await insertRows(inside, "removed_capture", rows, "ON CONFLICT DO NOTHING")
}

/** Where what was made of captures stands. */
const madeTables = ["document", "report", "story", "capture_gap"] as const

/** After a removal, and once the record has been brought up to date: what went out of it is in no file any more. */
export function forgetRemoved(archive: Archive): Promise<void> {
  return archive.database.forget(madeTables)
}

/** All removals, oldest first. */
export async function readRemovals(
  inside: Queryable,
): Promise<readonly (Removal & { readonly hash: string })[]> {
  const rows = await inside.query("SELECT * FROM removal ORDER BY place")
  return rows.map((row) => ({
    place: Number(row.place),
    target: String(row.target),
    reason: String(row.reason),
    removedBy: String(row.removed_by),
    removedAt: String(row.removed_at),
    captures: JSON.parse(String(row.captures)) as readonly number[],
    previous: String(row.previous),
    hash: String(row.hash),
  }))
}

/** What is wrong with the chain of removals, as sentences for a user. */
export function removalFaults(removals: readonly (Removal & { readonly hash: string })[]): readonly string[] {
  const faults: string[] = []
  let previous = removalStart
  for (const [at, removal] of removals.entries()) {
    if (removal.place !== at + 1 || removal.previous !== previous)
      faults.push(`removal ${removal.place}: it does not follow the one before it`)
    if (removalHash(removal) !== removal.hash) faults.push(`removal ${removal.place}: it was changed`)
    previous = removal.hash
  }
  return faults
}

/** `removed on 2031-03-05 by ann because …` */
export function removalText({ removedAt, removedBy, reason }: Removal): string {
  return `removed on ${removedAt.slice(0, 10)} by ${removedBy} because ${reason}`
}

function rowOf(removal: Removal): Row {
  return {
    place: removal.place,
    target: removal.target,
    reason: removal.reason,
    removed_by: removal.removedBy,
    removed_at: removal.removedAt,
    captures: JSON.stringify(removal.captures),
    previous: removal.previous,
    hash: removalHash(removal),
  }
}

/** Which of the captures were removed, by their places. */
export async function removedAmong(inside: Queryable, seqs: readonly number[]): Promise<ReadonlySet<number>> {
  if (seqs.length === 0) return new Set()
  const rows = await inside.query(
    `SELECT seq FROM tombstone WHERE seq IN (${placeholders(seqs.length)})`,
    seqs,
  )
  return new Set(rows.map((row) => Number(row.seq)))
}
