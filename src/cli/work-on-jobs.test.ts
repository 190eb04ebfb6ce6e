import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { lacksStore, openedArchive, realStores, type Store } from "../../test/stores.ts"
import { PoliteFetcher, systemClock } from "../net/index.ts"
import {
  isRecordBehind,
  readCaptures,
  rebuild,
  standingRecord,
  verifyArchive,
  watchPages,
  workHere,
} from "../store/index.ts"
import { intakeHandler, intakeJob, pollHandler, pollJobs, recordHandler, recordJobs } from "./job-handlers.ts"
import { type WorkOptions, workOnJobs } from "./work-on-jobs.ts"

let server: Server
let origin = ""
const recordOptions = { tool: "variorum 1", work: workHere }
/** Requests that are being answered, and the most that ever were at once. */
let [open, openMost] = [0, 0]

beforeAll(async () => {
  server = createServer((request, response) => {
    openMost = Math.max(openMost, ++open)
    setTimeout(() => {
      open--
      const found = request.url!.startsWith("/page")
      response.writeHead(found ? 200 : 404, { "content-type": "text/html" })
      response.end(`<article><h1>Ferry</h1><p>The ferry of ${request.url} came in at noon.</p></article>`)
    }, 5)
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.close()
})

for (const store of realStores())
  describe.skipIf(lacksStore(store))(`work on ${store.name}`, () => contract(store))

function contract(store: Store): void {
  test("two workers do every job once, and ask a host for one page at a time", async () => {
    const archive = await openedArchive(await store.locationOf("work"))
    const queues = [await archive.openJobs(), await archive.openJobs()] as const
    const paths = ["/page1", "/page2", "/page3", "/gone"]
    await queues[0].add(paths.map((path) => intakeJob(origin + path)))
    await watchPages(archive, [`${origin}/page4`], systemClock.nowMs() - 1)
    const told: string[] = []
    openMost = 0
    let [records, recordsMost] = [0, 0]
    await Promise.all(
      queues.map((jobs) => {
        const fetcher = new PoliteFetcher({ pauseMs: 0, retriesMax: 0 })
        const options: WorkOptions = {
          handlers: {
            intake: intakeHandler(fetcher, systemClock),
            poll: pollHandler(archive, fetcher, systemClock),
            async record(job) {
              recordsMost = Math.max(recordsMost, ++records)
              try {
                return await recordHandler(archive, recordOptions)(job)
              } finally {
                records--
              }
            },
          },
          jobsAtOnce: 4,
          stopped: new AbortController().signal,
          untilIdle: true,
          schedule: async () => {
            await jobs.add(await recordJobs(archive, recordOptions.tool))
            await jobs.add(await pollJobs(archive, systemClock))
          },
          told: ({ kind, key }, failure) => {
            told.push([kind, key.replace(origin, ""), failure?.replace(origin, "")].join(" ").trim())
          },
        }
        return workOnJobs(jobs, options)
      }),
    )
    // What one worker has just polled another may have put among the jobs: it finds nothing to do.
    expect([...new Set(told)].sort()).toEqual([
      "intake /gone /gone: was not served (the server answered 404); try again later, or leave it out",
      "intake /page1",
      "intake /page2",
      "intake /page3",
      "poll /page4",
      "record record",
    ])
    expect(await archive.database.query("SELECT address FROM poll")).toHaveLength(1)
    expect(openMost).toBe(1)
    const kept: string[] = []
    for await (const { capture } of readCaptures(archive)) kept.push(capture.name.replace(origin, ""))
    expect(kept.sort()).toEqual(["/page1", "/page2", "/page3", "/page4"])
    expect((await verifyArchive(archive, null)).faults).toEqual([])
    expect([recordsMost, await isRecordBehind(archive, recordOptions.tool)]).toEqual([1, false])
    const record = await standingRecord(archive)
    expect(record.reports).toHaveLength(4)
    await rebuild(archive, recordOptions)
    expect(await standingRecord(archive)).toEqual(record)
    expect(await queues[0].counts()).toMatchObject({ waiting: 1, active: 0, failed: 0 })
    for (const jobs of queues) await jobs.close()
    await archive.close()
  })
}
