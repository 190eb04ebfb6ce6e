import { type Span, spanContains } from "../../base/index.ts"
import type { Quotation, TimeExpression } from "../analysis.ts"
import type { Numerals } from "../numerals/numeral.ts"
import { type TokenText, wordAt } from "../token-text.ts"
import { type DayNumber, dayNumberIn } from "./calendar.ts"
import type { DayRange } from "./day-range.ts"
import type { TimePhrase } from "./phrase.ts"
import { findTimePhrases } from "./phrases.ts"
import { resolvePhrase } from "./resolve.ts"
import { englishTimes, type TimeWords } from "./words.ts"

/** What is known of the day on which a report was written. ISO 8601 or null. */
export interface WritingDay {
  readonly published: string | null
  readonly modified: string | null
  /** Words that were added on a later day. Absent: none. */
  readonly added?: readonly AddedWords[]
}

/** Words that a page was given after its first publication; of several that hold a word, the last counts. */
export interface AddedWords extends Span {
  /** ISO 8601 day, or null when it lies too open for a weekday to name one. */
  readonly day: string | null
}

export interface FoundTimes {
  readonly phrases: readonly TimePhrase[]
  /** One for each phrase, in the same order. */
  readonly times: readonly TimeExpression[]
  readonly day: DayNumber | null
}

/** All times of a text, resolved against the day of writing; inside quotations see `anchorInQuotations`. */
export function findTimes(
  source: TokenText,
  numerals: Numerals,
  writing: WritingDay,
  words: TimeWords = englishTimes,
): FoundTimes {
  const phrases = findTimePhrases(source, numerals, words)
  const day = dayOfWriting(source, phrases, writing)
  const minute = minuteIn(writing.published, day)
  let told: DayRange | null = null
  let toldUnit: DayRange | null = null
  const times = phrases.map((phrase): TimeExpression => {
    const added = writing.added?.findLast((words) => spanContains(words, phrase))
    const reference = added === undefined ? { day, minute } : { day: dayNumberIn(added.day), minute: null }
    const { from, to, anchor, days } = resolvePhrase(phrase, { ...reference, told, toldUnit })
    if (days !== null && phrase.from === phrase.to) toldUnit = days
    if (days !== null && days.precision === "day" && days.first === days.last) told = days
    return { start: phrase.start, end: phrase.end, from, to, anchor }
  })
  return { phrases, times, day }
}

/** True for "now" and "right now": read, and dating nothing, since a report means by them no day in particular. */
export function tellsNow(text: string, { start, end }: Span): boolean {
  return /^(?:right )?now$/i.test(text.slice(start, end))
}

/**
 * Times inside quotations belong to the utterance: what leans on a day of reference is resolved against the day that
 * the tag gives (`Quotation.when`), and is unknown without one. Times outside stay the same objects.
 */
export function anchorInQuotations(
  found: FoundTimes,
  quotations: readonly Quotation[],
): readonly TimeExpression[] {
  const parts = quotations
    .filter(({ form, speech }) => speech && form !== "indirect")
    .flatMap(({ parts: spans, when }) => spans.map((span) => ({ span, when })))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  let next = 0
  return found.times.map((time, index) => {
    while (next < parts.length && parts[next]!.span.end <= time.start) next++
    const part = parts[next]
    if (part === undefined || part.span.start > time.start || time.anchor === "absolute") return time
    const day = part.when !== null && part.when.from === part.when.to ? dayNumberIn(part.when.from) : null
    const { from, to } = resolvePhrase(found.phrases[index]!, {
      day,
      minute: null,
      told: null,
      toldUnit: null,
    })
    return { start: time.start, end: time.end, from, to, anchor: "utterance" }
  })
}

/** The minute at which a page was published, where it says one and was written on that day. */
function minuteIn(published: string | null, day: DayNumber | null): number | null {
  const match = day !== null && dayNumberIn(published) === day ? /T(\d\d):(\d\d)/.exec(published!) : null
  return match ? Number(match[1]) * 60 + Number(match[2]) : null
}

/**
 * The day that "today" means: the publication, unless the page or its own note ("updated on Wednesday") says that it
 * was rewritten within the week after.
 */
function dayOfWriting(
  source: TokenText,
  phrases: readonly TimePhrase[],
  { published, modified }: WritingDay,
): DayNumber | null {
  const first = dayNumberIn(published) ?? dayNumberIn(modified)
  if (first === null) return null
  const changed = dayNumberIn(modified) ?? first
  let latest = changed > first && changed <= first + 6 ? changed : first
  for (const phrase of phrases) {
    if (!followsUpdate(source, phrase)) continue
    const ahead: TimePhrase = { ...phrase, tense: "future" }
    const days = resolvePhrase(ahead, { day: first, minute: null, told: null, toldUnit: null }).days
    if (days !== null && days.first === days.last && days.first > latest && days.first <= first + 6)
      latest = days.first
  }
  return latest
}

/** "was updated on Wednesday", "Updated Wednesday": said by the page of itself, in a line that speaks of an update. */
function followsUpdate(source: TokenText, phrase: Span & { readonly tokenStart: number }): boolean {
  const before = wordAt(source, phrase.tokenStart - 1)
  const verb = before === "on" || before === ":" ? wordAt(source, phrase.tokenStart - 2) : before
  if (verb !== "updated" && verb !== "modified" && verb !== "revised") return false
  const near = source.text.slice(Math.max(0, phrase.start - 200), phrase.start)
  return /\b(?:article|story|report|post|update|updated|page|version)\b/i.test(
    near.slice(near.lastIndexOf("\n") + 1),
  )
}
