import { numeralAt } from "../numerals/numeral.ts"
import { continuesLine, isHyphen, wordAt } from "../token-text.ts"
import { endsPhrase, takeAgo, takeCounted } from "./away.ts"
import { dateOf, takeDay, takeMonth, takeYear, timeWordAt } from "./date-parts.ts"
import { takeDate } from "./dates.ts"
import type { Moment, Taken, TimeSource } from "./phrase.ts"
import { takeQuarter, takeQuarterOfShiftedYear } from "./quarters.ts"
import { takeCountedWeekday, takeNumberedWeek, takeSlice } from "./slices.ts"
import { takeFeast } from "./take-feast.ts"
import type { TimeUnit } from "./words.ts"
import { takeDecade, takeFiscalYear, takeYearAlone, takeYearSpan } from "./year-phrases.ts"

export function takeCore(source: TimeSource, index: number): Taken<Moment> | null {
  if (index >= source.tokens.count) return null
  const the = wordAt(source, index) === "the"
  const at = the ? index + 1 : index
  const word = timeWordAt(source, at)
  if (the && wordAt(source, at) === "following") {
    const later = takeFollowing(source, at + 1)
    if (later !== null) return later
  }
  // "The" is no part of "the last week", and is of "the last week of June" and "the next day".
  if (the && !source.english && word?.kind === "shift")
    return takeNth(source, index) ?? takeSlice(source, index) ?? takeNextDay(source, at, word.offset)
  if (the && (word?.kind === "weekday" || (!source.english && word?.kind === "day"))) return null
  const span = takeYearSpan(source, at)
  if (span !== null) return the ? null : span
  const again = takeAgain(source, index)
  if (again !== null) return again
  const feast = takeFeast(source, at)
  if (feast !== null) return the ? null : feast
  if (word?.kind === "weekday") return takeWeekday(source, at, word.value)
  if (word?.kind === "shift")
    return (
      takeNth(source, index) ?? takeShifted(source, at, word.offset, word.stretch) ?? takeSlice(source, index)
    )
  if (word?.kind === "day") return { value: { kind: "day", offset: word.offset }, end: at + 1 }
  const date =
    takeDate(source, index) ??
    takeDayOfMonth(source, index) ??
    takeNth(source, index) ??
    takeSlice(source, index) ??
    takeCountedWeekday(source, index)
  if (date !== null) return date
  // "The now defunct", "now-closed".
  if (word?.kind === "now") return isAdverb(source, at) ? null : { value: { kind: "now" }, end: at + 1 }
  if (word?.kind === "season") return takeSeason(source, at, word.season)
  return (
    takeAgo(source, index) ??
    takeShiftBehind(source, at) ??
    takeCounted(source, index) ??
    takeUnitPhrase(source, index, the)
  )
}

/** "the following year": the one after the time told before. */
function takeFollowing(source: TimeSource, at: number): Taken<Moment> | null {
  const unit = timeWordAt(source, at)
  if (unit?.kind !== "unit" || unit.plural || !/^(?:month|year)$/.test(unit.unit)) return null
  return { value: { kind: "away", unit: unit.unit, count: 1, base: "text" }, end: at + 1 }
}

/** "the next day", "the following day". */
function takeNextDay(source: TimeSource, at: number, offset: -1 | 0 | 1): Taken<Moment> | null {
  const unit = timeWordAt(source, at + 1)
  if (unit?.kind !== "unit" || unit.unit !== "day" || unit.plural) return null
  return afterShiftedUnit(source, at + 1, "day", false, offset)
}

function isAdverb(source: TimeSource, at: number): boolean {
  const hyphen = at + 1 < source.tokens.count && isHyphen(source.text, source.tokens.starts[at + 1]!)
  return hyphen || /^(?:the|an?|his|her|its|their)$/.test(wordAt(source, at - 1))
}

/** "that day", "the same year": the one told of before. */
function takeAgain(source: TimeSource, index: number): Taken<Moment> | null {
  const at = wordAt(source, index) === "the" && wordAt(source, index + 1) === "same" ? index + 1 : index
  if (!/^(?:that|same)$/.test(wordAt(source, at)) || !continuesLine(source, at + 1)) return null
  const unit = timeWordAt(source, at + 1)
  if (unit?.kind !== "unit" || unit.plural || !/^(?:day|month|year)$/.test(unit.unit)) return null
  return { value: { kind: "away", unit: unit.unit, count: 0, base: "text" }, end: at + 2 }
}

