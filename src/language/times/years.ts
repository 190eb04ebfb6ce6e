import { wordAt } from "../token-text.ts"
import { pointOf, type Taken, type TimePoint, type TimeSource } from "./phrase.ts"
import { takeYearAlone } from "./year-phrases.ts"

/** A bare year is one only behind a word that dates, or as the name of a thing of that year. */
export function yearInPlace(source: TimeSource, index: number): Taken<TimePoint> | null {
  const year = takeYearAlone(source, index)
  if (year === null || year.value.kind !== "date" || !isYearLike(year.value.year!)) return null
  const before = wordAt(source, index - 1)
  const dates =
    /^(?:in|since|of|by|until|till|from|during|before|after|early|mid|late|year|around|circa|to|through|than|starting|ending)$/
  const names = /^(?:the|a|its|his|her|their|our|that)$/
  const next = wordAt(source, index + 1)
  const least = before === "least" && wordAt(source, index - 2) === "at" && !/^\p{Ll}/u.test(next)
  if (!least && !dates.test(before) && !(names.test(before) && /^[a-z]/.test(next))) return null
  return { value: pointOf(year.value), end: year.end }
}

export function isYearLike(year: number): boolean {
  return year >= 1500 && year < 2100
}
