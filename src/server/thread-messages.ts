import type { MessagePort } from "node:worker_threads"
import type { Making, RecordDocument } from "../api/index.ts"
import type { Capture, IntakeGap, Redirect, SourceDocument } from "../intake/index.ts"
import type { AnalysedReport } from "../language/index.ts"
import type { Progress } from "../pipeline/index.ts"
import type { StoryRuling } from "../story/index.ts"

/** What the main thread asks of the reader. `key` names an input in every message about it. */
export type ReaderTask =
  | { readonly kind: "connect"; readonly maker: MessagePort }
  | { readonly kind: "read"; readonly key: string; readonly capture: Capture }

export type ReaderAnswer =
  /** It has started, and can be asked. */
  | { readonly kind: "ready" }
  | { readonly kind: "progress"; readonly key: string; readonly done: number; readonly of: number }
  | {
      readonly kind: "read"
      readonly key: string
      readonly reports: number
      readonly gaps: readonly IntakeGap[]
    }

/** What the reader hands on to the maker: the reports of an input one by one, and that it was all. */
export type MakerPart =
  | {
      readonly kind: "report"
      readonly key: string
      readonly document: SourceDocument
      readonly report: AnalysedReport
    }
  | {
      readonly kind: "end"
      readonly key: string
      readonly gaps: readonly IntakeGap[]
      readonly redirects: readonly Redirect[]
    }

/** What the main thread asks of the maker. */
export type MakerTask =
  | { readonly kind: "connect"; readonly reader: MessagePort }
  | { readonly kind: "forget"; readonly key: string }
  /** `stop` is one 32-bit number; 1 stops the making at its next step. */
  | (MakingOrder & { readonly kind: "make"; readonly stop: SharedArrayBuffer })

/** What the record is to be made of. */
export interface MakingOrder {
  readonly keys: readonly string[]
  /** Of inputs that nothing could be read from. */
  readonly gaps: readonly IntakeGap[]
  readonly rulings: readonly StoryRuling[]
  readonly made: Making
}

export type MakerAnswer =
  | { readonly kind: "kept"; readonly key: string }
  | { readonly kind: "progress"; readonly progress: Progress }
  | { readonly kind: "made"; readonly document: RecordDocument }
  | { readonly kind: "stopped" }
