/**
 * The pages of stories of 40 and 800 reports: how long one takes to make, how many a second one core serves, how long
 * the whole dossier takes.
 */
import type { RecordDocument } from "../src/api/index.ts"
import { drawRecord } from "../test/records/drawn-record.ts"
import { peakMemoryMiB, printRow, timeRuns } from "./timing.ts"

const { renderDossier } = await import(new URL("../dist/src/web/index.js", import.meta.url).href)
const { createServer, fixedSource, readAssets } = await import(
  new URL("../dist/src/server/index.js", import.meta.url).href
)

const assets = await readAssets()
const inLocal = { headers: { host: "localhost" } }
for (const reports of [40, 800]) {
  const document = drawRecord(reports)
  console.log(`story of ${reports} reports`)
  await benchPages(document)
  await benchThroughput(document)
  const dossier = timeRuns(2, () => renderDossier(document, { assets }))
  printRow("  whole dossier", { "ms min": dossier.min, "ms max": dossier.max, "MiB peak": peakMemoryMiB() })
}

/** Each page made anew: nothing of it is cached. */
async function benchPages(document: RecordDocument): Promise<void> {
  const paths = ["/", "/s/drawn"]
  for (const tail of [
    "statements",
    "q/1",
    "figures",
    "f/1",
    "reports",
    "lineage",
    "compare?base=DRA1&with=DRA2",
  ])
    paths.push(`/s/drawn/${tail}`)
  for (const path of [...paths, "/r/DRA1", "/search?q=harbour"]) {
    const times: number[] = []
    let chars = 0
    for (let run = 0; run < 5; run++) {
      const app = createServer(fixedSource(document), { assets })
      await app.request("/about", inLocal)
      const before = performance.now()
      chars = (await (await app.request(path, inLocal)).text()).length
      times.push(performance.now() - before)
    }
    printRow(`  ${path}`, { "ms min": Math.min(...times), "ms max": Math.max(...times), kB: chars / 1_000 })
  }
}

/** The pages of a story asked for in turn, for two seconds. */
async function benchThroughput(document: RecordDocument): Promise<void> {
  const app = createServer(fixedSource(document), { assets })
  const paths = ["/s/drawn", "/s/drawn/q/1", "/s/drawn/figures", "/s/drawn/reports", "/r/DRA1", "/r/DRA2"]
  const waits: number[] = []
  const started = performance.now()
  while (performance.now() - started < 2_000) {
    const before = performance.now()
    await (await app.request(paths[waits.length % paths.length], inLocal)).arrayBuffer()
    waits.push(performance.now() - before)
  }
  waits.sort((a, b) => a - b)
  printRow("  story pages", {
    "a second": waits.length / 2,
    "ms p95": waits[Math.floor(waits.length * 0.95)]!,
  })
}
