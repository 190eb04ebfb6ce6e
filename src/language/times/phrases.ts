import type { Numerals } from "../numerals/numeral.ts"
import { continuesLine, type TokenText, wordAt } from "../token-text.ts"
import type { WordTable } from "../word-table.ts"
import { endsPhrase } from "./away.ts"
import { bareHour } from "./clock.ts"
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
import { takeFeast } from "./take-feast.ts"
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
    const read = places[index] === 0 ? null : takePhrase(source, index, places[index] === rhythmic)
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
  let core = tokens.count + rhythmReach + 1
  let soft = core
  let rhythm = core
  for (let index = tokens.count - 1; index >= 0; index--) {
    const kind = table.get(tokens.hashes[index]!)?.kind
    if (kind !== undefined && rhythmKinds.has(kind)) rhythm = index
    const place = rhythm - index <= rhythmReach ? rhythmic : plainPlace
    if (numerals.startingAt[index]! >= 0) {
      if (place === plainPlace && countsThings(source, index)) continue
      core = index
      soft = index
      places[index] = place
      continue
    }
    if (kind === undefined) continue
    if (kind === "lead" || kind === "often") places[index] = soft - index <= leadReach ? place : 0
    else if (kind === "shift" || kind === "portion") {
      if (core - index > shiftReach) continue
      soft = index
      places[index] = place
    } else if (kind !== "feast" || takeFeast(source, index) !== null) {
      core = index
      soft = index
      places[index] = place
    }
  }
  return places
}

/**
 * "30 people", "2.4 million voters": a number that is no year, right before a word that neither names a time nor joins
 * one to a number. It is looked at no further, which saves most of the cost of a page with figures.
 */
function countsThings(source: TimeSource, index: number): boolean {
  const { tokens, table, numerals } = source
  const { kind, suffix, plain, written, start, end, value, tokenEnd } =
    numerals.list[numerals.startingAt[index]!]!
  if (source.english || kind !== "cardinal" || suffix !== "" || tokenEnd >= tokens.count) return false
  if ((plain && end - start === 4) || (value >= 1900 && value < 2100)) return false
  // "14.05.2031" is one token, of which the first two fields are the number.
  if (written === "digits" && !plain && tokenEnd === index + 1) return false
  return (
    end === tokens.ends[tokenEnd - 1] &&
    tokens.kinds[tokenEnd] === 0 &&
    numerals.startingAt[tokenEnd]! < 0 &&
    !table.has(tokens.hashes[tokenEnd]!) &&
    !numberLinks.has(wordAt(source, tokenEnd)) &&
    continuesLine(source, tokenEnd)
  )
}

/** Words behind a number with which it may still be an hour, a day or the beginning of a range. */
const numberLinks: ReadonlySet<string> = new Set(
  "a am a.m p pm p.m m h hrs ish o'clock oclock past to before after till until through thru in at on of for and or but".split(
    " ",
  ),
)

const plainPlace = 1
/** A phrase may begin here, and a word of rhythm stands close by: only then is one looked for. */
const rhythmic = 2
const rhythmReach = 8
const rhythmKinds: ReadonlySet<TimeWord["kind"]> = new Set(["each", "rhythm", "weekdays", "parts", "often"])

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

function takePhrase(source: TimeSource, index: number, isRhythmic: boolean): Taken<Stretch> | null {
  return (
    (isRhythmic ? takeRecurring(source, index) : null) ??
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
  if (last === undefined || index - last.tokenEnd > movedReach || last.from?.clock == null) return null
  if (wordAt(source, index - 1) !== "to") return null
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
