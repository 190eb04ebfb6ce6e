import { afterAll, describe, expect, test } from "vitest"
import { lacksStore, openedArchive, realStores, type Store } from "../../test/stores.ts"
import { insertRows } from "./database.ts"
import type { ClaimedJob, Job, JobQueue } from "./jobs.ts"
import type { Archive } from "./open-archive.ts"

for (const store of realStores())
  describe.skipIf(lacksStore(store))(`jobs on ${store.name}`, () => contract(store))

const job = (key: string, group: string | null = null): Job => ({ kind: "intake", key, group })

function contract(store: Store): void {
  const closing: (() => Promise<void>)[] = []
  afterAll(async () => {
    for (const close of closing) await close()
  })
  async function opened(name: string): Promise<{ archive: Archive; jobs: JobQueue }> {
    const archive = await openedArchive(await store.locationOf(name))
    const jobs = await archive.openJobs()
    closing.push(async () => {
      await jobs.close()
      await archive.close()
    })
    return { archive, jobs }
  }
  const claimed = async (jobs: JobQueue, jobsMax = 10): Promise<readonly ClaimedJob[]> =>
    jobs.claim(["intake", "poll"], jobsMax)

  test("a job that waits or is being done is added once, and is gone when it is done", async () => {
    const { jobs } = await opened("once")
    expect(await jobs.add([job("a"), job("b"), { ...job("a"), kind: "poll" }])).toBe(3)
    expect(await jobs.add([job("a")])).toBe(0)
    const first = await claimed(jobs)
    expect(first.map(({ kind, key, attempt }) => `${kind} ${key} ${attempt}`).sort()).toEqual([
      "intake a 1",
      "intake b 1",
      "poll a 1",
    ])
    expect(await claimed(jobs)).toEqual([])
    expect(await jobs.add([job("a")])).toBe(0)
    for (const one of first) expect(await jobs.complete(one, async () => {})).toBe(true)
    expect(await jobs.add([job("a")])).toBe(1)
  })

  test("of one group one job is done at a time, over all workers", async () => {
    const { jobs } = await opened("groups")
    const other = (await opened("groups")).jobs
    await jobs.add([job("a", "host"), job("b", "host"), job("c", "elsewhere")])
    const both = [...(await claimed(jobs)), ...(await claimed(other))]
    expect(both.map(({ group }) => group).sort()).toEqual(["elsewhere", "host"])
    for (const one of both) await jobs.complete(one, async () => {})
    expect(await claimed(other)).toMatchObject([{ group: "host" }])
  })

  test("a result is kept with the job's end or not at all", async () => {
    const { archive, jobs } = await opened("together")
    await jobs.add([job("a")])
    const [held] = await claimed(jobs)
    const failing = jobs.complete(held!, async (inside) => {
      await insertRows(inside, "site_texts", [{ site: "a.example", captures: 1, texts: "[]" }])
      throw new Error("half done")
    })
    await expect(failing).rejects.toThrow("half done")
    expect(await archive.database.query("SELECT * FROM site_texts")).toEqual([])
    expect(await jobs.complete(held!, async () => {})).toBe(true)
    let ran = false
    const again = jobs.complete(held!, async () => {
      ran = true
    })
    expect([await again, ran]).toEqual([false, false])
  })

  test("a job that fails is tried again later", async () => {
    const { jobs } = await opened("failing")
    await jobs.add([job("a")])
    const [held] = await claimed(jobs)
    await jobs.fail(held!, "the server was away")
    expect(await claimed(jobs)).toEqual([])
    expect(await jobs.counts()).toMatchObject({ waiting: 1, active: 0, failed: 0 })
    expect(await jobs.complete(held!, async () => {})).toBe(false)
  })
}
