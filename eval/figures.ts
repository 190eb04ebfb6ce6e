import { join } from "node:path"
import type { Span } from "../src/base/index.ts"
import { findFigures } from "../src/language/figures/figures.ts"
import { amountFrom } from "../src/language/figures/quantities.ts"
import type { Numerals } from "../src/language/numerals/numeral.ts"
import { findNumerals } from "../src/language/numerals/numerals.ts"
import { dayNumberIn, dayNumberOf, isoDay } from "../src/language/times/calendar.ts"
import type { TimePhrase, TimePoint } from "../src/language/times/phrase.ts"
import { isDay } from "../src/language/times/points.ts"
import { findTimes } from "../src/language/times/times.ts"
import type { TokenText } from "../src/language/token-text.ts"
import { tokenize } from "../src/language/tokens.ts"
import { type RecognizerCase, readCases, type WantedEntity } from "./figures-cases.ts"
import { type EvalMeasure, type Figures, f1Of } from "./measure.ts"

/**
 * Numbers, units and dates with their spans and values, against figures-dates-recognizers. The set marks spans by its
 * own rules, one type a file; so our readings are cut to what a file marks (a currency without its comparator, a
 * number without its noun) and nothing of another type is counted for or against us. "All" is every case; "told" the
 * cases and values that our contract has words for. Left out of it: the two modes that mark "from 5pm to 7pm" as two
 * times where every other file marks one range; a unit without a number ("dollar"), which is no figure; and the value
 * of a recurring time, a rhythm, since times are told by their ends, and of "a few", which the set counts as three.
 */
export const figuresMeasure: EvalMeasure = {
  name: "language/figures",
  needs: ["data/figures-dates-recognizers"],
  run: async (sharedFolder) =>
    measureFigures(readCases(join(sharedFolder, "data/figures-dates-recognizers"))),
}

export interface FoundEntity extends Span {
  readonly type: string
  readonly values: readonly string[]
  /** True where we read to the day and the set to hours that it chose itself: a morning from 8 to 12. */
  readonly toDay?: boolean
}

interface Tally {
  found: number
  wanted: number
  right: number
  valued: number
  valueRight: number
}

const splitModes = /^(?:DateTimeModelSplitDateAndTime|MergedExtractorSkipFromTo)$/

export function measureFigures(cases: readonly RecognizerCase[]): Figures {
  const tallies = new Map<string, Tally>()
  for (const one of cases) {
    const part = one.blind ? "blind" : "tune"
    add(tallies, `${part} all`, scoreCase(one))
    if (splitModes.test(one.model)) continue
    const outcome = scoreCase(toldPart(one))
    for (const key of [`${part} told`, `${part} told ${familyOf(one.model)}`]) add(tallies, key, outcome)
  }
  const figures: Record<string, number> = {}
  for (const [key, tally] of [...tallies].sort(([a], [b]) => (a < b ? -1 : 1))) {
    figures[`${key}: span F1`] = f1Of(tally.right, tally.found, tally.wanted).f1
    figures[`${key}: value right`] = tally.valued === 0 ? 1 : tally.valueRight / tally.valued
  }
  return figures
}

/** The case without what the contract has no words for. */
export function toldPart(one: RecognizerCase): RecognizerCase {
  const wanted = one.wanted
    .filter(
      ({ start, end, type }) =>
        !unitTypes.test(type) || /\p{N}|\p{L}.*\P{L}/u.test(one.input.slice(start, end)),
    )
    .map((entity) => (isUntold(one, entity) ? { ...entity, values: [] } : entity))
  return { ...one, wanted }
}

/** True of a rhythm, and of "a few", which the set counts as three. */
function isUntold({ input }: RecognizerCase, { start, end, type }: WantedEntity): boolean {
  return type === "set" || /\b(?:few|several)\b/i.test(input.slice(start, end))
}

const unitTypes = /^(?:currency|dimension|temperature|age)$/

function familyOf(model: string): string {
  if (/^(?:Number|Percent)/.test(model)) return "numbers"
  return /^(?:Age|Currency|Dimension|Temperature)/.test(model) ? "units" : "times"
}

function add(tallies: Map<string, Tally>, key: string, outcome: Tally): void {
  const tally = tallies.get(key) ?? { found: 0, wanted: 0, right: 0, valued: 0, valueRight: 0 }
  for (const field of Object.keys(outcome) as (keyof Tally)[]) tally[field] += outcome[field]
  tallies.set(key, tally)
}

export function scoreCase(one: RecognizerCase): Tally {
  const found = entitiesOf(one)
  let right = 0
  let valued = 0
  let valueRight = 0
  for (const wanted of one.wanted) {
    const match = found.find((entity) => entity.start === wanted.start && entity.end === wanted.end)
    if (match === undefined) continue
    right++
    // A part of a day alone is read as that and given no hours.
    if (wanted.values.length === 0 || (match.toDay && match.values.length === 0)) continue
    valued++
    const wants = match.toDay ? wanted.values.map(toDay) : wanted.values
    // A day that no calendar has ("30 February") is the set's year 1 and has no value of ours.
    if (wants[0] === "0001-01-01" && match.values.length === 0) valueRight++
    if (match.values.some((value) => wants.some((want) => sameValue(value, want)))) valueRight++
  }
  return { found: found.length, wanted: one.wanted.length, right, valued, valueRight }
}

