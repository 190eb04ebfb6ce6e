import { assert } from "../../base/index.ts"
import type { Furniture } from "../article.ts"
import { BlockGroups } from "./block-groups.ts"
import { BlockPlaces } from "./block-places.ts"
import { isBlank } from "./clean-text.ts"
import type { ContainerFinding } from "./container-names.ts"
import { FeatureRow } from "./feature-row.ts"
import { folded } from "./filter-blocks.ts"
import type { PageBlock } from "./page-blocks.ts"
import { isElement, type PageElement } from "./page-tree.ts"
import { type BlockSetting, elementsUpTo, type SeenBlock, seeBlocks } from "./seen-blocks.ts"

/** A block that may be the article's, with what is seen of it in the order of `featureNames`. */
export interface BlockView extends SeenBlock {
  readonly features: Float64Array
}

const groups: readonly (readonly [group: string, names: string])[] = [
  [
    "its text's form",
    "length, density, prose, ending, beginning, digits, capitals, small letters, commas, early colon, marks, bars, quotation marks, year, wide script, unspaced",
  ],
  ["its words", "kind, title"],
  ["the rest of the page's text", "times, again"],
  ["its element", "kind, level, tag, emphasis, children, property, quotation"],
  ["its containers' names", "flag, strength, trusted flag, flags, hidden"],
  [
    "where it stands",
    "up, down, prose before, prose after, place, since prose, to prose, before prose, after prose, list run, from headline, below headline, headline up, headline down, rivals above, rivals, article, linked headings",
  ],
  [
    "its neighbours",
    "length before, density before, prose before, kind before, bad before, length after, density after, prose after, kind after, bad after",
  ],
  ["blocks of its shape", "blocks, all prose, density, length, outside, prose, bad, first"],
  ["its container", "density, blocks, prose, bad, headings, steps, short"],
  ["its parent", "prose, density"],
]

/** Of each feature its group, as told to the reader of an explanation, and its own name. */
export const featureNames: readonly { readonly group: string; readonly name: string }[] = groups.flatMap(
  ([group, names]) => names.split(", ").map((name) => ({ group, name })),
)

/**
 * What is seen of the blocks of a page, asked for one after the other in page order. Time linear in the page's text and
 * its blocks, each of these times the depth of the tree.
 */
export class BlockFeatures {
  private readonly seen: readonly SeenBlock[]
  private readonly root: PageElement
  private readonly title: string | null
  private readonly groups: BlockGroups
  private readonly places: BlockPlaces
  /** Of each block the first one with its text. */
  private readonly firstOf: Int32Array
  /** By the first block of a text, how many have it. */
  private readonly times: Int32Array
  private readonly row = new FeatureRow(featureNames.length)

  constructor(seen: readonly SeenBlock[], setting: BlockSetting) {
    const blocks = seen.map(({ block }) => block)
    this.seen = seen
    this.root = setting.root
    this.title = setting.title === null ? null : folded(setting.title)
    this.groups = new BlockGroups(seen, setting.root, elementsUpTo(blocks, setting.root))
    this.places = new BlockPlaces(seen, setting)
    this.firstOf = new Int32Array(seen.length)
    this.times = new Int32Array(seen.length)
    const firsts = new Map<string, number>()
    for (let index = 0; index < blocks.length; index++) {
      const { text } = blocks[index]!
      let first = firsts.get(text)
      if (first === undefined) {
        first = index
        firsts.set(text, first)
      }
      this.firstOf[index] = first
      this.times[first]!++
    }
  }

  /** Comes to the block at `index`, the next after the last. */
  reach(index: number): void {
    this.places.reach(index)
  }

  /** Goes on from the block at `index`. */
  pass(index: number): void {
    this.places.pass(index)
  }

  /** The features of the block that was reached; the next call writes over them. */
  of(index: number): Float64Array {
    const { seen, row } = this
    const each = seen[index]!
    const first = this.firstOf[index]!
    row.clear()
    pushTextFeatures(row, each.block)
    pushWordFeatures(row, each, this.title)
    row.add(this.times[first]!)
    row.add(first < index ? 1 : 0)
    pushElementFeatures(row, each.block, this.root)
    pushFlagFeatures(row, each)
    this.places.push(row, index)
    this.groups.push(row, each, index)
    assert(row.length === featureNames.length, "every feature has its name")
    return row.values
  }
}

/** The blocks of the page that may be the article's, in page order, each with all that is seen of it. */
export function viewBlocks(blocks: readonly PageBlock[], setting: BlockSetting): readonly BlockView[] {
  const seen = seeBlocks(blocks, setting)
  const features = new BlockFeatures(seen, setting)
  const views: BlockView[] = []
  for (const [index, each] of seen.entries()) {
    features.reach(index)
    if (each.isWeighed) views.push({ ...each, features: features.of(index).slice() })
    features.pass(index)
  }
  return views
}

const kinds: readonly PageBlock["kind"][] = ["paragraph", "heading", "list", "quote", "caption", "table"]
const flagKinds: readonly ContainerFinding["kind"][] = [
  "navigation",
  "comment",
  "share",
  "related",
  "promotion",
  "hidden",
  "meta",
  "media",
]
const tags = "p div span li td h1 h2 h3 h4 h5 section article blockquote figcaption a button dt dd th".split(
  " ",
)
const lineKinds: readonly Furniture["kind"][] = [
  "byline",
  "dateline",
  "caption",
  "link",
  "comment",
  "share",
  "boilerplate",
]
/** A long block is known by its beginning. */
const headCharactersMax = 600

