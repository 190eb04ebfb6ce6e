import type { Span } from "../base/index.ts"

/** The document of `variorum record --json`. Field names are public and fixed; a change needs a new `format`. */
export interface RecordDocument {
  readonly format: "variorum-record/1"
  readonly made: {
    readonly tool: string
    readonly options: Readonly<Record<string, unknown>>
    readonly inputs: readonly InputOutcome[]
  }
  readonly reports: readonly ReportWire[]
  readonly stories: readonly StoryWire[]
  readonly gaps: readonly GapWire[]
}

export interface InputOutcome {
  readonly input: string
  readonly sha256: string | null
  readonly ok: boolean
  readonly error: string | null
}

export interface ReportWire {
  readonly id: string
  readonly siglum: string
  readonly source: SourceWire
  /** Of an article joined from several pages, each page's source and where its text stands. */
  readonly pages?: readonly (Span & { readonly source: SourceWire })[]
  /** Of an earlier capture of a page, the id of its latest; such a report stands in no story. Otherwise null. */
  readonly versionOf: string | null
  readonly title: string | null
  readonly bylines: readonly string[]
  readonly published: string | null
  readonly modified: string | null
  readonly outlet: string | null
  readonly language: string | null
  readonly text: string
  /** Sentences of the text, so that every claim can be shown in its own. */
  readonly sentences: readonly Span[]
  readonly furniture: readonly FurnitureWire[]
  readonly strangers: readonly StrangerWire[]
  /**
   * In a record that is handed on with less than its whole text, the runs that were left out: `text` is as long as it
   * was, and has a dot for each of their characters but white space. Absent: the text is whole.
   */
  readonly leftOut?: readonly Span[]
}

export type SourceWire = ({ readonly file: string } | { readonly url: string }) & {
  /** The address that the page gives as its own, or null. */
  readonly address: string | null
  readonly sha256: string
  readonly capturedAt: string | null
}

export interface FurnitureWire extends Span {
  readonly kind: string
}

export interface StrangerWire extends Span {
  readonly why: string
}

export interface StoryWire {
  readonly id: string
  readonly title: string | null
  readonly reports: readonly string[]
  readonly from: string | null
  readonly to: string | null
  readonly reasons: readonly string[]
  readonly texts: readonly { readonly members: readonly string[]; readonly origin: string | null }[]
  readonly links: readonly LinkWire[]
  readonly rewrites: readonly RewriteWire[]
  readonly statements: readonly StatementWire[]
  readonly disagreements: readonly DisagreementWire[]
  readonly timeline: readonly TimelineWire[]
  readonly demands: readonly DemandWire[]
  readonly edits: readonly EditWire[]
}

export interface LinkWire {
  readonly a: string
  readonly b: string
  readonly kind: "identical" | "near" | "extract" | "edited" | "rewritten" | "shares"
  readonly aShare: number
  readonly bShare: number
  readonly passages: readonly {
    readonly a: Span
    readonly b: Span
    readonly kind: "verbatim" | "edited" | "moved" | "rewritten"
  }[]
  readonly direction: "a>b" | "b>a" | null
  readonly reasons: readonly string[]
}

export interface RewriteWire {
  readonly report: string
  readonly source: string | null
  readonly rules: readonly {
    readonly from: string
    readonly to: string
    readonly seen: number
    readonly outOf: number
  }[]
  readonly evidence: readonly string[]
}

export interface StatementWire {
  readonly id: string
  readonly text: string
  readonly basis: {
    readonly rule: string
    /** `start` and `end` are in the statement's `text`. */
    readonly support: readonly (Span & { readonly witnesses: number; readonly distinct: number })[]
    readonly rivals: readonly string[]
  }
  readonly speakers: readonly {
    readonly name: string
    readonly kind: string | null
    readonly reports: readonly string[]
  }[]
  readonly readings: readonly ReadingWire[]
}

export interface ReadingWire {
  readonly report: string
  readonly parts: readonly Span[]
  readonly form: "direct" | "partial" | "indirect" | "block" | "unmarked"
  readonly speaker: string | null
  readonly via: string | null
  readonly differences: readonly DifferenceWire[]
}

export interface DifferenceWire {
  /** In the statement's `text`. */
  readonly at: Span
  readonly reading: string
  readonly kind: "added" | "dropped" | "changed" | "moved" | "cut" | "spliced"
  readonly class: "typography" | "spelling" | "name-form" | "grammar" | "wording" | "figure" | "speaker"
}

export interface CitationWire extends Span {
  readonly report: string
}

export interface DisagreementWire {
  readonly about: string
  readonly kind: "figure" | "date" | "name" | "speaker" | "wording" | "attribution"
  readonly values: readonly {
    readonly value: string
    readonly evidence: readonly CitationWire[]
    readonly distinct: number
  }[]
  readonly explained: "later-update" | "scope" | "rounding" | "bound" | "copying-error" | null
  readonly note: string | null
}

export interface TimelineWire {
  readonly from: string | null
  readonly to: string | null
  readonly what: readonly CitationWire[]
}

export interface DemandWire {
  readonly by: string | null
  readonly of: string | null
  readonly what: string
  readonly kind: string
  readonly evidence: readonly CitationWire[]
  readonly answer: "answered" | "refused" | "not-addressed" | "none-reported"
  readonly answerEvidence: readonly CitationWire[]
}

export interface EditWire {
  readonly page: string
  readonly what: string
  readonly when: { readonly from: string | null; readonly to: string | null }
  readonly evidence: readonly CitationWire[]
  readonly seen: "captured" | "reported"
}

export type GapWire =
  | { readonly input: string; readonly what: string }
  | { readonly report: string; readonly what: string }
