import { Worker } from "node:worker_threads"
import { afterEach, expect, test } from "vitest"
import { PageThread, type PageThreadOptions, pageLimits } from "./page-maker.ts"

type Task = "page" | "hang" | "crash" | "swell" | "show" | "bad show"

/** A thread that does as it is told; a page's answer counts the tasks of its thread. */
const script = `
  const { parentPort } = require("node:worker_threads")
  let tasks = 0
  parentPort.on("message", (task) => {
    tasks++
    if (task === "hang") for (;;);
    if (task === "crash" || task === "bad show") process.exit(1)
    if (task === "swell") for (const held = [];;) held.push(new Array(100_000).fill(tasks))
    parentPort.postMessage({ kind: "located", path: task + " " + tasks, fragment: null })
  })`

const limits = { ...pageLimits, memoryMiBMax: 32, waitingMax: 4 }
const makers: PageThread<Task>[] = []
afterEach(() => Promise.all(makers.splice(0).map((maker) => maker.close())))

function makerOf(options: Partial<PageThreadOptions<Task>> = {}): PageThread<Task> {
  const maker = new PageThread<Task>({
    workerData: null,
    limits,
    start: (maxOldGenerationSizeMb) => {
      const worker = new Worker(script, { eval: true, resourceLimits: { maxOldGenerationSizeMb } })
      return worker.on("error", () => {})
    },
    ...options,
  })
  makers.push(maker)
  return maker
}

/** The answers to tasks that are asked at once: of a page its path, else the kind. */
async function answers(maker: PageThread<Task>, ...tasks: readonly Task[]): Promise<readonly string[]> {
  const given = await Promise.all(tasks.map((task) => maker.ask(task, { subject: task })))
  return given.map((answer) => (answer.kind === "located" ? answer.path : answer.kind))
}

test.each(["hang", "crash", "swell"] as const)(
  "a page that makes its thread %s costs nobody else's",
  async (fault) => {
    const maker = makerOf(fault === "hang" ? { limits: { ...limits, makingMsMax: 1_500 } } : {})
    expect(await answers(maker, "page", fault, "page", "page")).toEqual([
      "page 1",
      "failed",
      "page 1",
      "page 2",
    ])
  },
)

test("what ended a thread twice is not made again", async () => {
  const maker = makerOf()
  expect(await answers(maker, "crash", "crash", "page")).toEqual(["failed", "failed", "page 1"])
  expect(await answers(maker, "crash", "page")).toEqual(["failed", "page 2"])
})

test("more than may wait are refused at once, and what nobody waits for comes last", async () => {
  const maker = makerOf()
  const ahead = maker.ask("show", { isAhead: true })
  const late = maker.ask("page", { isAhead: true })
  const asked = await answers(maker, "page", "page", "page", "page", "page")
  expect(asked).toEqual(["page 2", "page 3", "page 4", "page 5", "busy"])
  expect(await ahead).toMatchObject({ path: "show 1" })
  expect(await late).toMatchObject({ path: "page 6" })
})

test("each new thread is told first what to make pages of", async () => {
  const maker = makerOf({ prepare: (task) => (task === "show" ? null : "show") })
  expect(await answers(maker, "show", "page", "crash", "page")).toEqual([
    "show 1",
    "page 2",
    "failed",
    "page 2",
  ])
})

test("where a thread cannot even be told that, whoever waits is told so", async () => {
  const maker = makerOf({ prepare: () => "bad show" })
  expect(await answers(maker, "page", "page")).toEqual(["failed", "failed"])
})

test("closed, it leaves nobody waiting and starts no thread", async () => {
  let threads = 0
  const maker = makerOf({
    start: () => {
      threads++
      return new Worker(script, { eval: true })
    },
  })
  const asked = answers(maker, "hang", "page")
  await maker.close()
  expect(await asked).toEqual(["busy", "busy"])
  expect([await answers(maker, "page"), threads]).toEqual([["busy"], 1])
})
