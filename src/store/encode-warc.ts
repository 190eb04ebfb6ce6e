import { gzipSync } from "node:zlib"
import { sha256Hex } from "../base/index.ts"
import type { Capture } from "../intake/index.ts"
import type { ArchivedCapture } from "./captures.ts"

/** What a record's own lines may not hold. */
const lineBreaks = /[\r\n]+/g

/** Says how the body was sent; the archive keeps it unpacked, so these would be wrong of it. */
const codingHeaders: ReadonlySet<string> = new Set([
  "content-encoding",
  "transfer-encoding",
  "content-length",
])

/** The first record of a WARC file, packed. */
export function warcInfo(software: string, madeAt: string): Uint8Array {
  const body = Buffer.from(`software: ${software}\r\nformat: WARC File Format 1.1\r\n`)
  return packedRecord(
    [
      "WARC-Type: warcinfo",
      `WARC-Record-ID: ${identifier(sha256Hex(software + madeAt))}`,
      `WARC-Date: ${madeAt}`,
    ],
    "application/warc-fields",
    body,
  )
}

/**
 * A capture as one WARC 1.1 record (ISO 28500:2017), packed by itself as readers expect. What a server answered is a
 * `response`, with its headers as they came but for those of codings, which stand behind `x-orig-`; anything else is a
 * `resource`. A record that came out of a web archive keeps its identifier.
 */
export function warcRecord({ capture, addedAt, hash }: ArchivedCapture): Uint8Array {
  const lines = [
    `WARC-Type: ${capture.answer ? "response" : "resource"}`,
    `WARC-Record-ID: ${capture.recordId ?? identifier(hash)}`,
    `WARC-Date: ${dateOfRecord({ capture, addedAt })}`,
    `WARC-Target-URI: ${addressOfRecord(capture)}`,
    ...ownFields(capture),
    `WARC-Payload-Digest: sha256:${sha256Hex(capture.bytes)}`,
  ]
  if (capture.answer)
    return packedRecord(lines, "application/http; msgtype=response", httpMessage(capture, capture.answer))
  const charset = capture.charset === null ? "" : `; charset=${capture.charset}`
  return packedRecord(lines, `${capture.mediaType ?? "application/octet-stream"}${charset}`, capture.bytes)
}

function httpMessage(capture: Capture, answer: NonNullable<Capture["answer"]>): Uint8Array {
  const headers = answer.headers.map(
    ([name, value]) =>
      `${codingHeaders.has(name) ? "x-orig-" : ""}${name}: ${value.replace(lineBreaks, " ")}\r\n`,
  )
  const head = `HTTP/1.1 ${answer.status} \r\n${headers.join("")}content-length: ${capture.bytes.length}\r\n\r\n`
  return Buffer.concat([Buffer.from(head, "latin1"), capture.bytes])
}

function packedRecord(lines: readonly string[], contentType: string, body: Uint8Array): Uint8Array {
  const head = [
    "WARC/1.1",
    ...lines,
    `Content-Type: ${contentType}`,
    `Content-Length: ${body.length}`,
    "",
    "",
  ]
  return gzipSync(Buffer.concat([Buffer.from(head.join("\r\n")), body, Buffer.from("\r\n\r\n")]))
}

/** What the fields of the standard cannot say: other readers pass these over, and ours gives the capture back as it was. */
function ownFields(capture: Capture): readonly string[] {
  const { kind, name, capturedAt, answer } = capture
  const way = (answer?.redirectedFrom ?? []).map(
    (address, i) => `${answer!.redirectStatuses?.[i] ?? "?"}:${encodeURIComponent(address)}`,
  )
  return [
    ...(kind === "url" ? [] : [`Variorum-Source: ${kind} ${encodeURIComponent(name)}`]),
    ...(isInstant(capturedAt) ? [] : [`Variorum-Captured-At: ${encodeURIComponent(capturedAt ?? "")}`]),
    ...(way.length > 0 ? [`Variorum-Redirected-From: ${way.join(" ")}`] : []),
  ]
}

/** When the capture was made, as far as that is known to the minute in UTC; else when it was kept. */
export function dateOfRecord({ capture, addedAt }: Pick<ArchivedCapture, "capture" | "addedAt">): string {
  return isInstant(capture.capturedAt) ? capture.capturedAt! : addedAt
}

/** A file has no address of its own beyond its name. */
export function addressOfRecord(capture: Capture): string {
  if (capture.kind === "url") return capture.name.replace(lineBreaks, " ")
  return `file:///${capture.name.split("/").map(encodeURIComponent).join("/").replace(/^\/+/, "")}`
}

/** WARC dates are in UTC. */
function isInstant(time: string | null): boolean {
  return time !== null && /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/.test(time)
}

/** A UUID (version 8, RFC 9562) out of a hash: the same capture has the same identifier in every export. */
function identifier(hash: string): string {
  const hex = `${hash.slice(0, 12)}8${hash.slice(13, 16)}a${hash.slice(17, 32)}`
  return `<urn:uuid:${hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")}>`
}
