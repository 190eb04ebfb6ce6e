/** Days counted from 1970-01-01 in the Gregorian calendar, so that dates add and compare as numbers. */
export type DayNumber = number

/** Days from civil dates: Hinnant, "chrono-Compatible Low-Level Date Algorithms". Any year; `month` 1 to 12. */
export function dayNumberOf(year: number, month: number, day: number): DayNumber {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return (
    era * 146097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719468
  )
}

export interface CivilDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

export function civilOf(dayNumber: DayNumber): CivilDate {
  const z = dayNumber + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted + (shifted < 10 ? 3 : -9)
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  }
}

/** 1 is Monday, 7 is Sunday, as in ISO 8601. */
export function weekdayOf(dayNumber: DayNumber): number {
  return ((((dayNumber + 3) % 7) + 7) % 7) + 1
}

export function daysInMonth(year: number, month: number): number {
  const [nextYear, next] = addMonths(year, month, 1)
  return dayNumberOf(nextYear, next, 1) - dayNumberOf(year, month, 1)
}

/** The year and month `count` months on. */
export function addMonths(
  year: number,
  month: number,
  count: number,
): readonly [year: number, month: number] {
  const index = year * 12 + month - 1 + count
  return [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]
}

export function isoDay(dayNumber: DayNumber): string {
  const { year, month, day } = civilOf(dayNumber)
  return `${isoMonth(year, month)}-${two(day)}`
}

export function isoMonth(year: number, month: number): string {
  return `${isoYear(year)}-${two(month)}`
}

export function isoYear(year: number): string {
  return String(year).padStart(4, "0")
}

export function two(number: number): string {
  return String(number).padStart(2, "0")
}

/** The day that an ISO 8601 string names, or null when it names none (a month, a year, nothing). */
export function dayNumberIn(iso: string | null): DayNumber | null {
  const match = iso === null ? null : /^(\d{4})-(\d{2})-(\d{2})/.exec(iso)
  if (!match) return null
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number]
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return dayNumberOf(year, month, day)
}
