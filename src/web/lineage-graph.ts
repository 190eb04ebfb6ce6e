import type { LinkWire, ReportWire, StoryWire } from "../api/index.ts"
import type { LineageShown } from "./address.ts"
import type { RecordView } from "./record-view.ts"
import { linksShown, textGroups } from "./text-links.ts"

/** Distinct texts in the order of their first publication, each tied to the earlier one with which it shares most. */
export interface LineageGraph {
  /** Parents before children. Texts that share nothing are in none. */
  readonly nodes: readonly LineageNode[]
  readonly edges: readonly LineageEdge[]
  readonly columns: number
  readonly lanes: number
  /** Texts that share nothing with another, earliest first. */
  readonly alone: readonly ReportWire[]
  /** Pairs of texts that share something and are not drawn: a stronger link ties the same text, or it is little. */
  readonly undrawn: number
  /** Texts beyond the limit, not drawn. */
  readonly omitted: number
}

export interface LineageNode {
  /** The text's first report: its origin where that is known, else the earliest printed. */
  readonly report: ReportWire
  /** Further reports that print the same text. */
  readonly copies: number
  /** By time of publication; a child stands right of its parent. */
  readonly column: number
  readonly lane: number
}

export interface LineageEdge {
  /** Places in `nodes`. */
  readonly from: number
  readonly to: number
  readonly link: LinkWire
  /** The share of the later text that the earlier explains. */
  readonly share: number
  /** Null without evidence: then no arrow is drawn. */
  readonly isForward: boolean | null
}

/** Less than this, with nothing more to say of it than that some passages are shared, is no line of descent. */
const drawnShareMin = 0.1
const columnsMax = 5
const nodesMax = 60
const graphsHeldMax = 24

interface TextNode {
  readonly report: ReportWire
  readonly copies: number
  parent: { readonly at: number; readonly link: LinkWire; readonly share: number } | null
}

const laidOut = new WeakMap<StoryWire, Map<string, LineageGraph>>()

/** The same for any order of links and texts; made once for each story and what of it is shown. */
export function layOutLineage(view: RecordView, story: StoryWire, shown: LineageShown = {}): LineageGraph {
  const known = laidOut.get(story) ?? new Map<string, LineageGraph>()
  laidOut.set(story, known)
  const key = `${shown.shareMin ?? ""} ${shown.isUnfolded ?? false}`
  const graph = known.get(key) ?? lineageGraph(view, story, shown)
  if (known.size < graphsHeldMax) known.set(key, graph)
  return graph
}

function lineageGraph(view: RecordView, story: StoryWire, shown: LineageShown): LineageGraph {
  const groups = textGroups(story, shown)
  const texts = textNodes(view, story, groups)
  const places = textPlaces(texts, groups)
  const undrawn = tieToEarlier(texts, linksShown(story, shown), places, shown.shareMin)
  const hasChild = new Set(texts.flatMap((text) => (text.parent ? [text.parent.at] : [])))
  const linked = texts.map((text, at) => text.parent !== null || hasChild.has(at))
  const drawn = texts.flatMap((_, at) => (linked[at] ? [at] : [])).slice(0, nodesMax)
  const place = new Map(drawn.map((at, index) => [at, index]))
  const columns = columnsOf(texts, drawn)
  const lanes = lanesOf(texts, drawn)
  return {
    nodes: drawn.map((at) => ({
      report: texts[at]!.report,
      copies: texts[at]!.copies,
      column: columns.get(at)!,
      lane: lanes.get(at)!,
    })),
    edges: drawn.flatMap((at) => {
      const { parent } = texts[at]!
      if (parent === null) return []
      const { link, share } = parent
      const ownIsB = places.get(link.b) === at
      const isForward = link.direction === null ? null : (link.direction === "a>b") === ownIsB
      return [{ from: place.get(parent.at)!, to: place.get(at)!, link, share, isForward }]
    }),
    columns: Math.max(0, ...columns.values().map((column) => column + 1)),
    lanes: Math.max(0, ...lanes.values().map((lane) => lane + 1)),
    alone: texts.filter((_, at) => !linked[at]).map((text) => text.report),
    undrawn,
    omitted: linked.filter(Boolean).length - drawn.length,
  }
}

