import { compareStrings } from "../base/index.ts"
import type { Alignment } from "./align.ts"
import { type TimeRange, timeOrder } from "./published-time.ts"
import type { PreparedReport } from "./reuse-report.ts"

/** A text put together from two others. */
export interface MergedText {
  readonly child: PreparedReport
  /** The parent that explains more of it, and the other. */
  readonly first: PreparedReport
  readonly second: PreparedReport
  /** Near copies of it, put together from the same but further from both. */
  readonly copies: readonly PreparedReport[]
  readonly reasons: readonly string[]
}

/** A partner explains at least and at most this part of a text that is put together from it and another. */
const partMin = 0.04
const partMax = 0.96
/** Words that each of the two must explain alone. */
const aloneWordsMin = 25
/** The two together explain so much of it, and both of them so little. */
const unionMin = 0.85
const bothMax = 0.15

/** Partners of a text that are tried, those that explain most. */
const partnersMax = 12

/** A parent that stands whole in the text, and the stretches that the other puts into it. */
const wholeMin = 0.8
const stretchWordsMin = 12
const stretchesMin = 2

/** Near copies explain so much of each other: of several that are put together alike, one is, and others copy it. */
const nearMin = 0.7

/**
 * The texts that are put together from two others, which share next to nothing with each other at these places. That
 * two texts explain a third fits a long text of which both took a part as well; so more is asked: one parent stands
 * whole in it, with stretches of the other between (who cuts a text does not cut just what another took), or the
 * dates of both parents' families come before. Sorted by child. Cost: for a text with k partners that explain a part of it, k² passes over
 * its words, k being bounded.
 */
export function findMerged(
  alignments: readonly Alignment[],
  timeOf: (prepared: PreparedReport) => TimeRange | null,
): readonly MergedText[] {
  const partners = new Map<PreparedReport, Partner[]>()
  const near = new Map<PreparedReport, PreparedReport[]>()
  for (const alignment of alignments)
    for (const side of ["a", "b"] as const) {
      const other = side === "a" ? "b" : "a"
      const [own, source] = [alignment[side], alignment[other]]
      const { aShare, bShare } = alignment.link
      if (Math.min(aShare, bShare) >= nearMin) add(near, own, source)
      const share = side === "a" ? aShare : bShare
      if (share >= partMin && share <= partMax)
        add(partners, own, { source, alignment, side, share, sourceShare: side === "a" ? bShare : aShare })
    }
  const drafts = new Map<PreparedReport, Draft>()
  for (const [child, list] of partners) {
    const draft = list.length < 2 ? null : bestPair(child, list)
    if (draft) drafts.set(child, draft)
  }
  const merged: MergedText[] = []
  for (const [child, draft] of drafts) {
    const alike = near.get(child) ?? []
    if (alike.some((other) => isNearer(drafts.get(other), draft, other, child))) continue
    const reasons = reasonsFor(draft, (text) => [text, ...(near.get(text) ?? [])].map(timeOf), timeOf(child))
    const [first, second] = [draft.first.source, draft.second.source]
    const copies = alike.filter((other) => drafts.has(other))
    if (reasons) merged.push({ child, first, second, copies, reasons })
  }
  return merged.sort((x, y) => compareStrings(x.child.report.id, y.child.report.id))
}

interface Partner {
  readonly source: PreparedReport
  readonly alignment: Alignment
  /** Which side of the alignment the text under question is. */
  readonly side: "a" | "b"
  /** What the source explains of the text, and the text of the source. */
  readonly share: number
  readonly sourceShare: number
}

interface Draft {
  readonly first: Partner
  readonly second: Partner
  /** The part that both together explain. */
  readonly union: number
  /** Stretches that the parent that is not whole puts in. */
  readonly stretches: number
}

function add<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key)
  if (list) list.push(item)
  else lists.set(key, [item])
}

