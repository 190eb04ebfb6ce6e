import type { Article, ReportId } from "../article/index.ts"
import { compareNullable, compareSpans, compareStrings, type Span } from "../base/index.ts"
import type { Apparatus } from "../collation/index.ts"
import { type IntakeGap, intakeGapText } from "../intake/index.ts"
import type { AnalysedReport } from "../language/index.ts"
import type { Lineage } from "../reuse/index.ts"
import type { Story, Stranger } from "../story/index.ts"
import { assignSigla } from "./assign-sigla.ts"
import { buildTimeline } from "./build-timeline.ts"
import { gatherEdits } from "./gather-edits.ts"
import { matchDemands } from "./match-demands.ts"
import type { Edit, Gap, Record, ReportEntry, StoryRecord } from "./record.ts"
import { reportGaps } from "./report-gaps.ts"
import { witnessesOf } from "./witness.ts"

/** Everything that the stages before have found, in any order. */
export interface RecordParts {
  /** With earlier versions of pages. */
  readonly reports: readonly AnalysedReport[]
  /** For each earlier version of a page, the report that is its latest. */
  readonly latestVersions: ReadonlyMap<ReportId, ReportId>
  readonly stories: readonly StoryParts[]
  readonly inputGaps: readonly IntakeGap[]
}

export interface StoryParts {
  readonly story: Story
  readonly lineage: Lineage
  readonly apparatus: Apparatus
  readonly strangers: readonly Stranger[]
  /** Edits seen between captures of the story's pages. */
  readonly capturedEdits: readonly Edit[]
}

/** The record of it all, sorted as its types say: the same for any order of the parts. */
export function composeRecord(parts: RecordParts): Record {
  const byId = new Map(parts.reports.map((report) => [report.article.id, report]))
  const articles = parts.reports.map(({ article }) => article)
  const stories = parts.stories.map((story) => storyRecord(story, byId)).sort(byWeight)
  return {
    reports: reportEntries(parts, articles),
    stories,
    gaps: [...inputGapsOf(parts.inputGaps), ...reportGaps(articles)],
  }
}

function storyRecord(parts: StoryParts, byId: ReadonlyMap<ReportId, AnalysedReport>): StoryRecord {
  const reports = parts.story.reports.flatMap((id) => byId.get(id) ?? [])
  const witnesses = witnessesOf(reports, parts.strangers)
  return {
    story: parts.story,
    lineage: parts.lineage,
    apparatus: parts.apparatus,
    timeline: buildTimeline(witnesses),
    demands: matchDemands(witnesses),
    edits: [...parts.capturedEdits, ...gatherEdits(witnesses)].sort(byTime),
  }
}

function byTime(a: Edit, b: Edit): number {
  return (
    compareNullable(a.when.from, b.when.from) ||
    compareStrings(a.seen, b.seen) ||
    compareStrings(a.page, b.page) ||
    compareStrings(a.what, b.what)
  )
}

/** Most reports first; of equals the earliest, then by id. */
function byWeight(a: StoryRecord, b: StoryRecord): number {
  return (
    b.story.reports.length - a.story.reports.length ||
    compareNullable(a.story.from, b.story.from) ||
    compareStrings(a.story.id, b.story.id)
  )
}

function reportEntries(parts: RecordParts, articles: readonly Article[]): readonly ReportEntry[] {
  const sigla = assignSigla(articles)
  const strangers = new Map<ReportId, Stranger[]>()
  for (const stranger of parts.stories.flatMap((story) => story.strangers)) {
    const list = strangers.get(stranger.report)
    if (list) list.push(stranger)
    else strangers.set(stranger.report, [stranger])
  }
  return [...parts.reports]
    .sort((a, b) => compareStrings(a.article.id, b.article.id))
    .map(({ article, analysis }) => ({
      article,
      siglum: sigla.get(article.id)!,
      sentences: analysis.sentences as readonly Span[],
      versionOf: parts.latestVersions.get(article.id) ?? null,
      strangers: (strangers.get(article.id) ?? []).sort(compareSpans),
    }))
}

function inputGapsOf(gaps: readonly IntakeGap[]): readonly Gap[] {
  return [...gaps]
    .sort(
      (a, b) =>
        compareStrings(a.name, b.name) ||
        compareNullable(a.member, b.member) ||
        compareStrings(intakeGapText(a), intakeGapText(b)),
    )
    .map((input) => ({ on: "input", input }))
}
