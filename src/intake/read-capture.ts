import { sha256Hex } from "../base/index.ts"
import type { Capture } from "./capture.ts"
import { binaryKind, decodeBytes } from "./decode-bytes.ts"
import type { DocumentContent, IntakeGap, SourceDocument } from "./document.ts"
import { withoutArchiveMarks } from "./memento-page.ts"
import { type Feed, readJsonFeed, readXmlFeed } from "./read-feed.ts"
import { jsonDocument } from "./read-json.ts"
import { isRedirectCapture, type Redirect, redirectsOf } from "./redirects.ts"
import { type ContentKind, sniffKind } from "./sniff-kind.ts"

/** Documents and what gave none, each in the order of the bytes, and the redirects that the capture shows. */
export interface IntakeReading {
  readonly documents: readonly SourceDocument[]
  readonly gaps: readonly IntakeGap[]
  readonly redirects: readonly Redirect[]
}

export interface IntakeLimits {
  /** A page or text over this is refused; no report comes near it. */
  readonly documentBytesMax: number
  /** A container of many documents over this is refused. */
  readonly containerBytesMax: number
  readonly documentsMax: number
}

export const intakeLimits: IntakeLimits = {
  documentBytesMax: 32 << 20,
  containerBytesMax: 256 << 20,
  documentsMax: 1_000_000,
}

/**
 * The documents in one capture. Bad input gives gaps, never an exception; a container gives what can be read of it
 * and a gap for each member that cannot. The text of a plain-text file is the decoded file unchanged, without a
 * byte order mark. A redirect has neither documents nor gaps.
 */
export function readCapture(capture: Capture, limits: IntakeLimits = intakeLimits): IntakeReading {
  const reading = new Reading(capture, limits)
  const { bytes } = capture
  if (isRedirectCapture(capture)) return reading.finish()
  if (bytes.length > limits.containerBytesMax) return reading.refuse("too-large", sizeText(bytes.length))
  if (bytes.length === 0) return reading.refuse("empty", null)
  const binary = binaryKind(bytes)
  if (binary !== null) return reading.refuse("binary", binary === "not text" ? null : `it is ${binary}`)
  const media = /^(image|audio|video)\//i.exec(capture.mediaType ?? "")?.[1]?.toLowerCase()
  if (media && !looksMarkup(bytes)) return reading.refuse("binary", `it was served as ${mediaNames[media]}`)
  const { text } = decodeBytes(bytes, { transport: capture.charset, markup: looksMarkup(bytes) })
  if (isBlank(text)) return reading.refuse("empty", null)
  readers[sniffKind(capture, text)](reading, text)
  return reading.finish()
}

/** Pages are often served under a wrong name, but no text is served as one of these. */
const mediaNames: Readonly<Record<string, string>> = {
  image: "an image",
  audio: "sound",
  video: "a video",
}

/** What a reader of one kind fills. */
class Reading {
  readonly capture: Capture
  readonly limits: IntakeLimits
  private readonly documents: SourceDocument[] = []
  private readonly gaps: IntakeGap[] = []
  constructor(capture: Capture, limits: IntakeLimits) {
    this.capture = capture
    this.limits = limits
  }

  /** True while more members may be added. */
  get open(): boolean {
    return this.documents.length + this.gaps.length < this.limits.documentsMax
  }

  add(id: string | null, member: string | null, bytes: string | Uint8Array, content: DocumentContent): void {
    const { kind, name, capturedAt } = this.capture
    this.documents.push({ id, source: { kind, name, member, sha256: sha256Hex(bytes), capturedAt }, content })
  }

  addGap(member: string | null, kind: IntakeGap["kind"], detail: string | null): void {
    this.gaps.push({ name: this.capture.name, member, kind, detail })
  }

  refuse(kind: IntakeGap["kind"], detail: string | null): IntakeReading {
    this.addGap(null, kind, detail)
    return this.finish()
  }

  finish(): IntakeReading {
    return { documents: this.documents, gaps: this.gaps, redirects: redirectsOf(this.capture) }
  }
}

type Reader = (reading: Reading, text: string) => void

const readers: Readonly<Record<ContentKind, Reader>> = {
  html: (reading, html) => {
    const { siteTexts, answer, name } = reading.capture
    const original = answer?.mementoOf
    readWhole(reading, {
      kind: "html",
      html: original === undefined ? html : withoutArchiveMarks(html, name, original),
      url: addressOf(reading.capture),
      ...(siteTexts ? { siteTexts } : {}),
    })
  },
  markdown: (reading, text) => readWhole(reading, { kind: "text", text, markdown: true }),
  text: (reading, text) => readWhole(reading, { kind: "text", text, markdown: false }),
  json: readJson,
  "json-lines": readJsonLines,
  xml: readXml,
}

