import type { ReportId } from "../article/index.ts"
import type { Brand, Span } from "../base/index.ts"

export type StoryId = Brand<string, "StoryId">

/** Reports that tell of one event. */
export interface Story {
  readonly id: StoryId
  readonly title: string | null
  /** Sorted by id. Never empty. */
  readonly reports: readonly ReportId[]
  /** The earliest and latest publication known, or null. */
  readonly from: string | null
  readonly to: string | null
  /** Why these are together. */
  readonly reasons: readonly string[]
}

/** A passage that belongs to another story than the report it stands in: a teaser, a related story's text. */
export interface Stranger extends Span {
  readonly report: ReportId
  readonly why: string
}
