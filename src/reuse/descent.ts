import type { ReportId } from "../article/index.ts"
import { compareStrings } from "../base/index.ts"
import type { Alignment, PreparedReport } from "./align.ts"
import { type TimeRange, timeOrder } from "./published-time.ts"
import { substitutionBlocks } from "./substitution-blocks.ts"

/** One text of a group of near copies, with the earliest time at which any of its identical copies is dated. */
export interface GroupMember {
  readonly prepared: PreparedReport
  readonly time: TimeRange | null
}

/** One text was made from another. */
export interface DescentEdge {
  readonly parent: ReportId
  readonly child: ReportId
  readonly reasons: readonly string[]
}

export interface Descent {
  /** The text that the others come from, or null where another may as well be. */
  readonly origin: ReportId | null
  /** Only those whose direction stands on evidence. */
  readonly edges: readonly DescentEdge[]
}

/** A direction whose reverse is nearly as likely is none. */
const marginMin = 0.2

/**
 * How texts that hang together came from each other. The nearest pairs make a tree (a shortest spanning tree of the words
 * changed: with changes that add up, a copy is nearest to what it was made from); then each text in turn is tried as
 * the origin, and the one under which times, credits and cuts agree best is it. Times are soft: they are often wrong.
 * Cost: the alignments of the group, sorted.
 */
export function traceDescent(members: readonly GroupMember[], alignments: readonly Alignment[]): Descent {
  const ids = members.map(({ prepared }) => prepared.report.id)
  const placeOf = new Map(ids.map((id, place) => [id, place]))
  const tree = spanningTree(members.length, alignments, placeOf)
  const around: Neighbour[][] = members.map(() => [])
  for (const { alignment, a, b } of tree) {
    around[a]!.push({ to: b, forward: stepEvidence(members[a]!, members[b]!, alignment) })
    around[b]!.push({ to: a, forward: stepEvidence(members[b]!, members[a]!, alignment) })
  }
  const silent = members.every(({ time }) => time === null) && around.every((list) => list.every(saysNothing))
  if (silent) return { origin: null, edges: [] }
  const scores = rootScores(members, around)
  const ranked = [...scores.keys()].sort(
    (x, y) => scores[y]! - scores[x]! || compareStrings(ids[x]!, ids[y]!),
  )
  const root = ranked[0]!
  const clear = ranked[1] === undefined || scores[root]! - scores[ranked[1]]! >= marginMin
  return {
    origin: clear && members.length > 1 ? ids[root]! : null,
    edges: directedEdges(root, around, scores, ids),
  }
}

interface TreeLink {
  readonly alignment: Alignment
  readonly a: number
  readonly b: number
}

interface Neighbour {
  readonly to: number
  /** What speaks for the step from here to there, and against the one back. */
  readonly forward: Evidence
}

interface Evidence {
  readonly weight: number
  readonly reasons: readonly string[]
}

function saysNothing({ forward }: Neighbour): boolean {
  return forward.weight === 0
}

/** Kruskal's tree over the pairs aligned; a forest where not all are joined. */
function spanningTree(
  count: number,
  alignments: readonly Alignment[],
  placeOf: ReadonlyMap<ReportId, number>,
): readonly TreeLink[] {
  const links = alignments.map((alignment) => ({
    alignment,
    a: placeOf.get(alignment.link.a)!,
    b: placeOf.get(alignment.link.b)!,
    changed: wordsChanged(alignment),
  }))
  links.sort((x, y) => x.changed - y.changed || x.a - y.a || x.b - y.b)
  const group = Array.from({ length: count }, (_, place) => place)
  const find = (place: number): number => {
    while (group[place] !== place) place = group[place] = group[group[place]!]!
    return place
  }
  return links.filter(({ a, b }) => {
    const [left, right] = [find(a), find(b)]
    group[left] = right
    return left !== right
  })
}

/** A cut or an addition counts for so many words at most: it is one decision, however long. */
const changeWordsMax = 12

/** Words that one has and the other has not, over all places where they differ. */
function wordsChanged({ passages, a, b }: Alignment): number {
  let changed = 0
  let matched = 0
  let [endA, endB] = [0, 0]
  const count = (words: number): void => {
    changed += Math.min(changeWordsMax, Math.max(0, words))
  }
  for (const passage of passages) {
    matched += passage.matched
    if (passage.moved) {
      changed += 2
      continue
    }
    for (const run of passage.runs) {
      count(Math.max(run.a - endA, run.b - endB))
      endA = run.a + run.length
      endB = run.b + run.length
    }
  }
  count(Math.max(a.words.count - endA, b.words.count - endB))
  return matched === 0 ? Number.POSITIVE_INFINITY : changed
}

const timeWeight = 1.2
const creditWeight = 4
const cutWeight = 0.5
const cutWordsMin = 6

