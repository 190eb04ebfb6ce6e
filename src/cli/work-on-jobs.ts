import { setTimeout as sleep } from "node:timers/promises"
import { type ClaimedJob, type JobKind, type JobQueue, jobLeaseMs, type Transaction } from "../store/index.ts"

/** Does a job up to what has to be kept, and gives the step that keeps it: that one runs with the job's end. */
export type JobHandler = (job: ClaimedJob) => Promise<(inside: Transaction) => Promise<void>>

export interface WorkOptions {
  readonly handlers: Partial<Readonly<Record<JobKind, JobHandler>>>
  readonly jobsAtOnce: number
  /** No job is taken after it; those in hand are finished. */
  readonly stopped: AbortSignal
  /** Ends when no job is ready, instead of waiting for one. */
  readonly untilIdle: boolean
  /** Called before each look for jobs, to add what has come due. */
  readonly schedule: () => Promise<void>
  readonly told: (job: ClaimedJob, failure: string | null) => void
}

const idleMs = 1_000

/** Takes jobs and does them until it is stopped. Several may do so at once, on any number of machines. */
export async function workOnJobs(jobs: JobQueue, options: WorkOptions): Promise<void> {
  const kinds = (Object.keys(options.handlers) as JobKind[]).sort()
  const held = new Map<string, ClaimedJob>()
  const running = new Set<Promise<void>>()
  const renewing = setInterval(() => void jobs.renew([...held.values()]).catch(() => {}), jobLeaseMs / 3)
  try {
    while (!options.stopped.aborted) {
      await options.schedule()
      const room = options.jobsAtOnce - running.size
      const claimed = room === 0 ? [] : await jobs.claim(kinds, room)
      for (const job of claimed) {
        held.set(job.claim, job)
        const done = doJob(jobs, job, options).finally(() => {
          held.delete(job.claim)
          running.delete(done)
        })
        running.add(done)
      }
      if (claimed.length > 0) continue
      if (running.size > 0) await Promise.race([...running, sleep(idleMs)])
      else if (options.untilIdle) return
      else await sleep(idleMs, undefined, { signal: options.stopped }).catch(() => {})
    }
  } finally {
    await Promise.allSettled(running)
    clearInterval(renewing)
  }
}

async function doJob(jobs: JobQueue, job: ClaimedJob, { handlers, told }: WorkOptions): Promise<void> {
  try {
    const keep = await handlers[job.kind]!(job)
    // Taken up by another meanwhile: its result stands, and this one leaves no trace.
    if (await jobs.complete(job, keep)) told(job, null)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    // Where even that cannot be written, the job comes back when its lease ends.
    await jobs.fail(job, reason).catch(() => {})
    told(job, reason)
  }
}
