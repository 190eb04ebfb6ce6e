import type { DayOrder } from "../parse-date.ts"
import { cleanText } from "./clean-text.ts"
import type { LinkedArticle } from "./linked-data.ts"
import type { MarkedElement } from "./marked-elements.ts"
import type { PageBlock } from "./page-blocks.ts"
import type { PageElement, PageTree } from "./page-tree.ts"

/** Everything on a page that may say who made its article, and when. */
export interface PageSources {
  readonly tree: PageTree
  readonly blocks: readonly PageBlock[]
  readonly linked: LinkedArticle | null
  readonly marked: readonly MarkedElement[]
  readonly outlet: string | null
  readonly address: string | null
  readonly order: DayOrder
  /** The block that prints the title, or -1. */
  readonly headline: number
}

/** A value and the name of the rule that found it. */
export interface Found<Value> {
  readonly value: Value
  readonly rule: string
}

/** The first of the named `meta` values that is not blank. */
export function metaValue(tree: PageTree, ...names: readonly string[]): string | null {
  for (const name of names) {
    const value = tree.meta.get(name)?.[0]
    if (value !== undefined && value.trim() !== "") return cleanText(value)
  }
  return null
}

/** The kinds of container in which another article's metadata stand. */
const foreign: ReadonlySet<string> = new Set(["related", "comment", "promotion"])

/** A column beside the article may be the article's own. */
const sideColumns =
  /^(?:aside element|named (?:sidebar|side-bar|rail|right-rail|banner|promos?|widget-area))$/

/** True when a block stands among other articles, comments or advertisements, or in the page's own frame. */
export function isForeign(block: PageBlock): boolean {
  for (let flag = block.flagged; flag; flag = flag.outer) {
    if (foreign.has(flag.finding.kind) && !sideColumns.test(flag.finding.reason)) return true
    if (flag.finding.kind === "navigation" && flag.finding.strong && !hasAncestor(flag.element, "article"))
      return true
  }
  return false
}

function hasAncestor(element: PageElement, tag: string): boolean {
  for (let at = element.parent; at; at = at.parent) if (at.tag === tag) return true
  return false
}
