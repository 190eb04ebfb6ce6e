import { numeralAt } from "../numerals/numeral.ts"
import { continuesLine, touches, wordAt } from "../token-text.ts"
import type { Moment, Taken, TimeSource } from "./phrase.ts"
import type { TimeWord } from "./words.ts"

export type DateMoment = Extract<Moment, { kind: "date" }>

export function timeWordAt(source: TimeSource, index: number): TimeWord | undefined {
  return index >= 0 && index < source.tokens.count
    ? source.table.get(source.tokens.hashes[index]!)
    : undefined
}

export function dateOf(
  year: number | null,
  month: number | null,
  day: number | null,
  weekday: number | null = null,
): DateMoment {
  return { kind: "date", year, month, day, weekday }
}

/** The month named at the token, with the full stop of an abbreviation, or null. */
export function takeMonth(source: TimeSource, index: number): Taken<number> | null {
  const word = timeWordAt(source, index)
  if (word?.kind !== "month") return null
  const point = touches(source, index + 1) && wordAt(source, index + 1) === "."
  const next =
    point && continuesLine(source, index + 2) ? (source.text[source.tokens.starts[index + 2]!] ?? "") : ""
  // Behind the last word of a sentence the stop is the sentence's.
  const stop = word.short
    ? /[\p{Ll}\d,;:)'’-]/u.test(next)
    : next !== "" && takeDay(source, index + 2) !== null
  return { value: word.value, end: stop ? index + 2 : index + 1 }
}

/** The year at the token: four digits that may be one, "two thousand and nineteen", "nineteen eighty-four". */
export function takeYear(source: TimeSource, index: number): Taken<number> | null {
  const numeral = numeralAt(source.numerals, index)
  if (numeral === null) return null
  if (numeral.plain && numeral.end - numeral.start === 4 && numeral.value >= 1000 && numeral.value < 2200)
    return /^(?:[ap]m|[ap]\.m)$/.test(wordAt(source, index + 1))
      ? null
      : { value: numeral.value, end: index + 1 }
  if (numeral.written !== "words" || numeral.kind !== "cardinal") return null
  if (numeral.value >= 1900 && numeral.value < 2100) return { value: numeral.value, end: numeral.tokenEnd }
  if (numeral.value < 15 || numeral.value > 20) return null
  const rest = numeralAt(source.numerals, numeral.tokenEnd)
  return rest?.written === "words" && rest.kind === "cardinal" && rest.value >= 10 && rest.value < 100
    ? { value: numeral.value * 100 + rest.value, end: rest.tokenEnd }
    : null
}

/** A day of the month: "18", "18th", "eleventh", "twenty-second". */
export function takeDay(source: TimeSource, index: number): Taken<number> | null {
  const numeral = numeralAt(source.numerals, index)
  if (numeral === null || numeral.tokenEnd <= index || numeral.suffix !== "") return null
  if (!Number.isInteger(numeral.value) || numeral.value < 1 || numeral.value > 31) return null
  if (
    numeral.kind !== "ordinal" &&
    (numeral.kind !== "cardinal" || (numeral.written === "digits" && !numeral.plain))
  )
    return null
  // "22:30" after a month is a clock, and "5.5" a number.
  const next = source.text[numeral.end]
  if (next === ":" || next === "%") return null
  return { value: numeral.value, end: numeral.tokenEnd }
}
