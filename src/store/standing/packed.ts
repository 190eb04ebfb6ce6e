import { deserialize, serialize } from "node:v8"
import { constants, zstdCompressSync, zstdDecompressSync } from "node:zlib"
import type { ReportId } from "../../article/index.ts"
import { sha256Hex } from "../../base/index.ts"
import type { SqlValue } from "../database.ts"

/** A value as it lies in a column: structured, so that columns of numbers stay such, and packed. */
export function packed(value: unknown): Uint8Array {
  return zstdCompressSync(serialize(value), { params: { [constants.ZSTD_c_compressionLevel]: 1 } })
}

/** What `packed` was given. Only ever of what this program has written itself. */
export function unpacked<Value>(bytes: SqlValue | undefined): Value {
  return deserialize(zstdDecompressSync(bytes as Uint8Array)) as Value
}

/** A string that is only compared, as a column holds it: whatever it is, every database keeps it unchanged. */
export function columnKey(text: string): string {
  return sha256Hex(text).slice(0, 16)
}

/** Ids are whatever an input gave: as JSON every database keeps them unchanged. */
export function idColumn(id: ReportId): string {
  return JSON.stringify(id)
}

export function idOfColumn(value: SqlValue | undefined): ReportId {
  return JSON.parse(String(value)) as ReportId
}
