import { numeralAt } from "../numerals/numeral.ts"
import { continuesLine, isHyphen, touches, wordAt } from "../token-text.ts"
import { type DateMoment, dateOf, takeDay, takeMonth, takeYear, timeWordAt } from "./date-parts.ts"
import { takeDigitsDate } from "./digit-dates.ts"
import type { Taken, TimeSource } from "./phrase.ts"

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
