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
  const places = new Places(root, elementsUpTo(blocks, root))
  return blocks.map((block) => {
    const flagged = flaggedBy(block)
    const { element } = block
    places.reach(element)
    const up = places.upTo(element)
    const down = places.downTo(element)
    const isWeighed = up === 0 || (up <= upMax && block.flagged === null)
    const line = isWeighed && flagged === null ? furnitureOfLine(block.text) : null
    const isBad = flagged !== null || line !== null || block.kind === "caption"
    return { block, flagged, line, isBad, up, down, isWeighed }
  })
}

/** More than the order of each of the elements that hold the blocks and of what is around them. */
export function elementsUpTo(blocks: readonly PageBlock[], root: PageElement): number {
  let most = root.order
  for (const { element } of blocks) if (element.order > most) most = element.order
  return most + 1
}

/** Where elements stand by the root, by their order: looking them up in a map took a tenth of the reading of a page. */
class Places {
  /** One more than the steps from the root up; 0 where they are not known yet. */
  private readonly ups: Uint16Array
  private readonly downs: Uint16Array

  constructor(root: PageElement, elements: number) {
    this.ups = new Uint16Array(elements)
    this.downs = new Uint16Array(elements)
    let up = 1
    for (let at: PageElement | null = root; at; at = at.parent) this.ups[at.order] = up++
  }

  reach(element: PageElement): void {
    const { ups, downs } = this
    let known = element
    let steps = 0
    for (; ups[known.order] === 0 && known.parent !== null; known = known.parent) steps++
    const up = ups[known.order] || upMax + 2
    let down = downs[known.order]! + steps
    for (let at = element; at !== known; at = at.parent!) {
      ups[at.order] = up
      downs[at.order] = down--
    }
  }

  upTo(element: PageElement): number {
    return this.ups[element.order]! - 1
  }

  downTo(element: PageElement): number {
    return this.downs[element.order]!
  }
}
