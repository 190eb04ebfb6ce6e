import { inBatches } from "./in-batches.ts"
import { type DocumentToPack, type PackedReport, packedReport } from "./packed-report.ts"
import { type PackedNeighbourhood, type ToldStory, tellStories } from "./tell-stories.ts"
import { openWorkerPool, type WorkerPool } from "./worker-pool.ts"
import type { WorkerAnswer, WorkerTask } from "./worker-task.ts"

/** The work on an archive's record that needs no database. Answers in the order asked, the same whoever does it. */
export interface ArchiveWork {
  read(documents: readonly DocumentToPack[]): Promise<readonly PackedReport[]>
  /** The stories of each neighbourhood. */
  tell(neighbourhoods: readonly PackedNeighbourhood[]): Promise<readonly (readonly ToldStory[])[]>
}

/** The same done by threads where it is much, else here. */
export interface StageWorkers extends ArchiveWork {
  close(): Promise<void>
}

export const workHere: ArchiveWork = {
  read: async (documents) => documents.map(packedReport),
  tell: async (neighbourhoods) => neighbourhoods.map(tellStories),
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
    async read(documents) {
      if (threads < 2 || documents.length < documentsMin) return workHere.read(documents)
      const batches = inBatches(documents, documentsPerTask, () => 1)
      const answers = await opened().run(batches.map((batch) => ({ kind: "pack", documents: batch })))
      return answers.flat() as readonly PackedReport[]
    },
    async tell(neighbourhoods) {
      const reports = neighbourhoods.reduce((sum, one) => sum + one.reports.length, 0)
      if (threads < 2 || reports < reportsMin) return workHere.tell(neighbourhoods)
      const batches = inBatches(neighbourhoods, reportsPerTask, (one) => one.reports.length)
      const answers = await opened().run(batches.map((batch) => ({ kind: "tell", neighbourhoods: batch })))
      return answers.flat() as readonly (readonly ToldStory[])[]
    },
    close: async () => pool?.close(),
  }
}
