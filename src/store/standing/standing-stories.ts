import { findPageVersions, latestVersions, type ReportId } from "../../article/index.ts"
import { sha256Hex } from "../../base/index.ts"
import { planStories, type StoryJob } from "../../pipeline/index.ts"
import type { ComposedStory } from "../../record/index.ts"
import { digestOf } from "../../story/index.ts"
import { insertRows, placeholders, type Queryable, type Row, valuesMax } from "../database.ts"
import { packed } from "./packed.ts"
import type { RuledReports } from "./ruled-reports.ts"
import type { ChangedNeighbourhoods } from "./standing-neighbourhoods.ts"
import { standingReports } from "./standing-reports.ts"
import type { StandingWork } from "./standing-work.ts"

/**
 * Tells the stories of the neighbourhoods anew that are others than before: by the very functions that make a record
 * of all at once. A story whose reports and lineage are what they were is kept as it is. Gives the ids of stories told.
 */
export async function takeStories(
  inside: Queryable,
  { now, before }: ChangedNeighbourhoods,
  ruled: RuledReports,
  work: StandingWork,
): Promise<readonly string[]> {
  const stale = await storiesOf(inside, [...before])
  const madeBefore = await neighbourhoodRows(inside, [...before])
  const told: string[] = []
  for (const label of before) if (!now.has(label)) await removeLabel(inside, label)
  for (const [label, members] of now) {
    const made = await madeOfNeighbourhood(inside, members, ruled)
    if (madeBefore.get(label) === made) {
      for (const [id, story] of stale) if (story.label === label) stale.delete(id)
      continue
    }
    for (let at = 0; at < members.length; at += valuesMax - 1) {
      const some = members.slice(at, at + valuesMax - 1).map(digestOf)
      await inside.run(
        `UPDATE report SET neighbourhood = $1 WHERE digest IN (${placeholders(some.length, 2)})`,
        [label, ...some],
      )
    }
    await inside.run(
      "INSERT INTO neighbourhood (label, made_of) VALUES ($1, $2) ON CONFLICT (label) DO UPDATE SET made_of = excluded.made_of",
      [label, made],
    )
    told.push(...(await tellNeighbourhood(inside, { label, members, ruled, work, stale })))
  }
  for (const id of stale.keys()) await inside.run("DELETE FROM story WHERE id = $1", [id])
  return told
}

type StaleStories = Map<string, { readonly label: string; readonly madeOf: string }>

interface Telling {
  readonly label: string
  readonly members: readonly ReportId[]
  readonly ruled: RuledReports
  readonly work: StandingWork
  readonly stale: StaleStories
}

async function tellNeighbourhood(
  inside: Queryable,
  { label, members, ruled, work, stale }: Telling,
): Promise<readonly string[]> {
  const standing = await standingReports(inside, members)
  const reports = standing.map(({ report }) => report)
  const pages = findPageVersions(reports.map(({ article }) => article))
  const jobs = planStories({ reports, pages, latestVersions: latestVersions(pages) }, ruled.rulings)
  const madeOf = new Map(standing.map((one) => [one.report.article.id, one.madeOf]))
  const rows = jobs.map((job) => ({ job, made: madeOfJob(job, madeOf) }))
  const left: typeof rows = []
  for (const row of rows) {
    const { id, reports: ids } = row.job.story
    const known = stale.get(id)
    stale.delete(id)
    if (known?.madeOf === row.made) {
      if (known.label !== label)
        await inside.run("UPDATE story SET neighbourhood = $1 WHERE id = $2", [label, id])
      continue
    }
    left.push(row)
    await inside.run("DELETE FROM story WHERE id = $1", [id])
    const list = placeholders(ids.length, 2)
    await inside.run(`UPDATE report SET story = $1 WHERE digest IN (${list})`, [id, ...ids.map(digestOf)])
  }
  const composed = await work.finish(left.map(({ job }) => job))
  await insertRows(
    inside,
    "story",
    composed.map((story, i) => storyRow(story, label, left[i]!.made)),
  )
  return left.map(({ job }) => job.story.id)
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

async function removeLabel(inside: Queryable, label: string): Promise<void> {
  await inside.run("DELETE FROM neighbourhood WHERE label = $1", [label])
}
