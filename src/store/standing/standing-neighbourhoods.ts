import type { ReportId } from "../../article/index.ts"
import { compareStrings } from "../../base/index.ts"
import {
  digestOf,
  type NearQuestion,
  type NearReport,
  type NearReports,
  type Neighbour,
  neighbourhoodOf,
  noneCrowded,
  wholeReportsMax,
} from "../../story/index.ts"
import type { Queryable, Row } from "../database.ts"
import { idOfColumn } from "./packed.ts"
import type { RuledReports } from "./ruled-reports.ts"
import type { TouchedReports } from "./standing-reports.ts"

/** Neighbourhoods after a change. */
export interface ChangedNeighbourhoods {
  /** Those that may be others than before, each by its label with its reports, sorted. */
  readonly now: ReadonlyMap<string, readonly ReportId[]>
  /** The labels that these reports had before. */
  readonly before: ReadonlySet<string>
}

/**
 * The neighbourhoods anew that a change concerns. A report's can be another than before only where it was or is now
 * together with one that was touched; so those are looked at, and the others of every neighbourhood they come from.
 */
export async function changedNeighbourhoods(
  inside: Queryable,
  touched: TouchedReports,
  ruled: RuledReports,
): Promise<ChangedNeighbourhoods> {
  const before = new Set(touched.labels)
  const all = await reportCount(inside)
  const wasWhole = (await labelCount(inside)) <= 1
  const isWhole = all <= wholeReportsMax
  if (isWhole || wasWhole) {
    const rows = (await inside.query(`SELECT ${columns} FROM report WHERE version_of IS NULL`)).map(
      neighbourRow,
    )
    for (const { label } of rows) if (label !== null) before.add(label)
    const queue = rows.map(({ neighbour }) => neighbour)
    if (isWhole) return { now: labelled([queue.map(({ report }) => report)]), before }
    return { now: labelled(await placeAll(inside, queue, before, ruled)), before }
  }
  const queue: Neighbour[] = []
  for (const { neighbour, label } of await rowsWhere(inside, "digest", [...touched.digests])) {
    if (label === null) queue.push(neighbour)
    else before.add(label)
  }
  queue.push(...(await membersOf(inside, [...before])))
  return { now: labelled(await placeAll(inside, queue, before, ruled)), before }
}

const columns = "id, digest, day, neighbourhood"

interface NeighbourRow {
  readonly neighbour: Neighbour
  readonly label: string | null
}

function neighbourRow(row: Row): NeighbourRow {
  return {
    neighbour: { report: idOfColumn(row.id), digest: String(row.digest), day: Number(row.day) },
    label: row.neighbourhood === null ? null : String(row.neighbourhood),
  }
}

function labelled(groups: readonly (readonly ReportId[])[]): ReadonlyMap<string, readonly ReportId[]> {
  return new Map(
    groups
      .filter((members) => members.length > 0)
      .map((members) => [...members].sort(compareStrings))
      .map((members) => [digestOf(members[0]!), members]),
  )
}

/** The neighbourhoods of all in `queue`, and of all who were with one of theirs; `before` learns their labels. */
async function placeAll(
  inside: Queryable,
  queue: Neighbour[],
  before: Set<string>,
  ruled: RuledReports,
): Promise<readonly (readonly ReportId[])[]> {
  const near = new NearReader(inside, ruled)
  const crowded = noneCrowded()
  const placed = new Set<string>()
  const found: (readonly ReportId[])[] = []
  for (let at = 0; at < queue.length; at++) {
    if (placed.has(queue[at]!.digest)) continue
    const looking = neighbourhoodOf(queue[at]!, crowded)
    let looked = looking.next()
    while (!looked.done) looked = looking.next(await near.read(looked.value))
    for (const member of looked.value) placed.add(member)
    const members = await rowsWhere(inside, "digest", looked.value)
    found.push(members.map(({ neighbour }) => neighbour.report))
    const labels = new Set(members.flatMap(({ label }) => label ?? []))
    const others = [...labels].filter((label) => !before.has(label))
    for (const label of others) before.add(label)
    queue.push(...(await membersOf(inside, others)))
  }
  return found
}

interface KnownNear {
  readonly reports: NearReport[]
  readonly millionthsMin: number
  readonly withDays: boolean
}

/** What is near to reports, asked of the database once for each step that asks for more than those before. */
class NearReader {
  readonly #inside: Queryable
  readonly #ruled: RuledReports
  readonly #known = new Map<string, KnownNear>()

  constructor(inside: Queryable, ruled: RuledReports) {
    this.#inside = inside
    this.#ruled = ruled
  }

  async read(question: NearQuestion): Promise<NearReports> {
    const { digests, millionthsMin, withDays } = question
    const unknown = digests.filter((digest) => {
      const known = this.#known.get(digest)
      return known === undefined || known.millionthsMin > millionthsMin || (withDays && !known.withDays)
    })
    for (const digest of unknown)
      this.#known.set(digest, { reports: [...this.#ruled.nextTo(digest)], millionthsMin, withDays })
    // What only a person has said is no number of a column.
    if (unknown.length > 0 && Number.isFinite(millionthsMin))
      for (const row of await this.#inside.query(nearSql(this.#inside, withDays), [
        JSON.stringify(unknown.map((digest) => [digest])),
        millionthsMin,
      ]))
        this.#known.get(String(row.a))!.reports.push({
          digest: String(row.b),
          day: row.day === null ? null : Number(row.day),
          millionths: Number(row.millionths),
        })
    return new Map(digests.map((digest) => [digest, this.#known.get(digest)!.reports]))
  }
}

function nearSql({ words }: Queryable, withDays: boolean): string {
  const [day, join] = withDays ? ["r.day", "JOIN report r ON r.digest = n.b"] : ["NULL", ""]
  return `SELECT n.a AS a, n.b AS b, n.millionths AS millionths, ${day} AS day FROM near n ${join}
    WHERE n.a IN (SELECT value->>0 FROM ${words.elementsOf("$1")}) AND n.millionths >= $2`
}

async function membersOf(inside: Queryable, labels: readonly string[]): Promise<readonly Neighbour[]> {
  return (await rowsWhere(inside, "neighbourhood", labels)).map(({ neighbour }) => neighbour)
}

async function rowsWhere(
  inside: Queryable,
  column: "digest" | "neighbourhood",
  values: readonly string[],
): Promise<readonly NeighbourRow[]> {
  if (values.length === 0) return []
  const rows = await inside.query(
    `SELECT ${columns}, version_of FROM report
      WHERE ${column} IN (SELECT value->>0 FROM ${inside.words.elementsOf("$1")})`,
    [JSON.stringify(values.map((value) => [value]))],
  )
  // Asked for versions that are the latest, a database without statistics takes that index and reads them all.
  return rows.filter(({ version_of }) => version_of === null).map(neighbourRow)
}

/** The reports that neighbourhoods are made of, counted up to where the number no longer matters. */
async function reportCount(inside: Queryable): Promise<number> {
  const rows = await inside.query(
    `SELECT 1 AS one FROM report WHERE version_of IS NULL LIMIT ${wholeReportsMax + 1}`,
  )
  return rows.length
}

async function labelCount(inside: Queryable): Promise<number> {
  const rows = await inside.query("SELECT 1 AS one FROM neighbourhood LIMIT 2")
  return rows.length
}
