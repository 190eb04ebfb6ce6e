import type { AnalysedReport } from "../language/index.ts"
import { analyseDocument, finishStory, type IdentifiedDocument, type StoryJob } from "../pipeline/index.ts"
import type { ComposedStory } from "../record/index.ts"

/** What a worker may be asked: some documents to read, or some stories to finish. */
export type WorkerTask =
  | { readonly kind: "analyse"; readonly documents: readonly IdentifiedDocument[] }
  | { readonly kind: "finish"; readonly jobs: readonly StoryJob[] }

/** One answer for each item of the task, in its order. */
export type WorkerAnswer = readonly AnalysedReport[] | readonly ComposedStory[]

export function doTask(task: WorkerTask): WorkerAnswer {
  return task.kind === "analyse" ? task.documents.map(analyseDocument) : task.jobs.map(finishStory)
}
