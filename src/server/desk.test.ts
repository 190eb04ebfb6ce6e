import { afterAll, afterEach, beforeAll, expect, test } from "vitest"
import { asyncItems, fictionalReports, filesOnDisk, openDesk, textInput } from "../../test/open-desk.ts"
import { encodeRecord } from "../api/index.ts"
import type { ReportId } from "../article/index.ts"
import { readCapture } from "../intake/index.ts"
import { PoliteFetcher } from "../net/index.ts"
import { makeRecord } from "../pipeline/index.ts"
import { Desk } from "./desk.ts"
import type { Job, JobInput } from "./job.ts"
import { sessionKeeper } from "./keeper.ts"
import { threadLimits } from "./record-threads.ts"

const opened: Desk[] = []
const open = async (...given: Parameters<typeof openDesk>): Promise<Desk> => {
  const desk = await openDesk(...given)
  opened.push(desk)
  return desk
}

/** Opened with one report, and added to by one test after the other. */
let shared: Desk
beforeAll(async () => {
  shared = await openDesk(["gazette.txt"])
})
afterAll(() => shared.close())

afterEach(async () => {
  for (const desk of opened.splice(0)) await desk.close()
})

const over = (job: Job): Promise<void> =>
  new Promise((resolve) => {
    if (job.isOver()) return resolve()
    job.listen(() => {
      if (job.isOver()) resolve()
    })
  })

async function add(desk: Desk, inputs: readonly JobInput[]): Promise<Job> {
  const job = desk.add(inputs, "ada@desk.example", () => {})
  if (!job.ok) throw new Error(job.error)
  await over(job.value)
  return job.value
}

const pasted = (name: string): JobInput => ({
  kind: "text",
  name,
  text: fictionalReports[name]!,
  title: null,
  address: null,
})

/** A page whose text takes the reader far longer than it may. */
const slowPage = `<article>${"<p>"}${'"He said that she said, '.repeat(60_000)}</article>`

test("law: the desk's record is the pipeline's, byte for byte, whatever the order, with equal bytes under two names", async () => {
  const texts = [
    ...Object.entries(fictionalReports),
    ["copy.txt", fictionalReports["gazette.txt"]!] as const,
    ["empty.txt", ""] as const,
  ]
  const items = texts.map(([name, text]) => textInput(name, text))
  const fetcher = new PoliteFetcher()
  const desk = await Desk.open(
    { tool: "t", keeper: sessionKeeper(), fetcher },
    asyncItems([...items].reverse()),
    () => {},
  )
  opened.push(desk)
  const readings = items.map((item) => readCapture(item.ok ? item.capture : (undefined as never)))
  const record = makeRecord(
    readings.flatMap(({ documents }) => documents),
    readings.flatMap(({ gaps }) => gaps),
  )
  const { made } = desk.current()
  expect(made.inputs.filter(({ ok }) => !ok).map(({ input }) => input)).toEqual(["empty.txt"])
  expect(JSON.stringify(desk.current())).toBe(JSON.stringify(encodeRecord(record, made)))
})

test("a job's reports appear once it is done; each input tells its own fate", async () => {
  const desk = shared
  const files = await filesOnDisk({
    0: "\u0000\u0001\u0002".repeat(400),
    1: fictionalReports["observer.txt"]!,
  })
  const heard: string[] = []
  const job = desk.add(
    [
      pasted("courier.txt"),
      { kind: "file", name: "photo.txt", path: files.path("0") },
      { kind: "file", name: "../../observer.txt", path: files.path("1") },
      { kind: "address", name: "http://127.0.0.1:1/page" },
    ],
    "ada@desk.example",
    () => {},
  )
  if (!job.ok) throw new Error(job.error)
  job.value.listen(({ stage, done, of }) => heard.push(`${stage} ${done}/${of}`))
  const before = desk.current()
  await over(job.value)
  const view = job.value.current()
  expect(view.inputs.map(({ state }) => state)).toEqual(["read", "failed", "read", "failed"])
  expect(view.inputs[1]!.problems[0]).toMatch(/not text/)
  expect(view.inputs[3]!.problems[0]).toMatch(/cannot be reached/)
  expect(view.inputs.map(({ retry }) => retry)).toEqual([null, null, null, "http://127.0.0.1:1/page"])
  expect(view).toMatchObject({ state: "done", newReports: 2, failure: null })
  expect(view.stories).toHaveLength(2)
  expect(before.reports).toHaveLength(1)
  expect(desk.current().reports).toHaveLength(3)
  expect(heard).toContain("Aligning 2/2")
  await files.remove()
})

