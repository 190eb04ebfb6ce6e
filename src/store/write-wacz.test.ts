import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gunzipSync } from "node:zlib"
import fc from "fast-check"
import { afterAll, expect, test } from "vitest"
import { openPromise } from "yauzl"
import { openedArchive } from "../../test/stores.ts"
import { sha256Hex } from "../base/index.ts"
import type { Capture } from "../intake/index.ts"
import { inputFilesLimits, readInputFiles } from "../net/index.ts"
import { addCaptures } from "./captures.ts"
import { SortedLines } from "./sorted-lines.ts"
import { sortKey } from "./wacz-index.ts"
import { writeWacz } from "./write-wacz.ts"

const folder = mkdtempSync(join(tmpdir(), "variorum-wacz-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const pages: readonly Capture[] = ["https://gull.example/quay?b=2&a=1", "http://www.a.example/"].flatMap(
  (name, i) =>
    [1, 2].map((day) => ({
      kind: "url" as const,
      name,
      bytes: Buffer.from(`<p>The ferry came in, ${day} times.</p>`),
      mediaType: "text/html",
      charset: "utf-8",
      capturedAt: `2031-03-0${day}T12:05:00Z`,
      answer: { status: 200, headers: [["content-type", "text/html; charset=utf-8"]] as const },
      ...(i === 0 ? { recordId: `<urn:uuid:kept-${day}>` } : {}),
    })),
)

async function written(name: string): Promise<string> {
  const archive = await openedArchive(join(folder, name))
  await addCaptures(archive, pages, "2031-03-05T00:00:00.000Z")
  const path = join(folder, `${name}.wacz`)
  expect(await writeWacz(archive, path, "variorum")).toBe(pages.length)
  await archive.close()
  return path
}

async function entriesOf(path: string): Promise<ReadonlyMap<string, Buffer>> {
  const zip = await openPromise(path, { autoClose: false })
  const entries = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry()) {
    expect(entry.compressionMethod).toBe(0)
    const chunks: Uint8Array[] = []
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk)
    entries.set(entry.fileName, Buffer.concat(chunks))
  }
  zip.close()
  return entries
}

test("captures come back out of a WACZ with their bytes, times and identifiers", async () => {
  const path = await written("back")
  const read: string[] = []
  const options = { ...inputFilesLimits, workingFolder: folder, standardInput: process.stdin }
  for await (const item of readInputFiles([path], options))
    if (item.ok) {
      const { name, capturedAt, bytes, recordId } = item.capture
      read.push([name, capturedAt, sha256Hex(bytes), recordId?.includes("kept")].join(" "))
    }
  expect(read).toEqual(
    pages.map(({ name, capturedAt, bytes, recordId }) =>
      [name, capturedAt, sha256Hex(bytes), recordId !== undefined].join(" "),
    ),
  )
  expect(readdirSync(folder).filter((name) => name.startsWith(".") || name.endsWith(".part"))).toEqual([])
})

test("its index points to the records, in order, and its digests hold", async () => {
  const entries = await entriesOf(await written("index"))
  const warc = entries.get("archive/data.warc.gz")!
  const lines = entries.get("indexes/index.cdx")!.toString().trim().split("\n")
  expect(lines.map((line) => line.split(" ").slice(0, 2).join(" "))).toEqual([
    "example,a)/ 20310301120500",
    "example,a)/ 20310302120500",
    "example,gull)/quay?a=1&b=2 20310301120500",
    "example,gull)/quay?a=1&b=2 20310302120500",
  ])
  for (const line of lines) {
    const { url, offset, length } = JSON.parse(line.slice(line.indexOf("{")))
    const record = gunzipSync(warc.subarray(Number(offset), Number(offset) + Number(length))).toString()
    expect(record).toMatch(/^WARC\/1\.1\r\nWARC-Type: response\r\n/)
    expect(record).toContain(`WARC-Target-URI: ${url}\r\n`)
  }
  const described = JSON.parse(entries.get("datapackage.json")!.toString())
  for (const { path, hash, bytes } of described.resources) {
    expect(hash).toBe(`sha256:${sha256Hex(entries.get(path)!)}`)
    expect(bytes).toBe(entries.get(path)!.length)
  }
  const digest = JSON.parse(entries.get("datapackage-digest.json")!.toString())
  expect(digest.hash).toBe(`sha256:${sha256Hex(entries.get("datapackage.json")!)}`)
  expect(entries.get("pages/pages.jsonl")!.toString().trim().split("\n")).toHaveLength(pages.length + 1)
})

test("the same archive gives the same file", async () => {
  const [first, second] = [await written("first"), await written("second")]
  expect(readFileSync(first).equals(readFileSync(second))).toBe(true)
})

test("sort keys", () => {
  const rows = {
    "https://www.Gull.example:443/Quay/?b=2&A=1#top": "example,gull)/quay?a=1&b=2",
    "http://gull.example:8080": "example,gull:8080)/",
    "http://127.0.0.1/a": "127.0.0.1)/a",
    "https://bücher.example/": "example,xn--bcher-kva)/",
    "file:///a b": "file:///a%20b",
  }
  expect(Object.fromEntries(Object.keys(rows).map((address) => [address, sortKey(address)]))).toEqual(rows)
})

test("law: lines come out sorted, however few are held", async () => {
  let run = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.stringMatching(/^[a-z\u{1f600}\u{ffe0}]{0,4}$/u), { maxLength: 30 }),
      fc.integer({ min: 1, max: 8 }),
      async (lines, linesMax) => {
        const own = mkdtempSync(join(folder, `lines-${run++}-`))
        const sorter = new SortedLines(own, linesMax)
        for (const line of lines) await sorter.add(line)
        const sorted: string[] = []
        for await (const line of sorter.sorted()) sorted.push(line)
        expect(sorted).toEqual([...lines].sort())
      },
    ),
    { numRuns: 30 },
  )
})
