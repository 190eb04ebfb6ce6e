import type { ReportId } from "../article/index.ts"
import { compareStrings } from "../base/index.ts"

/**
 * What a person has said of which reports tell one story. A split is an `other-story` between the two sides, and so is
 * "not the same event". Rulings stand in a list in the order in which they were given: where two contradict each
 * other, the later one holds. They are applied last and outlive every rebuild; ids of reports that are not there bear on
 * nothing until these return. A ruling on a report says nothing of its copies.
 */
export type StoryRuling =
  | { readonly kind: "same-story"; readonly reports: readonly ReportId[] }
  | {
      readonly kind: "other-story"
      /** None of these is in one story with any of `others`. */
      readonly reports: readonly ReportId[]
      readonly others: readonly ReportId[]
    }

/** Reports that the rulings in force keep in one story, or a single one that they keep from others. */
export interface RuledBlock {
  readonly reports: ReadonlySet<string>
  /** The sides of `other-story` rulings that its reports are on: for the ruling at place `n`, `2n` and `2n + 1`. */
  readonly sides: ReadonlySet<number>
  /** True where a ruling on one of its reports gave way to a later one. */
  readonly isContested: boolean
}

/** What is left to hold of a list of rulings once the later ones have overruled the earlier. */
export interface SettledRulings {
  /** Null for a report of which nothing was said. */
  blockOf(report: string): RuledBlock | null
  /** Places in the list of those that do not hold in full. */
  readonly overruled: ReadonlySet<number>
}

interface Block extends RuledBlock {
  readonly reports: Set<string>
  readonly sides: Set<number>
  isContested: boolean
}

/** Blocks that one ruling's reports may fall into, where later rulings keep these apart; the others stay alone. */
const partsMax = 64

/**
 * What the rulings come to, the last one first: each is held as far as those after it allow. Of an earlier
 * `same-story` whose reports a later ruling parts, each report stays with the first, by id, that it may be with.
 * What holds follows on: of A with B and B with C, A is with C, whether B is there or not.
 * Cost: the reports named, times the logarithm of their number, and the rulings that a block is a side of.
 */
export function settleRulings(rulings: readonly StoryRuling[]): SettledRulings {
  const blocks = new Map<string, Block>()
  const overruled = new Set<number>()
  const blockOf = (report: string): Block => {
    let block = blocks.get(report)
    if (block === undefined) {
      block = { reports: new Set([report]), sides: new Set(), isContested: false }
      blocks.set(report, block)
    }
    return block
  }
  for (let place = rulings.length - 1; place >= 0; place--) {
    const ruling = rulings[place]!
    const held =
      ruling.kind === "same-story"
        ? joinBlocks(new Set([...ruling.reports].sort(compareStrings).map(blockOf)), blocks)
        : partBlocks(ruling.reports.map(blockOf), ruling.others.map(blockOf), 2 * place)
    if (!held) overruled.add(place)
  }
  return { blockOf: (report) => blocks.get(report) ?? null, overruled }
}

/** True where a ruling in force keeps a report of `a` from one of `b`, which is another block or several others. */
export function areApart(a: Pick<RuledBlock, "sides">, b: Pick<RuledBlock, "sides">): boolean {
  const [few, many] = a.sides.size <= b.sides.size ? [a.sides, b.sides] : [b.sides, a.sides]
  for (const side of few) if (many.has(side ^ 1)) return true
  return false
}

/** Makes one block of all, or of as many as may be together; false where some may not. */
function joinBlocks(joined: ReadonlySet<Block>, blocks: Map<string, Block>): boolean {
  const parts: Block[] = []
  let held = true
  for (const block of joined) {
    const at = parts.findIndex((part) => !areApart(part, block))
    if (at >= 0) parts[at] = merged(parts[at]!, block, blocks)
    else if (parts.length < partsMax) parts.push(block)
    held &&= at >= 0 || parts.length === 1
  }
  if (!held) for (const block of joined) blocks.get(firstOf(block.reports))!.isContested = true
  return held
}

function firstOf(reports: ReadonlySet<string>): string {
  for (const report of reports) return report
  return ""
}

/** The smaller goes into the larger. */
function merged(a: Block, b: Block, blocks: Map<string, Block>): Block {
  const [large, small] = a.reports.size >= b.reports.size ? [a, b] : [b, a]
  for (const report of small.reports) {
    large.reports.add(report)
    blocks.set(report, large)
  }
  for (const side of small.sides) large.sides.add(side)
  large.isContested ||= small.isContested
  return large
}

/** Puts the blocks on the two sides; false where one is on both, kept together by a later ruling. */
function partBlocks(blocks: readonly Block[], others: readonly Block[], side: number): boolean {
  let held = true
  for (const block of blocks) block.sides.add(side)
  for (const block of others) {
    block.sides.add(side + 1)
    if (!block.sides.has(side)) continue
    held = false
    block.isContested = true
  }
  return held
}
