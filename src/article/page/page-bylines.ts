import { isByAlone, readMetaLine } from "../meta-line.ts"
import { namesOfByline } from "../person-names.ts"
import { nameWords } from "./container-names.ts"
import { folded } from "./filter-blocks.ts"
import type { PageBlock } from "./page-blocks.ts"
import { type Found, isForeign, metaValue, type PageSources } from "./page-sources.ts"

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

/** The people whom the page names as its article's writers: by its data, its marks, and what it prints. */
export function bylinesOf(sources: PageSources): Found<readonly string[]> | null {
  return fromLinkedData(sources) ?? fromMeta(sources) ?? fromMarks(sources) ?? fromPrint(sources)
}

function fromLinkedData({ linked, outlet }: PageSources): Found<readonly string[]> | null {
  const names = (linked?.authors ?? []).flatMap((author) => namesOfByline(author, outlet))
  return foundOf(names, "json-ld author")
}

function fromMeta({ tree, outlet }: PageSources): Found<readonly string[]> | null {
  for (const name of metaNames) {
    const values = (tree.meta.get(name) ?? []).filter((value) => !/^\s*(?:https?:|www\.|@|\/)/.test(value))
    const found = foundOf(
      values.flatMap((value) => namesOfByline(invertedName(value), outlet)),
      `meta ${name}`,
    )
    if (found) return found
  }
  const label = metaValue(tree, "twitter:label1")
  const value = metaValue(tree, "twitter:data1")
  return label !== null && value !== null && /\b(?:by|author|written)\b/i.test(label)
    ? foundOf(namesOfByline(value, outlet), "twitter:data1")
    : null
}

/** `Holm, Mia` to `Mia Holm`, as libraries' forms have it. */
function invertedName(value: string): string {
  const match = /^\s*(\p{Lu}[\p{L}'’-]+),\s+(\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.]*)?)\s*$/u.exec(value)
  return match ? `${match[2]} ${match[1]}` : value
}

/** Elements marked as the author's, of the first group: other articles' authors stand in groups of their own. */
function fromMarks({ marked, outlet }: PageSources): Found<readonly string[]> | null {
  const names: string[] = []
  let last = -1
  for (const { role, value, foreign, element } of marked) {
    if (role !== "author" || foreign || value.length > 120) continue
    if (names.length > 0 && element.order - last > 12) break
    names.push(...namesOfByline(value, outlet))
    last = element.order
  }
  return foundOf(names, "marked author")
}

const window = { before: 8, after: 30 }

function fromPrint(sources: PageSources): Found<readonly string[]> | null {
  const { blocks, headline, outlet, order } = sources
  const from = headline < 0 ? 0 : Math.max(0, headline - window.before)
  const near = blocks.slice(from, Math.max(0, headline) + window.after).filter((block) => !isForeign(block))
  for (const [index, { text }] of near.entries()) {
    if (text.length > 200) continue
    const led = leadIn.test(text) ? namesOfByline(text, outlet) : []
    const meta = readMetaLine(text, order, false)
    const names = led.length > 0 ? led : (meta?.bylines ?? [])
    const found = foundOf(
      names.length > 0 ? names : isByAlone(text) ? namesOfByline(near[index + 1]?.text ?? "", outlet) : [],
      "printed byline",
    )
    if (found) return found
  }
  for (const block of near) {
    if (block.text.length > 80 || !isAuthorName(block)) continue
    const found = foundOf(namesOfByline(block.text, outlet), "printed in a place for authors")
    if (found) return found
  }
  for (const [index, { text, kind }] of near.entries()) {
    if (
      kind === "heading" ||
      text.length > 40 ||
      !/^\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]*){1,3}$/u.test(text)
    )
      continue
    const beside = [near[index - 1], near[index + 1], near[index + 2]]
    if (
      !beside.some(
        (block) => block && block.text.length < 80 && readMetaLine(block.text, order, false)?.published,
      )
    )
      continue
    const found = foundOf(namesOfByline(text, outlet), "name beside the date")
    if (found) return found
  }
  for (const block of blocks) {
    if (
      isForeign(block) ||
      block.text.length > 160 ||
      !/^(?:(?:written|posted|published|words|story|article) by|by:|author:|authors:|contributors?:)\s/i.test(
        block.text,
      )
    )
      continue
    const meta = readMetaLine(block.text, order, false)
    const found = foundOf(
      meta && meta.bylines.length > 0 ? meta.bylines : namesOfByline(block.text, outlet),
      "printed byline",
    )
    if (found) return found
  }
  for (const block of blocks) {
    if (isForeign(block) || block.text.length > 40 || !isAuthorName(block)) continue
    const names = namesOfByline(block.text, outlet)
    if (names.length === 1 && names[0] === block.text)
      return { value: names, rule: "a name in a place for authors" }
  }
  return null
}

const leadIn =
  /^\s*(?:(?:written|posted|published|words|story|text|reported|reviewed) by|by|von|par|por|di|author|authors|contributors?)\b[\s:]/i

function isAuthorName(block: PageBlock): boolean {
  for (
    let element = block.element, steps = 0;
    steps < 2 && element.parent;
    element = element.parent, steps++
  ) {
    const { class: className, id } = element.attributes
    if (className === undefined && id === undefined) continue
    if (
      /(?:^|[\s-])(?:authors?|byline|by-line|writer|contributors?|author-?name|journalist|reporter)(?=$|[\s-])/.test(
        nameWords(`${className ?? ""} ${id ?? ""}`),
      )
    )
      return true
  }
  return false
}

function foundOf(names: readonly string[], rule: string): Found<readonly string[]> | null {
  const seen = new Set<string>()
  const unique = names.filter((name) => {
    const key = folded(name)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
  return unique.length > 0 ? { value: unique, rule } : null
}
