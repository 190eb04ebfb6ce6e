import { pageVersionsOf, type ReportId } from "../article/index.ts"
import { sha256Hex } from "../base/index.ts"
import type { AnalysedReport } from "../language/index.ts"
import { finishStory, planStories, type StoryJob } from "../pipeline/index.ts"
import type { StoryRuling } from "../story/index.ts"
import { packed, unpacked } from "./packed.ts"

/** Reports among which stories are told, packed. */
export interface PackedNeighbourhood {
  /** With earlier versions of pages. */
  readonly reports: readonly {
    readonly id: ReportId
    /** Of an earlier version of a page, the report that is its latest. */
    readonly versionOf: ReportId | null
    /** Another word each time that the report is another. */
    readonly madeOf: string
    readonly analysed: Uint8Array
  }[]
  readonly rulings: readonly StoryRuling[]
  /** What the stories that stand were made of, by id: one that is made of the same is not finished again. */
  readonly standing: ReadonlyMap<string, string>
}

/** A story of a neighbourhood. */
export interface ToldStory {
  readonly id: string
  readonly reports: readonly ReportId[]
  readonly madeOf: string
  /** Null where it stands already. */
  readonly told: {
    readonly title: string | null
    readonly from: string | null
    readonly to: string | null
    readonly texts: number
    readonly disagreements: number
    /** The `ComposedStory`, packed. */
    readonly composed: Uint8Array
  } | null
}

/** Tells the stories among those reports, by the very functions that make a record of all at once. */
export function tellStories({
  reports: packs,
  rulings,
  standing,
}: PackedNeighbourhood): readonly ToldStory[] {
  const reports = packs.map(({ id, analysed }): AnalysedReport => {
    const { article, analysis } = unpacked<AnalysedReport>(analysed)
    return { article: { ...article, id }, analysis }
  })
  const latestVersions = new Map(
    packs.flatMap(({ id, versionOf }) => (versionOf === null ? [] : [[id, versionOf] as const])),
  )
  const pages = pageVersionsOf(
    reports.map(({ article }) => article),
    latestVersions,
  )
  const jobs = planStories({ reports, pages, latestVersions }, rulings)
  const madeOfReports = new Map(packs.map(({ id, madeOf }) => [id, madeOf]))
  return jobs.map((job) => {
    const { id, reports: ids } = job.story
    const madeOf = madeOfJob(job, madeOfReports)
    return { id, reports: ids, madeOf, told: standing.get(id) === madeOf ? null : finished(job) }
  })
}

function finished(job: StoryJob): ToldStory["told"] {
  const composed = finishStory(job)
  const { story, lineage, apparatus } = composed.record
  return {
    title: story.title,
    from: story.from,
    to: story.to,
    texts: lineage.texts.length,
    disagreements: apparatus.disagreements.length,
    composed: packed(composed),
  }
}

function madeOfJob({ story, lineage, versions }: StoryJob, madeOf: ReadonlyMap<ReportId, string>): string {
  const ids = [...story.reports, ...versions.map(({ article }) => article.id)]
  return sha256Hex(JSON.stringify([story, lineage, ids.map((id) => [id, madeOf.get(id)])])).slice(0, 16)
}
