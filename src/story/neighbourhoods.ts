import type { ReportId } from "../article/index.ts"
import { compareStrings } from "../base/index.ts"
import type { Neighbour } from "./meeting-keys.ts"
import type { NearPair } from "./near-pairs.ts"

/**
 * The steps by which neighbourhoods are found: a report is with all that hang together with it at the first step at
 * which these number no more than `reportsMax`. Each step asks for all that the one before asks and more, so that
 * neighbourhoods part the reports, and which is a report's own shows without looking further than the largest.
 */
interface NearnessStep {
  readonly millionths: number
  /** Whether only reports of one day hang together. */
  readonly sameDay: boolean
  /** Only reports whose digests begin with so many equal digits hang together. */
  readonly digits: number
  readonly reportsMax: number
}

const looseStep = { millionths: 150_000, sameDay: false, digits: 0, reportsMax: 64 }

/** Few enough that a crowd shows before much of it is read. */
const askedAtOnce = 16

/** What a person has put together is never parted for its number. */
const ruledStep = { ...looseStep, millionths: Number.POSITIVE_INFINITY, reportsMax: Number.POSITIVE_INFINITY }

const nearnessSteps: readonly NearnessStep[] = [
  looseStep,
  { ...looseStep, millionths: 200_000, reportsMax: 96 },
  { ...looseStep, millionths: 250_000, reportsMax: 256 },
  { ...looseStep, millionths: 300_000, reportsMax: 1_000 },
  { ...looseStep, millionths: 400_000, reportsMax: 1_000 },
  { ...looseStep, millionths: 500_000, reportsMax: 1_000 },
  { millionths: 500_000, sameDay: true, digits: 0, reportsMax: 1_000 },
  { millionths: 500_000, sameDay: true, digits: 1, reportsMax: 1_000 },
  { millionths: 500_000, sameDay: true, digits: 3, reportsMax: 1_000 },
  ruledStep,
]

/** An archive of so few reports is one neighbourhood, and its record the one that is made of all at once. */
export const wholeReportsMax = 64

/** How many of the steps two reports so near pass: where that stays, nobody's neighbourhood changes. */
export function stepsPassed(millionths: number): number {
  return nearnessSteps.filter((step) => millionths >= step.millionths).length
}

/** A report that another is near to. */
export interface NearReport {
  readonly digest: string
  /** Null where the question did not ask for days. */
  readonly day: number | null
  /** Infinite where a person has said that the two tell one story. */
  readonly millionths: number
}

/** Whoever is near to each of those reports: at least all that are so near, and with their days where these matter. */
export interface NearQuestion {
  readonly digests: readonly string[]
  readonly millionthsMin: number
  readonly withDays: boolean
}

/** By digest. */
export type NearReports = ReadonlyMap<string, readonly NearReport[]>

/** For each step the digests of reports known to hang together with too many, so that a crowd is walked through once. */
export type CrowdedReports = readonly Set<string>[]

export function noneCrowded(): CrowdedReports {
  return nearnessSteps.map(() => new Set())
}

/**
 * The digests of the reports that are together with `report`, itself among them, in an archive of more than
 * `wholeReportsMax`. Yields what it must know, and is given that; of never more reports than the steps allow together.
 * What it learns is added to `crowded`, good as long as no nearness changes.
 */
export function* neighbourhoodOf(
  report: Pick<Neighbour, "digest" | "day">,
  crowded: CrowdedReports,
): Generator<NearQuestion, readonly string[], NearReports> {
  for (const [place, step] of nearnessSteps.entries()) {
    const members = yield* hangingTogether(report, step, crowded[place]!)
    if (members !== null) return members
  }
  return [report.digest]
}

/** All that hangs together with `report` at that step, or null where it is more than the step allows. */
function* hangingTogether(
  report: Pick<Neighbour, "digest" | "day">,
  step: NearnessStep,
  crowded: Set<string>,
): Generator<NearQuestion, readonly string[] | null, NearReports> {
  if (crowded.has(report.digest)) return null
  const met = new Set([report.digest])
  const edge: Pick<NearReport, "digest" | "day">[] = [report]
  for (let at = 0; at < edge.length; ) {
    const asked = edge.slice(at, at + askedAtOnce)
    at += asked.length
    const digests = asked.map(({ digest }) => digest)
    const near = yield { digests, millionthsMin: step.millionths, withDays: step.sameDay }
    for (const one of asked)
      for (const other of near.get(one.digest) ?? []) {
        if (met.has(other.digest) || !hangsTogether(one, other, step)) continue
        met.add(other.digest)
        // Whoever is together with one of a crowd is of the same crowd.
        if (met.size > step.reportsMax || crowded.has(other.digest)) {
          for (const digest of met) crowded.add(digest)
          return null
        }
        edge.push(other)
      }
  }
  return [...met]
}

function hangsTogether(a: Pick<NearReport, "digest" | "day">, b: NearReport, step: NearnessStep): boolean {
  if (b.millionths === Number.POSITIVE_INFINITY) return true
  return (
    b.millionths >= step.millionths &&
    (!step.sameDay || a.day === b.day) &&
    a.digest.slice(0, step.digits) === b.digest.slice(0, step.digits)
  )
}

/**
 * The neighbourhoods of an archive of just these reports, each sorted, in order of their first: the plain way that
 * every other must agree with.
 */
export function neighbourhoodsOf(
  reports: readonly Neighbour[],
  pairs: readonly NearPair[],
): readonly (readonly ReportId[])[] {
  const sorted = [...reports].sort((a, b) => compareStrings(a.report, b.report))
  if (sorted.length <= wholeReportsMax) return sorted.length === 0 ? [] : [sorted.map(({ report }) => report)]
  const near = new Map<string, NearReport[]>(sorted.map(({ digest }) => [digest, []]))
  for (const { a, b, millionths } of pairs) {
    near.get(a.digest)!.push({ digest: b.digest, day: b.day, millionths })
    near.get(b.digest)!.push({ digest: a.digest, day: a.day, millionths })
  }
  const ids = new Map(sorted.map(({ digest, report }) => [digest, report]))
  return Array.from(
    partReports(sorted, () => near),
    (members) => members.map((digest) => ids.get(digest)!).sort(compareStrings),
  )
}

/**
 * The same of any reports among more than `wholeReportsMax`, by whatever answers questions: digests, in order of the
 * first of each that `reports` gives.
 */
export function* partReports(
  reports: Iterable<Pick<Neighbour, "digest" | "day">>,
  nearOf: (question: NearQuestion) => NearReports,
): Generator<readonly string[]> {
  const crowded = noneCrowded()
  const placed = new Set<string>()
  for (const report of reports) {
    if (placed.has(report.digest)) continue
    const looking = neighbourhoodOf(report, crowded)
    let looked = looking.next()
    while (!looked.done) looked = looking.next(nearOf(looked.value))
    for (const member of looked.value) placed.add(member)
    yield looked.value
  }
}
