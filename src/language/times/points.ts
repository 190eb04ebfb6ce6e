import { numeralAt } from "../numerals/numeral.ts"
import { continuesLine, isHyphen, wordAt } from "../token-text.ts"
import { endsPhrase } from "./away.ts"
import { bareHour, inPart, takeClock, takeDottedClock, takePart } from "./clock.ts"
import { dateOf, timeWordAt } from "./date-parts.ts"
import { takeCore } from "./moments.ts"
import { type Clock, type Moment, pointOf, type Taken, type TimePoint, type TimeSource } from "./phrase.ts"
import { takeYearAlone } from "./year-phrases.ts"

/** One point or unit of time at the token, with its time of day, or null. */
export function takePoint(source: TimeSource, index: number): Taken<TimePoint> | null {
  const known = source.points.get(index)
  if (known !== undefined) return known
  const point =
    takeClockFirst(source, index) ?? takePartFirst(source, index) ?? takeMomentFirst(source, index)
  source.points.set(index, point)
  return point
}

/** "8pm on Sunday", "noon today", "7 in the evening, Monday"; a clock alone. */
function takeClockFirst(source: TimeSource, index: number): Taken<TimePoint> | null {
  const clock = takeClock(source, index) ?? hourOfDay(source, index) ?? loneHour(source, index)
  if (clock === null) return null
  let at = clock.end
  const part = takePart(source, at)
  if (part !== null) at = part.end
  const link = wordAt(source, at)
  const linked = link === "on" || link === "of" || link === ","
  const day = continuesLine(source, linked ? at + 1 : at) ? takeMoment(source, linked ? at + 1 : at) : null
  if (day !== null && isDay(day.value.moment) && day.value.clock === null) {
    const late = part === null && continuesLine(source, day.end) ? takePart(source, day.end) : null
    const said = part?.value ?? late?.value ?? day.value.part
    const told = said === null || clock.value.certain ? clock.value : inPart(clock.value, said)
    return { value: { ...day.value, clock: told, part: said }, end: late?.end ?? day.end }
  }
  return {
    value: { moment: { kind: "clock" }, clock: clock.value, part: part?.value ?? null, portion: null },
    end: at,
  }
}

const rated =
  /^(?:stood|stands?|remain(?:s|ed|ing)?|closed|opened|ended|rates?|levels?|priced|valued|put|puts|estimated|set|sets|ranked|seeded|peaked|capped|kept|held|aged?|died|born|was|is|are|were|steady|unchanged)$/

/** "back at seven.": a small number at the end of a sentence, where nothing before it is measured by it. */
function loneHour(source: TimeSource, index: number): Taken<Clock> | null {
  if (wordAt(source, index - 1) !== "at" || rated.test(wordAt(source, index - 2))) return null
  const hour = bareHour(source, index)
  if (hour === null || hour.value.hour > 12 || hour.value.hour < 1) return null
  return !continuesLine(source, hour.end) || /^[.;!?]$/.test(wordAt(source, hour.end)) ? hour : null
}

/** "at seven on Monday", "at 7 this morning", "back at 10, tonight": a bare number before a day is its hour. */
function hourOfDay(source: TimeSource, index: number): Taken<Clock> | null {
  if (!/^(?:at|around|about|by|until|till|back)$/.test(wordAt(source, index - 1))) return null
  const hour = bareHour(source, index) ?? takeDottedClock(source, index)
  if (hour === null || !continuesLine(source, hour.end)) return null
  const link = wordAt(source, hour.end)
  const at = link === "on" || link === "," ? hour.end + 1 : hour.end
  const day = continuesLine(source, at) ? takeMoment(source, at) : null
  if (day === null || !isDay(day.value.moment) || day.value.clock !== null) return null
  return link === "on" || day.value.part !== null ? hour : null
}

/** "the morning of June 5", "late Tuesday night" is not one; "the night before" and a part alone are none. */
function takePartFirst(source: TimeSource, index: number): Taken<TimePoint> | null {
  const part = takePart(source, index)
  // "On the morning of 6 June" begins at the article, as "on Tuesday" does at the day.
  if (part === null || wordAt(source, index) === "on") return null
  const link = wordAt(source, part.end)
  const at = link === "of" || link === "on" || link === "," ? part.end + 1 : part.end
  const day = continuesLine(source, at) ? takeMoment(source, at) : null
  if (day !== null && isDay(day.value.moment))
    return withClock(source, { value: { ...day.value, part: part.value }, end: day.end })
  const alone: TimePoint = { moment: { kind: "clock" }, clock: null, part: part.value, portion: null }
  const clock = takeClockAfterDay(source, part.end, true)
  if (clock !== null) return { value: { ...alone, clock: inPart(clock.value, part.value) }, end: clock.end }
  // "Early morning", "midmorning": a part alone needs a word that sets it in time.
  const leads = /^(?:in|during|early|late|later|earlier|mid|mid(?:morning|afternoon)|overnight)$/
  return leads.test(wordAt(source, index)) ? { value: alone, end: part.end } : null
}

