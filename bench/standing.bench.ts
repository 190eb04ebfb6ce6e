/**
 * The record that stands in an archive, on seeded stories of five short reports: one report more into archives of 10^4,
 * 10^5 and 10^6, and search in the same. The first 10^4 reports go the whole way; the others are copies of them that
 * stand with neighbourhoods and stories of their own. `STANDING=4` ends with 10^4; `FIRST=2000` begins with fewer.
 */
import { mkdtempSync, rmSync } from "node:fs"
import { availableParallelism, tmpdir } from "node:os"
import { join } from "node:path"
import { performance } from "node:perf_hooks"
import { randomOf } from "../src/base/index.ts"
import type { Capture } from "../src/intake/index.ts"
import { type Archive, addCaptures, catchUp, openArchive, searchArchive } from "../src/store/index.ts"
import { openStageWorkers } from "../src/workers/index.ts"
import { fillWithCopies } from "./archive-copies.ts"
import { generateStories } from "./generated-stories.ts"
import { peakMemoryMiB, printRow } from "./timing.ts"

const reportsPerStory = 5
const storiesMax = Number(process.env.FIRST ?? 10_000) / reportsPerStory
const capturesAtOnce = 1_000
/** Reports that come later, each to a story that is there. */
const lateReports = 120
const charactersMax = 500
const addedAt = "2031-03-04T00:00:00.000Z"
const queries = 200

const folder = mkdtempSync(join(tmpdir(), "variorum-bench-"))
const work = openStageWorkers(availableParallelism())
const options = { tool: "bench", work }
try {
  const opened = await openArchive(folder, true)
  if (!opened.ok) throw new Error(opened.error)
  const archive = opened.value
  const [first, late] = capturesOf()
  const before = performance.now()
  for (let at = 0; at < first.length; at += capturesAtOnce) {
    await addCaptures(archive, first.slice(at, at + capturesAtOnce), addedAt)
    await catchUp(archive, options)
  }
  printRow(`${first.length} reports`, { "taken in/s": first.length / ((performance.now() - before) / 1000) })
  let copies = 1
  for (let power = 4; power <= Number(process.env.STANDING ?? 6); power++) {
    const wanted = 10 ** (power - 4)
    await fillWithCopies(archive, copies, wanted)
    copies = wanted
    const reports = first.length * wanted
    await benchLate(archive, reports, late.splice(0, lateReports / 3))
    await benchSearch(archive, reports)
  }
  printRow("peak memory", { MiB: peakMemoryMiB() })
  await archive.close()
} finally {
  await work.close()
  rmSync(folder, { recursive: true, force: true })
}

function capturesOf(): readonly [Capture[], Capture[]] {
  const first: Capture[] = []
  const late: Capture[] = []
  const seeded = { stories: storiesMax, reportsPerStory: reportsPerStory + 1, seed: 11 }
  for (const { id, text, ...known } of generateStories(seeded)) {
    const line = JSON.stringify({ id, text: text.slice(0, charactersMax), ...known })
    const capture: Capture = {
      kind: "file",
      name: `${id}.jsonl`,
      bytes: Buffer.from(`${line}\n`),
      mediaType: "application/jsonl",
      charset: null,
      capturedAt: null,
    }
    if (!id.endsWith(`r${reportsPerStory}`)) first.push(capture)
    else if (late.length < lateReports) late.push(capture)
  }
  return [first, late]
}

/**
 * From the kept capture to the record that holds it: by the clock, and of the processor, to which waiting for the disk
 * and for other programs adds nothing. The first is not counted: it makes the statements ready.
 */
async function benchLate(archive: Archive, reports: number, late: readonly Capture[]): Promise<void> {
  const times: number[] = []
  const cpuTimes: number[] = []
  for (const capture of late) {
    await addCaptures(archive, [capture], addedAt)
    const [before, cpuBefore] = [performance.now(), process.cpuUsage()]
    await catchUp(archive, options)
    const cpu = process.cpuUsage(cpuBefore)
    times.push(performance.now() - before)
    cpuTimes.push((cpu.user + cpu.system) / 1000)
  }
  printRow(`one report into ${reports}`, quantiles(times.slice(1)))
  printRow("  of the processor", quantiles(cpuTimes.slice(1)))
}

async function benchSearch(archive: Archive, reports: number): Promise<void> {
  const random = randomOf(5)
  const rows = await archive.database.query("SELECT title FROM story ORDER BY id LIMIT 500")
  const words = rows.flatMap(({ title }) => String(title).match(/\w{4,}/g) ?? [])
  const times: number[] = []
  for (let n = 0; n < queries; n++) {
    const query = n % 2 === 0 ? random.pick(words) : `${random.pick(words)} ${random.pick(words)}`
    const before = performance.now()
    await searchArchive(archive, query, { within: "reports", count: 20 })
    times.push(performance.now() - before)
  }
  printRow(`search in ${reports}`, quantiles(times))
}

function quantiles(times: number[]): Readonly<Record<string, number>> {
  times.sort((a, b) => a - b)
  const at = (part: number): number => times[Math.min(times.length - 1, Math.floor(part * times.length))]!
  return { "p50 ms": at(0.5), "p95 ms": at(0.95), "max ms": times.at(-1)! }
}
