import type { Capture } from "../intake/index.ts"
import type { SaidRuling } from "../store/index.ts"
import type { FoundPassage, SearchTrail, SiteAnswer, Viewer } from "../web/index.ts"

/** What each thread of an archive is started with. */
export interface ArchiveThreadData {
  readonly location: string
  readonly tool: string
}

/** What the thread that writes to the archive is asked, one thing after the other. */
export type KeeperTask =
  | { readonly kind: "keep"; readonly captures: readonly Capture[]; readonly addedAt: string }
  | { readonly kind: "rule"; readonly said: SaidRuling }
  | { readonly kind: "withdraw"; readonly id: string }
  | { readonly kind: "catch-up" }

export type KeeperAnswer =
  | { readonly kind: "progress"; readonly done: number; readonly of: number }
  /** In the order of the captures given; null for what was taken out of the archive before. */
  | {
      readonly kind: "kept"
      readonly seqs: readonly ({ readonly seq: number; readonly isNew: boolean } | null)[]
    }
  | { readonly kind: "done" }
  | { readonly kind: "failed"; readonly why: string }

/** A page of one story, as the thread that makes pages is asked for it. */
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

export type PageTask =
  | PageAsked
  | { readonly kind: "search"; readonly query: string; readonly count: number }
  | { readonly kind: "locate"; readonly digest: string; readonly at: number | null }

/** A passage found, before it has an address. */
export type FoundPlace = Omit<FoundPassage, "href"> & { readonly digest: string }

export type PageAnswer =
  | { readonly kind: "page"; readonly type: SiteAnswer["type"]; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: "found"; readonly hits: readonly FoundPlace[] }
  | { readonly kind: "located"; readonly path: string; readonly fragment: string | null }
  /** The archive holds nothing of the kind. */
  | { readonly kind: "nothing" }
  | { readonly kind: "failed"; readonly why: string }