function pushTextFeatures(features: FeatureRow, { text, linkLength, proseScore }: PageBlock): void {
  const length = Math.min(text.length, headCharactersMax)
  let digits = 0
  let capitals = 0
  let small = 0
  let commas = 0
  let blanks = 0
  let seen = 0
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i)
    if (unit >= 97 && unit <= 122) small++
    else if (unit === 32) blanks++
    else if (unit >= 65 && unit <= 90) capitals++
    else if (unit >= 48 && unit <= 57) digits++
    else if (unit === 44) commas++
    else seen |= markOf(unit)
  }
  const head = length < text.length ? text.slice(0, length) : text
  const end = text.slice(-4)
  const colon = (seen & marks.colon) === 0 ? -1 : head.indexOf(":")
  const isAddress =
    (seen & marks.address) !== 0 || head.includes("www.") || (colon >= 0 && /https?:/.test(head))
  features.add(Math.log2(1 + text.length))
  features.add(linkLength / text.length)
  features.add(proseScore)
  features.add(/[.!?…。！？।]["'”’»)]*$/.test(end) ? 1 : /[:：]$/.test(end) ? 2 : 0)
  features.add(beginningOf(head))
  features.add(digits / length)
  features.add(capitals / length)
  features.add(small / length)
  features.add(commas)
  features.add(colon >= 0 && colon < 30 ? 1 : 0)
  features.add(isAddress ? 1 : 0)
  features.add((seen & marks.bar) === 0 ? 0 : 1)
  features.add((seen & marks.quotation) === 0 ? 0 : 1)
  features.add(digits >= 4 && /\b(?:19|20)\d\d\b/.test(head) ? 1 : 0)
  features.add((seen & marks.wide) === 0 ? 0 : 1)
  features.add(blanks === 0 && (digits > 0 || /[_/@]/.test(head)) ? 1 : 0)
}

const marks = { colon: 1, address: 2, bar: 4, quotation: 8, wide: 16 }

function markOf(unit: number): number {
  switch (unit) {
    case 0x3a:
      return marks.colon
    case 0x40:
    case 0xa9:
      return marks.address
    case 0x22:
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0xab:
      return marks.quotation
    case 0xbb:
      return marks.quotation | marks.bar
    case 0x7c:
    case 0x203a:
    case 0x2022:
    case 0x2192:
      return marks.bar
    default:
      return unit >= 0x3040 && unit <= 0xd7af ? marks.wide : 0
  }
}

function beginningOf(text: string): number {
  const unit = text.charCodeAt(0)
  if (unit >= 97 && unit <= 122) return 1
  if (unit >= 65 && unit <= 90) return 2
  if (unit >= 48 && unit <= 57) return 3
  if (unit < 0x80 || (unit >= 0x2010 && unit <= 0x203f)) return /["“‘'([]/.test(text[0]!) ? 4 : 0
  if (/^\p{Ll}/u.test(text)) return 1
  if (/^\p{Lu}/u.test(text)) return 2
  return /^\p{L}/u.test(text) ? 5 : 0
}

function pushWordFeatures(features: FeatureRow, { block, line }: SeenBlock, title: string | null): void {
  const { text } = block
  const isTitle = title !== null && Math.abs(text.length - title.length) < 20 && folded(text) === title
  features.add(line === null ? 0 : 1 + lineKinds.indexOf(line.kind))
  features.add(isTitle ? 1 : 0)
}

function pushElementFeatures(
  features: FeatureRow,
  { element, kind, level }: PageBlock,
  root: PageElement,
): void {
  features.add(kinds.indexOf(kind))
  features.add(level)
  features.add(1 + tags.indexOf(element.tag))
  features.add(emphasisOf(element))
  features.add(Math.min(childrenMax, element.children.length))
  features.add(propertyOf(element, root))
  features.add(quotationOf(element))
}

const childrenMax = 20
const emphases: Readonly<Record<string, number>> = { em: 1, i: 1, strong: 2, b: 2, a: 3, span: 4 }

/** What the whole of an element stands in, if in one thing. */
function emphasisOf({ children }: PageElement): number {
  if (children.length > childrenMax) return 0
  let only: PageElement | null = null
  for (const child of children) {
    if (!isElement(child) && isBlank(child)) continue
    if (only !== null || !isElement(child)) return 0
    only = child
  }
  return only === null ? 0 : (emphases[only.tag] ?? 0)
}

/** 1 in what microdata name as the text, 2 in another property of theirs. */
function propertyOf(element: PageElement, root: PageElement): number {
  let steps = 0
  for (let at: PageElement | null = element; at && steps < 4; at = at.parent, steps++) {
    const { itemprop } = at.attributes
    if (itemprop !== undefined) return /articleBody|text/i.test(itemprop) ? 1 : 2
    if (at === root) break
  }
  return 0
}

function quotationOf(element: PageElement): number {
  let steps = 0
  for (let at: PageElement | null = element; at && steps < 5; at = at.parent, steps++)
    if (at.tag === "blockquote")
      return /twitter|instagram|fb-post|embed|tiktok|reddit/.test(at.attributes.class ?? "") ? 2 : 1
  return 0
}

function pushFlagFeatures(features: FeatureRow, { block, flagged }: SeenBlock): void {
  let trusted = 0
  let count = 0
  let hidden = 0
  for (let flag = block.flagged; flag; flag = flag.outer) {
    const { kind } = flag.finding
    count++
    if (flag !== flagged && trusted === 0) trusted = 1 + flagKinds.indexOf(kind)
    if (kind === "hidden" && hidden === 0) hidden = flag === flagged ? 1 : 2
  }
  const { kind, strong } = flagged?.finding ?? { kind: null, strong: false }
  features.add(kind === null ? 0 : 1 + flagKinds.indexOf(kind))
  features.add(kind === null ? 0 : strong ? 2 : 1)
  features.add(trusted)
  features.add(count)
  features.add(hidden)
}
