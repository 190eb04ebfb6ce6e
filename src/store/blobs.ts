import { constants, zstdCompressSync, zstdDecompressSync } from "node:zlib"
import { insertRows, placeholders, type Queryable, valuesMax } from "./database.ts"

export interface Blob {
  readonly sha256: string
  readonly bytes: Uint8Array
}

/** Keeps bytes by their digest, those that are not there yet, packed where that is smaller. */
export async function addBlobs(inside: Queryable, blobs: readonly Blob[]): Promise<void> {
  const bytesByDigest = new Map(blobs.map(({ sha256, bytes }) => [sha256, bytes]))
  const digests = [...bytesByDigest.keys()]
  for (let at = 0; at < digests.length; at += valuesMax) {
    const some = digests.slice(at, at + valuesMax)
    const sql = `SELECT sha256, size > 0 AND length(bytes) = 0 AS emptied FROM blob WHERE sha256 IN (${placeholders(some.length)})`
    for (const { sha256, emptied } of await inside.query(sql, some)) {
      const bytes = bytesByDigest.get(String(sha256))!
      bytesByDigest.delete(String(sha256))
      // Taken out with another capture, and now seen again at another place.
      if (emptied) await refill(inside, { sha256: String(sha256), bytes })
    }
  }
  await insertRows(
    inside,
    "blob",
    [...bytesByDigest].map(([sha256, bytes]) => ({ sha256, size: bytes.length, ...packed(bytes) })),
    "ON CONFLICT DO NOTHING",
  )
}

async function refill(inside: Queryable, { sha256, bytes }: Blob): Promise<void> {
  const given = packed(bytes)
  await inside.run("UPDATE blob SET coding = $1, bytes = $2 WHERE sha256 = $3", [
    given.coding,
    given.bytes,
    sha256,
  ])
}

/** Takes out the bytes of those digests that no capture needs any more. Their names and sizes stay. */
export async function emptyBlobs(inside: Queryable, digests: readonly string[]): Promise<void> {
  for (let at = 0; at < digests.length; at += valuesMax) {
    const some = digests.slice(at, at + valuesMax)
    await inside.run(
      `UPDATE blob SET coding = 'none', bytes = $1 WHERE sha256 IN (${placeholders(some.length, 2)})
        AND NOT EXISTS (SELECT 1 FROM capture WHERE capture.sha256 = blob.sha256
          AND seq NOT IN (SELECT seq FROM tombstone))`,
      [new Uint8Array(0), ...some],
    )
  }
}

function packed(bytes: Uint8Array): { readonly coding: string; readonly bytes: Uint8Array } {
  const smaller = zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 3 } })
  return smaller.length < bytes.length ? { coding: "zstd", bytes: smaller } : { coding: "none", bytes }
}

/** The bytes of that name, or null where they are missing, were taken out, or cannot be unpacked. */
export async function readBlob(inside: Queryable, sha256: string): Promise<Uint8Array | null> {
  const [row] = await inside.query("SELECT size, coding, bytes FROM blob WHERE sha256 = $1", [sha256])
  if (!row || !(row.bytes instanceof Uint8Array)) return null
  if (row.bytes.length === 0 && row.size !== 0) return null
  if (row.coding === "none") return row.bytes
  try {
    return zstdDecompressSync(row.bytes, { maxOutputLength: Number(row.size) })
  } catch {
    return null
  }
}
