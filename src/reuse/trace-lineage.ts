import type { ReportId } from "../article/index.ts"
import { compareStrings } from "../base/index.ts"
import { type Alignment, alignInOrder, alignPrepared, type IdenticalSide, identicalLink } from "./align.ts"
import { withCarriedSaid } from "./carried-changes.ts"
import { collapseCopies, sequenceKey } from "./collapse-copies.ts"
import { type DescentEdge, traceDescent } from "./descent.ts"
import { directionExplainer } from "./explain-direction.ts"
import { type Comparison, compareRetellings, findRetellings } from "./find-retellings.ts"
import { findRewrites, isSuspect } from "./find-rewrites.ts"
import { groupTexts } from "./group-texts.ts"
import type { Lineage, Link, Rewrite, TextGroup } from "./lineage.ts"
import { findMerged, type MergedText } from "./merged-texts.ts"
import { findMixed } from "./mixed-copies.ts"
import { type CandidateColumns, type PairCuts, type PairLimits, pairColumns, pairLimits } from "./pair.ts"
import { type TimeRange, timeRange } from "./published-time.ts"
import { countedSpan, type PreparedReport, prepareReport, type ReuseReport } from "./reuse-report.ts"
import { type ReportBackground, setBackgroundAside, withBackgroundSaid } from "./set-background-aside.ts"
import { buildGramTable, type GramTable } from "./tiles.ts"

export interface LineageOptions {
  readonly limits?: PairLimits
}

/** Near copies explain at least this much of each other, and are one text. */
const oneTextShareMin = 0.7

/** Of so many identical reports every two are linked; of more, each is linked with the first. */
const identicalPairsMax = 8

/**
 * Who shares whose text: identical reports collapsed, fingerprints compared, the pairs that share some aligned.
 * The same for any order of `reports`, whose ids are unique. Cost: near linear in the words of all.
 */
export function traceLineage(reports: readonly ReuseReport[], options: LineageOptions = {}): Lineage {
  const prepared = [...reports].sort((x, y) => compareStrings(x.id, y.id)).map(prepareReport)
  const copies = collapseCopies(prepared.map(({ words }) => sequenceKey(words))).map((family) =>
    family.map((place) => prepared[place]!),
  )
  const { families, background, index } = setBackgroundAside(copies)
  const distinct = families.map(([first]) => first!)
  const pairs = pairColumns(index, options.limits ?? pairLimits)
  const alignments = alignCandidates(distinct, pairs)
  const aligned = new Set(alignments.map(({ link }) => pairKey(link.a, link.b)))
  return composeLineage({
    families,
    background,
    cut: pairs.cut,
    alignments,
    suspects: distinct.filter(({ words }) => isSuspect(words)),
    compared: compareRetellings(
      distinct,
      copies.map(([first]) => first!),
      (a, b) => aligned.has(pairKey(a.report.id, b.report.id)),
    ),
    identical: families.flatMap((family) =>
      identicalLinks(
        family.map(({ report, words }) => ({
          id: report.id,
          wordCount: words.count,
          span: countedSpan(report, words),
        })),
      ),
    ),
  })
}

/** What the steps before have found among reports; whatever shares nothing may be left out. */
export interface LineageParts {
  /** Reports of the same counted words together, sorted by id; by the first, too. */
  readonly families: readonly (readonly PreparedReport[])[]
  /** What was set aside in them. */
  readonly background: ReadonlyMap<ReportId, ReportBackground>
  /** What the pairing left out. */
  readonly cut: PairCuts
  /** Of the first of two families each. Sorted by `a`, then `b`. */
  readonly alignments: readonly Alignment[]
  /** The first of the families that may show a machine's signs by itself. */
  readonly suspects: readonly PreparedReport[]
  /** By the places of families. */
  readonly compared: readonly Comparison[]
  /** Links within families. */
  readonly identical: readonly Link[]
}