function stepEvidence(parent: GroupMember, child: GroupMember, alignment: Alignment): Evidence {
  const reasons: string[] = []
  let weight = 0
  const order = timeOrder(parent.time, child.time)
  if (order !== 0) weight += order * timeWeight
  if (order > 0) reasons.push("it is dated earlier")
  const credited = credits(child, parent)
  if (credited !== null) reasons.push(`the other credits ${credited}`)
  weight += creditWeight * ((credited !== null ? 1 : 0) - (credits(parent, child) !== null ? 1 : 0))
  const cuts = cutsBetween(parent, alignment)
  weight += cutWeight * Math.sign(cuts)
  if (cuts > 0) reasons.push("the other lacks passages of it, and a copy is sooner cut than filled up")
  return { weight, reasons }
}

/** The name by which one text says that it took from the other's house, or null. */
function credits(from: GroupMember, to: GroupMember): string | null {
  const { outlet } = to.prepared.report
  if (outlet === null || from.prepared.report.outlet === outlet) return null
  const wanted = outlet.toLowerCase().replace(/^the /, "")
  for (const credit of from.prepared.report.credits)
    for (const name of credit.names) if (name.toLowerCase().replace(/^the /, "") === wanted) return name
  return null
}

/** How many more stretches of several words `parent` has than the other. */
function cutsBetween(parent: GroupMember, alignment: Alignment): number {
  const own = parent.prepared.report.id === alignment.link.a
  let cuts = 0
  for (const { a, b } of substitutionBlocks(alignment)) {
    const [ours, theirs] = own ? [a.count, b.count] : [b.count, a.count]
    if (ours >= cutWordsMin && theirs === 0) cuts++
    if (theirs >= cutWordsMin && ours === 0) cuts--
  }
  const { a, b } = alignment
  const longer = (own ? 1 : -1) * (a.words.count - b.words.count)
  return cuts !== 0 ? cuts : Math.abs(longer) >= 2 * cutWordsMin ? longer : 0
}

/** Texts dated before the one that all come from speak against it, each a little, all together no more than this. */
const earlierWeight = 0.25
const earlierMax = 3

/**
 * How likely each text is the origin, as a sum of logarithms: the steps away from it; how many orders of copying the
 * tree then allows (rumour centrality: Shah & Zaman, IEEE Trans. Inf. Theory 2011), since what was copied often and
 * early stands in the middle; and how many texts are dated before it.
 */
function rootScores(
  members: readonly GroupMember[],
  around: readonly (readonly Neighbour[])[],
): Float64Array {
  const scores = new Float64Array(members.length).fill(Number.NaN)
  for (let start = 0; start < members.length; start++) {
    if (!Number.isNaN(scores[start]!)) continue
    const { order, from } = walk(around, start)
    const below = new Map<number, number>()
    for (const place of [...order].reverse()) {
      const own = (below.get(place) ?? 0) + 1
      below.set(place, own)
      const parent = from.get(place)!
      if (parent >= 0) below.set(parent, (below.get(parent) ?? 0) + own)
    }
    scores[start] = 0
    for (const place of order.slice(1)) {
      const parent = from.get(place)!
      const there = around[parent]!.find(({ to }) => to === place)!.forward.weight
      const back = around[place]!.find(({ to }) => to === parent)!.forward.weight
      const size = below.get(place)!
      scores[place] = scores[parent]! - there + back + Math.log(size / (order.length - size))
    }
  }
  const lasts = members.flatMap(({ time }) => (time === null ? [] : [time.last])).sort((x, y) => x - y)
  return scores.map((score, place) => {
    const { time } = members[place]!
    return time === null ? score : score - Math.min(earlierMax, earlierWeight * countBelow(lasts, time.first))
  })
}

/** The texts reached from `start`, in the order in which they are met, and the one that each is reached from. */
function walk(
  around: readonly (readonly Neighbour[])[],
  start: number,
): { readonly order: readonly number[]; readonly from: ReadonlyMap<number, number> } {
  const order = [start]
  const from = new Map<number, number>([[start, -1]])
  for (const place of order)
    for (const { to } of around[place]!)
      if (!from.has(to)) {
        from.set(to, place)
        order.push(to)
      }
  return { order, from }
}

function countBelow(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! < limit) low = middle + 1
    else high = middle
  }
  return low
}

function directedEdges(
  root: number,
  around: readonly (readonly Neighbour[])[],
  scores: Float64Array,
  ids: readonly ReportId[],
): readonly DescentEdge[] {
  const { order, from } = walk(around, root)
  const bestBelow = Float64Array.from(scores)
  for (const place of [...order].reverse()) {
    const parent = from.get(place)!
    if (parent >= 0) bestBelow[parent] = Math.max(bestBelow[parent]!, bestBelow[place]!)
  }
  return order.slice(1).flatMap((place) => {
    if (scores[root]! - bestBelow[place]! < marginMin) return []
    const parent = from.get(place)!
    const { reasons } = around[parent]!.find(({ to }) => to === place)!.forward
    const nearest = "of all texts here the two are nearest to each other, and the order of the others fits"
    return [{ parent: ids[parent]!, child: ids[place]!, reasons: [nearest, ...reasons] }]
  })
}
