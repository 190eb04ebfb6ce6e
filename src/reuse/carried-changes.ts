import type { ReportId } from "../article/index.ts"
import type { Alignment } from "./align.ts"
import type { DescentEdge } from "./descent.ts"
import { substitutionBlocks, type WordRange } from "./substitution-blocks.ts"

/** Changes that a text made in what it was made from, and those of them that a third text has as well. */
export interface CarriedChanges {
  readonly changes: number
  readonly carried: number
}

/** Of so many changes this part must be carried on to be told: fewer tell against the step, or of a mixed source. */
const carriedPartMin = 0.5

/**
 * What `parent` changed in `source`, found again in `child`: slips and wordings that the source has not. Two texts do
 * not hit upon the same changes alone, so these say that the child has it from the parent, not from the source.
 * `made` aligns source and parent, `step` parent and child. Cost: a pass over the words of the parent.
 */
export function carriedChanges(parent: ReportId, made: Alignment, step: Alignment): CarriedChanges {
  const changed = substitutionBlocks(made).map((block) => (made.link.a === parent ? block.a : block.b))
  const runOf = runPlaces(parent, step)
  return { changes: changed.length, carried: changed.filter((place) => isCarried(place, runOf)).length }
}

/** The run of each word of `parent` that the other text has too, from 1; 0 for a word that it has not. */
function runPlaces(parent: ReportId, { a, b, link, passages }: Alignment): Int32Array {
  const side = link.a === parent ? "a" : "b"
  const runOf = new Int32Array((side === "a" ? a : b).words.count)
  let runs = 0
  for (const passage of passages)
    for (const run of passage.runs) runOf.fill(++runs, run[side], run[side] + run.length)
  return runOf
}

/** New words with the word before and the word after, or such two where words were left out, stand in one run. */
function isCarried({ first, count }: WordRange, runOf: Int32Array): boolean {
  const run = runOf[first - 1]
  if (!run) return false
  for (let at = first; at <= first + count; at++) if (runOf[at] !== run) return false
  return true
}

/** `edges` with a word on what each step carries on of the changes that the one step before it made. */
export function withCarriedSaid(
  edges: readonly DescentEdge[],
  alignmentOf: (x: ReportId, y: ReportId) => Alignment | undefined,
): readonly DescentEdge[] {
  const sourceOf = new Map<ReportId, ReportId | null>()
  for (const { parent, child } of edges) sourceOf.set(child, sourceOf.has(child) ? null : parent)
  return edges.map((edge) => {
    const source = sourceOf.get(edge.parent) ?? null
    if (source === null) return edge
    const made = alignmentOf(source, edge.parent)
    const step = alignmentOf(edge.parent, edge.child)
    if (!made || !step) return edge
    const { changes, carried } = carriedChanges(edge.parent, made, step)
    if (carried === 0 || carried < carriedPartMin * changes) return edge
    const said = `the other carries on ${carried} of ${changes} changes that it made in ${source}`
    return { ...edge, reasons: [...edge.reasons, said] }
  })
}
