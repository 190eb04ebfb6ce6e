import { type Furniture, movesOf, type PageVersions, type ReportId } from "../article/index.ts"
import { compareSpans } from "../base/index.ts"
import type { IntakeGap, Redirect } from "../intake/index.ts"
import type { AnalysedReport } from "../language/index.ts"
import { type Lineage, type ReuseReport, reuseReportOf, siteOf, traceLineage } from "../reuse/index.ts"
import { clusterStories, type Story, type StoryRuling } from "../story/index.ts"
import { lineageByStory } from "./lineage-by-story.ts"
import { type SettledReports, settleReports } from "./settle-reports.ts"

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

/**
 * Compares all reports and parts them into stories, as `rulings` have them. Documents without an article become gaps.
 * `redirects` are those seen on the way.
 */
export function planRecord(
  analysed: readonly AnalysedReport[],
  gaps: readonly IntakeGap[],
  rulings: readonly StoryRuling[] = [],
  redirects: readonly Redirect[] = [],
): RecordPlan {
  const settled = settleReports(analysed, movesOf(redirects))
  const { reports, latestVersions, joinedInto } = settled
  const reportOf = (id: ReportId): ReportId => {
    const joined = joinedInto.get(id) ?? id
    return latestVersions.get(joined) ?? joined
  }
  return {
    reports,
    latestVersions,
    inputGaps: [...gaps, ...settled.textless.values()],
    jobs: planStories(settled, rulingsOnReports(rulings, reportOf)),
  }
}

/**
 * Compares reports with each other, the latest versions of pages only, and parts them into stories. `rulings` are on
 * latest versions and whole articles.
 */
export function planStories(
  settled: Pick<SettledReports, "reports" | "pages" | "latestVersions">,
  rulings: readonly StoryRuling[],
): readonly StoryJob[] {
  const { reports, pages, latestVersions } = settled
  const current = reports.filter(({ article }) => !latestVersions.has(article.id))
  const lineage = traceLineage(current.map(reuseReportOfAnalysed))
  const cleared = withBackground(current, lineage.background)
  const stories = clusterStories(cleared, lineage, rulings)
  const lineages = lineageByStory(lineage, stories)
  const byId = new Map([...reports, ...cleared].map((report) => [report.article.id, report]))
  const pagesByReport = new Map(pages.map((page) => [page.versions.at(-1)!.id, page]))
  return stories.map((story, i) => {
    const captured = story.reports.flatMap((id) => pagesByReport.get(id) ?? [])
    return {
      story,
      reports: story.reports.map((id) => byId.get(id)!),
      lineage: lineages[i]!,
      pages: captured,
      versions: captured.flatMap(({ versions }) => versions.slice(0, -1).map(({ id }) => byId.get(id)!)),
    }
  })
}

/** The same, with words that many unlike reports print among the furniture. */
function withBackground(
  reports: readonly AnalysedReport[],
  background: Lineage["background"],
): readonly AnalysedReport[] {
  const added = new Map<ReportId, Furniture[]>()
  for (const { report, span } of background) {
    const item: Furniture = { ...span, kind: "boilerplate", rule: "printed-by-unlike-reports" }
    added.set(report, [...(added.get(report) ?? []), item])
  }
  return reports.map((report) => {
    const { article } = report
    const more = added.get(article.id)
    if (!more) return report
    const furniture = [...article.furniture, ...more].sort(compareSpans)
    return { ...report, article: { ...article, furniture } }
  })
}

/**
 * The same rulings on the reports that are there: one on an earlier version of a page holds for the page, and one on a
 * part of an article for the article.
 */
export function rulingsOnReports(
  rulings: readonly StoryRuling[],
  reportOf: (id: ReportId) => ReportId,
): readonly StoryRuling[] {
  return rulings.map((ruling) =>
    ruling.kind === "same-story"
      ? { ...ruling, reports: ruling.reports.map(reportOf) }
      : { ...ruling, reports: ruling.reports.map(reportOf), others: ruling.others.map(reportOf) },
  )
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
