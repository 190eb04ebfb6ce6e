import { type Span, spanContains } from "../../base/index.ts"
import { type CollatedReport, sentenceAt } from "../utterances.ts"
import { wordStem } from "../word-weight.ts"
import { clauseAround } from "./claims.ts"
import { figuresBeside, isOfAnotherTime, isPartOf, tellUnlikeFigures, weekdaysIn } from "./setting-words.ts"

/** What a claim's own sentence says of when it was so, and of whom. Empty where it says neither. */
export interface Setting {
  /** First and last day, month or year, ISO 8601, of the times in its sentence but those of telling. */
  readonly times: readonly { readonly from: string; readonly to: string }[]
  /** Last words of the people who stand before it in its clause. */
  readonly people: readonly string[]
  /** True of the 34 in "29 of 34 passes". */
  readonly isWhole: boolean
  /** True where all its times lie well before or after the report. */
  readonly isFarOff: boolean
  /** True of what somebody needs or asks for, and has not got. */
  readonly isWanted: boolean
  /** True of what one player or side achieves. */
  readonly isAchieved: boolean
  /** Last word of the name of who achieved it; null where that is not told, and of all else. */
  readonly achiever: string | null
  /** Of what is achieved, the other figures of its sentence: unit and value. Empty of all else. */
  readonly beside: readonly string[]
  /** True of the 20 in "20 of the letters". */
  readonly isPart: boolean
  /** True of a count that the sentence sets beside its own, of another year. */
  readonly isOfAnotherTime: boolean
  /** Days of the week that its sentence names, but those of telling. */
  readonly weekdays: readonly string[]
}

const clauseWords = 12

/** `unit`: the stem of what is counted. */
export function settingOf(collated: CollatedReport, span: Span, unit: string): Setting {
  const { article, analysis } = collated.report
  const { before } = clauseAround(collated, span, clauseWords)
  const letters = before.reduce((sum, { text, gap }) => sum + gap.length + text.length, 1)
  const clause = { start: span.start - letters, end: span.start }
  const isTold = before.some(({ form }) => tellingVerbs.has(form))
  const people = isTold
    ? []
    : analysis.names
        .filter(({ kind }) => kind === "person")
        .filter(({ mentions }) => mentions.some((mention) => spanContains(clause, mention)))
        .map(({ name }) => name.split(/\s+/).at(-1)!)
  const sentence = analysis.sentences[sentenceAt(analysis.sentences, span.start)]
  const forms = before.slice(-wholeWords).map(({ form }) => form)
  const times = analysis.times
    .filter((time) => sentence && spanContains(sentence, time))
    .filter((time) => !tellsWhenSaid(article.text, time))
    .flatMap(({ from, to }) => (from === null || to === null ? [] : [{ from, to }]))
  const isAchieved = achievements.has(unit)
  const of = forms.lastIndexOf("of")
  return {
    times,
    people,
    isWhole: of > 0 && isNumber(forms[of - 1]!),
    isFarOff: lieFarOff(times, article.published),
    isWanted: forms.some((form) => wantingVerbs.has(form)),
    isAchieved,
    achiever: isAchieved && sentence ? achieverBefore(collated, sentence, span) : null,
    beside: isAchieved && sentence ? figuresBeside(analysis.figures, sentence, span) : [],
    isPart: isPartOf(article.text, span),
    isOfAnotherTime: isOfAnotherTime(article.text, span),
    weekdays: sentence ? weekdaysIn(article.text, sentence, (day) => tellsWhenSaid(article.text, day)) : [],
  }
}

const wantingVerbs = new Set(
  "need needs needed needing require requires required want wants wanted seek seeks seeking sought demand demands demanded".split(
    " ",
  ),
)

/** How far back a pronoun may look for its person. */
const pronounReach = 400

