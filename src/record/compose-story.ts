import { compareNullable, compareStrings } from "../base/index.ts"
import type { Apparatus } from "../collation/index.ts"
import type { AnalysedReport } from "../language/index.ts"
import type { Lineage } from "../reuse/index.ts"
import type { Story, Stranger } from "../story/index.ts"
import { buildTimeline } from "./build-timeline.ts"
import { gatherEdits } from "./gather-edits.ts"
import { matchDemands } from "./match-demands.ts"
import type { Edit, StoryRecord } from "./record.ts"
import { witnessesOf } from "./witness.ts"

/** What the stages before have found of one story. */
export interface StoryParts {
  readonly story: Story
  /** The story's reports, in any order. */
  readonly reports: readonly AnalysedReport[]
  readonly lineage: Lineage
  readonly apparatus: Apparatus
  readonly strangers: readonly Stranger[]
  /** Edits seen between captures of the story's pages. */
  readonly capturedEdits: readonly Edit[]
}

/** One story, finished; its strangers are shown with their reports. */
export interface ComposedStory {
  readonly record: StoryRecord
  readonly strangers: readonly Stranger[]
}

/** Adds what is read from a story as a whole: its timeline, what was asked and answered, what was changed. */
export function composeStory(parts: StoryParts): ComposedStory {
  const { story, lineage, apparatus, strangers } = parts
  const witnesses = witnessesOf(parts.reports, strangers)
  const edits = [...parts.capturedEdits, ...gatherEdits(witnesses)].sort(byTime)
  const timeline = buildTimeline(witnesses)
  return {
    record: { story, lineage, apparatus, timeline, demands: matchDemands(witnesses), edits },
    strangers,
  }
}

function byTime(a: Edit, b: Edit): number {
  return (
    compareNullable(a.when.from, b.when.from) ||
    compareStrings(a.seen, b.seen) ||
    compareStrings(a.page, b.page) ||
    compareStrings(a.what, b.what)
  )
}
