import { readBlob } from "./blobs.ts"
import { readChain } from "./captures.ts"
import type { Row } from "./database.ts"
import { chainStart } from "./hash-chain.ts"
import type { Archive } from "./open-archive.ts"

export const archiveFileFormat = "variorum-archive/1"

/** Tables that are carried row by row behind the captures, with their columns: what cannot be made of the captures. */
export const carriedTables: Readonly<Record<string, readonly string[]>> = {
  removal: ["place", "target", "reason", "removed_by", "removed_at", "captures", "previous", "hash"],
  ruling: ["place", "ruling"],
  watched: ["address", "interval_ms", "next_at_ms", "etag", "last_modified", "latest_seq"],
  poll: ["address", "at", "outcome", "detail", "seq"],
}

/**
 * The whole archive as lines of JSON: the format, the removals, each capture's link of the chain with its bytes (base64,
 * at the first capture that has them), the rows of the other tables, and at the end how many captures there were and the head, by
 * which a file that was cut off is known. Bytes that were taken out are not there. Holds one capture at a time, and the
 * digests of all.
 */
export async function* writeArchiveFile(archive: Archive): AsyncGenerator<string> {
  yield JSON.stringify({ format: archiveFileFormat })
  // Before the captures, so that of a file that is cut off it is known which bytes are missing with a reason.
  yield* rowsOf(archive, "removal")
  const given = new Set<string>()
  let captures = 0
  let head = chainStart
  for await (const entry of readChain(archive)) {
    const bytes = given.has(entry.sha256) ? null : await readBlob(archive.database, entry.sha256)
    if (bytes !== null) given.add(entry.sha256)
    yield JSON.stringify({
      capture: entry,
      bytes: bytes === null ? null : Buffer.from(bytes).toString("base64"),
    })
    captures++
    head = entry.hash
  }
  for (const table of Object.keys(carriedTables)) if (table !== "removal") yield* rowsOf(archive, table)
  yield JSON.stringify({ end: { captures, head } })
}

async function* rowsOf(archive: Archive, table: string): AsyncGenerator<string> {
  const columns = carriedTables[table]!
  const order = columns.slice(0, 2).join(", ")
  const sql = `SELECT ${columns.join(", ")} FROM ${table} ORDER BY ${order}`
  for await (const row of archive.database.iterate(sql))
    yield JSON.stringify({ table, row: plainRow(row, columns) })
}

function plainRow(row: Row, columns: readonly string[]): Row {
  return Object.fromEntries(columns.map((column) => [column, row[column] ?? null]))
}
