import { compareStrings } from "../base/index.ts"
import type { Citation } from "../collation/index.ts"

/** Sorted by report, then place; each place once. */
export function distinctCitations(citations: readonly Citation[]): readonly Citation[] {
  return [...citations]
    .sort(byPlace)
    .filter((citation, i, sorted) => i === 0 || byPlace(sorted[i - 1]!, citation) !== 0)
}

function byPlace(a: Citation, b: Citation): number {
  return compareStrings(a.report, b.report) || a.start - b.start || a.end - b.end
}
