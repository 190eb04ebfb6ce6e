import { continuesLine, touches, wordAt } from "../token-text.ts"
import { takeYear, timeWordAt } from "./date-parts.ts"
import { byFirstWord, type Feast } from "./feasts.ts"
import type { Moment, Taken, TimeSource } from "./phrase.ts"

/** A feast at the token, with its year where one is said: "Christmas Day 2017", "Easter of next year". */
export function takeFeast(source: TimeSource, index: number): Taken<Moment> | null {
  const candidates = byFirstWord.get(wordAt(source, index))
  if (candidates === undefined) return null
  for (const [words, feast] of candidates) {
    const end = endOfWords(source, index, words)
    if (end !== null) return withYear(source, feast, end)
  }
  return null
}

/** The token after the words, which stand on one line; a point behind "St" and an apostrophe at the end are passed. */
function endOfWords(source: TimeSource, index: number, words: readonly string[]): number | null {
  let at = index
  for (const [i, word] of words.entries()) {
    if (wordAt(source, at) !== word || (i > 0 && !continuesLine(source, at))) return null
    at++
    if (/^(?:st|jr)$/.test(word) && wordAt(source, at) === "." && touches(source, at)) at++
    if (/^['’]$/.test(wordAt(source, at)) && touches(source, at) && i < words.length - 1) at++
  }
  return at
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
