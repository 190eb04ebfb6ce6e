/** What a page looked like at some time, in a web archive. */
export interface Memento {
  /** Where the archive keeps it. */
  readonly address: string
  /** ISO 8601 in UTC, to the second. */
  readonly at: string
}

/** All that a web archive says it has of one page (RFC 7089). */
export interface TimeMap {
  /** The address of the page itself. */
  readonly original: string
  /** The earliest first, each address once. */
  readonly mementos: readonly Memento[]
  /** Addresses of further parts of the same map. */
  readonly further: readonly string[]
  /** True where the map is longer than what is read of one. */
  readonly cut: boolean
}

/** More mementos than this are not read; archives cut their maps at about as many. */
const mementosMax = 20_000
const linkCharsMax = 10_000

/**
 * Reads a TimeMap as links (`application/link-format`, RFC 7089 section 5, RFC 6690) or as the JSON that archives
 * serve beside it. Null where the text is neither, or names no original.
 */
export function readTimeMap(text: string): TimeMap | null {
  const head = text.slice(0, 200).trimStart()
  if (head.startsWith("<")) return /^<[^<>\s"]+>\s*;/.test(head) ? linkMap(text) : null
  return head.startsWith("{") && text.includes('"original_uri"') ? jsonMap(text) : null
}

function linkMap(text: string): TimeMap | null {
  const map = new MapReading()
  for (const { address, attributes } of linksIn(text)) {
    const relations = (attributes.get("rel") ?? "").toLowerCase().split(/\s+/)
    if (relations.includes("original")) map.original ??= address
    else if (relations.includes("memento")) map.add(address, attributes.get("datetime"))
    else if (relations.includes("timemap") && !relations.includes("self")) map.further.push(address)
  }
  return map.finished()
}

interface Link {
  readonly address: string
  readonly attributes: ReadonlyMap<string, string>
}

/**
 * The links of a text in link format: `<address>; name="value"; name=value, <address>…`. A comma inside an address or
 * between quotation marks parts nothing. What is no link ends the reading.
 */
function* linksIn(text: string): Generator<Link> {
  const space = /[\s,]*/y
  const opened = /<([^<>]*)>/y
  const attribute = /\s*;\s*([\w!#$&+.^`|~*-]+)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]*)))?/y
  for (let at = 0; at < text.length; ) {
    space.lastIndex = at
    space.exec(text)
    opened.lastIndex = space.lastIndex
    const address = opened.exec(text)
    if (!address || address[0].length > linkCharsMax) return
    at = opened.lastIndex
    const attributes = new Map<string, string>()
    for (;;) {
      attribute.lastIndex = at
      const match = attribute.exec(text)
      if (!match) break
      at = attribute.lastIndex
      const value = match[2] === undefined ? (match[3] ?? "") : match[2].replace(/\\(.)/g, "$1")
      const name = match[1]!.toLowerCase()
      if (!attributes.has(name)) attributes.set(name, value)
    }
    yield { address: address[1]!.trim(), attributes }
  }
}

function jsonMap(text: string): TimeMap | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  const top = fieldsOf(value)
  const map = new MapReading()
  if (typeof top.original_uri === "string") map.original = top.original_uri
  const list = fieldsOf(top.mementos).list
  for (const item of Array.isArray(list) ? list : []) {
    const { uri, datetime } = fieldsOf(item)
    if (typeof uri === "string") map.add(uri, typeof datetime === "string" ? datetime : undefined)
  }
  const parts = Array.isArray(top.timemap_index) ? top.timemap_index : []
  for (const part of parts) {
    const { uri } = fieldsOf(part)
    if (typeof uri === "string") map.further.push(uri)
  }
  return map.finished()
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
}

class MapReading {
  original: string | null = null
  readonly further: string[] = []
  private readonly mementos = new Map<string, string>()
  private cut = false

  /** A memento without a time that can be read is none. */
  add(address: string, datetime: string | undefined): void {
    const at = mementoTime(datetime)
    if (at === null || !isAddress(address) || this.mementos.has(address)) return
    if (this.mementos.size < mementosMax) this.mementos.set(address, at)
    else this.cut = true
  }

  finished(): TimeMap | null {
    if (this.original === null || !isAddress(this.original)) return null
    const mementos = [...this.mementos]
      .map(([address, at]) => ({ address, at }))
      .sort((a, b) => (a.at === b.at ? (a.address < b.address ? -1 : 1) : a.at < b.at ? -1 : 1))
    return { original: this.original, mementos, further: this.further.filter(isAddress), cut: this.cut }
  }
}

function isAddress(address: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(address)
}

const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ")

/** `Tue, 04 Mar 2031 12:05:00 GMT` (RFC 7089, 2.1.1) or ISO 8601 in UTC, as ISO 8601; null where it is neither. */
export function mementoTime(value: string | undefined): string | null {
  const http = /^\w{3}, (\d\d) (\w{3}) (\d{4}) (\d\d:\d\d:\d\d) GMT$/.exec(value?.trim() ?? "")
  const month = http ? months.indexOf(http[2]!) + 1 : 0
  if (http && month > 0) return `${http[3]}-${String(month).padStart(2, "0")}-${http[1]}T${http[4]}Z`
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.exec(value?.trim() ?? "")?.[0] ?? null
}