function takeMomentFirst(source: TimeSource, index: number): Taken<TimePoint> | null {
  const stamp = takeStamp(source, index)
  if (stamp !== null) return stamp
  const moment = takeMoment(source, index)
  return moment === null ? null : withClock(source, moment)
}

/** "2018-06-18T19:25:00Z": the hour as printed, whatever its zone. */
function takeStamp(source: TimeSource, index: number): Taken<TimePoint> | null {
  const { text, tokens } = source
  const numeral = numeralAt(source.numerals, index)
  if (numeral === null || !numeral.plain || numeral.end - numeral.start !== 4) return null
  const start = tokens.starts[index]!
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?/.exec(
    text.slice(start, start + 40),
  )
  if (!match) return null
  const [year, month, day, hour, minute] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ]
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59) return null
  let end = index + 1
  while (end < tokens.count && tokens.ends[end - 1]! < start + match[0].length) end++
  const moment = dateOf(year, month, day)
  return { value: { ...pointOf(moment), clock: { hour, minute, certain: true } }, end }
}

/** True for what names one day, to which a time of day can be said. */
export function isDay(moment: Moment): boolean {
  return (
    moment.kind === "day" ||
    moment.kind === "weekday" ||
    (moment.kind === "date" && moment.day !== null) ||
    moment.kind === "day-of-month" ||
    moment.kind === "feast" ||
    (moment.kind === "nth" && moment.weekday !== null) ||
    (moment.kind === "away" && moment.unit === "day") ||
    (moment.kind === "date" && moment.weekday !== null) ||
    moment.kind === "weekday-count" ||
    moment.kind === "beside" ||
    (moment.kind === "slice" && moment.unit === "day" && moment.count === 1)
  )
}

/** The part of the day and the clock that follow a day: "Tuesday night", "today at 4", "Monday, 9 a.m.". */
function withClock(source: TimeSource, taken: Taken<TimePoint>): Taken<TimePoint> {
  if (!isDay(taken.value.moment)) return taken
  let { value, end } = taken
  const part = continuesLine(source, end) ? takePart(source, end) : null
  if (part !== null && value.part === null) {
    value = { ...value, part: part.value }
    end = part.end
  }
  const clock = takeClockAfterDay(source, end, value.part !== null)
  if (clock === null) return { value, end }
  const late = value.part === null && continuesLine(source, clock.end) ? takePart(source, clock.end) : null
  if (late === null) return { value: { ...value, clock: clock.value }, end: clock.end }
  return { value: { ...value, clock: inPart(clock.value, late.value), part: late.value }, end: late.end }
}

/** The clock behind a day: "at 4", ", 9 a.m.", "for 8am". A bare hour needs "at" or a part of the day before it. */
export function takeClockAfterDay(source: TimeSource, end: number, hasPart: boolean): Taken<Clock> | null {
  if (!continuesLine(source, end)) return null
  let at = end
  const link = wordAt(source, at)
  if (link === "," || link === "@" || link === "for") at++
  const lead = wordAt(source, at)
  const led =
    lead === "at" || lead === "around" || (lead === "to" && Boolean(source.english)) || lead === "about"
  if (led) at++
  if (!continuesLine(source, at)) return null
  const clock = takeClock(source, at)
  // "Tuesday to Saturday, 10 a.m. to 3 p.m.": the hours are their own.
  if (clock !== null) return link === "," && isHourRange(source, clock.end) ? null : clock
  if (!led || lead === "about" || (!hasPart && lead !== "at" && lead !== "around")) return null
  const dotted = lead === "at" ? takeDottedClock(source, at) : null
  if (dotted !== null) return dotted
  const hour = bareHour(source, at)
  return hour !== null && endsPhrase(source, hour.end) ? hour : null
}

function isHourRange(source: TimeSource, at: number): boolean {
  if (!continuesLine(source, at + 1)) return false
  const links =
    /^(?:to|until|till|through)$/.test(wordAt(source, at)) || isHyphen(source.text, source.tokens.starts[at]!)
  return links && (takeClock(source, at + 1) ?? bareHour(source, at + 1)) !== null
}