/** One a distinct text, earliest first; texts of an unknown time last. */
function textNodes(view: RecordView, story: StoryWire, groups: StoryWire["texts"]): TextNode[] {
  const order = new Map(view.reportsOf(story).map((report, index) => [report.id, index]))
  return groups
    .flatMap((text) => {
      const members = [...text.members]
        .filter((id) => order.has(id))
        .sort((a, b) => order.get(a)! - order.get(b)!)
      const first = text.origin !== null && order.has(text.origin) ? text.origin : members[0]
      const report = first === undefined ? null : view.report(first)
      return report ? [{ report, copies: members.length - 1, parent: null }] : []
    })
    .sort((a, b) => order.get(a.report.id)! - order.get(b.report.id)!)
}

function textPlaces(texts: readonly TextNode[], groups: StoryWire["texts"]): ReadonlyMap<string, number> {
  const byFirst = new Map(texts.map((text, at) => [text.report.id, at]))
  const places = new Map<string, number>()
  for (const text of groups) {
    const at = text.members.map((id) => byFirst.get(id)).find((place) => place !== undefined)
    if (at !== undefined) for (const id of text.members) places.set(id, at)
  }
  return places
}

/** Gives each text its strongest link to an earlier one; returns how many pairs of texts are tied but not drawn. */
function tieToEarlier(
  texts: TextNode[],
  links: readonly LinkWire[],
  places: ReadonlyMap<string, number>,
  shareMin: number | undefined,
): number {
  const pairs = new Set<string>()
  for (const link of links) {
    const [a, b] = [places.get(link.a), places.get(link.b)]
    if (a === undefined || b === undefined || a === b) continue
    const [earlier, later] = a < b ? [a, b] : [b, a]
    pairs.add(`${earlier} ${later}`)
    const share = later === b ? link.bShare : link.aShare
    if (shareMin === undefined && link.kind === "shares" && share < drawnShareMin) continue
    const known = texts[later]!.parent
    const isStronger =
      known === null ||
      share > known.share ||
      (share === known.share && (earlier < known.at || (earlier === known.at && link.a < known.link.a)))
    if (isStronger) texts[later]!.parent = { at: earlier, link, share }
  }
  return pairs.size - texts.filter((text) => text.parent !== null).length
}

/** Columns by rank of time, at most a handful, each text right of its parent. */
function columnsOf(texts: readonly TextNode[], drawn: readonly number[]): ReadonlyMap<number, number> {
  const columns = new Map<number, number>()
  const perColumn = Math.max(1, Math.ceil(drawn.length / columnsMax))
  for (const [rank, at] of drawn.entries()) {
    const parent = texts[at]!.parent
    const least = parent === null ? 0 : (columns.get(parent.at) ?? -1) + 1
    columns.set(at, Math.max(least, Math.floor(rank / perColumn)))
  }
  return columns
}

/** A text's first child keeps its lane, each further one opens a lane below all that came before it. */
function lanesOf(texts: readonly TextNode[], drawn: readonly number[]): ReadonlyMap<number, number> {
  const children = new Map<number, number[]>()
  for (const at of drawn) {
    const parent = texts[at]!.parent
    if (parent !== null) children.set(parent.at, [...(children.get(parent.at) ?? []), at])
  }
  const lanes = new Map<number, number>()
  let next = 0
  for (const root of drawn.filter((at) => texts[at]!.parent === null)) {
    const waiting: { at: number; lane: number | null }[] = [{ at: root, lane: null }]
    while (waiting.length > 0) {
      const { at, lane } = waiting.pop()!
      const own = lane ?? next++
      lanes.set(at, own)
      const below = children.get(at) ?? []
      for (const [index, child] of [...below.entries()].reverse())
        waiting.push({ at: child, lane: index === 0 ? own : null })
    }
  }
  return lanes
}
