import { numeralAt } from "../numerals/numeral.ts"
import { continuesLine, isHyphen, wordAt } from "../token-text.ts"
import { takeClock, takePart } from "./clock.ts"
import { timeWordAt } from "./date-parts.ts"
import { takeDate } from "./dates.ts"
import type { Clock, Stretch, Taken, TimePoint, TimeSource } from "./phrase.ts"
import { takeClockAfterDay } from "./points.ts"

/**
 * Times that come again: "every day", "each Monday at 4pm", "9am on Mondays", "weekly", "twice a year". The contract
 * has no words for a rhythm, and so they are read as times whose ends are unknown.
 */
export function takeRecurring(source: TimeSource, index: number): Taken<Stretch> | null {
  const set = takeRhythm(source, index)
  if (set !== null) return stretchOf(clockAfter(source, set) ?? set)
  const clock = takeClock(source, index)
  if (clock === null) return null
  const on = wordAt(source, clock.end) === "on" ? clock.end + 1 : clock.end
  const after = continuesLine(source, on) ? takeRhythm(source, on) : null
  return after === null ? null : stretchOf(after)
}

function stretchOf(end: number): Taken<Stretch> {
  const point: TimePoint = { moment: { kind: "set" }, clock: null, part: null, portion: null }
  return { value: { from: point, to: point }, end }
}

function clockAfter(source: TimeSource, end: number): number | null {
  const clock: Taken<Clock> | null = takeClockAfterDay(source, end, true)
  return clock?.end ?? null
}

/** The rhythm at the token, without its clock: the token after it. */
function takeRhythm(source: TimeSource, index: number): number | null {
  const word = timeWordAt(source, index)
  if (word?.kind === "each") return takeEach(source, index + 1)
  if (word?.kind === "rhythm") return isName(source, index) ? null : index + 1
  if (word?.kind === "weekdays") {
    const part = continuesLine(source, index + 1) ? takePart(source, index + 1) : null
    return part?.end ?? index + 1
  }
  if (word?.kind === "weekday") {
    const parts = continuesLine(source, index + 1) ? timeWordAt(source, index + 1) : undefined
    return parts?.kind === "parts" ? index + 2 : null
  }
  if (word?.kind === "parts") {
    const clock = clockAfter(source, index + 1)
    return wordAt(source, index - 1) === "on" || clock !== null ? index + 1 : null
  }
  if (wordAt(source, index) === "on" && timeWordAt(source, index + 1)?.kind === "parts") return index + 2
  return takeOften(source, index) ?? takeNthOfEach(source, index)
}

/** "the first Monday of each month", "the last day of every week". */
function takeNthOfEach(source: TimeSource, index: number): number | null {
  const at = wordAt(source, index) === "the" ? index + 1 : index
  const numeral = numeralAt(source.numerals, at)
  if (numeral?.kind !== "ordinal" && wordAt(source, at) !== "last") return null
  const next = numeral?.kind === "ordinal" ? numeral.tokenEnd : at + 1
  const word = timeWordAt(source, next)
  if ((word?.kind !== "weekday" && word?.kind !== "unit") || !/^(?:of|in)$/.test(wordAt(source, next + 1)))
    return null
  return timeWordAt(source, next + 2)?.kind === "each" ? takeEach(source, next + 3) : null
}

/** "Daily" with a capital within a sentence is a paper's name. */
function isName({ text, tokens }: TimeSource, index: number): boolean {
  const raw = text.slice(tokens.starts[index], tokens.ends[index])
  return index > 0 && /^\p{Lu}/u.test(raw) && !/[.!?\n]/.test(text[tokens.ends[index - 1]! - 1]!)
}

/** Behind "each" or "every": a unit, so many units, a weekday, a month, a season, a part of the day, a date. */
function takeEach(source: TimeSource, index: number): number | null {
  if (!continuesLine(source, index)) return null
  let at = index
  const numeral = numeralAt(source.numerals, at)
  if (numeral !== null) {
    const date = takeDate(source, at)
    if (date !== null) return date.end
    at = numeral.tokenEnd
  } else if (/^(?:other|single|few|couple|business|working)$/.test(wordAt(source, at))) {
    at += wordAt(source, at + 1) === "of" ? 2 : 1
  }
  if (!continuesLine(source, at)) return null
  const word = timeWordAt(source, at)
  if (word?.kind === "rhythm" || wordAt(source, at) === "weekday") return at + 1
  if (word === undefined || !/^(?:unit|weekday|month|part|season|feast)$/.test(word.kind)) return null
  if (word.kind === "feast") return null
  if (word.kind === "month") return takeDate(source, at)?.end ?? null
  const part = word.kind === "weekday" && continuesLine(source, at + 1) ? takePart(source, at + 1) : null
  if (part !== null || word.kind !== "weekday") return part?.end ?? at + 1
  // "Every Monday and Friday".
  const more = /^(?:and|or|,)$/.test(wordAt(source, at + 1)) ? timeWordAt(source, at + 2) : undefined
  return more?.kind === "weekday" ? at + 3 : at + 1
}

/** "Once a week", "three times a day", "twice per year", "one a day". */
function takeOften(source: TimeSource, index: number): number | null {
  const word = wordAt(source, index)
  const numeral = numeralAt(source.numerals, index)
  let at = index + 1
  if (numeral !== null && numeral.kind === "cardinal") {
    const times = wordAt(source, numeral.tokenEnd) === "times"
    if (!times && (numeral.value !== 1 || numeral.written !== "words")) return null
    at = times ? numeral.tokenEnd + 1 : numeral.tokenEnd
  } else if (word !== "once" && word !== "twice") return null
  if (!/^(?:a|an|per|each|every)$/.test(wordAt(source, at)) || !continuesLine(source, at + 1)) return null
  const unit = timeWordAt(source, at + 1)
  const goesOn = at + 2 < source.tokens.count && isHyphen(source.text, source.tokens.starts[at + 2]!)
  return unit?.kind === "unit" && !unit.plural && !goesOn ? at + 2 : null
}
