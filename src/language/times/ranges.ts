import { addMonths, civilOf, type DayNumber, dayNumberOf, daysInMonth, weekdayOf } from "./calendar.ts"
import { type DayRange, monthRange, oneDay, weekAround, weekOfYear, yearsFrom } from "./day-range.ts"
import { feastDay } from "./feast-days.ts"
import type { Moment, TimePhrase } from "./phrase.ts"
import { sliceOf } from "./slice-of.ts"
import type { TimeUnit } from "./words.ts"

/** What a phrase is resolved against. */
export interface Reference {
  /** The day on which the words are said, or null when nobody knows it. */
  readonly day: DayNumber | null
  /** The minute of that day, where it is known. */
  readonly minute: number | null
  /** The last day named before, for "the next day" and "at 9 a.m.". */
  readonly told: DayRange | null
  /** The last time named before, to whatever precision, for "two years later". */
  readonly toldUnit: DayRange | null
}

type Tense = TimePhrase["tense"]

/** The days that the moment names, or null when that takes a reference that nobody knows. */
export function rangeOf(moment: Moment, reference: Reference, tense: Tense): DayRange | null {
  if (moment.kind === "years") return yearsFrom(moment.year, moment.years)
  if (moment.kind === "date") return dateRange(moment, reference, tense)
  if (moment.kind === "week-of") {
    const range = rangeOf(moment.of, reference, tense)
    return range === null ? null : weekAround(range.first, 0)
  }
  if (moment.kind === "clock") return reference.told
  if (moment.kind === "set") return null
  if (moment.kind === "beside")
    return besideRange(rangeOf(moment.of, reference, tense), moment.unit, moment.count)
  if (moment.kind === "slice") {
    const whole = rangeOf(moment.of, reference, tense)
    return whole === null ? null : sliceOf(whole, moment)
  }
  if (moment.kind === "week" && moment.year !== null) return weekOfYear(moment.week, moment.year)
  if (moment.kind === "nth") return nthRange(moment, reference, tense)
  if (moment.kind === "feast") return feastRange(moment, reference, tense)
  if (moment.kind === "quarter") return quarterRange(moment, reference, tense)
  if (moment.kind === "named") return namedRange(moment, reference)
  if (moment.kind === "away" && moment.base === "text")
    return awayRange(
      monthsIn[moment.unit] === undefined ? reference.told : (reference.toldUnit ?? reference.told),
      moment.unit,
      moment.count,
    )
  const { day } = reference
  if (day === null) return null
  switch (moment.kind) {
    case "day":
      return oneDay(day + moment.offset)
    case "day-of-month": {
      const { year, month } = civilOf(day)
      const [toYear, toMonth] = addMonths(year, month, moment.offset)
      return moment.day <= daysInMonth(toYear, toMonth)
        ? oneDay(dayNumberOf(toYear, toMonth, moment.day))
        : null
    }
    case "now":
      return oneDay(day)
    case "weekday-count":
      return oneDay(countedWeekday(moment.weekday, moment.count, day))
    case "week":
      return weekOfYear(moment.week, moment.year ?? civilOf(day).year)
    case "weekday":
      return oneDay(weekdayNear(moment, day, tense))
    case "unit":
      return unitRange(moment.unit, moment.offset, day, tense)
    case "stretch":
      return stretchRange(moment.unit, moment.count, moment.direction, day)
    case "away":
      return awayRange(oneDay(day), moment.unit, moment.count)
  }
}

/** Of "two Sundays from now" the second after today; back from it for a count below 0. */
function countedWeekday(weekday: number, count: number, day: DayNumber): DayNumber {
  const back = (weekdayOf(day) - weekday + 7) % 7
  return count > 0 ? day - back + 7 * count : day - (back === 0 ? 7 : back) + 7 * (count + 1)
}

/**
 * Of a bare weekday the day of reference itself or the last one before it, and after future verbs the next one.
 * "Last Friday" is the last one before today; "next Friday" is of the coming week.
 */