test("the same input a second time is there already", async () => {
  const before = shared.current()
  const job = await add(shared, [pasted("courier.txt")])
  expect(job.current().inputs[0]!.state).toBe("there")
  expect(shared.current()).toBe(before)
})

test("a page without an article is told when the record is made, with the offer to try again", async () => {
  const desk = shared
  const files = await filesOnDisk({ 0: "<html><body><nav><a href='/a'>Home</a></nav></body></html>" })
  const job = await add(desk, [{ kind: "file", name: "bare.html", path: files.path("0") }])
  expect(job.current().inputs[0]).toMatchObject({ state: "failed", reports: 0 })
  expect(job.current().inputs[0]!.problems[0]).toMatch(/holds no article text/)
  expect(job.current().newReports).toBe(0)
  await files.remove()
})

test("nothing in a private network is fetched for a page unless the operator allows it", async () => {
  const desk = await open([], {
    fetcher: new PoliteFetcher({ allowPrivate: false, pauseMs: 0, retriesMax: 0 }),
  })
  const names = [
    "http://127.0.0.1:9/a",
    "http://[::1]:9/",
    "http://localhost:9/a",
    "http://169.254.169.254/latest",
  ]
  const job = await add(
    desk,
    names.map((name) => ({ kind: "address", name })),
  )
  for (const { state, problems } of job.current().inputs)
    expect([state, problems]).toEqual(["failed", ["it lies in a private network"]])
})

test("a job that is cancelled leaves the record as it was, and gives back what it held", async () => {
  const desk = shared
  const before = desk.current()
  let released = 0
  const job = desk.add([pasted("courier.txt"), pasted("observer.txt")], "ada", () => released++)
  if (!job.ok) throw new Error(job.error)
  const { value } = job
  value.listen(({ stage }) => {
    if (stage === "Comparing texts") value.stop.abort()
  })
  await over(value)
  expect(value.current().state).toBe("cancelled")
  expect(desk.current()).toBe(before)
  const again = await add(desk, [pasted("observer.txt")])
  expect(released).toBe(1)
  expect(again.current()).toMatchObject({ state: "done", newReports: 1 })
})

test("an input that takes too long is left, with the reason, and the next is read", async () => {
  const desk = await open([], { threads: { ...threadLimits, readMs: 500 } })
  const files = await filesOnDisk({ 0: slowPage.repeat(8) })
  const job = await add(desk, [
    { kind: "file", name: "slow.html", path: files.path("0") },
    pasted("gazette.txt"),
  ])
  expect(job.current().inputs.map(({ state }) => state)).toEqual(["failed", "read"])
  expect(job.current().inputs[0]!.problems).toEqual(["it took more than 1 s to read"])
  expect(desk.current().reports).toHaveLength(1)
  await files.remove()
})

test("a record that costs too much is not made; the maker is replaced and reads again what it held", async () => {
  const limits = { ...threadLimits }
  const desk = await open(["gazette.txt"], { threads: limits })
  const before = desk.current()
  limits.makeMs = 0
  const job = await add(desk, [pasted("courier.txt")])
  expect(job.current()).toMatchObject({ state: "failed", failure: "the record took more than 0 s to make" })
  expect(desk.current()).toBe(before)
  limits.makeMs = threadLimits.makeMs
  await add(desk, [pasted("courier.txt")])
  expect(desk.current().reports).toHaveLength(2)
})

test("two stories said to be one are one, until it is taken back; each record says the same in a rebuild", async () => {
  const keeper = sessionKeeper()
  const desk = await open(undefined, { keeper })
  const before = desk.current()
  expect(before.stories).toHaveLength(2)
  const reports = before.reports.map(({ id }) => id as ReportId)
  const said = await desk.rule({ kind: "same-story", reports }, "ada@desk.example")
  expect(said).toMatchObject({ ok: true, value: { by: "ada@desk.example" } })
  expect(desk.current().stories).toHaveLength(1)
  const rebuilt = await open(undefined, { keeper })
  expect(JSON.stringify(rebuilt.current())).toBe(JSON.stringify(desk.current()))
  if (said.ok) expect((await desk.withdraw(said.value.id)).ok).toBe(true)
  expect(JSON.stringify(desk.current())).toBe(JSON.stringify(before))
  expect(desk.said()).toEqual([])
  expect((await desk.withdraw("none")).ok).toBe(false)
})
