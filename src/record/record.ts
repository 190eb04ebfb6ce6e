import type { Article, ReportId } from "../article/index.ts"
import type { Span } from "../base/index.ts"
import type { Apparatus, Citation } from "../collation/index.ts"
import type { IntakeGap } from "../intake/index.ts"
import type { Lineage } from "../reuse/index.ts"
import type { Story, Stranger } from "../story/index.ts"

/** What is kept of many reports: every claim cites its places. The same for any order of inputs. */
export interface Record {
  /** Sorted by id. */
  readonly reports: readonly ReportEntry[]
  /** Most reports first; of equals the earliest, then by id. */
  readonly stories: readonly StoryRecord[]
  readonly gaps: readonly Gap[]
}

export interface ReportEntry {
  readonly article: Article
  /** A short name, unique in the record: `VER1`. */
  readonly siglum: string
  /** The sentences of the text, so that every claim can be shown in its own. */
  readonly sentences: readonly Span[]
  /**
   * Of an earlier capture of a page, the report that is its latest; otherwise null. Earlier versions stand in no
   * story: they are no witnesses of their own, only what edits are shown by.
   */
  readonly versionOf: ReportId | null
  readonly strangers: readonly Stranger[]
}

export interface StoryRecord {
  readonly story: Story
  /** Only what concerns the story's own reports. */
  readonly lineage: Lineage
  readonly apparatus: Apparatus
  readonly timeline: readonly TimelineEvent[]
  readonly demands: readonly DemandEntry[]
  readonly edits: readonly Edit[]
}

/** Something that happened, dated by what reports print. Sorted by `from`, then `to`. */
export interface TimelineEvent {
  readonly from: string | null
  readonly to: string | null
  readonly what: readonly Citation[]
}

export interface DemandEntry {
  readonly by: string | null
  readonly of: string | null
  readonly what: string
  readonly kind: "demand" | "call" | "question" | "promise" | "refusal"
  readonly evidence: readonly Citation[]
  readonly answer: "answered" | "refused" | "not-addressed" | "none-reported"
  readonly answerEvidence: readonly Citation[]
}

/** A page was changed: told by reports, or seen in captures. */
export interface Edit {
  readonly page: string
  readonly what: string
  readonly when: { readonly from: string | null; readonly to: string | null }
  readonly evidence: readonly Citation[]
  readonly seen: "captured" | "reported"
}

/** What could not be read, is missing or is paywalled. */
export type Gap =
  | { readonly on: "input"; readonly input: IntakeGap }
  | { readonly on: "report"; readonly report: ReportId; readonly what: string }
