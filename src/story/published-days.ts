/** The day of an ISO 8601 time, counted from 1970, or null where it says no full date. */
export function dayOf(time: string | null): number | null {
  if (time === null || !/^\d{4}-\d{2}-\d{2}/.test(time)) return null
  const millis = Date.UTC(Number(time.slice(0, 4)), Number(time.slice(5, 7)) - 1, Number(time.slice(8, 10)))
  return Number.isFinite(millis) ? Math.round(millis / 86_400_000) : null
}

/** The first and last day of some reports; both null where none is known. */
export interface DayRange {
  readonly first: number | null
  readonly last: number | null
}

export function dayRange(days: readonly (number | null)[]): DayRange {
  let first: number | null = null
  let last: number | null = null
  for (const day of days) {
    if (day === null) continue
    if (first === null || day < first) first = day
    if (last === null || day > last) last = day
  }
  return { first, last }
}

/** Days between two ranges, 0 where they meet, null where either is unknown. */
export function daysApart(a: DayRange, b: DayRange): number | null {
  if (a.first === null || b.first === null) return null
  return Math.max(0, b.first - a.last!, a.first - b.last!)
}

/** Reports this many days apart may tell of one event as well as reports of one day. */
const nearDays = 3
/** Beyond those, the days after which two reports must be twice as alike to be of one event. */
const halvingDays = 14

/** What the days between two groups leave of their similarity, 0 to 1; 1 where the days are unknown. */
export function timeCloseness(a: DayRange, b: DayRange): number {
  const apart = daysApart(a, b)
  return apart === null || apart <= nearDays ? 1 : 0.5 ** ((apart - nearDays) / halvingDays)
}
