import type { Alignment, PreparedReport } from "./align.ts"
import { alignedChanges, type SidedAlignment } from "./aligned-changes.ts"
import type { Rewrite } from "./lineage.ts"
import { mayShowSigns } from "./lone-gate.ts"
import { loneRewrite } from "./lone-rewrite.ts"
import { lonelyWordsMin } from "./lone-signs.ts"
import { type Wording, wordingOf } from "./wording.ts"

/** The reports that a machine rewrote, with its substitutions, sorted by report. */
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
    suspects.get(alignment.a)?.push({ alignment, side: "a", other: wordingFor(alignment.b) })
    suspects.get(alignment.b)?.push({ alignment, side: "b", other: wordingFor(alignment.a) })
  }
  const rewrites: Rewrite[] = []
  for (const [prepared, sided] of suspects) {
    const own = wordingFor(prepared)
    const rewrite = loneRewrite(prepared.report.id, own, alignedChanges(own, sided))
    if (rewrite) rewrites.push(rewrite)
  }
  return rewrites
}
