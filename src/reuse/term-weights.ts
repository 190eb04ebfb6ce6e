/** How rare words are among the texts of a run. Words are told apart by some bits of their hashes: near enough. */
export interface TermWeights {
  /** ln(texts / texts with the word), or 0 for a word that many have. */
  weight(hash: number): number
  /** True where the weight is above 1; cheaper to ask. */
  isRare(hash: number): boolean
  /** The texts with the word. */
  count(hash: number): number
}

const bucketBits = 21

/** A word that more than this part of the texts have tells nothing. */
const commonShareMin = 1 / Math.E

/** How many texts have each word. */
export interface TermCounter {
  /** Counts one text, and gives those of its words that may yet prove rare; some more than once. */
  add(hashes: Uint32Array): Uint32Array
  /** The texts that have a word of each bucket, so far. */
  counts(): Uint32Array
}

/** Cost: one pass over the words. Counts of several counters add up to those of all their texts. */
export function termCounter(): TermCounter {
  // A bucket's count, and the text that was counted last, side by side: half the misses of two tables.
  const held = new Uint32Array(2 << bucketBits)
  let text = 0
  let rare = new Uint32Array(1024)
  return {
    add(hashes) {
      text++
      if (rare.length < hashes.length) rare = new Uint32Array(hashes.length)
      let count = 0
      for (let i = 0; i < hashes.length; i++) {
        const bucket = 2 * bucketOf(hashes[i]!)
        if (held[bucket + 1] !== text) {
          held[bucket + 1] = text
          held[bucket]!++
        }
        // Counts only grow: a word of too many texts is rare no more.
        if (held[bucket]! <= rareHeldMax) rare[count++] = hashes[i]!
      }
      return rare.slice(0, count)
    },
    counts: () => held.filter((_, i) => i % 2 === 0),
  }
}

/** `counts` of a `termCounter` that has seen `texts` texts. */
export function weighTerms(counts: Uint32Array, texts: number): TermWeights {
  const rareMax = commonShareMin * texts
  const count = (hash: number): number => counts[bucketOf(hash)]!
  const isRare = (hash: number): boolean => Math.max(1, count(hash)) <= rareMax
  const weight = (hash: number): number => (isRare(hash) ? Math.log(texts / Math.max(1, count(hash))) : 0)
  return { weight, isRare, count }
}

/** At least so many words are kept of a text that has them, and of a long one a tenth. */
const rareTermsMin = 48
const rareTermsPart = 0.1
const rareHeldMax = 64
const hashesMax = 2 ** 32

/**
 * The rarest words of a text of `wordCount` words that some other text may have too, as prints to be paired by; of
 * equally rare ones those of the least hash. `terms` holds at least all words that are rare.
 */
export function rareTerms(terms: Uint32Array, wordCount: number, { count }: TermWeights): Uint32Array {
  const packed = new Float64Array(terms.length)
  let size = 0
  for (const hash of terms) {
    const holders = count(hash)
    if (holders >= 2 && holders <= rareHeldMax) packed[size++] = holders * hashesMax + hash
  }
  const sorted = packed.subarray(0, size).sort()
  const most = Math.max(rareTermsMin, Math.ceil(rareTermsPart * wordCount))
  let kept = 0
  for (let i = 0; i < size && kept < most; i++)
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[kept++] = sorted[i]!
  return Uint32Array.from(sorted.subarray(0, kept), (item) => item % hashesMax)
}

function bucketOf(hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> (32 - bucketBits)
}