/** The lineage of what was found: each part of it that hangs together stands for itself, but for rewriting tables. */
export function composeLineage({
  families,
  background,
  cut,
  alignments,
  suspects,
  compared,
  identical,
}: LineageParts): Lineage {
  const distinct = families.map(([first]) => first!)
  const rewrites = findRewrites(suspects, alignments)
  const groups = groupDistinct(distinct, alignments)
  const { texts, edges } = describeGroups(groups, families, alignments)
  const rewriteByPair = new Map(
    rewrites.flatMap((item) =>
      item.source === null ? [] : [[pairKey(item.report, item.source), item] as const],
    ),
  )
  const links = alignments.map(({ link }) => asRewritten(asDescended(link, edges), rewriteByPair))
  const retold = findRetellings(distinct, compared)
  const reportById = new Map(families.flat().map(({ report }) => [report.id, report]))
  const explain = directionExplainer(edges.values(), (id) => reportById.get(id))
  return {
    links: [...links, ...retold, ...identical]
      .sort((x, y) => compareStrings(x.a, y.a) || compareStrings(x.b, y.b))
      .map((link) => withBackgroundSaid(explain(link), background)),
    texts,
    rewrites,
    background: [...background.values()].flatMap(({ passages }) => passages),
    ...(cut.postings > 0 || cut.candidates > 0 ? { cut } : {}),
  }
}

function alignCandidates(
  distinct: readonly PreparedReport[],
  { a, b }: CandidateColumns,
): readonly Alignment[] {
  const align = pairAligner((text) => distinct[text]!)
  const alignments: Alignment[] = []
  for (const [place, text] of a.entries()) {
    const alignment = align(text, b[place]!)
    if (alignment) alignments.push(alignment)
  }
  return alignments
}

/** Aligns texts by their places, `a` before `b`, which are in the order of ids: cheapest where one is compared with several others in a row, as `a`. */
export function pairAligner(
  load: (text: number) => PreparedReport,
): (a: number, b: number) => Alignment | null {
  let last: { readonly place: number; readonly text: PreparedReport; readonly table: GramTable } | null = null
  return (a, b) => {
    if (last?.place !== a) {
      const text = load(a)
      last = { place: a, text, table: buildGramTable(text.words.hashes) }
    }
    return alignInOrder(last.text, load(b), last.table)
  }
}

/** The links of reports with the same counted words, sorted by id. */
export function identicalLinks(family: readonly IdenticalSide[]): readonly Link[] {
  const links: Link[] = []
  for (let i = 0; i < family.length; i++)
    for (let j = i + 1; j < family.length; j++) {
      if (i > 0 && family.length > identicalPairsMax) return links
      const link = identicalLink(family[i]!, family[j]!)
      if (link) links.push(link)
    }
  return links
}

/** Near copies of one text together, by their places among the distinct texts. */
function groupDistinct(
  distinct: readonly PreparedReport[],
  alignments: readonly Alignment[],
): readonly (readonly number[])[] {
  const placeOf = new Map<ReportId, number>(distinct.map(({ report }, place) => [report.id, place]))
  const shares = new Map<number, number>()
  const pairs = alignments.map(({ link }) => {
    const [a, b] = [placeOf.get(link.a)!, placeOf.get(link.b)!]
    const share = Math.min(link.aShare, link.bShare)
    shares.set(a * distinct.length + b, share)
    return { a, b, share }
  })
  return groupTexts(distinct.length, pairs, oneTextShareMin, (a, b) => {
    const key = a * distinct.length + b
    const known = shares.get(key)
    if (known !== undefined) return known
    const link = alignPrepared(distinct[a]!, distinct[b]!)?.link
    const share = link ? Math.min(link.aShare, link.bShare) : 0
    shares.set(key, share)
    return share
  })
}

/** One explains this much of the other: the two may stand in one line of descent, though cuts part their groups. */
const kinShareMin = 0.6

