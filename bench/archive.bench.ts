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
  printRow("peak memory", { MiB: peakMemoryMiB() })
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** Wall time: the disk is part of what is measured. */
async function benchArchive(stories: number): Promise<void> {
  const warc = join(folder, `${stories}.warc.gz`)
  const pages = await writeWarc(warc, stories)
  const opened = await openArchive(join(folder, `${stories}`), true)
  if (!opened.ok) throw new Error(opened.error)
  const archive = opened.value
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
  const { captures, faults } = await verifyArchive(archive, null)
  if (captures !== pages || faults.length > 0) throw new Error(`${captures} of ${pages} pages: ${faults[0]}`)
  printRow(`${pages} pages`, {
    "kept pages/s": pages / ((added - before) / 1000),
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
