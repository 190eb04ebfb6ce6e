import { createHash } from "node:crypto"
import { sha256Hex } from "../base/index.ts"
import type { Capture, CapturedAnswer, IntakeGap } from "../intake/index.ts"
import { contentTypeOf, type HttpResponse } from "./http-message.ts"

/** A capture whose bytes a web archive keeps in the record of another (`revisit`, ISO 28500, 6.7). */
export interface RepeatedPage {
  readonly seen: Pick<Capture, "kind" | "name" | "capturedAt" | "recordId">
  /** What the server said this time, or null where the record has nothing of it. */
  readonly head: Pick<HttpResponse, "status" | "headers"> | null
  readonly refersTo: CaptureReference
}

/** A capture as another record names it; null where it does not say. */
export interface CaptureReference {
  readonly recordId: string | null
  readonly address: string | null
  /** ISO 8601. */
  readonly at: string | null
  /** `sha1:` or another algorithm, and the digest. */
  readonly digest: string | null
}

export function referenceOf(headers: ReadonlyMap<string, string>): CaptureReference {
  return {
    recordId: headers.get("warc-refers-to") ?? null,
    address: withoutBrackets(headers.get("warc-refers-to-target-uri")),
    at: headers.get("warc-refers-to-date") ?? null,
    digest: headers.get("warc-payload-digest") ?? null,
  }
}

function ownReference(headers: ReadonlyMap<string, string>): CaptureReference {
  return {
    recordId: headers.get("warc-record-id") ?? null,
    address: withoutBrackets(headers.get("warc-target-uri")),
    at: headers.get("warc-date") ?? null,
    digest: headers.get("warc-payload-digest") ?? null,
  }
}

/** Some crawlers write the address between angle brackets. */
export function withoutBrackets(address: string | undefined): string | null {
  return address?.replace(/^<(.*)>$/, "$1") ?? null
}

/** By what a capture is found, the surest first. Crawlers write one time in more digits here than there. */
function keysOf({ recordId, address, at, digest }: CaptureReference): readonly string[] {
  return [
    ...(recordId === null ? [] : [`id ${recordId}`]),
    ...(address === null || at === null ? [] : [`at ${at.slice(0, 19)} ${address}`]),
    ...(digest === null ? [] : [`digest ${digestKey(digest)}`]),
  ]
}

function digestKey(digest: string): string {
  return digest.toUpperCase().replace(/=+$/, "")
}

/** A file that can be read again. `name` is what its user calls it. */
export interface WarcFile {
  readonly path: string
  readonly name: string
}

/** Captures whose places are remembered, by up to three keys each, and what is held of those that repeat one. */
const keysMax = 1_000_000
const heldCharactersMax = 32 << 20

/**
 * The repeated pages of some files, and where the captures are that they repeat. No bytes are held: what was seen in
 * one pass through the files is found in a second one, through those files alone that hold something of it.
 */
export class WarcRepeats {
  /** By the digest of a key, the file that holds its capture first. */
  readonly #places = new Map<number, number>()
  readonly #files: WarcFile[] = []
  readonly #wanted = new Map<string, Set<RepeatedPage>>()
  readonly #left = new Set<RepeatedPage>()
  #heldCharacters = 0

