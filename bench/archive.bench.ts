/**
 * The archive: pages of 50 kB, as news sites print them, out of a packed WARC into an archive, and on into its record;
 * then checked again. `PAGES=20000` is a gigabyte. `SITES` and `REPORTS` (of a story) change the mixture.
 */
import { createWriteStream, mkdtempSync, rmSync } from "node:fs"
import { availableParallelism, tmpdir } from "node:os"
import { join } from "node:path"
import { performance } from "node:perf_hooks"
import type { Capture } from "../src/intake/index.ts"
import { inputFilesLimits, readInputFiles } from "../src/net/index.ts"
import {
  type Archive,
  addCaptures,
  catchUp,
  openArchive,
  standingCounts,
  verifyArchive,
  warcRecord,
} from "../src/store/index.ts"
import { openStageWorkers } from "../src/workers/index.ts"
import { generatePages } from "./generated-pages.ts"
import { peakMemoryMiB, printRow } from "./timing.ts"

const pages = Number(process.env.PAGES ?? 500)
const sites = Number(process.env.SITES ?? 20)
const reportsPerStory = Number(process.env.REPORTS ?? 20)
const batchPages = 100
const addedAt = "2031-03-04T00:00:00.000Z"
/** Memory is told when so many parts of the captures are in the record. */
const memoryRows = 8

const folder = mkdtempSync(join(tmpdir(), "variorum-bench-"))
try {
  const warc = join(folder, "pages.warc.gz")
  await writeWarc(warc)
  const opened = await openArchive(join(folder, "kept"), true)
  if (!opened.ok) throw new Error(opened.error)
  const archive = opened.value
  const kept = await timed(() => keepPages(archive, warc))
  printRow(`${pages} pages kept`, kept)
  const told = await timed(() => tellPages(archive))
  printRow("into the record", told)
  printRow("from bytes to record", {
    "ms of CPU a page": kept["ms of CPU a page"] + told["ms of CPU a page"],
    "pages/s": 1 / (1 / kept["pages/s"] + 1 / told["pages/s"]),
  })
  const { stories, reports } = await standingCounts(archive)
  printRow("the record", { reports, stories })
  printRow("checked again", await timed(() => checkPages(archive)))
  printRow("peak memory", { MiB: peakMemoryMiB() })
  await archive.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** Wall time, since the disk is part of what is measured, and beside it the CPU time of all threads. */
async function timed(work: () => Promise<void>): Promise<{ "ms of CPU a page": number; "pages/s": number }> {
  const [before, cpuBefore] = [performance.now(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(cpuBefore)
  return {
    "ms of CPU a page": (user + system) / 1_000 / pages,
    "pages/s": pages / ((performance.now() - before) / 1_000),
  }
}

async function keepPages(archive: Archive, warc: string): Promise<void> {
  let batch: Capture[] = []
  const options = { ...inputFilesLimits, workingFolder: folder, standardInput: process.stdin }
  for await (const item of readInputFiles([warc], options)) {
    if (item.ok) batch.push(item.capture)
    if (batch.length < batchPages) continue
    await addCaptures(archive, batch, addedAt)
    batch = []
  }
  await addCaptures(archive, batch, addedAt)
}

async function tellPages(archive: Archive): Promise<void> {
  const work = openStageWorkers(availableParallelism())
  let shown = 0
  const onProgress = (done: number): void => {
    if (done < ((shown + 1) * pages) / memoryRows) return
    shown = Math.floor((done * memoryRows) / pages)
    printRow(`  memory after ${done}`, {
      "MiB now": process.memoryUsage.rss() / (1 << 20),
      "MiB at most": peakMemoryMiB(),
    })
  }
  try {
    await catchUp(archive, { tool: "bench", work, onProgress })
  } finally {
    await work.close()
  }
}

async function checkPages(archive: Archive): Promise<void> {
  const { captures, faults } = await verifyArchive(archive, null)
  if (captures !== pages || faults.length > 0) throw new Error(`${captures} of ${pages} pages: ${faults[0]}`)
}

async function writeWarc(path: string): Promise<void> {
  const file = createWriteStream(path)
  let number = 0
  for (const { address, html } of generatePages({ pages, reportsPerStory, sites, seed: 7 })) {
    const capture: Capture = {
      kind: "url",
      name: address,
      bytes: Buffer.from(html),
      mediaType: "text/html",
      charset: "utf-8",
      capturedAt: addedAt,
      answer: { status: 200, headers: [["content-type", "text/html; charset=utf-8"]] },
    }
    const hash = (number++).toString(16).padStart(64, "0")
    if (!file.write(warcRecord({ capture, addedAt, hash })))
      await new Promise<void>((resolve) => file.once("drain", () => resolve()))
  }
  await new Promise<void>((resolve) => file.end(() => resolve()))
}
