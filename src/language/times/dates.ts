import { numeralAt } from "../numerals/numerals.ts"
import { continuesLine, isHyphen, touches, wordAt } from "../token-text.ts"
import type { Moment, Taken, TimeSource } from "./phrase.ts"
import type { TimeWord } from "./words.ts"

export type DateMoment = Extract<Moment, { kind: "date" }>

/** A date of the calendar at the token: "June 18, 2018", "18th of June", "2018-06-18", "4/22", "Monday, June 18". */
export function takeDate(source: TimeSource, index: number): Taken<DateMoment> | null {
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
  const stop =
    point && (word.short || (continuesLine(source, index + 2) && takeDay(source, index + 2) !== null))
  return { value: word.value, end: stop ? index + 2 : index + 1 }
}

/** The year at the token: four digits that may be one, or "'18". */
export function takeYear(source: TimeSource, index: number): Taken<number> | null {
  const numeral = numeralAt(source.numerals, index)
  if (numeral?.plain && numeral.end - numeral.start === 4 && numeral.value >= 1000 && numeral.value < 2200)
    return { value: numeral.value, end: index + 1 }
  return null
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
  const year = takeYear(source, at)
  if (year !== null) return { value: dateOf(year.value, month.value, null), end: year.end }
  const day = separator === "of" ? null : takeDay(source, at)
  if (day === null || (separator === "," && !isOrdinal(source, at)))
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
  if (month === null || takeDay(source, month.end) !== null) return null
  return { value: dateOf(year.value, month.value, null), end: month.end }
}

/** "on the 22nd", "by the 3rd": a day of the month alone, where nothing follows that it could count. */
function takeOrdinalDay(source: TimeSource, index: number): Taken<DateMoment> | null {
  const the = wordAt(source, index) === "the"
  const at = the ? index + 1 : index
  const numeral = numeralAt(source.numerals, at)
  if (numeral?.kind !== "ordinal" || numeral.value > 31) return null
  const lead = wordAt(source, index - 1)
  const dates = numeral.written === "digits" ? /^(?:on|for|by|until|till|since|before|after|from)$/ : /^on$/
  if (!dates.test(lead)) return null
  const next = wordAt(source, numeral.tokenEnd)
  if (continuesLine(source, numeral.tokenEnd) && !/^(?:[.,;:?!)]|and|or|but|at|to)$/.test(next)) return null
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
  return year
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

/**
 * Dates in digits: year first is certain; else the month stands first unless that is no month ("22/04"), as American
 * pages print it. Two numbers alone need a slash.
 */
function takeDigitsDate(source: TimeSource, index: number): Taken<DateMoment> | null {
  const { text, tokens } = source
  const first = numeralAt(source.numerals, index)
  if (first === null || first.written !== "digits") return null
  const run =
    /^\d{1,4}([-/.])(?:\d{1,4}|[A-Za-z]{3,9})(?:\1\d{1,4}|\1[A-Za-z]{3,9})?(?![\d:/]|\.\d|-\d+(?![\d/]))/.exec(
      text.slice(tokens.starts[index], tokens.starts[index]! + runMax),
    )
  if (!run) return null
  const parts = run[0].split(run[1]!)
  const end = tokenEndingAt(source, index, tokens.starts[index]! + run[0].length)
  if (end === null) return null
  const moment = dateOfParts(source, index, parts, run[1]!)
  return moment === null ? null : { value: moment, end }
}

const runMax = 24

function tokenEndingAt({ tokens }: TimeSource, index: number, offset: number): number | null {
  for (let at = index; at < tokens.count && at < index + 6; at++)
    if (tokens.ends[at] === offset) return at + 1
  // "2016-12-16T12:23": the clock is glued to the day.
  for (let at = index; at < tokens.count && at < index + 6; at++)
    if (tokens.starts[at]! < offset && tokens.ends[at]! > offset) return at + 1
  return null
}

function dateOfParts(
  source: TimeSource,
  index: number,
  parts: readonly string[],
  separator: string,
): DateMoment | null {
  const [a, b, c] = parts as [string, string, string?]
  const named = (part: string | undefined): number | null => {
    if (part === undefined || /\d/.test(part)) return null
    for (let at = index; at < index + 6; at++)
      if (wordAt(source, at) === part.toLowerCase()) return takeMonth(source, at)?.value ?? null
    return null
  }
  if (/\D/.test(b)) {
    const month = named(b)
    if (month === null || c === undefined) return null
    return a.length === 4 ? checked(Number(a), month, Number(c)) : checked(fullYear(c), month, Number(a))
  }
  if (a.length === 4) {
    if (Number(a) < 1000 || Number(a) > 2200 || separator === ".") return null
    if (c === undefined) return Number(b) >= 1 && Number(b) <= 12 ? dateOf(Number(a), Number(b), null) : null
    return checked(Number(a), Number(b), Number(c))
  }
  if (a.length > 2 || (c !== undefined && c.length !== 2 && c.length !== 4)) return null
  if (c === undefined && b.length === 4)
    return separator !== "." && Number(a) >= 1 && Number(a) <= 12 && Number(b) >= 1500 && Number(b) < 2200
      ? dateOf(Number(b), Number(a), null)
      : null
  if (b.length > 2) return null
  if (c === undefined)
    return isShortDate(source, index, separator, `${a}${separator}${b}`)
      ? monthAndDay(source, null, Number(a), Number(b), "/")
      : null
  return monthAndDay(source, fullYear(c), Number(a), Number(b), separator)
}

/** Two numbers alone are a date behind "on", and about a slash where nothing follows that they could count. */
function isShortDate(source: TimeSource, index: number, separator: string, raw: string): boolean {
  const lead = wordAt(source, index - 1)
  const dated = lead === "on" || timeWordAt(source, index - 1)?.kind === "weekday"
  if (separator !== "/") return dated
  // The attacks of 2001 and the shop that never shuts are names.
  if (raw === "9/11" || raw === "24/7") return false
  const next = wordAt(source, index + 3)
  return (
    dated ||
    !continuesLine(source, index + 3) ||
    !/^(?:\p{L}.*|%)$/u.test(next) ||
    /^(?:at|to|and|or|in|on|until|till|through|from|with|for)$/.test(next)
  )
}

/** The point is a separator of Europe, where the day stands first. */
function monthAndDay(
  { timeWords }: TimeSource,
  year: number | null,
  a: number,
  b: number,
  separator: string,
): DateMoment | null {
  const dayFirst = a > 12 || (timeWords.dayFirst && b <= 12) || (separator === "." && b <= 12)
  return dayFirst ? checked(year, b, a) : checked(year, a, b)
}

function checked(year: number | null, month: number, day: number): DateMoment | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null
  return dateOf(year, month, day)
}

/** "18" is 2018, "87" is 1987. */
function fullYear(digits: string): number {
  const year = Number(digits)
  return digits.length === 4 ? year : year < 50 ? 2000 + year : 1900 + year
}
