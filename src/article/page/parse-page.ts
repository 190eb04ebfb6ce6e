import { decodeHTML, decodeHTMLAttribute } from "entities"
import { NameTable, nextNameHash } from "./name-table.ts"
import { OpenElements } from "./open-elements.ts"
import { noAttributes, PageAttributes, type PageLimits, type PageTree, pageLimits } from "./page-tree.ts"
import { tagTable, tagTrait, traitsOfTag } from "./tag-traits.ts"

type AttributeName = keyof PageAttributes

const attributeTable = new NameTable(Object.keys(noAttributes))
const tagOf = (name: string): number => tagTable.indexOf(name)
const metaTag = tagOf("meta")
const linkTag = tagOf("link")
const abbrTag = tagOf("abbr")
const htmlTag = tagOf("html")
const bodyTag = tagOf("body")
const titleTag = tagOf("title")
const scriptTag = tagOf("script")
const styleTag = tagOf("style")
const svgTag = tagOf("svg")
const templateTag = tagOf("template")
const noscriptTag = tagOf("noscript")
const plaintextTag = tagOf("plaintext")

/** A `noscript` longer than this is a page for those without scripts, not a picture's. */
const noscriptCharactersMin = 1500
const titleCharactersMax = 2000
const linkedDataMax = 30
const metaValuesMax = 20
const itemTypesMax = 60
const tagCharactersMax = 40

/**
 * The tree of a page, read as a browser would where extraction can tell the difference, in one pass and in bounded
 * time and memory: nesting deeper than a limit is flattened, and a page larger than one is cut. A scanner of our own,
 * since tokenising with htmlparser2 alone took as long as this whole stage may (see bench/extract.bench.ts).
 */
export function parsePage(html: string, limits: PageLimits = pageLimits): PageTree {
  return new Scanner(html, limits).read()
}

class Scanner {
  private readonly html: string
  private readonly limits: PageLimits
  private readonly elements: OpenElements
  private at = 0
  /** Where the end tag of each opaque tag was last found; past the page's end where it has no more. */
  private readonly endOfTag = new Map<number, number>()
  private readonly linkedData: string[] = []
  private readonly meta = new Map<string, string[]>()
  private readonly links = new Map<string, string>()
  private readonly itemTypes = new Set<string>()
  private titleText: string | null = null
  private language: string | null = null

  constructor(html: string, limits: PageLimits) {
    this.html = html.length > limits.charactersMax ? html.slice(0, limits.charactersMax) : html
    this.limits = limits
    this.elements = new OpenElements(limits.depthMax)
  }

  read(): PageTree {
    const { html, elements } = this
    let search = 0
    while (this.at < html.length && elements.count < this.limits.elementsMax) {
      const open = html.indexOf("<", search)
      if (open < 0) {
        this.addText(this.at, html.length)
        this.at = html.length
        break
      }
      search = open + 1
      const next = html.charCodeAt(search)
      const isClose = next === 47
      if (isLetter(isClose ? html.charCodeAt(open + 2) : next)) {
        this.addText(this.at, open)
        if (isClose) this.readCloseTag(open + 2)
        else this.readOpenTag(search)
      } else if ((isClose && search + 1 < html.length) || next === 33 || next === 63) {
        this.addText(this.at, open)
        this.at = this.endOfComment(open)
      } else continue
      search = this.at
    }
    const { linkedData, meta, links, itemTypes, titleText, language } = this
    const cut = this.at < html.length || html.length === this.limits.charactersMax
    return { root: elements.root, linkedData, meta, links, itemTypes, titleText, language, cut }
  }

  private addText(start: number, end: number): void {
    const { html } = this
    let at = start
    while (at < end && html.charCodeAt(at) <= 32) at++
    if (at < end) this.elements.addText(decoded(html.slice(start, end)))
    else if (start < end) this.elements.addText(" ")
  }

