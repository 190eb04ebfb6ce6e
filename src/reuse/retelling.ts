import type { PreparedReport } from "./reuse-report.ts"
import { namePlaces } from "./telling-words.ts"
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
  /** Weight of the names and numbers that both have, and its part of the weight of those of the text with less. */
  readonly namesWeight: number
  readonly namesShare: number
  /** The first and the last word of the common order in each. */
  readonly a: readonly [number, number]
  readonly b: readonly [number, number]
}

/** What is compared of one text, made once: it meets several others. */
export interface Telling {
  /** Counted words in the text. */
  readonly count: number
  /** Its rare words by hash, then by place: columns of equal length. */
  readonly terms: Uint32Array
  readonly places: Uint32Array
  /** The weight of its rare words, each counted once. */
  readonly total: number
  /** Its names and numbers, and all its words, by hash: ascending, each once. */
  readonly names: Uint32Array
  readonly words: Uint32Array
  /** The weight of its names and numbers. */
  readonly namesTotal: number
}

const placesMax = 6

/** Words beyond are not looked at, so that a hash and a place fit into one number. */
const wordsMax = 0x200000

export function tellingOf(prepared: PreparedReport, weights: TermWeights): Telling {
  const { hashes, count } = prepared.words
  const packed = new Float64Array(Math.min(count, wordsMax))
  let size = 0
  for (let place = 0; place < packed.length; place++)
    if (weights.isRare(hashes[place]!)) packed[size++] = hashes[place]! * wordsMax + place
  const sorted = packed.subarray(0, size).sort()
  const terms = new Uint32Array(size)
  const places = new Uint32Array(size)
  let [kept, uses, total] = [0, 0, 0]
  for (const item of sorted) {
    const term = Math.floor(item / wordsMax)
    if (kept === 0 || terms[kept - 1] !== term) {
      uses = 0
      total += weights.weight(term)
    }
    if (uses++ >= placesMax) continue
    terms[kept] = term
    places[kept++] = item % wordsMax
  }
  const names = immutablesOf(prepared)
  return {
    count,
    terms: terms.slice(0, kept),
    places: places.slice(0, kept),
    total,
    names,
    words: onceEach(hashes),
    namesTotal: names.reduce((sum, name) => sum + weights.weight(name), 0),
  }
}

/**
 * The heaviest chain of rare words in one order. Names and numbers are kept by whoever puts a text in other words
 * (the immutables of DSpin, Zhang, Wang & Voelker, NDSS 2014), and so is the order of what is told. Cost: the places
 * that both share, sorted.
 */
export function compareTellings(a: Telling, b: Telling, weights: TermWeights): Retelling | null {
  const events = commonPlaces(a, b, weights)
  if (events.length === 0) return null
  const chain = heaviestChain(events, b.count)
  const namesWeight = sharedWeight(a.names, b.names, weights)
  const fewerNames = Math.min(a.namesTotal, b.namesTotal)
  return {
    closeness: chain.weight / Math.sqrt(a.total * b.total),
    aShare: Math.min(1, chain.weight / a.total),
    bShare: Math.min(1, chain.weight / b.total),
    immutables: Math.max(immutablesKept(a, b), immutablesKept(b, a)),
    namesWeight,
    namesShare: fewerNames > 0 ? namesWeight / fewerNames : 0,
    a: [chain.first.a, chain.last.a],
    b: [chain.first.b, chain.last.b],
  }
}

/** Every place of a rare word in the one with every place of it in the other. */
function commonPlaces(a: Telling, b: Telling, weights: TermWeights): WeighedPlace[] {
  const events: WeighedPlace[] = []
  for (let [i, j] = [0, 0]; i < a.terms.length && j < b.terms.length; ) {
    const term = a.terms[i]!
    if (term !== b.terms[j]) {
      if (term < b.terms[j]!) i++
      else j++
      continue
    }
    const weight = weights.weight(term)
    const from = j
    for (; a.terms[i] === term; i++)
      for (j = from; b.terms[j] === term; j++) events.push({ a: a.places[i]!, b: b.places[j]!, weight })
  }
  return events
}

interface Place {
  readonly a: number
  readonly b: number
}

interface WeighedPlace extends Place {
  readonly weight: number
}

function heaviestChain(
  events: WeighedPlace[],
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

/** Both ascending. */
function sharedWeight(a: Uint32Array, b: Uint32Array, weights: TermWeights): number {
  let sum = 0
  for (let i = 0, j = 0; i < a.length; i++) {
    while (j < b.length && b[j]! < a[i]!) j++
    if (b[j] === a[i]) sum += weights.weight(a[i]!)
  }
  return sum
}

const immutablesMin = 5

/** Of the names and numbers of one text, the part that another has too; 0 where there are too few to tell. */
function immutablesKept({ names }: Telling, { words }: Telling): number {
  if (names.length < immutablesMin) return 0
  let kept = 0
  for (let i = 0, j = 0; i < names.length; i++) {
    while (j < words.length && words[j]! < names[i]!) j++
    if (words[j] === names[i]) kept++
  }
  return kept / names.length
}

function immutablesOf(prepared: PreparedReport): Uint32Array {
  return onceEach(Uint32Array.from(namePlaces(prepared), (place) => prepared.words.hashes[place]!))
}

function onceEach(hashes: Uint32Array): Uint32Array {
  const sorted = Uint32Array.from(hashes).sort()
  let kept = 0
  for (let i = 0; i < sorted.length; i++)
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[kept++] = sorted[i]!
  return sorted.slice(0, kept)
}
