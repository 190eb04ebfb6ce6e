import type { AnalysedReport } from "../language/index.ts"
import { analyseDocument, finishStory, type IdentifiedDocument, type StoryJob } from "../pipeline/index.ts"
import type { ComposedStory } from "../record/index.ts"
import { inBatches } from "./in-batches.ts"
import { openWorkerPool, type WorkerPool } from "./worker-pool.ts"
import type { WorkerAnswer, WorkerTask } from "./worker-task.ts"

/** The pipeline's independent jobs, done by threads where they are many, else here. Answers in the order asked. */
export interface StageWorkers {
  analyse(documents: readonly IdentifiedDocument[]): Promise<readonly AnalysedReport[]>
  finish(jobs: readonly StoryJob[]): Promise<readonly ComposedStory[]>
  close(): Promise<void>
}

/** Fewer are done sooner than they are sent to a thread; the threads are started when there are more for once. */
const documentsMin = 48
const reportsMin = 200
const documentsPerTask = 16
const reportsPerTask = 48

export function openStageWorkers(threads: number): StageWorkers {
  let pool: WorkerPool<WorkerTask, WorkerAnswer> | null = null
  const opened = (): WorkerPool<WorkerTask, WorkerAnswer> => {
    pool ??= openWorkerPool("stage-worker", threads)
    return pool
  }
  return {
    async analyse(documents) {
      if (threads < 2 || documents.length < documentsMin) return documents.map(analyseDocument)
      const batches = inBatches(documents, documentsPerTask, () => 1)
      const answers = await opened().run(batches.map((batch) => ({ kind: "analyse", documents: batch })))
      return answers.flat() as readonly AnalysedReport[]
    },
    async finish(jobs) {
      const reports = jobs.reduce((sum, job) => sum + job.reports.length, 0)
      if (threads < 2 || reports < reportsMin) return jobs.map(finishStory)
      const batches = inBatches(jobs, reportsPerTask, (job) => job.reports.length)
      const answers = await opened().run(batches.map((batch) => ({ kind: "finish", jobs: batch })))
      return answers.flat() as readonly ComposedStory[]
    },
    close: async () => pool?.close(),
  }
}