function toDay(range: string): string {
  return range.replace(/T[\d:]+/g, "")
}

function sameValue(ours: string, theirs: string): boolean {
  if (ours === theirs) return true
  const [a, b] = [Number(ours), Number(theirs)]
  return ours !== "" && theirs !== "" && Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b))
}

/** What we read of the case's type, in the set's notation. */
export function entitiesOf(one: RecognizerCase): readonly FoundEntity[] {
  const source = { text: one.input, tokens: tokenize(one.input) }
  const numerals = findNumerals(source)
  const { phrases, times } = findTimes(source, numerals, { published: one.today, modified: null })
  if (/^Number/.test(one.model)) return numberEntities(source, numerals)
  const figures = findFigures(source, numerals, phrases)
  if (familyOf(one.model) !== "times") return figures.flatMap((figure) => unitEntity(one.model, figure))
  const wanted = typesOf(one.model)
  const spans = phrases.map((phrase, i) => timeEntity(one, phrase, times[i]!))
  // "In a week" is a time of ours, and a duration where a file marks nothing else.
  const lengths = wanted?.[0] === "duration" ? findFigures(source, numerals, []) : figures
  const durations = lengths
    .filter(({ unit, of }) => of !== "age" && unit !== null && secondsIn[unit] !== undefined)
    .map(({ core, value, unit }) => ({
      ...core,
      type: "duration",
      values: value === null ? [] : [String(value * secondsIn[unit!]!)],
    }))
  return [...spans, ...durations].filter(({ type }) => wanted === null || wanted.includes(type))
}

/** Numbers with their fractions ("one out of three"), each once. */
function numberEntities(source: TokenText, numerals: Numerals): readonly FoundEntity[] {
  const entities: FoundEntity[] = []
  let free = 0
  for (const numeral of numerals.list) {
    if (
      numeral.start < free ||
      numeral.suffix !== "" ||
      (numeral.kind !== "cardinal" && numeral.kind !== "fraction")
    )
      continue
    const { low, last } = amountFrom(source, numerals, numeral)
    entities.push({ start: numeral.start, end: last.end, type: "number", values: [String(low)] })
    free = last.end
  }
  return entities
}

const secondsIn: Readonly<Record<string, number>> = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86400,
  night: 86400,
  weekend: 172800,
  week: 604800,
  fortnight: 1209600,
  month: 2592000,
  quarter: 7776000,
  year: 31536000,
  decade: 315360000,
}

/** The types that a file marks; null: all. */
function typesOf(model: string): readonly string[] | null {
  if (/^(?:DateTimeModel|Merged)/.test(model)) return null
  if (/^DateTimePeriod/.test(model)) return ["datetimerange"]
  if (/^DateTime/.test(model)) return ["datetime"]
  if (/^DatePeriod/.test(model)) return ["daterange"]
  if (/^TimePeriod/.test(model)) return ["timerange"]
  if (/^Time/.test(model)) return ["time"]
  if (/^Set/.test(model)) return ["set"]
  return /^Duration/.test(model) ? ["duration"] : ["date"]
}

function unitEntity(model: string, figure: ReturnType<typeof findFigures>[number]): readonly FoundEntity[] {
  const { unit, of, core, value } = figure
  const isAge = of === "age"
  const wanted = model.startsWith("Age")
    ? isAge
    : model.startsWith("Currency")
      ? /^[A-Z]{3}$/.test(unit ?? "")
      : model.startsWith("Percent")
        ? unit === "%"
        : model.startsWith("Temperature")
          ? /^(?:Cel|\[degF\]|deg)$/.test(unit ?? "")
          : !isAge && isMeasure(unit)
  if (!wanted) return []
  return [
    {
      ...core,
      type: model,
      values: value === null ? [] : [String(value), String(Number((value * 100).toPrecision(12)))],
    },
  ]
}

