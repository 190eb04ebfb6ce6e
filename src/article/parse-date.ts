import type { Span } from "../base/index.ts"
import { monthsByName } from "./month-names.ts"

/** A date read from text: ISO 8601 to the precision printed, a zone only where one is printed, and where it stood. */
export interface PrintedDate extends Span {
  readonly iso: string
}

/** Which of two numbers is the day in `03/04/2019`; null where nobody can tell. */
export type DayOrder = "day-first" | "month-first" | null

const scannedCharactersMax = 400

/**
 * The first date with day, month and year in the beginning of `text`, or null. Two-digit years, relative days
 * and dates whose order cannot be told are left alone, since a wrong date is worse than none.
 */
export function findDate(text: string, order: DayOrder = null): PrintedDate | null {
  const head = text.length > scannedCharactersMax ? text.slice(0, scannedCharactersMax) : text
  if (!/(?:19|20)\d\d/.test(head)) return null
  let best: PrintedDate | null = null
  for (const read of forms) {
    const found = read(head, order)
    if (found && (best === null || found.start < best.start)) best = found
  }
  return best
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

type DateForm = (text: string, order: DayOrder) => PrintedDate | null

const forms: readonly DateForm[] = [isoForm, monthFirstForm, dayFirstForm, numericForm, eastAsianForm]

function isoForm(text: string): PrintedDate | null {
  const match = /(?<!\d)((?:19|20)\d{2})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text)
  return match && dated(text, match, +match[1]!, +match[2]!, +match[3]!)
}

/** `June 20, 2018`, `Jun. 20th 2018`. */
function monthFirstForm(text: string): PrintedDate | null {
  const pattern =
    /(?<!\p{L})(\p{L}{3,12})\.?\s{1,3}(\d{1,2})(?:st|nd|rd|th)?(?:,\s{0,3}|\.?\s{1,3})(?:at\s)?(\d{4})(?!\d)/gu
  return namedMonth(text, pattern, (groups) => [+groups[3]!, groups[1]!, +groups[2]!])
}

/** `20 June 2018`, `20. Juni 2018`, `20 de junio de 2018`, `20-Jun-2018`. */
function dayFirstForm(text: string): PrintedDate | null {
  const pattern =
    /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º)?[.,]?[\s-]{0,3}(?:of\s|de\s|d')?(\p{L}{3,13})[.,]?[\s-]{0,3}(?:de[l]?\s)?,?\s?(\d{4})(?!\d)/gu
  return namedMonth(text, pattern, (groups) => [+groups[3]!, groups[2]!, +groups[1]!])
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
  const match = /(?<![\d.,/-])(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)/.exec(text)
  if (!match) return null
  const [first, second] = [+match[1]!, +match[3]!]
  const year = +match[4]!
  if (match[2] === "." || first > 12 || first === second) return dated(text, match, year, second, first)
  if (second > 12) return dated(text, match, year, first, second)
  if (order === null) return null
  return order === "day-first"
    ? dated(text, match, year, second, first)
    : dated(text, match, year, first, second)
}

/** `2018年6月20日`, `2018년 6월 20일`. */
function eastAsianForm(text: string): PrintedDate | null {
  const match = /(?<!\d)(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/.exec(text)
  return match && dated(text, match, +match[1]!, +match[2]!, +match[3]!)
}

function dated(
  text: string,
  match: RegExpExecArray,
  year: number,
  month: number,
  day: number,
): PrintedDate | null {
  const iso = isoDay(year, month, day)
  if (iso === null) return null
  const end = match.index + match[0].length
  const clock = clockAfter(text.slice(end, end + 60))
  return { iso: iso + (clock?.iso ?? ""), start: match.index, end: end + (clock?.length ?? 0) }
}

function isoDay(year: number, month: number, day: number): string | null {
  if (!plausible(year, month, day)) return null
  return `${year}-${two(month)}-${two(day)}`
}

/** The first web pages are of 1991; a report of the far future is a misread number. */
function plausible(year: number, month: number, day: number): boolean {
  if (year < 1990 || year > 2100 || month < 1 || month > 12 || day < 1) return false
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function two(value: number): string {
  return String(value).padStart(2, "0")
}

/** The time of day that stands right behind a date, with its zone if that is one fixed offset. */
function clockAfter(rest: string): { readonly iso: string; readonly length: number } | null {
  const match =
    /^(?:T|[\s,:|@·•–—-]{0,4}(?:at|um|à|kl\.?|klo)?\s{0,2})(\d{1,2})[:.h](\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?:\s?([ap])\.?m\b\.?)?(?:\s?(?:Uhr\s?)?\(?(Z\b|(?:UTC|GMT)?[+-]\d{2}:?\d{2}\b|[A-Z]{2,4}\b)\)?)?/i.exec(
      rest,
    )
  if (!match) return null
  let hour = +match[1]!
  const half = match[4]?.toLowerCase()
  if (half !== undefined && hour >= 1 && hour <= 12) hour = (hour % 12) + (half === "p" ? 12 : 0)
  if (hour > 23 || +match[2]! > 59 || +(match[3] ?? 0) > 59) return null
  const seconds = match[3] === undefined ? "" : `:${match[3]}`
  return { iso: `T${two(hour)}:${match[2]}${seconds}${zoneOf(match[5])}`, length: match[0].length }
}

/** Abbreviations of one meaning in the news; `ET` names no offset and `IST` names three, so they give none. */
const zoneOffsets: Readonly<Record<string, string>> = {
  Z: "Z",
  UTC: "Z",
  GMT: "Z",
  EST: "-05:00",
  EDT: "-04:00",
  CDT: "-05:00",
  MST: "-07:00",
  MDT: "-06:00",
  PST: "-08:00",
  PDT: "-07:00",
  CET: "+01:00",
  CEST: "+02:00",
  MEZ: "+01:00",
  MESZ: "+02:00",
  EET: "+02:00",
  EEST: "+03:00",
  MSK: "+03:00",
  JST: "+09:00",
  KST: "+09:00",
  AEST: "+10:00",
  AEDT: "+11:00",
  NZST: "+12:00",
  NZDT: "+13:00",
}

function zoneOf(printed: string | undefined): string {
  if (printed === undefined) return ""
  const offset = /([+-])(\d{2}):?(\d{2})$/.exec(printed)
  if (offset) return `${offset[1]}${offset[2]}:${offset[3]}`
  return zoneOffsets[printed.toUpperCase()] ?? ""
}
