import { compareStrings } from "../base/index.ts"
import type { Alignment, PreparedReport } from "./align.ts"
import { alignedChanges, type SidedAlignment } from "./aligned-changes.ts"
import type { Rewrite } from "./lineage.ts"
import { mayShowSigns } from "./lone-gate.ts"
import { loneRewrite } from "./lone-rewrite.ts"
import { lonelyWordsMin } from "./lone-signs.ts"
import { pairedRewrites } from "./paired-rewrites.ts"
import { type Wording, wordingOf } from "./wording.ts"

/**
 * The reports that a machine rewrote, with its substitutions, sorted by report: by what they change in their sources,
 * and where no source is at hand by what they show alone. What a rewriting was made from is not asked alone.
 */
export function findRewrites(
  distinct: readonly PreparedReport[],
  alignments: readonly Alignment[],
): readonly Rewrite[] {
  const wordings = new Map<PreparedReport, Wording>()
  const wordingFor = (prepared: PreparedReport): Wording => {
    const known = wordings.get(prepared) ?? wordingOf(prepared)
    wordings.set(prepared, known)
    return known
  }
  const suspects = new Map<PreparedReport, SidedAlignment[]>()
  for (const prepared of distinct)
    if (prepared.words.count >= lonelyWordsMin && mayShowSigns(prepared.words)) suspects.set(prepared, [])
  for (const alignment of alignments) {
    suspects.get(alignment.a)?.push({ alignment, side: "a" })
    suspects.get(alignment.b)?.push({ alignment, side: "b" })
  }
  const rewrites = new Map(pairedRewrites(alignments, wordingFor).map((rewrite) => [rewrite.report, rewrite]))
  const sources = new Set([...rewrites.values()].map(({ source }) => source))
  for (const [prepared, sided] of suspects) {
    const { id } = prepared.report
    if (rewrites.has(id) || sources.has(id)) continue
    const own = wordingFor(prepared)
    const lone = loneRewrite(id, own, () => alignedChanges(own, sided, wordingFor))
    if (lone) rewrites.set(id, lone)
  }
  return [...rewrites.values()].sort((x, y) => compareStrings(x.report, y.report))
}
