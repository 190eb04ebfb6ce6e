import type { ReportTerms } from "./report-terms.ts"
import { addToSum, createTermSpace, dotWithSum, emptySum, type TermVector, weightsOf } from "./term-space.ts"
import { usualCohesion } from "./togetherness.ts"

/** Groups smaller than this are never parted: two pairs of reports show no pattern. */
const partedSizeMin = 4
/** The members looked at of a larger group, evenly spaced; the others follow those. */
const sampleMax = 96
/** The least part of a group, as members and as a share, that may be another event. */
const sideMin = 2
const sideShareMin = 0.12
/** Two sides are two events when the similarity between them is below this part of that within the looser. */
const betweenPartMax = 0.45
/** Two reports as alike as this print one text, which tells little of how alike the reports of one event are. */
const copyLikeness = 0.8
/** What such a pair counts for. */
const copyCounts = 0.55
/** Pairs of unlike members that the search begins from, and the rounds it takes from each. */
const startsMax = 16
const roundsMax = 10

/** Of one event's neighbours few are looked at, so that what they show soon outweighs what is generally known. */
const assumedReports = 20
/** Pairs of the usual likeness counted beside those of a side. */
const assumedPairs = 3

/**
 * Parts a group that tells of two look-alike events, and its parts again. Agglomeration joins two such events where a
 * few reports stand between them, and cannot look back; here all members are first given to whichever of two unlike
 * ones they are more alike, and then to the side they are more alike, until nothing moves. What all members share
 * weighs little: their terms are weighed among themselves. `closeness` may weaken what is between two sides (for time
 * apart). Cost: the square of the sample, and the members once.
 */
export function partStories(
  termsOf: (member: number) => ReportTerms,
  members: readonly number[],
  closeness: Closeness,
): readonly (readonly number[])[] {
  if (members.length < partedSizeMin) return [members]
  const space = createTermSpace(assumedReports)
  const terms = members.map(termsOf)
  for (const of of terms) space.add(of)
  const vectors = new Map(members.map((member, i) => [member, space.vectorOf(terms[i]!)]))
  return parted(vectors, members, closeness)
}

/** What two sides' days leave of the similarity between them, 0 to 1. */
export type Closeness = (a: readonly number[], b: readonly number[]) => number

type Vectors = ReadonlyMap<number, TermVector>

function parted(
  vectors: Vectors,
  members: readonly number[],
  closeness: Closeness,
): readonly (readonly number[])[] {
  if (members.length < partedSizeMin) return [members]
  const step = Math.max(1, members.length / sampleMax)
  const sample: number[] = []
  for (let at = 0; at < members.length; at += step) sample.push(members[Math.floor(at)]!)
  const best = bestSides(similaritiesOf(sample.map((member) => vectors.get(member)!)))
  if (best === null) return [members]
  const sides = sidesOfAll(vectors, members, sample, best.sides)
  if (best.betweenPart * closeness(sides[0], sides[1]) >= betweenPartMax) return [members]
  return sides.flatMap((side) => parted(vectors, side, closeness))
}

type Matrix = readonly Float64Array[]

function similaritiesOf(vectors: readonly TermVector[]): Matrix {
  const weights = vectors.map(weightsOf)
  const similarities = vectors.map(() => new Float64Array(vectors.length))
  for (const [i, vector] of vectors.entries())
    for (let j = 0; j < i; j++) {
      let dot = 0
      for (let k = 0; k < vector.terms.length; k++)
        dot += weights[j]!.get(vector.terms[k]!) * vector.weights[k]!
      similarities[i]![j] = dot
      similarities[j]![i] = dot
    }
  return similarities
}

interface Halving {
  /** 0 or 1 for each member. */
  readonly sides: Uint8Array
  /** The mean similarity between the sides over that within the looser one: a family of copies is no second event. */
  readonly betweenPart: number
}

/** The halving with the least between its sides for what is within them; null where none is balanced enough. */
function bestSides(similarities: Matrix): Halving | null {
  const size = similarities.length
  const least = Math.max(sideMin, Math.ceil(size * sideShareMin))
  let best: Halving | null = null
  for (const [a, b] of unlikePairs(similarities)) {
    const sides = settledSides(similarities, a, b)
    const ones = sides.reduce((sum, side) => sum + side, 0)
    if (ones < least || size - ones < least) continue
    const betweenPart = betweenPartOf(similarities, sides)
    if (best === null || betweenPart < best.betweenPart) best = { sides, betweenPart }
  }
  return best
}

