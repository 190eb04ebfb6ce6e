import type { Alignment } from "./align.ts"
import type { Tile } from "./tiles.ts"

/** Words of one text that stand where the other has others, between words that both have. Either may be none. */
export interface SubstitutionBlock {
  readonly a: WordRange
  readonly b: WordRange
}

/** Words by their places: from `first`, `count` of them. */
export interface WordRange {
  readonly first: number
  readonly count: number
}

/** Words in the longest side of a block that is taken for a substitution. */
const blockWordsMax = 16

/** What the passages of `alignment` change, in the order of `a`. Long blocks are rewriting, not substitution: left out. */
export function substitutionBlocks(alignment: Alignment): readonly SubstitutionBlock[] {
  const blocks: SubstitutionBlock[] = []
  for (const { runs } of alignment.passages) {
    for (let i = 1; i < runs.length; i++) {
      const block = between(runs[i - 1]!, runs[i]!)
      if (Math.max(block.a.count, block.b.count) <= blockWordsMax) blocks.push(block)
    }
  }
  return blocks
}

function between(before: Tile, after: Tile): SubstitutionBlock {
  const [a, b] = [before.a + before.length, before.b + before.length]
  return { a: { first: a, count: after.a - a }, b: { first: b, count: after.b - b } }
}
