import { numeralAt } from "../numerals/numeral.ts"
import { continuesLine, wordAt } from "../token-text.ts"
import { dateOf, takeMonth, takeYear, timeWordAt } from "./date-parts.ts"
import type { Moment, Taken, TimeSource } from "./phrase.ts"
import type { TimeUnit } from "./words.ts"

/** "the first week of 2019", "the final three months of the year", "the thirty-first day of the month". */
export function takeSlice(source: TimeSource, index: number): Taken<Moment> | null {
  const at = wordAt(source, index) === "the" ? index + 1 : index
  const numeral = numeralAt(source.numerals, at)
  const lead = wordAt(source, at)
  const isLast = lead === "last" || lead === "final"
  if (!isLast && numeral?.kind !== "ordinal") return null
  let next = isLast ? at + 1 : numeral!.tokenEnd
  const counted = numeralAt(source.numerals, next)
  const count = counted?.kind === "cardinal" ? counted.value : 1
  if (counted !== null) next = counted.tokenEnd
  const unit = continuesLine(source, next) ? timeWordAt(source, next) : undefined
  if (unit?.kind !== "unit" || !sliceUnits.has(unit.unit) || !/^(?:of|in)$/.test(wordAt(source, next + 1)))
    return null
  const whole = takeWhole(source, next + 2)
  if (whole === null || count > sliceCountMax) return null
  const nth = isLast ? -1 : numeral!.value
  return { value: { kind: "slice", nth, count, unit: unit.unit, of: whole.value }, end: whole.end }
}

const sliceUnits: ReadonlySet<TimeUnit> = new Set(["day", "week", "weekend", "month", "quarter", "year"])
const sliceCountMax = 366

/** What is sliced: a year, a month, "next year", "the month", "a quarter" by its name. */
function takeWhole(source: TimeSource, index: number): Taken<Moment> | null {
  if (!continuesLine(source, index)) return null
  const year = takeYear(source, index)
  if (year !== null) return { value: dateOf(year.value, null, null), end: year.end }
  const month = takeMonth(source, index)
  if (month !== null) {
    const after = continuesLine(source, month.end) ? takeYear(source, month.end) : null
    return { value: dateOf(after?.value ?? null, month.value, null), end: after?.end ?? month.end }
  }
  const word = timeWordAt(source, index)
  const unit = timeWordAt(source, index + 1)
  if (unit?.kind !== "unit" || unit.plural || !wholeUnits.has(unit.unit)) {
    const decade = numeralAt(source.numerals, wordAt(source, index) === "the" ? index + 1 : index)
    return decade?.suffix === "s" && decade.value % 10 === 0 && decade.value >= 1000
      ? { value: { kind: "years", year: decade.value, years: 10 }, end: decade.tokenEnd }
      : null
  }
  const offset = word?.kind === "shift" ? word.offset : wordAt(source, index) === "the" ? 0 : null
  return offset === null ? null : { value: { kind: "unit", unit: unit.unit, offset }, end: index + 2 }
}

const wholeUnits: ReadonlySet<TimeUnit> = new Set(["week", "month", "quarter", "year", "decade", "century"])

/** "two Sundays from now", "three Fridays ago". */
export function takeCountedWeekday(source: TimeSource, index: number): Taken<Moment> | null {
  const numeral = numeralAt(source.numerals, index)
  if (numeral === null || numeral.kind !== "cardinal" || numeral.value > weekdaysMax) return null
  const word = timeWordAt(source, numeral.tokenEnd)
  if ((word?.kind !== "weekdays" && word?.kind !== "weekday") || !continuesLine(source, numeral.tokenEnd))
    return null
  const side = wordAt(source, numeral.tokenEnd + 1)
  const from = side === "from" && /^(?:now|today)$/.test(wordAt(source, numeral.tokenEnd + 2))
  const sign = from || side === "later" || side === "hence" ? 1 : side === "ago" ? -1 : 0
  if (sign === 0) return null
  return {
    value: { kind: "weekday-count", weekday: word.value, count: sign * numeral.value },
    end: numeral.tokenEnd + (from ? 3 : 2),
  }
}

const weekdaysMax = 60

/** "week 10", "week 3 of 2019": in lower case and not within something else, or it is the week of a league. */
export function takeNumberedWeek(source: TimeSource, index: number): Taken<Moment> | null {
  const { text, tokens } = source
  if (text.slice(tokens.starts[index], tokens.ends[index]) !== "week") return null
  const numeral = numeralAt(source.numerals, index + 1)
  if (numeral === null || !numeral.plain || numeral.value < 1 || numeral.value > 53) return null
  if (
    /^(?:in|of|on|for|by|until|a|the)$/.test(wordAt(source, index - 1)) ||
    !continuesLine(source, index + 1)
  )
    return null
  const of = wordAt(source, numeral.tokenEnd) === "of" ? numeral.tokenEnd + 1 : numeral.tokenEnd
  const year = continuesLine(source, of) ? takeYear(source, of) : null
  return {
    value: { kind: "week", week: numeral.value, year: year?.value ?? null },
    end: year?.end ?? numeral.tokenEnd,
  }
}
