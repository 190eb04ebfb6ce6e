import type { Numerals } from "../numerals/numerals.ts"
import { type TokenText, wordAt } from "../token-text.ts"
import type { WordTable } from "../word-table.ts"
import { endsPhrase } from "./away.ts"
import { bareHour } from "./clock.ts"
import { takeFeast } from "./feasts.ts"
import { takeHours } from "./hours.ts"
import { takeOpen, takeOpenBehind } from "./openings.ts"
import {
  pointOf,
  type Stretch,
  type Taken,
  type TimePhrase,
  type TimePoint,
  type TimeSource,
} from "./phrase.ts"
import { takePoint } from "./points.ts"
import { takeRecurring } from "./recurring.ts"
import { takeRange, takeWithin } from "./stretches.ts"
import { tenseNear } from "./tense.ts"
import { isTold } from "./told.ts"
import { englishTimes, type TimeWord, type TimeWords, timeTable } from "./words.ts"
import { yearInPlace } from "./years.ts"

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
    const read = places[index] === 1 ? takePhrase(source, index) : null
    const taken =
      read !== null && isTold(source, index, read) ? read : takeMovedTo(source, index, found.at(-1))
    if (taken === null) {
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
const leadReach = 4

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
    tense: tenseOf(source, index, taken),
  }
}

/** "Has until Friday" looks ahead, as what one has to do by then does. */
function tenseOf(source: TimeSource, index: number, { value, end }: Taken<Stretch>): TimePhrase["tense"] {
  const isDue = value.from === null && /^(?:has|have|until|due)$/.test(wordAt(source, index - 1))
  return isDue ? "future" : tenseNear(source, index, end)
}

function takePhrase(source: TimeSource, index: number): Taken<Stretch> | null {
  return (
    takeRecurring(source, index) ??
    takeOpen(source, index) ??
    takeHours(source, index) ??
    takeRange(source, index) ??
    takeWithin(source, index) ??
    takeOpenBehind(source, index) ??
    takeSingle(source, index)
  )
}

const moves = /^(?:change|move|shift|push|bring|reschedule|postpone|delay|switch)(?:s|d|ed|ing)?$/

/** "change the 10 am appointment to eleven": a bare number is the hour to which a time before it is moved. */
function takeMovedTo(source: TimeSource, index: number, last: TimePhrase | undefined): Taken<Stretch> | null {
  if (last?.from?.clock == null || wordAt(source, index - 1) !== "to" || index - last.tokenEnd > movedReach)
    return null
  const hour = bareHour(source, index)
  if (hour === null || !endsPhrase(source, hour.end)) return null
  let at = last.tokenStart - 1
  while (at >= last.tokenStart - movedReach && !moves.test(wordAt(source, at))) at--
  if (at < last.tokenStart - movedReach) return null
  const point: TimePoint = { ...pointOf({ kind: "clock" }), clock: hour.value }
  return { value: { from: point, to: point }, end: hour.end }
}

const movedReach = 5

function takeSingle(source: TimeSource, index: number): Taken<Stretch> | null {
  const point = takePoint(source, index) ?? yearInPlace(source, index)
  return point === null ? null : { value: { from: point.value, to: point.value }, end: point.end }
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
