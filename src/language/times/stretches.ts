import { continuesLine, isHyphen, wordAt } from "../token-text.ts"
import { bareHour } from "./clock.ts"
import { dateOf, takeDay, takeMonth, takeYear } from "./date-parts.ts"
import { takeShiftedMonth } from "./moments.ts"
import {
  type Clock,
  type Moment,
  pointOf,
  type Stretch,
  type Taken,
  type TimePoint,
  type TimeSource,
} from "./phrase.ts"
import { takePoint } from "./points.ts"
import { isYearLike } from "./years.ts"

/** "from Monday to Friday", "June 5-7", "between 2010 and 2015", "9 a.m. to 5 p.m.". */
export function takeRange(source: TimeSource, index: number): Taken<Stretch> | null {
  const lead = wordAt(source, index)
  const led = lead === "from" || lead === "between" || (lead === "of" && Boolean(source.english))
  const at = led ? index + 1 : index
  const left = takeEnd(source, at, null)
  if (left === null) return null
  const link = wordAt(source, left.end)
  const isDash = left.end < source.tokens.count && isHyphen(source.text, source.tokens.starts[left.end]!)
  const links =
    (lead === "between" && link === "and") || isDash || /^(?:to|until|till|through|thru)$/.test(link)
  if (!links || !continuesLine(source, left.end) || !continuesLine(source, left.end + 1)) return null
  const right = takeEnd(source, left.end + 1, left.value)
  if (right === null) return null
  const whole = joinEnds(source, left.value, right, led)
  return whole
}

type RangeEnd = { readonly point: TimePoint } | { readonly bare: number; readonly year: boolean }

/** A point, or a bare number to which the other end gives the rest. */
function takeEnd(source: TimeSource, index: number, left: RangeEnd | null): Taken<RangeEnd> | null {
  const point = takePoint(source, index)
  if (point !== null) return { value: { point: point.value }, end: point.end }
  const year = takeYear(source, index)
  if (year !== null && isYearLike(year.value) && (left === null || ("bare" in left && left.year)))
    return { value: { bare: year.value, year: true }, end: year.end }
  const the = left !== null && wordAt(source, index) === "the" ? index + 1 : index
  const bare = takeDay(source, the) ?? hourOf(source, index)
  return bare === null ? null : { value: { bare: bare.value, year: false }, end: bare.end }
}

function hourOf(source: TimeSource, index: number): Taken<number> | null {
  const hour = bareHour(source, index)
  return hour === null ? null : { value: hour.value.hour, end: hour.end }
}

function joinEnds(
  source: TimeSource,
  left: RangeEnd,
  right: Taken<RangeEnd>,
  led: boolean,
): Taken<Stretch> | null {
  if ("bare" in left && "bare" in right.value) {
    if (left.year !== right.value.year) return null
    if (left.year)
      return left.bare < right.value.bare
        ? {
            value: {
              from: pointOf(dateOf(left.bare, null, null)),
              to: pointOf(dateOf(right.value.bare, null, null)),
            },
            end: right.end,
          }
        : null
    return daysOfMonth(source, left.bare, right.value.bare, right.end)
  }
  if ("bare" in left) return left.year ? null : completeLeft(left.bare, right as Taken<{ point: TimePoint }>)
  if ("bare" in right.value)
    return right.value.year ? null : completeRight(source, left.point, right.value.bare, right.end)
  void led
  return joinPoints(left.point, right.value.point, right.end)
}

/** "4 to 23 next month", "3 until 12 of Sept". */
function daysOfMonth(source: TimeSource, from: number, to: number, end: number): Taken<Stretch> | null {
  const at = /^(?:of|in)$/.test(wordAt(source, end)) ? end + 1 : end
  if (!continuesLine(source, at)) return null
  const month = takeMonth(source, at)
  if (month !== null) {
    const year = takeYear(source, month.end)
    const point = (day: number): TimePoint => pointOf(dateOf(year?.value ?? null, month.value, day))
    return { value: { from: point(from), to: point(to) }, end: year?.end ?? month.end }
  }
  const shifted = takeShiftedMonth(source, at)
  if (shifted !== null) {
    const point = (day: number): TimePoint => pointOf({ kind: "day-of-month", day, offset: shifted.value })
    return { value: { from: point(from), to: point(to) }, end: shifted.end }
  }
  return null
}

