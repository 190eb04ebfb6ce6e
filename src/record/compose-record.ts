import type { Article, ReportId } from "../article/index.ts"
import { compareNullable, compareSpans, compareStrings, type Span } from "../base/index.ts"
import { type IntakeGap, intakeGapText } from "../intake/index.ts"
import type { AnalysedReport } from "../language/index.ts"
import type { Stranger } from "../story/index.ts"
import { assignSigla } from "./assign-sigla.ts"
import type { ComposedStory } from "./compose-story.ts"
import type { Gap, Record, ReportEntry, StoryRecord } from "./record.ts"
import { reportGaps } from "./report-gaps.ts"

/** Everything that the stages before have found, in any order. */
export interface RecordParts {
  /** With earlier versions of pages. */
  readonly reports: readonly AnalysedReport[]
  /** For each earlier version of a page, the report that is its latest. */
  readonly latestVersions: ReadonlyMap<ReportId, ReportId>
  readonly stories: readonly ComposedStory[]
  readonly inputGaps: readonly IntakeGap[]
}

/** The record of it all, sorted as its types say: the same for any order of the parts. */
export function composeRecord(parts: RecordParts): Record {
  const articles = parts.reports.map(({ article }) => article)
  return {
    reports: reportEntries(parts, articles),
    stories: parts.stories.map(({ record }) => record).sort(byWeight),
    gaps: [...inputGapsOf(parts.inputGaps), ...reportGaps(articles)],
  }
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
