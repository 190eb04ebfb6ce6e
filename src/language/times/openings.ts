import { continuesLine, wordAt } from "../token-text.ts"
import { pointOf, type Stretch, type Taken, type TimeSource } from "./phrase.ts"
import { takePoint } from "./points.ts"
import { takeYearAlone } from "./year-phrases.ts"
import { yearInPlace } from "./years.ts"

/** "since June", "by Friday", "before 2018". A possessive ("after Monday's vote") is a point. */
export function takeOpen(source: TimeSource, index: number): Taken<Stretch> | null {
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
    ["as soon as", "from", false],
    ["no earlier than", "from", false],
    ["not earlier than", "from", false],
    ["no sooner than", "from", false],
    ["starting with", "from", false],
    ["after or on", "from", false],
    ["after or in", "from", false],
    ["on or later than", "from", false],
    ["at or before", "to", false],
    ["before or on", "to", false],
    ["not later than", "to", false],
    ["in advance of", "to", true],
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
    if (words.every((word, i) => wordAt(source, index + i) === word)) {
      const end = index + words.length
      // "Antes de 2035", "después del lunes".
      return { value: opening, end: source.english && wordAt(source, end) === "of" ? end + 1 : end }
    }
  return null
}

/** "2016 or later", "3/4/2016 or before", "1990 onwards": what opens a time stands behind it. */
export function takeOpenBehind(source: TimeSource, index: number): Taken<Stretch> | null {
  const year = takeYearAlone(source, index)
  const point = takePoint(source, index) ?? (year === null ? null : { ...year, value: pointOf(year.value) })
  if (point === null || !continuesLine(source, point.end)) return null
  const { value } = point
  const first = wordAt(source, point.end)
  if (/^onwards?$/.test(first)) return { value: { from: value, to: null }, end: point.end + 1 }
  if (first !== "or" && first !== "and") return null
  const side = openingsBehind[wordAt(source, point.end + 1)]
  const goesOn = /^(?:than|the|an?|on|in|\d.*)$/.test(wordAt(source, point.end + 2))
  if (side === undefined || (goesOn && continuesLine(source, point.end + 2))) return null
  const open = side === "from" ? { from: value, to: null } : { from: null, to: value }
  return { value: open, end: point.end + 2 }
}

const openingsBehind: Readonly<Record<string, "from" | "to">> = {
  later: "from",
  after: "from",
  onwards: "from",
  onward: "from",
  beyond: "from",
  newer: "from",
  earlier: "to",
  before: "to",
  prior: "to",
  older: "to",
}
