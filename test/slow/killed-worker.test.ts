import { spawn } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { type JobHandler, workOnJobs } from "../../src/cli/work-on-jobs.ts"
import type { Capture } from "../../src/intake/index.ts"
import {
  type Archive,
  addCaptures,
  catchUp,
  type Job,
  type JobQueue,
  jobLeaseMs,
  rebuild,
  standingRecord,
  workHere,
} from "../../src/store/index.ts"
import { lacksStore, openedArchive, realStores } from "../stores.ts"

/** The library looks for workers that are not heard from every few seconds. */
const takenAgainMsMax = jobLeaseMs + 20_000

// Side by side: what they do is wait.
for (const store of realStores())
  describe.skipIf(lacksStore(store))(store.name, { concurrent: true }, () => {
    test("the job of a killed worker is taken up again and has one result", {
      timeout: 120_000,
    }, async () => {
      const { archive, attempts } = await afterKill(
        await store.locationOf("killed"),
        { kind: "intake", key: "a", group: "host" },
        () => async () => async (inside) => {
          await inside.run("INSERT INTO site_texts (site, captures, texts) VALUES ('a', 1, '[]')")
        },
      )
      expect(attempts).toEqual([2])
      expect(await archive.database.query("SELECT site FROM site_texts")).toHaveLength(1)
      await archive.close()
    })

    test("the record of a killed worker is gone on with, and no batch is taken in twice", {
      timeout: 120_000,
    }, async () => {
      const location = await store.locationOf("record")
      const before = await openedArchive(location)
      await addCaptures(before, notices, "2031-03-04T00:00:00Z")
      await before.close()
      let taken = 0
      const { archive, attempts } = await afterKill(
        location,
        { kind: "record", key: "record", group: null },
        (archive) => async () => {
          taken = (await catchUp(archive, options)).captures
          return async () => {}
        },
      )
      expect([attempts, taken]).toEqual([[2], notices.length - 200])
      const record = await standingRecord(archive)
      expect(record.reports).toHaveLength(notices.length)
      await rebuild(archive, options)
      expect(await standingRecord(archive)).toEqual(record)
      await archive.close()
    })
  })

const options = { tool: "variorum 1", work: workHere }

/** Captures of two batches. */
const notices = Array.from({ length: 300 }, (_, n): Capture => {
  const bytes = Buffer.from(`Notice ${n}. Quay ${n * 7919} is closed.`)
  return { kind: "file", name: `${n}.txt`, bytes, mediaType: "text/plain", charset: null, capturedAt: null }
})

/** Has a worker take the job, kills it, and does the job when it comes back. */
async function afterKill(
  location: string,
  job: Job,
  handler: (archive: Archive) => JobHandler,
): Promise<{ readonly archive: Archive; readonly attempts: readonly number[] }> {
  const archive = await openedArchive(location)
  const jobs: JobQueue = await archive.openJobs()
  await jobs.add([job])
  const worker = spawn(process.execPath, [join(import.meta.dirname, "job-worker.ts"), location], {
    stdio: ["ignore", "pipe", "inherit"],
  })
  await Promise.race([once(worker.stdout, "data"), once(worker, "exit")])
  expect(worker.exitCode, "the worker has the job").toBeNull()
  worker.kill("SIGKILL")
  const killedAtMs = performance.now()
  const stopping = new AbortController()
  const attempts: number[] = []
  const noted: JobHandler = (held) => {
    attempts.push(held.attempt)
    return handler(archive)(held)
  }
  await workOnJobs(jobs, {
    handlers: { intake: noted, poll: noted, record: noted },
    jobsAtOnce: 4,
    stopped: AbortSignal.any([stopping.signal, AbortSignal.timeout(takenAgainMsMax)]),
    untilIdle: false,
    schedule: async () => {},
    told: () => stopping.abort(),
  })
  console.log(`${archive.location}: taken up again after ${Math.round(performance.now() - killedAtMs)} ms`)
  await jobs.close()
  return { archive, attempts }
}
