import type { Language } from "./languages/language.ts"
import { type Tokens, tokenize } from "./tokens.ts"

/** Classes of words, as bits: a word may be in several. */
export const wordClass = {
  function: 1 << 0,
  neverLast: 1 << 1,
  seldomLast: 1 << 2,
  seldomLastCapital: 1 << 3,
  beforeNumber: 1 << 4,
  speech: 1 << 5,
} as const

/** The words of one language with their classes, found by a token's hash. */
export interface Lexicon {
  readonly language: Language
  readonly classesByHash: ReadonlyMap<number, number>
}

export function lexiconOf(language: Language): Lexicon {
  const classesByHash = new Map<number, number>()
  const add = (words: readonly string[], bit: number): void => {
    for (const word of words) {
      const hash = hashOfWord(word)
      classesByHash.set(hash, (classesByHash.get(hash) ?? 0) | bit)
    }
  }
  add(language.functionWords, wordClass.function)
  add(language.abbreviations.neverLast, wordClass.neverLast)
  add(language.abbreviations.seldomLast, wordClass.seldomLast)
  add(language.abbreviations.seldomLastCapital, wordClass.seldomLastCapital)
  add(language.abbreviations.beforeNumber, wordClass.beforeNumber)
  add(language.speechVerbs, wordClass.speech)
  return { language, classesByHash }
}

/** The hash that `tokenize` gives a word's folded form. */
export function hashOfWord(word: string): number {
  return tokenize(word).hashes[0] ?? 0
}

/** The classes of every token, one look-up each. */
export function classesOf(tokens: Tokens, lexicon: Lexicon): Uint32Array {
  const classes = new Uint32Array(tokens.count)
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.kinds[i] === 0) classes[i] = lexicon.classesByHash.get(tokens.hashes[i]!) ?? 0
  }
  return classes
}
