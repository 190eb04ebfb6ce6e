import {
  joinPairs,
  joinPostingParts,
  type PairColumns,
  type PairLimits,
  type PostingIndex,
  type PostingPart,
  type PrintColumns,
  postingPartsOf,
  rankTexts,
  sharedColumn,
  textCount,
} from "../reuse/index.ts"
import type { ReuseAnswer, ReuseTask } from "./reuse-task.ts"
import type { WorkerPool } from "./worker-pool.ts"

export type ReusePool = WorkerPool<ReuseTask, ReuseAnswer>

/** Texts in one task. */
export const textsPerTask = 16_384

export async function indexInWorkers(pool: ReusePool, prints: PrintColumns): Promise<PostingIndex> {
  const textOfRank = rankTexts(prints)
  const parts = postingPartsOf(prints)
  const postings = await pool.run(
    Array.from(
      { length: parts },
      (_, part): ReuseTask => ({ kind: "postings", prints, textOfRank, part, parts }),
    ),
  )
  return joinPostingParts(textOfRank, postings as readonly PostingPart[])
}

export async function pairInWorkers(
  pool: ReusePool,
  index: PostingIndex,
  limits: PairLimits,
): Promise<PairColumns> {
  const texts = index.textOfRank.length
  const found = await pool.run(
    ranges(texts, textsPerTask).map(
      ([first, last]): ReuseTask => ({ kind: "pairs", index, limits, first, last }),
    ),
  )
  return joinPairs(texts, found as readonly PairColumns[])
}

/** The columns of consecutive texts, one after the other. */
export function joinPrints(parts: readonly PrintColumns[]): PrintColumns {
  const starts = sharedColumn(parts.reduce((sum, part) => sum + textCount(part), 0) + 1)
  const hashes = sharedColumn(parts.reduce((sum, part) => sum + part.hashes.length, 0))
  let [text, at] = [0, 0]
  for (const part of parts) {
    hashes.set(part.hashes, at)
    for (let i = 0; i < textCount(part); i++) starts[text++] = at + part.starts[i]!
    at += part.hashes.length
  }
  starts[text] = at
  return { starts, hashes }
}

/** [0, total) cut into ranges of `size`. */
export function ranges(total: number, size: number): readonly (readonly [number, number])[] {
  return Array.from({ length: Math.ceil(total / size) }, (_, i) => [
    i * size,
    Math.min(total, (i + 1) * size),
  ])
}
