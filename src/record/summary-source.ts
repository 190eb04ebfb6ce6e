import type { ReportId } from "../article/index.ts"
import type { Span } from "../base/index.ts"
import type { Disagreement } from "../collation/index.ts"

/** What a summary is made of: the reports of one story with their sentences, in any order. */
export interface SummarySource {
  readonly reports: readonly SummaryReport[]
  readonly texts: readonly { readonly members: readonly ReportId[]; readonly origin: ReportId | null }[]
  readonly disagreements: readonly {
    readonly values: readonly Pick<Disagreement["values"][number], "value" | "evidence" | "distinct">[]
  }[]
}

export interface SummaryReport {
  readonly id: ReportId
  readonly text: string
  readonly language: string | null
  readonly sentences: readonly Span[]
  /** Furniture and what belongs to other stories. */
  readonly omitted: readonly Span[]
}
