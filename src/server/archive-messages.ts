import type { Capture } from "../intake/index.ts"
import type { SaidRuling } from "../store/index.ts"

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
