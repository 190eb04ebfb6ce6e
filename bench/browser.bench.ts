/**
 * The pages of a story in a real browser, from the click to a page that can be used: its script has run. `SIZES` the
 * reports of the story. What the browser holds is of the page alone, after a collection.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { openBrowser } from "../test/browser/open-browser.ts"
import { drawRecord } from "../test/records/drawn-record.ts"
import { startServer } from "./request-rate.ts"
import { printRow } from "./timing.ts"

const folder = mkdtempSync(join(tmpdir(), "variorum-bench-"))
const runs = 5
const browser = await openBrowser()
const page = browser.pages()[0] ?? (await browser.newPage())
const debug = await browser.newCDPSession(page)
for (const reports of (process.env.SIZES ?? "40,800").split(",").map(Number)) {
  const file = join(folder, `record-${reports}.json`)
  writeFileSync(file, JSON.stringify(drawRecord(reports)))
  const { url, child } = await startServer(file)
  console.log(`story of ${reports} reports`)
  const screens = ["", "s/drawn", "s/drawn/statements", "s/drawn/q/1", "s/drawn/f/1", "s/drawn/reports"]
  for (const path of [
    ...screens,
    "s/drawn/lineage",
    "s/drawn/compare?base=DRA1&with=DRA2",
    "s/drawn/history",
  ]) {
    const times: number[] = []
    for (let run = 0; run < runs; run++) times.push(await usableAfter(url + path))
    times.sort((a, b) => a - b)
    const figures = { "ms p50": times[runs >> 1]!, "ms max": times.at(-1)!, "MiB of script": await heapMiB() }
    printRow(`  /${path}`, figures)
  }
  const switches: number[] = []
  for (let run = 1; run <= 21; run++) switches.push(await usableAfter(`${url}r/DRA${run}`))
  switches.sort((a, b) => a - b)
  printRow("  from one report to the next", { "ms p50": switches[10]!, "ms max": switches.at(-1)! })
  child.kill()
}
await browser.close()
rmSync(folder, { recursive: true })

async function usableAfter(address: string): Promise<number> {
  await page.goto(address)
  return page.evaluate(`(async () => {
    if (document.readyState !== "complete") await new Promise((done) => addEventListener("load", done))
    return performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd
  })()`)
}

async function heapMiB(): Promise<number> {
  await debug.send("HeapProfiler.collectGarbage")
  const { usedSize } = await debug.send("Runtime.getHeapUsage")
  return usedSize / 2 ** 20
}
