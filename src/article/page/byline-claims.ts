import { leadOf } from "../byline-lead.ts"
import { isByAlone, readMetaLine } from "../meta-line.ts"
import { type BylineName, isPersonalName, namesWithDegrees, readByline } from "../person-names.ts"
import { nameWords } from "./container-names.ts"
import { textOfElement } from "./marked-elements.ts"
import type { PageBlock } from "./page-blocks.ts"
import { isForeign, metaValue, type PageSources } from "./page-sources.ts"
import { isElement } from "./page-tree.ts"

export type BylineSource =
  | "linked data"
  | "meta"
  | "label"
  | "mark"
  | "byline"
  | "author place"
  | "dated line"
  | "beside the date"
  | "byline elsewhere"
  | "author place elsewhere"

/** What one source of a page says of who wrote its article, sought when it is asked for; empty when it says nothing. */
export interface BylineClaim {
  readonly source: BylineSource
  readonly rule: string
  readonly seek: () => readonly BylineName[]
}

/** Every source's claim, the surest source first, as measured. */
export function bylineClaims(sources: PageSources): readonly BylineClaim[] {
  const { outlet, linked, blocks, headline, order } = sources
  const title = blocks[headline] ?? null
  const isOpen = (block: PageBlock): boolean => !isForeign(block, title)
  let nearest: readonly PageBlock[] | null = null
  const near = (): readonly PageBlock[] => {
    const from = headline < 0 ? 0 : Math.max(0, headline - window.before)
    nearest ??= blocks.slice(from, Math.max(0, headline) + window.after).filter(isOpen)
    return nearest
  }
  const claim = (source: BylineSource, rule: string, seek: BylineClaim["seek"]): BylineClaim => ({
    source,
    rule,
    seek: () => distinct(seek()),
  })
  return [
    claim("linked data", "json-ld author", () =>
      (linked?.authors ?? []).flatMap((author) => readByline(author, outlet)),
    ),
    ...metaNames.map((name) => claim("meta", `meta ${name}`, () => metaAuthors(name, sources))),
    claim("label", "twitter:data1", () => labelledNames(sources)),
    claim("mark", "marked author", () => markedNames(sources)),
    claim("byline", "printed byline", () => ledNames(near(), outlet)),
    claim("author place", "printed in a place for authors", () => placedNames(near(), outlet)),
    claim("byline elsewhere", "printed byline", () => ledElsewhere(blocks, isOpen, outlet)),
    claim("dated line", "printed with the date", () => namesWithDate(near(), order)),
    claim("beside the date", "name beside the date", () => namesBesideDate(near(), outlet, order)),
    claim("author place elsewhere", "a name in a place for authors", () =>
      placedElsewhere(blocks, isOpen, outlet),
    ),
  ]
}

const metaNames = [
  "author",
  "article:author",
  "article:author_name",
  "parsely-author",
  "sailthru.author",
  "dc.creator",
  "dcterms.creator",
  "citation_author",
  "byl",
  "creator",
]

