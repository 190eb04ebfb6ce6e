/**
 * Story: reports and their lineage in, stories out, each with the reasons that hold it together.
 * Never compares what the reports claim.
 */
export { clusterStories, storyIdOf } from "./cluster-stories.ts"
export { findStrangers } from "./find-strangers.ts"
export { KeyPostings, meetAtOnceMax, type NearPlace } from "./key-postings.ts"
export {
  digestOf,
  type MeetingKey,
  type MeetingKeys,
  meetingKeys,
  type Neighbour,
  neighbourOf,
} from "./meeting-keys.ts"
export {
  compareHolders,
  meetingDaysMax,
  meetingReach,
  type NearPair,
  nearnessMin,
  nearPairs,
} from "./near-pairs.ts"
export {
  type CrowdedReports,
  type NearQuestion,
  type NearReport,
  type NearReports,
  neighbourhoodOf,
  neighbourhoodsOf,
  noneCrowded,
  partReports,
  stepsPassed,
  wholeReportsMax,
} from "./neighbourhoods.ts"
export { type SettledRulings, type StoryRuling, settleRulings } from "./rulings.ts"
export type { Story, StoryId, Stranger } from "./story.ts"
export {
  createStoryStream,
  type Placement,
  type StoryStream,
  type StoryStreamOptions,
  type StreamedReport,
  windowReportsDefault,
} from "./story-stream.ts"
