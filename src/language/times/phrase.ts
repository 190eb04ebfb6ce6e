import type { Span } from "../../base/index.ts"
import type { Numerals } from "../numerals/numeral.ts"
import type { TokenText } from "../token-text.ts"
import type { WordTable } from "../word-table.ts"
import type { Feast } from "./feasts.ts"
import type { DayPart, Portion, TimeUnit, TimeWord, TimeWords } from "./words.ts"

/** A time as it is said, before anything is known of the day it is said on. */
export interface TimePhrase extends Span {
  /** The tokens it covers: [tokenStart, tokenEnd). */
  readonly tokenStart: number
  readonly tokenEnd: number
  /** Null on one side: open there ("since June", "by Friday"). Both equal for a single point. */
  readonly from: TimePoint | null
  readonly to: TimePoint | null
  /** "Before" ends, and "after" begins, outside what it names. */
  readonly exclusive: boolean
  /** What the verbs near it say of a day named without its year or week; null: nothing. */
  readonly tense: "past" | "future" | null
}

export interface TimePoint {
  readonly moment: Moment
  /** Null: none is said. */
  readonly clock: Clock | null
  readonly part: DayPart | null
  /** "Early", "late"; "earlier" and "later" bound the unit by the day of reference. */
  readonly portion: Portion | "earlier" | "later" | null
}

export interface Clock {
  /** 0 to 24. */
  readonly hour: number
  /** Null where only the hour is said. */
  readonly minute: number | null
  /** False when morning and evening are both possible. */
  readonly certain: boolean
}

export type Moment =
  /** What is null is not said. `month` 1 to 12, `weekday` 1 (Monday) to 7. At least one is given. */
  | {
      readonly kind: "date"
      readonly year: number | null
      readonly month: number | null
      readonly day: number | null
      readonly weekday: number | null
      /** Years from the one of reference, where that is said in the year's place: "January 1 this year". */
      readonly yearsOn?: number
    }
  /** Days from the day of reference. */
  | { readonly kind: "day"; readonly offset: number }
  /** `weeks`: of the last, this or next week; null: not said. `exact`: the week is said, not only "last" or "next". */
  | {
      readonly kind: "weekday"
      readonly weekday: number
      readonly weeks: number | null
      readonly exact: boolean
    }
  /** A unit of the calendar: "last week", "this month". */
  | { readonly kind: "unit"; readonly unit: TimeUnit; readonly offset: number }
  /** A month or season by its name and a shift: "last June", "this summer". */
  | {
      readonly kind: "named"
      readonly month: number | null
      readonly season: number | null
      readonly offset: number | null
      readonly year: number | null
    }
  /** So many units up to the day of reference, or from it on: "the past two weeks". `count` null: "the past weeks". */
  | {
      readonly kind: "stretch"
      readonly unit: TimeUnit
      readonly count: number | null
      readonly direction: -1 | 1
    }
  /** So many units from the day of reference, or from a time told before: "two days ago", "a week later". */
  | {
      readonly kind: "away"
      readonly unit: TimeUnit
      readonly count: number
      readonly base: "reference" | "text"
    }
  /** So many units after a moment, before it below 0: "three days before Christmas". */
  | { readonly kind: "beside"; readonly unit: TimeUnit; readonly count: number; readonly of: Moment }
  /** `quarter` counts from 1; 0 is the one of reference. `quarters`: 2 for the half of a year. */
  | {
      readonly kind: "quarter"
      readonly quarter: number
      readonly quarters: 1 | 2
      readonly year: number | null
      readonly offset: number | null
    }
  /** [year, year + years): "the 1990s", "the 19th century". */
  | { readonly kind: "years"; readonly year: number; readonly years: number }
  /** "20th of next month". */
  | { readonly kind: "day-of-month"; readonly day: number; readonly offset: number }
  /** "The first Monday in September", "the last week of June": `nth` from 1; -1 is the last. `weekday` null: the week. */
  | {
      readonly kind: "nth"
      readonly nth: number
      readonly weekday: number | null
      readonly month: number | null
      readonly year: number | null
      /** Months from the one of reference, where no month is named. */
      readonly offset: number | null
    }
  /** "Christmas", "Easter 2017"; `offset`: years from the one of reference. */
  | {
      readonly kind: "feast"
      readonly feast: Feast
      readonly year: number | null
      readonly offset: number | null
    }
  /** The `count`th such weekday from the day of reference: "two Sundays from now"; below 0 back from it. */
  | { readonly kind: "weekday-count"; readonly weekday: number; readonly count: number }
  /** Units within a longer one: "the first week of 2019", "the last three months of the year". `nth` as in "nth". */
  | {
      readonly kind: "slice"
      readonly nth: number
      readonly count: number
      readonly unit: TimeUnit
      readonly of: Moment
    }
  /** A week by its number in ISO 8601; `year` null: the one of reference. */
  | { readonly kind: "week"; readonly week: number; readonly year: number | null }
  /** The day and minute of reference. */
  | { readonly kind: "now" }
  /** Again and again: "every day", "Mondays at nine". No interval says when. */
  | { readonly kind: "set" }
  /** The week in which the date falls. */
  | { readonly kind: "week-of"; readonly of: Moment }
  /** Only a time of day. */
  | { readonly kind: "clock" }

/** What the readers of time phrases walk over. */
export interface TimeSource extends TokenText {
  readonly numerals: Numerals
  readonly table: WordTable<TimeWord>
  readonly timeWords: TimeWords
  /** The points already looked for, by the token: several readers ask for the same one. */
  readonly points: Map<number, Taken<TimePoint> | null>
}

/** Something read from the token asked for, up to `end`. */
export interface Taken<Value> {
  readonly value: Value
  /** The token after the last one read. */
  readonly end: number
}

export function pointOf(moment: Moment): TimePoint {
  return { moment, clock: null, part: null, portion: null }
}

/** A phrase's two ends while it is read. */
export interface Stretch {
  readonly from: TimePoint | null
  readonly to: TimePoint | null
  readonly exclusive?: boolean
}
