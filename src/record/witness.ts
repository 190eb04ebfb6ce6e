import type { ReportId } from "../article/index.ts"
import { compareStrings, mergeSpans, type Span, spanContains } from "../base/index.ts"
import type { AnalysedReport } from "../language/index.ts"
import type { Stranger } from "../story/index.ts"

/** A report of the story, with what in it is not of the story or not the reporter's. */
export interface Witness {
  readonly report: AnalysedReport
  /** Furniture and strangers, merged and sorted. */
  readonly omitted: readonly Span[]
}

/** The witnesses of one story, sorted by id, whatever the order given. */
export function witnessesOf(
  reports: readonly AnalysedReport[],
  strangers: readonly Stranger[],
): readonly Witness[] {
  const byReport = new Map<ReportId, Span[]>()
  for (const stranger of strangers) {
    const spans = byReport.get(stranger.report)
    if (spans) spans.push(stranger)
    else byReport.set(stranger.report, [stranger])
  }
  return [...reports]
    .sort((a, b) => compareStrings(a.article.id, b.article.id))
    .map((report) => ({
      report,
      omitted: mergeSpans([...report.article.furniture, ...(byReport.get(report.article.id) ?? [])]),
    }))
}

/** True when any part of the span is omitted. Cost: a binary search. */
export function isOmitted({ omitted }: Witness, span: Span): boolean {
  const at = lastStartingBefore(omitted, span.end)
  return at >= 0 && omitted[at]!.end > span.start
}

/** The place in sorted `spans` of the last that begins before `offset`, or -1. */
export function lastStartingBefore(spans: readonly Span[], offset: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.start < offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The place of the sentence that holds the span's beginning, or -1 where none does (furniture, a heading). */
export function sentenceIndexAt({ report }: Witness, span: Span): number {
  const { sentences } = report.analysis
  const at = lastStartingBefore(sentences, span.start + 1)
  return at >= 0 && spanContains(sentences[at]!, { start: span.start, end: span.start + 1 }) ? at : -1
}
