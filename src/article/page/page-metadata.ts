import type { ArticleField } from "../article.ts"
import { type DayOrder, findDate, parseMachineDate } from "../parse-date.ts"
import { namesOfByline } from "../person-names.ts"
import { folded } from "./filter-blocks.ts"
import { type LinkedArticle, linkedArticle } from "./linked-data.ts"
import { cleanText, type PageBlock } from "./page-blocks.ts"
import { isElement, type PageElement, type PageTree } from "./page-tree.ts"

/** What a page says of its article, each field with the rule that found it. */
export interface PageMetadata {
  readonly url: string | null
  readonly title: string | null
  readonly bylines: readonly string[]
  readonly published: string | null
  readonly modified: string | null
  readonly outlet: string | null
  readonly language: string | null
  readonly evidence: Readonly<Partial<Record<ArticleField, string>>>
  readonly linked: LinkedArticle | null
}

export function pageMetadata(
  tree: PageTree,
  blocks: readonly PageBlock[],
  address: string | null,
): PageMetadata {
  const linked = linkedArticle(tree.linkedData)
  const evidence: Partial<Record<ArticleField, string>> = {}
  const outlet = noted(evidence, "outlet", outletOf(tree, linked))
  const title = noted(evidence, "title", titleOf(tree, blocks, linked, outlet))
  const order = dayOrderOf(tree)
  const published = noted(evidence, "published", publishedOf(tree, blocks, linked, address, order))
  const modified = noted(evidence, "modified", modifiedOf(tree, linked, order))
  const bylines = noted(evidence, "bylines", bylinesOf(tree, blocks, linked, outlet)) ?? []
  const language = languageOf(tree, linked)
  if (language !== null) evidence.language = "declared"
  const url = tree.links.get("canonical") ?? metaValue(tree, "og:url") ?? address
  return {
    url: address ?? (url !== null && /^https?:\/\//i.test(url) ? url : null),
    title,
    bylines,
    published,
    modified,
    outlet,
    language,
    evidence,
    linked,
  }
}

interface Found<Value> {
  readonly value: Value
  readonly rule: string
}

function noted<Value>(
  evidence: Partial<Record<ArticleField, string>>,
  field: ArticleField,
  found: Found<Value> | null,
): Value | null {
  if (found === null) return null
  evidence[field] = found.rule
  return found.value
}

function metaValue(tree: PageTree, ...names: readonly string[]): string | null {
  for (const name of names) {
    const value = tree.meta.get(name)?.[0]
    if (value !== undefined && value.trim() !== "") return cleanText(value)
  }
  return null
}

function outletOf(tree: PageTree, linked: LinkedArticle | null): Found<string> | null {
  const site = metaValue(tree, "og:site_name")
  if (site !== null && !/^https?:/i.test(site)) return { value: site, rule: "og:site_name" }
  if (linked?.publisher) return { value: cleanText(linked.publisher), rule: "json-ld publisher" }
  const name = metaValue(tree, "application-name", "dc.publisher", "apple-mobile-web-app-title", "publisher")
  return name !== null && !/^https?:/i.test(name) ? { value: name, rule: "meta publisher" } : null
}

function languageOf(tree: PageTree, linked: LinkedArticle | null): string | null {
  const declared =
    tree.language ??
    metaValue(tree, "content-language", "og:locale", "dc.language", "language") ??
    linked?.language ??
    null
  const match =
    declared === null ? null : /^\s*([a-z]{2,3})(?:[-_]([a-z]{2}|[A-Z]{2}))?(?:$|[\s,;.-])/i.exec(declared)
  if (!match) return null
  return match[2] === undefined
    ? match[1]!.toLowerCase()
    : `${match[1]!.toLowerCase()}-${match[2].toUpperCase()}`
}

function dayOrderOf(tree: PageTree): DayOrder {
  const language =
    tree.language?.toLowerCase() ?? metaValue(tree, "og:locale")?.toLowerCase().replace("_", "-") ?? ""
  if (language === "en-us") return "month-first"
  return /^(?:en-(?:gb|au|nz|ie|in|za)|de|fr|es|it|pt|nl|sv|da|nb|no|fi|pl|cs|ro|tr|ru|uk|el|id|vi)/.test(
    language,
  )
    ? "day-first"
    : null
}

/** A heading is believed where another source of the page confirms it; else the sources in their order. */
function titleOf(
  tree: PageTree,
  blocks: readonly PageBlock[],
  linked: LinkedArticle | null,
  outlet: string | null,
): Found<string> | null {
  const social = metaValue(
    tree,
    "og:title",
    "twitter:title",
    "dc.title",
    "title",
    "headline",
    "sailthru.title",
    "parsely-title",
  )
  const printed = tree.titleText === null ? null : cleanText(tree.titleText)
  const others = [linked?.headline ? cleanText(linked.headline) : null, social, printed].filter(
    (text) => text !== null,
  )
  const headings = blocks.filter(
    (block) => block.level === 1 && block.text.length >= 3 && block.text.length < 400,
  )
  for (const level of [1, 2]) {
    const candidates =
      level === 1 ? headings : blocks.filter((block) => block.level === 2 && block.text.length >= 15)
    let best: PageBlock | null = null
    let bestAgreement = 0.6
    for (const heading of candidates.slice(0, 40)) {
      if (outlet !== null && folded(heading.text) === folded(outlet)) continue
      const agreement = Math.max(0, ...others.map((other) => agreementOf(heading.text, other)))
      if (agreement > bestAgreement) {
        best = heading
        bestAgreement = agreement
      }
    }
    if (best) return { value: best.text, rule: `h${level}, confirmed` }
  }
  const single = headings.filter((heading) => !heading.flagged)
  if (linked?.headline) return { value: cleanText(linked.headline), rule: "json-ld headline" }
  if (social !== null) return { value: withoutSite(social, outlet), rule: "og:title" }
  if (single.length === 1 && single[0]!.text.length > 10)
    return { value: single[0]!.text, rule: "the only h1" }
  return printed === null || printed === ""
    ? null
    : { value: withoutSite(printed, outlet), rule: "title element" }
}

/** The share of the words of the shorter that the longer holds, 0 when it is much longer or the words are too few. */
function agreementOf(a: string, b: string): number {
  const [left, right] = [folded(a).split(" "), folded(b).split(" ")]
  const rightSet = new Set(right)
  const shared = left.filter((word) => rightSet.has(word)).length
  return (shared / Math.max(left.length, 1)) * (left.length < right.length * 0.4 ? 0.5 : 1)
}

/** `Headline | The Outlet` without the outlet. */
function withoutSite(title: string, outlet: string | null): string {
  const parts = title.split(/\s+(?:[|–—·•»«:]|-|\|\|)\s+/)
  if (parts.length < 2) return title
  const site = outlet === null ? null : folded(outlet)
  const last = parts.at(-1)!
  if (site !== null && folded(last) === site)
    return title.slice(0, title.lastIndexOf(last)).replace(/[\s|–—·•»«:-]+$/u, "")
  const bar = title.lastIndexOf(" | ")
  if (bar > 15) return title.slice(0, bar)
  if (last.split(" ").length <= 4 && title.length - last.length > 20)
    return title.slice(0, title.lastIndexOf(last)).replace(/[\s|–—·•»«:-]+$/u, "")
  return title
}

function publishedOf(
  tree: PageTree,
  blocks: readonly PageBlock[],
  linked: LinkedArticle | null,
  address: string | null,
  order: DayOrder,
): Found<string> | null {
  const given: readonly (readonly [string | null | undefined, string])[] = [
    [linked?.published, "json-ld datePublished"],
    [
      metaValue(tree, "article:published_time", "og:published_time", "og:article:published_time"),
      "article:published_time",
    ],
    [
      metaValue(
        tree,
        "datepublished",
        "parsely-pub-date",
        "sailthru.date",
        "cxenseparse:recs:publishtime",
        "pubdate",
        "publishdate",
        "publish-date",
        "publish_date",
        "published_time_telegram",
        "article.published",
        "published-date",
        "publication_date",
        "citation_publication_date",
        "citation_date",
        "dc.date.issued",
        "dcterms.created",
        "dcterms.issued",
        "dc.date.created",
        "dcterms.date",
        "dc.date",
        "bt:pubdate",
        "displaydate",
        "originalpublicationdate",
        "ptime",
        "article_date_original",
        "rnews:datepublished",
        "date",
      ),
      "meta date",
    ],
    [markedDate(tree.root), "marked date"],
  ]
  for (const [value, rule] of given) {
    const iso = value ? parseMachineDate(value, order) : null
    if (iso) return { value: iso, rule }
  }
  const inAddress =
    address === null ? null : /[/-]((?:19|20)\d{2})[/-]?(\d{2})[/-]?(\d{2})(?=[/_.-]|\D|$)/.exec(address)
  const addressDate = inAddress ? parseMachineDate(`${inAddress[1]}-${inAddress[2]}-${inAddress[3]}`) : null
  if (addressDate) return { value: addressDate, rule: "address" }
  const visible = visibleDate(blocks, order)
  return visible === null ? null : { value: visible, rule: "visible date" }
}

function modifiedOf(tree: PageTree, linked: LinkedArticle | null, order: DayOrder): Found<string> | null {
  const given: readonly (readonly [string | null | undefined, string])[] = [
    [linked?.modified, "json-ld dateModified"],
    [
      metaValue(tree, "article:modified_time", "og:updated_time", "og:modified_time"),
      "article:modified_time",
    ],
    [
      metaValue(
        tree,
        "datemodified",
        "lastmod",
        "last-modified",
        "dcterms.modified",
        "dc.date.modified",
        "revised",
      ),
      "meta date",
    ],
  ]
  for (const [value, rule] of given) {
    const iso = value ? parseMachineDate(value, order) : null
    if (iso) return { value: iso, rule }
  }
  return null
}

/** The first element that marks its date for machines as the publication's. */
function markedDate(element: PageElement): string | null {
  const { itemprop, datetime, content, pubdate } = element.attributes
  const isPublished = itemprop !== undefined && /\bdatePublished\b/i.test(itemprop)
  if (isPublished) return datetime ?? content ?? textOfElement(element)
  if (element.tag === "time" && pubdate !== undefined && datetime) return datetime
  for (const child of element.children) {
    if (!isElement(child)) continue
    const found = markedDate(child)
    if (found !== null) return found
  }
  return null
}

function visibleDate(blocks: readonly PageBlock[], order: DayOrder): string | null {
  const title = blocks.findIndex((block) => block.level === 1)
  for (const block of blocks.slice(Math.max(0, title), Math.max(0, title) + 25)) {
    if (block.text.length > 200) continue
    const date = findDate(block.text, order)
    if (date) return date.iso
  }
  return null
}

export function textOfElement(element: PageElement): string {
  let text = ""
  for (const child of element.children) {
    text += isElement(child) ? textOfElement(child) : child
    if (text.length > 1000) break
  }
  return cleanText(text)
}

function bylinesOf(
  tree: PageTree,
  blocks: readonly PageBlock[],
  linked: LinkedArticle | null,
  outlet: string | null,
): Found<readonly string[]> | null {
  const fromLinked = (linked?.authors ?? []).flatMap((author) => namesOfByline(author, outlet))
  if (fromLinked.length > 0) return { value: unique(fromLinked), rule: "json-ld author" }
  for (const name of [
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "citation_author",
    "article:author_name",
    "creator",
    "twitter:data1",
  ]) {
    const names = (tree.meta.get(name) ?? []).flatMap((value) =>
      /^https?:|^@/.test(value) ? [] : namesOfByline(value, outlet),
    )
    if (names.length > 0 && (name !== "twitter:data1" || /by/i.test(metaValue(tree, "twitter:label1") ?? "")))
      return { value: unique(names), rule: `meta ${name}` }
  }
  for (const block of blocks) {
    if (block.text.length > 160 || !/^\s*(?:by|von|par|por)\b/i.test(block.text)) continue
    const names = namesOfByline(block.text, outlet)
    if (names.length > 0) return { value: unique(names), rule: "visible byline" }
  }
  return null
}

function unique(names: readonly string[]): readonly string[] {
  const seen = new Set<string>()
  return names.filter((name) => {
    const key = folded(name)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