function weekdayNear(moment: Extract<Moment, { kind: "weekday" }>, day: DayNumber, tense: Tense): DayNumber {
  const { weekday, weeks, exact } = moment
  const back = (weekdayOf(day) - weekday + 7) % 7
  if (weeks === null) return tense === "future" ? day + ((7 - back) % 7) : day - back
  if (weeks < 0 && !exact) return day - (back === 0 ? 7 : back)
  return weekAround(day, weeks).first + weekday - 1
}

function dateRange(
  moment: Extract<Moment, { kind: "date" }>,
  { day: reference, told }: Reference,
  tense: Tense,
): DayRange | null {
  const { month, day, weekday, yearsOn } = moment
  const year = yearsOn === undefined || reference === null ? moment.year : civilOf(reference).year + yearsOn
  if (year !== null && month === null) return yearsFrom(year, 1)
  if (year !== null && day === null) return monthRange(year, month!)
  if (year !== null) return day! <= daysInMonth(year, month!) ? oneDay(dayNumberOf(year, month!, day!)) : null
  const base = reference ?? told?.first ?? null
  if (base === null) return null
  if (month === null) return day === null ? null : dayOfSomeMonth(day, weekday, base, tense)
  const now = civilOf(base)
  if (day === null) return nearestMonth(month, base, tense)
  // Of the years about the reference the one that fits the tense, and the weekday where it fits one of them.
  const near = [now.year, now.year - 1, now.year + 1]
    .filter((candidate) => day <= daysInMonth(candidate, month))
    .map((candidate) => dayNumberOf(candidate, month, day))
  const onWeekday = near.filter((candidate) => weekday === null || weekdayOf(candidate) === weekday)
  const leap = [now.year - 2, now.year - 3, now.year + 2].filter(
    (candidate) => day <= daysInMonth(candidate, month),
  )
  const days =
    onWeekday.length > 0
      ? onWeekday
      : near.length > 0
        ? near
        : leap.map((candidate) => dayNumberOf(candidate, month, day))
  const fitting = days.filter((candidate) =>
    tense === "future" ? candidate >= base : candidate <= base + (tense === "past" ? 1 : nearFutureDays),
  )
  const best = nearest(fitting.length > 0 ? fitting : days, base)
  return best === null ? null : oneDay(best)
}

/** A day named without a year may lie so far ahead before the year before is likelier. */
const nearFutureDays = 60

function nearest(days: readonly DayNumber[], base: DayNumber): DayNumber | null {
  let best: DayNumber | null = null
  for (const day of days) if (best === null || Math.abs(day - base) < Math.abs(best - base)) best = day
  return best
}

/** "the 22nd", "Friday the 22nd". */
function dayOfSomeMonth(day: number, weekday: number | null, base: DayNumber, tense: Tense): DayRange | null {
  const now = civilOf(base)
  const days: DayNumber[] = []
  for (let count = -6; count <= 6; count++) {
    const [year, month] = addMonths(now.year, now.month, count)
    if (day > daysInMonth(year, month)) continue
    const candidate = dayNumberOf(year, month, day)
    if (weekday === null || weekdayOf(candidate) === weekday) days.push(candidate)
  }
  const fitting = days.filter((candidate) =>
    tense === "future" ? candidate >= base : tense === null || candidate <= base,
  )
  const best = nearest(fitting.length > 0 ? fitting : days, base)
  return best === null ? null : oneDay(best)
}

/** Without a verb that tells, a month so near ahead is the coming one. */
const monthsAheadMax = 2

/** The last such month up to the one of reference; after future verbs the next from it on. */
function nearestMonth(month: number, base: DayNumber, tense: Tense): DayRange {
  const now = civilOf(base)
  if (tense === "future") return monthRange(month >= now.month ? now.year : now.year + 1, month)
  const ahead = (month - now.month + 12) % 12
  if (tense === null && ahead > 0 && ahead <= monthsAheadMax)
    return monthRange(...addMonths(now.year, now.month, ahead))
  return monthRange(month <= now.month ? now.year : now.year - 1, month)
}

