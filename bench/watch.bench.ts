/**
 * Watched pages, as `watch` polls them, on a loopback server of its own process that counts the requests which one host
 * holds at once. `PAGES` (10,000) of `HOSTS` (2,000), `MINUTES` (45) of the plan.
 *
 * Real: requests, answers, disk, every poll and the record that follows, CPU time. Not real: the clock goes `SPEED` (20)
 * times as fast, for the plan, the pauses between requests to a host and the lateness, which is told in the clock's
 * seconds; so a second of work weighs twenty. The share of a core is CPU time over the clock's time.
 * `RECORD=0` leaves the record out. `BODY` is the size of the article's text in bytes (4,096). Of twenty pages one changes a figure at every poll, three
 * change a token around the text, eight are answered with 304 and eight with the same bytes.
 */
import { type ChildProcess, fork } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { createServer } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { oneAtATime } from "../src/cli/one-at-a-time.ts"
import { pollDuePages } from "../src/cli/poll-pages.ts"
import { type Clock, PoliteFetcher } from "../src/net/index.ts"
import { type Archive, catchUp, nextDueMs, openArchive, watchPages, workHere } from "../src/store/index.ts"
import { peakMemoryMiB, printRow } from "./timing.ts"

const pages = Number(process.env.PAGES ?? 10_000)
const hosts = Math.min(pages, Number(process.env.HOSTS ?? 2_000))
const speed = Number(process.env.SPEED ?? 20)
const minutes = Number(process.env.MINUTES ?? 45)
const makesRecord = process.env.RECORD !== "0"
const bodyBytes = Number(process.env.BODY ?? 4_096)

if (process.argv.includes("serve")) serve()
else await bench()

async function bench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "variorum-bench-"))
  const server = fork(import.meta.filename, ["serve"])
  try {
    const port = Number(await nextMessage(server))
    const opened = await openArchive(join(folder, "archive"), true)
    if (!opened.ok) throw new Error(opened.error)
    const archive = opened.value
    const beganMs = Date.now()
    const clock: Clock = {
      nowMs: () => beganMs + (Date.now() - beganMs) * speed,
      sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms / speed)),
    }
    const fetcher = new PoliteFetcher({ clock })
    const addresses = Array.from(
      { length: pages },
      (_, i) => `http://127.1.${(i % hosts) >> 8}.${(i % hosts) & 255}:${port}/page/${i}`,
    )
    await watchPages(archive, addresses, clock.nowMs())
    const plan = new Map(addresses.map((address) => [address, { dueMs: clock.nowMs(), polls: 0 }]))
    await watchUntil(
      archive,
      fetcher,
      clock,
      plan,
      "every page for the first time",
      (first) => first >= pages,
    )
    const endMs = clock.nowMs() + minutes * 60_000
    await watchUntil(
      archive,
      fetcher,
      clock,
      plan,
      `${minutes} minutes of the plan`,
      () => clock.nowMs() >= endMs,
    )
    server.send("most")
    printRow("requests", { "most at once to a host": Number(await nextMessage(server)) })
    printRow("peak memory", { MiB: peakMemoryMiB() })
    await archive.close()
  } finally {
    server.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Planned {
  dueMs: number
  polls: number
}

/** What `watch` does, until `isOver` of the number of polls. Rows: polls and their lateness, what they came to, CPU. */
async function watchUntil(
  archive: Archive,
  fetcher: PoliteFetcher,
  clock: Clock,
  plan: ReadonlyMap<string, Planned>,
  name: string,
  isOver: (polls: number) => boolean,
): Promise<void> {
  const [beganMs, lateMs, outcomes] = [clock.nowMs(), [] as number[], new Map<string, number>()]
  const record = oneAtATime(() => catchUp(archive, { tool: "variorum bench", work: workHere }))
  const beforeMs = cpuMs()
  while (!isOver(lateMs.length)) {
    const waitMs = (await nextDueMs(archive))! - clock.nowMs()
    if (waitMs > 0) await clock.sleep(Math.min(waitMs, 60_000))
    let kept = false
    for await (const { address, outcome, atMs } of pollDuePages(archive, fetcher, clock)) {
      kept ||= outcome !== "unchanged"
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
      lateMs.push(Math.max(0, atMs - plan.get(address)!.dueMs))
    }
    for (const row of await archive.database.query("SELECT address, next_at_ms FROM watched"))
      plan.get(String(row.address))!.dueMs = Number(row.next_at_ms)
    if (kept && makesRecord) record.ask()
    record.check()
  }
  await record.settled()
  const usedMs = cpuMs() - beforeMs
  lateMs.sort((a, b) => a - b)
  const late = (share: number): number => lateMs[Math.floor((lateMs.length - 1) * share)]! / 1_000
  const tookMs = clock.nowMs() - beganMs
  printRow(name, {
    polls: lateMs.length,
    "s late (half)": late(0.5),
    "s (95 of 100)": late(0.95),
    "s (the latest)": late(1),
    "of 100 later than a tenth of the shortest interval":
      (100 * lateMs.filter((ms) => ms > 30_000).length) / lateMs.length,
  })
  printRow("- what they came to", Object.fromEntries([...outcomes].sort()))
  printRow("- CPU", {
    [makesRecord ? "ms a poll with the record" : "ms a poll"]: usedMs / lateMs.length,
    "of 100 of a core": (100 * usedMs) / tookMs,
  })
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

function nextMessage(server: ChildProcess): Promise<unknown> {
  return new Promise((resolve) => server.once("message", resolve))
}

/** Answers at every address of the loopback network. */
function serve(): void {
  const open = new Map<string, number>()
  const asked = new Map<number, number>()
  let most = 0
  const server = createServer((request, response) => {
    const host = request.headers.host ?? ""
    const now = (open.get(host) ?? 0) + 1
    open.set(host, now)
    most = Math.max(most, now)
    response.on("close", () => open.set(host, (open.get(host) ?? 1) - 1))
    const page = Number(/\/page\/(\d+)/.exec(request.url ?? "")?.[1] ?? -1)
    if (page < 0) return response.writeHead(404).end()
    const times = asked.get(page) ?? 0
    asked.set(page, times + 1)
    const kind = page % 20
    if (kind >= 12 && request.headers["if-none-match"]) return response.writeHead(304).end()
    const validator = kind >= 12 ? { etag: `"${page}"` } : {}
    const body = bodyOf(page, kind === 0 ? 12 + times : 12, kind >= 1 && kind <= 3 ? times : 0)
    response.writeHead(200, { "content-type": "text/html", ...validator }).end(body)
  })
  server.listen(0, "0.0.0.0", () => {
    const address = server.address()
    process.send?.(typeof address === "object" ? address?.port : 0)
  })
  process.on("message", () => process.send?.(most))
  process.on("disconnect", () => process.exit())
}

function bodyOf(page: number, hurt: number, token: number): string {
  const menu = "<li><a href='/x'>Some entry of a menu</a></li>\n".repeat(Math.ceil(bodyBytes / 200))
  const text = `<p>The ferry number ${page} struck the north pier on Monday evening, and ${hurt} people were hurt before help could come to them.</p>`
  const more = Array.from(
    { length: Math.ceil(bodyBytes / 110) },
    (_, n) =>
      `<p>Crossing ${page * 31 + n} to the island will stay shut until Friday, and buses will not run in the meantime.</p>`,
  ).join("")
  return `<html><head><title>Ferry ${page} hits pier</title></head><body data-token="${token}"><ul>${menu}</ul><article><h1>Ferry ${page} hits pier</h1>${text}${more}</article></body></html>`
}
