import type { ReportId } from "../article/index.ts"
import type { Span } from "../base/index.ts"
import type { PairCuts } from "./pair.ts"

/** Who shares whose text among many reports. The same for any order of reports. */
export interface Lineage {
  /** At most one a pair; `a` before `b` by id. Sorted by `a`, then `b`. */
  readonly links: readonly Link[]
  /** Every report stands in exactly one. Sorted by first member. */
  readonly texts: readonly TextGroup[]
  readonly rewrites: readonly Rewrite[]
  /** Words that many unlike reports print, left out of every link. Sorted by report, then by place. */
  readonly background: readonly BackgroundPassage[]
  /** What was not compared, since it would have been too much; left out where all was. */
  readonly cut?: PairCuts
}

/** A paragraph about the agency, a legal line, what happened before: printed by many texts that share nothing else. */
export interface BackgroundPassage {
  readonly report: ReportId
  readonly span: Span
  /** How many distinct texts print it. */
  readonly texts: number
}

/** Two reports share text. It never says that one copied the other unless `direction` does. */
export interface Link {
  readonly a: ReportId
  readonly b: ReportId
  readonly kind: "identical" | "near" | "extract" | "edited" | "rewritten" | "shares"
  /** The share of each one's counted words that the other explains, 0 to 1. */
  readonly aShare: number
  readonly bShare: number
  /** In the order of `a`. Not overlapping on either side. */
  readonly passages: readonly Passage[]
  /** Null without evidence. */
  readonly direction: "a>b" | "b>a" | null
  /** For the kind, the direction, and the rival explanation where one fits as well. */
  readonly reasons: readonly string[]
}

export interface Passage {
  readonly a: Span
  readonly b: Span
  readonly kind: "verbatim" | "edited" | "moved" | "rewritten"
}

/** Near-duplicates: one text, however often it was printed. A report like no other is a group of one. */
export interface TextGroup {
  /** Sorted by id. */
  readonly members: readonly ReportId[]
  readonly origin: ReportId | null
}

/** A machine's substitutions, found in one report. */
export interface Rewrite {
  readonly report: ReportId
  readonly source: ReportId | null
  /** Most often seen first; of equals by `from`. */
  readonly rules: readonly SubstitutionRule[]
  readonly evidence: readonly string[]
}

export interface SubstitutionRule {
  readonly from: string
  readonly to: string
  /** How often `to` stands where `from` is wanted, and how often it could. */
  readonly seen: number
  readonly outOf: number
}
