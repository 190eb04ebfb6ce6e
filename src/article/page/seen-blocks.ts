import { furnitureOfLine } from "../furniture-line.ts"
import type { PlainBlock } from "./filter-blocks.ts"
import type { Flagged, PageBlock } from "./page-blocks.ts"
import type { PageElement } from "./page-tree.ts"

/** What the blocks of a page are seen against. */
export interface BlockSetting {
  readonly root: PageElement
  /** The innermost container of a block that is furniture and not trusted, or null. */
  readonly flaggedBy: (block: PageBlock) => Flagged | null
  readonly title: string | null
  /** The headline as the page prints it. */
  readonly headline: string | null
}

/** A block with what a first look tells of it. */
export interface SeenBlock extends PlainBlock {
  /** True of what the rules alone would leave out. */
  readonly isBad: boolean
  /** Steps from the root up to the element that holds both, and from there down to the block. */
  readonly up: number
  readonly down: number
  /** True of blocks that may be the article's: those in the root, and those near it that are in no flagged container. */
  readonly isWeighed: boolean
}

/** Blocks farther from the root are no part of the article. */
const upMax = 5

export function seeBlocks(
  blocks: readonly PageBlock[],
  { root, flaggedBy }: BlockSetting,
): readonly SeenBlock[] {
  const places = new Map<PageElement, Place>()
  let up = 0
  for (let at: PageElement | null = root; at; at = at.parent) places.set(at, { up: up++, down: 0 })
  return blocks.map((block) => {
    const flagged = flaggedBy(block)
    const { up, down } = placeOf(block.element, places)
    const isWeighed = up === 0 || (up <= upMax && block.flagged === null)
    const line = isWeighed && flagged === null ? furnitureOfLine(block.text) : null
    const isBad = flagged !== null || line !== null || block.kind === "caption"
    return { block, flagged, line, isBad, up, down, isWeighed }
  })
}

interface Place {
  readonly up: number
  readonly down: number
}

function placeOf(element: PageElement, places: Map<PageElement, Place>): Place {
  const passed: PageElement[] = []
  let at: PageElement = element
  let known = places.get(at)
  while (known === undefined && at.parent !== null) {
    passed.push(at)
    at = at.parent
    known = places.get(at)
  }
  let place = known ?? { up: upMax + 1, down: 0 }
  for (let i = passed.length - 1; i >= 0; i--) {
    place = { up: place.up, down: place.down + 1 }
    places.set(passed[i]!, place)
  }
  return place
}
