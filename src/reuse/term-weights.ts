import type { Fingerprints } from "./fingerprint.ts"
import type { CountedWords } from "./reuse-report.ts"

/** How rare words are among the texts of a run. Words are told apart by some bits of their hashes: near enough. */
export interface TermWeights {
  /** ln(texts / texts with the word), or 0 for a word that many have. */
  weight(hash: number): number
}

const bucketBits = 21

/** A word that more than this part of the texts have tells nothing. */
const commonShareMin = 1 / Math.E

/** Cost: one pass over the words. */
export function weighTerms(texts: readonly CountedWords[]): TermWeights & { count(hash: number): number } {
  const mask = (1 << bucketBits) - 1
  const counts = new Uint32Array(mask + 1)
  const lastText = new Uint32Array(mask + 1)
  texts.forEach((words, text) => {
    for (const hash of words.hashes) {
      const bucket = bucketOf(hash) & mask
      if (lastText[bucket] === text + 1) continue
      lastText[bucket] = text + 1
      counts[bucket]!++
    }
  })
  const count = (hash: number): number => counts[bucketOf(hash) & mask]!
  const weight = (hash: number): number => {
    const held = Math.max(1, count(hash))
    return held > commonShareMin * texts.length ? 0 : Math.log(texts.length / held)
  }
  return { weight, count }
}

/** At least so many words are kept of a text that has them, and of a long one a tenth. */
const rareTermsMin = 48
const rareTermsPart = 0.1
const rareHeldMax = 64

/** The rarest words of a text that some other text may have too, as prints to be paired by. Ties by hash. */
export function rareTerms(words: CountedWords, count: (hash: number) => number): Fingerprints {
  const rare = [...new Set(words.hashes)].filter((hash) => count(hash) >= 2 && count(hash) <= rareHeldMax)
  rare.sort((x, y) => count(x) - count(y) || x - y)
  const hashes = Uint32Array.from(
    rare.slice(0, Math.max(rareTermsMin, Math.ceil(rareTermsPart * words.count))),
  )
  return { hashes, places: new Uint32Array(hashes.length) }
}

function bucketOf(hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> (32 - bucketBits)
}
