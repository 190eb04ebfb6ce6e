import type { ReportId } from "../../article/index.ts"
import { sha256Hex } from "../../base/index.ts"
import * as workers from "../../workers/index.ts"
import type { SqlValue } from "../database.ts"

export const { packed } = workers

/** What `packed` was given, out of a column. */
export function unpacked<Value>(bytes: SqlValue | undefined): Value {
  return workers.unpacked<Value>(bytes as Uint8Array)
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
