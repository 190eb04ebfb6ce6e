/**
 * What the reader knows of one language: words by class, never code. All words are lower case, with plain
 * apostrophes; those that are one token only (`tokenize`). A class left empty switches its rules off.
 */
export interface Language {
  /** BCP 47, the primary subtag only. */
  readonly code: string
  /** Words of the closed classes, which begin a sentence with a capital without being a name. */
  readonly functionWords: readonly string[]
  readonly abbreviations: Abbreviations
  /** Finite forms and participles of verbs that carry somebody’s words: "said", "asks", "adding". */
  readonly speechVerbs: readonly string[]
}

/** Words printed with a point that may be no full stop. Written without their last point. */
export interface Abbreviations {
  /** Stand before a name or within a clause, and never end a sentence: "Mr", "vs". */
  readonly neverLast: readonly string[]
  /** End a sentence only where a function word with a capital follows: "Inc", "etc". */
  readonly seldomLast: readonly string[]
  /** Like `seldomLast`, when printed with a capital: "Miss" for Mississippi, not "miss". */
  readonly seldomLastCapital: readonly string[]
  /** Abbreviations only before a number: "No", "p". */
  readonly beforeNumber: readonly string[]
}
