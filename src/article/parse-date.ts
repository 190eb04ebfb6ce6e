import type { Span } from "../base/index.ts"
import { monthsByName } from "./month-names.ts"
import { clockBefore, clockBehind } from "./printed-clock.ts"

/** A date read from text: ISO 8601 to the precision printed, a zone only where one is printed, and where it stood. */
export interface PrintedDate extends Span {
  readonly iso: string
}

/** Which of two numbers is the day in `03/04/2019`; null where nobody can tell. */
export type DayOrder = "day-first" | "month-first" | null

/** Whether `8.5.12` is a date: in a place for dates it is, in prose it may be anything. */
export type YearForm = "four-digits" | "two-digits"

const scannedCharactersMax = 400

/**
 * The first date with day, month and year in the beginning of `text`, or null. Relative days and dates whose order
 * cannot be told are left alone, since a wrong date is worse than none.
 */
export function findDate(
  text: string,
  order: DayOrder = null,
  years: YearForm = "four-digits",
): PrintedDate | null {
  const head = asciiDigits(text.length > scannedCharactersMax ? text.slice(0, scannedCharactersMax) : text)
  let best: PrintedDate | null = null
  if (/(?:19|20)\d\d/.test(head)) {
    for (const read of forms) {
      const found = read(head, order)
      if (found && (best === null || found.start < best.start)) best = found
    }
  }
  return best ?? (years === "two-digits" ? shortYearForm(head, order) : null)
}

/** The date that a machine-readable value holds, to its own precision (`2018`, `2018-06`, …), or null. */
export function parseMachineDate(value: string, order: DayOrder = null): string | null {
  const trimmed = value.trim().slice(0, scannedCharactersMax)
  const partial = /^(\d{4})(?:-(\d{2}))?$/.exec(trimmed)
  if (partial) return plausible(+partial[1]!, +(partial[2] ?? 1), 1) ? trimmed : null
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z)?)?$/.exec(trimmed)
  if (compact) {
    const day = isoDay(+compact[1]!, +compact[2]!, +compact[3]!)
    const time = compact[4] ? `T${compact[4]}:${compact[5]}${compact[6] ? `:${compact[6]}` : ""}` : ""
    return day && day + time + (compact[7] ?? "")
  }
  const seconds = /^1\d{9}(\d{3})?$/.test(trimmed) ? Number(trimmed.slice(0, 10)) : null
  if (seconds !== null) return new Date(seconds * 1000).toISOString().replace(".000Z", "Z")
  return findDate(trimmed, order)?.iso ?? null
}

/** The same text with Arabic, Persian, Indian and full-width digits as ASCII; every character keeps its place. */
function asciiDigits(text: string): string {
  if (!/[٠-٩۰-۹०-९０-９]/u.test(text)) return text
  return text.replace(/[٠-٩۰-۹०-९０-９]/gu, (digit) => {
    const unit = digit.charCodeAt(0)
    const zero = [0x660, 0x6f0, 0x966, 0xff10].find((first) => unit >= first && unit <= first + 9)!
    return String(unit - zero)
  })
}

type DateForm = (text: string, order: DayOrder) => PrintedDate | null

const forms: readonly DateForm[] = [
  yearFirstForm,
  monthFirstForm,
  programForm,
  dayFirstForm,
  yearAndNameForm,
  numericForm,
  eastAsianForm,
  vietnameseForm,
]

/** `2018-06-20`, `2018/6/20`, `2018. 6. 20.` */
function yearFirstForm(text: string): PrintedDate | null {
  const match = /(?<![\d.])((?:19|20)\d{2})(?:([-/.])(\d{1,2})\2|\.\s(\d{1,2})\.\s)(\d{1,2})(?!\d)/.exec(text)
  return match && dated(text, match, +match[1]!, +(match[3] ?? match[4])!, +match[5]!)
}

/** `June 20, 2018`, `Jun. 20th 2018`, `Jun/20/2018`. */
function monthFirstForm(text: string): PrintedDate | null {
  const pattern =
    /(?<![\p{L}\p{M}])([\p{L}\p{M}]{3,12})[\s./-]{1,3}(\d{1,2})(?:st|nd|rd|th)?(?:[,،]\s{0,3}|[\s./-]{1,3})(?:at\s)?(\d{4})(?!\d)/gu
  return namedMonth(text, pattern, (groups) => [+groups[3]!, groups[1]!, +groups[2]!])
}

/** `Wed Jun 20 09:15:00 EDT 2018`, as programs print a time when they are not told how. */
function programForm(text: string): PrintedDate | null {
  const match =
    /(?<!\p{L})(\p{L}{3})\s{1,2}(\d{1,2})\s(\d{2}:\d{2}:\d{2})\s([A-Z]{3,4}|[+-]\d{4})\s(\d{4})(?!\d)/u.exec(
      text,
    )
  const month = match ? monthsByName.get(match[1]!.toLowerCase()) : undefined
  const iso = match && month !== undefined ? isoDay(+match[5]!, month, +match[2]!) : null
  const clock = match && clockBehind(` ${match[3]} ${match[4]}`)
  if (!match || iso === null || clock === null) return null
  return { iso: iso + clock.iso, start: match.index, end: match.index + match[0].length }
}

