import { cleanText } from "./clean-text.ts"
import { folded } from "./filter-blocks.ts"
import type { LinkedArticle } from "./linked-data.ts"
import type { PageBlock } from "./page-blocks.ts"
import { type Found, metaValue } from "./page-sources.ts"
import type { PageTree } from "./page-tree.ts"
import { likeness, siteOf, squashed } from "./site-names.ts"

/**
 * Whose page it is: what it tells machines, without the motto beside the name, in the form best printed; else a name in
 * its title that the page itself prints as its own.
 */
export function outletOf(
  tree: PageTree,
  linked: LinkedArticle | null,
  blocks: readonly PageBlock[],
  address: string | null,
): Found<string> | null {
  const title = tree.titleText === null ? "" : cleanText(tree.titleText)
  const given: readonly Found<string | null>[] = [
    { value: metaValue(tree, "og:site_name"), rule: "og:site_name" },
    { value: linked?.publisher ? cleanText(linked.publisher) : null, rule: "json-ld publisher" },
    {
      value: metaValue(tree, "application-name", "dc.publisher", "apple-mobile-web-app-title", "publisher"),
      rule: "meta publisher",
    },
  ]
  const sources = given.flatMap(({ value, rule }) =>
    value === null || /^(?:https?:|@)/i.test(value) ? [] : [{ rule, parts: partsOf(value) }],
  )
  const first = sources[0]
  if (first === undefined) return outletInTitle(title, blocks)
  const inTitle = partsOf(title).slice(1)
  const { domains } = siteOf(null, address)
  const others = [...sources.slice(1).flatMap(({ parts }) => parts), ...inTitle]
  const supported = (part: string): number =>
    others.filter((other) => squashed(other) === squashed(part)).length + likeness(squashed(part), domains)
  let best = first.parts[0]!
  for (const part of first.parts) if (supported(part) > supported(best)) best = part
  const forms = [best, ...others.filter((other) => squashed(other) === squashed(best))]
  return { value: forms.reduce((a, b) => (typography(b) > typography(a) ? b : a)), rule: first.rule }
}

/** A name and the motto beside it, or the sections above it. */
function partsOf(text: string): readonly [string, ...string[]] {
  const [first = text, ...rest] = text
    .split(/\s+(?:[|–—·•»«:-]+)\s+|\s*\|\s*|(?<=\p{L}):\s+/u)
    .map((part) => part.replace(/^[\s|–—·•»«:-]+|[\s|–—·•»«:-]+$/g, ""))
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
  return [first, ...rest]
}

/** Names in several words and with capitals are printed ones; others are made for machines. */
function typography(name: string): number {
  return (
    (/\p{Ll}/u.test(name) && /\p{Lu}/u.test(name) ? 2 : /\p{Lu}/u.test(name) ? 1 : 0) +
    (/ /.test(name) ? 2 : 0)
  )
}

const wordsMax = 5
const separator = /\s+[|–—·•»«-]\s+/

/**
 * A title ends in the outlet's name, or is that name alone, while the article's heading says more. A name counts only
 * where the page prints it as its own: before everything else, or behind the sign of copyright.
 */
function outletInTitle(title: string, blocks: readonly PageBlock[]): Found<string> | null {
  const parts = title.split(separator)
  const mainHeadings = new Set(
    blocks.filter(({ level }) => level === 1 || level === 2).map(({ text }) => folded(text)),
  )
  const isHeading = (part: string): boolean => mainHeadings.has(folded(part))
  const isLed = parts.length > 1 && isHeading(parts.at(-1)!) && !isHeading(parts[0]!)
  const name = parts.at(isLed ? 0 : -1)!.trim()
  const words = name.split(/\s+/).length
  if (name === "" || words > wordsMax) return null
  const headings = blocks.filter((block) => block.kind === "heading" && block.level <= 2)
  const alone = parts.length === 1
  if (alone && !headings.some((heading) => heading.text.split(/\s+/).length > words)) return null
  if (alone && headings.some((heading) => folded(heading.text) === folded(name))) return null
  const masthead = blocks[0]?.text ?? ""
  const first = new RegExp(`^(?:the\\s+)?${escaped(name)}(?![\\p{L}\\p{N}])`, "iu").exec(masthead)
  if (first) return { value: cleanText(first[0]), rule: "title, and the page's head" }
  const owned = new RegExp(
    `(?:©|\\(c\\)|copyright)\\s*(?:\\d{4}\\s*)?(?:the\\s+)?${escaped(name)}(?![\\p{L}\\p{N}])`,
    "iu",
  )
  const printed = blocks
    .slice(-ownedBlocksMax)
    .some((block) => owned.test(block.text.slice(-ownedCharactersMax)))
  return printed ? { value: name, rule: "title, and the sign of copyright" } : null
}

/** Copyright is told at the end of a page. */
const ownedBlocksMax = 20
const ownedCharactersMax = 400

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+")
}
