import {
  civilOf,
  type DayNumber,
  dayNumberOf,
  daysInMonth,
  isoDay,
  isoMonth,
  isoYear,
  two,
} from "./calendar.ts"
import type { DayRange } from "./day-range.ts"
import type { Clock, Moment, TimePhrase, TimePoint } from "./phrase.ts"
import { type Reference, rangeOf } from "./ranges.ts"
import type { TimeUnit } from "./words.ts"

export interface ResolvedTime {
  readonly from: string | null
  readonly to: string | null
  /** What the phrase rests on: its own words, the day of reference, or a time told before. */
  readonly anchor: "absolute" | "published" | "text"
  /** The days of the first end, for what refers back to it; null when unknown. */
  readonly days: DayRange | null
}

/** Intervals at the precision said: "last week" is seven days, "January" one month. Unknown ends are null. */
export function resolvePhrase(phrase: TimePhrase, reference: Reference): ResolvedTime {
  const { from, to } = phrase
  const toMinute = from !== null && from === to ? minutesOf(from, reference) : null
  if (toMinute !== null) return toMinute
  const fromDays = from === null ? null : rangeOf(from.moment, reference, phrase.tense)
  const near = to === null ? null : to === from ? fromDays : rangeOf(to.moment, reference, phrase.tense)
  // "From Monday to Friday": the second is the next after the first.
  const toDays =
    to !== null && fromDays !== null && near !== null && near.last < fromDays.first
      ? rangeOf(to.moment, { ...reference, day: fromDays.first }, "future")
      : near
  const opens = phrase.exclusive && fromDays !== null ? justAfter(fromDays) : fromDays
  const closes = phrase.exclusive && toDays !== null ? justBefore(toDays) : toDays
  const first = from === null ? null : iso(opens && bounded(opens, from, reference), "first", from.clock)
  const last = to === null ? null : iso(closes && bounded(closes, to, reference), "last", to.clock)
  const backwards = first !== null && last !== null && first.slice(0, last.length) > last
  return {
    from: first,
    to: backwards ? null : last,
    anchor: anchorOf(from ?? to!, to ?? from!),
    days: fromDays ?? toDays,
  }
}

const minutesIn: Readonly<Partial<Record<TimeUnit, number>>> = { second: 1 / 60, minute: 1, hour: 60 }

/** "Two hours ago", "now", "the next hour", "the rest of the day": where the minute of reference is known. */
function minutesOf({ moment, portion }: TimePoint, { day, minute }: Reference): ResolvedTime | null {
  if (day === null || minute === null) return null
  const made = (from: number, to: number): ResolvedTime => ({
    from: isoMinute(day, from),
    to: isoMinute(day, to),
    anchor: "published",
    days: null,
  })
  if (moment.kind === "now") return made(minute, minute)
  if (moment.kind === "unit" && moment.unit === "day" && moment.offset === 0 && portion === "later")
    return made(minute, 24 * 60 - 1)
  if (moment.kind !== "away" && moment.kind !== "stretch") return null
  const unit = minutesIn[moment.unit]
  if (unit === undefined || moment.count === null || Math.abs(moment.count) > 100_000) return null
  const length = Math.round(unit * moment.count)
  if (moment.kind === "away") return moment.base === "text" ? null : made(minute + length, minute + length)
  return moment.direction < 0 ? made(minute - length, minute) : made(minute, minute + length)
}

function isoMinute(day: DayNumber, minute: number): string {
  const days = Math.floor(minute / 1440)
  const rest = minute - 1440 * days
  return `${isoDay(day + days)}T${two(Math.floor(rest / 60))}:${two(rest % 60)}`
}

/** "After 2010" begins in 2011; "after Monday" may be the same day still. */
function justAfter(range: DayRange): DayRange {
  return range.first === range.last ? range : { ...range, first: range.last + 1, last: range.last + 1 }
}

/** "Before 2018" ends in 2017, "before Friday" on Thursday. */
function justBefore(range: DayRange): DayRange {
  return { ...range, first: range.first - 1, last: range.first - 1 }
}

function anchorOf(from: TimePoint, to: TimePoint): ResolvedTime["anchor"] {
  const anchors = [from, to].map(({ moment }) => anchorOfMoment(moment))
  if (anchors.includes("text")) return "text"
  return anchors.includes("published") ? "published" : "absolute"
}

function anchorOfMoment(moment: Moment): ResolvedTime["anchor"] {
  switch (moment.kind) {
    case "clock":
    case "set":
      return "text"
    case "week":
      return moment.year === null ? "published" : "absolute"
    case "slice":
    case "beside":
      return anchorOfMoment(moment.of)
    case "away":
      return moment.base === "text" ? "text" : "published"
    case "years":
      return "absolute"
    case "date":
    case "quarter":
    case "named":
    case "nth":
    case "feast":
      return moment.year === null ? "published" : "absolute"
    case "week-of":
      return anchorOfMoment(moment.of)
    default:
      return "published"
  }
}

/**
 * The part of a unit that is said. "Earlier this week" ends, and "later this month" begins, at the day of reference;
 * "early" and "late" are its halves, "mid" its middle.
 */
function bounded(range: DayRange, { portion }: TimePoint, { day }: Reference): DayRange {
  if (portion === null || range.first === range.last) return range
  if (portion === "earlier" || portion === "later") {
    if (day === null || day < range.first || day > range.last)
      return halved(range, portion === "earlier" ? "early" : "late")
    const precision = range.precision === "year" ? "month" : "day"
    return portion === "earlier" ? { ...range, last: day, precision } : { ...range, first: day, precision }
  }
  return halved(range, portion)
}

/** Of years the months, of months and weeks the days: January to June, the 1st to the 15th, Monday to Wednesday. */
function halved(range: DayRange, portion: "early" | "mid" | "late"): DayRange {
  if (range.precision === "year") {
    const { year } = civilOf(range.first)
    if (civilOf(range.last).year !== year) return range
    const [from, to] = portion === "early" ? [1, 6] : portion === "late" ? [7, 12] : [4, 9]
    return {
      precision: "month",
      first: dayNumberOf(year, from, 1),
      last: dayNumberOf(year, to, daysInMonth(year, to)),
    }
  }
  const length = range.last - range.first + 1
  if (length > 31) return range
  const middle = range.first + (length >= 28 ? 15 : Math.floor(length / 2))
  if (portion === "early") return { precision: "day", first: range.first, last: middle - 1 }
  if (portion === "late") return { precision: "day", first: middle, last: range.last }
  const third = Math.floor(length / 3)
  return { precision: "day", first: range.first + third - 1, last: range.last - third }
}

function iso(range: DayRange | null, side: "first" | "last", clock: Clock | null): string | null {
  if (range === null) return null
  const number = range[side]
  const { year, month } = civilOf(number)
  if (year < 1 || year > 9999) return null
  if (range.precision === "year") return isoYear(year)
  if (range.precision === "month") return isoMonth(year, month)
  const day = isoDay(number)
  if (clock === null || !clock.certain || range.first !== range.last) return day
  return clock.hour === 24
    ? `${isoDay(number + 1)}T00:00`
    : `${day}T${two(clock.hour)}:${two(clock.minute ?? 0)}`
}
