import type { PageBlock } from "./page-blocks.ts"
import { outlinePage } from "./page-blocks.ts"
import type { PageMetadata } from "./page-metadata.ts"
import { type PageText, pageText } from "./page-text.ts"
import { isWithin, type PageElement, type PageTree } from "./page-tree.ts"
import { parsePage } from "./parse-page.ts"

/** A given body shorter than this is a summary. */
const bodyCharactersMin = 400
/** A given body is taken where the page prints less than this share of it; as given it is often cut short. */
const printedShareMax = 0.4
const confirmedScoreMin = 8

/**
 * The text of a page whose linked data hold the body of its article: as printed, read again around the printed
 * paragraphs of the body where the text was looked for in the wrong place.
 */
export function confirmedText(
  tree: PageTree,
  blocks: readonly PageBlock[],
  metadata: PageMetadata,
  template: ReadonlySet<string>,
  page: PageText,
  explain: boolean,
): PageText {
  const body = metadata.linked?.body ?? null
  if (body === null || body.length < bodyCharactersMin) return page
  const given = lettersOf(body)
  const confirmed = blocks.filter((block) => block.proseScore > 0 && given.includes(headOf(block.text)))
  const whole = scoreOf(confirmed)
  const held = scoreOf(confirmed.filter(({ element }) => isWithin(element, page.root)))
  if (whole < confirmedScoreMin || held > whole / 2) return page
  const place = commonElement(confirmed.map((block) => block.element))
  const around = blocks.filter((block) => isWithin(block.element, place))
  const found = pageText(tree, around, metadata, template, explain)
  return { ...found, rule: "around what json-ld articleBody says" }
}

/** The body in the linked data, where the page prints hardly any of it. */
export function linkedText(body: string | null, page: PageText): readonly PageBlock[] | null {
  if (body === null || body.length < bodyCharactersMin) return null
  const length = page.blocks.reduce((sum, block) => sum + block.text.length, 0)
  return length > body.length * printedShareMax ? null : blocksOfMarkup(body)
}

/** The blocks of a text that may hold markup, or only line breaks. */
export function blocksOfMarkup(markup: string): readonly PageBlock[] {
  const isMarked = /<\/?(?:p|div|br|li|h[1-6])\b/i.test(markup)
  const html = isMarked ? markup : markup.replace(/\n+/g, "<p>")
  return outlinePage(parsePage(html)).blocks
}

function scoreOf(blocks: readonly PageBlock[]): number {
  return blocks.reduce((sum, block) => sum + block.proseScore, 0)
}

function headOf(text: string): string {
  return lettersOf(text.slice(0, 120)).slice(0, headLettersMax)
}

const headLettersMax = 60

/** Letters and digits alone: what line breaks, quotes and markup leave alike. */
function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "")
}

function commonElement(elements: readonly PageElement[]): PageElement {
  let [place] = elements as [PageElement]
  for (const element of elements)
    while (!isWithin(element, place) && place.parent !== null) place = place.parent
  return place
}
