import type { Numerals } from "../numerals/numerals.ts"
import { continuesLine, isHyphen, type TokenText, wordAt } from "../token-text.ts"
import type { WordTable } from "../word-table.ts"
import { bareHour } from "./clock.ts"
import { dateOf, takeDay, takeMonth, takeYear } from "./dates.ts"
import { takeFeast } from "./feasts.ts"
import { takeHours } from "./hours.ts"
import { takeShiftedMonth, takeYearAlone } from "./moments.ts"
import {
  type Clock,
  type Moment,
  pointOf,
  type Stretch,
  type Taken,
  type TimePhrase,
  type TimePoint,
  type TimeSource,
} from "./phrase.ts"
import { takePoint } from "./points.ts"
import { tenseNear } from "./tense.ts"
import { isTold } from "./told.ts"
import { englishTimes, type TimeWord, type TimeWords, timeTable } from "./words.ts"

/**
 * All time phrases of a text, in order, not overlapping, as they are said. Cost: one table look-up a token, and a
 * bounded number of steps where a word may begin one.
 */
export function findTimePhrases(
  text: TokenText,
  numerals: Numerals,
  words: TimeWords = englishTimes,
): readonly TimePhrase[] {
  const source: TimeSource = {
    ...text,
    words: text.words ?? [],
    numerals,
    table: tableOf(words),
    timeWords: words,
    points: new Map(),
  }
  const places = placesToBegin(source)
  const found: TimePhrase[] = []
  const { tokens } = text
  let index = 0
  while (index < tokens.count) {
    const taken = places[index] === 1 ? takePhrase(source, index) : null
    if (taken === null || !isTold(source, index, taken)) {
      index++
      continue
    }
    found.push(phraseOf(source, index, taken))
    index = taken.end
  }
  return found
}

/** So many words may stand before the one that names a time: "the end of this", and before that "no later than". */
const shiftReach = 4
const leadReach = 3

/**
 * Which tokens a phrase may begin at: those that name a time, words like "last" and "end" with one of those close
 * behind, and words like "since" and "the" with any of these close behind. One pass from the end.
 */
function placesToBegin(source: TimeSource): Uint8Array {
  const { tokens, table, numerals } = source
  const places = new Uint8Array(tokens.count)
  let core = tokens.count + shiftReach + 1
  let soft = core
  for (let index = tokens.count - 1; index >= 0; index--) {
    if (numerals.startingAt[index]! >= 0) {
      core = index
      soft = index
      places[index] = 1
      continue
    }
    const kind = table.get(tokens.hashes[index]!)?.kind
    if (kind === undefined) continue
    if (kind === "lead") places[index] = soft - index <= leadReach ? 1 : 0
    else if (kind === "shift" || kind === "portion") {
      if (core - index > shiftReach) continue
      soft = index
      places[index] = 1
    } else if (kind !== "feast" || takeFeast(source, index) !== null) {
      core = index
      soft = index
      places[index] = 1
    }
  }
  return places
}

const tables = new Map<TimeWords, WordTable<TimeWord>>()

function tableOf(words: TimeWords): WordTable<TimeWord> {
  let table = tables.get(words)
  if (!table) tables.set(words, (table = timeTable(words)))
  return table
}

