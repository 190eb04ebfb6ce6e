import type { ReportId } from "../../article/index.ts"
import { sha256Hex } from "../../base/index.ts"
import { digestOf } from "../../story/index.ts"
import { inBatches, type PackedNeighbourhood, type ToldStory } from "../../workers/index.ts"
import { insertRows, placeholders, type Queryable, valuesMax } from "../database.ts"
import type { RuledReports } from "./ruled-reports.ts"
import type { ChangedNeighbourhoods } from "./standing-neighbourhoods.ts"
import { packedReports } from "./standing-reports.ts"
import type { StandingWork } from "./standing-work.ts"

/** Neighbourhoods are told together once they hold so many reports: threads have work, and memory an end. */
const reportsAtOnce = 480

/**
 * Tells the stories of the neighbourhoods anew that are others than before: by the very functions that make a record
 * of all at once. A story whose reports and lineage are what they were is kept as it is. Gives the number of stories told.
 */
export async function takeStories(
  inside: Queryable,
  { now, before }: ChangedNeighbourhoods,
  ruled: RuledReports,
  work: StandingWork,
): Promise<number> {
  const stale = await storiesOf(inside, [...before])
  const madeBefore = await neighbourhoodRows(inside, [...before])
  for (const label of before)
    if (!now.has(label)) await inside.run("DELETE FROM neighbourhood WHERE label = $1", [label])
  const others: Neighbourhood[] = []
  const same = new Set<string>()
  for (const [label, members] of now) {
    const made = await madeOfNeighbourhood(inside, members, ruled)
    if (madeBefore.get(label) === made) same.add(label)
    else others.push({ label, members, made })
  }
  for (const [id, { label }] of stale) if (same.has(label)) stale.delete(id)
  await labelReports(inside, others)
  const told = await tellAll(inside, others, { ruled, work, stale })
  for (const id of stale.keys()) await inside.run("DELETE FROM story WHERE id = $1", [id])
  return told
}

/** Tells the stories of neighbourhoods of which none was ever told. Gives their number. */
export async function tellFirst(
  inside: Queryable,
  neighbourhoods: ReadonlyMap<string, readonly ReportId[]>,
  ruled: RuledReports,
  work: StandingWork,
): Promise<number> {
  const first: Neighbourhood[] = []
  for (const [label, members] of neighbourhoods)
    first.push({ label, members, made: await madeOfNeighbourhood(inside, members, ruled) })
  return tellAll(inside, first, { ruled, work, stale: new Map() })
}

/** Stories by id. */
type StaleStories = Map<string, { readonly label: string; readonly madeOf: string }>

interface Neighbourhood {
  readonly label: string
  readonly members: readonly ReportId[]
  readonly made: string
}

interface Telling {
  readonly ruled: RuledReports
  readonly work: StandingWork
  /** What stood of all neighbourhoods concerned, and is not known to stand again. */
  readonly stale: StaleStories
}

/** Tells those neighbourhoods, and takes their stories out of those that are stale. The number of stories told. */
async function tellAll(
  inside: Queryable,
  neighbourhoods: readonly Neighbourhood[],
  telling: Telling,
): Promise<number> {
  let told = 0
  for (const some of inBatches(neighbourhoods, reportsAtOnce, ({ members }) => members.length))
    told += await tellSome(inside, some, telling)
  return told
}

async function tellSome(
  inside: Queryable,
  some: readonly Neighbourhood[],
  { ruled: { rulings }, work, stale }: Telling,
): Promise<number> {
  await inside.run(
    `INSERT INTO neighbourhood (label, made_of) SELECT value->>0, value->>1 FROM ${inside.words.elementsOf("$1")}
      WHERE true ON CONFLICT (label) DO UPDATE SET made_of = excluded.made_of`,
    [JSON.stringify(some.map(({ label, made }) => [label, made]))],
  )
  const standing = new Map([...stale].map(([id, { madeOf }]) => [id, madeOf]))
  const packs = await packedReports(
    inside,
    some.flatMap(({ members }) => members),
  )
  const byReport = new Map<ReportId, PackedNeighbourhood["reports"][number][]>()
  for (const pack of packs) {
    const latest = pack.versionOf ?? pack.id
    byReport.set(latest, [...(byReport.get(latest) ?? []), pack])
  }
  const stories = await work.tell(
    some.map(({ members }) => ({
      reports: members.flatMap((id) => byReport.get(id) ?? []),
      rulings,
      standing,
    })),
  )
  let told = 0
  for (const [at, { label }] of some.entries())
    for (const story of stories[at]!) {
      await putStory(inside, story, label, stale.get(story.id)?.label ?? null)
      stale.delete(story.id)
      if (story.told !== null) told++
    }
  return told
}

