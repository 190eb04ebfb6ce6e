import type { IntakeGap, SourceDocument } from "../intake/index.ts"
import type { AnalysedReport } from "../language/index.ts"
import {
  finishRecord,
  identifyDocuments,
  makeRecord,
  planRecord,
  type RecordOptions,
} from "../pipeline/index.ts"
import type { ComposedStory, Record } from "../record/index.ts"
import { inBatches } from "./in-batches.ts"
import { openWorkerPool } from "./worker-pool.ts"
import type { WorkerAnswer, WorkerTask } from "./worker-task.ts"

/** Fewer documents than this are done sooner than threads are started. */
export const threadedDocumentsMin = 200
const documentsPerTask = 32
const reportsPerTask = 64

/**
 * The record that `makeRecord` makes, byte for byte, with the reading and the stories done by `threads` side by side.
 * Fewer documents than `documentsMin`, or one thread, are done here.
 */
export async function recordInWorkers(
  documents: readonly SourceDocument[],
  gaps: readonly IntakeGap[],
  options: RecordOptions & { readonly threads: number; readonly documentsMin: number },
): Promise<Record> {
  const { threads, documentsMin, rulings = [], redirects = [], onProgress = () => {} } = options
  if (threads < 2 || documents.length < documentsMin) return makeRecord(documents, gaps, options)
  const pool = openWorkerPool<WorkerTask, WorkerAnswer>("stage-worker", threads)
  try {
    const identified = identifyDocuments(documents)
    const batches = inBatches(identified, documentsPerTask, () => 1)
    let read = 0
    const answers = await pool.run(
      batches.map((batch) => ({ kind: "analyse", documents: batch })),
      (place) => {
        read += batches[place]!.length
        onProgress({ stage: "reading reports", done: read, of: identified.length })
      },
    )
    const plan = planRecord(answers.flat() as readonly AnalysedReport[], gaps, rulings, redirects)
    onProgress({ stage: "comparing texts", done: identified.length, of: identified.length })
    const jobs = inBatches(plan.jobs, reportsPerTask, ({ reports }) => reports.length)
    let finished = 0
    const stories = await pool.run(
      jobs.map((batch) => ({ kind: "finish", jobs: batch })),
      (place) => {
        finished += jobs[place]!.length
        onProgress({ stage: "collating stories", done: finished, of: plan.jobs.length })
      },
    )
    return finishRecord(plan, stories.flat() as readonly ComposedStory[])
  } finally {
    await pool.close()
  }
}
