import type { Credit, ReportId } from "../article/index.ts"
import { mergeSpans, type Span } from "../base/index.ts"
import { isWordToken, type Tokens, tokenize } from "../language/index.ts"
import { quotedSpans } from "./quoted-spans.ts"

/** One report as reuse sees it: its words, what is left out of them, and what is known of its making. */
export interface ReuseReport {
  readonly id: ReportId
  readonly text: string
  readonly tokens: Tokens
  /** Furniture and other words that are not the report's own. Sorted, not overlapping. */
  readonly setAside: readonly Span[]
  /** Words given to somebody. Sorted, not overlapping. */
  readonly quoted: readonly Span[]
  /** ISO 8601 to the precision known, or null. Soft evidence: often wrong or missing. */
  readonly published: string | null
  readonly outlet: string | null
  readonly credits: readonly Credit[]
  /** Whose reports are pooled when a rewriting table is sought: a host name, or null. */
  readonly site: string | null
}

/** A text and what is known of it; whatever is left out is unknown or is read from the text. */
export type KnownReport = Pick<ReuseReport, "id" | "text"> & Partial<Omit<ReuseReport, "id" | "text">>

export function reuseReportOf(known: KnownReport): ReuseReport {
  return {
    id: known.id,
    text: known.text,
    tokens: known.tokens ?? tokenize(known.text),
    setAside: mergeSpans(known.setAside ?? []),
    quoted: mergeSpans(known.quoted ?? quotedSpans(known.text)),
    published: known.published ?? null,
    outlet: known.outlet ?? null,
    credits: known.credits ?? [],
    site: known.site ?? null,
  }
}

/** Whose reports those of `address` are pooled with: its host without "www.", or null when it is no address. */
export function siteOf(address: string): string | null {
  if (!URL.canParse(address)) return null
  return new URL(address).hostname.replace(/^www\./, "") || null
}

/** The words of a report that count: neither marks nor anything set aside. Columns of equal length. */
export interface CountedWords {
  readonly count: number
  readonly hashes: Uint32Array
  /** The index of each word among the report's tokens. */
  readonly tokens: Uint32Array
}

/** A report made ready for alignment. */
export interface PreparedReport {
  readonly report: ReuseReport
  readonly words: CountedWords
}

export function prepareReport(report: ReuseReport): PreparedReport {
  return { report, words: countedWords(report) }
}

/** Cost: one pass over the tokens. */
export function countedWords(report: Pick<ReuseReport, "tokens" | "setAside">): CountedWords {
  const { tokens, setAside } = report
  const hashes = new Uint32Array(tokens.count)
  const indexes = new Uint32Array(tokens.count)
  let count = 0
  let next = 0
  for (let i = 0; i < tokens.count; i++) {
    if (!isWordToken(tokens, i)) continue
    if (next === setAside.length) {
      hashes[count] = tokens.hashes[i]!
      indexes[count++] = i
      continue
    }
    const start = tokens.starts[i]!
    while (next < setAside.length && setAside[next]!.end <= start) next++
    if (next < setAside.length && setAside[next]!.start < tokens.ends[i]!) continue
    hashes[count] = tokens.hashes[i]!
    indexes[count++] = i
  }
  return { count, hashes: hashes.subarray(0, count), tokens: indexes.subarray(0, count) }
}

/** From the first counted word to the last; empty where none counts. */
export function countedSpan(report: Pick<ReuseReport, "tokens">, words: CountedWords): Span {
  return words.count === 0 ? { start: 0, end: 0 } : wordsSpan(report, words, 0, words.count - 1)
}

/** The span of the words from `first` to `last`, both included. */
export function wordsSpan(
  report: Pick<ReuseReport, "tokens">,
  words: CountedWords,
  first: number,
  last: number,
): Span {
  return {
    start: report.tokens.starts[words.tokens[first]!]!,
    end: report.tokens.ends[words.tokens[last]!]!,
  }
}