/** "Monday", "Mon.", "Monday, June 18", "Monday the 22nd", "Monday next week", "Monday of last week". */
function takeWeekday(source: TimeSource, at: number, weekday: number): Taken<Moment> {
  const short = timeWordAt(source, at)
  const stop = short?.kind === "weekday" && short.short && wordAt(source, at + 1) === "." ? at + 2 : at + 1
  const bare: Taken<Moment> = { value: { kind: "weekday", weekday, weeks: null, exact: false }, end: at + 1 }
  const behind = source.english ? timeWordAt(source, at + 1) : undefined
  if (behind?.kind === "shift" && behind.offset !== 0 && continuesLine(source, at + 1))
    return { value: { kind: "weekday", weekday, weeks: behind.offset, exact: false }, end: at + 2 }
  let next = stop
  const link = wordAt(source, next)
  if (!continuesLine(source, next)) return bare
  if (link === "," || link === "of" || isHyphen(source.text, source.tokens.starts[next]!)) next++
  if (!continuesLine(source, next)) return bare
  const date = link === "of" ? null : takeDate(source, next)
  if (date !== null && date.value.day !== null) return { value: { ...date.value, weekday }, end: date.end }
  const the = wordAt(source, next) === "the"
  const isNth = the || numeralAt(source.numerals, next)?.kind === "ordinal"
  const day = isNth ? takeDay(source, the ? next + 1 : next) : null
  if (day !== null) return { value: dateOf(null, null, day.value, weekday), end: day.end }
  if (link === "of" && wordAt(source, next) === "the") next++
  const shift = timeWordAt(source, next)
  const unit = timeWordAt(source, next + 1)
  if (
    link !== "," &&
    shift?.kind === "shift" &&
    unit?.kind === "unit" &&
    unit.unit === "week" &&
    !unit.plural
  )
    return { value: { kind: "weekday", weekday, weeks: shift.offset, exact: true }, end: next + 2 }
  return stop > at + 1 && /^[a-z]/.test(source.text[source.tokens.starts[stop] ?? -1] ?? "")
    ? { value: bare.value, end: stop }
    : bare
}

/** After "last", "this", "next": a weekday, a unit, so many units, a month, a season, a part of the day. */
function takeShifted(
  source: TimeSource,
  at: number,
  offset: -1 | 0 | 1,
  stretch: boolean,
): Taken<Moment> | null {
  const next = at + 1
  if (!continuesLine(source, next)) return null
  const word = timeWordAt(source, next)
  // "This past week", "this coming Friday".
  if (word?.kind === "shift" && offset === 0) return takeShifted(source, next, word.offset, word.stretch)
  if (word?.kind === "weekday") {
    const dated = takeWeekday(source, next, word.value)
    return dated.value.kind === "date"
      ? dated
      : { value: { kind: "weekday", weekday: word.value, weeks: offset, exact: false }, end: next + 1 }
  }
  if (word?.kind === "season")
    return { value: { kind: "named", month: null, season: word.season, offset, year: null }, end: next + 1 }
  const month = takeMonth(source, next)
  if (month !== null)
    return { value: { kind: "named", month: month.value, season: null, offset, year: null }, end: month.end }
  if (word?.kind === "unit") return afterShiftedUnit(source, next, word.unit, word.plural, offset)
  const numeral = numeralAt(source.numerals, next)
  const glued = numeral === null ? undefined : source.timeWords.units[numeral.suffix]
  if (stretch && numeral !== null && glued !== undefined)
    return {
      value: { kind: "stretch", unit: glued, count: numeral.value, direction: offset < 0 ? -1 : 1 },
      end: numeral.tokenEnd,
    }
  if (stretch && numeral !== null && numeral.kind === "cardinal") {
    const unit = timeWordAt(source, numeral.tokenEnd)
    if (unit?.kind === "unit" && continuesLine(source, numeral.tokenEnd))
      return {
        value: { kind: "stretch", unit: unit.unit, count: numeral.value, direction: offset < 0 ? -1 : 1 },
        end: numeral.tokenEnd + 1,
      }
  }
  if (stretch && /^(?:few|several|couple)$/.test(wordAt(source, next))) {
    const of = wordAt(source, next + 1) === "of" ? next + 2 : next + 1
    const unit = timeWordAt(source, of)
    if (unit?.kind === "unit")
      return {
        value: {
          kind: "stretch",
          unit: unit.unit,
          count: wordAt(source, next) === "couple" ? 2 : null,
          direction: offset < 0 ? -1 : 1,
        },
        end: of + 1,
      }
  }
  return null
}

