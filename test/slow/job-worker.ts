/**
 * Takes a job and works on it for ever: a worker to be killed. Of the record it takes in one batch, and hangs in the next.
 *
 * usage: node job-worker.ts LOCATION
 */
import { writeSync } from "node:fs"
import { recordHandler } from "../../src/cli/job-handlers.ts"
import { workOnJobs } from "../../src/cli/work-on-jobs.ts"
import { openArchive, type StandingWork, workHere } from "../../src/store/index.ts"

const archive = await openArchive(process.argv[2] ?? "", true)
if (!archive.ok) throw new Error(archive.error)
const hang = (): Promise<never> => {
  writeSync(1, "taken\n")
  return new Promise(() => {})
}
let batches = 0
const work: StandingWork = {
  ...workHere,
  tell: (neighbourhoods) => (++batches > 1 ? hang() : workHere.tell(neighbourhoods)),
}
await workOnJobs(await archive.value.openJobs(), {
  handlers: {
    intake: hang,
    poll: hang,
    record: recordHandler(archive.value, { tool: "variorum 1", work, capturesAtOnce: 200 }),
  },
  jobsAtOnce: 1,
  stopped: new AbortController().signal,
  untilIdle: false,
  schedule: async () => {},
  told: () => {},
})
