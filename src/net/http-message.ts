import {
  brotliDecompressSync,
  constants,
  gunzipSync,
  inflateRawSync,
  inflateSync,
  zstdDecompressSync,
} from "node:zlib"
import { fail, ok, type Result } from "../base/index.ts"

/** An HTTP response as it was stored. Header names are in lower case; of a name that comes twice the first counts. */
export interface HttpResponse {
  readonly status: number
  readonly headers: ReadonlyMap<string, string>
  /** As stored: still in its transfer and content codings, where the crawler kept them. */
  readonly body: Uint8Array
}

const headerBytesMax = 256 << 10

/** Null when the bytes are no HTTP response. A response without the end of its header has an empty body. */
export function parseHttpResponse(bytes: Uint8Array): HttpResponse | null {
  const head = headerEnd(bytes)
  const lines = Buffer.from(bytes.subarray(0, head.end)).toString("latin1").split(/\r?\n/)
  const status = /^HTTP\/\d(?:\.\d)?\s+(\d{3})\b/.exec(lines[0] ?? "")
  if (!status) return null
  return { status: Number(status[1]), headers: headerFields(lines.slice(1)), body: bytes.subarray(head.next) }
}

/** Names in lower case; a line that begins with white space goes on with the one above. */
export function headerFields(lines: readonly string[]): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  let name: string | null = null
  for (const line of lines) {
    if (/^[ \t]/.test(line) && name !== null) {
      fields.set(name, `${fields.get(name)} ${line.trim()}`)
      continue
    }
    const colon = line.indexOf(":")
    name = colon > 0 ? line.slice(0, colon).trim().toLowerCase() : null
    if (name === null) continue
    if (fields.has(name)) name = null
    else fields.set(name, line.slice(colon + 1).trim())
  }
  return fields
}

/** The media type and the character set that a `Content-Type` declares, in lower case. */
export function contentTypeOf(value: string | undefined): {
  readonly mediaType: string | null
  readonly charset: string | null
} {
  const mediaType = /^\s*([\w.+-]+\/[\w.+-]+)/.exec(value ?? "")?.[1]?.toLowerCase() ?? null
  const charset = /;\s*charset\s*=\s*["']?([\w.:-]+)/i.exec(value ?? "")?.[1]?.toLowerCase() ?? null
  return { mediaType, charset }
}

/**
 * The body without its transfer and content codings. Crawlers keep the header of a coding that they have undone, so
 * a body that is plainly not in the coding it declares is taken as it is. Never more than `bytesMax`.
 */
export function decodedBody(response: HttpResponse, bytesMax: number): Result<Uint8Array, "too-large"> {
  const chunked = /\bchunked\b/i.test(response.headers.get("transfer-encoding") ?? "")
  let body = (chunked ? withoutChunks(response.body) : null) ?? response.body
  const codings = (response.headers.get("content-encoding") ?? "").toLowerCase().split(",").slice(0, 4)
  for (const coding of codings.reverse()) {
    const decode = decoders[coding.trim()]
    if (!decode) continue
    try {
      body = decode(body, bytesMax)
    } catch (error) {
      if (error instanceof RangeError) return fail("too-large")
    }
  }
  return body.length > bytesMax ? fail("too-large") : ok(body)
}

type Decoder = (body: Uint8Array, bytesMax: number) => Uint8Array

/** A body that was cut short gives what can be had of it. */
const gunzip: Decoder = (body, maxOutputLength) =>
  gunzipSync(body, { maxOutputLength, finishFlush: constants.Z_SYNC_FLUSH })

const decoders: Readonly<Record<string, Decoder>> = {
  gzip: gunzip,
  "x-gzip": gunzip,
  deflate: (body, maxOutputLength) => {
    const options = { maxOutputLength, finishFlush: constants.Z_SYNC_FLUSH }
    return (body[0]! & 0x0f) === 8 ? inflateSync(body, options) : inflateRawSync(body, options)
  },
  br: (body, maxOutputLength) => brotliDecompressSync(body, { maxOutputLength }),
  zstd: (body, maxOutputLength) => zstdDecompressSync(body, { maxOutputLength }),
}

function headerEnd(bytes: Uint8Array): { readonly end: number; readonly next: number } {
  const limit = Math.min(bytes.length, headerBytesMax)
  for (let at = bytes.indexOf(10); at >= 0 && at < limit; at = bytes.indexOf(10, at + 1)) {
    if (bytes[at + 1] === 10) return { end: at, next: at + 2 }
    if (bytes[at + 1] === 13 && bytes[at + 2] === 10) return { end: at, next: at + 3 }
  }
  return { end: limit, next: bytes.length }
}

/** Null when the body is not chunked; a body that breaks off gives what came before. */
function withoutChunks(body: Uint8Array): Uint8Array | null {
  const pieces: Uint8Array[] = []
  let at = 0
  while (at < body.length) {
    const newline = body.indexOf(10, at)
    if (newline < 0 || newline - at > 256) return at === 0 ? null : Buffer.concat(pieces)
    const size = /^([0-9a-f]{1,8})\s*(?:;.*)?\r?$/i.exec(
      Buffer.from(body.subarray(at, newline)).toString("latin1"),
    )
    if (!size) return at === 0 ? null : Buffer.concat(pieces)
    const length = Number.parseInt(size[1]!, 16)
    if (length === 0) break
    pieces.push(body.subarray(newline + 1, newline + 1 + length))
    at = newline + 1 + length
    if (body[at] === 13) at++
    if (body[at] === 10) at++
  }
  return Buffer.concat(pieces)
}
