import type { ReportId } from "../article/index.ts"
import type { Alignment } from "./align.ts"
import type { MergedText } from "./merged-texts.ts"
import type { PreparedReport } from "./reuse-report.ts"
import { type Evidence, type GroupMember, stepEvidence } from "./step-evidence.ts"
import { weighDates } from "./time-flow.ts"
import { walkForest, walkTree } from "./tree-walk.ts"

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

/** How likely an origin, and the direction of a step, must be to be told. */
const originChanceMin = 0.5
const stepChanceMin = 0.55

/**
 * How texts that hang together came from each other. The nearest pairs make a tree (a shortest spanning tree of the words
 * changed: with changes that add up, a copy is nearest to what it was made from); then each text is weighed as the
 * origin, by dates, credits and cuts, and a direction is told where the origins that it fits are likelier. Dates are
 * soft: they are often wrong. `merged` are the texts put together from two others, by themselves. Cost: the alignments of the group, sorted.
 */
export function traceDescent(
  members: readonly GroupMember[],
  alignments: readonly Alignment[],
  merged: ReadonlyMap<PreparedReport, MergedText> = new Map(),
): Descent {
  const ids = members.map(({ prepared }) => prepared.report.id)
  const placeOf = new Map(ids.map((id, place) => [id, place]))
  const tree = spanningTree(members.length, alignments, placeOf)
  const next: number[][] = members.map(() => [])
  const forward: Map<number, Evidence>[] = members.map(() => new Map())
  for (const { alignment, a, b } of tree) {
    next[a]!.push(b)
    next[b]!.push(a)
    const [there, back] = stepEvidence(members[a]!, members[b]!, alignment)
    const [own, other] = [members[a]!.prepared, members[b]!.prepared]
    const [madeThere, madeBack] = [mergedEvidence(own, other, merged), mergedEvidence(other, own, merged)]
    forward[a]!.set(b, joined(there, madeThere, madeBack))
    forward[b]!.set(a, joined(back, madeBack, madeThere))
  }
  const steps: Steps = { next, forward }
  const dates = weighDates(
    members.map(({ time }) => time),
    next,
  )
  if (dates.every((weight) => weight === 0) && saysNothing(steps)) return { origin: null, edges: [] }
  const chances = originChances(rootScores(steps, dates), next)
  const root = likeliest([...chances.keys()], chances)
  return {
    origin: members.length > 1 && chances[root]! >= originChanceMin ? ids[root]! : null,
    edges: directedEdges(steps, chances, ids),
  }
}

function likeliest(places: readonly number[], chances: Float64Array): number {
  return places.reduce((x, y) => (chances[y]! > chances[x]! ? y : x))
}

interface TreeLink {
  readonly alignment: Alignment
  readonly a: number
  readonly b: number
}

/** A tree, or several, whose edges can be gone both ways. */
interface Steps {
  readonly next: readonly (readonly number[])[]
  /** What speaks for the step from here to there, and against the one back. */
  readonly forward: readonly ReadonlyMap<number, Evidence>[]
}

function saysNothing({ forward }: Steps): boolean {
  return forward.every((steps) => [...steps.values()].every(({ weight }) => weight === 0))
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

/** A cut or an addition counts for so many words at most: it is one decision, however long. Other words in their place are many. */
const changeWordsMax = 12

/** Words that one has and the other has not, over all places where they differ. */
function wordsChanged({ passages, a, b }: Alignment): number {
  let changed = 0
  let matched = 0
  let [endA, endB] = [0, 0]
  const count = (gapA: number, gapB: number): void => {
    const both = Math.max(0, Math.min(gapA, gapB))
    changed += both + Math.min(changeWordsMax, Math.max(gapA, gapB, 0) - both)
  }
  for (const passage of passages) {
    matched += passage.matched
    if (passage.moved) {
      changed += 2
      continue
    }
    for (const run of passage.runs) {
      count(run.a - endA, run.b - endB)
      endA = run.a + run.length
      endB = run.b + run.length
    }
  }
  count(a.words.count - endA, b.words.count - endB)
  return matched === 0 ? Number.POSITIVE_INFINITY : changed
}

const mergedWeight = 2

/** What texts put together from two others say of a step between them. */
function mergedEvidence(
  parent: PreparedReport,
  child: PreparedReport,
  merged: ReadonlyMap<PreparedReport, MergedText>,
): Evidence {
  const made = merged.get(child)
  if (made && !made.copies.includes(parent)) return { weight: mergedWeight, reasons: [] }
  if (!merged.get(parent)?.copies.includes(child)) return { weight: 0, reasons: [] }
  const reason = "both are put together from the same two texts, and it is nearer to them"
  return { weight: mergedWeight, reasons: [reason] }
}

function joined(one: Evidence, more: Evidence, against: Evidence): Evidence {
  return {
    weight: one.weight + more.weight - against.weight,
    reasons: [...one.reasons, ...more.reasons],
  }
}

/**
 * How likely each text is the origin, as a sum of logarithms: the steps away from it; how many orders of copying the
 * tree then allows (rumour centrality: Shah & Zaman, IEEE Trans. Inf. Theory 2011), since what was copied often and
 * early stands in the middle; and the dates.
 */
function rootScores({ next, forward }: Steps, dates: Float64Array): Float64Array {
  const scores = new Float64Array(next.length)
  for (const { order, from } of walkForest(next)) {
    const below = new Map<number, number>()
    for (const place of [...order].reverse()) {
      const own = (below.get(place) ?? 0) + 1
      below.set(place, own)
      const parent = from.get(place)!
      if (parent >= 0) below.set(parent, (below.get(parent) ?? 0) + own)
    }
    for (const place of order.slice(1)) {
      const parent = from.get(place)!
      const there = forward[parent]!.get(place)!.weight
      const size = below.get(place)!
      scores[place] = scores[parent]! - there + Math.log(size / (order.length - size))
    }
  }
  return scores.map((score, place) => score + dates[place]!)
}

/** For every text the chance that all others of its tree come from it. */
function originChances(scores: Float64Array, next: Steps["next"]): Float64Array {
  const chances = new Float64Array(scores.length)
  for (const { order } of walkForest(next)) {
    const most = order.reduce((best, place) => Math.max(best, scores[place]!), Number.NEGATIVE_INFINITY)
    const sum = order.reduce((total, place) => total + Math.exp(scores[place]! - most), 0)
    for (const place of order) chances[place] = Math.exp(scores[place]! - most) / sum
  }
  return chances
}

/** The edges of every tree away from its likeliest origin, but those that may as well lead the other way. */
function directedEdges(
  { next, forward }: Steps,
  chances: Float64Array,
  ids: readonly ReportId[],
): readonly DescentEdge[] {
  const edges: DescentEdge[] = []
  for (const tree of walkForest(next)) {
    const { order, from } = walkTree(likeliest(tree.order, chances), next)
    const below = Float64Array.from(chances)
    for (const place of [...order].reverse()) {
      const parent = from.get(place)!
      if (parent >= 0) below[parent] = below[parent]! + below[place]!
    }
    for (const place of order.slice(1)) {
      // The step leads here unless the origin lies on this side of it.
      if (1 - below[place]! < stepChanceMin) continue
      const parent = from.get(place)!
      const { reasons } = forward[parent]!.get(place)!
      const nearest = "of all texts here the two are nearest to each other, and the order of the others fits"
      edges.push({ parent: ids[parent]!, child: ids[place]!, reasons: [nearest, ...reasons] })
    }
  }
  return edges
}
