import { hashOfLetters, isWordToken, type Tokens, tokenize } from "../language/index.ts"
import { assumedShare, type ReportTerms, stemHash, tokensMax } from "./report-terms.ts"
import { TermCounts } from "./term-counts.ts"

/** Words that more reports than this hold stand between others and belong to none: "the", "of", "said". */
const betweenShare = 0.4
/** Words after a number that may say what it counts. */
const countedReach = 3
/** Pairs that one word may add. */
const pairsPerToken = 2

/**
 * The same terms, and beside them the pairs of words that follow each other and each number with what it counts, "ten"
 * as 10. Two events of one kind are told in the same words; which goes with which is another matter: who offered, how
 * many died, what was cut. Pairs weigh as much as words that are no names.
 */
export function withPhrases(
  words: ReportTerms,
  title: string | null,
  text: string,
  tokens: Tokens,
  skipped: (start: number) => boolean,
): ReportTerms {
  const titleTokens = title === null ? null : tokenize(title)
  const inTitle = Math.min(titleTokens?.count ?? 0, tokensMax)
  pairs.clear(pairsPerToken * (Math.min(tokens.count, tokensMax) + inTitle))
  if (title !== null && titleTokens !== null) countPairs(title, titleTokens, () => false, true)
  countPairs(text, tokens, skipped, false)
  const known = words.terms.length
  const size = known + pairs.size
  const terms = new Uint32Array(size)
  const strengths = new Float32Array(size)
  const named = new Uint8Array(size)
  const firsts = new Int32Array(size)
  terms.set(words.terms)
  strengths.set(words.strengths)
  named.set(words.named)
  firsts.set(words.firsts)
  for (let i = 0; i < pairs.size; i++) {
    terms[known + i] = pairs.terms[i]!
    strengths[known + i] = 1 + Math.log(pairs.times[i]!)
    firsts[known + i] = pairs.firsts[i]!
  }
  return { terms, strengths, named, firsts }
}

const pairs = new TermCounts(2 * pairsPerToken * tokensMax)

function countPairs(
  text: string,
  tokens: Tokens,
  skipped: (start: number) => boolean,
  isTitle: boolean,
): void {
  const limit = Math.min(tokens.count, tokensMax)
  let last = 0
  let number = 0
  let left = 0
  for (let i = 0; i < limit; i++) {
    const start = tokens.starts[i]!
    if (!isWordToken(tokens, i)) {
      const unit = text.charCodeAt(start)
      if (endsSentence(unit)) last = 0
      if (unit !== hyphen) left = 0
      continue
    }
    if (skipped(start)) {
      last = 0
      left = 0
      continue
    }
    const hash = tokens.hashes[i]!
    const stem = stemHash(text, start, tokens.ends[i]!, hash)
    const isBetween = assumedShare(stem) >= betweenShare
    if (left > 0) {
      left--
      if (!isBetween) countPair(number, stem, isTitle ? -1 - start : start)
    }
    const value = numberWords.get(hash) ?? (isDigit(text.charCodeAt(start)) ? hash : 0)
    if (value !== 0) {
      number = value
      left = countedReach
    }
    if (isBetween) continue
    if (last !== 0) countPair(last, stem, isTitle ? -1 - start : start)
    last = stem
  }
}

function countPair(one: number, other: number, first: number): void {
  const place = pairs.placeOf((Math.imul(one, 33) ^ other) >>> 0, first)
  pairs.times[place] = pairs.times[place]! + 1
}

const hyphen = 0x2d

function endsSentence(unit: number): boolean {
  return unit === 0x2e || unit === 0x21 || unit === 0x3f
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39
}

/** The hash of the figure that a number in words stands for. */
const numberWords: ReadonlyMap<number, number> = new Map(
  "one two three four five six seven eight nine ten eleven twelve"
    .split(" ")
    .map((word, i) => [hashOfLetters(word), hashOfLetters(`${i + 1}`)]),
)
