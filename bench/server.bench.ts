/**
 * The server as it is started by hand, in a process of its own: story pages asked for at a fixed rate, whether it keeps
 * up or not, so that a wait counts from when the request was due. Then the same pages in a real browser, where one is.
 */
import { type ChildProcess, spawn } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { Agent, get } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { openBrowser } from "../test/browser/open-browser.ts"
import { drawRecord } from "../test/records/drawn-record.ts"
import { findChromium } from "../tools/provide.ts"
import { root } from "../tools/source-tree.ts"
import { printRow } from "./timing.ts"

const perSecond = 200
const seconds = 10
const folder = mkdtempSync(join(tmpdir(), "variorum-bench-"))
const agent = new Agent({ keepAlive: true, maxSockets: 32 })

for (const reports of [40, 800]) {
  const file = join(folder, `record-${reports}.json`)
  writeFileSync(file, JSON.stringify(drawRecord(reports)))
  const { url, child } = await startServer(file)
  console.log(`story of ${reports} reports`)
  await benchRate("  first round, pages not made yet", url, child, reports)
  await benchRate("  second round", url, child, reports)
  if (findChromium() !== null) await benchBrowser(url)
  child.kill()
}
agent.destroy()
rmSync(folder, { recursive: true })

async function startServer(file: string): Promise<{ readonly url: string; readonly child: ChildProcess }> {
  const main = join(root, "dist", "src", "cli", "main.js")
  const child = spawn(process.execPath, [main, "serve", file], { stdio: ["ignore", "pipe", "ignore"] })
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout!.once("data", (line: Buffer) => resolve(line.toString().trim()))
    child.once("exit", () => reject(new Error("the server did not start")))
  })
  return { url, child }
}

/** Pages of the story, of its statements and of its reports in turn. */
async function benchRate(name: string, url: string, child: ChildProcess, reports: number): Promise<void> {
  const paths = ["s/drawn", "s/drawn/figures", "s/drawn/statements", "s/drawn/reports", "s/drawn/lineage"]
  for (let i = 1; i <= 15; i++) paths.push(`r/DRA${1 + ((i * 7) % reports)}`, `s/drawn/q/${1 + (i % 8)}`)
  const waits: number[] = []
  let failed = 0
  const cpuBefore = cpuSecondsOf(child)
  const started = performance.now()
  const asked: Promise<void>[] = []
  for (let i = 0; i < perSecond * seconds; i++) {
    const due = started + (i * 1000) / perSecond
    const early = due - performance.now()
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early))
    asked.push(
      ask(url + paths[i % paths.length]).then((isOk) => {
        waits.push(performance.now() - due)
        if (!isOk) failed++
      }),
    )
  }
  await Promise.all(asked)
  const took = (performance.now() - started) / 1000
  waits.sort((a, b) => a - b)
  const at = (share: number): number => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))]!
  printRow(name, {
    "a second": waits.length / took,
    "ms p50": at(0.5),
    "ms p95": at(0.95),
    "ms max": at(1),
    failed: failed,
    "of a core": (cpuSecondsOf(child) - cpuBefore) / took,
  })
}

function ask(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    get(address, { agent }, (answer) => {
      answer.resume().once("end", () => resolve(answer.statusCode === 200))
    }).once("error", () => resolve(false))
  })
}

/** Seconds of CPU that a process has used, where the system tells (Linux); else not a number. */
function cpuSecondsOf({ pid }: ChildProcess): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ")
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return Number.NaN
  }
}

/** From the click to a page that can be used: its script has run. */
async function benchBrowser(url: string): Promise<void> {
  const browser = await openBrowser()
  const page = await browser.newPage()
  const usable = (): Promise<number> =>
    page.evaluate(`(async () => {
      if (document.readyState !== "complete") await new Promise((done) => addEventListener("load", done))
      return performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd
    })()`)
  for (const path of [
    "s/drawn",
    "s/drawn/reports",
    "s/drawn/lineage",
    "s/drawn/compare?base=DRA1&with=DRA2",
  ]) {
    const times: number[] = []
    for (let run = 0; run < 5; run++) {
      await page.goto(url + path)
      times.push(await usable())
    }
    printRow(`  /${path} in Chromium`, { "ms min": Math.min(...times), "ms max": Math.max(...times) })
  }
  const switches: number[] = []
  for (let run = 1; run <= 10; run++) {
    await page.goto(`${url}r/DRA${run}`)
    switches.push(await usable())
  }
  switches.sort((a, b) => a - b)
  printRow("  from one report to the next", { "ms p50": switches[5]!, "ms max": switches.at(-1)! })
  await browser.close()
}
