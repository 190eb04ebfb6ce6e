import { heaviest } from "./heaviest.ts"
import type { Closeness } from "./part-stories.ts"
import { dotOfSums, mergedSum, sumOf, type TermVector, type VectorSum } from "./term-space.ts"
import { togetherness } from "./togetherness.ts"

/** Terms of a report by which others are looked up, the heaviest. */
const keysMax = 24
/** Groups looked up under one term on either side of a group's own place among its holders. */
const reach = 48
/** Likely partners kept of one group. */
const partnersMax = 24
/** After a round of merges the groups look for partners anew, until nothing changes or so often. */
const roundsMax = 6

interface Group {
  sum: VectorSum
  readonly members: number[]
  /** Mean similarity to each likely partner, by index. */
  readonly partners: Map<number, number>
  /** Raised at every change, so that stale pairs in the queue are known. */
  version: number
  alive: boolean
}

interface QueuedPair {
  readonly a: number
  readonly b: number
  readonly strength: number
  readonly versionA: number
  readonly versionB: number
}

/**
 * Parts vectors into stories: average-link agglomeration (Sokal & Michener 1958) over the likely pairs only, where
 * each merge must also hold by `togetherness` at `part`. The order of the vectors breaks ties, so sort them. `closeness` may weaken a pair (for time apart), by its members.
 * Cost: a round takes each group's `partnersMax` similarities and as many queue steps; never all pairs.
 */
export function agglomerate(
  vectors: readonly TermVector[],
  closeness: Closeness,
  part: number,
): readonly (readonly number[])[] {
  let groups = vectors.map(
    (vector, index): Group => ({
      sum: sumOf(vector),
      members: [index],
      partners: new Map(),
      version: 0,
      alive: true,
    }),
  )
  for (let round = 0; round < roundsMax; round++) {
    mergeRound(groups, closeness, part)
    const left = groups.filter((group) => group.alive)
    if (left.length === groups.length) break
    groups = left
    for (const group of groups) group.partners.clear()
  }
  return groups.map(({ members }) => members.sort((a, b) => a - b))
}

function mergeRound(groups: readonly Group[], closeness: Closeness, part: number): void {
  linkPartners(groups)
  const queue = new PairQueue()
  const offer = (a: number, b: number): void => {
    const [one, other] = [groups[a]!, groups[b]!]
    const mean = one.partners.get(b)! * closeness(one.members, other.members)
    const strength = togetherness(one.sum, other.sum, mean, part)
    if (strength > 0) queue.push({ a, b, strength, versionA: one.version, versionB: other.version })
  }
  for (const [a, group] of groups.entries()) for (const b of group.partners.keys()) if (a < b) offer(a, b)
  for (let pair = queue.pop(); pair !== null; pair = queue.pop()) {
    const [one, other] = [groups[pair.a]!, groups[pair.b]!]
    if (one.version !== pair.versionA || other.version !== pair.versionB) continue
    if (!one.partners.has(pair.b)) continue
    merge(groups, pair.a, pair.b)
    for (const partner of one.partners.keys()) offer(Math.min(pair.a, partner), Math.max(pair.a, partner))
  }
}

/** Merges group `b` into group `a`, and what each knew of its partners. */
function merge(groups: readonly Group[], a: number, b: number): void {
  const [one, other] = [groups[a]!, groups[b]!]
  const between = one.partners.get(b)! * one.sum.size * other.sum.size
  const known: number[] = []
  const means: number[] = []
  for (const partner of new Set([...one.partners.keys(), ...other.partners.keys()])) {
    const { alive, sum, partners } = groups[partner]!
    partners.delete(a)
    partners.delete(b)
    if (partner === a || partner === b || !alive) continue
    const ofOne = one.partners.get(partner) ?? meanBetween(one.sum, sum)
    const ofOther = other.partners.get(partner) ?? meanBetween(other.sum, sum)
    known.push(partner)
    means.push((ofOne * one.sum.size + ofOther * other.sum.size) / (one.sum.size + other.sum.size))
  }
  one.partners.clear()
  for (const place of heaviest(known, means, known.length, 2 * partnersMax)) {
    one.partners.set(known[place]!, means[place]!)
    groups[known[place]!]!.partners.set(a, means[place]!)
  }
  one.sum = mergedSum(one.sum, other.sum, between)
  one.version++
  for (const member of other.members) one.members.push(member)
  other.alive = false
  other.version++
  other.members.length = 0
  other.partners.clear()
}

