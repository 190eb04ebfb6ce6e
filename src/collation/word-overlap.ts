import { wordStem, wordWeight } from "./word-weight.ts"

/** The best run of words that two wordings have in common, with what little differs inside it. */
export interface WordOverlap {
  /** Words that both print, by number and by weight. */
  readonly words: number
  readonly weight: number
  /** The share of each one's weight that is in common. */
  readonly aShare: number
  readonly bShare: number
  /** The words that the run covers in each, from the first in common to after the last. */
  readonly aStart: number
  readonly aEnd: number
  readonly bStart: number
  readonly bEnd: number
}

const none: WordOverlap = {
  words: 0,
  weight: 0,
  aShare: 0,
  bShare: 0,
  aStart: 0,
  aEnd: 0,
  bStart: 0,
  bEnd: 0,
}

const unlikePenalty = 0.6
const gapPenalty = 0.35

/** Words of either beyond so many are not compared: no utterance has them, and their product would not end. */
const comparedMax = 1_500

/**
 * Local alignment by words (Smith and Waterman 1981): a word in common is worth its weight, one of the same stem a
 * little less. Of equal runs the earliest in `a`, then in `b`. Cost: the product of the lengths.
 */
export function wordOverlap(a: readonly string[], b: readonly string[]): WordOverlap {
  if (a.length > comparedMax || b.length > comparedMax)
    return wordOverlap(a.slice(0, comparedMax), b.slice(0, comparedMax))
  const width = b.length + 1
  const scores = new Float64Array((a.length + 1) * width)
  const stemsB = b.map(wordStem)
  let best = 0
  let bestAt = 0
  for (let i = 1; i <= a.length; i++) {
    const word = a[i - 1]!
    const stem = wordStem(word)
    const weight = wordWeight(word)
    for (let j = 1; j <= b.length; j++) {
      const worth = word === b[j - 1] ? weight : stem === stemsB[j - 1] ? weight * 0.8 : -unlikePenalty
      const at = i * width + j
      const score = Math.max(
        0,
        scores[at - width - 1]! + worth,
        scores[at - width]! - gapPenalty,
        scores[at - 1]! - gapPenalty,
      )
      scores[at] = score
      if (score > best + 1e-9) {
        best = score
        bestAt = at
      }
    }
  }
  return best === 0 ? none : traced(a, b, stemsB, scores, bestAt)
}

function traced(
  a: readonly string[],
  b: readonly string[],
  stemsB: readonly string[],
  scores: Float64Array,
  from: number,
): WordOverlap {
  const width = b.length + 1
  let [at, words, weight] = [from, 0, 0]
  let [aStart, bStart] = [0, 0]
  while (scores[at]! > 0) {
    const i = Math.floor(at / width)
    const j = at % width
    const word = a[i - 1]!
    const equal = word === b[j - 1]
    const alike = equal || wordStem(word) === stemsB[j - 1]
    const worth = alike ? wordWeight(word) * (equal ? 1 : 0.8) : -unlikePenalty
    if (Math.abs(scores[at]! - (scores[at - width - 1]! + worth)) < 1e-9) {
      if (alike) {
        words++
        weight += wordWeight(word)
        aStart = i - 1
        bStart = j - 1
      }
      at -= width + 1
    } else if (Math.abs(scores[at]! - (scores[at - width]! - gapPenalty)) < 1e-9) at -= width
    else at--
  }
  return {
    words,
    weight,
    aShare: weight / weightOf(a),
    bShare: weight / weightOf(b),
    aStart,
    aEnd: Math.floor(from / width),
    bStart,
    bEnd: from % width,
  }
}

export function weightOf(words: readonly string[]): number {
  let sum = 0
  for (const word of words) sum += wordWeight(word)
  return sum
}

/** Where all of `run` stands unbroken in `words`, or -1. */
export function runIndex(words: readonly string[], run: readonly string[]): number {
  for (let at = 0; at + run.length <= words.length; at++)
    if (run.every((word, i) => words[at + i] === word)) return at
  return -1
}