  noteOriginal(headers: ReadonlyMap<string, string>, file: WarcFile): void {
    if (this.#files.at(-1) !== file) this.#files.push(file)
    for (const key of keysOf(ownReference(headers))) {
      const digest = numberOf(key)
      if (this.#places.size < keysMax && !this.#places.has(digest))
        this.#places.set(digest, this.#files.length - 1)
    }
  }

  /** False where too many are held already. */
  add(page: RepeatedPage): boolean {
    let characters = 500
    for (const [name, value] of page.head?.headers ?? []) characters += name.length + value.length
    if (this.#heldCharacters + characters > heldCharactersMax) return false
    this.#heldCharacters += characters
    this.#left.add(page)
    for (const key of keysOf(page.refersTo)) {
      const pages = this.#wanted.get(key)
      if (pages) pages.add(page)
      else this.#wanted.set(key, new Set([page]))
    }
    return true
  }

  /** The files in which something of what is left will be found, in the order in which they were read. */
  filesWanted(): readonly WarcFile[] {
    const places = new Set<number>()
    for (const { refersTo } of this.#left)
      for (const key of keysOf(refersTo)) {
        const place = this.#places.get(numberOf(key))
        if (place !== undefined) places.add(place)
      }
    return [...new Set([...places].sort((a, b) => a - b).map((place) => this.#files[place]!))]
  }

  /** Whether the record of those headers may be one that is asked for. */
  isWanted(headers: ReadonlyMap<string, string>): boolean {
    return keysOf(ownReference(headers)).some((key) => this.#wanted.has(key))
  }

  /**
   * Takes the pages that repeat `original`, whose record has those headers and `body`. Where two digests are given and
   * unlike, it is another page whatever its place; where nothing but a digest leads to it, the digest is held against
   * the bytes.
   */
  take(headers: ReadonlyMap<string, string>, body: Uint8Array, original: Capture): readonly Capture[] {
    const own = ownReference(headers)
    const taken: Capture[] = []
    for (const key of keysOf(own)) {
      const pages = this.#wanted.get(key)
      if (pages === undefined || pages.size === 0) continue
      const isProved =
        !key.startsWith("digest ") || [body, original.bytes].some((bytes) => isDigestOf(own.digest!, bytes))
      for (const page of isProved ? pages : []) {
        if (areUnlike(own.digest, page.refersTo.digest)) continue
        for (const other of keysOf(page.refersTo)) this.#wanted.get(other)?.delete(page)
        this.#left.delete(page)
        taken.push(repeatedCapture(page, original))
      }
    }
    return taken
  }

  left(): ReadonlySet<RepeatedPage> {
    return this.#left
  }
}

/** 48 bits of a digest: among a million keys two are the same once in hundreds of runs, and cost one look too many. */
function numberOf(key: string): number {
  return Number.parseInt(sha256Hex(key).slice(0, 12), 16)
}

function areUnlike(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false
  const [x, y] = [digestKey(a), digestKey(b)]
  return x.split(":")[0] === y.split(":")[0] && x.length === y.length && x !== y
}

const algorithms: Readonly<Record<string, string>> = { SHA1: "sha1", SHA256: "sha256", MD5: "md5" }

function isDigestOf(digest: string, bytes: Uint8Array): boolean {
  const [, name, value] = /^([A-Z0-9-]+):([A-Z0-9]+)$/.exec(digestKey(digest)) ?? []
  const algorithm = algorithms[name?.replace("-", "") ?? ""]
  if (algorithm === undefined) return false
  const made = createHash(algorithm).update(bytes).digest()
  return value === made.toString("hex").toUpperCase() || value === base32(made)
}

/** RFC 4648, without the signs at the end. */
function base32(bytes: Uint8Array): string {
  let [text, bits, held] = ["", 0, 0]
  for (const byte of bytes) {
    held = (held << 8) | byte
    for (bits += 8; bits >= 5; bits -= 5)
      text += "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[(held >> (bits - 5)) & 31]
    held &= (1 << bits) - 1
  }
  return bits === 0 ? text : text + "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[(held << (5 - bits)) & 31]
}

/**
 * The capture that `page` is, with the bytes of `original`. A server that said that nothing has changed (304) said so
 * of an answer: its headers stand, those that it gave anew (RFC 9111, 3.2).
 */
export function repeatedCapture({ seen, head }: RepeatedPage, original: Capture): Capture {
  const { bytes, mediaType, charset } = original
  if (head === null)
    return { ...seen, bytes, mediaType, charset, ...(original.answer ? { answer: original.answer } : {}) }
  const said = contentTypeOf(head.headers.get("content-type"))
  const own = said.mediaType === null ? { mediaType, charset } : said
  return { ...seen, bytes, ...own, answer: answerOf(head, original.answer) }
}

function answerOf(
  { status, headers }: NonNullable<RepeatedPage["head"]>,
  before: CapturedAnswer | undefined,
): CapturedAnswer {
  if (status !== 304) return { status, headers: [...headers] }
  return { status: before?.status ?? 200, headers: [...new Map([...(before?.headers ?? []), ...headers])] }
}

/** What is missing where the bytes of a repeated page are not at hand. */
export function repeatGap({ seen, refersTo: { address, at, recordId } }: RepeatedPage): IntakeGap {
  const place = address === null ? recordId : address === seen.name ? "it" : address
  const time = at === null ? "" : ` at ${at}`
  const detail = place === null ? "the record names no other" : `it repeats ${place}${time}`
  return { name: seen.name, member: null, kind: "not-here", detail }
}
