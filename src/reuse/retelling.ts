import type { PreparedReport } from "./align.ts"
import type { TermWeights } from "./term-weights.ts"

/** How far one text tells what another tells, in other words: rare words that both have, in one order. */
export interface Retelling {
  /** Weight of the rare words in the longest common order, over the geometric mean of what both have. */
  readonly closeness: number
  /** The same, over what each has. */
  readonly aShare: number
  readonly bShare: number
  /** Of the names and numbers of the text that has the fewer new ones, the part that the other has too. */
  readonly immutables: number
  /** The first and the last word of the common order in each. */
  readonly a: readonly [number, number]
  readonly b: readonly [number, number]
}

const placesMax = 6

/**
 * The heaviest chain of rare words in one order. Names and numbers are kept by whoever puts a text in other words
 * (the immutables of DSpin, Zhang, Wang & Voelker, NDSS 2014), and so is the order of what is told. Cost: the places
 * that both share, sorted.
 */
export function compareTellings(
  a: PreparedReport,
  b: PreparedReport,
  weights: TermWeights,
): Retelling | null {
  const [termsA, termsB] = [placesOfTerms(a, weights), placesOfTerms(b, weights)]
  const events: { a: number; b: number; weight: number }[] = []
  let [totalA, totalB] = [0, 0]
  for (const [hash, places] of termsA) {
    const weight = weights.weight(hash)
    totalA += weight
    const others = termsB.get(hash)
    if (others) for (const x of places) for (const y of others) events.push({ a: x, b: y, weight })
  }
  for (const hash of termsB.keys()) totalB += weights.weight(hash)
  if (events.length === 0) return null
  const chain = heaviestChain(events, b.words.count)
  return {
    closeness: chain.weight / Math.sqrt(totalA * totalB),
    aShare: Math.min(1, chain.weight / totalA),
    bShare: Math.min(1, chain.weight / totalB),
    immutables: Math.max(immutablesKept(a, b), immutablesKept(b, a)),
    a: [chain.first.a, chain.last.a],
    b: [chain.first.b, chain.last.b],
  }
}

function placesOfTerms(
  { words }: PreparedReport,
  weights: TermWeights,
): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>()
  words.hashes.forEach((hash, place) => {
    if (weights.weight(hash) <= 1) return
    const list = places.get(hash)
    if (!list) places.set(hash, [place])
    else if (list.length < placesMax) list.push(place)
  })
  return places
}

interface Place {
  readonly a: number
  readonly b: number
}

function heaviestChain(
  events: { a: number; b: number; weight: number }[],
  countB: number,
): { readonly weight: number; readonly first: Place; readonly last: Place } {
  events.sort((x, y) => x.a - y.a || y.b - x.b)
  const best = new Int32Array(countB + 2).fill(-1)
  const weight = new Float64Array(events.length)
  const first = new Int32Array(events.length)
  const heavier = (x: number, y: number): number => (y < 0 || (x >= 0 && weight[x]! >= weight[y]!) ? x : y)
  let last = -1
  events.forEach((event, i) => {
    let before = -1
    for (let r = event.b; r > 0; r -= r & -r) before = heavier(before, best[r]!)
    weight[i] = event.weight + (before < 0 ? 0 : weight[before]!)
    first[i] = before < 0 ? i : first[before]!
    for (let r = event.b + 1; r < best.length; r += r & -r) best[r] = heavier(best[r]!, i)
    last = heavier(last, i)
  })
  return { weight: weight[last]!, first: events[first[last]!]!, last: events[last]! }
}

const immutablesMin = 5

/** Of the names and numbers of one text, the part that another has too; 0 where there are too few to tell. */
function immutablesKept({ report, words }: PreparedReport, other: PreparedReport): number {
  const held = new Set(other.words.hashes)
  const small = new Set<number>()
  const names = new Set<number>()
  for (let i = 0; i < words.count; i++) {
    const token = words.tokens[i]!
    const start = report.tokens.starts[token]!
    const first = report.text[start]!
    const isDigit = first >= "0" && first <= "9"
    if (!isDigit && first !== first.toUpperCase()) small.add(words.hashes[i]!)
    const inside = i > 0 && report.text.slice(report.tokens.ends[words.tokens[i - 1]!]!, start) === " "
    if (isDigit || (inside && first !== first.toLowerCase())) names.add(words.hashes[i]!)
  }
  const immutable = [...names].filter((hash) => !small.has(hash))
  if (immutable.length < immutablesMin) return 0
  return immutable.filter((hash) => held.has(hash)).length / immutable.length
}