function unitRange(unit: TimeUnit, offset: number, day: DayNumber, tense: Tense): DayRange | null {
  const { year, month } = civilOf(day)
  switch (unit) {
    case "day":
      return oneDay(day + offset)
    case "week":
      return weekAround(day, offset)
    case "weekend":
      return weekendNear(day, offset, tense)
    case "month":
      return monthRange(...addMonths(year, month, offset))
    case "quarter":
      return quarterOf(year, Math.floor((month - 1) / 3) + offset)
    case "year":
      return yearsFrom(year + offset, 1)
    case "decade":
      return yearsFrom(Math.floor(year / 10) * 10 + 10 * offset, 10)
    case "century":
      return yearsFrom(Math.floor(year / 100) * 100 + 100 * offset, 100)
    default:
      return null
  }
}

/** Saturday and Sunday: "the weekend" is the last one begun, and after future verbs the next. */
function weekendNear(day: DayNumber, offset: number, tense: Tense): DayRange {
  const saturday = day - weekdayOf(day) + 6
  const began = saturday > day ? saturday - 7 : saturday
  const first =
    offset === 0
      ? tense === "future"
        ? saturday
        : began
      : offset < 0
        ? began + 7 * (offset + 1)
        : saturday + 7 * (offset - 1)
  return { precision: "day", first, last: first + 1 }
}

/** `index` counts quarters from the year's first; it may leave the year. */
function quarterOf(year: number, index: number, quarters: 1 | 2 = 1): DayRange {
  const [fromYear, fromMonth] = addMonths(year, 1, 3 * index)
  const [toYear, toMonth] = addMonths(year, 1, 3 * (index + quarters) - 1)
  return {
    precision: "month",
    first: dayNumberOf(fromYear, fromMonth, 1),
    last: dayNumberOf(toYear, toMonth, daysInMonth(toYear, toMonth)),
  }
}

function quarterRange(
  moment: Extract<Moment, { kind: "quarter" }>,
  { day }: Reference,
  tense: Tense,
): DayRange | null {
  if (moment.year !== null) return quarterOf(moment.year, moment.quarter - 1, moment.quarters)
  if (day === null) return null
  const { year, month } = civilOf(day)
  const current = Math.floor((month - 1) / 3)
  if (moment.quarter === 0) return quarterOf(year, current + (moment.offset ?? 0))
  if (moment.offset !== null) return quarterOf(year + moment.offset, moment.quarter - 1, moment.quarters)
  const ahead = moment.quarter - 1 > current
  const behind = moment.quarter - 1 < current
  return quarterOf(
    year + (tense === "future" && behind ? 1 : tense !== "future" && ahead ? -1 : 0),
    moment.quarter - 1,
    moment.quarters,
  )
}

/** Winter begins in December; the year of "winter 2018" is the one it begins in. */
function seasonRange(year: number, season: number): DayRange {
  const month = season === 0 ? 12 : 3 * season
  const [toYear, toMonth] = addMonths(year, month, 2)
  return {
    precision: "month",
    first: dayNumberOf(year, month, 1),
    last: dayNumberOf(toYear, toMonth, daysInMonth(toYear, toMonth)),
  }
}

function namedRange(moment: Extract<Moment, { kind: "named" }>, { day }: Reference): DayRange | null {
  const { season, month, offset } = moment
  if (moment.year !== null && season !== null) return seasonRange(moment.year, season)
  if (day === null) return null
  const now = civilOf(day)
  const first = season === null ? month! : season === 0 ? 12 : 3 * season
  const make = (year: number): DayRange =>
    season === null ? monthRange(year, month!) : seasonRange(year, season)
  if (offset === 0) return make(season === 0 && now.month <= 2 ? now.year - 1 : now.year)
  if (offset === 1) return make(first > now.month ? now.year : now.year + 1)
  const last = make(now.year)
  return last.last < day ? last : make(now.year - 1)
}

