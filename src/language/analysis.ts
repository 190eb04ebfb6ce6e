import type { Span } from "../base/index.ts"
import type { Tokens } from "./tokens.ts"

/** What one report says, each thing with its spans in the article's text. Lists are sorted by their first span. */
export interface Analysis {
  readonly tokens: Tokens
  /** Cover all that is not furniture. Never cross a paragraph. */
  readonly sentences: readonly Span[]
  readonly quotations: readonly Quotation[]
  readonly figures: readonly Figure[]
  readonly times: readonly TimeExpression[]
  readonly names: readonly Name[]
  readonly demands: readonly Demand[]
  readonly responses: readonly Response[]
}

/** Words that the report gives to somebody. */
export interface Quotation {
  /** The words attributed, without the marks, in order, not overlapping. Never empty. */
  readonly parts: readonly Span[]
  /** The stretches of `parts` printed between marks, in order. Of a direct quotation its parts; else empty unless partial. */
  readonly marked: readonly Span[]
  readonly form: QuotationForm
  /** False for scare quotes, titles and nicknames: kept, never counted. */
  readonly speech: boolean
  /** Null when no candidate won by the margin: a wrong speaker is worse than none. */
  readonly speaker: Speaker | null
  /** All that were weighed, the best first. Empty unless it was asked for. */
  readonly candidates: readonly SpeakerCandidate[]
  readonly cue: Span | null
  /** By what means it was said or came to be known: "in an email obtained by …", "on Twitter". */
  readonly via: Span | null
  readonly addressee: Span | null
  /** The day of the utterance, where the tag gives it: an item of `Analysis.times`. */
  readonly when: TimeExpression | null
}

/** `partial`: quoted words inside a clause of the reporter's. `block`: a passage set apart without marks. */
export type QuotationForm = "direct" | "partial" | "indirect" | "block"

export interface Speaker extends Span {
  /** The person or body that the mention stands for, as fully as the report names it, or null. */
  readonly name: string | null
  readonly kind: NameKind | null
  readonly rule: string
}

export interface SpeakerCandidate extends Span {
  readonly score: number
  readonly features: readonly string[]
}

export type NameKind = "person" | "organisation" | "group" | "place" | "document"

export interface Name {
  /** The longest form printed. */
  readonly name: string
  /** Other forms printed, sorted. */
  readonly aliases: readonly string[]
  readonly kind: NameKind | null
  /** In order: by name and, of a body, by a noun that stands for it ("the agency"). */
  readonly mentions: readonly Span[]
}

export interface Figure extends Span {
  /** The number as said: of "more than 150", 150. Null where only bounds are said ("between 200 and 300"). */
  readonly value: number | null
  /** The least and greatest that the words allow; null is unbounded. "More than 150": low 150, high null. */
  readonly low: number | null
  readonly high: number | null
  /** An ISO 4217 code, a UCUM code, or the counted noun in the singular. */
  readonly unit: string | null
  /** The comparator as printed, lower case: "more than", "about". */
  readonly qualifier: string | null
  /** What it is a number of beyond the unit ("Harbour Board", "the contract …"), as printed. */
  readonly of: string | null
}

export interface TimeExpression extends Span {
  /** The first and the last day, month, year or minute that it may mean, ISO 8601 to the precision said. Null: open or unknown. */
  readonly from: string | null
  readonly to: string | null
  readonly anchor: "absolute" | "published" | "text" | "utterance"
}

/** Somebody asks something of somebody. */
export interface Demand extends Span {
  readonly kind: "demand" | "call" | "question" | "promise" | "refusal"
  readonly by: Party | null
  readonly of: Party | null
  readonly what: Span
}

/** A sentence or clause that reports an answer to something asked, or its absence. */
export interface Response extends Span {
  readonly kind: "answered" | "refused" | "not-addressed"
  readonly by: Party | null
  /** What it is said of ("its work with the agency"), or null. */
  readonly about: Span | null
}

export interface Party extends Span {
  readonly name: string | null
}
