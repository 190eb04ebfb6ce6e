import { decodeHTML, decodeHTMLAttribute } from "entities"
import type { PageElement, PageLimits, PageTree } from "./page-tree.ts"
import { noAttributes, pageLimits } from "./page-tree.ts"

const voidTags = new Set(
  "area base br col embed hr img input link meta param source track wbr keygen basefont bgsound frame".split(
    " ",
  ),
)
/** Elements whose content is no markup, or none that is read here. */
const opaqueTags = new Set(
  "script style noscript iframe noembed noframes xmp textarea title svg template canvas object".split(" "),
)
const inlineTags = new Set(
  "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small span strike strong sub sup time tt u var wbr".split(
    " ",
  ),
)
/** A block that begins inside an open `p` closes it. */
const closesParagraph = new Set(
  "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre section table ul".split(
    " ",
  ),
)
/** What an opening tag closes among its open siblings, and the elements that shield what stands outside them. */
const closesSibling: Readonly<
  Record<string, readonly [closed: ReadonlySet<string>, shields: ReadonlySet<string>]>
> = {
  li: [new Set(["li"]), new Set(["ul", "ol", "menu", "dir"])],
  dt: [new Set(["dt", "dd"]), new Set(["dl"])],
  dd: [new Set(["dt", "dd"]), new Set(["dl"])],
  tr: [new Set(["tr", "td", "th"]), new Set(["table"])],
  td: [new Set(["td", "th"]), new Set(["tr", "table"])],
  th: [new Set(["td", "th"]), new Set(["tr", "table"])],
  tbody: [new Set(["thead", "tbody", "tfoot", "tr", "td", "th"]), new Set(["table"])],
  thead: [new Set(["thead", "tbody", "tfoot", "tr", "td", "th"]), new Set(["table"])],
  tfoot: [new Set(["thead", "tbody", "tfoot", "tr", "td", "th"]), new Set(["table"])],
  option: [new Set(["option"]), new Set(["select", "datalist", "optgroup"])],
}
const keptAttributes = new Set(
  "class id rel role itemprop datetime content name property style hidden lang http-equiv type pubdate".split(
    " ",
  ),
)

/**
 * The tree of a page, read as a browser would where extraction can tell the difference, in one pass and in bounded
 * time and memory: nesting deeper than a limit is flattened, and a page larger than one is cut. A scanner of our own,
 * since tokenising with htmlparser2 alone took as long as this whole stage may (see bench/extract.ts).
 */
export function parsePage(html: string, limits: PageLimits = pageLimits): PageTree {
  return new Scanner(html, limits).read()
}

interface OpenElement extends PageElement {
  readonly parent: OpenElement | null
}

class Scanner {
  private readonly html: string
  private readonly limits: PageLimits
  private readonly root: OpenElement = {
    tag: "#page",
    parent: null,
    children: [],
    attributes: noAttributes,
    order: 0,
  }
  private top: OpenElement = this.root
  private depth = 0
  private elements = 1
  private headOpen = false
  private bodyOpen = false
  private at = 0
  /** Tag names whose end was looked for once and is not in the rest of the page. */
  private readonly unclosed = new Set<string>()
  private readonly linkedData: string[] = []
  private readonly meta = new Map<string, string[]>()
  private readonly links = new Map<string, string>()
  private titleText: string | null = null
  private language: string | null = null

  constructor(html: string, limits: PageLimits) {
    this.html = html.length > limits.charactersMax ? html.slice(0, limits.charactersMax) : html
    this.limits = limits
  }

