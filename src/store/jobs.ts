import type { Transaction } from "./database.ts"

/** A piece of work that any worker may take. */
export interface Job {
  readonly kind: JobKind
  /** While a job of this kind and key waits or is being done, another is not added. */
  readonly key: string
  /** Of the jobs of one group, as of one host, one is done at a time over all workers. Null: of none. */
  readonly group: string | null
}

/**
 * `intake`: an address is fetched and kept. `poll`: a watched page is polled. `record`: the record is brought up to the
 * newest capture; of these there is one at a time.
 */
export type JobKind = "intake" | "poll" | "record"

export const jobKinds: readonly JobKind[] = ["intake", "poll", "record"]

/** A job that this worker holds until it is done, failed, or not renewed for `jobLeaseMs`. */
export interface ClaimedJob extends Job {
  /** What this claim is known by to the queue. */
  readonly claim: string
  /** 1 at the first try. */
  readonly attempt: number
}

export interface JobCounts {
  readonly waiting: number
  readonly active: number
  /** Tried `jobAttemptsMax` times, and put aside. */
  readonly failed: number
}

/** A worker that is not heard from for so long has died, and its jobs are taken up by others. */
export const jobLeaseMs = 10_000
export const jobAttemptsMax = 5
/** Before the second try; twice as long before each further one. */
export const jobRetryMs = 2_000

/** The jobs of one archive. The same promises on every database. */
export interface JobQueue {
  /** Gives the number of jobs that were new. */
  add(jobs: readonly Job[]): Promise<number>
  /**
   * Jobs of those kinds that are ready, oldest first; nobody else gets them while they are held. Who takes one of
   * `intake` and `poll` takes the other too, since they share the hosts that they ask.
   */
  claim(kinds: readonly JobKind[], jobsMax: number): Promise<readonly ClaimedJob[]>
  /**
   * Runs `keep` and ends the job in one transaction. False where the job is no longer held, since another took it up:
   * then nothing of `keep` is there, so every job has exactly one result.
   */
  complete(job: ClaimedJob, keep: (inside: Transaction) => Promise<void>): Promise<boolean>
  /** Puts the job back for a later try, or aside after the last. */
  fail(job: ClaimedJob, reason: string): Promise<void>
  /** Says that these are still being done. */
  renew(jobs: readonly ClaimedJob[]): Promise<void>
  counts(): Promise<JobCounts>
  close(): Promise<void>
}