  /** Where the comment, declaration or broken end tag that begins at `open` ends. */
  private endOfComment(open: number): number {
    const { html } = this
    if (!html.startsWith("<!--", open)) return this.after(">", open)
    if (html.startsWith(">", open + 4)) return open + 5
    if (html.startsWith("->", open + 4)) return open + 6
    for (let dashes = html.indexOf("--", open + 4); dashes >= 0; dashes = html.indexOf("--", dashes + 1)) {
      if (html.startsWith(">", dashes + 2)) return dashes + 3
      if (html.startsWith("!>", dashes + 2)) return dashes + 4
    }
    return html.length
  }

  /** The place behind the next `mark`, or the page's end. */
  private after(mark: string, from: number): number {
    const found = this.html.indexOf(mark, from)
    return found < 0 ? this.html.length : found + mark.length
  }

  /** The number of the tag whose name begins at `start`, 0 when it is none that we know; goes on to the name's end. */
  private readTagName(start: number): number {
    const { html } = this
    let at = start
    let hash = NameTable.hashSeed
    for (; at < html.length; at++) {
      const unit = html.charCodeAt(at)
      if (unit <= 32 || unit === 47 || unit === 62) break
      hash = nextNameHash(hash, unit)
    }
    this.at = at
    return tagTable.find(html, start, at, hash)
  }

  private readOpenTag(start: number): void {
    const { html } = this
    const tag = this.readTagName(start)
    const nameEnd = this.at
    const attributes = this.readAttributes(tag)
    if (attributes === null) return
    const { itemtype } = attributes
    if (itemtype !== undefined && this.itemTypes.size < itemTypesMax)
      this.itemTypes.add(itemtype.slice(itemtype.lastIndexOf("/") + 1))
    if (tag === metaTag) this.noteMeta(attributes)
    else if (tag === linkTag) this.noteLink(attributes)
    else if ((tag === htmlTag || tag === bodyTag) && attributes.lang) this.language ??= attributes.lang
    if ((traitsOfTag[tag]! & tagTrait.opaque) !== 0 && this.skipOpaque(tag, attributes)) return
    this.elements.open(tag, tag === 0 ? unknownTag(html, start, nameEnd) : tagTable.names[tag]!, attributes)
    if (tag !== plaintextTag) return
    this.addText(this.at, html.length)
    this.at = html.length
  }

  private readCloseTag(start: number): void {
    const { html } = this
    const tag = this.readTagName(start)
    const nameEnd = this.at
    if (html.charCodeAt(nameEnd) === 62) this.at++
    else if (this.readAttributes(tag) === null) return
    this.elements.close(tag, tag === 0 ? unknownTag(html, start, nameEnd) : tagTable.names[tag]!)
  }

  /** The attributes up to the end of the tag, or null when the page ends before it. */
  private readAttributes(tag: number): Readonly<PageAttributes> | null {
    const { html } = this
    let kept: PageAttributes | null = null
    let at = this.at
    for (;;) {
      let unit = html.charCodeAt(at)
      while (unit <= 32 || unit === 47) unit = html.charCodeAt(++at)
      if (unit === 62) {
        this.at = at + 1
        return kept ?? noAttributes
      }
      if (Number.isNaN(unit)) {
        this.at = html.length
        return null
      }
      const start = at
      let hash = NameTable.hashSeed
      do {
        hash = nextNameHash(hash, unit)
        unit = html.charCodeAt(++at)
      } while (unit > 32 && unit !== 61 && unit !== 62 && unit !== 47)
      const nameEnd = at
      while (unit <= 32) unit = html.charCodeAt(++at)
      let valueStart = nameEnd
      let valueEnd = nameEnd
      if (unit === 61) {
        unit = html.charCodeAt(++at)
        while (unit <= 32) unit = html.charCodeAt(++at)
        if (unit === 34 || unit === 39) {
          valueStart = at + 1
          valueEnd = html.indexOf(unit === 34 ? '"' : "'", valueStart)
          if (valueEnd < 0) valueEnd = html.length
          at = valueEnd + 1
        } else {
          valueStart = at
          while (unit > 32 && unit !== 62) unit = html.charCodeAt(++at)
          valueEnd = at
        }
      }
      const name = attributeTable.find(html, start, nameEnd, hash)
      if (name === 0) continue
      const key = attributeTable.names[name] as AttributeName
      if ((key === "href" && tag !== linkTag) || (key === "title" && tag !== abbrTag)) continue
      kept ??= new PageAttributes()
      if (kept[key] === undefined) kept[key] = this.attributeValue(valueStart, valueEnd)
    }
  }

