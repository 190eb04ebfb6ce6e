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
    const sql = `SELECT sha256 FROM blob WHERE sha256 IN (${placeholders(some.length)})`
    for (const { sha256 } of await inside.query(sql, some)) bytesByDigest.delete(String(sha256))
  }
  await insertRows(
    inside,
    "blob",
    [...bytesByDigest].map(([sha256, bytes]) => ({ sha256, size: bytes.length, ...packed(bytes) })),
    "ON CONFLICT DO NOTHING",
  )
}

function packed(bytes: Uint8Array): { readonly coding: string; readonly bytes: Uint8Array } {
  const smaller = zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 3 } })
  return smaller.length < bytes.length ? { coding: "zstd", bytes: smaller } : { coding: "none", bytes }
}

/** The bytes of that name, or null where they are missing or cannot be unpacked. */
export async function readBlob(inside: Queryable, sha256: string): Promise<Uint8Array | null> {
  const [row] = await inside.query("SELECT size, coding, bytes FROM blob WHERE sha256 = $1", [sha256])
  if (!row || !(row.bytes instanceof Uint8Array)) return null
  if (row.coding === "none") return row.bytes
  try {
    return zstdDecompressSync(row.bytes, { maxOutputLength: Number(row.size) })
  } catch {
    return null
  }
}
