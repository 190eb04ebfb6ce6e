import type { FeatureRow } from "./feature-row.ts"
import type { PageBlock } from "./page-blocks.ts"
import type { PageElement } from "./page-tree.ts"
import type { BlockSetting, SeenBlock } from "./seen-blocks.ts"

/** A block with more prose is a paragraph of somebody's. */
const proseMin = 2
const farthest = 99
const headlineStepsMax = 50
const neighbourFeatures = 5
const kinds: readonly PageBlock["kind"][] = ["paragraph", "heading", "list", "quote", "caption", "table"]

/** Where each block of a page stands: asked for one after the other, in page order. */
export class BlockPlaces {
  private readonly seen: readonly SeenBlock[]
  private readonly headline: number
  /** By the order of the elements around the headline, one more than the steps up to them. */
  private readonly stepsToHeadline: Uint16Array
  private readonly toProse: readonly number[]
  private readonly firstProse: number
  private readonly lastProse: number
  private readonly firstInRoot: number
  private readonly rootBlocks: number
  private readonly whole: number
  private readonly rivals: number
  private passed = 0
  private rootIndex = 0
  private lastPassed = -1
  private rivalsPassed = 0
  private linkedHeadings = 0
  private listRun = 0

  constructor(seen: readonly SeenBlock[], { headline }: BlockSetting) {
    this.seen = seen
    this.headline =
      headline === null
        ? -1
        : seen.findIndex(({ block }) => block.kind === "heading" && block.text === headline)
    const own = seen[this.headline]?.block.element ?? null
    this.stepsToHeadline = new Uint16Array(own === null ? 0 : own.order + 1)
    let steps = 1
    for (let at = own; at; at = at.parent) this.stepsToHeadline[at.order] = steps++
    this.firstProse = seen.findIndex(isProse)
    this.lastProse = seen.findLastIndex(isProse)
    this.firstInRoot = seen.findIndex(({ up }) => up === 0)
    const inRoot = seen.filter(({ up }) => up === 0)
    this.rootBlocks = inRoot.length
    this.whole = inRoot.reduce((sum, { block, isBad }) => sum + (isBad ? 0 : block.proseScore), 0)
    this.rivals = seen.filter((each) => this.isRival(each)).length
    const toProse = new Array<number>(seen.length).fill(farthest)
    for (let i = seen.length - 1, next = -1; i >= 0; i--) {
      if (next >= 0) toProse[i] = Math.min(farthest, next - i)
      if (isProse(seen[i]!)) next = i
    }
    this.toProse = toProse
  }

  /** Comes to the block at `index`, the next after the last. */
  reach(index: number): void {
    const each = this.seen[index]!
    const { block } = each
    const density = block.linkLength / block.text.length
    if (isProse(each)) this.lastPassed = index
    if (this.isRival(each)) this.rivalsPassed++
    if (block.kind === "heading" && density > 0.8) this.linkedHeadings++
    this.listRun = block.kind === "list" || density > 0.5 ? this.listRun + 1 : 0
  }

  /** Goes on from the block at `index`. */
  pass(index: number): void {
    const { block, up, isBad } = this.seen[index]!
    if (up > 0) return
    this.rootIndex++
    if (!isBad) this.passed += block.proseScore
  }

  /** Adds to `features`, in the order of `featureNames`, where the block at `index` stands, and its neighbours. */
  push(features: FeatureRow, index: number): void {
    const { block, up, down, isBad } = this.seen[index]!
    const inRoot = up === 0
    const fromHeadline = Math.max(-headlineStepsMax, Math.min(headlineStepsMax, index - this.headline))
    features.add(up)
    features.add(down)
    features.add(inRoot ? this.passed / (this.whole || 1) : index < this.firstInRoot ? -1 : 2)
    features.add(inRoot ? Math.max(0, this.whole - this.passed - (isBad ? 0 : block.proseScore)) : -1)
    features.add(inRoot ? this.rootIndex / this.rootBlocks : -1)
    features.add(this.lastPassed < 0 ? farthest : Math.min(farthest, index - this.lastPassed))
    features.add(this.toProse[index]!)
    features.add(index < this.firstProse ? 1 : 0)
    features.add(index > this.lastProse ? index - this.lastProse : 0)
    features.add(this.listRun)
    features.add(this.headline < 0 ? -headlineStepsMax : fromHeadline)
    features.add(this.headline < 0 ? 2 : index > this.headline ? 1 : 0)
    this.pushHeadlineSteps(features, block.element)
    features.add(this.rivalsPassed)
    features.add(this.rivals)
    features.add(this.articleOf(block.element))
    features.add(this.linkedHeadings)
    this.pushNeighbour(features, index - 1, up)
    this.pushNeighbour(features, index + 1, up)
  }

  private pushNeighbour(features: FeatureRow, index: number, up: number): void {
    const each = this.seen[index]
    if (each === undefined || Math.min(each.up, 3) !== Math.min(up, 3)) {
      for (let left = neighbourFeatures; left > 0; left--) features.add(-1)
      return
    }
    const { block, isBad } = each
    features.add(Math.log2(1 + block.text.length))
    features.add(block.linkLength / block.text.length)
    features.add(block.proseScore)
    features.add(kinds.indexOf(block.kind))
    features.add(isBad ? 1 : 0)
  }

  /** Steps from the headline up to the element that holds both, and from there down. */
  private pushHeadlineSteps(features: FeatureRow, element: PageElement): void {
    let down = 0
    for (let at: PageElement | null = element; at; at = at.parent) {
      const up = this.stepsToHeadline[at.order] ?? 0
      if (up > 0) {
        features.add(up - 1)
        features.add(down)
        return
      }
      down++
    }
    features.add(-1)
    features.add(-1)
  }

  /** A heading marked as the headline is, over something else. */
  private isRival({ block }: SeenBlock): boolean {
    const own = this.seen[this.headline]?.block
    return (
      own !== undefined &&
      block.level === own.level &&
      block.text !== own.text &&
      block.element.tag === own.element.tag &&
      block.element.attributes.class === own.element.attributes.class
    )
  }

  /** 0 in no article element, 1 in the headline's, 2 in another, 3 where no headline is printed. */
  private articleOf(element: PageElement): number {
    for (let at: PageElement | null = element; at; at = at.parent)
      if (at.tag === "article" || at.attributes.role === "article")
        return (this.stepsToHeadline[at.order] ?? 0) > 0 ? 1 : this.headline < 0 ? 3 : 2
    return 0
  }
}

function isProse({ block, up, isBad }: SeenBlock): boolean {
  return up === 0 && !isBad && block.proseScore >= proseMin
}
