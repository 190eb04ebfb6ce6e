import type { AnalysedReport } from "../../language/index.ts"
import { analyseDocument, finishStory, type IdentifiedDocument, type StoryJob } from "../../pipeline/index.ts"
import type { ComposedStory } from "../../record/index.ts"

/** The pipeline's independent jobs, done here or by threads: the answers are the same, in the order asked. */
export interface StandingWork {
  analyse(documents: readonly IdentifiedDocument[]): Promise<readonly AnalysedReport[]>
  finish(jobs: readonly StoryJob[]): Promise<readonly ComposedStory[]>
}

export const workHere: StandingWork = {
  analyse: async (documents) => documents.map(analyseDocument),
  finish: async (jobs) => jobs.map(finishStory),
}
