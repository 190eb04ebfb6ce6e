/**
 * Story: reports and their lineage in, stories out, each with the reasons that hold it together.
 * Never compares what the reports claim.
 */
export type { Story, StoryId, Stranger } from "./story.ts"
