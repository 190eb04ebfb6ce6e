import type { Span } from "../../base/index.ts"
import type { Figure } from "../../language/index.ts"
import { wordStem } from "../word-weight.ts"

const weekdayName = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/giu

/** The days of the week that a sentence names, but those of telling. Sorted. */
export function weekdaysIn(
  text: string,
  sentence: Span,
  isOfTelling: (span: Span) => boolean,
): readonly string[] {
  const found = new Set<string>()
  for (const match of text.slice(sentence.start, sentence.end).matchAll(weekdayName)) {
    const start = sentence.start + match.index
    if (!isOfTelling({ start, end: start + match[0].length })) found.add(match[0].toLowerCase())
  }
  return [...found].sort()
}

/** "200,000 of the comments": a part of a count that another figure may give whole. */
export function isPartOf(text: string, { start, end }: Span): boolean {
  return partitive.test(text.slice(start, end + partLetters))
}

const partLetters = 10
const partitive =
  /(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|dozen|half|hundred|thousand|million|billion|dozens|scores|hundreds|thousands))\s+of\s+(?:the|those|these|its|their|his|her|our|them)\b/iu

/** "Compared with 55 million a decade ago": a count of another time than the one told of. */
export function isOfAnotherTime(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - besideLetters), start)
  const after = text.slice(end, end + besideLetters)
  return (
    /\b(?:compared (?:with|to)|versus|up from|down from|against)\s+(?:\S+\s+)?$/iu.test(before) ||
    /^[^.;,]*\b(?:ago|earlier)\b/iu.test(after) ||
    /\b(?:last|previous|prior|each|every) (?:year|season|month|week|decade)(?:['’]s)?\b/iu.test(
      before + after,
    )
  )
}

const besideLetters = 40

/** The other figures of a sentence, each as its unit and its value: what a player did beside, in one game. */
export function figuresBeside(figures: readonly Figure[], sentence: Span, own: Span): readonly string[] {
  return figures
    .filter(({ start, end }) => start >= sentence.start && end <= sentence.end && start !== own.start)
    .flatMap(({ unit, value }) =>
      unit === null || value === null ? [] : [`${wordStem(unit.toLowerCase())} ${value}`],
    )
}

/** True where two sentences give figures of one unit beside, and none of these is the same. */
export function tellUnlikeFigures(a: readonly string[], b: readonly string[]): boolean {
  if (a.some((figure) => b.includes(figure))) return false
  const units = new Set(a.map(unitOf))
  return b.some((figure) => units.has(unitOf(figure)))
}

function unitOf(figure: string): string {
  return figure.slice(0, figure.lastIndexOf(" "))
}

/** A count told by a word of size alone: "dozens", "hundreds of". */
export function isVague(printed: string): boolean {
  return (
    /\b(?:dozens|scores|hundreds|thousands|millions|billions|several)\b/iu.test(printed) &&
    !/\d/.test(printed)
  )
}
