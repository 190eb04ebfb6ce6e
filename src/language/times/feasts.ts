import { numeralAt } from "../numerals/numerals.ts"
import { continuesLine, wordAt } from "../token-text.ts"
import { takeYear, timeWordAt } from "./dates.ts"
import type { Moment, Taken, TimeSource } from "./phrase.ts"

/** A day of every year: by its date, by its weekday in a month (`nth` -1: the last) and days from it, or by days from Easter. */
export type Feast =
  | { readonly on: "date"; readonly month: number; readonly day: number }
  | {
      readonly on: "weekday"
      readonly month: number
      readonly nth: number
      readonly weekday: number
      readonly offset: number
    }
  | { readonly on: "easter"; readonly offset: number }

const date = (month: number, day: number): Feast => ({ on: "date", month, day })
const weekday = (month: number, nth: number, day: number, offset = 0): Feast => ({
  on: "weekday",
  month,
  nth,
  weekday: day,
  offset,
})

/** By their words. Where countries differ, as most printed English means them. */
const feasts: readonly (readonly [words: string, feast: Feast])[] = [
  ["christmas eve", date(12, 24)],
  ["christmas day", date(12, 25)],
  ["christmas", date(12, 25)],
  ["boxing day", date(12, 26)],
  ["new year's eve", date(12, 31)],
  ["new year's day", date(1, 1)],
  ["new years eve", date(12, 31)],
  ["new years day", date(1, 1)],
  ["new year's", date(1, 1)],
  ["halloween", date(10, 31)],
  ["valentine's day", date(2, 14)],
  ["st patrick's day", date(3, 17)],
  ["may day", date(5, 1)],
  ["independence day", date(7, 4)],
  ["fourth of july", date(7, 4)],
  ["bastille day", date(7, 14)],
  ["veterans day", date(11, 11)],
  ["armistice day", date(11, 11)],
  ["groundhog day", date(2, 2)],
  ["april fools day", date(4, 1)],
  ["april fools' day", date(4, 1)],
  ["thanksgiving day", weekday(11, 4, 4)],
  ["thanks giving day", weekday(11, 4, 4)],
  ["thanksgiving", weekday(11, 4, 4)],
  ["black friday", weekday(11, 4, 4, 1)],
  ["cyber monday", weekday(11, 4, 4, 4)],
  ["mlk day", weekday(1, 3, 1)],
  ["labor day", weekday(9, 1, 1)],
  ["memorial day", weekday(5, -1, 1)],
  ["columbus day", weekday(10, 2, 1)],
  ["martin luther king day", weekday(1, 3, 1)],
  ["mother's day", weekday(5, 2, 7)],
  ["father's day", weekday(6, 3, 7)],
  ["easter sunday", { on: "easter", offset: 0 }],
  ["easter monday", { on: "easter", offset: 1 }],
  ["good friday", { on: "easter", offset: -2 }],
  ["ash wednesday", { on: "easter", offset: -46 }],
  ["easter", { on: "easter", offset: 0 }],
]

const byFirstWord = new Map<string, (readonly [words: readonly string[], feast: Feast])[]>()
for (const [phrase, feast] of feasts) {
  const words = phrase.split(" ")
  const list = byFirstWord.get(words[0]!) ?? []
  list.push([words, feast])
  byFirstWord.set(words[0]!, list)
}

/** The first words of feasts: they begin a time phrase. */
export const feastWords: readonly string[] = [...byFirstWord.keys()]

/** A feast at the token, with its year where one is said: "Christmas Day 2017", "Easter of next year". */
export function takeFeast(source: TimeSource, index: number): Taken<Moment> | null {
  const candidates = byFirstWord.get(wordAt(source, index))
  if (candidates === undefined) return null
  for (const [words, feast] of candidates) {
    if (
      !words.every(
        (word, i) => wordAt(source, index + i) === word && (i === 0 || continuesLine(source, index + i)),
      )
    )
      continue
    // "fourth of july" is an ordinal first.
    if (words[0] === "fourth" && numeralAt(source.numerals, index) === null) continue
    return withYear(source, feast, index + words.length)
  }
  return null
}

function withYear(source: TimeSource, feast: Feast, end: number): Taken<Moment> {
  const at = /^(?:of|in|,)$/.test(wordAt(source, end)) ? end + 1 : end
  const bare: Taken<Moment> = { value: { kind: "feast", feast, year: null, offset: null }, end }
  if (!continuesLine(source, at)) return bare
  const year = takeYear(source, at)
  if (year !== null) return { value: { kind: "feast", feast, year: year.value, offset: null }, end: year.end }
  const shift = timeWordAt(source, at)
  const unit = timeWordAt(source, at + 1)
  if (shift?.kind === "shift" && unit?.kind === "unit" && unit.unit === "year" && !unit.plural)
    return { value: { kind: "feast", feast, year: null, offset: shift.offset }, end: at + 2 }
  return bare
}
