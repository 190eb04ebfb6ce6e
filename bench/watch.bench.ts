/**
 * Ten thousand watched pages of two thousand hosts, on a loopback server of its own process: a first poll of each, one
 * a quarter of an hour later where one page in twenty has changed, and one where the server says that none has.
 * CPU time is this process's, so that wall time shows what the pauses between requests cost and nothing else.
 */
import { type ChildProcess, fork } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { createServer } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pollDuePages } from "../src/cli/poll-pages.ts"
import { type Clock, PoliteFetcher } from "../src/net/index.ts"
import { nextDueMs, openArchive, watchPages } from "../src/store/index.ts"
import { peakMemoryMiB, printRow } from "./timing.ts"

const hosts = 2_000
const pagesPerHost = 5
const quarterMs = 15 * 60_000

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
    let offsetMs = 0
    const clock: Clock = {
      nowMs: () => Date.now() + offsetMs,
      sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    }
    const fetcher = new PoliteFetcher({ clock })
    const addresses = Array.from(
      { length: hosts * pagesPerHost },
      (_, i) => `http://127.1.${(i % hosts) >> 8}.${(i % hosts) & 255}:${port}/page/${i}`,
    )
    await watchPages(archive, addresses, clock.nowMs())
    for (const name of ["first", "one in 20 changed", "not modified"]) {
      server.send(name)
      await nextMessage(server)
      const [cpu, wall, due] = [process.cpuUsage(), Date.now(), clock.nowMs()]
      let polls = 0
      const outcomes = new Map<string, number>()
      while ((await nextDueMs(archive))! <= due)
        for await (const { outcome } of pollDuePages(archive, fetcher, clock)) {
          polls++
          outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
        }
      const { user, system } = process.cpuUsage(cpu)
      printRow(`${name}: ${[...outcomes].sort().flat().join(" ")}`, {
        polls,
        "polls/s of CPU": polls / ((user + system) / 1e6),
        "wall s": (Date.now() - wall) / 1000,
        "most at once to a host": await asked(server),
      })
      offsetMs += 2 * quarterMs
    }
    printRow("peak memory", { MiB: peakMemoryMiB() })
    await archive.close()
  } finally {
    server.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function asked(server: ChildProcess): Promise<number> {
  server.send("most")
  return Number(await nextMessage(server))
}

function nextMessage(server: ChildProcess): Promise<unknown> {
  return new Promise((resolve) => server.once("message", resolve))
}

/** Answers at every address of the loopback network; counts the requests that one host holds at once. */
function serve(): void {
  let phase = "first"
  const open = new Map<string, number>()
  let most = 0
  const server = createServer((request, response) => {
    const host = request.headers.host ?? ""
    const now = (open.get(host) ?? 0) + 1
    open.set(host, now)
    most = Math.max(most, now)
    response.on("close", () => open.set(host, (open.get(host) ?? 1) - 1))
    const page = Number(/\/page\/(\d+)/.exec(request.url ?? "")?.[1] ?? -1)
    if (page < 0) return response.writeHead(404).end()
    if (phase === "not modified" && request.headers["if-none-match"]) return response.writeHead(304).end()
    const hurt = phase !== "first" && page % 20 === 0 ? 21 : 12
    response
      .writeHead(200, { "content-type": "text/html", etag: `"${page}-${hurt}"` })
      .end(bodyOf(page, hurt))
  })
  server.listen(0, "0.0.0.0", () => {
    const address = server.address()
    process.send?.(typeof address === "object" ? address?.port : 0)
  })
  process.on("message", (message) => {
    if (message !== "most") phase = String(message)
    process.send?.(message === "most" ? most : "ready")
  })
  process.on("disconnect", () => process.exit())
}

function bodyOf(page: number, hurt: number): string {
  const menu = "<li><a href='/x'>Some entry of a menu</a></li>\n".repeat(400)
  const text = `<p>The ferry number ${page} struck the north pier on Monday evening, and ${hurt} people were hurt before help could come to them.</p>`
  const more =
    "<p>The crossing to the island will stay shut until Friday, and buses will not run in the meantime.</p>"
  return `<html><head><title>Ferry ${page} hits pier</title></head><body><ul>${menu}</ul><article><h1>Ferry ${page} hits pier</h1>${text}${more.repeat(12)}</article></body></html>`
}
