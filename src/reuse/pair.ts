import type { Fingerprints } from "./fingerprint.ts"
import { buildPostingIndex, type PostingIndex } from "./posting-index.ts"
import { printColumns } from "./print-columns.ts"

/** Two texts that share fingerprints, by their places in the list given; `a` before `b`. */
export interface CandidatePair {
  readonly a: number
  readonly b: number
  /** Fingerprints that both hold. */
  readonly shared: number
  /** The same, each counted for less the more texts hold it. */
  readonly weight: number
}

/** Two texts each, by their places. */
export interface CandidateColumns {
  readonly a: Uint32Array
  readonly b: Uint32Array
}

/** Candidate pairs, column by column: of a million texts there are many. */
export interface PairColumns extends CandidateColumns {
  readonly shared: Uint32Array
  readonly weights: Float64Array
  /** How often the limits left something out. */
  readonly cut: PairCuts
}

/** What `PairLimits` left out. */
export interface PairCuts {
  /** Texts whose posting was too long to be met whole, each counted for each such posting. */
  readonly postings: number
  /** Texts that shared something with more others than they are paired with. */
  readonly candidates: number
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
 * Few texts are paired with all that they share anything with. `index` is that of `prints`, where it is made.
 */
export function pair(
  prints: readonly Fingerprints[],
  limits: PairLimits = pairLimits,
  index: PostingIndex = buildPostingIndex(printColumns(prints)),
): readonly CandidatePair[] {
  const pairs = pairColumns(index, limits)
  return Array.from(pairs.a, (a, i) => ({
    a,
    b: pairs.b[i]!,
    shared: pairs.shared[i]!,
    weight: pairs.weights[i]!,
  }))
}

/** The same, column by column. */
export function pairColumns(index: PostingIndex, limits: PairLimits): PairColumns {
  const count = index.textOfRank.length
  return joinPairs(count, [pairRanks(index, 0, count, limits)])
}

/** The pairs that the texts of ranks [first, last) choose: a pair may be chosen from both sides. */
export function pairRanks(index: PostingIndex, first: number, last: number, limits: PairLimits): PairColumns {
  const { textOfRank } = index
  const texts = textOfRank.length
  const weightMin = Math.min(weightMax, texts / textsForWeightMax)
  const candidatesMax = Math.max(limits.candidatesMax, Math.min(64, Math.floor(4000 / (texts + 1))))
  const scores: Scores = {
    weights: new Float64Array(texts),
    shared: new Uint32Array(texts),
    touched: new Uint32Array(texts),
    count: 0,
  }
  const found: CandidatePair[] = []
  const cut = { postings: 0, candidates: 0 }
  for (let rank = first; rank < last; rank++) {
    cut.postings += meet(index, rank, limits.postingMax, scores)
    const chosen: number[] = []
    for (let i = 0; i < scores.count; i++) {
      const other = scores.touched[i]!
      if (scores.weights[other]! >= weightMin) chosen.push(other)
    }
    if (chosen.length > candidatesMax) {
      cut.candidates++
      chosen.sort((x, y) => scores.weights[y]! - scores.weights[x]! || x - y)
      chosen.length = candidatesMax
    }
    for (const other of chosen) {
      const [x, y] = [textOfRank[rank]!, textOfRank[other]!]
      found.push({
        a: Math.min(x, y),
        b: Math.max(x, y),
        shared: scores.shared[other]!,
        weight: scores.weights[other]!,
      })
    }
    for (let i = 0; i < scores.count; i++)
      scores.weights[scores.touched[i]!] = scores.shared[scores.touched[i]!] = 0
    scores.count = 0
  }
  return columnsOf(found, cut)
}

function columnsOf(found: readonly CandidatePair[], cut: PairCuts): PairColumns {
  return {
    a: Uint32Array.from(found, ({ a }) => a),
    b: Uint32Array.from(found, ({ b }) => b),
    shared: Uint32Array.from(found, ({ shared }) => shared),
    weights: Float64Array.from(found, ({ weight }) => weight),
    cut,
  }
}

/**
 * The pairs of all `parts`, which cover all ranks, sorted by `a`, then `b`. Of a pair found from both its texts the
 * heavier finding, of equals that of the lesser rank. Cost: linear.
 */
export function joinPairs(texts: number, parts: readonly PairColumns[]): PairColumns {
  const total = parts.reduce((sum, { a }) => sum + a.length, 0)
  const all = {
    a: new Uint32Array(total),
    b: new Uint32Array(total),
    shared: new Uint32Array(total),
    weights: new Float64Array(total),
    cut: {
      postings: parts.reduce((sum, { cut }) => sum + cut.postings, 0),
      candidates: parts.reduce((sum, { cut }) => sum + cut.candidates, 0),
    },
  }
  let at = 0
  for (const part of parts) {
    all.a.set(part.a, at)
    all.b.set(part.b, at)
    all.shared.set(part.shared, at)
    all.weights.set(part.weights, at)
    at += part.a.length
  }
  const sorted = sortedBy(all.a, sortedBy(all.b, null, texts), texts)
  const kept = new Uint32Array(total)
  let count = 0
  for (const place of sorted) {
    const last = count > 0 ? kept[count - 1]! : -1
    if (last < 0 || all.a[last] !== all.a[place] || all.b[last] !== all.b[place]) kept[count++] = place
    else if (all.weights[last]! < all.weights[place]!) kept[count - 1] = place
  }
  const chosen = kept.subarray(0, count)
  return {
    a: Uint32Array.from(chosen, (place) => all.a[place]!),
    b: Uint32Array.from(chosen, (place) => all.b[place]!),
    shared: Uint32Array.from(chosen, (place) => all.shared[place]!),
    weights: Float64Array.from(chosen, (place) => all.weights[place]!),
    cut: all.cut,
  }
}

/** The places of `keys`, which are below `keysEnd`, by key; of equal keys in the order given. A counting sort. */
function sortedBy(keys: Uint32Array, places: Uint32Array | null, keysEnd: number): Uint32Array {
  const next = new Uint32Array(keysEnd + 1)
  for (const key of keys) next[key + 1]!++
  for (let key = 0; key < keysEnd; key++) next[key + 1]! += next[key]!
  const sorted = new Uint32Array(keys.length)
  for (let i = 0; i < keys.length; i++) {
    const place = places === null ? i : places[i]!
    sorted[next[keys[place]!]!++] = place
  }
  return sorted
}

interface Scores {
  readonly weights: Float64Array
  readonly shared: Uint32Array
  /** Ranks with a score: the first `count`. */
  readonly touched: Uint32Array
  count: number
}

/** Scores every text that the one of `rank` shares a fingerprint with; how many postings it meets only in part. */
function meet(index: PostingIndex, rank: number, postingMax: number, scores: Scores): number {
  const { starts, ranks, offsets, postings } = index
  const { weights, shared, touched } = scores
  const score = (from: number, to: number, weight: number): void => {
    for (let i = from; i < to; i++) {
      const other = ranks[i]!
      if (other === rank) continue
      if (shared[other]!++ === 0) touched[scores.count++] = other
      weights[other]! += weight
    }
  }
  let cut = 0
  for (let p = offsets[rank]!; p < offsets[rank + 1]!; p++) {
    const from = starts[postings[p]!]!
    const to = starts[postings[p]! + 1]!
    const weight = 1 / Math.log2(to - from)
    if (to - from <= postingMax) {
      score(from, to, weight)
      continue
    }
    cut++
    const own = placeOf(ranks, from, to, rank)
    const first = Math.max(from, Math.min(own - (postingMax >> 1), to - postingMax))
    score(first, first + postingMax, weight)
    score(from, Math.min(from + hubs, first), weight)
  }
  return cut
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
