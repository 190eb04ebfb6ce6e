import { compareStrings } from "../../base/index.ts"
import { outlinePage, type PageOutline } from "./page-blocks.ts"
import type { PageTree } from "./page-tree.ts"
import { parsePage } from "./parse-page.ts"

/** What repeats on the pages of one site. Plain data, to be kept between runs; never needed. */
export interface SiteTemplate {
  /** How many pages of different articles it was learnt from. */
  readonly pages: number
  /** The texts of blocks that stand on several of them. Sorted. */
  readonly texts: readonly string[]
}

/** A block must stand on this share of the pages, and on two at the least. */
const repeatedShare = 0.3
/**
 * Sentences must stand on more of them: reports of one story by one outlet share the paragraphs that tell what went
 * before, and these are the reporter's.
 */
const repeatedProse = { share: 0.6, pages: 4 }
const pagesMin = 3
const textsMax = 500
const textCharactersMin = 8

/** What a page has that may stand on others of its site. Plain data. */
export interface PageTexts {
  readonly title: string
  /** Each block's once, and whether it reads as sentences. */
  readonly texts: readonly (readonly [text: string, isProse: boolean])[]
}

export function pageTexts(html: string): PageTexts {
  const tree = parsePage(html)
  return textsOf(tree, outlinePage(tree))
}

/** The same of a page that has been taken apart. */
export function textsOf(tree: PageTree, { blocks }: PageOutline): PageTexts {
  const title = blocks.find((block) => block.level === 1 && !block.flagged)?.text ?? tree.titleText ?? ""
  const texts = new Map<string, boolean>()
  for (const { text, proseScore } of blocks)
    if (text.length >= textCharactersMin) texts.set(text, proseScore > 0 || texts.get(text) === true)
  return { title, texts: [...texts] }
}

/**
 * Learns what repeats on the pages of one site, whatever their order, or null when fewer than three of different
 * titles are given. Versions and copies of one article count as one page, since all of an article repeats in them.
 */
export function learnTemplate(pages: readonly PageTexts[]): SiteTemplate | null {
  const textsByTitle = new Map<string, Set<string>>()
  const prose = new Set<string>()
  for (const { title, texts } of pages) {
    const ofTitle = textsByTitle.get(title) ?? new Set()
    for (const [text, isProse] of texts) {
      ofTitle.add(text)
      if (isProse) prose.add(text)
    }
    textsByTitle.set(title, ofTitle)
  }
  if (textsByTitle.size < pagesMin) return null
  const counts = new Map<string, number>()
  for (const texts of textsByTitle.values())
    for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  const { size } = textsByTitle
  const neededOfProse = Math.max(repeatedProse.pages, size * repeatedProse.share)
  const neededOf = (text: string): number =>
    prose.has(text) ? neededOfProse : Math.max(2, size * repeatedShare)
  const repeated = [...counts]
    .filter(([text, count]) => count >= neededOf(text))
    .sort((a, b) => b[1] - a[1] || compareStrings(a[0], b[0]))
  const texts = repeated.slice(0, textsMax).map(([text]) => text)
  return { pages: size, texts: texts.sort(compareStrings) }
}