function isMeasure(unit: string | null): boolean {
  return (
    unit !== null && /^(?:\[|k?m\b|cm|mm|km|kg|g$|t$|mg|L|mL|har|[kMGT]?(?:By|W|J|cal)|V|m2|km2)/.test(unit)
  )
}

function timeEntity(
  one: RecognizerCase,
  phrase: TimePhrase,
  time: { from: string | null; to: string | null },
): FoundEntity {
  const isMerged = typesOf(one.model) === null
  const isOpen = (phrase.from === null) !== (phrase.to === null)
  const named = typeOfPhrase(phrase)
  const type =
    isOpen && isMerged && !named.endsWith("range")
      ? `${named}range`
      : named === "timerange" && /^mid/i.test(cutOf(one, phrase))
        ? "time"
        : named
  const span = spanFor(one, phrase)
  const toDay = /range$/.test(type) && isPart(phrase) && (phrase.from ?? phrase.to)?.clock === null
  return {
    ...span,
    type,
    values: isOpen && isMerged ? openValues(phrase, time) : timeValues(type, phrase, time),
    toDay,
  }
}

function cutOf({ input }: RecognizerCase, { start, end }: Span): string {
  return input.slice(start, end)
}

/** The set prints the first day of what ends a time ("until 2012": 2012-01-01), without it or with it. */
function openValues(
  { from, to }: TimePhrase,
  time: { from: string | null; to: string | null },
): readonly string[] {
  const side = (
    iso: string | null,
    point: TimePoint | null,
    day: (iso: string | null) => string | null,
  ): readonly string[] => {
    if (point === null) return [""]
    if (point.clock === null) return [day(iso) ?? "?"]
    if (point.moment.kind === "clock") return clocksOf(point)
    return clocksOf(point).map((clock) => `${iso?.slice(0, 10)}T${clock}`)
  }
  const ends = [firstDay, dayAfter].flatMap((day) => side(time.to, to, day))
  return side(time.from, from, firstDay).flatMap((first) => ends.map((last) => `${first}..${last}`))
}

function isPart({ from, to }: TimePhrase): boolean {
  return (from ?? to)?.part !== null
}

/** Files of one type mark the time alone, without "since" or "before". */
function spanFor(one: RecognizerCase, phrase: TimePhrase): Span {
  const open = phrase.from === null || phrase.to === null
  const single = typesOf(one.model) !== null
  if (!open || !single) return { start: phrase.start, end: phrase.end }
  const lead = /^\S+\s+/.exec(one.input.slice(phrase.start, phrase.end))
  return { start: phrase.start + (lead?.[0].length ?? 0), end: phrase.end }
}

function typeOfPhrase({ from, to }: TimePhrase): string {
  const points = [from, to].filter((point) => point !== null)
  if (points[0]!.moment.kind === "set") return "set"
  if (from === to && points[0]!.moment.kind === "now") return "datetime"
  const clock = points.some((point) => point.clock !== null)
  const part = points.some((point) => point.part !== null)
  const bare = points.every(({ moment }) => moment.kind === "clock")
  const range = from !== to && from !== null && to !== null
  if (bare && from !== to && !range) return "timerange"
  if (bare) return range ? "timerange" : clock ? "time" : "timerange"
  if (range) return clock ? "datetimerange" : "daterange"
  if (clock) return "datetime"
  if (part) return "datetimerange"
  const { moment, portion } = points[0]!
  if (moment.kind === "unit" && moment.unit === "day" && portion === "later") return "datetimerange"
  if (moment.kind === "stretch" && /^(?:hour|minute|second)$/.test(moment.unit)) return "datetimerange"
  if (moment.kind === "away" && /^(?:hour|minute|second)$/.test(moment.unit)) return "datetime"
  return isDay(moment) || moment.kind === "away" ? "date" : "daterange"
}

function timeValues(
  type: string,
  { from, to }: TimePhrase,
  time: { from: string | null; to: string | null },
): readonly string[] {
  if (type === "time") return clocksOf(from ?? to)
  if (type === "timerange")
    return clocksOf(from).flatMap((first) => clocksOf(to).map((last) => `${first}..${last}`))
  if (type === "date") return time.from === null ? [] : [time.from]
  if (type === "set") return []
  if (type === "datetime") {
    const point = from ?? to
    if (point?.clock == null) return time.from === null ? [] : [time.from]
    const day = (time.from ?? time.to)?.slice(0, 10)
    return day === undefined ? [] : clocksOf(point).map((clock) => `${day}T${clock}`)
  }
  const [first, last] = [time.from?.slice(0, 10) ?? "", time.to?.slice(0, 10) ?? ""]
  if (type === "datetimerange" && (from ?? to)?.clock != null)
    return clocksOf(from).flatMap((a) => clocksOf(to).map((b) => `${first}T${a}..${last}T${b}`))
  // A part of a day is read to its day.
  if (type === "datetimerange") return [`${time.from ?? ""}..${time.to ?? ""}`]
  return [`${firstDay(time.from) ?? ""}..${dayAfter(time.to) ?? ""}`, `${time.from ?? ""}..${time.to ?? ""}`]
}

/** Morning and evening where neither is said. */
function clocksOf(point: TimePoint | null): readonly string[] {
  if (point?.clock == null) return []
  const { hour, minute, certain } = point.clock
  const hours = certain || hour >= 12 ? [hour] : [hour, hour + 12]
  return hours.map((h) => `${String(h).padStart(2, "0")}:${String(minute ?? 0).padStart(2, "0")}`)
}

function firstDay(iso: string | null): string | null {
  return iso === null
    ? null
    : iso.length === 4
      ? `${iso}-01-01`
      : iso.length === 7
        ? `${iso}-01`
        : iso.slice(0, 10)
}

function dayAfter(iso: string | null): string | null {
  if (iso === null) return null
  const [year, month] = iso.split("-").map(Number) as [number, number?]
  if (iso.length === 4) return `${String(year + 1).padStart(4, "0")}-01-01`
  if (iso.length === 7) return month === 12 ? `${year + 1}-01-01` : isoDay(dayNumberOf(year, month! + 1, 1))
  const day = dayNumberIn(iso)
  return day === null ? null : isoDay(day + 1)
}
