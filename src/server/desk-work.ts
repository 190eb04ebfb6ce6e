import type { Result } from "../base/index.ts"
import type { SaidRuling } from "../store/index.ts"
import type { StoryRuling } from "../story/index.ts"
import type { Job, JobInput } from "./job.ts"

/** Where reports are added and stories ruled on, whatever the record stands in. */
export interface DeskWork {
  /** Takes up a job; fails when too many wait. `release` is run once it is over, also when it was not taken up. */
  add(inputs: readonly JobInput[], by: string, release: () => void): Result<Job, string>
  job(id: string): Job | null
  /** Jobs that are not over, first the one at work. */
  openJobs(): readonly { readonly id: string; readonly line: string }[]
  said(): readonly SaidRuling[] | Promise<readonly SaidRuling[]>
  rule(ruling: StoryRuling, by: string): Promise<Result<SaidRuling, string>>
  withdraw(id: string): Promise<Result<SaidRuling, string>>
  /** Hears of each new record until the function returned is called. */
  listen(listener: () => void): () => void
  /** The same of whatever happens to a job. */
  listenToJobs(listener: () => void): () => void
  close(): Promise<void>
}
