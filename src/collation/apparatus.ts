import type { ReportId } from "../article/index.ts"
import type { Brand, Span } from "../base/index.ts"
import type { NameKind, QuotationForm } from "../language/index.ts"

export type StatementId = Brand<string, "StatementId">

/** What a story's reports say, side by side: the critical apparatus of the story. */
export interface Apparatus {
  readonly statements: readonly Statement[]
  readonly disagreements: readonly Disagreement[]
}

/** One utterance, in every wording that was printed. */
export interface Statement {
  readonly id: StatementId
  /** The wording best supported by distinct texts, machine substitutions undone. */
  readonly text: string
  readonly basis: Basis
  /** More than one: the reports disagree. Empty: no report names one. */
  readonly speakers: readonly StatementSpeaker[]
  /** Sorted by report id, then by first span. Never empty. */
  readonly readings: readonly Reading[]
}

/** Why `text` is the wording shown. */
export interface Basis {
  readonly rule: string
  /** Runs of `Statement.text` with equal support, in order, covering it. */
  readonly support: readonly Support[]
  /** Wordings as well supported as `text`; empty when it stands alone. */
  readonly rivals: readonly string[]
}

export interface Support extends Span {
  /** Readings that print these words. */
  readonly witnesses: number
  /** Distinct texts among them: a copy is no second witness. */
  readonly distinct: number
}

export interface StatementSpeaker {
  readonly name: string
  readonly kind: NameKind | null
  readonly reports: readonly ReportId[]
}

/** The words of one statement as one report prints them. */
export interface Reading {
  readonly report: ReportId
  readonly parts: readonly Span[]
  /** `unmarked`: the same words without quotation marks. */
  readonly form: QuotationForm | "unmarked"
  /** As named by this report, or null. */
  readonly speaker: string | null
  /** As printed, or null. */
  readonly via: string | null
  /** Sorted by `at`, not overlapping. Undoing them gives the reading back, byte for byte. */
  readonly differences: readonly Difference[]
}

/** Where a reading departs from `Statement.text`. */
export interface Difference {
  /** In `Statement.text`; empty for words that only the reading has. */
  readonly at: Span
  /** What stands there instead; empty for words that the reading leaves out. */
  readonly reading: string
  readonly kind: "added" | "dropped" | "changed" | "moved" | "cut" | "spliced"
  readonly class: DifferenceClass
}

export type DifferenceClass =
  | "typography"
  | "spelling"
  | "name-form"
  | "grammar"
  | "wording"
  | "figure"
  | "speaker"

/** Something on which reports print different things. No value is called the true one. */
export interface Disagreement {
  readonly about: string
  readonly kind: "figure" | "date" | "name" | "speaker" | "wording" | "attribution"
  /** At least two. Most distinct texts first; of equals by value. */
  readonly values: readonly DisagreementValue[]
  readonly explained: "later-update" | "scope" | "rounding" | "bound" | "copying-error" | null
  /** In plain words, for a reader: "both can be true", or null. */
  readonly note: string | null
}

export interface DisagreementValue {
  readonly value: string
  readonly evidence: readonly Citation[]
  /** Distinct texts behind it. */
  readonly distinct: number
}

/** A place in a report's text that a claim stands on. */
export interface Citation extends Span {
  readonly report: ReportId
}
