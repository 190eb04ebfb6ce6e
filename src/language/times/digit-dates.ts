import { numeralAt } from "../numerals/numeral.ts"
import { continuesLine, wordAt } from "../token-text.ts"
import { type DateMoment, dateOf, takeMonth, timeWordAt } from "./date-parts.ts"
import type { Taken, TimeSource } from "./phrase.ts"

/**
 * Dates in digits and marks: two or three fields, each a year, a month's name or a small number, told apart by their
 * form. A year first is certain; of two small numbers the month stands first unless that is no month ("22/04"), as
 * American pages print it. Two small numbers alone need a slash or a word before them that dates.
 */
export function takeDigitsDate(source: TimeSource, index: number): Taken<DateMoment> | null {
  const { text, tokens } = source
  const first = numeralAt(source.numerals, index)
  if (first === null || first.written !== "digits") return null
  const start = tokens.starts[index]!
  const run =
    runPattern.exec(text.slice(start, start + runMax)) ?? loosePattern.exec(text.slice(start, start + runMax))
  if (!run) return null
  const end = tokenEndingAt(source, index, start + run[0].length)
  if (end === null) return null
  const separator = /[-/.]/.exec(run[0])![0]
  const fields = run[0].split(/ ?[-/.,] ?/).map((field) => fieldOf(source, index, field))
  const isShort = run[0].length <= 5 && fields.every((field) => field.kind === "small")
  if (isShort && !isShortDate(source, index, end, separator, run[0])) return null
  const moment = momentOfFields(source, fields, separator)
  return moment === null ? null : { value: moment, end }
}

const runMax = 24

/** Two or three fields about one mark, not a part of something longer. */
const runPattern =
  /^\d{1,4}([-/.])(?:\d{1,4}|[A-Za-z]{3,9})(?:(?:\1|(?<=\d), ?(?=\d\d))\d{1,4}|\1[A-Za-z]{3,9})?(?![\d:/]|[.,]\d|-\d+(?![\d/]))/

/** "2016 / 11", "11 -2016": a year and a month about a mark with blanks. */
const loosePattern = /^(?:[12]\d{3} ?[-/] ?\d{1,2}|\d{1,2} ?[-/] ?[12]\d{3})(?![\d:/.-])/

type Field =
  | { readonly kind: "year" | "month"; readonly value: number }
  | { readonly kind: "small"; readonly value: number; readonly raw: string }
  | { readonly kind: "none" }

function fieldOf(source: TimeSource, index: number, raw: string): Field {
  if (/^\d/.test(raw)) {
    const value = Number(raw)
    if (raw.length === 4) return value >= 1000 && value < 2200 ? { kind: "year", value } : { kind: "none" }
    return raw.length < 3 ? { kind: "small", value, raw } : { kind: "none" }
  }
  for (let at = index; at < index + fieldTokensMax; at++)
    if (wordAt(source, at) === raw.toLowerCase()) {
      const month = takeMonth(source, at)
      return month === null ? { kind: "none" } : { kind: "month", value: month.value }
    }
  return { kind: "none" }
}

const fieldTokensMax = 6

function momentOfFields(source: TimeSource, fields: readonly Field[], separator: string): DateMoment | null {
  const smalls = fields.flatMap((field) => (field.kind === "small" ? [field] : []))
  const years = fields.flatMap((field) => (field.kind === "year" ? [field.value] : []))
  const months = fields.flatMap((field) => (field.kind === "month" ? [field.value] : []))
  if (smalls.length + years.length + months.length !== fields.length || years.length > 1) return null
  const [year = null] = years
  const [a, b, c] = smalls
  if (months.length === 1) {
    if (fields.length < 3 || !a) return null
    return year !== null
      ? checked(year, months[0]!, a.value)
      : b
        ? checked(fullYear(b.raw), months[0]!, a.value)
        : null
  }
  if (fields.length === 2) {
    if (year === null) return monthAndDay(source, null, a!.value, b!.value, "/")
    const isMonth = separator !== "." && year >= 1500 && a!.value >= 1 && a!.value <= 12
    return isMonth ? dateOf(year, a!.value, null) : null
  }
  if (year === null)
    return c && c.raw.length === 2
      ? monthAndDay(source, fullYear(c.raw), a!.value, b!.value, separator)
      : null
  if (fields[0]!.kind === "year")
    return checked(year, a!.value, b!.value) ?? checked(year, b!.value, a!.value)
  return fields[2]!.kind === "year" ? monthAndDay(source, year, a!.value, b!.value, separator) : null
}

function tokenEndingAt({ tokens }: TimeSource, index: number, offset: number): number | null {
  for (let at = index; at < tokens.count && at < index + fieldTokensMax; at++)
    if (tokens.ends[at] === offset) return at + 1
  // "2016-12-16T12:23": the clock is glued to the day.
  for (let at = index; at < tokens.count && at < index + fieldTokensMax; at++)
    if (tokens.starts[at]! < offset && tokens.ends[at]! > offset) return at + 1
  return null
}

/** Two numbers alone are a date behind "on", and about a slash where nothing follows that they could count. */
function isShortDate(
  source: TimeSource,
  index: number,
  end: number,
  separator: string,
  raw: string,
): boolean {
  const lead = wordAt(source, index - 1)
  const dated = lead === "on" || timeWordAt(source, index - 1)?.kind === "weekday"
  const next = wordAt(source, end)
  const alone =
    !continuesLine(source, end) ||
    !/^(?:\p{L}.*|%|°)$/u.test(next) ||
    /^(?:at|to|and|or|in|on|until|till|through|from|with|for)$/.test(next)
  if (separator !== "/") return alone && (dated || lead === "in")
  // The attacks of 2001 and the shop that never shuts are names.
  return raw !== "9/11" && raw !== "24/7" && (dated || alone)
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
