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
  /** Counts one text. */
  add(hashes: Uint32Array): void
  /** The texts that have a word of each bucket, so far. */
  counts(): Uint32Array
}

/** Cost: one pass over the words. Counts of several counters add up to those of all their texts. */
export function termCounter(): TermCounter {
  const counts = new Uint32Array(1 << bucketBits)
  // The buckets that a text has shown, by a part of their numbers: small enough to stay near, unlike the counts.
  let seen = new Int32Array(seenMin)
  return {
    add(hashes) {
      if (seen.length < 2 * hashes.length) seen = new Int32Array(2 ** Math.ceil(Math.log2(2 * hashes.length)))
      seen.fill(-1)
      const mask = seen.length - 1
      for (let i = 0; i < hashes.length; i++) {
        const bucket = bucketOf(hashes[i]!)
        let at = bucket & mask
        while (seen[at]! >= 0 && seen[at] !== bucket) at = (at + 1) & mask
        if (seen[at] === bucket) continue
        seen[at] = bucket
        counts[bucket]!++
      }
    },
    counts: () => counts.slice(),
  }
}

const seenMin = 2048

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
 * The rarest of the words of a text that some other text may have too, as prints to be paired by; of
 * equally rare ones those of the least hash.
 */
export function rareTerms(words: Uint32Array, { count }: TermWeights): Uint32Array {
  const packed = new Float64Array(words.length)
  let size = 0
  for (const hash of words) {
    const holders = count(hash)
    if (holders >= 2 && holders <= rareHeldMax) packed[size++] = holders * hashesMax + hash
  }
  const sorted = packed.subarray(0, size).sort()
  const most = Math.max(rareTermsMin, Math.ceil(rareTermsPart * words.length))
  let kept = 0
  for (let i = 0; i < size && kept < most; i++)
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[kept++] = sorted[i]!
  return Uint32Array.from(sorted.subarray(0, kept), (item) => item % hashesMax)
}

function bucketOf(hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> (32 - bucketBits)
}
