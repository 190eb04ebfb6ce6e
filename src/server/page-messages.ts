import type { RecordDocument } from "../api/index.ts"
import type { ExportedFile, FoundPassage, SearchTrail, SiteAnswer, Viewer } from "../web/index.ts"

/** A page of one story of an archive, as the thread that makes pages is asked for it. */
export interface PageAsked {
  readonly kind: "page"
  readonly story: string
  /** Within the story's own record: `/r/ABC1` is a report of the story. */
  readonly path: string
  readonly query: string
  readonly viewer: Viewer | null
  /** The page says when there is a newer one. */
  readonly isLive: boolean
  readonly trail: SearchTrail | null
}

/** A file of one story, to be handed out. */
export interface ExportAsked {
  readonly kind: "export"
  readonly story: string
  readonly name: string
  readonly styles: string
}

/** What a thread with an archive before it is asked. */
export type ArchiveTask =
  | PageAsked
  | ExportAsked
  | { readonly kind: "search"; readonly query: string; readonly count: number }
  | { readonly kind: "locate"; readonly digest: string; readonly at: number | null }

/** What a thread with a record document before it is asked: first to take the document. */
export type RecordTask =
  | { readonly kind: "show"; readonly document: RecordDocument; readonly version: number | null }
  | Pick<PageAsked, "kind" | "path" | "query" | "viewer">
  | ExportAsked

/** A passage found, before it has an address. */
export type FoundPlace = Omit<FoundPassage, "href"> & { readonly digest: string }

export type PageAnswer =
  /** The document has been taken; the pages that are likely to be asked for, the likeliest first. */
  | { readonly kind: "shown"; readonly likely: readonly string[] }
  | {
      readonly kind: "page"
      readonly type: SiteAnswer["type"]
      readonly bytes: Uint8Array<ArrayBuffer>
      readonly tag: string
      readonly headers: Readonly<Record<string, string>>
    }
  | { readonly kind: "file"; readonly file: ExportedFile }
  | { readonly kind: "found"; readonly hits: readonly FoundPlace[] }
  | { readonly kind: "located"; readonly path: string; readonly fragment: string | null }
  /** There is nothing of the kind. */
  | { readonly kind: "nothing" }
  | PageFailure

/** Why a page was not made: too many are waiting, or it broke off, took too long or too much memory. */
export type PageFailure = { readonly kind: "busy" } | { readonly kind: "failed"; readonly why: string }
