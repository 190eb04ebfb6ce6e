import type { Language, NameWords } from "./languages/language.ts"
import { hashOfLetters, type Tokens } from "./tokens.ts"
import { WordTable } from "./word-table.ts"

/** Classes of words, as bits: a word may be in several. */
export const wordClass = {
  function: 1 << 0,
  neverLast: 1 << 1,
  seldomLast: 1 << 2,
  seldomLastCapital: 1 << 3,
  beforeNumber: 1 << 4,
  speech: 1 << 5,
  speechParticiple: 1 << 6,
  addressing: 1 << 7,
  stance: 1 << 8,
  stanceParticiple: 1 << 9,
  auxiliary: 1 << 10,
  being: 1 << 11,
  otherVerb: 1 << 12,
  determiner: 1 << 13,
  pronoun: 1 << 14,
  preposition: 1 << 15,
  conjunction: 1 << 16,
  subordinator: 1 << 17,
  relative: 1 << 18,
  adverb: 1 << 19,
  time: 1 << 20,
  title: 1 << 21,
  female: 1 << 22,
  male: 1 << 23,
  firstName: 1 << 24,
  personRole: 1 << 25,
  groupRole: 1 << 26,
  bodyRole: 1 << 27,
  bodyHead: 1 << 28,
  document: 1 << 29,
  place: 1 << 30,
  alsoNoun: 1 << 31,
} as const

/** Small classes of words beside names, each a set of its own. */
export type NameSet = "definite" | "compoundTail" | "seated" | "halfTitle" | "groupOf"

/** Classes of words within names and beside them, as bits of their own. */
export const nameClass = {
  particle: 1 << 0,
  of: 1 << 1,
  subjectOf: 1 << 2,
  and: 1 << 3,
  subjectHead: 1 << 4,
  placeHead: 1 << 5,
  placeOpener: 1 << 6,
  work: 1 << 7,
  event: 1 << 8,
  opener: 1 << 9,
  demonym: 1 << 10,
  commonCapital: 1 << 11,
  kin: 1 << 12,
  personVerb: 1 << 13,
  placeBefore: 1 << 14,
  stake: 1 << 15,
  itself: 1 << 16,
  himself: 1 << 17,
  settlement: 1 << 18,
  lineSuffix: 1 << 19,
  which: 1 << 20,
  who: 1 << 21,
  aged: 1 << 22,
  staffed: 1 << 23,
  sourcePhrase: 1 << 24,
  formerly: 1 << 25,
  placeShort: 1 << 26,
  rank: 1 << 27,
  body: 1 << 28,
  stock: 1 << 29,
  placeOffice: 1 << 30,
  bodyOffice: 1 << 31,
} as const satisfies Record<Exclude<keyof NameWords, "nounFamilies" | NameSet>, number>

/** The words of one language with their classes, found by a token's hash. */
export interface Lexicon {
  readonly language: Language
  readonly classesByHash: WordTable<number>
  /** `nameClass` bits. */
  readonly nameClassesByHash: WordTable<number>
  readonly nameSets: Readonly<Record<NameSet, WordTable<true>>>
  /** Hashes of words in the classes for which there is no bit left. */
  readonly mediumHashes: WordTable<true>
  readonly sourcePrepositionHashes: WordTable<true>
  readonly clauseOpenerHashes: WordTable<true>
  readonly sayingHashes: WordTable<true>
  readonly announcingHashes: WordTable<true>
  readonly firstPersonHashes: WordTable<true>
}