  private attributeValue(start: number, end: number): string {
    const raw = this.html.slice(start, Math.min(end, start + this.limits.attributeCharactersMax))
    return raw.includes("&") ? decodeHTMLAttribute(raw) : raw
  }

  /** Passes over an element whose content is not read; false when it has no end, and is then read like the others. */
  private skipOpaque(tag: number, attributes: Readonly<PageAttributes>): boolean {
    const { html, at: start } = this
    const nests = tag === svgTag || tag === templateTag
    if (nests && html.charCodeAt(start - 2) === 47) return true
    if (tag === templateTag && attributes.shadowrootmode !== undefined) return false
    let end = this.endOfTag.get(tag) ?? -1
    if (end < start) {
      end = this.findEnd(tagTable.names[tag]!, nests)
      this.endOfTag.set(tag, end)
    }
    if (end === html.length) {
      if (tag !== scriptTag && tag !== styleTag) return false
      this.at = html.length
      return true
    }
    if (tag === noscriptTag && end - start > noscriptCharactersMin) return false
    this.at = this.after(">", end)
    if (tag === titleTag)
      this.titleText ??= decoded(html.slice(start, Math.min(end, start + titleCharactersMax)))
    else if (tag === scriptTag && this.linkedData.length < linkedDataMax && isLinkedData(attributes.type))
      this.linkedData.push(html.slice(start, end))
    return true
  }

  /** Where the end tag begins that belongs to the `tag` just opened, or the page's end. */
  private findEnd(tag: string, nests: boolean): number {
    const { html } = this
    const mark = nests ? "<" : "</"
    let depth = 1
    for (let open = html.indexOf(mark, this.at); open >= 0; open = html.indexOf(mark, open + 1)) {
      const isEnd = html.charCodeAt(open + 1) === 47
      if (!isTagAt(html, open + (isEnd ? 2 : 1), tag)) continue
      depth += isEnd ? -1 : 1
      if (depth === 0) return open
    }
    return html.length
  }

  private noteMeta(attributes: Readonly<PageAttributes>): void {
    const content = attributes.content
    if (content === undefined) return
    for (const key of [attributes.property, attributes.name, attributes.itemprop, attributes["http-equiv"]]) {
      if (!key) continue
      const name = key.toLowerCase()
      const known = this.meta.get(name)
      if (!known) this.meta.set(name, [content])
      else if (known.length < metaValuesMax) known.push(content)
    }
  }

  private noteLink(attributes: Readonly<PageAttributes>): void {
    const { rel, href } = attributes
    if (rel && href && !this.links.has(rel.toLowerCase())) this.links.set(rel.toLowerCase(), href)
  }
}

function decoded(raw: string): string {
  return raw.includes("&") ? decodeHTML(raw) : raw
}

function unknownTag(html: string, start: number, end: number): string {
  return html.slice(start, Math.min(end, start + tagCharactersMax)).toLowerCase()
}

function isLinkedData(type: string | undefined): boolean {
  return type !== undefined && /ld\+json/i.test(type)
}

/** True when the name `tag`, whatever its case, stands at `at` and ends there. */
function isTagAt(html: string, at: number, tag: string): boolean {
  for (let i = 0; i < tag.length; i++) if ((html.charCodeAt(at + i) | 32) !== tag.charCodeAt(i)) return false
  const next = html.charCodeAt(at + tag.length)
  return next <= 32 || next === 47 || next === 62
}

function isLetter(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90)
}
