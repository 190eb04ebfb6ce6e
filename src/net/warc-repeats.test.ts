import { createHash } from "node:crypto"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { buffer } from "node:stream/consumers"
import { gzipSync } from "node:zlib"
import { afterAll, expect, test } from "vitest"
import { ZipFile } from "yazl"
import { inputFilesLimits, readInputFiles } from "./input-files.ts"

const folder = mkdtempSync(join(tmpdir(), "variorum-repeats-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const page = "<p>The ferry came in.</p>"
const there = "https://a.example/ferry"
const id = (n: number): string => `<urn:uuid:00000000-0000-4000-8000-${String(n).padStart(12, "0")}>`
const sha256 = `sha256:${createHash("sha256").update(page).digest("hex")}`
/** SHA-1 of the page in base 32, as another program computes it. */
const sha1 = "sha1:FXJP3SQDWXOCNPLEFNBOOY3GPOLMADRD"
const html = "Content-Type: text/html; charset=utf-8"

function record(type: string, at: string, fields: readonly string[], head: string, body = ""): Buffer {
  const block = Buffer.from(`${head}\r\n\r\n${body}`)
  const lines = [
    ...["WARC/1.1", `WARC-Type: ${type}`, `WARC-Date: ${at}`, ...fields],
    ...["Content-Type: application/http; msgtype=response", `Content-Length: ${block.length}`],
  ]
  return gzipSync(
    Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r\n\r\n`), block, Buffer.from("\r\n\r\n")]),
  )
}

const ok = `HTTP/1.1 200 OK\r\n${html}`
const first = "2031-03-04T12:05:00Z"
const second = "2031-03-05T12:05:00Z"
const target = (address: string): string => `WARC-Target-URI: ${address}`

const original = (...fields: string[]): Buffer =>
  record("response", first, [target(there), `WARC-Record-ID: ${id(1)}`, ...fields], `${ok}\r\nETag: 1`, page)
const repeat = (fields: readonly string[], head = `${ok}\r\nETag: 2`): Buffer =>
  record("revisit", second, fields, head)

/** By what a record of each crawler says which one it repeats. */
const warcio = repeat([
  ...[target(there), `WARC-Record-ID: ${id(2)}`, `WARC-Payload-Digest: ${sha1}`],
  "WARC-Profile: http://netpreserve.org/warc/1.1/revisit/identical-payload-digest",
  ...[`WARC-Refers-To-Target-URI: ${there}`, `WARC-Refers-To-Date: ${first}`],
])
const wget = repeat([
  ...[target(`<${there}>`), `WARC-Record-ID: ${id(3)}`, "WARC-Truncated: length"],
  "WARC-Profile: http://netpreserve.org/warc/1.0/revisit/identical-payload-digest",
  `WARC-Refers-To: ${id(1)}`,
])
const browsertrix = repeat([
  ...[target(`${there}?again`), `WARC-Record-ID: ${id(4)}`, `WARC-Payload-Digest: ${sha256}`],
  "WARC-Profile: http://netpreserve.org/warc/1.1/revisit/identical-payload-digest",
])
const notModified = repeat(
  [
    ...[target(there), `WARC-Record-ID: ${id(5)}`, `WARC-Refers-To-Target-URI: ${there}`],
    "WARC-Profile: http://netpreserve.org/warc/1.0/revisit/server-not-modified",
    "WARC-Refers-To-Date: 2031-03-04T12:05:00.123456Z",
  ],
  "HTTP/1.1 304 Not Modified\r\nETag: 3",
)

/** Reads files of such records and draws each capture, and each gap. */
async function check(files: Readonly<Record<string, Uint8Array>>, drawn: readonly string[]): Promise<void> {
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes)
  const options = { ...inputFilesLimits, workingFolder: folder, standardInput: typed(files["-"]) }
  const lines: string[] = []
  for await (const item of readInputFiles(Object.keys(files), options)) {
    if (!item.ok) {
      lines.push(`${item.gap.name}: ${item.gap.kind}: ${item.gap.detail}`)
      continue
    }
    const { name, capturedAt, mediaType, bytes, answer, recordId } = item.capture
    const text = Buffer.from(bytes).toString() === page ? "the page" : Buffer.from(bytes).toString()
    const { status, headers } = answer!
    const etag = headers.find(([name]) => name === "etag")?.[1]
    lines.push([name, capturedAt, recordId?.slice(-2, -1), mediaType, status, etag ?? "-", text].join(" "))
  }
  expect(lines).toEqual(drawn)
}

async function* typed(bytes: Uint8Array = Buffer.of()): AsyncGenerator<Uint8Array> {
  yield bytes
}

const drawnOriginal = `${there} ${first} 1 text/html 200 1 the page`

test("a capture that a crawler stored as the same as another is one of the same bytes", async () => {
  const rows = [
    [warcio, `${there} ${second} 2 text/html 200 2 the page`],
    [wget, `${there} ${second} 3 text/html 200 2 the page`],
    [browsertrix, `${there}?again ${second} 4 text/html 200 2 the page`],
    [notModified, `${there} ${second} 5 text/html 200 3 the page`],
  ] as const
  for (const [one, drawn] of rows) {
    await check({ "a.warc.gz": Buffer.concat([original(`WARC-Payload-Digest: ${sha256}`), one]) }, [
      drawnOriginal,
      drawn,
    ])
    // The one that it repeats may come later, and in another file.
    await check({ "a.warc.gz": one, "b.warc.gz": original(`WARC-Payload-Digest: ${sha256}`) }, [
      drawnOriginal,
      drawn,
    ])
  }
})

test("a digest alone leads to the bytes that have it", () => {
  const fields = [target(there), `WARC-Record-ID: ${id(7)}`, `WARC-Payload-Digest: ${sha1}`]
  return check({ "a.warc.gz": Buffer.concat([original(`WARC-Payload-Digest: ${sha1}`), repeat(fields)]) }, [
    drawnOriginal,
    `${there} ${second} 7 text/html 200 2 the page`,
  ])
})

test("in a WACZ, between its files", async () => {
  const zip = new ZipFile()
  zip.addBuffer(warcio, "archive/rec-0.warc.gz")
  zip.addBuffer(original(), "archive/rec-1.warc.gz")
  // An index in packed blocks (ZipNum) is for those who look for one address.
  zip.addBuffer(
    gzipSync(`example,a)/ferry 20310304120500 {"filename":"gone.warc.gz"}\n`),
    "indexes/index.cdx.gz",
  )
  zip.addBuffer(
    Buffer.from("!meta 0 {}\nexample,a)/ferry 20310304120500\tindex.cdx.gz\t0\t88\t1\n"),
    "indexes/index.idx",
  )
  zip.end()
  await check({ "a.wacz": await buffer(zip.outputStream) }, [
    drawnOriginal,
    `${there} ${second} 2 text/html 200 2 the page`,
  ])
})

test("what is not here is said", async () => {
  await check({ "a.warc.gz": Buffer.concat([warcio, wget, browsertrix]) }, [
    `${there}: not-here: it repeats it at ${first}`,
    `${there}: not-here: it repeats ${id(1)}`,
    `${there}?again: not-here: the record names no other`,
  ])
  await check({ "-": Buffer.concat([original(), warcio]) }, [
    drawnOriginal,
    `${there}: not-here: it repeats it at ${first}`,
  ])
})

test("a digest that is another's leads nowhere", async () => {
  const other = `sha256:${"0".repeat(64)}`
  const rows = [
    // At that place, but of other bytes.
    [
      original(`WARC-Payload-Digest: ${other}`),
      repeat([target(there), `WARC-Refers-To: ${id(1)}`, `WARC-Payload-Digest: ${sha256}`]),
    ],
    // The digest that is asked for, but not of these bytes.
    [original(`WARC-Payload-Digest: ${other}`), repeat([target(there), `WARC-Payload-Digest: ${other}`])],
  ]
  for (const records of rows) {
    const lines = await linesOf(Buffer.concat(records))
    expect(lines).toEqual([there, `${there}: not-here`])
  }
})

async function linesOf(bytes: Uint8Array): Promise<readonly string[]> {
  writeFileSync(join(folder, "c.warc.gz"), bytes)
  const lines: string[] = []
  const options = { ...inputFilesLimits, workingFolder: folder, standardInput: typed() }
  for await (const item of readInputFiles(["c.warc.gz"], options))
    lines.push(item.ok ? item.capture.name : `${item.gap.name}: ${item.gap.kind}`)
  return lines
}

test("what repeats no page is passed over, and a redirect needs no bytes", async () => {
  const image = repeat([target("https://a.example/a.png")], "HTTP/1.1 304 Not Modified")
  const served = repeat([target("https://a.example/a")], "HTTP/1.1 200 OK\r\nContent-Type: image/png")
  const redirect = repeat([target("https://a.example/old")], `HTTP/1.1 301 Moved\r\nLocation: ${there}`)
  const refused = repeat([target("https://a.example/gone")], `HTTP/1.1 404 Gone\r\n${html}`)
  const itself = repeat([target(there), `WARC-Record-ID: ${id(6)}`, `WARC-Refers-To: ${id(6)}`])
  expect(await linesOf(Buffer.concat([image, served, redirect, refused, itself]))).toEqual([
    "https://a.example/old",
    "https://a.example/gone: not-served",
    `${there}: not-here`,
  ])
})
