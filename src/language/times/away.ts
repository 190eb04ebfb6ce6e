import { numeralAt } from "../numerals/numeral.ts"
import { continuesLine, wordAt } from "../token-text.ts"
import { timeWordAt } from "./date-parts.ts"
import { takeDate } from "./dates.ts"
import type { Moment, Taken, TimeSource } from "./phrase.ts"
import { takeFeast } from "./take-feast.ts"
import { tenseNear } from "./tense.ts"
import type { TimeUnit } from "./words.ts"

/** True where nothing counted follows: at a mark, a preposition or the line's end. */
export function endsPhrase(source: TimeSource, index: number): boolean {
  if (!continuesLine(source, index)) return true
  const word = wordAt(source, index)
  return /^(?:[.,;:!?)"”’]|on|for|to|and|or|until|till|with|in|but|from)$/.test(word)
}

/** "il y a trois jours", "vor drei Tagen", "hace tres días": said before the span. */
export function takeAgo(source: TimeSource, index: number): Taken<Moment> | null {
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

/**
 * "two days ago", "a week later", "three months earlier", "two weeks from now", "in a year and a half", "a few days
 * ago", "three days before Christmas".
 */
export function takeCounted(source: TimeSource, index: number): Taken<Moment> | null {
  const lead = wordAt(source, index)
  const about = /^(?:in|about|around|nearly|almost|roughly|some|over|only|just)$/.test(lead)
    ? index + 1
    : index
  const counted = takeCount(source, about)
  if (counted === null || !continuesLine(source, counted.end)) return null
  const unit = timeWordAt(source, counted.end)
  if (unit?.kind !== "unit") return null
  let { value: count, end } = { value: counted.value, end: counted.end + 1 }
  if (/^and (?:an? )?half$/.test(wordsFrom(source, end, 3)) || /^and half/.test(wordsFrom(source, end, 2))) {
    count = count === null ? null : count + 0.5
    end += wordAt(source, end + 1) === "half" ? 2 : 3
  }
  return awayBy(source, index, end, unit.unit, count)
}

function wordsFrom(source: TimeSource, index: number, count: number): string {
  return Array.from({ length: count }, (_, i) => wordAt(source, index + i)).join(" ")
}

/** A number, an article, "half a", "a few", "a couple of"; null is a number not told. */
function takeCount(source: TimeSource, index: number): Taken<number | null> | null {
  const numeral = numeralAt(source.numerals, index)
  if (numeral !== null) {
    if (numeral.kind === "ordinal") return null
    const half = numeral.kind === "fraction" && /^an?$/.test(wordAt(source, numeral.tokenEnd))
    return { value: numeral.value, end: half ? numeral.tokenEnd + 1 : numeral.tokenEnd }
  }
  const article = /^an?$/.test(wordAt(source, index))
  const at = article ? index + 1 : index
  const word = wordAt(source, at)
  if (word === "couple") return { value: 2, end: wordAt(source, at + 1) === "of" ? at + 2 : at + 1 }
  if (word === "few" || word === "several") return { value: null, end: at + 1 }
  return article ? { value: 1, end: at } : null
}

function awayBy(
  source: TimeSource,
  first: number,
  at: number,
  unit: TimeUnit,
  count: number | null,
): Taken<Moment> | null {
  const away = (sign: number, base: "reference" | "text", end: number): Taken<Moment> => ({
    value:
      count === null
        ? { kind: "stretch", unit, count: null, direction: sign < 0 ? -1 : 1 }
        : { kind: "away", unit, count: sign * count, base },
    end,
  })
  if (wordAt(source, first) === "in")
    return tenseNear(source, first, at) !== "past" && endsPhrase(source, at) ? away(1, "reference", at) : null
  if (!continuesLine(source, at)) return null
  const word = wordAt(source, at)
  if (word === "ago") return away(-1, "reference", at + 1)
  if (word === "earlier" || word === "before" || word === "prior") {
    // "Two days before the vote" hangs on something that no calendar holds.
    const beside = word === "before" ? takeBeside(source, at + 1, unit, count === null ? null : -count) : null
    if (beside !== null) return beside
    return word === "earlier" || endsPhrase(source, at + 1) ? away(-1, "text", at + 1) : null
  }
  if (word === "later") return away(1, "text", at + 1)
  if (word === "hence") return away(1, "reference", at + 1)
  if (word === "from" && /^(?:now|today)$/.test(wordAt(source, at + 1))) return away(1, "reference", at + 2)
  if (word === "from" || word === "after") return takeBeside(source, at + 1, unit, count)
  return null
}

/** "three days before Christmas", "two days from tomorrow", "a week after 3 May": so far from a day named. */
function takeBeside(
  source: TimeSource,
  index: number,
  unit: TimeUnit,
  count: number | null,
): Taken<Moment> | null {
  if (count === null || !besideUnits.has(unit) || !continuesLine(source, index)) return null
  const of = takeNamedDay(source, index)
  return of === null ? null : { value: { kind: "beside", unit, count, of: of.value }, end: of.end }
}

const besideUnits: ReadonlySet<TimeUnit> = new Set(["day", "week", "month", "year"])

function takeNamedDay(source: TimeSource, index: number): Taken<Moment> | null {
  const word = timeWordAt(source, index)
  if (word?.kind === "day") return { value: { kind: "day", offset: word.offset }, end: index + 1 }
  const shifted = word?.kind === "shift" ? timeWordAt(source, index + 1) : undefined
  if (word?.kind === "shift" && shifted?.kind === "weekday")
    return {
      value: { kind: "weekday", weekday: shifted.value, weeks: word.offset, exact: false },
      end: index + 2,
    }
  if (word?.kind === "weekday")
    return { value: { kind: "weekday", weekday: word.value, weeks: null, exact: false }, end: index + 1 }
  const date = takeDate(source, index)
  return takeFeast(source, index) ?? (date !== null && date.value.day !== null ? date : null)
}