/** "last week", "this week Friday", "next week on Friday", "this year's" (the unit only). */
function afterShiftedUnit(
  source: TimeSource,
  at: number,
  unit: TimeUnit,
  plural: boolean,
  offset: -1 | 0 | 1,
): Taken<Moment> | null {
  // "The last year of his term" is no year of the calendar.
  if (offset < 0 && wordAt(source, at + 1) === "of") return null
  if (plural) {
    return offset === 0
      ? null
      : { value: { kind: "stretch", unit, count: null, direction: offset < 0 ? -1 : 1 }, end: at + 1 }
  }
  if (unit === "day" && wordAt(source, at - 1) === "past")
    return { value: { kind: "day", offset }, end: at + 1 }
  if (unit === "day" && offset !== 0)
    return { value: { kind: "away", unit: "day", count: offset, base: "text" }, end: at + 1 }
  if (unit === "second" || unit === "minute" || unit === "hour")
    return offset === 0
      ? null
      : { value: { kind: "stretch", unit, count: 1, direction: offset }, end: at + 1 }
  if (unit === "week") {
    const day = wordAt(source, at + 1) === "on" ? at + 2 : at + 1
    const weekday = continuesLine(source, day) ? timeWordAt(source, day) : undefined
    if (weekday?.kind === "weekday")
      return { value: { kind: "weekday", weekday: weekday.value, weeks: offset, exact: true }, end: day + 1 }
  }
  if (unit === "quarter")
    return { value: { kind: "quarter", quarter: 0, quarters: 1, year: null, offset }, end: at + 1 }
  const quarter = unit === "year" ? takeQuarterOfShiftedYear(source, at, offset) : null
  return quarter ?? { value: { kind: "unit", unit, offset }, end: at + 1 }
}

/** "20th of next month". */
function takeDayOfMonth(source: TimeSource, index: number): Taken<Moment> | null {
  const day = takeDay(source, wordAt(source, index) === "the" ? index + 1 : index)
  if (day === null || wordAt(source, day.end) !== "of") return null
  const month = takeShiftedMonth(source, day.end + 1)
  return month === null
    ? null
    : { value: { kind: "day-of-month", day: day.value, offset: month.value }, end: month.end }
}

/** "next month", "this month": months from now. */
export function takeShiftedMonth(source: TimeSource, index: number): Taken<number> | null {
  const shift = timeWordAt(source, index)
  const unit = timeWordAt(source, index + 1)
  if (shift?.kind !== "shift" || unit?.kind !== "unit" || unit.unit !== "month" || unit.plural) return null
  return continuesLine(source, index + 1) ? { value: shift.offset, end: index + 2 } : null
}

/** "the first Monday in September", "the last week of June 2018", "the second Friday of next month". */
function takeNth(source: TimeSource, index: number): Taken<Moment> | null {
  const at = wordAt(source, index) === "the" ? index + 1 : index
  const numeral = numeralAt(source.numerals, at)
  const isLast = wordAt(source, at) === "last"
  if (!isLast && (numeral?.kind !== "ordinal" || numeral.value > 5)) return null
  const of = isLast ? at + 1 : numeral!.tokenEnd
  const word = timeWordAt(source, of)
  const isWeek = word?.kind === "unit" && word.unit === "week" && !word.plural
  if (word?.kind !== "weekday" && !isWeek) return null
  if (!/^(?:of|in)$/.test(wordAt(source, of + 1))) {
    // "Second Sunday", "the first Monday": of the month of reference.
    if (word.kind !== "weekday" || isLast || !endsPhrase(source, of + 1)) return null
    const nth = numeral!.value
    const moment: Moment = { kind: "nth", nth, weekday: word.value, month: null, year: null, offset: 0 }
    return { value: moment, end: of + 1 }
  }
  const nth = isLast ? -1 : numeral!.value
  const weekday = word.kind === "weekday" ? word.value : null
  const month = takeMonth(source, of + 2)
  if (month !== null) {
    const year = takeYear(source, month.end)
    const moment: Moment = {
      kind: "nth",
      nth,
      weekday,
      month: month.value,
      year: year?.value ?? null,
      offset: null,
    }
    return { value: moment, end: year?.end ?? month.end }
  }
  const shifted = takeShiftedMonth(source, of + 2)
  if (shifted === null) return null
  return {
    value: { kind: "nth", nth, weekday, month: null, year: null, offset: shifted.value },
    end: shifted.end,
  }
}

function takeSeason(source: TimeSource, at: number, season: number): Taken<Moment> | null {
  const next = wordAt(source, at + 1) === "of" ? at + 2 : at + 1
  const year = continuesLine(source, next) ? takeYear(source, next) : null
  return {
    value: { kind: "named", month: null, season, offset: null, year: year?.value ?? null },
    end: year?.end ?? at + 1,
  }
}