function isNearer(
  other: Draft | undefined,
  own: Draft,
  text: PreparedReport,
  child: PreparedReport,
): boolean {
  if (!other) return false
  return (
    other.union > own.union ||
    (other.union === own.union && compareStrings(text.report.id, child.report.id) < 0)
  )
}

/** The two partners that explain most together and little both; null where no two do. */
function bestPair(child: PreparedReport, list: readonly Partner[]): Draft | null {
  const sorted = [...list].sort(
    (x, y) => y.share - x.share || compareStrings(x.source.report.id, y.source.report.id),
  )
  const covers = new Map<Partner, Uint8Array>()
  const coverOf = (partner: Partner): Uint8Array => {
    const cover = covers.get(partner) ?? coverage(child, partner)
    covers.set(partner, cover)
    return cover
  }
  const tried = sorted.slice(0, partnersMax)
  let best: Draft | null = null
  const words = child.words.count
  for (const [i, x] of tried.entries())
    for (const y of tried.slice(i + 1)) {
      // Of what the two explain at least so much is common to both.
      if (x.share + y.share < unionMin || x.share + y.share - 1 > bothMax) continue
      const [coveredX, coveredY] = [coverOf(x), coverOf(y)]
      let [onlyX, onlyY, both] = [0, 0, 0]
      for (let at = 0; at < words; at++) {
        if (coveredX[at] && coveredY[at]) both++
        else if (coveredX[at]) onlyX++
        else if (coveredY[at]) onlyY++
      }
      const union = (onlyX + onlyY + both) / words
      if (Math.min(onlyX, onlyY) < Math.max(aloneWordsMin, partMin * words)) continue
      if (union < unionMin || both > bothMax * words || union <= (best?.union ?? 0)) continue
      best = { first: x, second: y, union, stretches: stretchesOf(coveredY, coveredX) }
    }
  return best
}

function coverage(child: PreparedReport, { alignment, side }: Partner): Uint8Array {
  const covered = new Uint8Array(child.words.count)
  for (const { runs } of alignment.passages)
    for (const run of runs) covered.fill(1, run[side], run[side] + run.length)
  return covered
}

/** Long stretches that `own` has and `other` has not, parted by words that `other` has. */
function stretchesOf(own: Uint8Array, other: Uint8Array): number {
  let [count, length] = [0, 0]
  for (let at = 0; at <= own.length; at++) {
    if (at < own.length && !other[at]) {
      if (own[at]) length++
    } else {
      if (length >= stretchWordsMin) count++
      length = 0
    }
  }
  return count
}

/** Why the text was put together from the two and not the two from it; null where nothing says so. */
function reasonsFor(
  { first, second, stretches }: Draft,
  timesAround: (text: PreparedReport) => readonly (TimeRange | null)[],
  time: TimeRange | null,
): readonly string[] | null {
  const order = (partner: Partner): number => timeOrder(earlyTime(timesAround(partner.source)), time)
  const [before, beforeToo] = [order(first), order(second)]
  const dated = before > 0 && beforeToo > 0
  const whole = Math.max(first.sourceShare, second.sourceShare) >= wholeMin
  if (before < 0 && beforeToo < 0) return null
  if (!dated && !(whole && (stretches >= stretchesMin || beforeToo > 0))) return null
  const ids = `${first.source.report.id} and ${second.source.report.id}`
  const reasons = [`the other is put together from ${ids}, and holds next to nothing that neither has`]
  if (whole) reasons.push("one of the two stands whole in it, with passages of the other between")
  if (dated) reasons.push("both are dated earlier, or texts near to them are")
  return reasons
}

/** The second date of three or more, since one may be false; of fewer the first. */
function earlyTime(times: readonly (TimeRange | null)[]): TimeRange | null {
  const known = times.filter((time) => time !== null).sort((x, y) => x.last - y.last || x.first - y.first)
  return known[known.length >= 3 ? 1 : 0] ?? null
}