/** A moment with its portion: "early next week", "mid-June", "the end of the year", "later this month". */
function takeMoment(source: TimeSource, index: number): Taken<TimePoint> | null {
  const at = wordAt(source, index) === "the" ? index + 1 : index
  const word = timeWordAt(source, at)
  if (word?.kind === "portion") {
    let next = at + 1
    if (next < source.tokens.count && isHyphen(source.text, source.tokens.starts[next]!)) next++
    const link = wordAt(source, next)
    if (link === "of" || link === "in") next++
    if (!continuesLine(source, next)) return null
    const part = takeShiftedPart(source, next)
    if (part !== null) return part
    const unit = link === "of" ? takeUnitAlone(source, next) : null
    const named = wordAt(source, next) === "the" ? takeCore(source, next + 1) : null
    const day = named !== null && isDay(named.value) ? named : null
    const moment =
      takeCore(source, next) ?? day ?? takeYearAlone(source, next) ?? takeThisUnit(source, next) ?? unit
    if (moment === null || moment.value.kind === "away") return null
    if (wordAt(source, at) === "end" && (isDay(moment.value) || isUnitDay(moment.value)))
      return endOfDay(moment)
    return { value: { ...pointOf(moment.value), portion: word.portion }, end: moment.end }
  }
  const lead = wordAt(source, index)
  const rest = takeRest(source, index) ?? takeShiftedPart(source, index) ?? takeEnd(source, index)
  if (rest !== null) return rest
  if (lead === "earlier" || lead === "later") {
    const from = wordAt(source, index + 1) === "in" ? index + 2 : index + 1
    const part = takeShiftedPart(source, from)
    if (part !== null && continuesLine(source, from)) return part
    const moment = takeCore(source, from) ?? takeThisUnit(source, from)
    if (moment === null || !continuesLine(source, index + 1)) return null
    return { value: { ...pointOf(moment.value), portion: lead }, end: moment.end }
  }
  const core = takeCore(source, index)
  if (core === null && lead === "right" && timeWordAt(source, index + 1)?.kind === "now")
    return { value: pointOf({ kind: "now" }), end: index + 2 }
  if (core === null) return null
  const point = pointOf(core.value)
  return { value: /^toni(?:ght|te)/.test(lead) ? { ...point, part: "night" } : point, end: core.end }
}

function isUnitDay(moment: Moment): boolean {
  return moment.kind === "unit" && moment.unit === "day"
}

/** "The end of the day" is its last minute. */
function endOfDay({ value, end }: Taken<Moment>): Taken<TimePoint> {
  const moment: Moment = isUnitDay(value) ? { kind: "day", offset: 0 } : value
  return { value: { ...pointOf(moment), clock: { hour: 23, minute: 59, certain: true } }, end }
}

/** "EOD", "the EOY". */
function takeEnd(source: TimeSource, index: number): Taken<TimePoint> | null {
  const the = wordAt(source, index) === "the"
  const word = timeWordAt(source, the ? index + 1 : index)
  // "Year's end".
  if (word?.kind === "unit" && /'s$/.test(wordAt(source, index)) && wordAt(source, index + 1) === "end")
    return {
      value: { ...pointOf({ kind: "unit", unit: word.unit, offset: 0 }), portion: "late" },
      end: index + 2,
    }
  if (word?.kind !== "end" || (the && word.unit !== "day")) return null
  const end = the ? index + 2 : index + 1
  if (word.unit === "day") return endOfDay({ value: { kind: "day", offset: 0 }, end })
  return { value: { ...pointOf({ kind: "unit", unit: word.unit, offset: 0 }), portion: "late" }, end }
}

/** "end of month" leaves the article out. */
function takeUnitAlone(source: TimeSource, index: number): Taken<Moment> | null {
  const unit = timeWordAt(source, index)
  if (unit?.kind !== "unit" || unit.plural || !/^(?:day|month|year|week)$/.test(unit.unit)) return null
  return { value: { kind: "unit", unit: unit.unit, offset: 0 }, end: index + 1 }
}

/** "the rest of the week": from the day of reference on. */
function takeRest(source: TimeSource, index: number): Taken<TimePoint> | null {
  const at = wordAt(source, index) === "the" ? index + 1 : index
  if (wordAt(source, at) !== "rest") return null
  const from = wordAt(source, at + 1) === "of" ? at + 2 : at + 1
  const moment = takeThisUnit(source, from) ?? takeUnitAlone(source, from) ?? takeCore(source, from)
  if (moment === null || (moment.value.kind !== "unit" && moment.value.kind !== "day")) return null
  return { value: { ...pointOf(moment.value), portion: "later" }, end: moment.end }
}

/** "this afternoon", "last night", "tomorrow" has its part behind it. */
function takeShiftedPart(source: TimeSource, index: number): Taken<TimePoint> | null {
  const shift = timeWordAt(source, index)
  const part = timeWordAt(source, index + 1)
  if (shift?.kind !== "shift" || part?.kind !== "part" || !continuesLine(source, index + 1)) return null
  if (wordAt(source, index) === "past") return null
  return { value: { ...pointOf({ kind: "day", offset: shift.offset }), part: part.part }, end: index + 2 }
}

/** "the year" after "the end of": the one we are in. */
function takeThisUnit(source: TimeSource, index: number): Taken<Moment> | null {
  if (!/^(?:the|my|our|this|current)$/.test(wordAt(source, index))) return null
  const unit = timeWordAt(source, index + 1)
  if (unit?.kind !== "unit" || unit.plural || !/^(?:day|week|weekend|month|year|decade)$/.test(unit.unit))
    return null
  return { value: { kind: "unit", unit: unit.unit, offset: 0 }, end: index + 2 }
}
