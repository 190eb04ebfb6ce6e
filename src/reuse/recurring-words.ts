import type { WordRange } from "./substitution-blocks.ts"

/** Words on either side by which a change is known again in another copy: fewer are a set phrase, which has many uses. */
export const settingWords = 3

/** Words of a source and what stands for them in a report. Neither is empty. */
export interface ReplacedWords {
  readonly from: WordRange
  readonly to: WordRange
}

/** With the hashes of the words of both texts. */
export interface HashedReplacement extends ReplacedWords {
  readonly source: Uint32Array
  readonly report: Uint32Array
}

/**
 * False when no substitutions can be learnt that are used `usesMin` times and account for `shareMin` of what was
 * changed. A substitution that recurs puts some word for some word twice, and a replacement of n words holds n
 * substitutions at most; so counting pairs of words bounds from above what `learnTable` could find. Cost: the pairs of
 * words in each replacement.
 */
export function mayRecur(
  replacements: readonly HashedReplacement[],
  usesMin: number,
  shareMin: number,
): boolean {
  const once = distinctReplacements(replacements)
  const seen = new Set<number>()
  const recurring = new Set<number>()
  for (const replacement of once)
    for (const pair of wordPairs(replacement)) {
      if (seen.has(pair)) recurring.add(pair)
      else seen.add(pair)
    }
  let [usesMost, others] = [0, 0]
  for (const replacement of once) {
    if (wordPairs(replacement).some((pair) => recurring.has(pair)))
      usesMost += Math.min(replacement.from.count, replacement.to.count)
    else others++
  }
  return usesMost >= usesMin && usesMost >= shareMin * (usesMost + others)
}

/** The same change between the same words is one change, however many sources show it. */
function distinctReplacements(replacements: readonly HashedReplacement[]): readonly HashedReplacement[] {
  const byWords = new Map<number, HashedReplacement>()
  for (const replacement of replacements) {
    const { source, report, from, to } = replacement
    let key = mixed(from.count, to.count)
    for (let i = from.first - settingWords; i < from.first + from.count + settingWords; i++)
      key = mixed(key, source[i] ?? 0)
    for (let i = to.first; i < to.first + to.count; i++) key = mixed(key, report[i]!)
    byWords.set(key, replacement)
  }
  return [...byWords.values()]
}

/** Every word replaced with every word put in, one number a pair. */
function wordPairs({ source, report, from, to }: HashedReplacement): readonly number[] {
  const pairs: number[] = []
  for (let i = from.first; i < from.first + from.count; i++)
    for (let k = to.first; k < to.first + to.count; k++) pairs.push(mixed(source[i]!, report[k]!))
  return pairs
}

/** Two numbers of up to 53 bits as one of 53, spread so that unlike ones hardly ever meet. */
function mixed(one: number, other: number): number {
  const high = Math.imul((one / 0x200000) ^ Math.imul(one | 0, 0x85ebca6b), 0x9e3779b1) ^ (other | 0)
  const low = Math.imul(one | 0, 0xc2b2ae35) + Math.imul((other | 0) ^ (high >>> 15), 0x27d4eb2f)
  return (high >>> 0) * 0x200000 + ((low ^ (low >>> 16)) >>> 11)
}
