import type { Span } from "../base/index.ts"

/** A text that can be searched, sentence by sentence. */
export interface SearchedText {
  readonly text: string
  readonly sentences: readonly Span[]
}

export interface FoundSentence<Searched extends SearchedText> {
  readonly in: Searched
  readonly sentence: Span
  /** Counted from 1, as in the addresses of sentences. */
  readonly number: number
  readonly found: readonly Span[]
}

export interface SearchResult<Searched extends SearchedText> {
  readonly hits: readonly FoundSentence<Searched>[]
  /** All hits, also those beyond `hits`. */
  readonly total: number
}

const wordsMax = 8
const hitsMax = 200

/**
 * Sentences that hold every word of `query`, whatever its case; words in double quotes must stand together. Texts in
 * the order given. An empty query finds nothing. Linear in the texts. The server and the pages on a disk both use it.
 */
export function findSentences<Searched extends SearchedText>(
  texts: Iterable<Searched>,
  query: string,
): SearchResult<Searched> {
  const wanted = queryParts(query)
  const hits: FoundSentence<Searched>[] = []
  let total = 0
  if (wanted.length === 0) return { hits, total }
  for (const one of texts) {
    const folded = foldedText(one)
    if (!wanted.every((words) => folded.includes(words))) continue
    for (const [index, sentence] of one.sentences.entries()) {
      const found = findAll(folded, sentence, wanted)
      if (found === null) continue
      total++
      if (hits.length < hitsMax) hits.push({ in: one, sentence, number: index + 1, found })
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

/** For as long as somebody holds the text, what it was folded to: folding costs more than looking. */
const foldedTexts = new WeakMap<SearchedText, string>()

function foldedText(searched: SearchedText): string {
  const folded = foldedTexts.get(searched) ?? fold(searched.text)
  foldedTexts.set(searched, folded)
  return folded
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