  read(): PageTree {
    const { html } = this
    let search = 0
    while (this.at < html.length && this.elements < this.limits.elementsMax) {
      const open = html.indexOf("<", Math.max(search, this.at))
      if (open < 0) {
        this.addText(this.at, html.length)
        this.at = html.length
        break
      }
      const next = html.charCodeAt(open + 1)
      if (isLetter(next)) {
        this.addText(this.at, open)
        this.at = open + 1
        this.readOpenTag()
      } else if (next === 47) {
        this.addText(this.at, open)
        this.at = open + 2
        this.readCloseTag()
      } else if (next === 33 || next === 63) {
        this.addText(this.at, open)
        this.at = this.endOfComment(open)
      } else {
        search = open + 1
      }
    }
    const { root, linkedData, meta, links, titleText, language } = this
    const cut = this.at < html.length || html.length === this.limits.charactersMax
    return { root, linkedData, meta, links, titleText, language, cut }
  }

  private addText(start: number, end: number): void {
    if (start >= end) return
    const raw = this.html.slice(start, end)
    const text = raw.indexOf("&") < 0 ? raw : decodeHTML(raw)
    this.top.children.push(text)
  }

  private endOfComment(open: number): number {
    const { html } = this
    if (html.startsWith("<!--", open)) {
      if (html.startsWith("<!-->", open)) return open + 5
      const end = html.indexOf("-->", open + 4)
      return end < 0 ? html.length : end + 3
    }
    const end = html.indexOf(">", open)
    return end < 0 ? html.length : end + 1
  }

  private readName(): string {
    const { html } = this
    const start = this.at
    let upper = false
    for (; this.at < html.length; this.at++) {
      const code = html.charCodeAt(this.at)
      if (code <= 32 || code === 47 || code === 62) break
      if (code >= 65 && code <= 90) upper = true
    }
    const name = html.slice(start, Math.min(this.at, start + 40))
    return upper ? name.toLowerCase() : name
  }

  private readOpenTag(): void {
    const tag = this.readName()
    const attributes = this.readAttributes(tag)
    if (attributes === null) return
    if (tag === "meta") this.noteMeta(attributes)
    else if (tag === "link") this.noteLink(attributes)
    else if (tag === "html" || tag === "body") {
      if (attributes.lang) this.language ??= attributes.lang
      if (tag === "html" || this.bodyOpen) return
      this.bodyOpen = true
    }
    if (this.headOpen && !headTags.has(tag)) {
      this.headOpen = false
      this.popTo(this.root)
    }
    if (opaqueTags.has(tag) && this.skipOpaque(tag, attributes)) return
    this.closeImplied(tag)
    const element: OpenElement = { tag, parent: this.top, children: [], attributes, order: this.elements++ }
    this.top.children.push(element)
    if (voidTags.has(tag) || this.depth >= this.limits.depthMax) return
    if (tag === "head" && !this.bodyOpen) this.headOpen = true
    this.top = element
    this.depth++
  }

  /** The attributes up to the end of the tag, or null when the page ends before it. */
  private readAttributes(tag: string): Readonly<Record<string, string>> | null {
    const { html } = this
    let kept: Record<string, string> | null = null
    for (;;) {
      let code = html.charCodeAt(this.at)
      while (code <= 32 || code === 47) code = html.charCodeAt(++this.at)
      if (Number.isNaN(code)) return null
      if (code === 62) {
        this.at++
        return kept ?? noAttributes
      }
      const start = this.at
      while (code > 32 && code !== 61 && code !== 62 && code !== 47) code = html.charCodeAt(++this.at)
      if (this.at === start) code = html.charCodeAt(++this.at)
      const nameEnd = this.at
      while (code <= 32) code = html.charCodeAt(++this.at)
      let valueStart = nameEnd
      let valueEnd = nameEnd
      if (code === 61) {
        code = html.charCodeAt(++this.at)
        while (code <= 32) code = html.charCodeAt(++this.at)
        if (code === 34 || code === 39) {
          valueStart = this.at + 1
          const end = html.indexOf(code === 34 ? '"' : "'", valueStart)
          if (end < 0) {
            this.at = html.length
            return null
          }
          valueEnd = end
          this.at = end + 1
        } else {
          valueStart = this.at
          while (code > 32 && code !== 62) code = html.charCodeAt(++this.at)
          valueEnd = this.at
        }
      }
      if (nameEnd - start > 10) continue
      const name = html.slice(start, nameEnd).toLowerCase()
      if (!keptAttributes.has(name) && !(name === "href" && tag === "link")) continue
      kept ??= {}
      if (kept[name] === undefined) kept[name] = this.attributeValue(valueStart, valueEnd)
    }
  }

