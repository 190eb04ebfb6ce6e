import type { Span } from "../../base/index.ts"

/** A story of an archive as its list shows it. */
export interface StoryRow {
  readonly id: string
  readonly title: string | null
  readonly from: string | null
  readonly to: string | null
  readonly reports: number
  readonly texts: number
  readonly disagreements: number
}

/** One page of an archive's list of stories. */
export interface StoryList {
  /** The newest first. */
  readonly stories: readonly StoryRow[]
  /** How many stand before the first of these. */
  readonly from: number
  readonly perPage: number
  /** Of the whole archive. */
  readonly counts: { readonly stories: number; readonly reports: number; readonly gaps: number }
  /** The first of what is missing, in plain words. */
  readonly gaps: readonly string[]
  /** There are captures that the stories do not tell of yet. */
  readonly isBehind: boolean
  /** The archive may not be written to, so that nothing is taken in or added. */
  readonly readOnly: boolean
}

/** A passage that an archive's search has found. */
export interface FoundPassage {
  /** Leads to the sentence in its report. */
  readonly href: string
  readonly outlet: string | null
  readonly published: string | null
  readonly title: string | null
  readonly passage: (Span & { readonly text: string }) | null
  /** The words asked for, in the text that `passage` is a span of. */
  readonly found: readonly Span[]
}

export interface FoundList {
  readonly query: string
  readonly hits: readonly FoundPassage[]
  /** There are more than are shown. */
  readonly isCut: boolean
}

/** Where a reader who came from a search is among what it found. */
export interface SearchTrail {
  readonly query: string
  /** Counted from 1. */
  readonly number: number
  readonly of: number
  readonly isCut: boolean
  readonly all: string
  /** Each null at its end. */
  readonly previous: string | null
  readonly next: string | null
}

/** Words that a page no longer prints, and who still does. */
export interface SpreadRow {
  readonly page: string
  readonly when: { readonly from: string | null; readonly to: string | null }
  readonly words: string
  readonly still: readonly {
    readonly href: string
    /** A siglum, or where the report is of another story its outlet or title. */
    readonly name: string
    readonly words: string
  }[]
}
