import { sniffEncoding } from "./sniff-encoding.ts"

/** Text out of bytes, with the encoding that was used, so that a reader can tell a guess from a declaration. */
export interface DecodedText {
  /** Without the byte order mark. What could not be decoded stands as U+FFFD. */
  readonly text: string
  /** The WHATWG name of the encoding. */
  readonly encoding: string
}

export interface EncodingHints {
  /** What the transport declared, or null. */
  readonly transport: string | null
  /** True when a `<meta charset>` or an XML declaration in the bytes may be believed. */
  readonly markup: boolean
}

/** How far into a page a declaration of its encoding is looked for: beyond the 1024 bytes that HTML asks for. */
const declarationBytesMax = 4096

/**
 * Decodes `bytes` by, in this order: byte order mark, the shape of UTF-16, UTF-8 where the bytes are valid and
 * not plain ASCII, the transport's declaration, the markup's, UTF-8 with few faults, the likeliest by its bytes.
 * Valid UTF-8 goes before a declaration of Latin-1, since pages that declare it wrongly are common and Latin-1
 * prose that happens to be valid UTF-8 is not.
 */
export function decodeBytes(bytes: Uint8Array, hints: EncodingHints): DecodedText {
  const marked = encodingOfMark(bytes)
  if (marked) return decodeAs(marked, bytes)
  const wide = encodingOfZeros(bytes)
  if (wide) return decodeAs(wide, bytes)
  const head = hints.markup ? headOf(bytes) : ""
  const declared = knownEncoding(hints.transport) ?? knownEncoding(declaredInMarkup(head))
  const strict = decodeStrict("utf-8", bytes)
  if (strict !== null) {
    const singleByte = declared === null || declared === "utf-8" || declared === "windows-1252"
    if (singleByte || strict.length !== bytes.length || declared.startsWith("utf-16"))
      return { text: strict, encoding: "utf-8" }
  }
  if (declared?.startsWith("utf-16") && knownEncoding(hints.transport) === declared) {
    const text = decodeStrict(declared, bytes)
    if (text !== null) return { text, encoding: declared }
  } else if (declared !== null && declared !== "utf-8") return decodeAs(declared, bytes)
  return decodeAs(mostlyUtf8(bytes) ? "utf-8" : sniffEncoding(bytes, languageIn(head)), bytes)
}

function decodeAs(encoding: string, bytes: Uint8Array): DecodedText {
  return { text: new TextDecoder(encoding).decode(bytes), encoding }
}

function decodeStrict(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function encodingOfMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8"
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le"
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be"
  return null
}

/** UTF-16 without a mark: text in a Latin script has a zero in nearly every other byte, always on one side. */
function encodingOfZeros(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, declarationBytesMax) & ~1
  if (length < 8) return null
  let even = 0
  let odd = 0
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++
    if (bytes[i + 1] === 0) odd++
  }
  const pairs = length / 2
  if (odd > pairs * 0.4 && even < pairs * 0.05) return "utf-16le"
  if (even > pairs * 0.4 && odd < pairs * 0.05) return "utf-16be"
  return null
}

function headOf(bytes: Uint8Array): string {
  return new TextDecoder("windows-1252").decode(bytes.subarray(0, declarationBytesMax))
}

function declaredInMarkup(head: string): string | null {
  const declaration =
    /<meta\b[^>]{0,300}?\bcharset\s*=\s*["']?\s*([\w:.-]{2,40})/i.exec(head) ??
    /^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([\w:.-]{2,40})/i.exec(head)
  return declaration?.[1] ?? null
}

function languageIn(head: string): string | null {
  return /<html\b[^>]{0,300}?\blang\s*=\s*["']?\s*([a-z]{2})\b/i.exec(head)?.[1] ?? null
}

/** The WHATWG name behind a label, or null when nobody knows it. A declared UTF-16 is never one on the web. */
function knownEncoding(label: string | null): string | null {
  if (label === null) return null
  try {
    const name = new TextDecoder(label).encoding
    return name === "x-user-defined" ? "windows-1252" : name
  } catch {
    return null
  }
}

/** True when whole multi-byte sequences outnumber the faults: a damaged or cut UTF-8 text, and not Latin-1. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  let whole = 0
  let broken = 0
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes[i]!
    const length = lead < 0x80 ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0
    if (length === 1) {
      i++
      continue
    }
    let tail = 1
    while (tail < length && (bytes[i + tail]! & 0xc0) === 0x80) tail++
    if (length > 0 && tail === length) whole++
    else broken++
    i += Math.max(1, length > 0 ? tail : 1)
  }
  return whole >= broken
}

const magicNumbers: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ["a PDF file", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["a PNG image", [0x89, 0x50, 0x4e, 0x47]],
  ["a JPEG image", [0xff, 0xd8, 0xff]],
  ["a GIF image", [0x47, 0x49, 0x46, 0x38]],
  ["a ZIP archive or an office document", [0x50, 0x4b, 0x03, 0x04]],
  ["gzip-compressed", [0x1f, 0x8b]],
  ["a program", [0x7f, 0x45, 0x4c, 0x46]],
  ["a TIFF image", [0x49, 0x49, 0x2a, 0x00]],
  ["a TIFF image", [0x4d, 0x4d, 0x00, 0x2a]],
  ["a video file", [0x1a, 0x45, 0xdf, 0xa3]],
  ["a sound file", [0x49, 0x44, 0x33, 0x03]],
  ["a sound file", [0x49, 0x44, 0x33, 0x04]],
]

/** Of ISO media files (MP4, HEIC, AVIF) the first four bytes are a length. */
const mediaBoxes = [0x66, 0x74, 0x79, 0x70] as const

/** What kind of file the bytes are if they are no text, or null when they may be text in some encoding. */
export function binaryKind(bytes: Uint8Array): string | null {
  for (const [name, magic] of magicNumbers)
    if (magic.every((byte, index) => bytes[index] === byte)) return name
  if (bytes[0] === 0 && mediaBoxes.every((byte, index) => bytes[index + 4] === byte))
    return "an image, sound or video file"
  if (encodingOfMark(bytes)) return null
  const wide = encodingOfZeros(bytes)
  if (wide !== null) return hasControls(bytes, wide === "utf-16le" ? 0 : 1, 2) ? "not text" : null
  return hasControls(bytes, 0, 1) ? "not text" : null
}

/** Whether too many of every `step`th byte are signs that no text has. */
function hasControls(bytes: Uint8Array, first: number, step: number): boolean {
  const length = Math.min(bytes.length, 1 << 16)
  let controls = 0
  for (let i = first; i < length; i += step) {
    const byte = bytes[i]!
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++
  }
  return controls > (length / step) * 0.05
}
