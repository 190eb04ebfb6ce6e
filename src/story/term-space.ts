import { assumedShare, type ReportTerms } from "./report-terms.ts"
import { TermTable } from "./term-table.ts"

/** A report's direction among the terms: unit length, the heaviest terms first. */
export interface TermVector {
  readonly terms: Uint32Array
  readonly weights: Float32Array
}

/** How many reports hold each term, so that what all reports say weighs little. */
export interface TermSpace {
  add(report: ReportTerms): void
  remove(terms: Uint32Array): void
  vectorOf(report: ReportTerms): TermVector
  /** How rare a term is: the logarithm of one over the share of reports that hold it. */
  rarity(term: number): number
  /** True for a word worth telling a reader: not common in the language, and not in most of these reports. */
  isTelling(term: number): boolean
}

/** Reports that the assumed shares of common words count for, beside those really seen. */
const manyReports = 200
/** The share of reports assumed to hold a word that is not common. */
const shareOfUnknown = 0.005
/** A name tells stories apart better than a word that is as rare. */
const nameFactor = 2.5
/** A word held by more than one report in ten tells nothing of one story among many. */
const tellingRarity = Math.log(10)
/** The terms kept of one report; the lightest go first. */
const vectorTermsMax = 128

/**
 * TF-IDF (Salton & Buckley 1988) over a running count of reports that begins with what is generally known: with
 * assumed shares that count for `assumedReports` reports.
 */
export function createTermSpace(assumedReports = manyReports): TermSpace {
  const holders = new TermTable()
  let reports = 0
  const rarity = (term: number): number => {
    const assumed = assumedReports * Math.max(assumedShare(term), shareOfUnknown)
    return Math.max(0, Math.log((reports + assumedReports) / (holders.get(term) + assumed)))
  }
  return {
    add: ({ terms }) => {
      reports++
      for (let i = 0; i < terms.length; i++) holders.add(terms[i]!, 1)
    },
    remove: (terms) => {
      reports--
      for (let i = 0; i < terms.length; i++) {
        const term = terms[i]!
        if (holders.get(term) > 1) holders.add(term, -1)
        else holders.delete(term)
      }
    },
    vectorOf: (report) => vectorOf(report, rarity),
    rarity,
    isTelling: (term) => assumedShare(term) === 0 && rarity(term) >= tellingRarity,
  }
}

/** Places packed under their weights, so that sorting needs no comparison function: it was half the cost of a report. */
const placesMax = 4_096
const weightSteps = 1e6

/** Of terms that weigh the same to a millionth the later goes first. */
function vectorOf(report: ReportTerms, rarity: (term: number) => number): TermVector {
  const count = Math.min(report.terms.length, placesMax)
  const raw = new Float64Array(count)
  const packed = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    raw[i] = rarity(report.terms[i]!) * report.strengths[i]! * (report.named[i] === 1 ? nameFactor : 1)
    packed[i] = Math.round(raw[i]! * weightSteps) * placesMax + i
  }
  packed.sort()
  let size = 0
  while (size < vectorTermsMax && size < count && packed[count - 1 - size]! >= placesMax) size++
  const terms = new Uint32Array(size)
  const weights = new Float32Array(size)
  let square = 0
  for (let i = 0; i < size; i++) {
    const place = packed[count - 1 - i]! % placesMax
    terms[i] = report.terms[place]!
    weights[i] = raw[place]!
    square += raw[place]! * raw[place]!
  }
  const length = Math.sqrt(square)
  for (let i = 0; i < size; i++) weights[i] = weights[i]! / length
  return { terms, weights }
}

/** The sum of some vectors of unit length, and the similarities that can be read off it. */
export interface VectorSum {
  readonly weights: TermTable
  size: number
  /** The summed similarity of all pairs within. */
  within: number
}

/** The weights of one vector, to be looked up. */
export function weightsOf({ terms, weights }: TermVector): TermTable {
  const table = new TermTable(terms.length)
  for (let i = 0; i < terms.length; i++) table.add(terms[i]!, weights[i]!)
  return table
}

export function sumOf(vector: TermVector): VectorSum {
  return { weights: weightsOf(vector), size: 1, within: 0 }
}

export function emptySum(): VectorSum {
  return { weights: new TermTable(), size: 0, within: 0 }
}

/** The summed similarity of `vector` to every member of `sum`. */
export function dotWithSum(vector: TermVector, sum: VectorSum): number {
  let dot = 0
  for (let i = 0; i < vector.terms.length; i++) dot += sum.weights.get(vector.terms[i]!) * vector.weights[i]!
  return dot
}

/** The summed similarity of all pairs between two sums. Cost: the terms of the smaller one. */
export function dotOfSums(a: VectorSum, b: VectorSum): number {
  const [small, large] = a.weights.size <= b.weights.size ? [a, b] : [b, a]
  let dot = 0
  const { terms, weights, size } = small.weights
  for (let i = 0; i < size; i++) dot += weights[i]! * large.weights.get(terms[i]!)
  return dot
}

export function addToSum(sum: VectorSum, vector: TermVector): void {
  sum.within += dotWithSum(vector, sum)
  sum.size++
  for (let i = 0; i < vector.terms.length; i++) sum.weights.add(vector.terms[i]!, vector.weights[i]!)
}

/** Takes a member out again. What rounding leaves of a term that nobody else holds is swept away. */
export function removeFromSum(sum: VectorSum, vector: TermVector): void {
  for (let i = 0; i < vector.terms.length; i++) {
    const term = vector.terms[i]!
    const left = sum.weights.get(term) - vector.weights[i]!
    if (left > 1e-6) sum.weights.set(term, left)
    else sum.weights.delete(term)
  }
  sum.size--
  sum.within = Math.max(0, sum.within - dotWithSum(vector, sum))
}

/** Both sums as one; the larger table is reused, so that neither may be read afterwards. */
export function mergedSum(a: VectorSum, b: VectorSum, between: number): VectorSum {
  const [small, large] = a.weights.size <= b.weights.size ? [a, b] : [b, a]
  const { terms, weights, size } = small.weights
  for (let i = 0; i < size; i++) large.weights.add(terms[i]!, weights[i]!)
  return { weights: large.weights, size: a.size + b.size, within: a.within + b.within + between }
}
