import { tableByHash } from "../numerals/words.ts"
import type { WordTable } from "../word-table.ts"
import { feastWords } from "./feasts.ts"

export type TimeUnit =
  | "second"
  | "minute"
  | "hour"
  | "day"
  | "weekend"
  | "week"
  | "month"
  | "quarter"
  | "year"
  | "decade"
  | "century"

/** A word that may stand in a time expression. */
export type TimeWord =
  | { readonly kind: "month"; readonly value: number; readonly short: boolean; readonly doubtful: boolean }
  | { readonly kind: "weekday"; readonly value: number; readonly short: boolean; readonly doubtful: boolean }
  | { readonly kind: "unit"; readonly unit: TimeUnit; readonly plural: boolean }
  | { readonly kind: "day"; readonly offset: number }
  | { readonly kind: "part"; readonly part: DayPart }
  | { readonly kind: "shift"; readonly offset: -1 | 0 | 1; readonly stretch: boolean }
  | { readonly kind: "portion"; readonly portion: Portion }
  | { readonly kind: "season"; readonly season: number }
  | { readonly kind: "clock"; readonly hour: number }
  | { readonly kind: "lead" }
  /** "Mondays". */
  | { readonly kind: "weekdays"; readonly value: number }
  /** "Mornings". */
  | { readonly kind: "parts"; readonly part: DayPart }
  /** "Each", "every". */
  | { readonly kind: "each" }
  /** "Daily", "annually". */
  | { readonly kind: "rhythm" }
  | { readonly kind: "now" }
  /** "Once", "twice", "times": with an article and a unit behind them a rhythm. */
  | { readonly kind: "often" }
  /** "Nineties", by its first year. */
  | { readonly kind: "decade"; readonly year: number }
  /** "Q3", "H1": quarters and halves of a year. */
  | { readonly kind: "quarter"; readonly quarter: number; readonly quarters: 1 | 2 }
  /** "EOD": the end of this unit. */
  | { readonly kind: "end"; readonly unit: TimeUnit }
  /** May begin the name of a feast. */
  | { readonly kind: "feast" }

export type DayPart = "day" | "morning" | "noon" | "afternoon" | "evening" | "night"
export type Portion = "early" | "mid" | "late"

/** The time words of one language, as data. Every key is one token, in lower case. */
export interface TimeWords {
  readonly months: Readonly<Record<string, number>>
  readonly monthsShort: Readonly<Record<string, number>>
  /** Words that are more often something else ("may", "march"): need a number or a preposition beside them. */
  readonly doubtful: readonly string[]
  readonly weekdays: Readonly<Record<string, number>>
  readonly weekdaysShort: Readonly<Record<string, number>>
  readonly units: Readonly<Record<string, TimeUnit>>
  readonly unitPlurals: Readonly<Record<string, TimeUnit>>
  /** Days from today. */
  readonly days: Readonly<Record<string, number>>
  readonly parts: Readonly<Record<string, DayPart>>
  /** "last", "this", "next": `stretch` where a plural may follow ("the past weeks"). */
  readonly shifts: Readonly<Record<string, { readonly offset: -1 | 0 | 1; readonly stretch: boolean }>>
  readonly portions: Readonly<Record<string, Portion>>
  /** 0 winter, 1 spring, 2 summer, 3 autumn. */
  readonly seasons: Readonly<Record<string, number>>
  readonly clocks: Readonly<Record<string, number>>
  readonly weekdayPlurals: Readonly<Record<string, number>>
  readonly partPlurals: Readonly<Record<string, DayPart>>
  readonly each: readonly string[]
  /** Words that say by themselves how often: "daily". */
  readonly rhythms: readonly string[]
  readonly now: readonly string[]
  readonly often: readonly string[]
  readonly quarterCodes: Readonly<Record<string, { readonly quarter: number; readonly quarters: 1 | 2 }>>
  readonly decades: Readonly<Record<string, number>>
  /** Letters that stand for the end of a unit. */
  readonly ends: Readonly<Record<string, TimeUnit>>
  /** Words that may begin an expression and are in no other list. */
  readonly leads: readonly string[]
  /** What stands before a span to say that it is over, in the words of `FactLanguage.english`: "il y a". */
  readonly ago: readonly string[]
  /** "4/3" is 4 March. */
  readonly dayFirst: boolean
  /** True where the names of feasts are read: they are English. */
  readonly feasts: boolean
}