function readWhole(reading: Reading, content: DocumentContent): void {
  const { bytes } = reading.capture
  if (bytes.length > reading.limits.documentBytesMax)
    reading.addGap(null, "too-large", sizeText(bytes.length))
  else reading.add(null, null, bytes, content)
}

/** One object, an array of them, or, where that is no JSON as a whole, one object a line. */
function readJson(reading: Reading, text: string): void {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    if (/^\s*\{.*\}[ \t]*\r?\n\s*\{/.test(text.slice(0, 1 << 20))) readJsonLines(reading, text)
    else reading.addGap(null, "bad-json", syntaxFault(error))
    return
  }
  const feed = readJsonFeed(value)
  if (feed) {
    addFeed(reading, feed)
    return
  }
  if (!Array.isArray(value)) {
    addJsonValue(reading, value, null, reading.capture.bytes)
    return
  }
  for (const [index, item] of value.entries()) {
    if (!reading.open) {
      reading.addGap(null, "too-large", tooManyText(reading.limits))
      return
    }
    addJsonValue(reading, item, `item ${index + 1}`, JSON.stringify(item))
  }
}

function readXml(reading: Reading, text: string): void {
  const feed = readXmlFeed(text)
  if (feed) addFeed(reading, feed)
  else if (/<(urlset|sitemapindex)\b/.test(text.slice(0, 4096)))
    reading.addGap(
      null,
      "unsupported",
      "it is a list of addresses; give its own address to have them fetched",
    )
  else reading.addGap(null, "unsupported", "it is XML and no feed")
}

/** The entries of a feed that carry their text; one that carries only a summary is read as what it is. */
function addFeed(reading: Reading, feed: Feed): void {
  for (const [index, entry] of feed.entries.entries()) {
    const member = `entry ${index + 1}`
    if (entry.text === null || entry.text === "") {
      reading.addGap(member, "no-text", entry.url)
      continue
    }
    const { url, title, authors: bylines, published, modified, language, text } = entry
    const fields = { text, url, title, bylines, published, modified, outlet: feed.title, language }
    reading.add(null, member, JSON.stringify(fields), { kind: "fields", fields })
  }
  if (feed.cut) reading.addGap(null, "too-large", "only the entries before that were read")
  if (feed.entries.length === 0) reading.addGap(null, "no-text", "the feed has no entries")
}

function readJsonLines(reading: Reading, text: string): void {
  let number = 0
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start)
    const end = newline < 0 ? text.length : newline
    const line = text.slice(start, end).trim()
    start = end + 1
    number++
    if (line === "") continue
    if (!reading.open) {
      reading.addGap(null, "too-large", tooManyText(reading.limits))
      return
    }
    const member = `line ${number}`
    try {
      addJsonValue(reading, JSON.parse(line), member, line)
    } catch (error) {
      reading.addGap(member, "bad-json", syntaxFault(error))
    }
  }
}

function addJsonValue(
  reading: Reading,
  value: unknown,
  member: string | null,
  bytes: string | Uint8Array,
): void {
  const document = jsonDocument(value)
  if (document === null) reading.addGap(member, "no-text", null)
  else if (bytes.length > reading.limits.documentBytesMax)
    reading.addGap(member, "too-large", sizeText(bytes.length))
  else reading.add(document.id, member, bytes, document.content)
}

/** Where the parser stopped, without the quoted input that the engine adds. */
function syntaxFault(error: unknown): string | null {
  const at = error instanceof SyntaxError ? /at position (\d+)/.exec(error.message) : null
  return at ? `at character ${at[1]}` : null
}

/** A memento is a capture of the page that it keeps, whatever the archive calls it. */
function addressOf(capture: Capture): string | null {
  return capture.answer?.mementoOf ?? (capture.kind === "url" ? capture.name : null)
}

/** JSON and plain text have no declaration inside; a `<` near the start may be one of markup. */
function looksMarkup(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 512).includes(0x3c)
}

function isBlank(text: string): boolean {
  return !/\S/.test(text)
}

function sizeText(bytes: number): string {
  return `${Math.ceil(bytes / (1 << 20))} MiB`
}

function tooManyText(limits: IntakeLimits): string {
  return `more than ${limits.documentsMax} documents`
}
