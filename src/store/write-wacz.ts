import { createHash, type Hash } from "node:crypto"
import { createWriteStream } from "node:fs"
import { type FileHandle, mkdtemp, open, rename, rm } from "node:fs/promises"
import { dirname, join } from "node:path"
import { pipeline } from "node:stream/promises"
import { ZipFile } from "yazl"
import { isRedirectCapture } from "../intake/index.ts"
import { type ArchivedCapture, readCaptures } from "./captures.ts"
import { warcInfo, warcRecord } from "./encode-warc.ts"
import type { Archive } from "./open-archive.ts"
import { SortedLines } from "./sorted-lines.ts"
import { cdxLine, pageLine } from "./wacz-index.ts"

/** A file of the package, written beside it first. */
interface Part {
  readonly path: string
  readonly file: FileHandle
  readonly hash: Hash
  readonly inside: string
  bytes: number
}

const warcName = "data.warc.gz"
const indexLinesHeld = 100_000
/** The same archive gives the same file: entries have no time of their own. Read as local time, and so written as it. */
const entryTime = new Date(2000, 0, 1)

/**
 * The captures of an archive as one WACZ file (version 1.1.1) at `path`: a WARC whose records are packed one by one,
 * an index by address and time, a list of the pages, and a digest of each. Entries lie unpacked in it, as readers need
 * that jump into them. Under its name once it is whole. Gives the number of captures; memory does not grow with it.
 */
export async function writeWacz(archive: Archive, path: string, software: string): Promise<number> {
  const folder = await mkdtemp(join(dirname(path), ".variorum-wacz-"))
  try {
    const warc = await newPart(folder, `archive/${warcName}`)
    const pages = await newPart(folder, "pages/pages.jsonl")
    const index = new SortedLines(folder, indexLinesHeld)
    await append(pages, `${JSON.stringify({ format: "json-pages-1.0", id: "pages", title: "Captures" })}\n`)
    let captures = 0
    let latest = ""
    for await (const kept of readCaptures(archive)) {
      if (captures++ === 0) await append(warc, warcInfo(software, kept.addedAt))
      await appendCapture(kept, warc, pages, index)
      latest = kept.addedAt
    }
    const cdx = await newPart(folder, "indexes/index.cdx")
    for await (const line of index.sorted()) await append(cdx, `${line}\n`)
    await pack([warc, cdx, pages], `${path}.part`, { software, created: latest })
    await rename(`${path}.part`, path)
    return captures
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function appendCapture(
  kept: ArchivedCapture,
  warc: Part,
  pages: Part,
  index: SortedLines,
): Promise<void> {
  const record = warcRecord(kept)
  await index.add(cdxLine(kept, { offset: warc.bytes, length: record.length, filename: warcName }))
  await append(warc, record)
  if (!isRedirectCapture(kept.capture)) await append(pages, `${pageLine(kept)}\n`)
}

async function newPart(folder: string, inside: string): Promise<Part> {
  const path = join(folder, inside.replaceAll("/", "-"))
  return { path, file: await open(path, "w"), hash: createHash("sha256"), inside, bytes: 0 }
}

async function append(part: Part, content: string | Uint8Array): Promise<void> {
  const bytes = typeof content === "string" ? Buffer.from(content) : content
  await part.file.appendFile(bytes)
  part.hash.update(bytes)
  part.bytes += bytes.length
}

async function pack(
  parts: readonly Part[],
  path: string,
  made: { readonly software: string; readonly created: string },
): Promise<void> {
  const resources = parts.map(({ inside, hash, bytes }) => ({
    name: inside.slice(inside.lastIndexOf("/") + 1),
    path: inside,
    hash: `sha256:${hash.digest("hex")}`,
    bytes,
  }))
  const description = Buffer.from(
    `${JSON.stringify({ profile: "data-package", wacz_version: "1.1.1", ...made, resources }, null, 2)}\n`,
  )
  const digest = createHash("sha256").update(description).digest("hex")
  const signed = Buffer.from(
    `${JSON.stringify({ path: "datapackage.json", hash: `sha256:${digest}` }, null, 2)}\n`,
  )
  const options = { compress: false, mtime: entryTime, mode: 0o100644, forceDosTimestamp: true }
  const zip = new ZipFile()
  for (const part of parts) {
    await part.file.close()
    zip.addFile(part.path, part.inside, options)
  }
  zip.addBuffer(description, "datapackage.json", options)
  zip.addBuffer(signed, "datapackage-digest.json", options)
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(path, { flush: true }))
}
