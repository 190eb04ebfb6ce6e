import type { AnswerWords, DemandNouns, DemandVerbs, DemandWords } from "../languages/language.ts"
import { hashOfLetters } from "../tokens.ts"
import { WordTable } from "../word-table.ts"

type ListsOf<Words> = {
  readonly [Key in keyof Words as Words[Key] extends readonly string[] | string ? Key : never]: Words[Key]
}
export type DemandClass = keyof ListsOf<DemandWords>
export type AnswerClass = keyof AnswerWords

/** The demand words of a language, found by a token's hash. */
export interface DemandTables {
  readonly verbs: WordTable<DemandVerbs>
  readonly nouns: WordTable<DemandNouns>
  /** The particle that a rejecting verb needs, "" for none. */
  readonly rejecting: WordTable<string>
  readonly classes: WordClasses<DemandClass>
  readonly answers: WordClasses<AnswerClass>
  /** Every word at which a demand may be found: one look-up for nearly all tokens. */
  readonly cues: WordTable<true>
  /** Of `answers` the classes at which a response may be found. */
  readonly answerCues: number
}

const answerCues: readonly AnswerClass[] = [
  "declining",
  "failing",
  "negated",
  "ignoring",
  "unanswered",
  "contacted",
  "making",
  "reachable",
  "answering",
]

/** Up to 32 classes of words, as bits. */
export interface WordClasses<Class extends string> {
  readonly bits: Readonly<Record<Class, number>>
  readonly byHash: WordTable<number>
}

const known = new WeakMap<DemandWords, DemandTables>()

/** The same words give the same tables, which are made once. */
export function demandTablesOf(words: DemandWords): DemandTables {
  const made = known.get(words)
  if (made) return made
  const { answers, verbs, nouns, rejecting, ...lists } = words
  const answerClasses = classesOf<AnswerClass>(answers)
  const cues = [...verbs, ...nouns].flatMap((entry) => entry.forms)
  const refusals = [...rejecting.map(([verb]) => verb), ...words.rulingOut]
  const tables: DemandTables = {
    verbs: new WordTable(hashed(verbs)),
    nouns: new WordTable(hashed(nouns)),
    rejecting: new WordTable(new Map(rejecting.map(([verb, particle]) => [hashOfLetters(verb), particle]))),
    classes: classesOf<DemandClass>(lists),
    answers: answerClasses,
    cues: new WordTable(new Map([...cues, ...refusals].map((word) => [hashOfLetters(word), true]))),
    answerCues: answerCues.reduce((bits, name) => bits | answerClasses.bits[name], 0),
  }
  known.set(words, tables)
  return tables
}

/** Of two entries with one form the first stands. */
function hashed<Entry extends { readonly forms: readonly string[] }>(
  entries: readonly Entry[],
): Map<number, Entry> {
  const byHash = new Map<number, Entry>()
  for (const entry of entries) {
    for (const form of entry.forms) {
      const hash = hashOfLetters(form)
      if (!byHash.has(hash)) byHash.set(hash, entry)
    }
  }
  return byHash
}

function classesOf<Class extends string>(
  lists: Readonly<Record<Class, readonly string[] | string>>,
): WordClasses<Class> {
  const bits: Partial<Record<Class, number>> = {}
  const byHash = new Map<number, number>()
  let place = 0
  for (const name of Object.keys(lists) as Class[]) {
    const list = lists[name]
    const bit = 1 << place++
    bits[name] = bit
    for (const word of typeof list === "string" ? [list] : list) {
      const hash = hashOfLetters(word)
      byHash.set(hash, (byHash.get(hash) ?? 0) | bit)
    }
  }
  return { bits: bits as Readonly<Record<Class, number>>, byHash: new WordTable(byHash) }
}
