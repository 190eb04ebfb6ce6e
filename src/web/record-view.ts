import {
  type DisagreementWire,
  type RecordDocument,
  type ReportWire,
  type StatementWire,
  type StoryWire,
  storySummary,
} from "../api/index.ts"
import { compareStrings, type Span, sha256Hex } from "../base/index.ts"
import type { Slugs } from "./address.ts"

/** A record, indexed for reading. */
export interface RecordView {
  readonly document: RecordDocument
  readonly slugs: Slugs
  report(id: string): ReportWire | null
  reportBySlug(slug: string): ReportWire | null
  storyBySlug(slug: string): StoryWire | null
  /** The first story that holds the report, or the page it is an earlier version of; else null. */
  storyOf(reportId: string): StoryWire | null
  /** The place of a report among all by publication, then siglum; unknown times and unknown reports last. */
  rank(reportId: string): number
  /** The report that stands in the story for `reportId`: of an earlier version its page, else itself. */
  pageOf(reportId: string): string
  /** The number of distinct texts among the reports of `story`: copies of one text count once. */
  distinctTexts(story: StoryWire, reportIds: Iterable<string>): number
  /** The reports of a story, earliest first; of equals, and where no time is known, by siglum. */
  reportsOf(story: StoryWire): readonly ReportWire[]
  /** The reports of those ids, each once, in the same order. */
  reportsAmong(ids: readonly string[]): readonly ReportWire[]
  /** What a report says that is listed in its story. */
  mentionsOf(reportId: string): Mentions
  /** The story in its reports' own sentences; made once. */
  summaryOf(story: StoryWire): ReturnType<typeof storySummary>
}

/** Numbers count from 1, in the order of the story's own lists: they are the numbers in addresses. */
export interface Mentions {
  readonly statements: readonly { readonly number: number; readonly statement: StatementWire }[]
  readonly figures: readonly { readonly number: number; readonly disagreement: DisagreementWire }[]
}

export function viewRecord(document: RecordDocument): RecordView {
  const reports = new Map(document.reports.map((report) => [report.id, report]))
  const ranks = new Map(
    [...document.reports]
      .sort((a, b) => compareTimes(a.published, b.published) || compareStrings(a.siglum, b.siglum))
      .map((report, rank) => [report.id, rank]),
  )
  const storyByReport = new Map<string, StoryWire>()
  const textByReport = new Map<StoryWire, ReadonlyMap<string, number>>()
  for (const story of document.stories) {
    for (const id of story.reports) if (!storyByReport.has(id)) storyByReport.set(id, story)
    textByReport.set(
      story,
      new Map(story.texts.flatMap((text, index) => text.members.map((id) => [id, index] as const))),
    )
  }
  for (const report of document.reports) {
    const story = report.versionOf === null ? undefined : storyByReport.get(report.versionOf)
    if (story) storyByReport.set(report.id, story)
  }
  const storySlugs = slugsOf(document.stories.map((story) => story.id))
  const reportSlugs = slugsOf(document.reports.map((report) => report.siglum))
  const storiesBySlug = new Map(document.stories.map((story) => [storySlugs.get(story.id)!, story]))
  const reportsBySlug = new Map(document.reports.map((report) => [reportSlugs.get(report.siglum)!, report]))
  const reportsByStory = new Map<StoryWire, readonly ReportWire[]>()
  const reportsAmong = (ids: readonly string[]): readonly ReportWire[] =>
    [...new Set(ids)]
      .flatMap((id) => reports.get(id) ?? [])
      .sort((a, b) => ranks.get(a.id)! - ranks.get(b.id)!)
  const mentions = new Map<StoryWire, ReadonlyMap<string, Mentions>>()
  const summaries = new Map<StoryWire, ReturnType<typeof storySummary>>()
  return {
    document,
    slugs: {
      story: (story) => storySlugs.get(story.id) ?? "unknown",
      report: (siglum) => reportSlugs.get(siglum) ?? "unknown",
    },
    report: (id) => reports.get(id) ?? null,
    reportBySlug: (slug) => reportsBySlug.get(slug) ?? null,
    storyBySlug: (slug) => storiesBySlug.get(slug) ?? null,
    rank: (id) => ranks.get(id) ?? document.reports.length,
    pageOf: (id) => reports.get(id)?.versionOf ?? id,
    storyOf: (id) => storyByReport.get(id) ?? null,
    distinctTexts: (story, ids) => {
      const groups = textByReport.get(story)
      return new Set([...ids].map((id) => groups?.get(id) ?? id)).size
    },
    reportsOf: (story) => {
      const known = reportsByStory.get(story) ?? reportsAmong(story.reports)
      reportsByStory.set(story, known)
      return known
    },
    reportsAmong,
    mentionsOf: (id) => {
      const story = storyByReport.get(id)
      if (!story) return noMentions
      const known = mentions.get(story) ?? mentionsByReport(story)
      mentions.set(story, known)
      return known.get(id) ?? noMentions
    },
    summaryOf: (story) => {
      const known = summaries.get(story) ?? storySummary(document, story)
      summaries.set(story, known)
      return known
    },
  }
}