async function labelReports(inside: Queryable, some: readonly Neighbourhood[]): Promise<void> {
  const labels = some.flatMap(({ label, members }) => members.map((id) => [digestOf(id), label]))
  if (labels.length === 0) return
  await inside.run(
    `UPDATE report SET neighbourhood = value->>1 FROM ${inside.words.elementsOf("$1")} WHERE digest = value->>0`,
    [JSON.stringify(labels)],
  )
}

/** `before` is the label that it stood under, or null. */
async function putStory(
  inside: Queryable,
  { id, reports, madeOf, told }: ToldStory,
  label: string,
  before: string | null,
): Promise<void> {
  if (told === null) {
    if (before !== label) await inside.run("UPDATE story SET neighbourhood = $1 WHERE id = $2", [label, id])
    return
  }
  if (before !== null) await inside.run("DELETE FROM story WHERE id = $1", [id])
  await inside.run(
    `UPDATE report SET story = $1 WHERE digest IN (SELECT value->>0 FROM ${inside.words.elementsOf("$2")})`,
    [id, JSON.stringify(reports.map((report) => [digestOf(report)]))],
  )
  await insertRows(inside, "story", [
    {
      id,
      neighbourhood: label,
      made_of: madeOf,
      title: told.title === null ? null : JSON.stringify(told.title),
      from_time: told.from,
      to_time: told.to,
      reports: reports.length,
      texts: told.texts,
      disagreements: told.disagreements,
      composed: told.composed,
    },
  ])
}

async function madeOfNeighbourhood(
  inside: Queryable,
  members: readonly ReportId[],
  { rulings }: RuledReports,
): Promise<string> {
  const made: (readonly [string, string])[] = []
  for (let at = 0; at < members.length; at += valuesMax) {
    const some = members.slice(at, at + valuesMax).map(digestOf)
    const rows = await inside.query(
      `SELECT digest, made_of FROM report WHERE digest IN (${placeholders(some.length)}) ORDER BY digest`,
      some,
    )
    for (const row of rows) made.push([String(row.digest), String(row.made_of)])
  }
  const within = new Set(members)
  const named = rulings.filter((ruling) =>
    [...ruling.reports, ...(ruling.kind === "other-story" ? ruling.others : [])].some((id) => within.has(id)),
  )
  return sha256Hex(JSON.stringify([made, named])).slice(0, 16)
}

async function storiesOf(inside: Queryable, labels: readonly string[]): Promise<StaleStories> {
  const found: StaleStories = new Map()
  for (let at = 0; at < labels.length; at += valuesMax) {
    const some = labels.slice(at, at + valuesMax)
    const sql = `SELECT id, neighbourhood, made_of FROM story WHERE neighbourhood IN (${placeholders(some.length)})`
    for (const row of await inside.query(sql, some))
      found.set(String(row.id), { label: String(row.neighbourhood), madeOf: String(row.made_of) })
  }
  return found
}

async function neighbourhoodRows(
  inside: Queryable,
  labels: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (let at = 0; at < labels.length; at += valuesMax) {
    const some = labels.slice(at, at + valuesMax)
    const sql = `SELECT label, made_of FROM neighbourhood WHERE label IN (${placeholders(some.length)})`
    for (const row of await inside.query(sql, some)) found.set(String(row.label), String(row.made_of))
  }
  return found
}
