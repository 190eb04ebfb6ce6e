/**
 * Story: reports and their lineage in, stories out, each with the reasons that hold it together.
 * Never compares what the reports claim.
 */
export { clusterStories, storyIdOf } from "./cluster-stories.ts"
export { findStrangers } from "./find-strangers.ts"
export type { StoryRuling } from "./rulings.ts"
export type { Story, StoryId, Stranger } from "./story.ts"
export {
  createStoryStream,
  type Placement,
  type StoryStream,
  type StoryStreamOptions,
  type StreamedReport,
  windowReportsDefault,
} from "./story-stream.ts"
