import type { Brand, Span } from "../base/index.ts"
import type { SourceRef } from "../intake/index.ts"

/** Twelve hexadecimal digits of the captured bytes' SHA-256, or the input's own id. Unique within a run. */
export type ReportId = Brand<string, "ReportId">

/** One report as its reader sees it: the text and what is known of its making. All spans are in `text`. */
export interface Article {
  readonly id: ReportId
  readonly source: SourceRef
  readonly url: string | null
  readonly title: string | null
  /** People only: no "By", roles, handles or outlets. Empty when none is printed. */
  readonly bylines: readonly string[]
  /** ISO 8601 to the precision that the page gives; a zone only where the page gives one. */
  readonly published: string | null
  readonly modified: string | null
  readonly outlet: string | null
  /** BCP 47, or null when it could not be told. */
  readonly language: string | null
  /** Of a page, the article and nothing else, paragraphs parted by a blank line; of a plain text, the file unchanged. */
  readonly text: string
  /** In order, not overlapping, covering all of `text` that is not white space. */
  readonly blocks: readonly Block[]
  /** What the reporter did not write, where it stands in `text`. Sorted, not overlapping. Left out of all that is counted. */
  readonly furniture: readonly Furniture[]
  /** Words in the text that say whose text it is: datelines and credits. Sorted. */
  readonly credits: readonly Credit[]
  /** What was on the page and is not in `text`, in page order. Empty unless it was asked for. */
  readonly dropped: readonly DroppedBlock[]
  /** For each field that is not null, the name of the rule that found it. */
  readonly evidence: Readonly<Partial<Record<ArticleField, string>>>
  /** Why this is less than a whole article. Empty when nothing is known to be missing. */
  readonly shortfalls: readonly Shortfall[]
  /** Of a page, what kind of page it is. Left out of what never was a page. */
  readonly page?: PageKind
  /** Of a page of an article that is printed on several, which of them it is. */
  readonly series?: PageSeries
  /** Of an article joined from several pages, where each page's text stands, in order. */
  readonly parts?: readonly ArticlePart[]
}

/** One page's share of an article that is printed on several. */
export interface ArticlePart extends Span {
  readonly id: ReportId
  readonly source: SourceRef
  readonly url: string | null
}

export type ArticleField = "title" | "bylines" | "published" | "modified" | "outlet" | "language" | "text"

export interface Block extends Span {
  readonly kind: "heading" | "paragraph" | "list" | "quote" | "caption" | "table"
  /** Of an update of a live blog or a post of a thread: when it was written, ISO 8601. Left out where nothing says so. */
  readonly at?: string
  /** Of a post of a thread: who wrote it, as printed. Left out where nothing says so. */
  readonly by?: string
}

export interface Furniture extends Span {
  readonly kind: "byline" | "dateline" | "caption" | "link" | "comment" | "share" | "boilerplate"
  /** The name of the rule that set it aside. */
  readonly rule: string
}

export interface Credit extends Span {
  readonly kind: "dateline" | "agency" | "reported-by" | "additional-reporting"
  /** The bodies or people credited, as printed. */
  readonly names: readonly string[]
}

export interface DroppedBlock {
  readonly text: string
  readonly step: string
  readonly reason: string
  readonly score: number | null
}

/** What a page is, and the rule that says so. */
export interface PageKind {
  readonly kind:
    | "article"
    | "live-blog"
    | "gallery"
    | "forum"
    | "questions"
    | "documentation"
    | "list"
    | "search"
    | "product"
    | "profile"
    | "video"
    | "error"
    | "challenge"
    | "shell"
    | "consent"
  readonly rule: string
}

export type Shortfall = {
  readonly kind: "paywalled" | "no-article" | "too-short" | "truncated" | "more-pages" | "over-limit"
  readonly detail: string | null
}

/** Which page of an article printed on several this is. */
export interface PageSeries {
  /** The same for all pages of one article. */
  readonly key: string
  /** From 1. */
  readonly number: number
  /** How many there are, or null when the page does not say. */
  readonly of: number | null
  /** Where the next page stands, or null when there is none. */
  readonly next: string | null
}
