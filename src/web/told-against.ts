import { rebaseStatement, type StatementWire } from "../api/index.ts"
import type { StatementAddress } from "./address.ts"
import type { RecordView } from "./record-view.ts"

/** The statement of an address, told against the base that was chosen. Null where there is none of that number. */
export function toldAgainst(view: RecordView, address: StatementAddress): StatementWire | null {
  const statement = address.story.statements[address.number - 1] ?? null
  const base = view.reportsOf(address.story).find(({ siglum }) => siglum === address.base)
  if (statement === null || base === undefined) return statement
  return rebaseStatement(statement, base.id) ?? statement
}
