import type { CountedWords } from "./reuse-report.ts"

/** Words in one fingerprinted run. */
export const gramWords = 5

/** Of this many neighbouring runs, the one with the least hash is kept. */
export const windowGrams = 8

/** Texts of at most this many words keep every run, so that a single shared sentence is found. */
const shortWordsMax = 120

/** A text of one short sentence keeps runs of three words too: a word changed in its middle spoils every run of five. */
const sentenceWordsMax = 12
const sentenceGramWords = 3

/** Hashes that stand for a text, in the order of their places, and the word at which each begins. */
export interface Fingerprints {
  readonly hashes: Uint32Array
  readonly places: Uint32Array
}

/**
 * Winnowing (Schleimer, Wilkerson, Aiken: SIGMOD 2003) over runs of `gramWords` words: two texts that share
 * `windowGrams + gramWords - 1` words in a row share a fingerprint. A text with fewer words than a run has one
 * fingerprint, of all its words; one of a short sentence has runs of three words too; one without words has none. Cost: one pass.
 */
export function fingerprint(words: CountedWords): Fingerprints {
  if (words.count > gramWords && words.count <= sentenceWordsMax) return sentencePrints(words)
  const grams = gramHashes(words.hashes, words.count, gramWords)
  const window = words.count <= shortWordsMax ? 1 : windowGrams
  const hashes = new Uint32Array(grams.length)
  const places = new Uint32Array(grams.length)
  let kept = 0
  let least = -1
  for (let end = window; end <= Math.max(grams.length, window); end++) {
    const start = end - window
    const last = Math.min(end, grams.length)
    if (last === 0) break
    if (least < start) {
      least = start
      for (let i = start + 1; i < last; i++) if (grams[i]! <= grams[least]!) least = i
    } else if (grams[last - 1]! <= grams[least]!) least = last - 1
    else continue
    hashes[kept] = grams[least]!
    places[kept++] = least
  }
  return { hashes: hashes.slice(0, kept), places: places.slice(0, kept) }
}

/** Every run of five words and every run of three, by place. */
function sentencePrints(words: CountedWords): Fingerprints {
  const long = gramHashes(words.hashes, words.count, gramWords)
  const short = gramHashes(words.hashes, words.count, sentenceGramWords)
  const hashes: number[] = []
  const places: number[] = []
  for (let place = 0; place < short.length; place++)
    for (const grams of [long, short]) {
      if (place >= grams.length) continue
      hashes.push(grams[place]!)
      places.push(place)
    }
  return { hashes: Uint32Array.from(hashes), places: Uint32Array.from(places) }
}

/** The hash of every run of `wordsMax` words; of a shorter text, the one of all its words. */
function gramHashes(words: Uint32Array, count: number, wordsMax: number): Uint32Array {
  if (count === 0) return new Uint32Array(0)
  const width = Math.min(wordsMax, count)
  const grams = new Uint32Array(count - width + 1)
  let leaving = 1
  for (let k = 0; k < width; k++) leaving = Math.imul(leaving, factor)
  // Every run is hashed from the one before: a polynomial, of which the first term leaves and a last one enters.
  let sum = width
  for (let k = 0; k < width; k++) sum = (Math.imul(sum, factor) + words[k]!) | 0
  const constant = Math.imul(width, leaving)
  for (let i = 0; ; i++) {
    let hash = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
    grams[i] = hash ^ (hash >>> 16)
    if (i + 1 === grams.length) return grams
    const rest = Math.imul(sum - constant, factor) - Math.imul(words[i]!, leaving)
    sum = (rest + words[i + width]! + constant) | 0
  }
}

const factor = 0x9e3779b1
