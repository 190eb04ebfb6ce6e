import { isWordToken, type Tokens, tokenize } from "../language/index.ts"
import { commonWords } from "./common-words.ts"
import { TermCounts } from "./term-counts.ts"
import { TermTable } from "./term-table.ts"

/** What one report makes of its words: the counts that stories are told apart by. Columns of one length. */
export interface ReportTerms {
  /** Distinct terms: hashes of folded, lightly stemmed words. */
  readonly terms: Uint32Array
  /** How much the report makes of each term: grows with the logarithm of its count, more in the title. */
  readonly strengths: Float32Array
  /** 1 where the report prints the term as a name: with a capital inside a sentence, or with digits. */
  readonly named: Uint8Array
  /** Where the term first stands in the text; in the title, where it stands only there, as `-1 - start`. */
  readonly firsts: Int32Array
}

/** Beyond these a text says nothing new of its story; what follows is not counted. */
export const tokensMax = 4_000

const multiplier = 0x01000193
/** The inverse of FNV's prime modulo 2^32: takes a letter off the end of a hash. */
const inverse = 0x359c449b

/**
 * The terms of a report from its title and its text's tokens. Tokens whose start `skipped` holds are left out.
 * Cost: one pass over at most `tokensMax` tokens; no string is made.
 */
export function reportTerms(
  title: string | null,
  text: string,
  tokens: Tokens,
  skipped: (start: number) => boolean,
): ReportTerms {
  const titleTokens = title === null ? null : tokenize(title)
  counted.clear(Math.min(tokens.count, tokensMax) + Math.min(titleTokens?.count ?? 0, tokensMax))
  count(text, tokens, skipped)
  if (title !== null && titleTokens !== null) countTitle(title, titleTokens)
  const { size } = counted
  const buffer = new ArrayBuffer(size * 13)
  const terms = new Uint32Array(buffer, 0, size)
  const strengths = new Float32Array(buffer, size * 4, size)
  const firsts = new Int32Array(buffer, size * 8, size)
  const named = new Uint8Array(buffer, size * 12, size)
  terms.set(counted.terms.subarray(0, size))
  firsts.set(counted.firsts.subarray(0, size))
  for (let i = 0; i < size; i++) {
    strengths[i] = 1 + Math.log(counted.times[i]!)
    named[i] = counted.capitals[i]! > 0 ? 1 : 0
  }
  return { terms, strengths, named, firsts }
}

/** What the next report is counted on: five new arrays a report cost as much as the counting. */
const counted = new TermCounts(2 * tokensMax)

/** A title says what the report is about. */
const titleTimes = 4

function countTitle(title: string, tokens: Tokens): void {
  const limit = Math.min(tokens.count, tokensMax)
  for (let i = 0; i < limit; i++) {
    if (!isWordToken(tokens, i)) continue
    const start = tokens.starts[i]!
    const place = counted.placeOf(stemHash(title, start, tokens.ends[i]!, tokens.hashes[i]!), -1 - start)
    counted.times[place] = counted.times[place]! + titleTimes
  }
}

function count(text: string, tokens: Tokens, skipped: (start: number) => boolean): void {
  const limit = Math.min(tokens.count, tokensMax)
  let opens = true
  for (let i = 0; i < limit; i++) {
    const start = tokens.starts[i]!
    if (!isWordToken(tokens, i)) {
      opens = !keepsSentence(text.charCodeAt(start))
      continue
    }
    const opened = opens
    opens = false
    if (skipped(start)) continue
    const term = stemHash(text, start, tokens.ends[i]!, tokens.hashes[i]!)
    const place = counted.placeOf(term, start)
    counted.times[place] = counted.times[place]! + 1
    if (!opened) counted.capitals[place] = counted.capitals[place]! + (isCapital(text, start) ? 1 : -1)
  }
}

/** A comma, a hyphen, a currency sign or a bracket: a capital after it is no sentence's first. */
function keepsSentence(unit: number): boolean {
  return unit === 0x2c || unit === 0x2d || unit === 0x24 || unit === 0x28
}

/** The word that stands at a `ReportTerms.firsts`. */
export function wordAt(title: string | null, text: string, first: number): string {
  const source = first < 0 ? (title ?? "") : text
  const start = first < 0 ? -1 - first : first
  return (
    /^[\p{L}\p{M}\p{Nd}]+(?:['’.,][\p{L}\p{M}\p{Nd}]+)*/u.exec(source.slice(start, start + 60))?.[0] ?? ""
  )
}

function isCapital(text: string, start: number): boolean {
  const unit = text.charCodeAt(start)
  if (unit < 128) return (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57)
  const letter = text.charAt(start)
  return letter !== letter.toLowerCase()
}

/**
 * The hash of a word without its English ending, taken off letter by letter from the whole word's hash: possessive,
 * plural, "-ed", "-ing", and a final "e" so that the forms of one verb meet. Words of other scripts stay as they are.
 */
export function stemHash(text: string, start: number, end: number, hash: number): number {
  let h = hash
  let last = end
  const at = (back: number): number => text.charCodeAt(last - back) | 0x20
  const drop = (unit: number): void => {
    h = Math.imul(h, inverse) ^ unit
    last--
  }
  if (last - start > 2 && at(1) === 0x73 && isApostrophe(text.charCodeAt(last - 2))) {
    drop(0x73)
    drop(0x27)
  }
  const long = (letters: number): boolean => last - start >= letters
  if (long(4) && at(1) === 0x73 && at(2) !== 0x73 && at(2) !== 0x75 && at(2) !== 0x69) {
    drop(0x73)
    if (long(4) && at(1) === 0x65 && at(2) === 0x69) {
      drop(0x65)
      drop(0x69)
      h = Math.imul(h ^ 0x79, multiplier)
      return h >>> 0
    }
  }
  if (long(6) && at(1) === 0x67 && at(2) === 0x6e && at(3) === 0x69) {
    drop(0x67)
    drop(0x6e)
    drop(0x69)
  } else if (long(5) && at(1) === 0x64 && at(2) === 0x65) {
    drop(0x64)
    drop(0x65)
  }
  if (long(4) && at(1) === 0x65) drop(0x65)
  return h >>> 0
}

function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019 || unit === 0x2018 || unit === 0x02bc
}

const assumedShares = buildShares()

/** The share of reports that is taken to hold a term before any report was seen. */
export function assumedShare(term: number): number {
  return assumedShares.get(term)
}

function buildShares(): TermTable {
  const shares = new TermTable(2_048)
  for (const { share, words } of commonWords) {
    const tokens = tokenize(words)
    for (let i = 0; i < tokens.count; i++) {
      const term = stemHash(words, tokens.starts[i]!, tokens.ends[i]!, tokens.hashes[i]!)
      shares.set(term, Math.max(share, shares.get(term)))
    }
  }
  return shares
}