/** The most unlike pairs; of equals the first. */
function unlikePairs(similarities: Matrix): readonly (readonly [number, number])[] {
  const pairs: { readonly a: number; readonly b: number; readonly similarity: number }[] = []
  for (let b = 0; b < similarities.length; b++)
    for (let a = 0; a < b; a++) pairs.push({ a, b, similarity: similarities[a]![b]! })
  return pairs
    .sort((x, y) => x.similarity - y.similarity || x.a - y.a || x.b - y.b)
    .slice(0, startsMax)
    .map(({ a, b }) => [a, b])
}

/** Two sides from two first members, each member moved to the side it is more alike on average. */
function settledSides(similarities: Matrix, a: number, b: number): Uint8Array {
  let sides: Uint8Array = Uint8Array.from(similarities, (row, i) =>
    i === a ? 0 : i === b ? 1 : row[a]! >= row[b]! ? 0 : 1,
  )
  for (let round = 0; round < roundsMax; round++) {
    const next = settledOnce(similarities, sides)
    const settled = next.every((side, i) => side === sides[i])
    sides = next
    if (settled) break
  }
  return sides
}

/** Each member with the side it is more alike, for how alike that side's own are: a loose side is no worse a home. */
function settledOnce(similarities: Matrix, sides: Uint8Array): Uint8Array {
  const size = sides.length
  const sums = [new Float64Array(size), new Float64Array(size)] as const
  const counts = [0, 0]
  const within = [assumedPairs * usualCohesion, assumedPairs * usualCohesion]
  const pairs = [assumedPairs, assumedPairs]
  for (let i = 0; i < size; i++) {
    const side = sides[i]!
    counts[side]!++
    for (let j = 0; j < size; j++) {
      if (i === j) continue
      sums[sides[j] === 0 ? 0 : 1][i]! += similarities[i]![j]!
      if (j > i || sides[j] !== side) continue
      within[side]! += similarities[i]![j]!
      pairs[side]!++
    }
  }
  const norms = [Math.sqrt(within[0]! / pairs[0]!), Math.sqrt(within[1]! / pairs[1]!)]
  return Uint8Array.from(sides, (side, i) => {
    const left = sums[0][i]! / Math.max(1, counts[0]! - (side === 0 ? 1 : 0)) / norms[0]!
    const right = sums[1][i]! / Math.max(1, counts[1]! - (side === 1 ? 1 : 0)) / norms[1]!
    return left >= right ? 0 : 1
  })
}

function betweenPartOf(similarities: Matrix, sides: Uint8Array): number {
  const within = [usualCohesion, usualCohesion]
  const pairs = [1, 1]
  let between = 0
  let betweenPairs = 0
  for (let i = 0; i < sides.length; i++)
    for (let j = 0; j < i; j++) {
      if (sides[i] !== sides[j]) {
        between += similarities[i]![j]!
        betweenPairs++
      } else {
        const similarity = similarities[i]![j]!
        within[sides[i]!] = within[sides[i]!]! + (similarity < copyLikeness ? similarity : copyCounts)
        pairs[sides[i]!] = pairs[sides[i]!]! + 1
      }
    }
  return between / betweenPairs / Math.min(within[0]! / pairs[0]!, within[1]! / pairs[1]!)
}

/** The sides of all members: those of the sample as they are, the others with the side they are more alike. */
function sidesOfAll(
  vectors: Vectors,
  members: readonly number[],
  sample: readonly number[],
  sides: Uint8Array,
): readonly [readonly number[], readonly number[]] {
  const sideOf = new Map(sample.map((member, i) => [member, sides[i]!]))
  const sums = [emptySum(), emptySum()]
  for (const [member, side] of sideOf) addToSum(sums[side]!, vectors.get(member)!)
  const parts: [number[], number[]] = [[], []]
  for (const member of members) {
    const means = sums.map((sum) => dotWithSum(vectors.get(member)!, sum) / sum.size)
    const side = sideOf.get(member) ?? (means[0]! >= means[1]! ? 0 : 1)
    parts[side === 0 ? 0 : 1].push(member)
  }
  return parts
}
