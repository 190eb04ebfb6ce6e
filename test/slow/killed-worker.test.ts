import { spawn } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { workOnJobs } from "../../src/cli/work-on-jobs.ts"
import { jobLeaseMs } from "../../src/store/index.ts"
import { lacksStore, openedArchive, realStores } from "../stores.ts"

/** The library looks for workers that are not heard from every few seconds. */
const takenAgainMsMax = jobLeaseMs + 20_000

for (const store of realStores())
  describe.skipIf(lacksStore(store))(store.name, () => {
    test("the job of a killed worker is taken up again and has one result", {
      timeout: 120_000,
    }, async () => {
      const location = await store.locationOf("killed")
      const archive = await openedArchive(location)
      const jobs = await archive.openJobs()
      await jobs.add([{ kind: "intake", key: "a", group: "host" }])
      const worker = spawn(process.execPath, [join(import.meta.dirname, "job-worker.ts"), location])
      await once(worker.stdout, "data")
      worker.kill("SIGKILL")
      const killedAtMs = performance.now()
      const stopping = new AbortController()
      const attempts: number[] = []
      await workOnJobs(jobs, {
        handlers: {
          intake: async ({ attempt }) => {
            attempts.push(attempt)
            return async (inside) => {
              await inside.run("INSERT INTO site_texts (site, captures, texts) VALUES ('a', 1, '[]')")
            }
          },
        },
        jobsAtOnce: 4,
        stopped: AbortSignal.any([stopping.signal, AbortSignal.timeout(takenAgainMsMax)]),
        untilIdle: false,
        schedule: async () => {},
        told: () => stopping.abort(),
      })
      console.log(`${store.name}: taken up again after ${Math.round(performance.now() - killedAtMs)} ms`)
      expect(attempts).toEqual([2])
      expect(await archive.database.query("SELECT site FROM site_texts")).toHaveLength(1)
      await jobs.close()
      await archive.close()
    })
  })