/** "5-7 June", "5 to 6pm": the left number is of the right one's kind. */
function completeLeft(bare: number, right: Taken<{ readonly point: TimePoint }>): Taken<Stretch> | null {
  const { point } = right.value
  if (point.clock !== null && bare <= 24) {
    const half = point.clock.certain && point.clock.hour >= 12 && bare < 12 && bare + 12 <= point.clock.hour
    const clock: Clock = { hour: half ? bare + 12 : bare, minute: null, certain: point.clock.certain }
    return { value: { from: { ...point, clock }, to: point }, end: right.end }
  }
  if (point.moment.kind === "day-of-month" && bare >= 1)
    return { value: { from: pointOf({ ...point.moment, day: bare }), to: point }, end: right.end }
  if (point.moment.kind === "date" && point.moment.day !== null && bare >= 1) {
    const moment: Moment = { ...point.moment, day: bare, weekday: null }
    return { value: { from: pointOf(moment), to: point }, end: right.end }
  }
  return null
}

/** "June 5 to 7", "9 a.m. to 5". */
function completeRight(
  source: TimeSource,
  left: TimePoint,
  bare: number,
  end: number,
): Taken<Stretch> | null {
  if (left.clock !== null && bare <= 24) {
    const later = left.clock.certain && bare < 12 && bare <= left.clock.hour ? bare + 12 : bare
    return {
      value: {
        from: left,
        to: { ...left, clock: { hour: later, minute: null, certain: left.clock.certain } },
      },
      end,
    }
  }
  if (left.moment.kind === "date" && left.moment.day !== null && bare > left.moment.day) {
    const year = left.moment.year === null && continuesLine(source, end) ? takeYearBehind(source, end) : null
    const moment = { ...left.moment, year: year?.value ?? left.moment.year }
    return {
      value: { from: { ...left, moment }, to: pointOf({ ...moment, day: bare, weekday: null }) },
      end: year?.end ?? end,
    }
  }
  return null
}

/** "June 3-9, 2019". */
function takeYearBehind(source: TimeSource, index: number): Taken<number> | null {
  const year = takeYear(source, wordAt(source, index) === "," ? index + 1 : index)
  return year !== null && isYearLike(year.value) ? year : null
}

function joinPoints(left: TimePoint, right: TimePoint, end: number): Taken<Stretch> | null {
  if (left.moment.kind === "stretch" || right.moment.kind === "stretch") return null
  if (left.moment.kind === "clock" && right.moment.kind !== "clock") {
    if (right.clock === null) return null
    return { value: { from: { ...right, clock: left.clock }, to: right }, end }
  }
  if (right.moment.kind === "clock" && left.moment.kind !== "clock") {
    if (left.clock === null) return null
    return { value: { from: left, to: { ...left, clock: right.clock } }, end }
  }
  // "June 5 to June 7, 2018": the year said last is both ends'.
  const from =
    left.moment.kind === "date" && right.moment.kind === "date" && left.moment.year === null
      ? { ...left, moment: { ...left.moment, year: right.moment.year } }
      : left
  return { value: { from, to: right }, end }
}

/** "next week between Wednesday and Friday", "November between 19 and 20": a range within the unit named before it. */
export function takeWithin(source: TimeSource, index: number): Taken<Stretch> | null {
  const whole = takePoint(source, index)
  if (whole === null || !/^(?:from|between)$/.test(wordAt(source, whole.end))) return null
  const { moment } = whole.value
  const range = takeRange(source, whole.end)
  if (range !== null && moment.kind === "unit" && moment.unit === "week") {
    const [from, to] = [range.value.from, range.value.to].map((point) =>
      point?.moment.kind === "weekday"
        ? { ...point, moment: { ...point.moment, weeks: moment.offset, exact: true } }
        : null,
    )
    return from && to ? { value: { from, to }, end: range.end } : null
  }
  if (moment.kind !== "date" || moment.month === null || moment.day !== null) return null
  const left = takeDay(source, whole.end + 1)
  const link = wordAt(source, whole.end) === "from" ? /^(?:to|until|till|through)$/ : /^and$/
  if (left === null || !link.test(wordAt(source, left.end))) return null
  const right = takeDay(source, left.end + 1)
  if (right === null || right.value < left.value) return null
  const point = (day: number): TimePoint => pointOf({ ...moment, day })
  return { value: { from: point(left.value), to: point(right.value) }, end: right.end }
}
