import type { DayOrder } from "../parse-date.ts"
import { cleanText } from "./clean-text.ts"
import type { LinkedArticle } from "./linked-data.ts"
import type { MarkedElement } from "./marked-elements.ts"
import type { Flagged, PageBlock } from "./page-blocks.ts"
import type { PageElement, PageTree } from "./page-tree.ts"

/** Everything on a page that may say who made its article, and when. */
export interface PageSources {
  readonly tree: PageTree
  readonly blocks: readonly PageBlock[]
  readonly linked: LinkedArticle | null
  readonly marked: readonly MarkedElement[]
  readonly outlet: string | null
  /** Where the page was had. */
  readonly address: string | null
  /** The address that the page gives as its own. */
  readonly canonical: string | null
  /** When the page was had, or null: it gives no day after that one. */
  readonly capturedAt: string | null
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

/**
 * True when a block stands among other articles, comments or advertisements, or in the page's own frame. A container
 * that holds the `headline` too, or is called as one that does, is the article's own, whatever it is called.
 */
export function isForeign(block: PageBlock, headline: PageBlock | null = null): boolean {
  for (let flag = block.flagged; flag; flag = flag.outer) {
    const { kind, reason, strong } = flag.finding
    const isFlagged =
      (foreign.has(kind) && !sideColumns.test(reason)) ||
      (kind === "navigation" && strong && !hasAncestor(flag.element, "article"))
    if (isFlagged && !isAround(headline, flag)) return true
  }
  return false
}

function isAround(headline: PageBlock | null, { finding }: Flagged): boolean {
  for (let flag = headline?.flagged ?? null; flag; flag = flag.outer)
    if (flag.finding.kind === finding.kind && flag.finding.reason === finding.reason) return true
  return false
}

function hasAncestor(element: PageElement, tag: string): boolean {
  for (let at = element.parent; at; at = at.parent) if (at.tag === tag) return true
  return false
}
