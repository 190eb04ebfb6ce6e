import { brotliCompressSync, gzipSync, zstdCompressSync } from "node:zlib"
import { expect, test } from "vitest"
import { unpackedGzip } from "./open-archive.ts"
import { readWarcCaptures } from "./warc-captures.ts"

/** Web archives in the manner of each crawler, written by hand from ISO 28500 and the crawlers' own descriptions. */
const page = "<!doctype html><p>The ferry came in.</p>"
const at = "2031-03-04T12:05:00Z"
const id = (n: number) => `<urn:uuid:00000000-0000-4000-8000-${String(n).padStart(12, "0")}>`

function record(version: string, fields: readonly string[], body: string | Uint8Array): Buffer {
  const block = Buffer.from(body)
  const lines = [`WARC/${version}`, ...fields, `Content-Length: ${block.length}`]
  return Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r\n\r\n`), block, Buffer.from("\r\n\r\n")])
}

function answer(headers: readonly string[], body: string | Uint8Array): Buffer {
  return Buffer.concat([
    Buffer.from(`${["HTTP/1.1 200 OK", ...headers].join("\r\n")}\r\n\r\n`),
    Buffer.from(body),
  ])
}

async function check(bytes: Uint8Array, drawn: readonly string[], { gz = false } = {}): Promise<void> {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let from = 0; from < bytes.length; from += 700) yield bytes.subarray(from, from + 700)
  }
  const lines: string[] = []
  for await (const item of readWarcCaptures(gz ? unpackedGzip(pieces()) : pieces(), "f", 1 << 20))
    if (!item.ok) lines.push(`${item.gap.name}: ${item.gap.kind}`)
    else {
      const { name, capturedAt, recordId, bytes } = item.capture
      lines.push([name, capturedAt, recordId, Buffer.from(bytes).toString() === page].join(" "))
    }
  expect(lines).toEqual(drawn)
}

const response = "Content-Type: application/http; msgtype=response"
const html = "Content-Type: text/html; charset=utf-8"
const chunked = Buffer.from(`${page.length.toString(16)};x=1\r\n${page}\r\n0\r\nTrailer: x\r\n\r\n`)

test("wget: the address between angle brackets, the log and the manifest at the end, one stream of gzip", () => {
  const records = [
    record("1.0", ["WARC-Type: warcinfo", `WARC-Record-ID: ${id(1)}`], "software: Wget\r\n"),
    record("1.0", ["WARC-Type: request", "WARC-Target-URI: <http://a.example/>"], "GET / HTTP/1.1\r\n\r\n"),
    record(
      "1.0",
      [
        "WARC-Type: response",
        `WARC-Record-ID: ${id(2)}`,
        "WARC-Target-URI: <http://a.example/>",
        `WARC-Date: ${at}`,
        "WARC-Block-Digest: sha1:X",
        response,
      ],
      answer([html, "Transfer-Encoding: chunked"], chunked),
    ),
    record(
      "1.0",
      ["WARC-Type: metadata", "WARC-Target-URI: <metadata://gnu.org/software/wget/warc/MANIFEST.txt>"],
      "x",
    ),
    record(
      "1.0",
      [
        "WARC-Type: resource",
        "WARC-Target-URI: <metadata://gnu.org/software/wget/warc/wget.log>",
        "Content-Type: text/plain",
      ],
      "x",
    ),
  ]
  return check(gzipSync(Buffer.concat(records)), [`http://a.example/ ${at} ${id(2)} true`], { gz: true })
})

