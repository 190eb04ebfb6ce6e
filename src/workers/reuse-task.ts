import type { LineFailure } from "../api/index.ts"
import type { Credit } from "../article/index.ts"
import type { Span } from "../base/index.ts"
import type {
  BackgroundPassage,
  BackgroundRun,
  Link,
  PairColumns,
  PairLimits,
  PostingIndex,
  PostingPart,
  PostingRuns,
  PrintColumns,
  Retelling,
  WordPassage,
} from "../reuse/index.ts"
import type { SpooledLines } from "./spool-lines.ts"

/** What the threads of `lineageInWorkers` are asked. Columns are shared, not copied. */
export type ReuseTask =
  | SketchTask
  | { readonly kind: "count-terms" }
  /** Counts the words of these texts anew, as many times as each is given. */
  | { readonly kind: "recount-terms"; readonly texts: TextPlaces; readonly places: Uint32Array }
  | {
      readonly kind: "rare-terms"
      readonly texts: TextPlaces
      readonly weights: WordCounts
      readonly first: number
      readonly last: number
    }
  | {
      readonly kind: "postings"
      readonly prints: PrintColumns
      readonly textOfRank: Uint32Array
      readonly part: number
      readonly parts: number
    }
  | {
      readonly kind: "background"
      readonly texts: TextPlaces
      readonly prints: PrintColumns
      readonly index: PostingIndex
      readonly first: number
      readonly last: number
    }
  | ClearTask
  | {
      readonly kind: "pairs"
      readonly index: PostingIndex
      readonly limits: PairLimits
      readonly first: number
      readonly last: number
    }
  | { readonly kind: "align"; readonly texts: TextPlaces; readonly a: Uint32Array; readonly b: Uint32Array }
  | {
      readonly kind: "tell"
      readonly texts: TextPlaces
      readonly weights: WordCounts
      readonly a: Uint32Array
      readonly b: Uint32Array
    }

export type ReuseAnswer =
  | SketchAnswer
  | Uint32Array
  | PrintColumns
  | PostingPart
  | PairColumns
  | readonly PostingRuns[]
  | readonly ClearedReport[]
  | readonly FoundAlignment[]
  | readonly (Retelling | null)[]

/** Reads the reports of some lines, of which those in `skip` are left out, by their numbers. */
export interface SketchTask {
  readonly kind: "sketch"
  readonly descriptor: number
  readonly lines: SpooledLines
  readonly skip: readonly number[]
}

/** Takes the runs of background out of some reports: `runs` has those of each place of `reports`. */
export interface ClearTask {
  readonly kind: "clear"
  readonly reports: TextPlaces
  readonly places: Uint32Array
  readonly runs: readonly (readonly BackgroundRun[])[]
}

/** Where texts or reports stand in the spool: the line of `t` is `lengths[t]` bytes from `starts[t]`. */
export interface TextPlaces {
  readonly descriptor: number
  readonly starts: Float64Array
  readonly lengths: Uint32Array
  /** What more of them is set aside than their lines say. */
  readonly aside: ReadonlyMap<number, readonly Span[]>
  /** Where the words of those of which no more is set aside stand; null where they are to be read from the line. */
  readonly words: WordPlaces | null
}

/** The words of text `t`, and behind them the places of its fingerprints, stand in the file `files[fileOf[t]]` from `starts[t]`. */
export interface WordPlaces {
  readonly files: readonly number[]
  readonly fileOf: Uint32Array
  readonly starts: Float64Array
  readonly counts: Uint32Array
}

/** How many texts have the words of each bucket, out of how many. */
export interface WordCounts {
  readonly counts: Uint32Array
  readonly texts: number
}

/** A report without its background. */
export interface ClearedReport {
  readonly passages: readonly BackgroundPassage[]
  readonly wordCount: number
  readonly span: Span
  readonly key: string
  readonly suspect: boolean
  readonly prints: Uint32Array
}

/** The reports of a batch of lines, column by column, and the lines that gave none. */
export interface SketchAnswer {
  readonly ids: readonly string[]
  readonly lineNumbers: Uint32Array
  /** In the spool. */
  readonly starts: Float64Array
  readonly lengths: Uint32Array
  readonly wordCounts: Uint32Array
  readonly spanStarts: Uint32Array
  readonly spanEnds: Uint32Array
  readonly keys: readonly string[]
  /** `sketched` or `suspect` where this answer holds the columns of the text; 0 where an earlier one does. */
  readonly states: Uint8Array
  readonly prints: { readonly starts: Uint32Array; readonly hashes: Uint32Array<ArrayBuffer> }
  /** The file with the words of those texts, and where in it those of each begin. */
  readonly wordFile: number
  readonly wordStarts: Float64Array
  /** Null where nothing of it is known. */
  readonly origins: readonly (ReportOrigin | null)[]
  readonly failures: readonly FailedLine[]
}

export const sketched = 1
export const suspect = 2

/** What a report says of its making. */
export interface ReportOrigin {
  readonly published: string | null
  readonly outlet: string | null
  readonly site: string | null
  readonly credits: readonly Credit[]
}

export interface FailedLine {
  readonly number: number
  readonly id: string | null
  readonly error: LineFailure
}

/** What an alignment of two texts has found: `place` is that of the pair in the task. */
export interface FoundAlignment {
  readonly place: number
  readonly link: Link
  readonly passages: readonly WordPassage[]
}
