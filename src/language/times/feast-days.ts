import { type DayNumber, dayNumberOf, daysInMonth, weekdayOf } from "./calendar.ts"
import type { Feast } from "./feasts.ts"

/** The day of the feast in the year. */
export function feastDay(feast: Feast, year: number): DayNumber {
  if (feast.on === "date") return dayNumberOf(year, feast.month, feast.day)
  if (feast.on === "easter") return easterDay(year) + feast.offset
  const first = dayNumberOf(year, feast.month, 1)
  const last = dayNumberOf(year, feast.month, daysInMonth(year, feast.month))
  if (feast.nth < 0) return last - ((weekdayOf(last) - feast.weekday + 7) % 7) + feast.offset
  return first + ((feast.weekday - weekdayOf(first) + 7) % 7) + 7 * (feast.nth - 1) + feast.offset
}

/** Easter Sunday by Gauss's rule as Meeus, Jones and Butcher give it. */
function easterDay(year: number): DayNumber {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  return dayNumberOf(year, month, ((h + l - 7 * m + 114) % 31) + 1)
}