/** The groups with their identical copies and origins, and which of all texts came from which. */
function describeGroups(
  groups: readonly (readonly number[])[],
  families: readonly (readonly PreparedReport[])[],
  alignments: readonly Alignment[],
): { readonly texts: readonly TextGroup[]; readonly edges: ReadonlyMap<string, DescentEdge> } {
  const kin = alignments.filter(({ link }) => Math.max(link.aShare, link.bShare) >= kinShareMin)
  const timeByText = new Map(families.map((family) => [family[0]!, earliest(family)]))
  const merged = new Map(
    [...findMixed(kin), ...findMerged(alignments, (text) => timeByText.get(text)!)].map((found) => [
      found.child,
      found,
    ]),
  )
  const edges = new Map<string, DescentEdge>()
  const origins = new Set<ReportId>()
  for (const { places, within } of kinships(families, kin)) {
    const members = places.map((place) => ({
      prepared: families[place]![0]!,
      time: timeByText.get(families[place]![0]!)!,
    }))
    const descent = traceDescent(members, within, merged)
    if (descent.origin !== null) origins.add(descent.origin)
    for (const edge of descent.edges) edges.set(pairKey(edge.parent, edge.child), edge)
  }
  addMergedEdges(edges, [...merged.values()])
  const stepByPair = new Map<string, Alignment>()
  for (const alignment of kin) {
    const key = pairKey(alignment.link.a, alignment.link.b)
    if (edges.has(key)) stepByPair.set(key, alignment)
  }
  const told = withCarriedSaid([...edges.values()], (x, y) => stepByPair.get(pairKey(x, y)))
  for (const edge of told) edges.set(pairKey(edge.parent, edge.child), edge)
  const texts = groups.map((group): TextGroup => {
    const heads = group.map((place) => families[place]![0]!.report.id)
    const ids = group.flatMap((place) => families[place]!.map(({ report }) => report.id))
    return { members: ids.sort(compareStrings), origin: heads.find((id) => origins.has(id)) ?? null }
  })
  return { texts: texts.sort((x, y) => compareStrings(x.members[0]!, y.members[0]!)), edges }
}

/** Texts that are put together from two come from these two, and from no other. */
function addMergedEdges(edges: Map<string, DescentEdge>, merged: readonly MergedText[]): void {
  const parentsOf = new Map(merged.map((found) => [found.child.report.id, found]))
  for (const [key, { parent, child }] of [...edges]) {
    const found = parentsOf.get(child)
    if (found && parent !== found.first.report.id && parent !== found.second.report.id) edges.delete(key)
  }
  for (const { child, first, second, reasons } of merged)
    for (const { report } of [first, second]) {
      const key = pairKey(report.id, child.report.id)
      const known = edges.get(key)
      const kept = known?.parent === report.id ? known.reasons : []
      edges.set(key, { parent: report.id, child: child.report.id, reasons: [...reasons, ...kept] })
    }
}

/** The texts that `kin` joins, part by part, in order; texts that it joins with none are left out. */
function kinships(
  families: readonly (readonly PreparedReport[])[],
  kin: readonly Alignment[],
): readonly { readonly places: readonly number[]; readonly within: readonly Alignment[] }[] {
  const placeOf = new Map(families.map(([first], place) => [first!.report.id, place]))
  const joined = Array.from(families.keys())
  const find = (place: number): number => {
    let at = place
    while (joined[at] !== at) at = joined[at] = joined[joined[at]!]!
    return at
  }
  for (const { link } of kin) joined[find(placeOf.get(link.a)!)] = find(placeOf.get(link.b)!)
  const parts = new Map<number, { places: number[]; within: Alignment[] }>()
  for (const place of families.keys()) {
    const part = parts.get(find(place))
    if (part) part.places.push(place)
    else parts.set(find(place), { places: [place], within: [] })
  }
  for (const alignment of kin) parts.get(find(placeOf.get(alignment.link.a)!))!.within.push(alignment)
  return [...parts.values()].filter(({ places }) => places.length > 1)
}

function earliest(family: readonly PreparedReport[]): TimeRange | null {
  let first: TimeRange | null = null
  for (const { report } of family) {
    const time = timeRange(report.published)
    if (time && (!first || time.last < first.last || (time.last === first.last && time.first < first.first)))
      first = time
  }
  return first
}

function pairKey(x: ReportId, y: ReportId): string {
  return x < y ? `${x}\n${y}` : `${y}\n${x}`
}

function asDescended(link: Link, edges: ReadonlyMap<string, DescentEdge>): Link {
  const edge = edges.get(pairKey(link.a, link.b))
  if (!edge) return link
  return {
    ...link,
    direction: edge.parent === link.a ? "a>b" : "b>a",
    reasons: [...link.reasons, ...edge.reasons],
  }
}

/** `link`, said to be a rewriting where the substitutions of one side were learnt from the other. */
function asRewritten(link: Link, rewriteByPair: ReadonlyMap<string, Rewrite>): Link {
  const found = rewriteByPair.get(pairKey(link.a, link.b))
  if (!found) return link
  return {
    ...link,
    kind: "rewritten",
    passages: link.passages.map((passage) =>
      passage.kind === "edited" ? { ...passage, kind: "rewritten" } : passage,
    ),
    direction: found.report === link.b ? "a>b" : "b>a",
    reasons: [...link.reasons, ...found.evidence, "the odder wording is taken for the machine's"],
  }
}
