import type { WordRange } from "./substitution-blocks.ts"

/** Words on either side by which a change is known again in another copy: fewer are a set phrase, which has many uses. */
export const settingWords = 3

/** Words of a source and what stands for them in a report. Neither is empty. */
export interface ReplacedWords {
  readonly from: WordRange
  readonly to: WordRange
}

/** What one report replaced in one source, with the hashes of the words of both texts. */
export interface HashedReplacements {
  readonly source: Uint32Array
  readonly report: Uint32Array
  readonly blocks: readonly ReplacedWords[]
}

/**
 * False when no substitutions can be learnt that are used `usesMin` times and account for `shareMin` of what was
 * changed. A substitution that recurs puts some word for some word twice, and a replacement of n words holds n
 * substitutions at most; so counting pairs of words bounds from above what `learnTable` could find. The same change
 * between the same words is one change, however many sources show it. Cost: the pairs of words in each replacement.
 */
export function mayRecur(
  compared: readonly HashedReplacements[],
  usesMin: number,
  shareMin: number,
): boolean {
  let [blocks, pairs] = [0, 0]
  for (const item of compared)
    for (const { from, to } of item.blocks) {
      blocks++
      pairs += from.count * to.count
    }
  const known = keyCounter(blocks)
  const seen = keyCounter(pairs)
  const once: (readonly [HashedReplacements, ReplacedWords])[] = []
  for (const item of compared)
    for (const block of item.blocks) {
      if (addSetting(item, block, known) > 1) continue
      once.push([item, block])
      countPairs(item, block, seen)
    }
  let [usesMost, others] = [0, 0]
  for (const [item, block] of once) {
    if (recurs(item, block, seen)) usesMost += Math.min(block.from.count, block.to.count)
    else others++
  }
  return usesMost >= usesMin && usesMost >= shareMin * (usesMost + others)
}

/** Counts the words replaced, with their setting and the words put in. */
function addSetting(
  { source, report }: HashedReplacements,
  { from, to }: ReplacedWords,
  known: KeyCounter,
): number {
  let high = from.count
  let low = to.count
  const first = Math.max(0, from.first - settingWords)
  const end = Math.min(source.length, from.first + from.count + settingWords)
  for (let i = first; i < end; i++) {
    high = Math.imul(high ^ source[i]!, 0x9e3779b1)
    low = (Math.imul(low ^ (high >>> 15), 0x85ebca6b) + source[i]!) | 0
  }
  for (let i = to.first; i < to.first + to.count; i++) {
    high = Math.imul(high ^ report[i]!, 0x9e3779b1)
    low = (Math.imul(low ^ (high >>> 15), 0x85ebca6b) + report[i]!) | 0
  }
  return known.add(high, low)
}

/** Every word replaced with every word put in. */
function countPairs(
  { source, report }: HashedReplacements,
  { from, to }: ReplacedWords,
  seen: KeyCounter,
): void {
  for (let i = from.first; i < from.first + from.count; i++)
    for (let k = to.first; k < to.first + to.count; k++) seen.add(source[i]!, report[k]!)
}

function recurs(
  { source, report }: HashedReplacements,
  { from, to }: ReplacedWords,
  seen: KeyCounter,
): boolean {
  for (let i = from.first; i < from.first + from.count; i++)
    for (let k = to.first; k < to.first + to.count; k++)
      if (seen.uses(source[i]!, report[k]!) > 1) return true
  return false
}

/** Counts keys of two 32-bit numbers. */
interface KeyCounter {
  /** How often the key was added, with this time. */
  add(high: number, low: number): number
  uses(high: number, low: number): number
}

/** Room for `keysMax` keys, in columns: a map of numbers this large would be allocated key by key. */
function keyCounter(keysMax: number): KeyCounter {
  let size = 16
  while (size < 2 * keysMax) size *= 2
  const highs = new Int32Array(size)
  const lows = new Int32Array(size)
  const counts = new Uint32Array(size)
  const slotOf = (high: number, low: number): number => {
    const hash = Math.imul(high ^ Math.imul(low, 0x85ebca6b), 0x9e3779b1)
    let slot = (hash ^ (hash >>> 15)) & (size - 1)
    while (counts[slot] !== 0 && (highs[slot] !== (high | 0) || lows[slot] !== (low | 0)))
      slot = (slot + 1) & (size - 1)
    return slot
  }
  return {
    add(high, low) {
      const slot = slotOf(high, low)
      highs[slot] = high
      lows[slot] = low
      counts[slot]!++
      return counts[slot]!
    },
    uses: (high, low) => counts[slotOf(high, low)]!,
  }
}