/** `Holm, Mia` to `Mia Holm`, as libraries' forms have it. */
function invertedName(value: string): string {
  const match = /^\s*(\p{Lu}[\p{L}'’-]+),\s+(\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.]*)?)\s*$/u.exec(value)
  return match ? `${match[2]} ${match[1]}` : value
}

/** Elements marked as the author's, of the first group: other articles' authors stand in groups of their own. */
function markedNames({ marked, outlet }: PageSources): readonly BylineName[] {
  const names: BylineName[] = []
  let last = -1
  for (const { role, value, foreign, element } of marked) {
    if (role !== "author" || foreign || value.length > 120) continue
    if (names.length > 0 && element.order - last > 12) break
    names.push(...readByline(value, outlet))
    last = element.order
  }
  return names
}

function metaAuthors(name: string, { tree, outlet }: PageSources): readonly BylineName[] {
  const values = (tree.meta.get(name) ?? []).filter((value) => !/^\s*(?:https?:|www\.|@|\/)/.test(value))
  return values.flatMap((value) => readByline(invertedName(value), outlet))
}

function labelledNames({ tree, outlet }: PageSources): readonly BylineName[] {
  const label = metaValue(tree, "twitter:label1")
  if (label === null || !/\b(?:by|author|written)\b/i.test(label)) return []
  return readByline(metaValue(tree, "twitter:data1") ?? "", outlet)
}

const window = { before: 8, after: 30 }

/** The names in the first run of places for authors: co-writers may have an element each, all of one make. */
function placedNames(near: readonly PageBlock[], outlet: string | null): readonly BylineName[] {
  const names: BylineName[] = []
  let first: PageBlock | null = null
  for (const block of near) {
    const found = block.text.length > 80 || !isAuthorPlace(block) ? [] : readByline(block.text, outlet)
    if (first !== null && (!isLike(block, first) || !found.some(({ kind }) => kind === "person"))) break
    if (found.length > 0) first ??= block
    names.push(...found)
  }
  return names
}

function isLike(block: PageBlock, other: PageBlock): boolean {
  const [a, b] = [block.element, other.element]
  return a.tag === b.tag && a.attributes.class === b.attributes.class
}

function namesWithDate(near: readonly PageBlock[], order: PageSources["order"]): readonly BylineName[] {
  for (const { text } of near) {
    const names = text.length > 200 ? [] : (readMetaLine(text, order, false)?.bylines ?? [])
    if (names.length > 0) return names.map((name) => ({ name, kind: "person" }))
  }
  return []
}

/** A line that is nothing but a name, with a date in the line before or in one of the two after. */
function namesBesideDate(
  near: readonly PageBlock[],
  outlet: string | null,
  order: PageSources["order"],
): readonly BylineName[] {
  for (const [index, { text, kind }] of near.entries()) {
    if (kind === "heading" || text.length > 60 || !/\p{Ll}/u.test(text) || !isLoneName(text)) continue
    const beside = [near[index - 1], near[index + 1], near[index + 2]]
    if (!beside.some((block) => block && block.text.length < 80 && isDateLine(block.text, order))) continue
    const names = readByline(text, outlet)
    if (names.some(({ kind }) => kind === "person")) return names
  }
  return []
}

function ledElsewhere(
  blocks: readonly PageBlock[],
  isOpen: (block: PageBlock) => boolean,
  outlet: string | null,
): readonly BylineName[] {
  for (const block of blocks) {
    if (block.text.length > 160 || leadOf(block.text)?.isSure !== true || !isOpen(block)) continue
    const names = readByline(block.text, outlet)
    if (names.length > 0) return names
  }
  return []
}

function placedElsewhere(
  blocks: readonly PageBlock[],
  isOpen: (block: PageBlock) => boolean,
  outlet: string | null,
): readonly BylineName[] {
  for (const block of blocks) {
    if (block.text.length > 40 || !isAuthorPlace(block) || !isOpen(block)) continue
    const names = readByline(block.text, outlet)
    if (names.length === 1 && names[0]!.name === block.text) return names
  }
  return []
}

/** The names of the first line that is led in as a byline; one of a lone word only where no other is. */
function ledNames(near: readonly PageBlock[], outlet: string | null): readonly BylineName[] {
  let alias: readonly BylineName[] = []
  for (const [index, block] of near.entries()) {
    if (block.text.length > 200) continue
    const names =
      leadOf(block.text) !== null
        ? namesOfLed(block, outlet)
        : isByAlone(block.text)
          ? readByline(near[index + 1]?.text ?? "", outlet)
          : []
    if (names.some(({ kind }) => kind !== "alias")) return names
    const learned = namesWithDegrees(block.text)
    if (learned.length > 0) return learned.map((name) => ({ name, kind: "person" }))
    if (alias.length === 0) alias = names
  }
  return alias
}

/** Where more than names stands in the line, the names are what is linked. */
function namesOfLed({ text, element }: PageBlock, outlet: string | null): readonly BylineName[] {
  const names = readByline(text, outlet)
  if (names.some(({ kind }) => kind === "person")) return names
  const linked: BylineName[] = []
  for (const child of element.children)
    if (isElement(child) && child.tag === "a") linked.push(...readByline(textOfElement(child), outlet))
  return linked.some(({ kind }) => kind === "person") ? linked.filter(({ kind }) => kind === "person") : names
}

function isDateLine(text: string, order: PageSources["order"]): boolean {
  const line = readMetaLine(text, order, false)
  return line !== null && (line.published ?? line.modified) !== null
}

/** `Mia Holm`, or `Mia Holm, The Sound Gazette` where the first word is sure to be a given name. */
function isLoneName(text: string): boolean {
  return loneName.test(text) || (text.includes(",") && isPersonalName(text.slice(0, text.indexOf(","))))
}

const loneName = /^\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]*){1,3}$/u
function isAuthorPlace(block: PageBlock): boolean {
  for (
    let element = block.element, steps = 0;
    steps < 2 && element.parent;
    element = element.parent, steps++
  ) {
    const { class: className, id } = element.attributes
    const named = `${className ?? ""} ${id ?? ""}`
    if (
      !/aut|by[-_]?line|writer|contributor|journalist|reporter|firma|skribent|forf|förf|kirjoittaja|yazar|penulis/i.test(
        named,
      )
    )
      continue
    if (
      /(?:^|[\s-])(?:authors?|byline|by-line|writer|contributors?|author-?name|journalist|reporter|autor(?:es|en|in|a)?|auteurs?|autor[ei]|firma|skribent|forfatter|forfattare|kirjoittaja|yazar|penulis)(?=$|[\s-])/.test(
        nameWords(named),
      )
    )
      return true
  }
  return false
}

function distinct(names: readonly BylineName[]): readonly BylineName[] {
  const seen = new Set<string>()
  return names.filter(({ name }) => {
    const key = name.toLowerCase()
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
