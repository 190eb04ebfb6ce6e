import type { ReportId } from "../article/index.ts"
import type { Lineage } from "../reuse/index.ts"

/** By report, the number of the distinct text that it prints: copies of one text have one number. */
export type DistinctTexts = ReadonlyMap<ReportId, number>

/** A report that the lineage does not know is a text by itself. */
export function distinctTexts(lineage: Lineage, ids: readonly ReportId[]): DistinctTexts {
  const textOf = new Map<ReportId, number>()
  lineage.texts.forEach((text, at) => {
    for (const member of text.members) textOf.set(member, at)
  })
  ids.forEach((id, at) => {
    if (!textOf.has(id)) textOf.set(id, lineage.texts.length + at)
  })
  return textOf
}

/** How many distinct texts these reports print. */
export function countTexts(reports: Iterable<ReportId>, textOf: DistinctTexts): number {
  const texts = new Set<number>()
  for (const report of reports) texts.add(textOf.get(report)!)
  return texts.size
}
