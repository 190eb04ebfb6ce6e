import { addMonths, civilOf, weekdayOf } from "./calendar.ts"
import { type DayRange, monthRange, weekAround } from "./day-range.ts"
import type { Moment } from "./phrase.ts"

/** Units within a longer one, counted from its beginning or, below 0, back from its end. */
export function sliceOf(
  whole: DayRange,
  { nth, count, unit }: Extract<Moment, { kind: "slice" }>,
): DayRange | null {
  const start = civilOf(whole.first)
  const months = unit === "month" ? 1 : unit === "quarter" ? 3 : unit === "year" ? 12 : 0
  if (months > 0) {
    const end = civilOf(whole.last)
    const all = Math.floor(((end.year - start.year) * 12 + end.month - start.month + 1) / months)
    const first = nth < 0 ? all - count : (nth - 1) * count
    if (first < 0 || first + count > all) return null
    const range = {
      first: monthRange(...addMonths(start.year, start.month, first * months)).first,
      last: monthRange(...addMonths(start.year, start.month, (first + count) * months - 1)).last,
    }
    return { ...range, precision: unit === "year" ? "year" : "month" }
  }
  const length = unit === "day" ? 1 : 7
  // Weeks are those whose Thursday lies within.
  const from =
    length === 1 ? whole.first : weekAround(whole.first + ((4 - weekdayOf(whole.first) + 7) % 7), 0).first
  const to =
    length === 1 ? whole.last : weekAround(whole.last - ((weekdayOf(whole.last) - 4 + 7) % 7), 0).last
  const first = nth < 0 ? to + 1 - count * length : from + (nth - 1) * count * length
  const last = first + count * length - 1
  if (first < from || last > to) return null
  return { precision: "day", first: unit === "weekend" ? first + 5 : first, last }
}
