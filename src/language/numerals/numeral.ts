import type { Span } from "../../base/index.ts"

/** A number as printed, in digits or in words, before anything is said of what it counts. */
export interface Numeral extends Span {
  /** The tokens it covers: [tokenStart, tokenEnd). Two numerals may share a token ("22,24"). */
  readonly tokenStart: number
  readonly tokenEnd: number
  /** Of a vague one ("dozens"), the least that it may mean. */
  readonly value: number
  readonly kind: "cardinal" | "ordinal" | "fraction" | "vague" | "about"
  readonly written: "digits" | "words"
  /** Letters glued to the digits that are no scale ("pm", "km"), lower case; else empty. */
  readonly suffix: string
  /** Digits alone, unsigned, without point, comma or scale: may be a year, a day or an hour. */
  readonly plain: boolean
}

export interface Numerals {
  /** In order, not overlapping. */
  readonly list: readonly Numeral[]
  /** For each token, the place in `list` of the first numeral that begins there, or -1. */
  readonly startingAt: Int32Array
}

/** The numeral that begins at the token, or null. */
export function numeralAt(numerals: Numerals, index: number): Numeral | null {
  if (index < 0 || index >= numerals.startingAt.length) return null
  const place = numerals.startingAt[index]!
  return place < 0 ? null : numerals.list[place]!
}
