import type { Fingerprints } from "./fingerprint.ts"
import { buildPostingIndex, type PostingIndex } from "./posting-index.ts"

/** Two texts that share fingerprints, by their places in the list given; `a` before `b`. */
export interface CandidatePair {
  readonly a: number
  readonly b: number
  /** Fingerprints that both hold. */
  readonly shared: number
  /** The same, each counted for less the more texts hold it. */
  readonly weight: number
}

export interface PairLimits {
  /** Of a fingerprint held by more texts, each text meets only its neighbours in rank and the first few. */
  readonly postingMax: number
  /** A text is paired with at most this many others of its own choosing. */
  readonly candidatesMax: number
}

export const pairLimits: PairLimits = { postingMax: 48, candidatesMax: 12 }

/** Every text meets these of a long posting, so that one hub joins what neighbours alone would part. */
const hubs = 4

/** Among many texts, a pair must share more than one common phrase. */
const weightMax = 0.5
const textsForWeightMax = 4000

/**
 * The pairs worth aligning, sorted by `a`, then `b`. Cost: linear in the fingerprints, times `postingMax` at worst.
 * Few texts are paired with all that they share anything with.
 */
export function pair(
  prints: readonly Fingerprints[],
  limits: PairLimits = pairLimits,
): readonly CandidatePair[] {
  const index = buildPostingIndex(prints)
  const { textOfRank, textCount } = index
  const weightMin = Math.min(weightMax, textCount / textsForWeightMax)
  const candidatesMax = Math.max(limits.candidatesMax, Math.min(64, Math.floor(4000 / (textCount + 1))))
  const scores: Scores = {
    weights: new Float64Array(textCount),
    shared: new Uint32Array(textCount),
    touched: [],
  }
  const pairs: CandidatePair[] = []
  for (let rank = 0; rank < textCount; rank++) {
    meet(index, rank, limits.postingMax, scores)
    const chosen = scores.touched.filter((other) => scores.weights[other]! >= weightMin)
    if (chosen.length > candidatesMax) {
      chosen.sort((x, y) => scores.weights[y]! - scores.weights[x]! || x - y)
      chosen.length = candidatesMax
    }
    for (const other of chosen) {
      const [a, b] = ordered(textOfRank[rank]!, textOfRank[other]!)
      pairs.push({ a, b, shared: scores.shared[other]!, weight: scores.weights[other]! })
    }
    for (const other of scores.touched) scores.weights[other] = scores.shared[other] = 0
    scores.touched.length = 0
  }
  return onceEach(pairs.sort((x, y) => x.a - y.a || x.b - y.b))
}

/** Of each pair the heavier finding, from whichever of its two texts; of equals the first. */
function onceEach(sorted: readonly CandidatePair[]): readonly CandidatePair[] {
  const pairs: CandidatePair[] = []
  for (const found of sorted) {
    const last = pairs.at(-1)
    if (last?.a !== found.a || last.b !== found.b) pairs.push(found)
    else if (last.weight < found.weight) pairs[pairs.length - 1] = found
  }
  return pairs
}

interface Scores {
  readonly weights: Float64Array
  readonly shared: Uint32Array
  /** Ranks with a score. */
  readonly touched: number[]
}

/** Scores every text that the one of `rank` shares a fingerprint with, within the limit. */
function meet(index: PostingIndex, rank: number, postingMax: number, scores: Scores): void {
  const { starts, ranks, offsets, postings } = index
  for (let p = offsets[rank]!; p < offsets[rank + 1]!; p++) {
    const from = starts[postings[p]!]!
    const to = starts[postings[p]! + 1]!
    const weight = 1 / Math.log2(to - from)
    if (to - from <= postingMax) {
      for (let i = from; i < to; i++) score(ranks[i]!, weight)
      continue
    }
    const own = placeOf(ranks, from, to, rank)
    const first = Math.max(from, Math.min(own - (postingMax >> 1), to - postingMax))
    for (let i = first; i < first + postingMax; i++) score(ranks[i]!, weight)
    for (let i = from; i < Math.min(from + hubs, first); i++) score(ranks[i]!, weight)
  }

  function score(other: number, weight: number): void {
    if (other === rank) return
    if (scores.shared[other]!++ === 0) scores.touched.push(other)
    scores.weights[other]! += weight
  }
}

function placeOf(ranks: Uint32Array, from: number, to: number, rank: number): number {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (ranks[middle]! < rank) low = middle + 1
    else high = middle
  }
  return low
}

function ordered(x: number, y: number): readonly [number, number] {
  return x < y ? [x, y] : [y, x]
}
