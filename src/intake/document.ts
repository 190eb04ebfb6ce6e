import type { SourceRef } from "./source.ts"

/** One page, file or feed entry, decoded to text but not yet understood. */
export interface SourceDocument {
  /** The id that the input itself gave (a JSONL line's `id`), or null. */
  readonly id: string | null
  readonly source: SourceRef
  readonly content: DocumentContent
}

export type DocumentContent =
  | {
      readonly kind: "html"
      readonly html: string
      readonly url: string | null
      /** As its capture has them. */
      readonly siteTexts?: readonly string[]
    }
  | { readonly kind: "text"; readonly text: string; readonly markdown: boolean }
  | { readonly kind: "fields"; readonly fields: ArticleFields }

/** An article that comes with its metadata given; null where the input gave none. */
export interface ArticleFields {
  readonly text: string
  readonly url: string | null
  readonly title: string | null
  readonly bylines: readonly string[]
  readonly published: string | null
  readonly modified: string | null
  readonly outlet: string | null
  readonly language: string | null
}

/** Why an input, or a part of one, gave no document. Every kind has one sentence for the user in `intakeGapText`. */
export type IntakeGap = {
  readonly name: string
  readonly member: string | null
  readonly kind:
    | "unreadable"
    | "not-found"
    | "empty"
    | "binary"
    | "too-large"
    | "bad-encoding"
    | "bad-json"
    | "no-text"
    | "unsupported"
    | "loop"
    | "damaged"
    | "not-served"
    | "not-here"
  /** What a user needs to know beyond the kind, in plain words, or null. */
  readonly detail: string | null
}
