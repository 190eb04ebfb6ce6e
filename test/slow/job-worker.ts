/**
 * Takes a job and works on it for ever: a worker to be killed.
 *
 * usage: node job-worker.ts LOCATION
 */
import { writeSync } from "node:fs"
import { workOnJobs } from "../../src/cli/work-on-jobs.ts"
import { openArchive } from "../../src/store/index.ts"

const archive = await openArchive(process.argv[2] ?? "", true)
if (!archive.ok) throw new Error(archive.error)
await workOnJobs(await archive.value.openJobs(), {
  handlers: {
    intake: () => {
      writeSync(1, "taken\n")
      return new Promise(() => {})
    },
  },
  jobsAtOnce: 1,
  stopped: new AbortController().signal,
  untilIdle: false,
  schedule: async () => {},
  told: () => {},
})
