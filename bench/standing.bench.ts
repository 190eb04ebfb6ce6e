/**
 * The record that stands in an archive, on seeded stories: one report into archives of 10^4, 10^5 and 10^6, search in
 * the same, and pages of a WARC from bytes to record. The first 10^4 reports go the whole way; the others are these
 * again with words of their own, four in five, put straight into the tables that a new report is looked up in.
 * `STANDING=4` ends with 10^4.
 */
import { mkdtempSync, rmSync } from "node:fs"
import { availableParallelism, tmpdir } from "node:os"
import { join } from "node:path"
import { performance } from "node:perf_hooks"
import { randomOf, sha256Hex } from "../src/base/index.ts"
import type { Capture } from "../src/intake/index.ts"
import {
  type Archive,
  addCaptures,
  catchUp,
  openArchive,
  searchArchive,
  type Transaction,
} from "../src/store/index.ts"
import { openStageWorkers } from "../src/workers/index.ts"
import { generateStories } from "./generated-stories.ts"
import { peakMemoryMiB, printRow } from "./timing.ts"

const storiesMax = 2_000
const reportsPerStory = 5
/** Reports that come later, each to a story that is there. */
const lateReports = 60
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
  await addCaptures(archive, first, addedAt)
  await catchUp(archive, options)
  printRow("10^4 reports", { "taken in/s": first.length / ((performance.now() - before) / 1000) })
  let copies = 1
  for (let power = 4; power <= Number(process.env.STANDING ?? 6); power++) {
    const wanted = 10 ** (power - 4)
    await fill(archive, copies, wanted)
    copies = wanted
    await benchLate(archive, power, late.splice(0, lateReports / 3))
    await benchSearch(archive, power)
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

/** Wall time from the kept capture to the record that holds it. */
async function benchLate(archive: Archive, power: number, late: readonly Capture[]): Promise<void> {
  const times: number[] = []
  for (const capture of late) {
    await addCaptures(archive, [capture], addedAt)
    const before = performance.now()
    await catchUp(archive, options)
    times.push(performance.now() - before)
  }
  printRow(`one report into 10^${power}`, quantiles(times))
}

async function benchSearch(archive: Archive, power: number): Promise<void> {
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
  printRow(`search in 10^${power}`, quantiles(times))
}

function quantiles(times: number[]): Readonly<Record<string, number>> {
  times.sort((a, b) => a - b)
  const at = (part: number): number => times[Math.min(times.length - 1, Math.floor(part * times.length))]!
  return { "p50 ms": at(0.5), "p95 ms": at(0.95), "max ms": times.at(-1)! }
}

/** The reports of the first copy again, as copies `from` to `to`. */
async function fill({ database }: Archive, from: number, to: number): Promise<void> {
  for (let copy = from; copy < to; copy++)
    await database.transaction(async (inside) => {
      if (copy === from) await rememberFirst(inside)
      await fillTables(inside, copy)
      await fillSearch(inside, copy)
    })
}

async function rememberFirst(inside: Transaction): Promise<void> {
  await inside.script(`
    CREATE TABLE IF NOT EXISTS first_report AS SELECT * FROM report WHERE neighbourhood IS NOT NULL;
    CREATE TABLE IF NOT EXISTS first_meeting AS SELECT * FROM meeting;
    CREATE TABLE IF NOT EXISTS first_near AS SELECT * FROM near;`)
}

/** Digests and all but every fifth key are turned into others, the same for one copy. */
async function fillTables(inside: Transaction, copy: number): Promise<void> {
  const tag = sha256Hex(String(copy)).slice(0, 4)
  const other = (column: string): string => `substr(${column}, 5) || '${tag}'`
  await inside.script(`
    INSERT INTO report (digest, id, day, version_of, made_of, seq, place, analysed, keys, neighbourhood, story, search_row)
      SELECT ${other("digest")}, '"${copy}-' || substr(id, 2), day + ${copy % 300}, NULL, made_of, seq, place, NULL, keys,
        ${other("neighbourhood")}, NULL, search_row + ${(copy % 300) + 1} * 140737488355328 + ${copy} FROM first_report;
    INSERT INTO meeting SELECT CASE WHEN key % 5 = 0 THEN key ELSE (key + ${copy} * 7919) % 4294967296 END,
        CASE WHEN day = 0 THEN 0 ELSE day + ${copy % 300} END, ${other("digest")}, weight FROM first_meeting
        WHERE true ON CONFLICT DO NOTHING;
    INSERT INTO near SELECT ${other("a")}, ${other("b")}, millionths FROM first_near;`)
}

/** Words as reports have them: of a copy's own but for every fifth. */
async function fillSearch(inside: Transaction, copy: number): Promise<void> {
  const rows = await inside.query(
    `SELECT CAST(search_row + ${(copy % 300) + 1} * 140737488355328 + ${copy} AS TEXT) AS line FROM first_report ORDER BY search_row`,
  )
  const random = randomOf(copy)
  const common = [
    "bridge",
    "council",
    "statement",
    "tuesday",
    "closed",
    "harbour",
    "school",
    "after",
    "will",
    "said",
  ]
  for (const { line } of rows) {
    const words = common.filter(() => random.next() < 0.5)
    for (let n = 0; n < 60; n++) words.push(`w${Math.floor(random.next() ** 3 * 200_000)}`)
    await inside.run(inside.words.search.put, [String(line), [...new Set(words)].join(" ")])
  }
}
