import { movesMax, type PageMove } from "../../article/index.ts"
import { insertRows, placeholders, type Queryable, type Row, valuesMax } from "../database.ts"
import { columnKey } from "./packed.ts"

/** A move as the archive keeps it, with its addresses as columns hold them. */
export interface KeptMove {
  readonly seq: number
  readonly place: number
  readonly from: string
  readonly to: string
  readonly move: PageMove
}

/** Keeps the moves that each capture proposes. */
export async function insertMoves(
  inside: Queryable,
  proposed: readonly { readonly seq: number; readonly moves: readonly PageMove[] }[],
): Promise<readonly KeptMove[]> {
  const bySeq = new Map<number, PageMove[]>()
  for (const { seq, moves } of proposed) bySeq.set(seq, [...(bySeq.get(seq) ?? []), ...moves])
  const kept = [...bySeq].flatMap(([seq, moves]) =>
    moves.map((move, place) => ({
      ...{ seq, place, move },
      ...{ from: columnKey(move.from), to: columnKey(move.to) },
    })),
  )
  await insertRows(
    inside,
    "page_move",
    kept.map(({ seq, place, from, to, move }) => ({
      ...{ seq, place, from_page: from, to_page: to },
      ...{ alike: move.alike ? 1 : 0, move: JSON.stringify(move) },
    })),
  )
  return kept
}

/** Takes out what captures proposed that were removed. */
export async function removeMoves(inside: Queryable): Promise<readonly KeptMove[]> {
  const rows = await inside.query(
    "SELECT * FROM page_move WHERE seq IN (SELECT seq FROM removed_capture) ORDER BY seq, place",
  )
  await inside.run("DELETE FROM page_move WHERE seq IN (SELECT seq FROM removed_capture)")
  return rows.map(keptMove)
}

function keptMove(row: Row): KeptMove {
  return {
    seq: Number(row.seq),
    place: Number(row.place),
    from: String(row.from_page),
    to: String(row.to_page),
    move: JSON.parse(String(row.move)) as PageMove,
  }
}

/**
 * The moves around some pages, step by step. Where so many lead to a page, or from it, that they count no more, only
 * those are followed whose addresses are alike; and all of them at the time at which that changes. `slack` is how many
 * came or went at once.
 */
export class MovesAround {
  private readonly inside: Queryable
  private readonly slack: number
  private readonly found = new Map<string, KeptMove>()
  /** Of pages with more unlike moves than count, their number. */
  private readonly crowds = { from_page: new Map<string, number>(), to_page: new Map<string, number>() }

  constructor(inside: Queryable, slack: number) {
    this.inside = inside
    this.slack = slack
  }

  /** The pages that moves join with one of `pages`. */
  async pagesBeside(pages: readonly string[]): Promise<readonly string[]> {
    const beside = new Set<string>()
    for (const column of ["from_page", "to_page"] as const) {
      const other = column === "from_page" ? "to_page" : "from_page"
      for (let at = 0; at < pages.length; at += valuesMax) {
        const some = pages.slice(at, at + valuesMax)
        const list = placeholders(some.length)
        const counted = await this.inside.query(
          `SELECT ${column} AS page, count(DISTINCT ${other}) AS moves FROM page_move
            WHERE alike = 0 AND ${column} IN (${list})
            GROUP BY ${column} HAVING count(DISTINCT ${other}) > ${movesMax}`,
          some,
        )
        const crowds = this.crowds[column]
        for (const { page, moves } of counted) crowds.set(String(page), Number(moves))
        const isOpen = (page: string): boolean => (crowds.get(page) ?? 0) <= movesMax + this.slack
        const open = some.filter(isOpen)
        const closed = some.filter((page) => !isOpen(page))
        for (const [asked, where] of [
          [open, ""],
          [closed, "alike = 1 AND "],
        ] as const) {
          if (asked.length === 0) continue
          const sql = `SELECT * FROM page_move WHERE ${where}${column} IN (${placeholders(asked.length)})`
          for (const row of await this.inside.query(sql, asked)) {
            const kept = keptMove(row)
            this.found.set(`${kept.seq} ${kept.place}`, kept)
            beside.add(kept.from).add(kept.to)
          }
        }
      }
    }
    return [...beside]
  }

  /** All that was found, without what counts no more. */
  moves(): readonly PageMove[] {
    return [...this.found.values()]
      .filter(
        ({ from, to, move }) =>
          move.alike || !(this.crowds.from_page.has(from) || this.crowds.to_page.has(to)),
      )
      .map(({ move }) => move)
  }
}
