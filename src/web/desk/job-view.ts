/** How one input of a job fares, as a page shows it. */
export interface JobInputView {
  /** The file's name, the address, or what was pasted. Untrusted text. */
  readonly name: string
  readonly state: "waiting" | "fetching" | "reading" | "read" | "there" | "failed" | "cancelled"
  /** Reports found in it. */
  readonly reports: number
  /** Why it, or a part of it, gave nothing; what the reader can do stands in `offers`. */
  readonly problems: readonly string[]
  /** The address to fetch again, or null where trying again is of no use. */
  readonly retry: string | null
}

/** Inputs being added together. */
export interface JobView {
  readonly id: string
  readonly state: "waiting" | "running" | "done" | "failed" | "cancelled"
  /** What is being done now, in words; null before it begins and after it ends. */
  readonly stage: string | null
  /** How far the stage is; `of` 0 where that is not known. */
  readonly done: number
  readonly of: number
  readonly inputs: readonly JobInputView[]
  /** Why nothing of the job was taken, or null. */
  readonly failure: string | null
  /** Once it is done: reports new in the record, and the addresses and titles of their stories. */
  readonly newReports: number
  readonly stories: readonly { readonly href: string; readonly title: string }[]
}

export const inputStates: Readonly<Record<JobInputView["state"], string>> = {
  waiting: "waiting",
  fetching: "fetching",
  reading: "reading",
  read: "read",
  there: "there already",
  failed: "not read",
  cancelled: "left out",
}

/** What the job is at, in one line for eyes and for a screen reader. */
export function jobLine(job: JobView): string {
  switch (job.state) {
    case "waiting":
      return "Waiting for what was added before"
    case "running":
      return job.stage === null ? "Beginning" : job.of > 0 ? `${job.stage} ${job.done}/${job.of}` : job.stage
    case "cancelled":
      return "Cancelled: nothing was added"
    case "failed":
      return `Nothing was added: ${job.failure ?? "it could not be done"}`
    case "done":
      return doneLine(job)
  }
}

function doneLine(job: JobView): string {
  const failed = job.inputs.filter((input) => input.state === "failed").length
  const added =
    job.newReports === 0
      ? "No new report"
      : job.newReports === 1
        ? "1 new report"
        : `${job.newReports} new reports`
  return failed === 0
    ? `Done. ${added}.`
    : `Done. ${added}; ${failed} of ${job.inputs.length} could not be read.`
}

export function isOver(job: JobView): boolean {
  return job.state === "done" || job.state === "failed" || job.state === "cancelled"
}
