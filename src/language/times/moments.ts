import { numeralAt } from "../numerals/numerals.ts"
import { continuesLine, isHyphen, wordAt } from "../token-text.ts"
import { dateOf, takeDate, takeDay, takeMonth, takeYear, timeWordAt } from "./dates.ts"
import { takeFeast } from "./feasts.ts"
import type { Moment, Taken, TimeSource } from "./phrase.ts"
import { tenseNear } from "./tense.ts"
import type { TimeUnit } from "./words.ts"

/** True where nothing counted follows: at a mark, a preposition or the line's end. */
export function endsPhrase(source: TimeSource, index: number): boolean {
  if (!continuesLine(source, index)) return true
  const word = wordAt(source, index)
  return /^(?:[.,;:!?)"”’]|on|for|to|and|or|until|till|with|in|but|from)$/.test(word)
}

export function takeCore(source: TimeSource, index: number): Taken<Moment> | null {
  if (index >= source.tokens.count) return null
  const the = wordAt(source, index) === "the"
  const at = the ? index + 1 : index
  const word = timeWordAt(source, at)
  if (the && !source.english && (word?.kind === "weekday" || word?.kind === "day" || word?.kind === "shift"))
    return null
  const feast = takeFeast(source, at)
  if (feast !== null) return feast
  if (word?.kind === "weekday") return takeWeekday(source, at, word.value)
  if (word?.kind === "shift") return takeShifted(source, at, word.offset, word.stretch)
  if (word?.kind === "day") return { value: { kind: "day", offset: word.offset }, end: at + 1 }
  const date = takeDate(source, index) ?? takeDayOfMonth(source, index) ?? takeNth(source, index)
  if (date !== null) return date
  if (word?.kind === "season") return takeSeason(source, at, word.season)
  return (
    takeAgo(source, index) ??
    takeShiftBehind(source, at) ??
    takeCounted(source, index) ??
    takeUnitPhrase(source, index, the)
  )
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
  const day = wordAt(source, next) === "the" ? takeDay(source, next + 1) : null
  if (day !== null) return { value: dateOf(null, null, day.value, weekday), end: day.end }
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
  if (word?.kind === "weekday")
    return { value: { kind: "weekday", weekday: word.value, weeks: offset, exact: false }, end: next + 1 }
  if (word?.kind === "season")
    return { value: { kind: "named", month: null, season: word.season, offset, year: null }, end: next + 1 }
  const month = takeMonth(source, next)
  if (month !== null)
    return { value: { kind: "named", month: month.value, season: null, offset, year: null }, end: month.end }
  if (word?.kind === "unit") return afterShiftedUnit(source, next, word.unit, word.plural, offset)
  const numeral = numeralAt(source.numerals, next)
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
        value: { kind: "stretch", unit: unit.unit, count: null, direction: offset < 0 ? -1 : 1 },
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
  if (unit === "day" && offset !== 0)
    return { value: { kind: "away", unit: "day", count: offset, base: "text" }, end: at + 1 }
  if (unit === "second" || unit === "minute" || unit === "hour") return null
  if (unit === "week") {
    const day = wordAt(source, at + 1) === "on" ? at + 2 : at + 1
    const weekday = continuesLine(source, day) ? timeWordAt(source, day) : undefined
    if (weekday?.kind === "weekday")
      return { value: { kind: "weekday", weekday: weekday.value, weeks: offset, exact: true }, end: day + 1 }
  }
  if (unit === "quarter")
    return { value: { kind: "quarter", quarter: 0, quarters: 1, year: null, offset }, end: at + 1 }
  return { value: { kind: "unit", unit, offset }, end: at + 1 }
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
  if ((word?.kind !== "weekday" && !isWeek) || !/^(?:of|in)$/.test(wordAt(source, of + 1))) return null
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
  if (year === null) return null
  return { value: { kind: "named", month: null, season, offset: null, year: year.value }, end: year.end }
}

/** "il y a trois jours", "vor drei Tagen", "hace tres días": said before the span. */
function takeAgo(source: TimeSource, index: number): Taken<Moment> | null {
  for (const phrase of source.timeWords.ago) {
    const words = phrase.split(" ")
    if (!words.every((word, i) => wordAt(source, index + i) === word)) continue
    const numeral = numeralAt(source.numerals, index + words.length)
    if (numeral === null || numeral.kind !== "cardinal" || !continuesLine(source, numeral.tokenEnd)) continue
    const unit = timeWordAt(source, numeral.tokenEnd)
    if (unit?.kind === "unit")
      return {
        value: { kind: "away", unit: unit.unit, count: -numeral.value, base: "reference" },
        end: numeral.tokenEnd + 1,
      }
  }
  return null
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

/** "two days ago", "a week later", "three months earlier", "two weeks from now", "the day after tomorrow". */
function takeCounted(source: TimeSource, index: number): Taken<Moment> | null {
  const lead = wordAt(source, index)
  const about = /^(?:in|about|around|nearly|almost|roughly|some|over|only|just)$/.test(lead)
    ? index + 1
    : index
  const numeral = numeralAt(source.numerals, about)
  const article = wordAt(source, about) === "a" || wordAt(source, about) === "an" ? about + 1 : -1
  const at = numeral !== null && numeral.kind !== "ordinal" ? numeral.tokenEnd : article
  if (at < 0 || !continuesLine(source, at)) return null
  const half = numeral?.kind === "fraction" && /^an?$/.test(wordAt(source, at)) ? at + 1 : at
  const unit = timeWordAt(source, half)
  if (unit?.kind !== "unit") return null
  const count = numeral === null ? 1 : numeral.value
  return awayBy(source, index, half + 1, unit.unit, count)
}

function awayBy(
  source: TimeSource,
  first: number,
  at: number,
  unit: TimeUnit,
  count: number,
): Taken<Moment> | null {
  if (wordAt(source, first) === "in")
    return tenseNear(source, first, at) === "future" && endsPhrase(source, at)
      ? { value: { kind: "away", unit, count, base: "reference" }, end: at }
      : null
  if (!continuesLine(source, at)) return null
  const word = wordAt(source, at)
  const away = (sign: number, base: "reference" | "text", end: number): Taken<Moment> => ({
    value: { kind: "away", unit, count: sign * count, base },
    end,
  })
  if (word === "ago") return away(-1, "reference", at + 1)
  if (word === "earlier" || word === "before" || word === "prior") {
    // "Two days before the vote" hangs on something that no calendar holds.
    return word === "earlier" || endsPhrase(source, at + 1) ? away(-1, "text", at + 1) : null
  }
  if (word === "later") return away(1, "text", at + 1)
  if (word === "hence") return away(1, "reference", at + 1)
  if (word === "from") {
    const next = wordAt(source, at + 1)
    if (next === "now" || next === "today") return away(1, "reference", at + 2)
    const day = timeWordAt(source, at + 1)
    if (day?.kind === "day" && (unit === "day" || unit === "week"))
      return { value: { kind: "day", offset: count * (unit === "week" ? 7 : 1) + day.offset }, end: at + 2 }
  }
  return null
}

/** "the week of June 5", "the month of May", "the third quarter of 2018", "Q3 2018", "the 1990s", "the weekend", "the day before". */
function takeUnitPhrase(source: TimeSource, index: number, the: boolean): Taken<Moment> | null {
  const at = the ? index + 1 : index
  const word = wordAt(source, at)
  const unit = timeWordAt(source, at)
  if (unit?.kind === "unit" && !unit.plural) {
    if (unit.unit === "week" || unit.unit === "month" || unit.unit === "year") {
      const named = takeNamedUnit(source, at, unit.unit)
      if (named !== null) return named
    }
    if (unit.unit === "weekend" && the)
      return { value: { kind: "unit", unit: "weekend", offset: 0 }, end: at + 1 }
    if (unit.unit === "day" && the) return takeNeighbourDay(source, at + 1)
  }
  const code = quarterCode(word)
  if (code !== null) return withYear(source, at + 1, code)
  const coded = takeYearAndCode(source, at)
  if (coded !== null) return coded
  const numeral = numeralAt(source.numerals, at)
  if (numeral === null) return null
  if (numeral.suffix === "s" && numeral.value % 10 === 0 && numeral.value >= 1000 && numeral.value < 2100)
    return {
      value: { kind: "years", year: numeral.value, years: numeral.value % 100 === 0 ? 100 : 10 },
      end: at + 1,
    }
  if (numeral.kind !== "ordinal") return null
  let next = numeral.tokenEnd
  if (next < source.tokens.count && isHyphen(source.text, source.tokens.starts[next]!)) next++
  const ordinalUnit = timeWordAt(source, next)
  if (wordAt(source, next) === "half" && numeral.value <= 2) {
    const half = withYear(source, next + 1, { quarter: 2 * numeral.value - 1, quarters: 2 })
    return half.end > next + 1 ? half : null
  }
  if (ordinalUnit?.kind !== "unit" || !continuesLine(source, next)) return null
  if (ordinalUnit.unit === "quarter" && numeral.value <= 4)
    return withYear(source, next + 1, { quarter: numeral.value, quarters: 1 })
  if (ordinalUnit.unit === "century" && numeral.value <= 22)
    return { value: { kind: "years", year: (numeral.value - 1) * 100, years: 100 }, end: next + 1 }
  return null
}

interface QuarterCode {
  readonly quarter: number
  readonly quarters: 1 | 2
}

/** "Q3", "H1". */
function quarterCode(word: string): QuarterCode | null {
  if (/^q[1-4]$/.test(word)) return { quarter: Number(word[1]), quarters: 1 }
  return /^h[12]$/.test(word) ? { quarter: 2 * Number(word[1]) - 1, quarters: 2 } : null
}

/** "2016 Q3", "2019-H2". */
function takeYearAndCode(source: TimeSource, at: number): Taken<Moment> | null {
  const year = takeYear(source, at)
  if (year === null || year.end >= source.tokens.count) return null
  const next = isHyphen(source.text, source.tokens.starts[year.end]!) ? year.end + 1 : year.end
  const code = continuesLine(source, next) ? quarterCode(wordAt(source, next)) : null
  return code === null
    ? null
    : { value: { kind: "quarter", ...code, year: year.value, offset: null }, end: next + 1 }
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
function takeNeighbourDay(source: TimeSource, at: number): Taken<Moment> | null {
  const side = wordAt(source, at)
  if (side !== "after" && side !== "before") return null
  const sign = side === "after" ? 1 : -1
  const day = timeWordAt(source, at + 1)
  if (day?.kind === "day" && day.offset === sign)
    return { value: { kind: "day", offset: 2 * sign }, end: at + 2 }
  return endsPhrase(source, at + 1)
    ? { value: { kind: "away", unit: "day", count: sign, base: "text" }, end: at + 1 }
    : null
}

/** The year after a quarter: "of 2018", "2018", "this year", "of last year". */
function withYear(source: TimeSource, index: number, code: QuarterCode): Taken<Moment> {
  const at = wordAt(source, index) === "of" ? index + 1 : index
  const bare: Taken<Moment> = { value: { kind: "quarter", ...code, year: null, offset: null }, end: index }
  if (!continuesLine(source, at)) return bare
  const year = takeYear(source, at)
  if (year !== null)
    return { value: { kind: "quarter", ...code, year: year.value, offset: null }, end: year.end }
  const the = wordAt(source, at) === "the" && wordAt(source, at + 1) === "year"
  if (the) return { value: { kind: "quarter", ...code, year: null, offset: 0 }, end: at + 2 }
  const shift = timeWordAt(source, at)
  const unit = timeWordAt(source, at + 1)
  if (shift?.kind === "shift" && unit?.kind === "unit" && unit.unit === "year" && !unit.plural)
    return { value: { kind: "quarter", ...code, year: null, offset: shift.offset }, end: at + 2 }
  return bare
}

export function takeYearAlone(source: TimeSource, index: number): Taken<Moment> | null {
  const year = takeYear(source, index)
  return year === null ? null : { value: dateOf(year.value, null, null), end: year.end }
}
