import { type FurnitureFinding, furnitureOfLine, siteTalkCues } from "../furniture-line.ts"
import { readMetaLine } from "../meta-line.ts"
import type { Flagged, PageBlock } from "./page-blocks.ts"

/** What becomes of a block of the root: kept, or dropped at a step for a reason. */
export interface BlockVerdict {
  readonly block: PageBlock
  readonly keep: boolean
  readonly step: string
  readonly reason: string
  readonly score: number | null
}

/** A block with what is known of it by itself. */
export interface PlainBlock {
  readonly block: PageBlock
  readonly flagged: Flagged | null
  /** What its words alone say it is; not asked where it is flagged. */
  readonly line: FurnitureFinding | null
}

/**
 * Judges blocks by rules alone, in page order: for text that was given apart from its page, where there is nothing to
 * weigh a block against. `flaggedBy` says which containers count.
 */
export function filterBlocks(
  blocks: readonly PageBlock[],
  title: string | null,
  flaggedBy: (block: PageBlock) => Flagged | null,
  template: ReadonlySet<string>,
): readonly BlockVerdict[] {
  const plain = blocks.map((block) => {
    const flagged = flaggedBy(block)
    return { block, flagged, line: flagged ? null : furnitureOfLine(block.text) }
  })
  return ruleBlocks(plain, title, template)
}

/** What the rules alone say of blocks, in page order. */
export function ruleBlocks(
  blocks: readonly PlainBlock[],
  title: string | null,
  template: ReadonlySet<string>,
): readonly BlockVerdict[] {
  const foldedTitle = title === null ? null : folded(title)
  const verdicts = blocks.map((each, index) =>
    template.has(each.block.text)
      ? drop(each.block, "template", "repeats on the site's pages")
      : verdictOf(each, foldedTitle, headsProse(blocks, index)),
  )
  dropBeforeLede(verdicts)
  dropAfterMarker(verdicts)
  dropTail(verdicts)
  dropRepeated(verdicts)
  dropBareHeadings(verdicts)
  return verdicts
}

function keep(block: PageBlock): BlockVerdict {
  return { block, keep: true, step: "kept", reason: "", score: null }
}

function drop(block: PageBlock, step: string, reason: string, score: number | null = null): BlockVerdict {
  return { block, keep: false, step, reason, score }
}

function verdictOf(
  { block, flagged, line }: PlainBlock,
  title: string | null,
  isHeading: boolean,
): BlockVerdict {
  const { text, linkLength, kind } = block
  if (flagged) return drop(block, "container", flagged.finding.reason)
  if (kind === "caption") return drop(block, "caption", "in a figure")
  if (title !== null && Math.abs(text.length - title.length) < 20 && folded(text) === title)
    return drop(block, "title", "repeats the title")
  const density = linkLength / text.length
  if (density > 0.8 && text.length < 120 && !isHeading && !insideProse(block))
    return drop(block, "links", "nothing but links", density)
  if (density > 0.5 && text.length < 80 && kind === "list")
    return drop(block, "links", "a list of links", density)
  const isPlain = linkLength === 0 && text.length >= 90
  if (line && !(isPlain && line.kind === "boilerplate")) return drop(block, "words", line.rule)
  return keep(block)
}

/**
 * True of a heading between paragraphs that are its siblings: it is the article's, even where it is a link. A teaser's
 * heading stands in a container of its own, or has only a line or two below it.
 */
function headsProse(blocks: readonly PlainBlock[], index: number): boolean {
  const { block } = blocks[index]!
  if (block.kind !== "heading") return false
  const parent = block.element.parent
  const isSibling = (other: PlainBlock | undefined): boolean =>
    other !== undefined && other.block.proseScore >= siblingScoreMin && other.block.element.parent === parent
  return isSibling(blocks[index - 1]) && isSibling(blocks[index + 1]) && isSibling(blocks[index + 2])
}

const siblingScoreMin = 2

function insideProse(block: PageBlock): boolean {
  return block.kind === "quote"
}

