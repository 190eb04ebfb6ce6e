import { Parser } from "htmlparser2"
import { fragmentText } from "./fragment-text.ts"

/** One entry of a feed (RSS 0.9x to 2.0, RDF, Atom, JSON Feed). Dates as printed. */
export interface FeedEntry {
  readonly url: string | null
  readonly title: string | null
  readonly authors: readonly string[]
  readonly published: string | null
  readonly modified: string | null
  readonly language: string | null
  /** The article as the feed carries it, as plain paragraphs; null where it carries none. */
  readonly text: string | null
  /** True when `text` is the entry's whole content and no summary. */
  readonly whole: boolean
}

export interface Feed {
  readonly title: string | null
  readonly entries: readonly FeedEntry[]
  /** True where it is longer, or deeper, than what is read of one. */
  readonly cut: boolean
}

/** More entries than this are not read; news feeds hold tens. */
const entriesMax = 10_000
/** Deeper than this, reading stops: no feed is, and the parser's cost grows with the square of the depth. */
const depthMax = 500

/**
 * Reads XML as a feed, or gives null where it is none. A feed that breaks off gives the entries before the break,
 * and of the last one what there is.
 */
export function readXmlFeed(xml: string): Feed | null {
  const reading = new FeedReading(() => parser.pause())
  const parser: Parser = new Parser(reading, { xmlMode: true, decodeEntities: true })
  parser.write(xml)
  parser.end()
  return reading.feed()
}

/** Reads a parsed JSON Feed (jsonfeed.org, versions 1 and 1.1), or gives null where it is none. */
export function readJsonFeed(value: unknown): Feed | null {
  if (!isObject(value) || !/^https?:\/\/jsonfeed\.org\/version\//.test(textIn(value.version) ?? ""))
    return null
  const items = Array.isArray(value.items) ? value.items.slice(0, entriesMax).filter(isObject) : []
  return {
    title: textIn(value.title),
    cut: Array.isArray(value.items) && value.items.length > entriesMax,
    entries: items.map((item) => {
      const html = textIn(item.content_html)
      const content = html === null ? textIn(item.content_text) : fragmentText(html)
      const authors = Array.isArray(item.authors) ? item.authors : [item.author]
      return {
        url: textIn(item.url) ?? textIn(item.external_url),
        title: textIn(item.title),
        authors: authors.filter(isObject).flatMap((author) => textIn(author.name) ?? []),
        published: textIn(item.date_published),
        modified: textIn(item.date_modified),
        language: textIn(item.language) ?? textIn(value.language),
        text: content ?? textIn(item.summary),
        whole: content !== null,
      }
    }),
  }
}

const feedRoots: ReadonlySet<string> = new Set(["rss", "rdf:rdf", "feed"])

/** Gathers the fields of the feed and of each entry from the parser's events: a document of any depth, in one pass. */
class FeedReading {
  private readonly path: string[] = []
  private readonly entries: Map<string, string[]>[] = []
  private readonly channel = new Map<string, string[]>()
  private entry: Map<string, string[]> | null = null
  private entryDepth = 0
  private held = ""
  private root: string | null = null
  private cut = false
  private readonly stop: () => void
  constructor(stop: () => void) {
    this.stop = stop
  }

  onopentag(name: string, attributes: Readonly<Record<string, string>>): void {
    const tag = name.toLowerCase()
    this.path.push(tag)
    this.root ??= tag
    const depth = this.path.length
    if (depth > depthMax) this.stopHere()
    if (this.entry && depth > this.entryDepth + 1) {
      // Markup inside a field: Atom's XHTML content, the parts of an author.
      this.held += `<${tag}>`
      return
    }
    this.held = ""
    if (tag === "item" || tag === "entry") {
      if (this.entries.length >= entriesMax) this.cut = true
      if (this.entry || this.cut) return
      this.entry = new Map()
      this.entryDepth = depth
      this.entries.push(this.entry)
    } else if (tag === "link" && attributes.href && (attributes.rel ?? "alternate") === "alternate")
      this.keep("link", attributes.href)
    const language = attributes["xml:lang"]
    if (language !== undefined) this.keep("language", language)
  }

  private stopHere(): void {
    this.cut = true
    this.stop()
  }

  ontext(text: string): void {
    this.held += this.entry && this.path.length > this.entryDepth + 1 ? escaped(text) : text
  }

  onclosetag(name: string): void {
    const tag = name.toLowerCase()
    const depth = this.path.length
    this.path.pop()
    if (this.entry && depth > this.entryDepth + 1) {
      this.held += `</${tag}>`
      return
    }
    if (this.entry && depth === this.entryDepth) this.entry = null
    else if (this.held.trim() !== "") this.keep(tag, this.held.trim())
    this.held = ""
  }

  feed(): Feed | null {
    if (this.root === null || !feedRoots.has(this.root)) return null
    const language = first(this.channel, ["language", "dc:language"])
    return {
      title: plain(first(this.channel, ["title"])),
      cut: this.cut,
      entries: this.entries.map((fields) => entryOf(fields, language)),
    }
  }

  private keep(field: string, value: string): void {
    const fields = this.entry ?? this.channel
    const values = fields.get(field)
    if (values) values.push(value)
    else fields.set(field, [value])
  }
}

function entryOf(fields: ReadonlyMap<string, readonly string[]>, language: string | null): FeedEntry {
  const content = first(fields, ["content:encoded", "content"])
  const summary = first(fields, ["description", "summary"])
  const names = [...(fields.get("dc:creator") ?? []), ...(fields.get("author") ?? [])]
  return {
    url: first(fields, ["link"]) ?? first(fields, ["guid", "id"])?.match(/^https?:\S+$/)?.[0] ?? null,
    title: plain(first(fields, ["title"])),
    authors: [...new Set(names.flatMap(authorName))],
    published: first(fields, ["pubdate", "published", "dc:date", "issued"]),
    modified: first(fields, ["atom:updated", "updated", "dcterms:modified"]),
    language: first(fields, ["language", "dc:language"]) ?? language,
    text: (content ?? summary) === null ? null : fragmentText((content ?? summary)!),
    whole: content !== null,
  }
}

/** Atom names an author in a tag of its own; RSS asks for `a@b.example (Name)`. */
function authorName(value: string): readonly string[] {
  const name =
    /<name>([^<]*)<\/name>/.exec(value)?.[1] ?? /^\S+@\S+\s+\((.+)\)$/.exec(value)?.[1] ?? plain(value) ?? ""
  const trimmed = name.trim()
  return trimmed === "" || trimmed.includes("@") ? [] : [trimmed]
}

function first(fields: ReadonlyMap<string, readonly string[]>, names: readonly string[]): string | null {
  for (const name of names) {
    const value = fields.get(name)?.[0]
    if (value !== undefined) return value
  }
  return null
}

/** A title may be escaped HTML. */
function plain(value: string | null): string | null {
  const text = value === null ? "" : fragmentText(value).replace(/\s+/g, " ")
  return text === "" ? null : text
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")
}

function textIn(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
