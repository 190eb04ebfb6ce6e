import { type DayRange, dayRange, daysApart } from "./published-days.ts"
import { type ReportTerms, wordAt } from "./report-terms.ts"
import type { TermSpace, VectorSum } from "./term-space.ts"

/** Words shown of those shared. */
const wordsShown = 6

/** "12 rare words: ferry, harbour, …" of `count` words, of which the first are given; null where there are none. */
export function rareWordsText(count: number, words: readonly string[]): string | null {
  if (count === 0) return null
  const shown = words.slice(0, wordsShown).join(", ")
  return `${count} rare ${count === 1 ? "word" : "words"}: ${shown}${count > wordsShown ? ", …" : ""}`
}

/** "within 2 days", "on one day". */
export function daysText(days: number): string {
  return days === 0 ? "on one day" : `within ${days} ${days === 1 ? "day" : "days"}`
}

/** "Mara Quill, Odo Brand and 3 more", or null where there are none. */
export function listText(names: readonly string[], shownMax: number): string | null {
  if (names.length === 0) return null
  if (names.length > shownMax)
    return `${names.slice(0, shownMax).join(", ")} and ${names.length - shownMax} more`
  return names.length === 1 ? names[0]! : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`
}

/** Why a report was put with the `story` that came before it: the words and names they share, and the time between. */
export function placementReasons(
  report: { readonly title: string | null; readonly text: string },
  terms: ReportTerms,
  day: number | null,
  story: { readonly sum: VectorSum; readonly days: DayRange },
  space: TermSpace,
): readonly string[] {
  const words: number[] = []
  const names: number[] = []
  for (let i = 0; i < terms.terms.length; i++) {
    const term = terms.terms[i]!
    if (story.sum.weights.has(term) && space.isTelling(term)) (terms.named[i] === 1 ? names : words).push(i)
  }
  const reasons: string[] = []
  const shown = [...names, ...words].slice(0, wordsShown)
  const shared = rareWordsText(
    names.length + words.length,
    shown.map((i) => wordAt(report.title, report.text, terms.firsts[i]!)),
  )
  if (shared !== null) reasons.push(`shares ${shared}`)
  const apart = daysApart(dayRange([day]), story.days)
  if (apart !== null) reasons.push(`published ${daysText(apart)} of it`)
  return reasons.length > 0 ? reasons : ["its words are those of the story"]
}
