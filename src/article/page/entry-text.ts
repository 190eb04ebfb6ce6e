import type { Block, PageKind } from "../article.ts"
import { filterBlocks } from "./filter-blocks.ts"
import type { Flagged, PageBlock, PageOutline } from "./page-blocks.ts"
import { blocksByEntry, namedPosts, type PageEntry, timedEntries } from "./page-entries.ts"
import type { PageText } from "./page-text.ts"
import { isWithin, type PageElement } from "./page-tree.ts"

/** A block to be printed, with who wrote it and when where the page says so of a part of its text. */
export interface TextPart {
  readonly text: string
  readonly kind: Block["kind"]
  readonly at?: string
  readonly by?: string
}

/** A thread's posts hold at least this share of the prose that was found, or they were not found. */
const heldShareMin = 0.4
const repeatedCharactersMin = 40

/**
 * The text of a page that is made of many: a live blog's updates under their times, in the order printed; a thread's
 * posts; a gallery's captions. Null where its parts could not be told apart, and the page is read like any other.
 */
export function entryText(
  kind: PageKind["kind"],
  outline: PageOutline,
  page: PageText,
  template: ReadonlySet<string>,
): readonly TextPart[] | null {
  if (kind === "gallery") return galleryText(outline, page)
  const entries = kind === "live-blog" ? timedEntries(outline) : namedPosts(outline)
  if (entries.length < 2) return null
  const parts = partsOf(entries, outline.blocks, template, kind === "live-blog")
  const length = parts.reduce((sum, { text }) => sum + text.length, 0)
  const found = page.blocks.reduce((sum, { text }) => sum + text.length, 0)
  if (length < found * heldShareMin) return null
  const first = entries[0]!.element
  const inEntry = (block: PageBlock): boolean =>
    entries.some(({ element }) => isWithin(block.element, element))
  const isAbove = (block: PageBlock): boolean => block.element.order < first.order && !inEntry(block)
  const above = kind === "live-blog" ? page.blocks.filter(isAbove) : []
  return [...above.map(({ text, kind: blockKind }) => ({ text, kind: blockKind })), ...parts]
}

function partsOf(
  entries: readonly PageEntry[],
  blocks: readonly PageBlock[],
  template: ReadonlySet<string>,
  isTimed: boolean,
): readonly TextPart[] {
  const held = blocksByEntry(blocks, entries)
  const seen = new Set<string>()
  return entries.flatMap(({ element, printed, at, by }) => {
    const own = (held.get(element) ?? []).filter(({ text }) => text !== printed && !seen.has(text))
    const verdicts = filterBlocks(own, null, (block) => flagInside(block, element), template)
    const kept = verdicts.flatMap((verdict) => (verdict.keep ? [verdict.block] : []))
    for (const { text } of kept) if (text.length >= repeatedCharactersMin) seen.add(text)
    if (!kept.some(({ proseScore }) => proseScore > 0)) return []
    const said = { ...(at === null ? {} : { at }), ...(by === null ? {} : { by }) }
    const parts: TextPart[] = kept.map((block) => ({
      text: block.text,
      kind: kindIn(element, block),
      ...said,
    }))
    const time = printed ?? at
    return isTimed && time !== null ? [{ text: time, kind: "heading" as const, ...said }, ...parts] : parts
  })
}

/** An entry that is an item of a list makes no list of its words. */
function kindIn(entry: PageElement, { kind, element }: PageBlock): Block["kind"] {
  if (kind !== "list") return kind
  for (let at: PageElement | null = element; at && at !== entry; at = at.parent)
    if (at.tag === "li") return kind
  return entry.tag === "li" ? "paragraph" : kind
}

/** The container inside an entry that sets a block aside; what is said of when and by whom is not asked for here. */
function flagInside(block: PageBlock, entry: PageElement): Flagged | null {
  for (let flag = block.flagged; flag; flag = flag.outer) {
    if (flag.element === entry || !isWithin(flag.element, entry)) return null
    if (flag.finding.kind !== "media" || flag.finding.strong) return flag
  }
  return null
}

/** `3 of 12`, `3/12`, `Slide 3`: what a gallery counts its pictures with. */
const counter =
  /^(?:(?:slide|image|photo|picture|bild|foto|photo|imagen|diapositive)\s)?\d{1,3}\s?(?:\/|of|von|sur|de|di|av|van|–|-)\s?\d{1,3}[.:]?$|^(?:slide|image|photo|picture|bild|foto|imagen)\s\d{1,3}$/i
const foreignKinds = new Set(["related", "comment", "promotion", "navigation", "share"])
const captionCharactersMin = 25

/** The captions in page order among the text that was found, each once, without counters. */
function galleryText({ blocks }: PageOutline, page: PageText): readonly TextPart[] {
  const kept = new Set(page.blocks)
  const seen = new Set<string>()
  const parts: TextPart[] = []
  for (const block of blocks) {
    const isCaption = isGalleryCaption(block)
    const text = block.text.replace(leadingCounter, "")
    if ((!kept.has(block) && !isCaption) || counter.test(block.text) || seen.has(text)) continue
    seen.add(text)
    parts.push({ text, kind: isCaption ? "caption" : block.kind })
  }
  return parts
}

const leadingCounter = /^\d{1,3}\s?(?:\/|of|von|sur|de)\s?\d{1,3}[\s.:–-]+(?=\p{L}|["“«])/iu

/** Words under a picture that are more than a credit. */
export function isGalleryCaption(block: PageBlock): boolean {
  if (block.text.length < captionCharactersMin || block.linkLength > block.text.length / 2) return false
  let isMedia = block.kind === "caption"
  for (let flag = block.flagged; flag; flag = flag.outer) {
    if (foreignKinds.has(flag.finding.kind)) return false
    isMedia ||= flag.finding.kind === "media"
  }
  return isMedia && !/^(?:©|(?:photo|foto|bild|image|crédit|credit)s?\b.{0,12}[:/])/i.test(block.text)
}

/** The number of captions on the page, of lines that count pictures, and the length of the captions. */
export function gallerySigns(blocks: readonly PageBlock[]): {
  readonly captions: number
  readonly counters: number
  readonly captionCharacters: number
} {
  let captions = 0
  let counters = 0
  let captionCharacters = 0
  for (const block of blocks) {
    if (block.text.length <= 24 && counter.test(block.text)) counters++
    else if (isGalleryCaption(block)) {
      captions++
      captionCharacters += block.text.length
    }
  }
  return { captions, counters, captionCharacters }
}
