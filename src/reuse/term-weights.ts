import type { Fingerprints } from "./fingerprint.ts"
import type { CountedWords } from "./reuse-report.ts"

/** How rare words are among the texts of a run. Words are told apart by some bits of their hashes: near enough. */
export interface TermWeights {
  /** ln(texts / texts with the word), or 0 for a word that many have. */
  weight(hash: number): number
  /** True where the weight is above 1; cheaper to ask. */
  isRare(hash: number): boolean
}

const bucketBits = 21

/** A word that more than this part of the texts have tells nothing. */
const commonShareMin = 1 / Math.E

/** Cost: one pass over the words. */
export function weighTerms(texts: readonly CountedWords[]): TermWeights & { count(hash: number): number } {
  // A bucket's count, and the text that was counted last, side by side: half the misses of two tables.
  const held = new Uint32Array(2 << bucketBits)
  texts.forEach((words, text) => {
    for (const hash of words.hashes) {
      const bucket = 2 * bucketOf(hash)
      if (held[bucket + 1] === text + 1) continue
      held[bucket + 1] = text + 1
      held[bucket]!++
    }
  })
  const rareMax = commonShareMin * texts.length
  const count = (hash: number): number => held[2 * bucketOf(hash)]!
  const isRare = (hash: number): boolean => Math.max(1, count(hash)) <= rareMax
  const weight = (hash: number): number =>
    isRare(hash) ? Math.log(texts.length / Math.max(1, count(hash))) : 0
  return { weight, isRare, count }
}

/** At least so many words are kept of a text that has them, and of a long one a tenth. */
const rareTermsMin = 48
const rareTermsPart = 0.1
const rareHeldMax = 64
const hashesMax = 2 ** 32

/** The rarest words of a text that some other text may have too, as prints to be paired by. Ties by hash. */
export function rareTerms(words: CountedWords, count: (hash: number) => number): Fingerprints {
  const packed = new Float64Array(words.count)
  let size = 0
  for (const hash of words.hashes) {
    const holders = count(hash)
    if (holders >= 2 && holders <= rareHeldMax) packed[size++] = holders * hashesMax + hash
  }
  const sorted = packed.subarray(0, size).sort()
  const rare = sorted.filter((item, i) => i === 0 || item !== sorted[i - 1])
  const most = Math.max(rareTermsMin, Math.ceil(rareTermsPart * words.count))
  const hashes = Uint32Array.from(rare.subarray(0, most), (item) => item % hashesMax)
  return { hashes, places: new Uint32Array(hashes.length) }
}

function bucketOf(hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> (32 - bucketBits)
}