/** `20 June 2018`, `20. Juni 2018`, `20 de junio de 2018`, `20-Jun-2018`, `Wed, 20 Jun 2018`. */
function dayFirstForm(text: string): PrintedDate | null {
  const pattern =
    /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|ª)?[.,]?[\s/-]{0,3}(?:of\s|de\s|d['’])?([\p{L}\p{M}]{2,14}(?:\s(?:الأول|الثاني))?)[.,،]?[\s/-]{0,3}(?:de[l]?\s)?,?\s?(\d{4})(?!\d)/gu
  return namedMonth(text, pattern, (groups) => [+groups[3]!, groups[2]!, +groups[1]!])
}

/** `2018. június 20.`, `2018 June 20`. */
function yearAndNameForm(text: string): PrintedDate | null {
  const pattern =
    /(?<!\d)((?:19|20)\d{2})[.,]?[\s-]{1,3}(?:m\.\s)?([\p{L}\p{M}]{3,12})\.?[\s-]{1,3}(\d{1,2})(?![\d:])/gu
  return namedMonth(text, pattern, (groups) => [+groups[1]!, groups[2]!, +groups[3]!])
}

function namedMonth(
  text: string,
  pattern: RegExp,
  parts: (groups: RegExpExecArray) => readonly [year: number, month: string, day: number],
): PrintedDate | null {
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [year, name, day] = parts(match)
    const month = monthsByName.get(name.toLowerCase())
    const date = month === undefined ? null : dated(text, match, year, month, day)
    if (date) return date
    pattern.lastIndex = match.index + 1
  }
  return null
}

/** `20.06.2018`, `06/20/2018`: read when one number can be no month, or when the order is known. */
function numericForm(text: string, order: DayOrder): PrintedDate | null {
  const match = /(?<![\d.,/-])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4})(?!\d)/.exec(text)
  return match && ordered(text, match, +match[4]!, order)
}

/** `20.06.18`, `06/20/18`, where nothing but a date can stand. */
function shortYearForm(text: string, order: DayOrder): PrintedDate | null {
  const match = /(?<![\d.,/:-])(\d{1,2})([./-])(\d{1,2})\2(\d{2})(?![.,/:-]?\d)/.exec(text)
  if (!match) return null
  const year = Number(match[4])
  return ordered(text, match, year < 70 ? 2000 + year : 1900 + year, order)
}

function ordered(text: string, match: RegExpExecArray, year: number, order: DayOrder): PrintedDate | null {
  const [first, second] = [+match[1]!, +match[3]!]
  if (match[2] === "." || first > 12 || first === second) return dated(text, match, year, second, first)
  if (second > 12) return dated(text, match, year, first, second)
  if (order === null) return null
  return order === "day-first"
    ? dated(text, match, year, second, first)
    : dated(text, match, year, first, second)
}

/** `2018年6月20日`, `2018년 6월 20일`. */
function eastAsianForm(text: string): PrintedDate | null {
  const match = /(?<!\d)(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일号]/u.exec(text)
  return match && dated(text, match, +match[1]!, +match[2]!, +match[3]!)
}

/** `20 tháng 6, 2018`, `ngày 20 tháng 6 năm 2018`. */
function vietnameseForm(text: string): PrintedDate | null {
  const match = /(?<!\d)(\d{1,2})\s(?:tháng|thg)\s(\d{1,2}),?\s(?:năm\s)?(\d{4})(?!\d)/iu.exec(text)
  return match && dated(text, match, +match[3]!, +match[2]!, +match[1]!)
}

const clockCharactersMax = 60

function dated(
  text: string,
  match: RegExpExecArray,
  year: number,
  month: number,
  day: number,
): PrintedDate | null {
  const iso = isoDay(year, month, day)
  if (iso === null) return null
  const start = match.index
  const end = start + match[0].length
  const behind = clockBehind(text.slice(end, end + clockCharactersMax))
  if (behind) return { iso: iso + behind.iso, start, end: end + behind.length }
  const before = clockBefore(text.slice(Math.max(0, start - clockCharactersMax), start))
  return before ? { iso: iso + before.iso, start: start - before.length, end } : { iso, start, end }
}

function isoDay(year: number, month: number, day: number): string | null {
  if (!plausible(year, month, day)) return null
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`
}

/** The first web pages are of 1991; a report of the far future is a misread number. */
function plausible(year: number, month: number, day: number): boolean {
  if (year < 1990 || year > 2100 || month < 1 || month > 12 || day < 1) return false
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}
