import type { ReportId } from "../../article/index.ts"
import { compareStrings } from "../../base/index.ts"
import {
  digestOf,
  KeyPostings,
  type MeetingKey,
  type NearQuestion,
  type NearReport,
  type NearReports,
  type Neighbour,
  partReports,
} from "../../story/index.ts"
import { insertRows, type Queryable, type Row, type Transaction } from "../database.ts"
import { idOfColumn, unpacked } from "./packed.ts"
import type { RuledReports } from "./ruled-reports.ts"
import { tellFirst } from "./standing-stories.ts"
import type { StandingWork } from "./standing-work.ts"

/** Rows that are asked for or put in by one statement. */
const rowsAtOnce = 5_000
/** Neighbourhoods whose stories are told in one transaction. */
const labelsAtOnce = 128

/**
 * Who meets whom, who is near to whom, and the neighbourhoods that follow, of all reports at once: what has come of it
 * is what would have come of one after the other. Rows go in in the order of their keys, which a large table takes
 * many times faster. Memory: some 700 bytes a report.
 */
export async function meetAtOnce(inside: Transaction, ruled: RuledReports): Promise<void> {
  for (const table of ["meeting", "near", "neighbourhood"]) await inside.run(`DELETE FROM ${table}`)
  const reports = await neighboursByDigest(inside)
  const near = await nearAtOnce(inside, reports)
  const places = new Map(reports.map(({ digest }, place) => [digest, place]))
  const nearOf = ({ digests }: NearQuestion): NearReports => {
    const found = new Map<string, readonly NearReport[]>()
    for (const digest of digests) {
      const met = near.of(places.get(digest)!).map(({ place, millionths }) => {
        return { digest: reports[place]!.digest, day: reports[place]!.day, millionths }
      })
      found.set(digest, [...ruled.nextTo(digest), ...met])
    }
    return found
  }
  const labels: string[] = new Array(reports.length)
  for (const members of partReports(reports, nearOf)) {
    const ids = members.map((digest) => reports[places.get(digest)!]!.report)
    const label = digestOf(ids.reduce((a, b) => (compareStrings(a, b) < 0 ? a : b)))
    for (const member of members) labels[places.get(member)!] = label
  }
  await noteNeighbourhoods(inside, reports, labels)
}

/** Tells the stories of some neighbourhoods whose stories were never told; null where there are none left. */
export async function tellSome(
  inside: Transaction,
  ruled: RuledReports,
  work: StandingWork,
): Promise<number | null> {
  const [toldTo] = await inside.query("SELECT value FROM standing WHERE name = 'told-to'")
  const labels = (
    await inside.query(
      `SELECT label FROM neighbourhood WHERE label > $1 ORDER BY label LIMIT ${labelsAtOnce}`,
      [String(toldTo?.value ?? "")],
    )
  ).map(({ label }) => String(label))
  if (labels.length === 0) {
    await inside.run("DELETE FROM standing WHERE name = 'told-to'")
    return null
  }
  const members = new Map(labels.map((label): [string, ReportId[]] => [label, []]))
  const rows = await inside.query(
    `SELECT id, neighbourhood, version_of FROM report
      WHERE neighbourhood IN (SELECT value->>0 FROM ${inside.words.elementsOf("$1")})`,
    [JSON.stringify(labels.map((label) => [label]))],
  )
  for (const { id, neighbourhood, version_of } of rows)
    if (version_of === null) members.get(String(neighbourhood))!.push(idOfColumn(id))
  for (const ids of members.values()) ids.sort(compareStrings)
  await inside.run(
    "INSERT INTO standing (name, value) VALUES ('told-to', $1) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    [labels.at(-1)!],
  )
  return tellFirst(inside, members, ruled, work)
}

async function neighboursByDigest(inside: Queryable): Promise<readonly Neighbour[]> {
  const found: Neighbour[] = []
  for await (const { digest, id, day, version_of } of byDigest(inside, "id, day, version_of"))
    if (version_of === null) found.push({ report: idOfColumn(id), day: Number(day), digest: String(digest) })
  return found
}