  private attributeValue(start: number, end: number): string {
    const raw = this.html.slice(start, Math.min(end, start + this.limits.attributeCharactersMax))
    return raw.indexOf("&") < 0 ? raw : decodeHTMLAttribute(raw)
  }

  private readCloseTag(): void {
    const tag = this.readName()
    const end = this.html.indexOf(">", this.at)
    this.at = end < 0 ? this.html.length : end + 1
    if (tag === "br") {
      this.top.children.push({
        tag,
        parent: this.top,
        children: [],
        attributes: noAttributes,
        order: this.elements++,
      })
      return
    }
    if (tag === "html" || tag === "body") return
    const inline = inlineTags.has(tag)
    for (let open: OpenElement | null = this.top; open && open !== this.root; open = open.parent) {
      if (open.tag === tag) {
        this.popTo(open.parent ?? this.root)
        return
      }
      if (inline && !inlineTags.has(open.tag)) return
      if (isCell(open.tag) && !tableTags.has(tag)) return
    }
  }

  private popTo(element: OpenElement): void {
    while (this.top !== element && this.top !== this.root) {
      this.top = this.top.parent ?? this.root
      this.depth--
    }
  }

  private closeImplied(tag: string): void {
    if (closesParagraph.has(tag)) {
      for (let open: OpenElement | null = this.top; open; open = open.parent) {
        if (open.tag === "p") {
          this.popTo(open.parent ?? this.root)
          return
        }
        if (!inlineTags.has(open.tag)) return
      }
      return
    }
    const rule = closesSibling[tag]
    if (!rule) return
    const [closed, shields] = rule
    let last: OpenElement | null = null
    for (let open: OpenElement | null = this.top; open && !shields.has(open.tag); open = open.parent)
      if (closed.has(open.tag)) last = open
    if (last) this.popTo(last.parent ?? this.root)
  }

  /** Passes over an element whose content is not read; false when it has no end, and is then read like the others. */
  private skipOpaque(tag: string, attributes: Readonly<Record<string, string>>): boolean {
    if (this.unclosed.has(tag)) return false
    const pattern = new RegExp(`</${tag}(?=[\\s/>])`, "gi")
    pattern.lastIndex = this.at
    const match = pattern.exec(this.html)
    if (!match) {
      this.unclosed.add(tag)
      if (tag !== "script" && tag !== "style") return false
      this.at = this.html.length
      return true
    }
    if (tag === "noscript" && match.index - this.at > noscriptCharactersMin) return false
    const start = this.at
    const close = this.html.indexOf(">", match.index)
    this.at = close < 0 ? this.html.length : close + 1
    if (tag === "title" && this.titleText === null)
      this.titleText = decodeHTML(this.html.slice(start, match.index))
    else if (
      tag === "script" &&
      /ld\+json/i.test(attributes.type ?? "") &&
      this.linkedData.length < linkedDataMax
    )
      this.linkedData.push(this.html.slice(start, match.index))
    return true
  }

  private noteMeta(attributes: Readonly<Record<string, string>>): void {
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

  private noteLink(attributes: Readonly<Record<string, string>>): void {
    const { rel, href } = attributes
    if (rel && href && !this.links.has(rel.toLowerCase())) this.links.set(rel.toLowerCase(), href)
  }
}

const headTags = new Set("head meta link title script style base noscript template".split(" "))
/** A `noscript` longer than this is a page for those without scripts, not a picture's. */
const noscriptCharactersMin = 1500
const linkedDataMax = 30
const metaValuesMax = 20
const tableTags = new Set("table thead tbody tfoot tr td th".split(" "))

function isCell(tag: string): boolean {
  return tag === "td" || tag === "th" || tag === "caption"
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
}