/** The person named last before the figure in its sentence, or whom a pronoun there stands for. */
function achieverBefore({ report }: CollatedReport, sentence: Span, span: Span): string | null {
  const { text } = report.article
  const isPronoun = /\b(?:he|she|his|her)\b/i.test(text.slice(sentence.start, span.start))
  let nearest: { readonly at: number; readonly name: string } | null = null
  for (const { kind, name, mentions } of report.analysis.names) {
    if (kind !== "person") continue
    for (const { start, end } of mentions)
      if (end <= span.start && (nearest === null || start > nearest.at)) nearest = { at: start, name }
  }
  if (nearest === null) return null
  const isNear = nearest.at >= sentence.start || (isPronoun && nearest.at >= sentence.start - pronounReach)
  return isNear ? nearest.name.split(/\s+/).at(-1)! : null
}

/** A forecast for years ahead is of another time than the count of today, as is what was long ago. */
const nearDays = 60

function lieFarOff(times: Setting["times"], published: string | null): boolean {
  if (published === null || times.length === 0) return false
  const day = firstDay(published)
  return times.every(({ from, to }) => Math.max(day - lastDay(to), firstDay(from) - day) > nearDays * dayMs)
}

const wholeWords = 5

function isNumber(form: string): boolean {
  return /^\d/.test(form)
}

const tellingVerbs = new Set(
  "said say says told tell tells added add adds reported report reports announced confirmed stated according estimated".split(
    " ",
  ),
)
const lettersBeside = 24

/** "said on Monday", "Monday said": the day of the telling. */
function tellsWhenSaid(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - lettersBeside), start).toLowerCase()
  const after = text.slice(end, end + lettersBeside).toLowerCase()
  const near = [...(before.match(/\p{L}+/gu) ?? []).slice(-2), ...(after.match(/\p{L}+/gu) ?? []).slice(0, 1)]
  return near.some((word) => tellingVerbs.has(word))
}

/** Days apart from which two times are of two things, not of one that went on. */
const apartDays = 7
const dayMs = 86_400_000

/** What players and sides achieve: every report is full of such figures, each of somebody's own. */
const achievements = new Set(
  (
    "point yard carry pass catch reception rebound assist touchdown goal run wicket game shot save hit strikeout steal " +
    "interception tackle sack completion penalty lap round win loss title medal"
  )
    .split(" ")
    .map(wordStem),
)

/** True where two claims say that they are of different times or of different people, or one counts a part. */
export function areApart(a: Setting, b: Setting): boolean {
  if (a.isAchieved && (a.achiever === null || a.achiever !== b.achiever)) return true
  if (tellUnlikeFigures(a.beside, b.beside)) return true
  if (a.isWhole !== b.isWhole || a.isWanted !== b.isWanted) return true
  if (a.isPart !== b.isPart || a.isOfAnotherTime !== b.isOfAnotherTime) return true
  if (areDisjoint(a.weekdays, b.weekdays)) return true
  // What has no time of its own is of the days that the reports tell of.
  if ((a.isFarOff && b.times.length === 0) || (b.isFarOff && a.times.length === 0)) return true
  if (areDisjoint(a.people, b.people)) return true
  return (
    a.times.length > 0 &&
    b.times.length > 0 &&
    a.times.every((x) => b.times.every((y) => daysBetween(x, y) > apartDays))
  )
}

function areDisjoint(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && b.length > 0 && !a.some((item) => b.includes(item))
}

/** Whole days from the end of the earlier to the start of the later; 0 where they meet. */
function daysBetween(
  a: { readonly from: string; readonly to: string },
  b: { readonly from: string; readonly to: string },
): number {
  const gap = Math.max(firstDay(b.from) - lastDay(a.to), firstDay(a.from) - lastDay(b.to))
  return Number.isNaN(gap) ? 0 : Math.max(0, gap / dayMs)
}

function firstDay(time: string): number {
  return Date.parse(time.slice(0, 10))
}

/** A month or a year ends with its last day. */
function lastDay(time: string): number {
  const first = new Date(firstDay(time))
  if (time.length <= 4) return Date.UTC(first.getUTCFullYear(), 11, 31)
  return time.length <= 7 ? Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0) : first.getTime()
}
