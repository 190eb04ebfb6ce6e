import type { ReportId } from "../../article/index.ts"
import { compareStrings } from "../../base/index.ts"
import {
  digestOf,
  type NearReport,
  type Neighbour,
  neighbourhoodOf,
  noneCrowded,
  wholeReportsMax,
} from "../../story/index.ts"
import { placeholders, type Queryable, type Row, valuesMax } from "../database.ts"
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
  const placed = new Set<ReportId>()
  const found: (readonly ReportId[])[] = []
  for (let at = 0; at < queue.length; at++) {
    if (placed.has(queue[at]!.report)) continue
    const looking = neighbourhoodOf(queue[at]!, crowded)
    let looked = looking.next()
    while (!looked.done) looked = looking.next(await near.read(looked.value))
    for (const member of looked.value) placed.add(member)
    found.push(looked.value)
    const labels = new Set(
      (await rowsWhere(inside, "digest", looked.value.map(digestOf))).flatMap(({ label }) => label ?? []),
    )
    const others = [...labels].filter((label) => !before.has(label))
    for (const label of others) before.add(label)
    queue.push(...(await membersOf(inside, others)))
  }
  return found
}

/** What is near to reports, asked of the database once. */
class NearReader {
  readonly #inside: Queryable
  readonly #ruled: RuledReports
  readonly #known = new Map<ReportId, NearReport[]>()

  constructor(inside: Queryable, ruled: RuledReports) {
    this.#inside = inside
    this.#ruled = ruled
  }

  async read(reports: readonly Neighbour[]): Promise<ReadonlyMap<ReportId, readonly NearReport[]>> {
    const unknown = reports.filter(({ report }) => !this.#known.has(report))
    const byDigest = new Map(unknown.map(({ digest, report }) => [digest, report]))
    for (const { report } of unknown) this.#known.set(report, [...this.#ruled.nextTo(report)])
    for (let at = 0; at < unknown.length; at += valuesMax) {
      const some = unknown.slice(at, at + valuesMax).map(({ digest }) => digest)
      const rows = await this.#inside.query(
        `SELECT n.a AS a, n.millionths AS millionths, r.id AS id, r.digest AS digest, r.day AS day,
          NULL AS neighbourhood FROM near n JOIN report r ON r.digest = n.b WHERE n.a IN (${placeholders(some.length)})`,
        some,
      )
      for (const row of rows)
        this.#known.get(byDigest.get(String(row.a))!)!.push({
          neighbour: neighbourRow(row).neighbour,
          millionths: Number(row.millionths),
        })
    }
    return this.#known
  }
}

async function membersOf(inside: Queryable, labels: readonly string[]): Promise<readonly Neighbour[]> {
  return (await rowsWhere(inside, "neighbourhood", labels)).map(({ neighbour }) => neighbour)
}

async function rowsWhere(
  inside: Queryable,
  column: "digest" | "neighbourhood",
  values: readonly string[],
): Promise<readonly NeighbourRow[]> {
  const found: NeighbourRow[] = []
  for (let at = 0; at < values.length; at += valuesMax) {
    const some = values.slice(at, at + valuesMax)
    const sql = `SELECT ${columns}, version_of FROM report WHERE ${column} IN (${placeholders(some.length)})`
    // Asked for versions that are the latest, a database without statistics takes that index and reads them all.
    const rows = (await inside.query(sql, some)).filter(({ version_of }) => version_of === null)
    found.push(...rows.map(neighbourRow))
  }
  return found
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
