import { cleanText } from "./clean-text.ts"
import type { LinkedArticle } from "./linked-data.ts"
import type { PageBlock } from "./page-blocks.ts"
import { type Found, metaValue } from "./page-sources.ts"
import type { PageTree } from "./page-tree.ts"

/** Whose page it is: what it tells machines, else a name in its title that the page itself prints as its own. */
export function outletOf(
  tree: PageTree,
  linked: LinkedArticle | null,
  blocks: readonly PageBlock[],
): Found<string> | null {
  const site = metaValue(tree, "og:site_name")
  if (site !== null && !/^https?:/i.test(site)) return { value: site, rule: "og:site_name" }
  if (linked?.publisher) return { value: cleanText(linked.publisher), rule: "json-ld publisher" }
  const name = metaValue(tree, "application-name", "dc.publisher", "apple-mobile-web-app-title", "publisher")
  if (name !== null && !/^https?:/i.test(name)) return { value: name, rule: "meta publisher" }
  return outletInTitle(tree, blocks)
}

const wordsMax = 5
const separator = /\s+[|–—·•»«-]\s+/

/**
 * A title ends in the outlet's name, or is that name alone, while the article's heading says more. A name counts only
 * where the page prints it as its own: before everything else, or behind the sign of copyright.
 */
function outletInTitle(tree: PageTree, blocks: readonly PageBlock[]): Found<string> | null {
  const title = tree.titleText === null ? "" : cleanText(tree.titleText)
  const parts = title.split(separator)
  const name = parts.at(-1)!.trim()
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

function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+")
}
