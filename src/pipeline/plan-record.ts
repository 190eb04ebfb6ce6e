import {
  type Article,
  findPageVersions,
  joinPages,
  latestVersions,
  type PageVersions,
  type ReportId,
} from "../article/index.ts"
import type { IntakeGap } from "../intake/index.ts"
import { type AnalysedReport, readReport } from "../language/index.ts"
import { type Lineage, type ReuseReport, reuseReportOf, siteOf, traceLineage } from "../reuse/index.ts"
import { clusterStories, type Story, type StoryRuling } from "../story/index.ts"
import { addedWords } from "./added-words.ts"
import { lineageByStory } from "./lineage-by-story.ts"

/** What is left to do once all reports have been compared: one job a story, independent of all others. */
export interface RecordPlan {
  /** With earlier versions of pages; all have text. */
  readonly reports: readonly AnalysedReport[]
  /** For each earlier version of a page, the report that is its latest. */
  readonly latestVersions: ReadonlyMap<ReportId, ReportId>
  readonly inputGaps: readonly IntakeGap[]
  readonly jobs: readonly StoryJob[]
}

/** All that one story's record is made of. */
export interface StoryJob {
  readonly story: Story
  /** The story's reports, in the order of `story.reports`. */
  readonly reports: readonly AnalysedReport[]
  readonly lineage: Lineage
  /** The pages among the reports that were captured more than once. */
  readonly pages: readonly PageVersions[]
  /** Their earlier versions. */
  readonly versions: readonly AnalysedReport[]
}

/** Compares all reports and parts them into stories, as `rulings` have them. Documents without an article become gaps. */
export function planRecord(
  analysed: readonly AnalysedReport[],
  gaps: readonly IntakeGap[],
  rulings: readonly StoryRuling[] = [],
): RecordPlan {
  const { whole, joinedInto } = withPagesJoined(analysed)
  const textless = whole.filter((report) => !isReport(report))
  const found = whole.filter(isReport)
  const pages = findPageVersions(found.map(({ article }) => article))
  const reports = withAddedTimes(found, pages)
  const latest = latestVersions(pages)
  const current = reports.filter(({ article }) => !latest.has(article.id))
  const lineage = traceLineage(current.map(reuseReportOfAnalysed))
  const reportOf = (id: ReportId): ReportId => {
    const joined = joinedInto.get(id) ?? id
    return latest.get(joined) ?? joined
  }
  const stories = clusterStories(current, lineage, rulingsOnReports(rulings, reportOf))
  const lineages = lineageByStory(lineage, stories)
  const byId = new Map(reports.map((report) => [report.article.id, report]))
  const pagesByReport = new Map(pages.map((page) => [page.versions.at(-1)!.id, page]))
  return {
    reports,
    latestVersions: latest,
    inputGaps: [...gaps, ...textless.map(({ article }) => textlessGap(article))],
    jobs: stories.map((story, i) => {
      const captured = story.reports.flatMap((id) => pagesByReport.get(id) ?? [])
      return {
        story,
        reports: story.reports.map((id) => byId.get(id)!),
        lineage: lineages[i]!,
        pages: captured,
        versions: captured.flatMap(({ versions }) => versions.slice(0, -1).map(({ id }) => byId.get(id)!)),
      }
    }),
  }
}

/**
 * The same rulings on the reports that are there: one on an earlier version of a page holds for the page, and one on a
 * part of an article for the article.
 */
function rulingsOnReports(
  rulings: readonly StoryRuling[],
  reportOf: (id: ReportId) => ReportId,
): readonly StoryRuling[] {
  return rulings.map((ruling) =>
    ruling.kind === "same-story"
      ? { ...ruling, reports: ruling.reports.map(reportOf) }
      : { ...ruling, reports: ruling.reports.map(reportOf), others: ruling.others.map(reportOf) },
  )
}

/** The reports, those read anew that were given words after their first capture: "on Tuesday" in these is a later one. */
function withAddedTimes(
  reports: readonly AnalysedReport[],
  pages: readonly PageVersions[],
): readonly AnalysedReport[] {
  const pagesByReport = new Map(pages.map((page) => [page.versions.at(-1)!.id, page]))
  return reports.map((report) => {
    const versions = pagesByReport.get(report.article.id)?.versions ?? []
    const added = addedWords(versions)
    if (added.length === 0) return report
    // The rest was written when the first version was.
    const first = { ...report.article, modified: versions[0]!.modified }
    return { ...report, analysis: readReport(first, { explain: false, added }) }
  })
}

/** The same with the pages of one article made one report, which is read anew. */
function withPagesJoined(analysed: readonly AnalysedReport[]): {
  readonly whole: readonly AnalysedReport[]
  readonly joinedInto: ReadonlyMap<ReportId, ReportId>
} {
  const { articles, joinedInto } = joinPages(analysed.map(({ article }) => article))
  if (joinedInto.size === 0) return { whole: analysed, joinedInto }
  const byId = new Map(analysed.map((report) => [report.article.id, report]))
  const whole = articles.map((article) =>
    article.parts ? { article, analysis: readReport(article, { explain: false }) } : byId.get(article.id)!,
  )
  return { whole, joinedInto }
}

/** A report as reuse sees it. */
export function reuseReportOfAnalysed({ article, analysis }: AnalysedReport): ReuseReport {
  return reuseReportOf({
    id: article.id,
    text: article.text,
    tokens: analysis.tokens,
    setAside: article.furniture,
    quoted: analysis.quotations.filter(({ form }) => form !== "indirect").flatMap(({ parts }) => parts),
    published: article.published,
    outlet: article.outlet,
    credits: article.credits,
    site: article.url === null ? null : siteOf(article.url),
  })
}

/** A front page or a list quotes the articles that it leads to: it is no witness to what they say. */
function isReport({ article }: AnalysedReport): boolean {
  return /\S/.test(article.text) && !article.shortfalls.some(({ kind }) => kind === "no-article")
}

function textlessGap({ source, shortfalls }: Article): IntakeGap {
  const detail = shortfalls.find(({ kind }) => kind === "no-article")?.detail ?? shortfalls[0]?.detail ?? null
  return { name: source.name, member: source.member, kind: "no-text", detail }
}