export function timeTable(words: TimeWords): WordTable<TimeWord> {
  const entries: [string, TimeWord][] = []
  const add = <Value>(
    list: Readonly<Record<string, Value>>,
    made: (value: Value, word: string) => TimeWord,
  ): void => {
    for (const [word, value] of Object.entries(list)) entries.push([word, made(value, word)])
  }
  const doubtful = (word: string): boolean => words.doubtful.includes(word)
  add(words.months, (value, word) => ({ kind: "month", value, short: false, doubtful: doubtful(word) }))
  add(words.monthsShort, (value, word) => ({ kind: "month", value, short: true, doubtful: doubtful(word) }))
  add(words.weekdays, (value, word) => ({ kind: "weekday", value, short: false, doubtful: doubtful(word) }))
  add(words.weekdaysShort, (value, word) => ({
    kind: "weekday",
    value,
    short: true,
    doubtful: doubtful(word),
  }))
  add(words.days, (offset) => ({ kind: "day", offset }))
  add(words.parts, (part) => ({ kind: "part", part }))
  add(words.shifts, (shift) => ({ kind: "shift", ...shift }))
  add(words.portions, (portion) => ({ kind: "portion", portion }))
  add(words.seasons, (season) => ({ kind: "season", season }))
  add(words.clocks, (hour) => ({ kind: "clock", hour }))
  add(words.units, (unit) => ({ kind: "unit", unit, plural: false }))
  add(words.unitPlurals, (unit) => ({ kind: "unit", unit, plural: true }))
  add(words.weekdayPlurals, (value) => ({ kind: "weekdays", value }))
  add(words.partPlurals, (part) => ({ kind: "parts", part }))
  add(words.quarterCodes, (code) => ({ kind: "quarter", ...code }))
  add(words.decades, (year) => ({ kind: "decade", year }))
  add(words.ends, (unit) => ({ kind: "end", unit }))
  for (const word of words.each) entries.push([word, { kind: "each" }])
  for (const word of words.rhythms) entries.push([word, { kind: "rhythm" }])
  for (const word of words.often) entries.push([word, { kind: "often" }])
  for (const word of words.now) entries.push([word, { kind: "now" }])
  // "Monday's vote", "this year's budget": the possessive names the same time.
  for (const [word, entry] of [...entries])
    if (!unpossessed.has(entry.kind)) entries.push([`${word}'s`, entry])
  for (const word of words.feasts ? feastWords : []) entries.push([word, { kind: "feast" }])
  for (const word of words.leads) entries.push([word, { kind: "lead" }])
  return tableByHash(entries)
}

const unpossessed: ReadonlySet<TimeWord["kind"]> = new Set([
  "shift",
  "portion",
  "weekdays",
  "parts",
  "each",
  "rhythm",
  "now",
])

const quarterCodes: TimeWords["quarterCodes"] = {
  q1: { quarter: 1, quarters: 1 },
  q2: { quarter: 2, quarters: 1 },
  q3: { quarter: 3, quarters: 1 },
  q4: { quarter: 4, quarters: 1 },
  h1: { quarter: 1, quarters: 2 },
  h2: { quarter: 3, quarters: 2 },
}

/** A language of which nothing is known but digits. */
export const noTimes: TimeWords = {
  months: {},
  monthsShort: {},
  doubtful: [],
  weekdays: {},
  weekdaysShort: {},
  units: {},
  unitPlurals: {},
  days: {},
  parts: {},
  shifts: {},
  portions: {},
  seasons: {},
  clocks: {},
  weekdayPlurals: {},
  partPlurals: {},
  each: [],
  rhythms: [],
  now: [],
  often: [],
  quarterCodes,
  decades: {},
  ends: {},
  leads: [],
  ago: [],
  dayFirst: true,
  feasts: false,
}

