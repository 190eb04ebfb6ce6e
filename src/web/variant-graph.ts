import type { ReadingWire, StatementWire } from "../api/index.ts"
import { compareSpans, type Span, spanContains } from "../base/index.ts"
import { plainStatement, type Variant, type VariationPoint, variationPoints } from "./variation.ts"

/**
 * A statement as a variant graph (Schmidt and Colomb, "A data structure for representing multi-version texts online",
 * 2009): each reading is a way from the first node to the last. What the base prints stands in lane 0.
 */
export interface VariantGraph {
  /** In the order of the base; a node stands after all that lead to it. */
  readonly nodes: readonly VariantNode[]
  readonly edges: readonly VariantEdge[]
  readonly ranks: number
  readonly lanes: number
  /** Of the counted points, those beyond the limit, not drawn. */
  readonly omitted: number
}

export interface VariantNode {
  /** The base's words, a variant's, or empty where the variant leaves the base's words out. */
  readonly words: string
  /** Null of words that the base prints. */
  readonly variant: Variant | null
  /** Of a variant, and of base words that stand against one: the point's number. */
  readonly point: number | null
  /** Ids of the reports of the readings that pass here; empty where the base alone has the words. */
  readonly reports: ReadonlySet<string>
  /** Steps from the beginning, the longest way. */
  readonly rank: number
  readonly lane: number
}

export interface VariantEdge {
  /** Places in `nodes`. */
  readonly from: number
  readonly to: number
  /** How many reports' readings go this way. */
  readonly reports: number
}

const pointsMax = 30

interface DraftNode extends Span {
  readonly words: string
  readonly variant: Variant | null
  readonly point: number | null
  readonly reports: Set<string>
  rank: number
  lane: number
}

const laidOut = new WeakMap<StatementWire, VariantGraph>()

/** Made once for each statement. Trivial points are none of the graph's. */
export function layOutVariants(statement: StatementWire): VariantGraph {
  const known = laidOut.get(statement)
  if (known) return known
  const counted = variationPoints(statement).filter((point) => point.number !== null)
  const drawn = counted.slice(0, pointsMax)
  const { nodes, edges } = joinWays(waysOf(statement, drawn))
  rankNodes(nodes, edges)
  const lanes = giveLanes(nodes, edges)
  const graph: VariantGraph = {
    nodes: nodes.map(({ words, variant, point, reports, rank, lane }) => {
      return { words, variant, point, reports, rank, lane }
    }),
    edges,
    ranks: Math.max(0, ...nodes.map((node) => node.rank + 1)),
    lanes,
    omitted: counted.length - drawn.length,
  }
  laidOut.set(statement, graph)
  return graph
}

/** What one reading passes, in order; of the base itself the report is null. */
interface Way {
  readonly report: string | null
  readonly nodes: readonly DraftNode[]
}

function waysOf(statement: StatementWire, points: readonly VariationPoint[]): readonly Way[] {
  const base = baseNodes(statement.text, points)
  return [
    { report: null, nodes: base },
    ...plainStatement(statement).readings.map((reading) => {
      return { report: reading.report, nodes: wayOf(reading, base, points) }
    }),
  ]
}

/** One node for what stands in one place in the same words, one edge between two that follow each other. */
function joinWays(ways: readonly Way[]): { nodes: readonly DraftNode[]; edges: readonly VariantEdge[] } {
  const nodes = new Map<string, DraftNode>()
  const edges = new Map<string, { from: string; to: string; reports: Set<string> }>()
  for (const { report, nodes: passed } of ways) {
    let from: string | null = null
    for (const node of passed) {
      const to = `${node.start} ${node.end} ${node.variant === null ? "" : `${node.point} ${node.words}`}`
      const kept = nodes.get(to) ?? node
      nodes.set(to, kept)
      if (report !== null) kept.reports.add(report)
      if (from !== null) {
        const edge = edges.get(`${from}\n${to}`) ?? { from, to, reports: new Set<string>() }
        edges.set(`${from}\n${to}`, edge)
        if (report !== null) edge.reports.add(report)
      }
      from = to
    }
  }
  const order = [...nodes].sort(
    ([, a], [, b]) =>
      a.start - b.start || a.end - b.end || Number(a.variant !== null) - Number(b.variant !== null),
  )
  const place = new Map(order.map(([key], at) => [key, at]))
  return {
    nodes: order.map(([, node]) => node),
    edges: [...edges.values()]
      .map(({ from, to, reports }) => ({ from: place.get(from)!, to: place.get(to)!, reports: reports.size }))
      .sort((a, b) => a.from - b.from || a.to - b.to),
  }
}

/** The base cut where a point begins or ends; space and marks between two points are no node. */
function baseNodes(text: string, points: readonly VariationPoint[]): readonly DraftNode[] {
  const cuts = new Set([0, text.length])
  for (const { at } of points) cuts.add(at.start).add(at.end)
  const edges = [...cuts].sort((a, b) => a - b)
  return edges.slice(0, -1).flatMap((start, i) => {
    const end = edges[i + 1]!
    const words = text.slice(start, end)
    const point = points.find(({ at }) => at.start === start && at.end === end)
    if (point === undefined && !/[\p{L}\p{N}]/u.test(words)) return []
    return [draftNode({ start, end }, words, null, point?.number ?? null)]
  })
}

function draftNode(at: Span, words: string, variant: Variant | null, point: number | null): DraftNode {
  return { ...at, words, variant, point, reports: new Set(), rank: 0, lane: 0 }
}

function wayOf(
  reading: ReadingWire,
  base: readonly DraftNode[],
  points: readonly VariationPoint[],
): readonly DraftNode[] {
  const own = points.flatMap(({ at, variants, number }) => {
    const variant = variants.find((one) => one.readings.includes(reading))
    return variant ? [draftNode(at, variant.words, variant, number)] : []
  })
  // Of two variants one inside the other the longer is what the reading prints there.
  const passed = own.filter(
    (node) =>
      !own.some((other) => other !== node && spanContains(other, node) && compareSpans(other, node) !== 0),
  )
  const kept = base.filter((node) => !passed.some((other) => spanContains(other, node)))
  return [...kept, ...passed].sort((a, b) => a.start - b.start || a.end - b.end)
}

/** Edges lead from earlier nodes to later ones, so that one pass finds the longest ways. */
function rankNodes(nodes: readonly DraftNode[], edges: readonly VariantEdge[]): void {
  for (const { from, to } of edges) nodes[to]!.rank = Math.max(nodes[to]!.rank, nodes[from]!.rank + 1)
}

/** A variant keeps its lane to itself from the first node that leads to it to the last that it leads to. */
function giveLanes(nodes: readonly DraftNode[], edges: readonly VariantEdge[]): number {
  const taken: { from: number; to: number }[][] = []
  nodes.forEach((node, at) => {
    if (node.variant === null) return
    const before = edges.filter((edge) => edge.to === at).map((edge) => nodes[edge.from]!.rank + 1)
    const after = edges.filter((edge) => edge.from === at).map((edge) => nodes[edge.to]!.rank - 1)
    const range = { from: Math.min(node.rank, ...before), to: Math.max(node.rank, ...after) }
    let lane = taken.findIndex((list) => list.every((one) => range.to < one.from || one.to < range.from))
    if (lane < 0) lane = taken.push([]) - 1
    taken[lane]!.push(range)
    node.lane = lane + 1
  })
  return taken.length + 1
}
