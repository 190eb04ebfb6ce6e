import type { TokenText } from "../token-text.ts"
import type { Comparators } from "./comparator-words.ts"

/** What the reader of figures knows of a language, beside the English for its words. */
export interface FigureWords {
  readonly comparators: Comparators
  /** Words for a person, behind which "of 34 years" is an age. */
  readonly people: ReadonlySet<string>
  /** The endings of plurals and what stands in their place in the singular, the longest first. Empty: English ones. */
  readonly plurals: readonly (readonly [ending: string, singular: string])[]
  /** Nouns have capitals, and nothing else within a sentence. */
  readonly capitalNouns: boolean
}

/** The text as the reader of figures walks over it. */
export interface FigureSource extends TokenText, FigureWords {}
