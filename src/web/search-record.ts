import type { ReportWire, StoryWire } from "../api/index.ts"
import type { Span } from "../base/index.ts"
import type { RecordView } from "./record-view.ts"

export interface SearchHit {
  readonly report: ReportWire
  readonly story: StoryWire | null
  readonly sentence: Span
  /** Counted from 1, as in the addresses of sentences. */
  readonly number: number
  readonly found: readonly Span[]
}

export interface SearchResult {
  readonly hits: readonly SearchHit[]
  /** All hits, also those beyond `hits`. */
  readonly total: number
}

const wordsMax = 8
const hitsMax = 200

/**
 * Sentences that hold every word of `query`, whatever its case; words in double quotes must stand together. Reports in
 * the order of the record. An empty query finds nothing. Linear in the record's text.
 */
export function searchRecord(view: RecordView, query: string): SearchResult {
  const wanted = queryParts(query)
  if (wanted.length === 0) return { hits: [], total: 0 }
  const hits: SearchHit[] = []
  let total = 0
  for (const report of view.document.reports) {
    const folded = fold(report.text)
    if (!wanted.every((words) => folded.includes(words))) continue
    for (const [index, sentence] of report.sentences.entries()) {
      const found = findAll(folded, sentence, wanted)
      if (found === null) continue
      total++
      if (hits.length < hitsMax)
        hits.push({ report, story: view.storyOf(report.id), sentence, number: index + 1, found })
    }
  }
  return { hits, total }
}

/** The words and quoted phrases of a query, folded, at most eight. */
function queryParts(query: string): readonly string[] {
  return [...query.matchAll(/"([^"]+)"|(\S+)/g)]
    .map((match) => fold((match[1] ?? match[2]!).replaceAll('"', "").trim()))
    .filter((words) => words !== "")
    .slice(0, wordsMax)
}

/** Lower case, unit by unit, so that places stay what they were; what would change its length is left as it is. */
function fold(text: string): string {
  const lower = text.toLowerCase()
  if (lower.length === text.length) return lower
  return Array.from(text, (sign) =>
    sign.toLowerCase().length === sign.length ? sign.toLowerCase() : sign,
  ).join("")
}

function findAll(folded: string, within: Span, wanted: readonly string[]): readonly Span[] | null {
  const text = folded.slice(within.start, within.end)
  const found: Span[] = []
  for (const words of wanted) {
    let at = text.indexOf(words)
    if (at < 0) return null
    for (; at >= 0; at = text.indexOf(words, at + words.length))
      found.push({ start: within.start + at, end: within.start + at + words.length })
  }
  return found
}