function meanBetween(one: VectorSum, other: VectorSum): number {
  return dotOfSums(one, other) / (one.size * other.size)
}

/** Finds each group's likely partners, those that share the most weight of its heaviest terms, and their similarity. */
function linkPartners(groups: readonly Group[]): void {
  const keys = groups.map(({ sum }) => heaviestTerms(sum))
  const postings = new Map<number, number[]>()
  for (const [index, { terms }] of keys.entries())
    for (const term of terms) {
      const posting = postings.get(term)
      if (posting === undefined) postings.set(term, [index])
      else posting.push(index)
    }
  const shared = new Float64Array(groups.length)
  for (const [index, group] of groups.entries()) {
    const { terms, weights } = keys[index]!
    const met: number[] = []
    for (const [i, term] of terms.entries()) {
      const posting = postings.get(term)!
      const place = placeIn(posting, index)
      const last = Math.min(posting.length - 1, place + reach)
      for (let at = Math.max(0, place - reach); at <= last; at++) {
        if (at === place) continue
        const other = posting[at]!
        if (shared[other] === 0) met.push(other)
        shared[other]! += weights[i]! * weights[i]!
      }
    }
    const strengths = met.map((other) => shared[other]!)
    for (const place of heaviest(met, strengths, met.length, partnersMax)) {
      const other = met[place]!
      if (group.partners.has(other)) continue
      const mean = meanBetween(group.sum, groups[other]!.sum)
      group.partners.set(other, mean)
      groups[other]!.partners.set(index, mean)
    }
    for (const other of met) shared[other] = 0
  }
}

interface Keys {
  readonly terms: readonly number[]
  readonly weights: readonly number[]
}

function heaviestTerms({ weights: { terms, weights, size } }: VectorSum): Keys {
  const places = heaviest(terms, weights, size, keysMax)
  return { terms: places.map((place) => terms[place]!), weights: places.map((place) => weights[place]!) }
}

/** The place of `index` in a sorted posting that holds it. */
function placeIn(posting: readonly number[], index: number): number {
  let low = 0
  let high = posting.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (posting[middle]! < index) low = middle + 1
    else high = middle
  }
  return low
}

/** A binary heap of pairs: the strongest first; of equals the one with the lowest indexes. */
class PairQueue {
  private readonly heap: QueuedPair[] = []

  push(pair: QueuedPair): void {
    let at = this.heap.push(pair) - 1
    while (at > 0) {
      const up = (at - 1) >> 1
      if (!before(pair, this.heap[up]!)) break
      this.heap[at] = this.heap[up]!
      at = up
    }
    this.heap[at] = pair
  }

  pop(): QueuedPair | null {
    const top = this.heap[0]
    const last = this.heap.pop()
    if (top === undefined || last === undefined) return null
    const size = this.heap.length
    if (size === 0) return top
    let at = 0
    for (let down = 1; down < size; down = 2 * at + 1) {
      if (down + 1 < size && before(this.heap[down + 1]!, this.heap[down]!)) down++
      if (!before(this.heap[down]!, last)) break
      this.heap[at] = this.heap[down]!
      at = down
    }
    this.heap[at] = last
    return top
  }
}

function before(x: QueuedPair, y: QueuedPair): boolean {
  if (x.strength !== y.strength) return x.strength > y.strength
  return x.a !== y.a ? x.a < y.a : x.b < y.b
}
