import { pageVersionsOf, type ReportId } from "../../article/index.ts"
import { compareStrings, type Span, spansOverlap } from "../../base/index.ts"
import type { AnalysedReport } from "../../language/index.ts"
import { findSpread, type Spread } from "../../record/index.ts"
import type { Archive } from "../open-archive.ts"
import { searchArchive } from "./search-archive.ts"
import { latestOf, standingReports } from "./standing-reports.ts"

/** Old words of a page, and who in the whole archive still prints them. */
export interface StandingSpread {
  readonly address: string
  /** Captured between these two times it was changed; null where nobody noted the time. */
  readonly when: { readonly from: string | null; readonly to: string | null }
  readonly old: SpreadWords
  readonly touches: Spread["edit"]["touches"]
  readonly still: readonly SpreadWords[]
}

export interface SpreadWords extends Span {
  readonly report: ReportId
  readonly text: string
}

/** Reports of other stories that are looked at for one sentence of an edit: the newest with its words. */
const strangersMax = 50
/** Of an edit over more sentences, the first are asked for. */
const askedSentencesMax = 5
/** Of an old sentence so many words, the longest, are asked for. */
const askedWordsMax = 6

/** For every edit seen on the pages of a story, which other reports of the archive still carry the old words. */
export async function standingSpread(archive: Archive, story: string): Promise<readonly StandingSpread[]> {
  const rows = await archive.database.query("SELECT id FROM report WHERE story = $1", [story])
  const standing = await standingReports(
    archive.database,
    rows.map(({ id }) => JSON.parse(String(id)) as ReportId),
  )
  const byId = new Map(standing.map(({ report }) => [report.article.id, report]))
  const latest = standing.filter(({ versionOf }) => versionOf === null).map(({ report }) => report)
  const found: StandingSpread[] = []
  const articles = [...byId.values()].map(({ article }) => article)
  for (const { address, versions } of pageVersionsOf(articles, latestOf(standing)))
    for (const [at, { id }] of versions.slice(1).entries()) {
      const [before, after] = [byId.get(versions[at]!.id)!, byId.get(id)!]
      const near = latest.filter(({ article }) => article.id !== versions.at(-1)!.id)
      const others = [...near, ...(await strangersTo(archive, before, after, [...near, ...byId.values()]))]
      for (const spread of findSpread(before, after, sorted(others)))
        found.push(standingSpreadOf(spread, address, before, after, others))
    }
  return found
}

function standingSpreadOf(
  { edit, old, still }: Spread,
  address: string,
  before: AnalysedReport,
  after: AnalysedReport,
  others: readonly AnalysedReport[],
): StandingSpread {
  const textById = new Map([before, ...others].map(({ article }) => [article.id, article.text]))
  const words = ({ report, start, end }: Spread["old"]): SpreadWords => {
    return { report, start, end, text: textById.get(report)!.slice(start, end) }
  }
  const when = { from: before.article.source.capturedAt, to: after.article.source.capturedAt }
  return { address, when, old: words(old), touches: edit.touches, still: still.map(words) }
}

/** Reports of other stories that hold the words of a sentence with an edit, of a long edit of its first ones. */
async function strangersTo(
  archive: Archive,
  before: AnalysedReport,
  after: AnalysedReport,
  known: readonly AnalysedReport[],
): Promise<readonly AnalysedReport[]> {
  const met = new Set<ReportId>()
  for (const { edit } of findSpread(before, after, [])) {
    const sentences = before.analysis.sentences.filter((one) => spansOverlap(one, edit.before))
    for (const { start, end } of sentences.slice(0, askedSentencesMax)) {
      const query = longestWords(before.article.text.slice(start, end))
      for (const { report } of await searchArchive(archive, query, {
        within: "reports",
        count: strangersMax,
      }))
        met.add(report)
    }
  }
  for (const { article } of known) met.delete(article.id)
  return (await standingReports(archive.database, [...met]))
    .filter(({ versionOf }) => versionOf === null)
    .map(({ report }) => report)
}

function longestWords(sentence: string): string {
  return [...new Set(sentence.match(/\p{L}+/gu) ?? [])]
    .sort((a, b) => b.length - a.length || compareStrings(a, b))
    .slice(0, askedWordsMax)
    .join(" ")
}

function sorted(reports: readonly AnalysedReport[]): readonly AnalysedReport[] {
  return [...reports].sort((a, b) => compareStrings(a.article.id, b.article.id))
}