test("Heritrix: the answer before the request and its metadata, names of servers and robots, each record packed", () => {
  const records = [
    record("1.0", ["WARC-Type: warcinfo", "WARC-Filename: a.warc.gz"], "robots: obey\r\n"),
    record(
      "1.0",
      ["WARC-Type: response", "WARC-Target-URI: dns:a.example", "Content-Type: text/dns"],
      "20310304\r\n",
    ),
    record(
      "1.0",
      ["WARC-Type: response", "WARC-Target-URI: http://a.example/robots.txt", response],
      answer(["Content-Type: text/plain"], "User-agent: *"),
    ),
    record(
      "1.0",
      [
        "WARC-Type: response",
        "WARC-Target-URI: http://a.example/",
        `WARC-Date: ${at}`,
        "WARC-IP-Address: 192.0.2.1",
        response,
        `WARC-Record-ID: ${id(3)}`,
      ],
      answer([html], page),
    ),
    record("1.0", ["WARC-Type: request", "WARC-Target-URI: http://a.example/"], "GET / HTTP/1.0\r\n\r\n"),
    record(
      "1.0",
      ["WARC-Type: metadata", "WARC-Target-URI: http://a.example/", "Content-Type: application/warc-fields"],
      "via: http://b.example/\r\nhopsFromSeed: L\r\n",
    ),
  ]
  return check(
    Buffer.concat(records.map((one) => gzipSync(one))),
    [`http://a.example/ ${at} ${id(3)} true`],
    { gz: true },
  )
})

test("Common Crawl news: codings undone, their headers kept under other names, cut bodies", () => {
  const kept = [
    "X-Crawler-Transfer-Encoding: chunked",
    "X-Crawler-Content-Encoding: gzip",
    `Content-Length: ${page.length}`,
  ]
  const records = [
    record(
      "1.0",
      [
        "WARC-Type: response",
        "WARC-Target-URI: https://a.example/",
        `WARC-Date: ${at}`,
        response,
        `WARC-Record-ID: ${id(4)}`,
        "WARC-Identified-Payload-Type: text/html",
      ],
      answer([html, ...kept], page),
    ),
    record(
      "1.0",
      [
        "WARC-Type: response",
        "WARC-Target-URI: https://b.example/",
        `WARC-Date: ${at}`,
        response,
        `WARC-Record-ID: ${id(5)}`,
        "WARC-Truncated: length",
      ],
      answer([html], page),
    ),
  ]
  return check(
    Buffer.concat(records.map((one) => gzipSync(one))),
    [`https://a.example/ ${at} ${id(4)} true`, `https://b.example/ ${at} ${id(5)} true`],
    { gz: true },
  )
})

test("warcio and browsertrix: revisits, notes on pages, bodies in three codings", () => {
  const codings = { gzip: gzipSync(page), br: brotliCompressSync(page), zstd: zstdCompressSync(page) }
  const records = [
    ...Object.entries(codings).map(([coding, body], i) =>
      record(
        "1.1",
        [
          "WARC-Type: response",
          `WARC-Target-URI: https://a.example/${coding}`,
          `WARC-Date: ${at}`,
          response,
          `WARC-Record-ID: ${id(6 + i)}`,
          "WARC-Page-ID: 1",
        ],
        answer([html, `Content-Encoding: ${coding}`], body),
      ),
    ),
    record(
      "1.1",
      [
        "WARC-Type: revisit",
        "WARC-Target-URI: https://a.example/gzip",
        "WARC-Profile: http://netpreserve.org/warc/1.1/revisit/identical-payload-digest",
        response,
      ],
      answer([html], ""),
    ),
    record(
      "1.1",
      [
        "WARC-Type: resource",
        "WARC-Target-URI: urn:pageinfo:https://a.example/gzip",
        "Content-Type: application/json",
      ],
      "{}",
    ),
    record(
      "1.1",
      ["WARC-Type: resource", "WARC-Target-URI: urn:text:https://a.example/gzip", "Content-Type: text/plain"],
      "The ferry",
    ),
  ]
  return check(Buffer.concat(records), [
    ...["gzip", "br", "zstd"].map((coding, i) => `https://a.example/${coding} ${at} ${id(6 + i)} true`),
    "https://a.example/gzip: not-here",
  ])
})

test("lengths that are wrong: the record after is found again, and the fault is told once", () => {
  const good = (n: number) =>
    record(
      "1.0",
      [
        "WARC-Type: response",
        `WARC-Target-URI: http://a.example/${n}`,
        `WARC-Date: ${at}`,
        response,
        `WARC-Record-ID: ${id(n)}`,
      ],
      answer([html], page),
    )
  const short = Buffer.from(
    good(1)
      .toString()
      .replace(/(Content-Length: )\d+(\r\n\r\nHTTP)/, "$120$2"),
  )
  return check(Buffer.concat([short, good(2)]), ["f: damaged", `http://a.example/2 ${at} ${id(2)} true`])
})
