import { type DayNumber, dayNumberOf, daysInMonth, weekdayOf } from "./calendar.ts"

/**
 * A first and a last day, and how exactly they are said. The precision is written first in every one: days are floating
 * numbers to the engine, and an object that began as a `TokenRange` does would make it keep those as floats too.
 */
export interface DayRange {
  readonly first: DayNumber
  readonly last: DayNumber
  readonly precision: "day" | "month" | "year"
}

export function oneDay(day: DayNumber): DayRange {
  return { precision: "day", first: day, last: day }
}

export function yearsFrom(year: number, years: number): DayRange {
  return { precision: "year", first: dayNumberOf(year, 1, 1), last: dayNumberOf(year + years - 1, 12, 31) }
}

export function monthRange(year: number, month: number): DayRange {
  return {
    precision: "month",
    first: dayNumberOf(year, month, 1),
    last: dayNumberOf(year, month, daysInMonth(year, month)),
  }
}

/** Monday to Sunday, `weeks` weeks on. */
export function weekAround(day: DayNumber, weeks: number): DayRange {
  const monday = day - weekdayOf(day) + 1 + 7 * weeks
  return { precision: "day", first: monday, last: monday + 6 }
}

/** ISO 8601: the first week is the one with the year's first Thursday. */
export function weekOfYear(week: number, year: number): DayRange {
  return weekAround(dayNumberOf(year, 1, 4), week - 1)
}
