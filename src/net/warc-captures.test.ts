import { gzipSync } from "node:zlib"
import * as fc from "fast-check"
import { expect, test } from "vitest"
import { unpackedGzip } from "./open-archive.ts"
import { readWarcCaptures } from "./warc-captures.ts"

const page = "<p>The ferry came in.</p>"
const warcinfo = record("warcinfo", null, "application/warc-fields", "software: a test\r\n")
const request = record(
  "request",
  "http://a.example/",
  "application/http; msgtype=request",
  "GET / HTTP/1.1\r\n\r\n",
)

/** Reads `bytes` and draws each item in one line. */
async function check(bytes: Uint8Array, drawn: readonly string[], bytesMax = 1 << 20): Promise<void> {
  const lines: string[] = []
  for await (const item of readWarcCaptures(inPieces(bytes, 1000), "f.warc", bytesMax)) {
    if (!item.ok) lines.push(`${item.gap.name}: ${item.gap.kind}: ${item.gap.detail}`)
    else {
      const { name, capturedAt, mediaType, charset, bytes } = item.capture
      lines.push([name, capturedAt, mediaType, charset, Buffer.from(bytes).toString("utf8")].join(" | "))
    }
  }
  expect(lines).toEqual(drawn)
}

function record(
  type: string,
  address: string | null,
  contentType: string,
  body: string | Uint8Array,
): Buffer {
  const block = Buffer.from(body)
  const lines = [
    "WARC/1.1",
    `WARC-Type: ${type}`,
    "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>",
    "WARC-Date: 2031-03-04T12:05:00Z",
    ...(address === null ? [] : [`WARC-Target-URI: ${address}`]),
    `Content-Type: ${contentType}`,
    `Content-Length: ${block.length}`,
  ]
  return Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r\n\r\n`), block, Buffer.from("\r\n\r\n")])
}

function response(
  address: string,
  body: string | Uint8Array,
  { status = 200, type = "text/html; charset=UTF-8", headers = "" } = {},
): Buffer {
  const head = `HTTP/1.1 ${status} So\r\nContent-Type: ${type}\r\n${headers}\r\n`
  return record(
    "response",
    address,
    "application/http; msgtype=response",
    Buffer.concat([Buffer.from(head), Buffer.from(body)]),
  )
}

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const drawnPage = (address: string) => `${address} | 2031-03-04T12:05:00Z | text/html | utf-8 | ${page}`

test("a page as served, with its time, among records that are none", () =>
  check(Buffer.concat([warcinfo, request, response("http://a.example/", page)]), [
    drawnPage("http://a.example/"),
  ]))
test("an address between angle brackets", () =>
  check(response("<http://a.example/>", page), [drawnPage("http://a.example/")]))
test("a redirect that may be a page's move is kept, and is no page", () =>
  check(
    Buffer.concat([
      response("http://a.example/old", "moved", { status: 301, headers: "Location: /new\r\n" }),
      response("http://a.example/old", "", { status: 302, headers: "Location: http://b.example/\r\n" }),
    ]),
    [
      "http://a.example/old | 2031-03-04T12:05:00Z | text/html | utf-8 | moved",
      "f.warc: no-text: no page is in it",
    ],
  ))
test("images, and redirects that lead nowhere, are passed over", () =>
  check(
    Buffer.concat([
      response("http://a.example/a.png", "png", { type: "image/png" }),
      response("http://a.example/old", "moved", { status: 301 }),
    ]),
    ["f.warc: no-text: no page is in it"],
  ))
test("a page that was refused", () =>
  check(response("http://a.example/", "<p>Not here</p>", { status: 404 }), [
    "http://a.example/: not-served: the server answered 404",
  ]))
test("a compressed and chunked body", () => {
  const packed = gzipSync(page)
  const chunks = Buffer.concat([
    Buffer.from(`${packed.length.toString(16)}\r\n`),
    packed,
    Buffer.from("\r\n0\r\n\r\n"),
  ])
  const headers = "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"
  return check(response("http://a.example/", chunks, { headers }), [drawnPage("http://a.example/")])
})
test("a body that the crawler unpacked and whose header it kept", () => {
  const headers = "Transfer-Encoding: chunked\r\nContent-Encoding: br\r\n"
  return check(response("http://a.example/", page, { headers }), [drawnPage("http://a.example/")])
})
test("a body that unpacks to too much", () => {
  const headers = "Content-Encoding: gzip\r\n"
  const bomb = gzipSync(Buffer.alloc(1 << 20))
  return check(
    response("http://a.example/", bomb, { headers }),
    ["http://a.example/: too-large: it is over 0 MiB"],
    100_000,
  )
})
test("a page stored without its transport, and a text made of a page", () =>
  check(
    Buffer.concat([
      record("resource", "http://a.example/", "text/html", page),
      record("conversion", "http://b.example/", "text/plain", "The ferry."),
      record("resource", "urn:pageinfo:http://a.example/", "application/json", "{}"),
    ]),
    [
      `http://a.example/ | 2031-03-04T12:05:00Z | text/html |  | ${page}`,
      "http://b.example/ | 2031-03-04T12:05:00Z | text/plain |  | The ferry.",
    ],
  ))
test("a body over the limit is passed over, and the next is read", () =>
  check(
    Buffer.concat([response("http://a.example/", "x".repeat(5000)), response("http://b.example/", page)]),
    ["http://a.example/: too-large: it is over 0 MiB", drawnPage("http://b.example/")],
    4000,
  ))
test("bytes that are no record are told once, and reading goes on", () =>
  check(
    Buffer.concat([
      response("http://a.example/", page),
      Buffer.from("WARC/1.0\r\nContent-Length: many\r\n\r\n\nnoise\nnoise\n"),
      response("http://b.example/", page),
    ]),
    [
      drawnPage("http://a.example/"),
      "f.warc: damaged: some of its bytes are no record",
      drawnPage("http://b.example/"),
    ],
  ))
test("a file that ends inside a record", () =>
  check(
    Buffer.concat([response("http://a.example/", page), response("http://b.example/", page).subarray(0, -9)]),
    [drawnPage("http://a.example/"), "f.warc: damaged: it ends inside a record"],
  ))

test("law: cut anywhere, packed or not, an archive gives the pages before the cut and never throws", async () => {
  const pages = [0, 1, 2].map((n) => response(`http://a.example/${n}`, page))
  const plain = Buffer.concat(pages)
  const packed = Buffer.concat(pages.map((bytes) => gzipSync(bytes)))
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: plain.length }),
      fc.boolean(),
      fc.integer({ min: 1, max: 700 }),
      async (at, gz, size) => {
        const bytes = (gz ? packed : plain).subarray(0, at)
        const stream = inPieces(bytes, size)
        const names: string[] = []
        for await (const item of readWarcCaptures(gz ? unpackedGzip(stream) : stream, "f", 1 << 20))
          if (item.ok) names.push(item.capture.name)
        expect(names).toEqual([0, 1, 2].slice(0, names.length).map((n) => `http://a.example/${n}`))
        if (!gz) expect(names.length).toBeGreaterThanOrEqual(Math.floor(at / pages[0]!.length))
      },
    ),
    { numRuns: 60 },
  )
})
