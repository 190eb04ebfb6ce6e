import type { ReportId } from "../article/index.ts"
import { compareStrings } from "../base/index.ts"
import { type Alignment, alignPrepared, type PreparedReport, prepareReport } from "./align.ts"
import { collapseCopies } from "./collapse-copies.ts"
import { findRewrites } from "./find-rewrites.ts"
import { type Fingerprints, fingerprint } from "./fingerprint.ts"
import { groupTexts } from "./group-texts.ts"
import type { Lineage, Link, TextGroup } from "./lineage.ts"
import { type PairLimits, pair, pairLimits } from "./pair.ts"
import type { ReuseReport } from "./reuse-report.ts"

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
  const families = collapseCopies(prepared.map(({ words }) => words))
  const distinct = families.map((family) => prepared[family[0]!]!)
  const prints = distinct.map(({ words }) => fingerprint(words))
  const alignments = alignCandidates(distinct, prints, options.limits ?? pairLimits)
  const links = [
    ...alignments.map(({ link }) => link),
    ...families.flatMap((f) => identicalLinks(f, prepared)),
  ]
  return {
    links: links.sort((x, y) => compareStrings(x.a, y.a) || compareStrings(x.b, y.b)),
    texts: textGroups(families, prepared, distinct, alignments),
    rewrites: findRewrites(distinct, alignments),
  }
}

function alignCandidates(
  distinct: readonly PreparedReport[],
  prints: readonly Fingerprints[],
  limits: PairLimits,
): readonly Alignment[] {
  const alignments: Alignment[] = []
  for (const { a, b } of pair(prints, limits)) {
    const alignment = alignPrepared(distinct[a]!, distinct[b]!)
    if (alignment) alignments.push(alignment)
  }
  return alignments
}

function identicalLinks(family: readonly number[], prepared: readonly PreparedReport[]): readonly Link[] {
  const links: Link[] = []
  for (let i = 0; i < family.length; i++)
    for (let j = i + 1; j < family.length; j++) {
      if (i > 0 && family.length > identicalPairsMax) return links
      const alignment = alignPrepared(prepared[family[i]!]!, prepared[family[j]!]!)
      if (alignment) links.push(alignment.link)
    }
  return links
}

/** Near copies of one text together, each with its identical copies. */
function textGroups(
  families: readonly (readonly number[])[],
  prepared: readonly PreparedReport[],
  distinct: readonly PreparedReport[],
  alignments: readonly Alignment[],
): readonly TextGroup[] {
  const placeOf = new Map<ReportId, number>(distinct.map(({ report }, place) => [report.id, place]))
  const shares = new Map<number, number>()
  const pairs = alignments.map(({ link }) => {
    const [a, b] = [placeOf.get(link.a)!, placeOf.get(link.b)!]
    const share = Math.min(link.aShare, link.bShare)
    shares.set(a * distinct.length + b, share)
    return { a, b, share }
  })
  const groups = groupTexts(distinct.length, pairs, oneTextShareMin, (a, b) => {
    const aligned = shares.get(a * distinct.length + b)
    if (aligned !== undefined) return aligned
    const link = alignPrepared(distinct[a]!, distinct[b]!)?.link
    return link ? Math.min(link.aShare, link.bShare) : 0
  })
  const idOf = (place: number): ReportId => prepared[place]!.report.id
  return groups
    .map((group) => group.flatMap((place) => families[place]!.map(idOf)).sort(compareStrings))
    .map((members) => ({ members, origin: null }))
    .sort((x, y) => compareStrings(x.members[0]!, y.members[0]!))
}
