import { isWordToken, tokenize } from "../language/index.ts"

/** Which sentence of one text stands for which of another. */
export interface SentencePairing {
  /** The counterpart of the base's sentence `at`, or null. */
  placeOf(at: number): { readonly at: number; readonly isMoved: boolean } | null
  /** Whether the other text's sentence `at` is the counterpart of any. */
  isPaired(at: number): boolean
}

/** Two sentences that share less of their weight than this say different things. */
const likenessMin = 0.34

/**
 * Pairs the sentences of two texts, one to one: first in order, by the pairing of greatest total likeness, then what
 * is left over wherever it stands. Likeness is the weighted Dice coefficient of the sentences' words, a word weighing
 * the less the more sentences hold it. Cost: proportional to the product of the two numbers of sentences.
 */
export function pairSentences(base: readonly string[], other: readonly string[]): SentencePairing {
  const likeness = likenessTable(base, other)
  const places = pairInOrder(likeness, other.length)
  const taken = new Set([...places.values()].map((place) => place.at))
  const left: { readonly b: number; readonly o: number; readonly likeness: number }[] = []
  for (const [b, row] of likeness.entries()) {
    if (places.has(b)) continue
    for (const [o, value] of row.entries())
      if (!taken.has(o) && value >= likenessMin) left.push({ b, o, likeness: value })
  }
  for (const { b, o } of left.sort((x, y) => y.likeness - x.likeness || x.b - y.b || x.o - y.o)) {
    if (places.has(b) || taken.has(o)) continue
    places.set(b, { at: o, isMoved: true })
    taken.add(o)
  }
  return { placeOf: (at) => places.get(at) ?? null, isPaired: (at) => taken.has(at) }
}

function likenessTable(base: readonly string[], other: readonly string[]): readonly Float64Array[] {
  const [left, right] = [base.map(wordHashes), other.map(wordHashes)]
  const seen = new Map<number, number>()
  for (const words of [...left, ...right]) for (const word of words) seen.set(word, (seen.get(word) ?? 0) + 1)
  const weight = (words: ReadonlySet<number>) =>
    words.values().reduce((sum, word) => sum + 1 / seen.get(word)!, 0)
  const weights = right.map(weight)
  const holders = new Map<number, number[]>()
  for (const [o, words] of right.entries())
    for (const word of words) holders.set(word, [...(holders.get(word) ?? []), o])
  return left.map((words) => {
    const row = new Float64Array(other.length)
    for (const word of words) for (const o of holders.get(word) ?? []) row[o]! += 1 / seen.get(word)!
    const own = weight(words)
    return row.map((shared, o) => (own + weights[o]! === 0 ? 0 : (2 * shared) / (own + weights[o]!)))
  })
}

/** The increasing pairing whose likeness sums highest (Needleman and Wunsch, 1970, with no cost for a gap). */
function pairInOrder(
  likeness: readonly Float64Array[],
  width: number,
): Map<number, { readonly at: number; readonly isMoved: boolean }> {
  const best = Array.from({ length: likeness.length + 1 }, () => new Float64Array(width + 1))
  const gain = (b: number, o: number) =>
    likeness[b]![o]! >= likenessMin ? likeness[b]![o]! : Number.NEGATIVE_INFINITY
  for (let b = likeness.length - 1; b >= 0; b--)
    for (let o = width - 1; o >= 0; o--)
      best[b]![o] = Math.max(best[b + 1]![o]!, best[b]![o + 1]!, gain(b, o) + best[b + 1]![o + 1]!)
  const places = new Map<number, { readonly at: number; readonly isMoved: boolean }>()
  for (let b = 0, o = 0; b < likeness.length && o < width; ) {
    if (best[b]![o] === gain(b, o) + best[b + 1]![o + 1]!) places.set(b++, { at: o++, isMoved: false })
    else if (best[b]![o] === best[b + 1]![o]) b++
    else o++
  }
  return places
}

function wordHashes(text: string): ReadonlySet<number> {
  const tokens = tokenize(text)
  return new Set(Array.from(tokens.hashes).filter((_, at) => isWordToken(tokens, at)))
}