export function lexiconOf(language: Language): Lexicon {
  const { abbreviations, verbs, words, names } = language
  const classesByHash = new Map<number, number>()
  const lists: readonly (readonly [readonly string[], number])[] = [
    [words.function, wordClass.function],
    [abbreviations.neverLast, wordClass.neverLast],
    [abbreviations.seldomLast, wordClass.seldomLast],
    [abbreviations.seldomLastCapital, wordClass.seldomLastCapital],
    [abbreviations.beforeNumber, wordClass.beforeNumber],
    [verbs.speech, wordClass.speech],
    [verbs.speechParticiples, wordClass.speechParticiple],
    [verbs.addressing, wordClass.addressing],
    [verbs.stance, wordClass.stance],
    [verbs.stanceParticiples, wordClass.stanceParticiple],
    [verbs.auxiliary, wordClass.auxiliary],
    [verbs.being, wordClass.being],
    [verbs.other, wordClass.otherVerb],
    [words.determiner, wordClass.determiner],
    [words.pronoun, wordClass.pronoun],
    [words.preposition, wordClass.preposition],
    [words.conjunction, wordClass.conjunction],
    [words.subordinator, wordClass.subordinator],
    [words.relative, wordClass.relative],
    [words.adverb, wordClass.adverb],
    [words.time, wordClass.time],
    [words.title, wordClass.title],
    [words.femaleTitle, wordClass.female],
    [words.maleTitle, wordClass.male],
    [words.femaleName, wordClass.female | wordClass.firstName],
    [words.maleName, wordClass.male | wordClass.firstName],
    [words.personRole, wordClass.personRole],
    [words.groupRole, wordClass.groupRole],
    [words.bodyRole, wordClass.bodyRole],
    [words.bodyHead, wordClass.bodyHead],
    [words.document, wordClass.document],
    [words.place, wordClass.place],
    [words.alsoNoun, wordClass.alsoNoun],
  ]
  for (const [list, bits] of lists) addBits(classesByHash, list, bits)
  const nameClassesByHash = new Map<number, number>()
  for (const [name, bits] of Object.entries(nameClass))
    addBits(nameClassesByHash, language.names[name as keyof typeof nameClass], bits)
  return {
    language,
    classesByHash: new WordTable(classesByHash),
    nameClassesByHash: new WordTable(nameClassesByHash),
    nameSets: {
      definite: wordSet(names.definite),
      compoundTail: wordSet(names.compoundTail),
      seated: wordSet(names.seated),
      halfTitle: wordSet(names.halfTitle),
      groupOf: wordSet(names.groupOf),
    },
    mediumHashes: wordSet(words.medium),
    sourcePrepositionHashes: wordSet(words.sourcePreposition),
    clauseOpenerHashes: wordSet(words.clauseOpener),
    sayingHashes: wordSet(words.saying),
    announcingHashes: wordSet(words.announcing),
    firstPersonHashes: wordSet(words.firstPerson),
  }
}

function addBits(bitsByHash: Map<number, number>, words: readonly string[], bits: number): void {
  for (const word of words) {
    const hash = hashOfLetters(word)
    bitsByHash.set(hash, (bitsByHash.get(hash) ?? 0) | bits)
  }
}

function wordSet(words: readonly string[]): WordTable<true> {
  return new WordTable(new Map(words.map((word) => [hashOfLetters(word), true])))
}

/** The name classes of every token, of a possessive those of the word without it. One look-up each. */
export function nameClassesOf(text: string, tokens: Tokens, { nameClassesByHash }: Lexicon): Uint32Array {
  const classes = new Uint32Array(tokens.count)
  for (let at = 0; at < tokens.count; at++) {
    if (tokens.kinds[at] !== 0) continue
    const found = nameClassesByHash.get(tokens.hashes[at]!)
    if (found !== undefined) classes[at] = found
    else if (isPossessive(text, tokens, at)) {
      const stem = text.slice(tokens.starts[at], tokens.ends[at]! - 2)
      classes[at] = nameClassesByHash.get(hashOfLetters(stem)) ?? 0
    }
  }
  return classes
}

/** "Tarn's". */
export function isPossessive(text: string, { starts, ends }: Tokens, at: number): boolean {
  const end = ends[at]!
  if (text.charCodeAt(end - 1) !== 0x73 || end - starts[at]! <= 2) return false
  const before = text.charCodeAt(end - 2)
  return before === 0x27 || before === 0x2019
}

/** The classes of every token, one look-up each. */
export function classesOf(tokens: Tokens, lexicon: Lexicon): Uint32Array {
  const classes = new Uint32Array(tokens.count)
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.kinds[i] === 0) classes[i] = lexicon.classesByHash.get(tokens.hashes[i]!) ?? 0
  }
  return classes
}
