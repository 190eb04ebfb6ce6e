/** The archive: pages of 50 kB out of a packed WARC and into an archive, checked again, on seeded stories. */
import { createWriteStream, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { performance } from "node:perf_hooks"
import type { Capture } from "../src/intake/index.ts"
import { inputFilesLimits, readInputFiles } from "../src/net/index.ts"
import { addCaptures, openArchive, verifyArchive, warcRecord } from "../src/store/index.ts"
import { generateStories } from "./generated-stories.ts"
import { peakMemoryMiB, printRow } from "./timing.ts"

const batchPages = 100
const addedAt = "2031-03-04T00:00:00.000Z"
const menu = "<li><a href='/x'>Some entry of a menu</a></li>\n".repeat(900)
const folder = mkdtempSync(join(tmpdir(), "variorum-bench-"))
try {
  for (const stories of [25, 100]) await benchArchive(stories)
  // A gigabyte of pages: give it by name, since it takes minutes and the disk for it.
  if (process.argv.includes("gigabyte")) await benchArchive(1_000)
  printRow("peak memory", { MiB: peakMemoryMiB() })
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** Wall time, since the disk is part of what is measured, and beside it CPU time. */
async function benchArchive(stories: number): Promise<void> {
  const warc = join(folder, `${stories}.warc.gz`)
  const pages = await writeWarc(warc, stories)
  const opened = await openArchive(join(folder, `${stories}`), true)
  if (!opened.ok) throw new Error(opened.error)
  const archive = opened.value
  const cpuBefore = process.cpuUsage()
  const before = performance.now()
  let batch: Capture[] = []
  const options = { ...inputFilesLimits, workingFolder: folder, standardInput: process.stdin }
  for await (const item of readInputFiles([warc], options)) {
    if (item.ok) batch.push(item.capture)
    if (batch.length < batchPages) continue
    await addCaptures(archive, batch, addedAt)
    batch = []
  }
  await addCaptures(archive, batch, addedAt)
  const added = performance.now()
  const { user, system } = process.cpuUsage(cpuBefore)
  const { captures, faults } = await verifyArchive(archive, null)
  if (captures !== pages || faults.length > 0) throw new Error(`${captures} of ${pages} pages: ${faults[0]}`)
  printRow(`${pages} pages`, {
    "kept pages/s": pages / ((added - before) / 1000),
    "kept pages/s of CPU": pages / ((user + system) / 1e6),
    "checked pages/s": pages / ((performance.now() - added) / 1000),
  })
  await archive.close()
}

async function writeWarc(path: string, stories: number): Promise<number> {
  const file = createWriteStream(path)
  let pages = 0
  for (const { id, title, text } of generateStories({ stories, reportsPerStory: 20, seed: 7 })) {
    const html = `<html><head><title>${title}</title></head><body><ul>${menu}</ul><p>${text}</p></body></html>`
    const capture: Capture = {
      kind: "url",
      name: `http://a.example/${id}`,
      bytes: Buffer.from(html),
      mediaType: "text/html",
      charset: "utf-8",
      capturedAt: addedAt,
      answer: { status: 200, headers: [["content-type", "text/html; charset=utf-8"]] },
    }
    const hash = (pages++).toString(16).padStart(64, "0")
    if (!file.write(warcRecord({ capture, addedAt, hash })))
      await new Promise<void>((resolve) => file.once("drain", () => resolve()))
  }
  await new Promise<void>((resolve) => file.end(() => resolve()))
  return pages
}
