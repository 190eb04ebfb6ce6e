import {
  findPageVersions,
  joinPages,
  latestVersions,
  ownMovesOf,
  type PageMove,
  type PageVersions,
  type ReportId,
} from "../article/index.ts"
import type { IntakeGap } from "../intake/index.ts"
import { type AnalysedReport, readReport } from "../language/index.ts"
import { addedWords } from "./added-words.ts"

/** The reports that some documents come to. */
export interface SettledReports {
  /** With earlier versions of pages; all have text. */
  readonly reports: readonly AnalysedReport[]
  /** The pages that were captured more than once. */
  readonly pages: readonly PageVersions[]
  /** For each earlier version of a page, the report that is its latest. */
  readonly latestVersions: ReadonlyMap<ReportId, ReportId>
  /** For each document that went into the article of another, that report. */
  readonly joinedInto: ReadonlyMap<ReportId, ReportId>
  /** Documents without an article, by the id that their report would have had. */
  readonly textless: ReadonlyMap<ReportId, IntakeGap>
}

/**
 * Joins the pages of one article, sets aside what is no report, and finds the versions of pages. Documents that share
 * neither an address nor a series of pages, and whose addresses no `moves` join, have nothing to do with each other
 * here. The moves that the documents themselves propose are beside these.
 */
export function settleReports(
  analysed: readonly AnalysedReport[],
  moves: readonly PageMove[] = [],
): SettledReports {
  const { whole, joinedInto } = withPagesJoined(analysed)
  const found = whole.filter((report) => gapOfTextless(report) === null)
  const proposed = [...moves, ...analysed.flatMap(({ article }) => ownMovesOf(article))]
  const pages = findPageVersions(
    found.map(({ article }) => article),
    proposed,
  )
  return {
    reports: withAddedTimes(found, pages),
    pages,
    latestVersions: latestVersions(pages),
    joinedInto,
    textless: new Map(
      whole.flatMap((report) => {
        const gap = gapOfTextless(report)
        return gap === null ? [] : [[report.article.id, gap] as const]
      }),
    ),
  }
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

/**
 * Why that is no report; null where it is one. A front page or a list quotes the articles that it leads to: it is no
 * witness to what they say.
 */
export function gapOfTextless({
  article: { text, source, shortfalls },
}: Pick<AnalysedReport, "article">): IntakeGap | null {
  const missing = shortfalls.find(({ kind }) => kind === "no-article")
  if (missing === undefined && /\S/.test(text)) return null
  const detail = missing?.detail ?? shortfalls[0]?.detail ?? null
  return { name: source.name, member: source.member, kind: "no-text", detail }
}