function phraseOf(source: TimeSource, index: number, taken: Taken<Stretch>): TimePhrase {
  const { text, tokens } = source
  const end = tokens.ends[taken.end - 1]!
  const possessive = /['’]s$/.test(text.slice(end - 2, end))
  return {
    start: tokens.starts[index]!,
    end: possessive ? end - 2 : end,
    tokenStart: index,
    tokenEnd: taken.end,
    from: taken.value.from,
    to: taken.value.to,
    exclusive: taken.value.exclusive ?? false,
    tense: tenseNear(source, index, taken.end),
  }
}

function takePhrase(source: TimeSource, index: number): Taken<Stretch> | null {
  return (
    takeOpen(source, index) ??
    takeHours(source, index) ??
    takeRange(source, index) ??
    takeSingle(source, index)
  )
}

function takeSingle(source: TimeSource, index: number): Taken<Stretch> | null {
  const point = takePoint(source, index) ?? yearInPlace(source, index)
  return point === null ? null : { value: { from: point.value, to: point.value }, end: point.end }
}

/** A bare year is one only behind a word that dates, or as the name of a thing of that year. */
function yearInPlace(source: TimeSource, index: number): Taken<TimePoint> | null {
  const year = takeYearAlone(source, index)
  if (year === null || year.value.kind !== "date" || !isYearLike(year.value.year!)) return null
  const before = wordAt(source, index - 1)
  const dates =
    /^(?:in|since|of|by|until|till|from|during|before|after|early|mid|late|year|around|circa|to|through|than|starting|ending)$/
  const names = /^(?:the|a|its|his|her|their|our|that)$/
  const next = wordAt(source, index + 1)
  if (!dates.test(before) && !(names.test(before) && /^[a-z]/.test(next))) return null
  return { value: pointOf(year.value), end: year.end }
}

function isYearLike(year: number): boolean {
  return year >= 1500 && year < 2100
}

/** "since June", "by Friday", "before 2018". A possessive ("after Monday's vote") is a point. */
function takeOpen(source: TimeSource, index: number): Taken<Stretch> | null {
  const opening = openingAt(source, index)
  if (opening === null || !continuesLine(source, opening.end)) return null
  const { side, exclusive } = opening.value
  const point = takePoint(source, opening.end) ?? yearInPlace(source, opening.end)
  if (point === null || point.value.moment.kind === "away") return null
  // "before 9 a.m." leaves the day open.
  if (point.value.moment.kind === "clock" && point.value.clock === null) return null
  const last = source.tokens.ends[point.end - 1]!
  if (/['’]s$/.test(source.text.slice(last - 2, last))) return null
  // "Before the end of June" may be in June still.
  const outside = exclusive && point.value.portion === null
  const value =
    side === "from"
      ? { from: point.value, to: null, exclusive: outside }
      : { from: null, to: point.value, exclusive: outside }
  return { value, end: point.end }
}

interface Opening {
  readonly side: "from" | "to"
  readonly exclusive: boolean
}

const openings: readonly (readonly [words: readonly string[], opening: Opening])[] = (
  [
    ["since", "from", false],
    ["after", "from", true],
    ["later than", "from", true],
    ["starting on", "from", false],
    ["starting from", "from", false],
    ["starting in", "from", false],
    ["starting", "from", false],
    ["beginning on", "from", false],
    ["beginning in", "from", false],
    ["on or after", "from", false],
    ["at or after", "from", false],
    ["as early as", "from", false],
    ["until", "to", false],
    ["till", "to", false],
    ["by", "to", false],
    ["on or before", "to", false],
    ["before or in", "to", false],
    ["on or earlier than", "to", false],
    ["as late as", "to", false],
    ["no later than", "to", false],
    ["ending on", "to", false],
    ["ending in", "to", false],
    ["ending with", "to", false],
    ["before", "to", true],
    ["prior to", "to", true],
    ["earlier than", "to", true],
    ["sooner than", "to", true],
  ] as const
).map(([words, side, exclusive]) => [words.split(" "), { side, exclusive }])

const openingsByWord = new Map<string, (typeof openings)[number][]>()
for (const opening of openings) {
  const list = openingsByWord.get(opening[0][0]!) ?? []
  list.push(opening)
  openingsByWord.set(
    opening[0][0]!,
    list.sort((a, b) => b[0].length - a[0].length),
  )
}

/** The longest opening at the token. */
function openingAt(source: TimeSource, index: number): Taken<Opening> | null {
  for (const [words, opening] of openingsByWord.get(wordAt(source, index)) ?? [])
    if (words.every((word, i) => wordAt(source, index + i) === word))
      return { value: opening, end: index + words.length }
  return null
}

/** "from Monday to Friday", "June 5-7", "between 2010 and 2015", "9 a.m. to 5 p.m.". */
function takeRange(source: TimeSource, index: number): Taken<Stretch> | null {
  const lead = wordAt(source, index)
  const led = lead === "from" || lead === "between"
  const at = led ? index + 1 : index
  const left = takeEnd(source, at, null)
  if (left === null) return null
  const link = wordAt(source, left.end)
  const isDash = left.end < source.tokens.count && isHyphen(source.text, source.tokens.starts[left.end]!)
  const links = lead === "between" ? link === "and" : isDash || /^(?:to|until|till|through|thru)$/.test(link)
  if (!links || !continuesLine(source, left.end) || !continuesLine(source, left.end + 1)) return null
  const right = takeEnd(source, left.end + 1, left.value)
  if (right === null) return null
  const whole = joinEnds(source, left.value, right, led)
  return whole
}

type RangeEnd = { readonly point: TimePoint } | { readonly bare: number; readonly year: boolean }

/** A point, or a bare number to which the other end gives the rest. */
function takeEnd(source: TimeSource, index: number, left: RangeEnd | null): Taken<RangeEnd> | null {
  const point = takePoint(source, index)
  if (point !== null) return { value: { point: point.value }, end: point.end }
  const year = takeYear(source, index)
  if (year !== null && isYearLike(year.value) && (left === null || ("bare" in left && left.year)))
    return { value: { bare: year.value, year: true }, end: year.end }
  const bare = takeDay(source, index) ?? hourOf(source, index)
  return bare === null ? null : { value: { bare: bare.value, year: false }, end: bare.end }
}

function hourOf(source: TimeSource, index: number): Taken<number> | null {
  const hour = bareHour(source, index)
  return hour === null ? null : { value: hour.value.hour, end: hour.end }
}

function joinEnds(
  source: TimeSource,
  left: RangeEnd,
  right: Taken<RangeEnd>,
  led: boolean,
): Taken<Stretch> | null {
  if ("bare" in left && "bare" in right.value) {
    if (left.year !== right.value.year) return null
    if (left.year)
      return left.bare < right.value.bare
        ? {
            value: {
              from: pointOf(dateOf(left.bare, null, null)),
              to: pointOf(dateOf(right.value.bare, null, null)),
            },
            end: right.end,
          }
        : null
    return daysOfMonth(source, left.bare, right.value.bare, right.end)
  }
  if ("bare" in left) return left.year ? null : completeLeft(left.bare, right as Taken<{ point: TimePoint }>)
  if ("bare" in right.value)
    return right.value.year ? null : completeRight(left.point, right.value.bare, right.end)
  void led
  return joinPoints(left.point, right.value.point, right.end)
}

/** "4 to 23 next month", "3 until 12 of Sept". */
function daysOfMonth(source: TimeSource, from: number, to: number, end: number): Taken<Stretch> | null {
  const at = /^(?:of|in)$/.test(wordAt(source, end)) ? end + 1 : end
  if (!continuesLine(source, at)) return null
  const month = takeMonth(source, at)
  if (month !== null) {
    const year = takeYear(source, month.end)
    const point = (day: number): TimePoint => pointOf(dateOf(year?.value ?? null, month.value, day))
    return { value: { from: point(from), to: point(to) }, end: year?.end ?? month.end }
  }
  const shifted = takeShiftedMonth(source, at)
  if (shifted !== null) {
    const point = (day: number): TimePoint => pointOf({ kind: "day-of-month", day, offset: shifted.value })
    return { value: { from: point(from), to: point(to) }, end: shifted.end }
  }
  return null
}

/** "5-7 June", "5 to 6pm": the left number is of the right one's kind. */
function completeLeft(bare: number, right: Taken<{ readonly point: TimePoint }>): Taken<Stretch> | null {
  const { point } = right.value
  if (point.clock !== null && bare <= 24) {
    const half = point.clock.certain && point.clock.hour >= 12 && bare < 12 && bare + 12 <= point.clock.hour
    const clock: Clock = { hour: half ? bare + 12 : bare, minute: null, certain: point.clock.certain }
    return { value: { from: { ...point, clock }, to: point }, end: right.end }
  }
  if (point.moment.kind === "day-of-month" && bare >= 1)
    return { value: { from: pointOf({ ...point.moment, day: bare }), to: point }, end: right.end }
  if (point.moment.kind === "date" && point.moment.day !== null && bare >= 1) {
    const moment: Moment = { ...point.moment, day: bare, weekday: null }
    return { value: { from: pointOf(moment), to: point }, end: right.end }
  }
  return null
}

/** "June 5 to 7", "9 a.m. to 5". */
function completeRight(left: TimePoint, bare: number, end: number): Taken<Stretch> | null {
  if (left.clock !== null && bare <= 24) {
    const later = left.clock.certain && bare < 12 && bare <= left.clock.hour ? bare + 12 : bare
    return {
      value: {
        from: left,
        to: { ...left, clock: { hour: later, minute: null, certain: left.clock.certain } },
      },
      end,
    }
  }
  if (left.moment.kind === "date" && left.moment.day !== null && bare > left.moment.day)
    return { value: { from: left, to: pointOf({ ...left.moment, day: bare, weekday: null }) }, end }
  return null
}

function joinPoints(left: TimePoint, right: TimePoint, end: number): Taken<Stretch> | null {
  if (left.moment.kind === "stretch" || right.moment.kind === "stretch") return null
  if (left.moment.kind === "clock" && right.moment.kind !== "clock") {
    if (right.clock === null) return null
    return { value: { from: { ...right, clock: left.clock }, to: right }, end }
  }
  if (right.moment.kind === "clock" && left.moment.kind !== "clock") {
    if (left.clock === null) return null
    return { value: { from: left, to: { ...left, clock: right.clock } }, end }
  }
  // "June 5 to June 7, 2018": the year said last is both ends'.
  const from =
    left.moment.kind === "date" && right.moment.kind === "date" && left.moment.year === null
      ? { ...left, moment: { ...left.moment, year: right.moment.year } }
      : left
  return { value: { from, to: right }, end }
}

/** The numerals that no time phrase covers, by their place in the list. */
export function numeralsOutside(numerals: Numerals, phrases: readonly TimePhrase[]): readonly number[] {
  const free: number[] = []
  let next = 0
  numerals.list.forEach((numeral, place) => {
    while (next < phrases.length && phrases[next]!.end <= numeral.start) next++
    const phrase = phrases[next]
    if (phrase === undefined || phrase.start >= numeral.end) free.push(place)
  })
  return free
}
