import { numeralAt } from "../numerals/numerals.ts"
import { continuesLine, isHyphen, touches, wordAt } from "../token-text.ts"
import { takeDigitsDate } from "./digit-dates.ts"
import type { Moment, Taken, TimeSource } from "./phrase.ts"
import type { TimeWord } from "./words.ts"

export type DateMoment = Extract<Moment, { kind: "date" }>

/** A date of the calendar at the token: "June 18, 2018", "18th of June", "2018-06-18", "4/22", "Monday, June 18". */
export function takeDate(source: TimeSource, index: number): Taken<DateMoment> | null {
  const date = takeDateAlone(source, index)
  if (date === null || date.value.year !== null || date.value.month === null) return date
  const at = wordAt(source, date.end) === "of" ? date.end + 1 : date.end
  const shift = continuesLine(source, at) ? timeWordAt(source, at) : undefined
  const unit = timeWordAt(source, at + 1)
  if (shift?.kind !== "shift" || unit?.kind !== "unit" || unit.unit !== "year" || unit.plural) return date
  return { value: { ...date.value, yearsOn: shift.offset }, end: at + 2 }
}

function takeDateAlone(source: TimeSource, index: number): Taken<DateMoment> | null {
  return (
    takeMonthFirst(source, index) ??
    takeDigitsDate(source, index) ??
    takeDayFirst(source, index) ??
    takeYearFirst(source, index) ??
    takeOrdinalDay(source, index)
  )
}

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

/** "'18", behind a month. */
function takeShortYear(source: TimeSource, index: number): Taken<number> | null {
  if (!/^['’]$/.test(wordAt(source, index)) || !touches(source, index + 1)) return null
  const numeral = numeralAt(source.numerals, index + 1)
  if (!numeral?.plain || numeral.end - numeral.start !== 2) return null
  return { value: numeral.value + (numeral.value < 50 ? 2000 : 1900), end: index + 2 }
}

/** "June 18", "June 18th, 2018", "June the eleventh", "June 2018", "June". */
function takeMonthFirst(source: TimeSource, index: number): Taken<DateMoment> | null {
  const month = takeMonth(source, index)
  if (month === null) return null
  let at = month.end
  if (!continuesLine(source, at)) return { value: dateOf(null, month.value, null), end: month.end }
  const separator = wordAt(source, at)
  if (
    isHyphen(source.text, source.tokens.starts[at]!) ||
    separator === "/" ||
    separator === "," ||
    separator === "of"
  )
    at++
  else if (separator === "the") at++
  const year = takeYear(source, at) ?? takeShortYear(source, at)
  if (year !== null) return { value: dateOf(year.value, month.value, null), end: year.end }
  const day = separator === "of" ? null : takeDay(source, at)
  if (day === null || (separator === "," && !isOrdinal(source, at) && !touches(source, at)))
    return { value: dateOf(null, month.value, null), end: month.end }
  const after = yearAfter(source, day.end)
  return { value: dateOf(after?.value ?? null, month.value, day.value), end: after?.end ?? day.end }
}

/** "2016 November", "2016, Nov.". */
function takeYearFirst(source: TimeSource, index: number): Taken<DateMoment> | null {
  const year = takeYear(source, index)
  if (year === null) return null
  const at = wordAt(source, year.end) === "," ? year.end + 1 : year.end
  const month = continuesLine(source, at) ? takeMonth(source, at) : null
  if (month === null) return null
  const day = continuesLine(source, month.end) ? takeDay(source, month.end) : null
  // "In 2016 May 5 people": of a day without its ending the year must stand right before the month.
  if (day !== null && at !== year.end) return null
  return { value: dateOf(year.value, month.value, day?.value ?? null), end: day?.end ?? month.end }
}

/** "on the 22nd", "by the 3rd": a day of the month alone, where nothing follows that it could count. */
function takeOrdinalDay(source: TimeSource, index: number): Taken<DateMoment> | null {
  const the = wordAt(source, index) === "the"
  const at = the ? index + 1 : index
  const numeral = numeralAt(source.numerals, at)
  if (numeral === null || takeDay(source, at) === null) return null
  const lead = wordAt(source, index - 1)
  const isSpelt = numeral.written !== "digits"
  // "On 15", "for the 27": without its ending a number is a day only right behind such words, and before a stop.
  const bare = the ? /^(?:on|for|by|until|till)$/ : isSpelt ? /^$/ : /^on$/
  const ordinal = isSpelt ? /^on$/ : /^(?:on|at|for|by|until|till|since|before|after|from)$/
  if (!(numeral.kind === "ordinal" ? ordinal : bare).test(lead)) return null
  const next = wordAt(source, numeral.tokenEnd)
  if (
    continuesLine(source, numeral.tokenEnd) &&
    !/^(?:[.,;:?!)]|and|or|but|at|to|until|till|through)$/.test(next)
  )
    return null
  return { value: dateOf(null, null, numeral.value), end: numeral.tokenEnd }
}

function isOrdinal(source: TimeSource, index: number): boolean {
  return numeralAt(source.numerals, index)?.kind === "ordinal"
}

/** "18 June 2018", "18th of June", "the twenty second of June", "16. Nov. 2016", "20th of next month". */
function takeDayFirst(source: TimeSource, index: number): Taken<DateMoment> | null {
  let at = wordAt(source, index) === "the" ? index + 1 : index
  const day = takeDay(source, at)
  if (day === null) return null
  at = day.end
  if (!continuesLine(source, at)) return null
  const separator = wordAt(source, at)
  if (
    separator === "of" ||
    separator === "." ||
    separator === "/" ||
    isHyphen(source.text, source.tokens.starts[at]!)
  )
    at++
  const month = takeMonth(source, at)
  if (month === null) return null
  const after = yearAfter(source, month.end)
  return { value: dateOf(after?.value ?? null, month.value, day.value), end: after?.end ?? month.end }
}

/** A year after the day and month: "2018", ", 2018", "-2018", "of 2018", "in 2018". */
function yearAfter(source: TimeSource, index: number): Taken<number> | null {
  if (!continuesLine(source, index)) return null
  const separator = wordAt(source, index)
  const skips =
    separator === "," ||
    separator === "of" ||
    separator === "/" ||
    separator === "in" ||
    (isHyphen(source.text, source.tokens.starts[index]!) && touches(source, index + 1))
  const year = takeYear(source, skips ? index + 1 : index)
  // "June 18 2018" is a date; "June 18, 2018 people" is not worth the doubt.
  return year ?? takeShortYear(source, skips ? index + 1 : index)
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
