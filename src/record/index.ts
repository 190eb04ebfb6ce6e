/**
 * Record: stories and their apparatus in, the Record out: what we keep, cite and re-check.
 */
export { assignSigla } from "./assign-sigla.ts"
export { buildTimeline } from "./build-timeline.ts"
export { capturedEdits } from "./captured-edits.ts"
export { composeRecord, type RecordParts } from "./compose-record.ts"
export { type ComposedStory, composeStory, type StoryParts } from "./compose-story.ts"
export { findSpread, type Spread } from "./find-spread.ts"
export { gatherEdits } from "./gather-edits.ts"
export { matchDemands } from "./match-demands.ts"
export type { DemandEntry, Edit, Gap, Record, ReportEntry, StoryRecord, TimelineEvent } from "./record.ts"
export { reportGaps } from "./report-gaps.ts"
export {
  type AgreedSentence,
  type DifferingSentences,
  type StorySummary,
  summariseStory,
} from "./summarise-story.ts"
export type { SummaryReport, SummarySource } from "./summary-source.ts"
export { type Witness, witnessesOf } from "./witness.ts"
