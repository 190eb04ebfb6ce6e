import { gunzipSync } from "node:zlib"
import { expect, test } from "vitest"
import type { Capture } from "../intake/index.ts"
import { readWarcCaptures } from "../net/warc-captures.ts"
import { warcInfo, warcRecord } from "./encode-warc.ts"

const hash = "0123456789abcdef".repeat(4)
const addedAt = "2031-03-05T00:00:00.000Z"
const bytes = Buffer.from("<p>The ferry came in.</p>")
const page: Capture = {
  kind: "url",
  name: "http://a.example/",
  bytes,
  mediaType: "text/html",
  charset: "utf-8",
  capturedAt: "2031-03-04T12:05:00Z",
}

async function readBack(...captures: Capture[]): Promise<readonly Capture[]> {
  const packed = [
    warcInfo("variorum", addedAt),
    ...captures.map((capture) => warcRecord({ capture, addedAt, hash })),
  ]
  async function* stream(): AsyncGenerator<Uint8Array> {
    for (const record of packed) yield gunzipSync(record)
  }
  const read: Capture[] = []
  for await (const item of readWarcCaptures(stream(), "f", 1 << 20)) if (item.ok) read.push(item.capture)
  return read
}

test("what a server answered comes back with its headers, time and identifier", async () => {
  const headers = [
    ["content-type", "text/html; charset=utf-8"],
    ["content-encoding", "br"],
    ["etag", '"1"'],
  ] as const
  const [read] = await readBack({ ...page, answer: { status: 200, headers }, recordId: "<urn:uuid:kept>" })
  expect(read).toMatchObject({ name: page.name, capturedAt: page.capturedAt, recordId: "<urn:uuid:kept>" })
  expect(Buffer.from(read!.bytes).toString()).toBe(bytes.toString())
  expect(Object.fromEntries(read!.answer!.headers)).toMatchObject({
    "x-orig-content-encoding": "br",
    etag: '"1"',
  })
})

test("the way that led to a page comes back with it", async () => {
  const redirectedFrom = ["http://a.example/ü b", "http://a.example/c"]
  for (const way of [{ redirectedFrom, redirectStatuses: [301, 307] }, { redirectedFrom }]) {
    const answer = { status: 200, headers: [["content-type", "text/html"]] as const, ...way }
    const [read] = await readBack({ ...page, answer })
    const { redirectedFrom, redirectStatuses } = read!.answer!
    expect({ redirectedFrom, ...(redirectStatuses ? { redirectStatuses } : {}) }).toEqual(way)
  }
})

test("a redirect comes back as one", async () => {
  const answer = { status: 301, headers: [["location", "/b"]] as const }
  const [read] = await readBack({ ...page, name: "http://a.example/a", answer })
  expect(read).toMatchObject({ name: "http://a.example/a", answer: { status: 301 } })
})

test("what no server answered is a resource, named by its capture", async () => {
  const [read] = await readBack({ ...page, capturedAt: "2031-03-04" })
  expect(read).toMatchObject({
    ...{ name: page.name, mediaType: "text/html", charset: "utf-8", capturedAt: "2031-03-04" },
    recordId: "<urn:uuid:01234567-89ab-8def-a123-456789abcdef>",
  })
})

test("a file comes back under its name, and a time that nobody noted as none", async () => {
  const file = {
    ...page,
    kind: "file",
    name: "/news/ü b.txt",
    mediaType: null,
    charset: null,
    capturedAt: null,
  } as const
  const [read] = await readBack(file)
  expect(read).toMatchObject({ ...file, bytes: expect.anything() })
})

test("a file's name and a server's header cannot break a record's lines", () => {
  const capture: Capture = { ...page, kind: "file", name: "a b\r\nWARC-Type: x/ü.html" }
  expect(gunzipSync(warcRecord({ capture, addedAt, hash })).toString()).toContain(
    "WARC-Target-URI: file:///a%20b%0D%0AWARC-Type%3A%20x/%C3%BC.html\r\n",
  )
  const answer = { status: 200, headers: [["x", "a\r\n\r\nb"]] as const }
  expect(gunzipSync(warcRecord({ capture: { ...page, answer }, addedAt, hash })).toString()).toContain(
    "x: a b\r\n",
  )
})