/** "la semaine dernière", "el año pasado": the shift stands behind its unit. */
function takeShiftBehind(source: TimeSource, at: number): Taken<Moment> | null {
  if (!source.english) return null
  const unit = timeWordAt(source, at)
  const shift = timeWordAt(source, at + 1)
  if (
    unit?.kind !== "unit" ||
    shift?.kind !== "shift" ||
    shift.offset === 0 ||
    !continuesLine(source, at + 1)
  )
    return null
  return { value: { kind: "unit", unit: unit.unit, offset: shift.offset }, end: at + 2 }
}

/** "the week of June 5", "the month of May", "the third quarter of 2018", "Q3 2018", "the 1990s", "the weekend", "the day before". */
function takeUnitPhrase(source: TimeSource, index: number, the: boolean): Taken<Moment> | null {
  const at = the ? index + 1 : index
  const unit = timeWordAt(source, at)
  if (unit?.kind === "unit" && unit.unit === "day") {
    const neighbour = takeNeighbourDay(source, at + 1, the)
    if (neighbour !== null) return neighbour
  }
  if (unit?.kind === "unit" && !unit.plural) {
    const second = takeSecondUnit(source, at, unit.unit)
    if (second !== null) return second
    const numbered = unit.unit === "week" ? takeNumberedWeek(source, at) : null
    if (numbered !== null) return numbered
    if (unit.unit === "week" || unit.unit === "month" || unit.unit === "year") {
      const named = takeNamedUnit(source, at, unit.unit)
      if (named !== null) return named
    }
    if (unit.unit === "weekend" && the)
      return { value: { kind: "unit", unit: "weekend", offset: 0 }, end: at + 1 }
  }
  const quarter = takeQuarter(source, at) ?? takeFiscalYear(source, at)
  // "The" is no part of "the Q3 loss".
  if (quarter !== null) return the && timeWordAt(source, at)?.kind === "quarter" ? null : quarter
  const decade = the ? takeDecade(source, at) : null
  if (decade !== null) return decade
  const numeral = numeralAt(source.numerals, at)
  if (numeral === null) return null
  if (numeral.suffix === "s" && the && numeral.value % 10 === 0 && numeral.value >= 20 && numeral.value < 100)
    return { value: { kind: "years", year: 1900 + numeral.value, years: 10 }, end: at + 1 }
  if (numeral.suffix === "s" && numeral.value % 10 === 0 && numeral.value >= 1000 && numeral.value < 2100)
    return {
      value: { kind: "years", year: numeral.value, years: numeral.value % 100 === 0 ? 100 : 10 },
      end: at + 1,
    }
  if (numeral.kind !== "ordinal") return null
  let next = numeral.tokenEnd
  if (next < source.tokens.count && isHyphen(source.text, source.tokens.starts[next]!)) next++
  const ordinalUnit = timeWordAt(source, next)
  if (ordinalUnit?.kind !== "unit" || !continuesLine(source, next)) return null
  if (ordinalUnit.unit === "century" && numeral.value <= 22)
    return { value: { kind: "years", year: (numeral.value - 1) * 100, years: 100 }, end: next + 1 }
  return null
}

/** "the week after next", "the year before last". */
function takeSecondUnit(source: TimeSource, at: number, unit: TimeUnit): Taken<Moment> | null {
  const [side, shift] = [wordAt(source, at + 1), wordAt(source, at + 2)]
  const offset = side === "after" && shift === "next" ? 2 : side === "before" && shift === "last" ? -2 : 0
  return offset === 0 ? null : { value: { kind: "unit", unit, offset }, end: at + 3 }
}

function takeNamedUnit(
  source: TimeSource,
  at: number,
  unit: "week" | "month" | "year",
): Taken<Moment> | null {
  let next = at + 1
  const link = wordAt(source, next)
  const starts = /^(?:commencing|starting|beginning|ending|ended)$/.test(link)
  if (link === "of" || starts) next++
  else if (unit === "week") return null
  if (starts && wordAt(source, next) === "on") next++
  if (!continuesLine(source, next)) return null
  if (unit === "year") return takeYearAlone(source, next)
  const date = takeDate(source, next)
  if (date === null) return null
  if (unit === "month") return date.value.day === null ? date : null
  return date.value.day === null ? null : { value: { kind: "week-of", of: date.value }, end: date.end }
}

/** "the day after tomorrow", "the day before", "the day after". */
function takeNeighbourDay(source: TimeSource, at: number, the: boolean): Taken<Moment> | null {
  const side = wordAt(source, at)
  if (side !== "after" && side !== "before") return null
  const sign = side === "after" ? 1 : -1
  const day = timeWordAt(source, at + 1)
  if (day?.kind === "day" && day.offset === sign)
    return { value: { kind: "day", offset: 2 * sign }, end: at + 2 }
  return the && endsPhrase(source, at + 1)
    ? { value: { kind: "away", unit: "day", count: sign, base: "text" }, end: at + 1 }
    : null
}
