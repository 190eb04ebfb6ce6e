import { pageVersionsOf, type ReportId } from "../../article/index.ts"
import { sha256Hex } from "../../base/index.ts"
import { planStories, type StoryJob } from "../../pipeline/index.ts"
import type { ComposedStory } from "../../record/index.ts"
import { digestOf } from "../../story/index.ts"
import { insertRows, placeholders, type Queryable, type Row, valuesMax } from "../database.ts"
import { packed } from "./packed.ts"
import type { RuledReports } from "./ruled-reports.ts"
import type { ChangedNeighbourhoods } from "./standing-neighbourhoods.ts"
import { latestOf, standingReports } from "./standing-reports.ts"
import type { StandingWork } from "./standing-work.ts"

/** Planned stories are told together once they hold so many reports: threads have work, and memory an end. */
const plannedReportsMax = 1_000

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
  const telling = new Telling(inside, ruled, work, stale)
  for (const label of before)
    if (!now.has(label)) await inside.run("DELETE FROM neighbourhood WHERE label = $1", [label])
  for (const [label, members] of now) {
    const made = await madeOfNeighbourhood(inside, members, ruled)
    if (madeBefore.get(label) === made) {
      for (const [id, story] of stale) if (story.label === label) stale.delete(id)
      continue
    }
    await labelReports(inside, label, members)
    await telling.plan(label, members, made)
  }
  await telling.tell()
  for (const id of stale.keys()) await inside.run("DELETE FROM story WHERE id = $1", [id])
  return telling.told
}

/** Tells the stories of neighbourhoods of which none was ever told. Gives their number. */
export async function tellFirst(
  inside: Queryable,
  neighbourhoods: ReadonlyMap<string, readonly ReportId[]>,
  ruled: RuledReports,
  work: StandingWork,
): Promise<number> {
  const telling = new Telling(inside, ruled, work, new Map())
  for (const [label, members] of neighbourhoods)
    await telling.plan(label, members, await madeOfNeighbourhood(inside, members, ruled))
  await telling.tell()
  return telling.told
}

async function labelReports(inside: Queryable, label: string, members: readonly ReportId[]): Promise<void> {
  await inside.run(
    `UPDATE report SET neighbourhood = $1 WHERE digest IN (SELECT value->>0 FROM ${inside.words.elementsOf("$2")})`,
    [label, listOf(members)],
  )
}

/** Digests as the one value of a statement, which is the same for any number of them. */
function listOf(members: readonly ReportId[]): string {
  return JSON.stringify(members.map((id) => [digestOf(id)]))
}

/** Stories by id. */
type StaleStories = Map<string, { readonly label: string; readonly madeOf: string }>

interface PlannedStory {
  readonly job: StoryJob
  readonly label: string
  readonly made: string
}

/** Stories that are planned now and told together. Those of `stale` that are still what they were are taken out of it. */
class Telling {
  told = 0
  readonly #inside: Queryable
  readonly #ruled: RuledReports
  readonly #work: StandingWork
  readonly #stale: StaleStories
  #planned: PlannedStory[] = []
  #reports = 0

  constructor(inside: Queryable, ruled: RuledReports, work: StandingWork, stale: StaleStories) {
    this.#inside = inside
    this.#ruled = ruled
    this.#work = work
    this.#stale = stale
  }

  async plan(label: string, members: readonly ReportId[], made: string): Promise<void> {
    await this.#inside.run(
      "INSERT INTO neighbourhood (label, made_of) VALUES ($1, $2) ON CONFLICT (label) DO UPDATE SET made_of = excluded.made_of",
      [label, made],
    )
    const standing = await standingReports(this.#inside, members)
    const reports = standing.map(({ report }) => report)
    const latestVersions = latestOf(standing)
    const pages = pageVersionsOf(
      reports.map(({ article }) => article),
      latestVersions,
    )
    const jobs = planStories({ reports, pages, latestVersions }, this.#ruled.rulings)
    const madeOf = new Map(standing.map((one) => [one.report.article.id, one.madeOf]))
    for (const job of jobs) await this.#planStory({ job, label, made: madeOfJob(job, madeOf) })
    if (this.#reports >= plannedReportsMax) await this.tell()
  }

  async #planStory(planned: PlannedStory): Promise<void> {
    const { id, reports } = planned.job.story
    const known = this.#stale.get(id)
    this.#stale.delete(id)
    if (known?.madeOf === planned.made) {
      if (known.label !== planned.label)
        await this.#inside.run("UPDATE story SET neighbourhood = $1 WHERE id = $2", [planned.label, id])
      return
    }
    if (known) await this.#inside.run("DELETE FROM story WHERE id = $1", [id])
    await this.#inside.run(
      `UPDATE report SET story = $1 WHERE digest IN (SELECT value->>0 FROM ${this.#inside.words.elementsOf("$2")})`,
      [id, listOf(reports)],
    )
    this.#planned.push(planned)
    this.#reports += reports.length
  }

  async tell(): Promise<void> {
    const composed = await this.#work.finish(this.#planned.map(({ job }) => job))
    const rows = composed.map((story, i) => storyRow(story, this.#planned[i]!.label, this.#planned[i]!.made))
    await insertRows(this.#inside, "story", rows)
    this.told += rows.length
    this.#planned = []
    this.#reports = 0
  }
}

function storyRow(composed: ComposedStory, label: string, made: string): Row {
  const { story, lineage, apparatus } = composed.record
  return {
    id: story.id,
    neighbourhood: label,
    made_of: made,
    title: story.title === null ? null : JSON.stringify(story.title),
    from_time: story.from,
    to_time: story.to,
    reports: story.reports.length,
    texts: lineage.texts.length,
    disagreements: apparatus.disagreements.length,
    composed: packed(composed),
  }
}

function madeOfJob({ story, lineage, versions }: StoryJob, madeOf: ReadonlyMap<ReportId, string>): string {
  const ids = [...story.reports, ...versions.map(({ article }) => article.id)]
  return sha256Hex(JSON.stringify([story, lineage, ids.map((id) => [id, madeOf.get(id)])])).slice(0, 16)
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