/** The rows of all reports, in order of their digests. */
async function* byDigest(inside: Queryable, columns: string): AsyncGenerator<Row> {
  for (let after = ""; ; ) {
    const rows = await inside.query(
      `SELECT digest, ${columns} FROM report WHERE digest > $1 ORDER BY digest LIMIT ${rowsAtOnce}`,
      [after],
    )
    if (rows.length === 0) return
    yield* rows
    after = String(rows.at(-1)!.digest)
  }
}

/** Fills the tables of meetings and of what is near. */
async function nearAtOnce(inside: Queryable, reports: readonly Neighbour[]): Promise<NearLists> {
  const postings = new KeyPostings(reports)
  let place = 0
  for await (const { version_of, keys } of byDigest(inside, "version_of, keys"))
    if (version_of === null) postings.add(place++, unpacked<readonly MeetingKey[]>(keys))
  postings.sort()
  const digest = (at: number): string => reports[at]!.digest
  let rows: Row[] = []
  const put = async (table: string, row: Row): Promise<void> => {
    rows.push(row)
    if (rows.length === rowsAtOnce) await insertRows(inside, table, rows.splice(0))
  }
  for (const { key, day, place: at, weight } of postings.postings())
    await put("meeting", { key, day, digest: digest(at), weight })
  await insertRows(inside, "meeting", rows)
  rows = []
  const near = new NearLists(reports.length)
  for (let a = 0; a < reports.length; a++)
    for (const { place: b, millionths } of near.add(postings.nearTo(a)))
      await put("near", { a: digest(a), b: digest(b), millionths })
  await insertRows(inside, "near", rows)
  return near
}

/** What is near to each of many reports, in 12 bytes for each time. */
class NearLists {
  readonly #ends: Uint32Array
  #places = new Uint32Array(1024)
  #millionths = new Float64Array(1024)
  #reports = 0
  #count = 0

  constructor(reports: number) {
    this.#ends = new Uint32Array(reports + 1)
  }

  /** Takes what is near to the next report, and gives it back. */
  add<List extends readonly { readonly place: number; readonly millionths: number }[]>(near: List): List {
    for (const { place, millionths } of near) {
      if (this.#count === this.#places.length) {
        const [places, sums] = [this.#places, this.#millionths]
        this.#places = new Uint32Array(2 * this.#count)
        this.#places.set(places)
        this.#millionths = new Float64Array(2 * this.#count)
        this.#millionths.set(sums)
      }
      this.#places[this.#count] = place
      this.#millionths[this.#count++] = millionths
    }
    this.#ends[++this.#reports] = this.#count
    return near
  }

  of(report: number): readonly { readonly place: number; readonly millionths: number }[] {
    const found = []
    for (let at = this.#ends[report]!; at < this.#ends[report + 1]!; at++)
      found.push({ place: this.#places[at]!, millionths: this.#millionths[at]! })
    return found
  }
}

async function noteNeighbourhoods(
  inside: Queryable,
  reports: readonly Neighbour[],
  labels: readonly string[],
): Promise<void> {
  const elements = inside.words.elementsOf("$1")
  for (let at = 0; at < reports.length; at += rowsAtOnce) {
    const some = reports.slice(at, at + rowsAtOnce).map(({ digest }, i) => [digest, labels[at + i]!])
    await inside.run(
      `UPDATE report SET neighbourhood = value->>1 FROM ${elements} WHERE digest = value->>0`,
      [JSON.stringify(some)],
    )
  }
  const all = [...new Set(labels)].sort(compareStrings)
  for (let at = 0; at < all.length; at += rowsAtOnce)
    await insertRows(
      inside,
      "neighbourhood",
      all.slice(at, at + rowsAtOnce).map((label) => ({ label, made_of: "" })),
    )
}