const noMentions: Mentions = { statements: [], figures: [] }

function mentionsByReport(story: StoryWire): ReadonlyMap<string, Mentions> {
  const found = new Map<
    string,
    { statements: Mentions["statements"][number][]; figures: Mentions["figures"][number][] }
  >()
  const of = (id: string) => {
    const known = found.get(id) ?? { statements: [], figures: [] }
    found.set(id, known)
    return known
  }
  for (const [index, statement] of story.statements.entries())
    for (const id of new Set(statement.readings.map((reading) => reading.report)))
      of(id).statements.push({ number: index + 1, statement })
  for (const [index, disagreement] of story.disagreements.entries())
    for (const id of new Set(disagreement.values.flatMap((value) => value.evidence.map((at) => at.report))))
      of(id).figures.push({ number: index + 1, disagreement })
  return found
}

/**
 * Earlier first, unknown last. A time known only to the day, month or year stands at its end, for nothing shows that it
 * was earlier than an hour which is known.
 */
export function compareTimes(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  const [left, right] = [latestMoment(a), latestMoment(b)]
  if (Number.isNaN(left) || Number.isNaN(right)) return compareStrings(a, b)
  return left - right || compareStrings(a, b)
}

function latestMoment(iso: string): number {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(iso)
  if (!parts) return Date.parse(/T[\d:.]+$/.test(iso) ? `${iso}Z` : iso)
  const [year, month, day] = parts.slice(1).map((part) => (part === undefined ? null : Number(part)))
  if (month == null) return Date.UTC(year! + 1, 0, 1) - 1
  return day == null ? Date.UTC(year!, month, 1) - 1 : Date.UTC(year!, month - 1, day + 1) - 1
}

/** Places of sentences that `span` touches: first and last, counted from 0; null when it touches none. */
export function sentencesAround(
  sentences: readonly Span[],
  span: Span,
): { readonly first: number; readonly last: number } | null {
  let low = 0
  let high = sentences.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sentences[middle]!.end <= span.start) low = middle + 1
    else high = middle
  }
  if (low >= sentences.length || sentences[low]!.start >= span.end) return null
  let last = low
  while (last + 1 < sentences.length && sentences[last + 1]!.start < span.end) last++
  return { first: low, last }
}

/**
 * For each id a name that is safe in an address and in a file on any system: the id itself where it is plain, else
 * twelve digits of its hash. Two ids that differ only in case get hashes too.
 */
function slugsOf(ids: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Map<string, number>()
  for (const id of ids) taken.set(id.toLowerCase(), (taken.get(id.toLowerCase()) ?? 0) + 1)
  return new Map(
    ids.map((id) => {
      const plain = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(id) && taken.get(id.toLowerCase()) === 1
      return [id, plain ? id : `x${sha256Hex(id).slice(0, 12)}`]
    }),
  )
}
