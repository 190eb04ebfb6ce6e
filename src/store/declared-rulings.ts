import type { StoryRuling } from "../story/index.ts"
import type { Archive } from "./open-archive.ts"

/** What a person ruled, when, and who it was. */
export interface SaidRuling {
  readonly id: string
  readonly ruling: StoryRuling
  /** ISO 8601; null where nobody noted it. */
  readonly at: string | null
  /** The account, or the words for whoever sat at the machine; null where nobody noted it. */
  readonly by: string | null
}

/** Those that have not been taken back, in the order in which they were given. */
export async function readSaidRulings({ database }: Archive): Promise<readonly SaidRuling[]> {
  const rows = await database.query(
    "SELECT place, id, at, said_by, ruling FROM ruling WHERE withdrawn = 0 ORDER BY place",
  )
  return rows.map(({ place, id, at, said_by, ruling }) => ({
    id: id === null ? `given-${place}` : String(id),
    ruling: JSON.parse(String(ruling)) as StoryRuling,
    at: at === null ? null : String(at),
    by: said_by === null ? null : String(said_by),
  }))
}

/** Adds to what people have ruled; the record follows when it catches up. */
export async function addSaidRuling({ database }: Archive, said: SaidRuling): Promise<void> {
  await database.transaction(async (inside) => {
    await inside.lock("record")
    const [last] = await inside.query("SELECT max(place) AS place FROM ruling")
    await inside.run("INSERT INTO ruling (place, id, at, said_by, ruling) VALUES ($1, $2, $3, $4, $5)", [
      Number(last?.place ?? 0) + 1,
      said.id,
      said.at,
      said.by,
      JSON.stringify(said.ruling),
    ])
  })
}

/**
 * Takes a ruling back: the record is, once it has caught up, as if it had never been given. A row that rules nothing
 * stays, so that the reports it named are looked at again.
 */
export async function withdrawSaidRuling({ database }: Archive, id: string): Promise<void> {
  await database.transaction(async (inside) => {
    await inside.lock("record")
    const place = /^given-(\d{1,15})$/.exec(id)?.[1] ?? null
    const [row] =
      place === null
        ? await inside.query("SELECT place, ruling FROM ruling WHERE id = $1", [id])
        : await inside.query("SELECT place, ruling FROM ruling WHERE place = $1 AND id IS NULL", [
            Number(place),
          ])
    if (!row) return
    const ruling = JSON.parse(String(row.ruling)) as StoryRuling
    await inside.run("UPDATE ruling SET ruling = $1, withdrawn = 1 WHERE place = $2", [
      JSON.stringify(rulingNothing(ruling)),
      row.place!,
    ])
  })
}

/** Keeps the reports named from nobody. */
function rulingNothing(ruling: StoryRuling): StoryRuling {
  const named = ruling.kind === "same-story" ? ruling.reports : [...ruling.reports, ...ruling.others]
  return { kind: "other-story", reports: named, others: [] }
}
