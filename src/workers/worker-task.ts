import type { AnalysedReport } from "../language/index.ts"
import { analyseDocument, finishStory, type IdentifiedDocument, type StoryJob } from "../pipeline/index.ts"
import type { ComposedStory } from "../record/index.ts"
import { type DocumentToPack, type PackedReport, packedReport } from "./packed-report.ts"
import { type PackedNeighbourhood, type ToldStory, tellStories } from "./tell-stories.ts"

/** What a worker may be asked: documents to read, or stories to finish, for a record at once or packed for an archive. */
export type WorkerTask =
  | { readonly kind: "analyse"; readonly documents: readonly IdentifiedDocument[] }
  | { readonly kind: "finish"; readonly jobs: readonly StoryJob[] }
  | { readonly kind: "pack"; readonly documents: readonly DocumentToPack[] }
  | { readonly kind: "tell"; readonly neighbourhoods: readonly PackedNeighbourhood[] }

/** One answer for each item of the task, in its order. */
export type WorkerAnswer =
  | readonly AnalysedReport[]
  | readonly ComposedStory[]
  | readonly PackedReport[]
  | readonly (readonly ToldStory[])[]

export function doTask(task: WorkerTask): WorkerAnswer {
  switch (task.kind) {
    case "analyse":
      return task.documents.map((document) => analyseDocument(document))
    case "finish":
      return task.jobs.map(finishStory)
    case "pack":
      return task.documents.map(packedReport)
    case "tell":
      return task.neighbourhoods.map(tellStories)
  }
}
