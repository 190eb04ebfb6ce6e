import type { Queryable } from "../database.ts"

/**
 * What is left for later while a large record is made from nothing: who meets whom, when all reports are there; then the
 * stories.
 */
export type Postponed = "meetings" | "stories"

/** How far the record has come, and what it was made by. */
export interface StandingState {
  /** The newest capture that is in the record; 0 before the first. */
  readonly builtTo: number
  /** The program that made it, with its version: another makes it anew. Null before the first. */
  readonly tool: string | null
  /** The digest of the rulings that it follows. */
  readonly rulings: string
  /** Null where nothing is left for later. */
  readonly postponed: Postponed | null
}

export const nothingStands: StandingState = { builtTo: 0, tool: null, rulings: "", postponed: null }

const names = { builtTo: "built-to", tool: "tool", rulings: "rulings", postponed: "postponed" } as const

export async function readState(inside: Queryable): Promise<StandingState> {
  const rows = await inside.query("SELECT name, value FROM standing")
  const values = new Map(rows.map(({ name, value }) => [String(name), String(value)]))
  return {
    builtTo: Number(values.get(names.builtTo) ?? 0),
    tool: values.get(names.tool) ?? null,
    rulings: values.get(names.rulings) ?? "",
    postponed: (values.get(names.postponed) || null) as Postponed | null,
  }
}

export async function writeState(inside: Queryable, state: StandingState): Promise<void> {
  const rows = [
    [names.builtTo, String(state.builtTo)],
    [names.tool, state.tool ?? ""],
    [names.rulings, state.rulings],
    [names.postponed, state.postponed ?? ""],
  ] as const
  for (const [name, value] of rows)
    await inside.run(
      "INSERT INTO standing (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
      [name, value],
    )
}

/** Throws away all that was made from the captures and the rulings. */
export async function forgetRecord(inside: Queryable): Promise<void> {
  for (const table of madeTables) await inside.run(`DELETE FROM ${table}`)
}

const madeTables = [
  "standing",
  "removed_capture",
  "capture_gap",
  "document",
  "page_move",
  "report",
  "meeting",
  "near",
  "neighbourhood",
  "story",
  "site_texts",
  "site_page",
  "page_asked",
  "site_learnt",
  "search",
] as const
