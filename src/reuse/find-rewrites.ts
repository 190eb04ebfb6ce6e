import { compareStrings } from "../base/index.ts"
import type { Alignment } from "./align.ts"
import { alignedChanges, type SidedAlignment } from "./aligned-changes.ts"
import type { Rewrite } from "./lineage.ts"
import { mayShowSigns } from "./lone-gate.ts"
import { loneRewrite } from "./lone-rewrite.ts"
import { lonelyWordsMin } from "./lone-signs.ts"
import { pairedRewrites } from "./paired-rewrites.ts"
import type { CountedWords, PreparedReport } from "./reuse-report.ts"
import { type Wording, wordingOf } from "./wording.ts"

/**
 * The reports that a machine rewrote, with its substitutions, sorted by report: by what they change in their sources,
 * and where no source is at hand by what they show alone. Only `asked` are asked alone, those for whom `isSuspect`;
 * what a rewriting was made from is not.
 */
export function findRewrites(
  asked: readonly PreparedReport[],
  alignments: readonly Alignment[],
): readonly Rewrite[] {
  const wordings = new Map<PreparedReport, Wording>()
  const wordingFor = (prepared: PreparedReport): Wording => {
    const known = wordings.get(prepared) ?? wordingOf(prepared)
    wordings.set(prepared, known)
    return known
  }
  const suspects = new Map<PreparedReport, SidedAlignment[]>(asked.map((prepared) => [prepared, []]))
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

/** True where a report by itself may show a machine's substitutions. */
export function isSuspect(words: CountedWords): boolean {
  return words.count >= lonelyWordsMin && mayShowSigns(words)
}
