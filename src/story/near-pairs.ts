import type { ReportId } from "../article/index.ts"
import { compareStrings } from "../base/index.ts"
import type { MeetingKeys, Neighbour } from "./meeting-keys.ts"

/**
 * How near two reports stand: the summed products of the weights of the keys by which they meet, in millionths.
 * They meet by a key that both hold, within `meetingDaysMax`, where fewer than `meetingReach` holders stand between
 * them in order of day and digest. So a report meets a bounded number of others, whatever an archive holds, and a
 * new report changes how near others are only where it stands between them.
 */
export interface NearPair {
  readonly a: Neighbour
  readonly b: Neighbour
  readonly millionths: number
}

export const meetingReach = 32
export const meetingDaysMax = 7
/** Pairs less near are not kept. */
export const nearnessMin = 150_000

/** The order in which the holders of a key stand. */
export function compareHolders(
  a: Pick<Neighbour, "day" | "digest">,
  b: Pick<Neighbour, "day" | "digest">,
): number {
  return a.day - b.day || compareStrings(a.digest, b.digest)
}

interface Holder {
  readonly of: MeetingKeys
  readonly day: number
  readonly digest: string
  readonly weight: number
}

/** All pairs of `reports` that are near: the same for any order of them. Cost: `meetingReach` for each key of each. */
export function nearPairs(reports: readonly MeetingKeys[]): readonly NearPair[] {
  const holdersOf = new Map<number, Holder[]>()
  for (const of of reports)
    for (const { key, day, weight } of of.keys) {
      const holder = { of, day, digest: of.digest, weight }
      const holders = holdersOf.get(key)
      if (holders) holders.push(holder)
      else holdersOf.set(key, [holder])
    }
  const sums = new Map<ReportId, Map<MeetingKeys, { readonly a: MeetingKeys; millionths: number }>>()
  for (const holders of holdersOf.values()) {
    holders.sort(compareHolders)
    for (const [at, first] of holders.entries())
      for (const second of holders.slice(at + 1, at + 1 + meetingReach)) {
        if (second.day - first.day > meetingDaysMax) break
        const [a, b] = first.of.report < second.of.report ? [first.of, second.of] : [second.of, first.of]
        const ofA = sums.get(a.report) ?? new Map()
        sums.set(a.report, ofA)
        const pair = ofA.get(b) ?? { a, millionths: 0 }
        ofA.set(b, pair)
        pair.millionths += first.weight * second.weight
      }
  }
  return [...sums.values()].flatMap((ofA) =>
    [...ofA].flatMap(([b, { a, millionths }]) => (millionths >= nearnessMin ? { a, b, millionths } : [])),
  )
}
