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
  readonly neighbour: Neighbour
  /** Infinite where a person has said that the two tell one story. */
  readonly millionths: number
}

export type NearReports = ReadonlyMap<ReportId, readonly NearReport[]>

/** For each step the reports known to hang together with too many, so that a crowd is walked through once. */
export type CrowdedReports = readonly Set<ReportId>[]

export function noneCrowded(): CrowdedReports {
  return nearnessSteps.map(() => new Set())
}

/**
 * The reports that are together with `report`, itself among them, sorted by id, in an archive of more than
 * `wholeReportsMax`. Yields the reports of which it must know what is near, and is given that; never more of them
 * than the steps allow together. What it learns is added to `crowded`, good as long as no nearness changes.
 */
export function* neighbourhoodOf(
  report: Neighbour,
  crowded: CrowdedReports,
): Generator<readonly Neighbour[], readonly ReportId[], NearReports> {
  for (const [place, step] of nearnessSteps.entries()) {
    const members = yield* hangingTogether(report, step, crowded[place]!)
    if (members !== null) return members
  }
  return [report.report]
}

/** All that hangs together with `report` at that step, or null where it is more than the step allows. */
function* hangingTogether(
  report: Neighbour,
  step: NearnessStep,
  crowded: Set<ReportId>,
): Generator<readonly Neighbour[], readonly ReportId[] | null, NearReports> {
  if (crowded.has(report.report)) return null
  const met = new Set([report.report])
  const edge: Neighbour[] = [report]
  for (let at = 0; at < edge.length; ) {
    const asked = edge.slice(at, at + askedAtOnce)
    at += asked.length
    const near = yield asked
    for (const one of asked)
      for (const { neighbour, millionths } of near.get(one.report) ?? []) {
        if (met.has(neighbour.report) || !hangsTogether(one, neighbour, millionths, step)) continue
        met.add(neighbour.report)
        if (met.size > step.reportsMax) {
          for (const one of met) crowded.add(one)
          return null
        }
        edge.push(neighbour)
      }
  }
  return [...met].sort(compareStrings)
}

function hangsTogether(a: Neighbour, b: Neighbour, millionths: number, step: NearnessStep): boolean {
  if (millionths === Number.POSITIVE_INFINITY) return true
  return (
    millionths >= step.millionths &&
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
  const near = new Map<ReportId, NearReport[]>(sorted.map(({ report }) => [report, []]))
  for (const { a, b, millionths } of pairs) {
    near.get(a.report)!.push({ neighbour: b, millionths })
    near.get(b.report)!.push({ neighbour: a, millionths })
  }
  return [...partReports(sorted, () => near)]
}

/** The same of more than `wholeReportsMax`, sorted by id, by whatever knows what is near to those that it is asked for. */
export function* partReports(
  sorted: Iterable<Neighbour>,
  nearOf: (asked: readonly Neighbour[]) => NearReports,
): Generator<readonly ReportId[]> {
  const crowded = noneCrowded()
  const placed = new Set<ReportId>()
  for (const report of sorted) {
    if (placed.has(report.report)) continue
    const looking = neighbourhoodOf(report, crowded)
    let looked = looking.next()
    while (!looked.done) looked = looking.next(nearOf(looked.value))
    for (const member of looked.value) placed.add(member)
    yield looked.value
  }
}