/** The nth weekday or week of a month; the first week is that of the month's first Thursday, as in ISO 8601. */
function nthRange(
  moment: Extract<Moment, { kind: "nth" }>,
  { day }: Reference,
  tense: Tense,
): DayRange | null {
  let month: DayRange
  if (moment.month !== null && moment.year !== null) month = monthRange(moment.year, moment.month)
  else if (day === null) return null
  else if (moment.month !== null) month = nearestMonth(moment.month, day, tense)
  else {
    const now = civilOf(day)
    month = monthRange(...addMonths(now.year, now.month, moment.offset ?? 0))
  }
  const weekday = moment.weekday ?? 4
  const first = month.first + ((weekday - weekdayOf(month.first) + 7) % 7)
  const last = month.last - ((weekdayOf(month.last) - weekday + 7) % 7)
  const found = moment.nth < 0 ? last : first + 7 * (moment.nth - 1)
  if (found > month.last) return null
  return moment.weekday === null ? weekAround(found, 0) : oneDay(found)
}

/** Without a year the feast nearest to the reference; after future verbs the next. */
function feastRange(
  moment: Extract<Moment, { kind: "feast" }>,
  { day }: Reference,
  tense: Tense,
): DayRange | null {
  if (moment.year !== null) return oneDay(feastDay(moment.feast, moment.year))
  if (day === null) return null
  const { year } = civilOf(day)
  if (moment.offset !== null) return oneDay(feastDay(moment.feast, year + moment.offset))
  const days = [year, year - 1, year + 1].map((candidate) => feastDay(moment.feast, candidate))
  const fitting = days.filter(
    (candidate) => tense === null || (tense === "future" ? candidate >= day : candidate <= day),
  )
  return oneDay(nearest(fitting, day)!)
}

function stretchRange(
  unit: TimeUnit,
  count: number | null,
  direction: -1 | 1,
  day: DayNumber,
): DayRange | null {
  if (count === null) return null
  const far = shifted(day, unit, direction * count)
  if (far === null) return null
  const precision =
    unit === "year" || unit === "decade" || unit === "century" ? "year" : unit === "month" ? "month" : "day"
  if (direction < 0) return { precision, first: far, last: day }
  return { precision, first: precision === "day" && far > day ? day + 1 : day, last: far }
}

/** "Three months ago" is said to the month, "three years ago" to the year. */
function awayRange(base: DayRange | null, unit: TimeUnit, count: number): DayRange | null {
  if (base === null) return null
  const day = shifted(base.first, unit, count)
  if (day === null) return null
  const { year, month } = civilOf(day)
  if (unit === "year" || unit === "decade" || unit === "century") return yearsFrom(year, 1)
  if (unit === "month" || unit === "quarter") return monthRange(year, month)
  return oneDay(day)
}

/** From a day named, so far to the day. */
function besideRange(base: DayRange | null, unit: TimeUnit, count: number): DayRange | null {
  const day = base === null ? null : shifted(base.first, unit, count)
  return day === null ? null : oneDay(day)
}

function shifted(day: DayNumber, unit: TimeUnit, count: number): DayNumber | null {
  if (!Number.isFinite(count) || Math.abs(count) > 100_000) return null
  const months = monthsIn[unit]
  if (months !== undefined) {
    const { year, month, day: ofMonth } = civilOf(day)
    const [toYear, toMonth] = addMonths(year, month, Math.round(months * count))
    return dayNumberOf(toYear, toMonth, Math.min(ofMonth, daysInMonth(toYear, toMonth)))
  }
  const days = daysIn[unit]
  // Hours and less leave the day as it is: the hour that they count from is seldom said.
  return days === undefined ? day : day + Math.round(days * count)
}

const monthsIn: Readonly<Partial<Record<TimeUnit, number>>> = {
  month: 1,
  quarter: 3,
  year: 12,
  decade: 120,
  century: 1200,
}

const daysIn: Readonly<Partial<Record<TimeUnit, number>>> = { day: 1, week: 7, weekend: 7 }
