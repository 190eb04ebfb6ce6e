import { randomBytes } from "node:crypto"
import { fail, ok, type Result } from "../base/index.ts"
import { jobLine } from "../web/index.ts"
import { Job, type JobInput } from "./job.ts"

export const jobLimits = {
  waitingMax: 32,
  /** Jobs that are over, kept to be looked at. */
  heldMax: 200,
  problemsMax: 20,
} as const

/** The jobs of a desk, and everything else that it does one after the other. */
export class DeskJobs {
  private readonly jobs = new Map<string, Job>()
  private readonly listeners = new Set<() => void>()
  /** Settles when the last thing asked for is done: only one runs at a time. */
  private turn: Promise<unknown> = Promise.resolve()

  /** Takes up a job; fails when too many wait. `release` is run once it is over, also when it was not taken up. */
  add(
    given: { readonly inputs: readonly JobInput[]; readonly by: string; readonly release: () => void },
    run: (job: Job) => Promise<void>,
  ): Result<Job, string> {
    if (this.open().length >= jobLimits.waitingMax) {
      given.release()
      return fail("Too much is waiting to be added. Try again when some of it is done.")
    }
    const job = new Job(randomBytes(16).toString("hex"), given.by, given.inputs, given.release)
    this.jobs.set(job.id, job)
    job.listen(() => {
      for (const listener of this.listeners) listener()
    })
    for (const [id, old] of this.jobs) {
      if (this.jobs.size <= jobLimits.heldMax) break
      if (old.isOver()) this.jobs.delete(id)
    }
    void this.inTurn(async () => {
      try {
        await run(job)
      } catch (error) {
        const failure = error instanceof Error ? error.message : "it broke off"
        job.change({ state: "failed", stage: null, failure })
      }
      job.release()
    })
    return ok(job)
  }

  get(id: string): Job | null {
    return this.jobs.get(id) ?? null
  }

  /** Jobs that are not over, first the one at work. */
  open(): readonly { readonly id: string; readonly line: string }[] {
    return [...this.jobs.values()]
      .filter((job) => !job.isOver())
      .map((job) => ({ id: job.id, line: jobLine(job.current()) }))
  }

  listen(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  inTurn<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    const answer = this.turn.then(work)
    this.turn = answer.catch(() => {})
    return answer
  }

  /** Stops all jobs; resolves when nothing runs any more. */
  async close(): Promise<void> {
    for (const job of this.jobs.values()) job.stop.abort()
    await this.turn
  }
}

/** What was not taken up because the job was stopped before. */
export function cancelJob(job: Job): void {
  const inputs = job
    .current()
    .inputs.map((one) =>
      one.state === "failed" || one.state === "there" ? one : { ...one, state: "cancelled" as const },
    )
  job.change({ state: "cancelled", stage: null, inputs })
}