export const englishTimes: TimeWords = {
  months: {
    january: 1,
    february: 2,
    march: 3,
    april: 4,
    may: 5,
    june: 6,
    july: 7,
    august: 8,
    september: 9,
    october: 10,
    november: 11,
    december: 12,
  },
  monthsShort: {
    jan: 1,
    feb: 2,
    mar: 3,
    apr: 4,
    jun: 6,
    jul: 7,
    aug: 8,
    sep: 9,
    sept: 9,
    oct: 10,
    nov: 11,
    dec: 12,
  },
  doubtful: [
    "may",
    "march",
    "mar",
    "sat",
    "sun",
    "wed",
    "mon",
    "jan",
    "dec",
    "sep",
    "fri",
    "thu",
    "tue",
    "august",
  ],
  weekdays: { monday: 1, tuesday: 2, wednesday: 3, thursday: 4, friday: 5, saturday: 6, sunday: 7 },
  weekdaysShort: {
    mon: 1,
    tue: 2,
    tues: 2,
    wed: 3,
    weds: 3,
    wedn: 3,
    thu: 4,
    thur: 4,
    thurs: 4,
    fri: 5,
    sat: 6,
    sun: 7,
  },
  units: {
    second: "second",
    minute: "minute",
    hour: "hour",
    day: "day",
    weekend: "weekend",
    week: "week",
    month: "month",
    quarter: "quarter",
    year: "year",
    decade: "decade",
    century: "century",
    min: "minute",
    hr: "hour",
    sec: "second",
  },
  unitPlurals: {
    seconds: "second",
    minutes: "minute",
    hours: "hour",
    days: "day",
    weeks: "week",
    months: "month",
    quarters: "quarter",
    years: "year",
    decades: "decade",
    centuries: "century",
    mins: "minute",
    hrs: "hour",
    secs: "second",
    yrs: "year",
  },
  days: { today: 0, yesterday: -1, tomorrow: 1, tonight: 0, tonite: 0, tmr: 1, tmrw: 1 },
  parts: {
    morning: "morning",
    noon: "noon",
    midday: "noon",
    lunchtime: "noon",
    daytime: "day",
    overnight: "night",
    midmorning: "morning",
    midafternoon: "afternoon",
    afternoon: "afternoon",
    evening: "evening",
    night: "night",
  },
  shifts: {
    last: { offset: -1, stretch: true },
    past: { offset: -1, stretch: true },
    previous: { offset: -1, stretch: true },
    this: { offset: 0, stretch: false },
    current: { offset: 0, stretch: false },
    next: { offset: 1, stretch: true },
    coming: { offset: 1, stretch: true },
    upcoming: { offset: 1, stretch: true },
    following: { offset: 1, stretch: true },
  },
  portions: {
    early: "early",
    mid: "mid",
    middle: "mid",
    late: "late",
    beginning: "early",
    start: "early",
    end: "late",
  },
  seasons: { winter: 0, spring: 1, summer: 2, autumn: 3, fall: 3 },
  clocks: { noon: 12, noonish: 12, midnight: 0 },
  leads: [
    "the",
    "no",
    "on",
    "a",
    "an",
    "in",
    "from",
    "between",
    "since",
    "until",
    "till",
    "before",
    "after",
    "by",
    "at",
    "earlier",
    "later",
    "over",
    "through",
    "during",
    "half",
    "within",
    "for",
    "rest",
    "prior",
    "sooner",
    "starting",
    "ending",
    "as",
    "that",
    "same",
    "few",
    "several",
    "couple",
    "fiscal",
    "financial",
    "calendar",
    "fy",
    "right",
    "my",
    "our",
  ],
  weekdayPlurals: {
    mondays: 1,
    tuesdays: 2,
    wednesdays: 3,
    thursdays: 4,
    fridays: 5,
    saturdays: 6,
    sundays: 7,
  },
  partPlurals: { mornings: "morning", afternoons: "afternoon", evenings: "evening", nights: "night" },
  each: ["each", "every"],
  rhythms:
    "daily weekly biweekly fortnightly monthly bimonthly quarterly yearly annually annual biannually biannual semiannually semiannual hourly nightly everyday weekdays weekends".split(
      " ",
    ),
  now: ["now"],
  often: ["once", "twice", "times", "one"],
  quarterCodes,
  decades: {
    twenties: 1920,
    thirties: 1930,
    forties: 1940,
    fifties: 1950,
    sixties: 1960,
    seventies: 1970,
    eighties: 1980,
    nineties: 1990,
  },
  ends: { eod: "day", eow: "week", eom: "month", eoy: "year" },
  ago: [],
  dayFirst: false,
  feasts: true,
}
