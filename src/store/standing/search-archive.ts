import type { ReportId } from "../../article/index.ts"
import { mergeSpans, type Span } from "../../base/index.ts"
import { type AnalysedReport, type SearchIn, searchTerms, wordMarks } from "../../language/index.ts"
import type { AskedWords } from "../database.ts"
import type { Archive } from "../open-archive.ts"
import { standingReportOf } from "./standing-reports.ts"

export type { SearchIn } from "../../language/index.ts"

/** A passage that was found. */
export interface SearchHit {
  readonly report: ReportId
  readonly title: string | null
  readonly outlet: string | null
  readonly published: string | null
  readonly story: string | null
  /** The sentence, the statement or the name, in the report's text; null where only the title holds the words. */
  readonly passage: (Span & { readonly text: string }) | null
  /** The words that were asked for, in the report's text. */
  readonly found: readonly Span[]
}

const wordsMax = 12

/**
 * The reports that hold every word of `query`, the newest first, each with the passage that holds the most of them. A
 * word that ends in `*` is the beginning of words. Whatever else stands in a query is only words: it has no syntax
 * that could be broken. A query without a word finds nothing.
 */
export async function searchArchive(
  { database }: Archive,
  query: string,
  { within, count }: { readonly within: SearchIn; readonly count: number },
): Promise<readonly SearchHit[]> {
  const asked = askedFor(query)
  if (asked.words.length === 0) return []
  const mark = wordMarks[within]
  const marked = {
    words: asked.words.map((word) => mark + word),
    begun: new Set([...asked.begun].map((word) => mark + word)),
  }
  const lines = await database.words.search.newest(database, marked, Math.max(1, Math.floor(count)))
  const rows = await database.query(
    `SELECT r.id AS id, r.story AS story, r.version_of AS version_of, r.made_of AS made_of,
      coalesce(r.analysed, d.analysed) AS analysed
      FROM report r JOIN document d ON d.seq = r.seq AND d.place = r.place
      WHERE r.search_row IN (SELECT CAST(value->>0 AS BIGINT) FROM ${database.words.elementsOf("$1")})
      ORDER BY r.search_row DESC`,
    [JSON.stringify(lines.map((line) => [line]))],
  )
  return rows.map((row) => {
    const { report } = standingReportOf(row)
    const { id, title, outlet, published } = report.article
    const story = row.story === null ? null : String(row.story)
    return { report: id, title, outlet, published, story, ...bestPassage(report, asked, within) }
  })
}

function askedFor(query: string): AskedWords {
  const words = new Set<string>()
  const begun = new Set<string>()
  for (const part of query.split(/\s+/)) {
    const terms = searchTerms(part).map(({ term }) => term)
    for (const term of terms) words.add(term)
    if (part.endsWith("*") && terms.length > 0) begun.add(terms.at(-1)!)
  }
  const kept = [...words].slice(0, wordsMax)
  return { words: kept, begun: new Set(kept.filter((word) => begun.has(word))) }
}

/** The passage with the most of the words; of equals the first. */
function bestPassage(
  { article, analysis }: AnalysedReport,
  asked: AskedWords,
  within: SearchIn,
): Pick<SearchHit, "passage" | "found"> {
  let best: Pick<SearchHit, "passage" | "found"> = { passage: null, found: [] }
  let most = 0
  for (const { start, end } of passagesOf(analysis, within)) {
    const text = article.text.slice(start, end)
    const found: Span[] = []
    const held = new Set<string>()
    for (const term of searchTerms(text)) {
      const word = wordIn(term.term, asked)
      if (word === null) continue
      held.add(word)
      found.push({ start: start + term.start, end: start + term.end })
    }
    if (held.size <= most) continue
    most = held.size
    best = { passage: { start, end, text }, found: mergeSpans(found) }
  }
  return best
}

function passagesOf(analysis: AnalysedReport["analysis"], within: SearchIn): readonly Span[] {
  if (within === "reports") return analysis.sentences
  if (within === "names") return analysis.names.flatMap(({ mentions }) => mentions)
  return analysis.quotations
    .filter(({ speech }) => speech)
    .map(({ parts }) => ({ start: parts[0]!.start, end: parts.at(-1)!.end }))
}

function wordIn(term: string, { words, begun }: AskedWords): string | null {
  if (words.includes(term)) return term
  for (const word of begun) if (term.startsWith(word)) return word
  return null
}