/** Before the first prose stand the byline, the date and the picture's words. */
function dropBeforeLede(verdicts: BlockVerdict[]): void {
  const lede = verdicts.findIndex((v) => v.keep && v.block.kind !== "heading" && v.block.proseScore >= 2)
  for (let i = 0; i < lede; i++) {
    const { block, keep: kept } = verdicts[i]!
    if (!kept) continue
    if (readMetaLine(block.text, null, true)) verdicts[i] = drop(block, "before the lede", "byline or date")
    else if (block.text.length < 60 && block.kind !== "heading" && !/[.!?…]["'”’»]?$/.test(block.text))
      verdicts[i] = drop(block, "before the lede", "short and no sentence")
  }
}

/** What begins with the words of a list of links, far enough down, has done with the article. */
function dropAfterMarker(verdicts: BlockVerdict[]): void {
  let whole = 0
  for (const { block, keep: kept } of verdicts) if (kept) whole += block.proseScore
  let passed = 0
  for (let i = 0; i < verdicts.length; i++) {
    const { block, keep: kept, reason } = verdicts[i]!
    if (kept) passed += block.proseScore
    else if (passed >= whole * markerShare && endMarkers.has(reason) && block.text.length < 60) {
      for (let j = i + 1; j < verdicts.length; j++)
        if (verdicts[j]!.keep)
          verdicts[j] = drop(verdicts[j]!.block, "after the end", `below "${block.text}"`)
      return
    }
  }
}

/** The share of the prose that must stand above words that end an article. */
const markerShare = 0.8
const endMarkers: ReadonlySet<string> = new Set(["related-heading", "comment-words"])

const tailBlocksMax = 500

/** After the last prose, short blocks without a sentence are the page's. */
function dropTail(verdicts: BlockVerdict[]): void {
  for (let i = verdicts.length - 1, looked = 0; i >= 0 && looked < tailBlocksMax; i--) {
    const { block, keep: kept } = verdicts[i]!
    if (!kept) continue
    looked++
    const { text } = block
    const density = block.linkLength / text.length
    if (siteTalkCues(text) >= (text.length < 300 ? 2 : 3) && !/[“”"]/.test(text))
      verdicts[i] = drop(block, "tail", "talk of the site")
    else if (block.kind === "heading") verdicts[i] = drop(block, "tail", "heading over nothing")
    else if (density > 0.5 && text.length < 200) verdicts[i] = drop(block, "tail", "links", density)
    else if (readMetaLine(text, null, false)) verdicts[i] = drop(block, "tail", "byline or date")
    else break
  }
}

export function dropRepeated(verdicts: BlockVerdict[]): void {
  const seen = new Set<string>()
  for (const [index, { block, keep: kept }] of verdicts.entries()) {
    if (!kept || block.text.length < 40) continue
    if (seen.has(block.text)) verdicts[index] = drop(block, "repeated", "stood before")
    seen.add(block.text)
  }
}

/** A heading whose section was dropped goes with it. */
export function dropBareHeadings(verdicts: BlockVerdict[]): void {
  for (let i = 0; i < verdicts.length; i++) {
    const { block, keep: kept } = verdicts[i]!
    if (!kept || block.kind !== "heading") continue
    let next = i + 1
    let dropped = 0
    while (next < verdicts.length && !verdicts[next]!.keep) {
      next++
      dropped++
    }
    const following = verdicts[next]?.block
    const over = !following || (following.kind === "heading" && following.level < block.level)
    if (over || (following.kind === "heading" && dropped >= 2 && following.level <= block.level))
      verdicts[i] = drop(block, "heading", "heading over nothing")
  }
}

/** The words of a text in small letters, one blank between two. */
export function folded(text: string): string {
  const small = text.toLowerCase()
  // Properties of characters are dear to ask for, and most headings have none but these.
  const between = /^[\0-\x7f“”‘’–—…]*$/.test(small) ? /[^a-z0-9]+/g : /[^\p{L}\p{N}]+/gu
  return small.replace(between, " ").trim()
}
