import { deserialize, serialize } from "node:v8"
import { constants, zstdCompressSync, zstdDecompressSync } from "node:zlib"

/** A value as it is kept or sent on unread: structured, so that columns of numbers stay such, and packed. */
export function packed(value: unknown): Uint8Array {
  const bytes = zstdCompressSync(serialize(value), { params: { [constants.ZSTD_c_compressionLevel]: 1 } })
  // Of its own length: what it was cut from would be sent and kept with it.
  return new Uint8Array(bytes)
}

/** What `packed` was given. Only ever of what this program has written itself. */
export function unpacked<Value>(bytes: Uint8Array): Value {
  return deserialize(zstdDecompressSync(bytes)) as Value
}
