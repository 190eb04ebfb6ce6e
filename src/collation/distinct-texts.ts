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

/** Near copies that explain so much of each other are reprints: they hand on the slips of one. */
const reprintShareMin = 0.98

/**
 * By report, the number of its family: reprints of one copy of a text. Inside a text each family has one voice, so that
 * an altered copy does not outvote the original by being reprinted.
 */
export function reprintFamilies(lineage: Lineage, ids: readonly ReportId[]): ReadonlyMap<ReportId, number> {
  const places = new Map(ids.map((id, at) => [id, at]))
  const families = ids.map((_, at) => at)
  const root = (at: number): number => {
    let top = at
    while (families[top] !== top) top = families[top]!
    families[at] = top
    return top
  }
  for (const { a, b, aShare, bShare } of lineage.links) {
    const [x, y] = [places.get(a), places.get(b)]
    if (x === undefined || y === undefined || Math.min(aShare, bShare) < reprintShareMin) continue
    const [p, q] = [root(x), root(y)]
    families[Math.max(p, q)] = Math.min(p, q)
  }
  return new Map(ids.map((id, at) => [id, root(at)]))
}
