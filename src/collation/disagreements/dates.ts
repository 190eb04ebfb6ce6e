import { type TimeExpression, tellsNow } from "../../language/index.ts"
import type { Disagreement, DisagreementValue } from "../apparatus.ts"
import type { DistinctTexts } from "../distinct-texts.ts"
import { type CollatedReport, isLeftOut } from "../utterances.ts"
import { commonest, datePhrase, type ReadableClaim } from "./claim-phrases.ts"
import { clauseAround, nearestWord, nearWords, valuesOf } from "./claims.ts"
import { disputedClaims, type PlacedClaim } from "./value-groups.ts"

interface DateClaim extends PlacedClaim, ReadableClaim {
  readonly time: TimeExpression
}

/** Words in common that make two days the day of one thing: what happened, and to whom or what. */
const nearMin = 1.5

/**
 * Days given to one event that cannot be one day. Days are compared with
 * days, months with months.
 */
export function dateDisagreements(
  reports: readonly CollatedReport[],
  textOf: DistinctTexts,
): readonly Disagreement[] {
  const claims = reports.flatMap((collated) =>
    collated.report.analysis.times
      .filter((time) => isDay(time) && !isLeftOut(collated, time))
      .filter((time) => !isWeek(collated.report.article.text, time))
      .filter((time) => !tellsNow(collated.report.article.text, time))
      .filter((time) => !isEdition(collated.report.article.text, time))
      .map((time) => dateClaim(collated, time))
      .filter(({ event }) => event !== null),
  )
  return disputedClaims(claims, nearMin, areApart, textOf).map((disputed) => ({
    about: datePhrase(disputed, disputed[0]!.event!),
    kind: "date" as const,
    values: dayValues(disputed, textOf),
    explained: null,
    note: null,
  }))
}

/** Two Tuesdays are told apart by their days. */
function dayValues(claims: readonly DateClaim[], textOf: DistinctTexts): readonly DisagreementValue[] {
  const values = valuesOf(claims, textOf, printedMost)
  const isTold = ({ value }: DisagreementValue): boolean =>
    values.filter((other) => other.value.includes(value) || value.includes(other.value)).length < 2
  if (values.every(isTold)) return values
  return valuesOf(claims, textOf, (same) => {
    const { from, to } = same[0]!.time
    return `${printedMost(same)} (${from === to ? from : `${from} – ${to}`})`
  })
}

/** A day is told as it is printed most often: what two ways to write it have in common is no day. */
function printedMost(same: readonly DateClaim[]): string {
  return commonest(same.map(({ printed }) => printed))!
}

/** "The 2012 games", "Thursday's debate": the time says which of several is meant, not when the one was. */
function isEdition(text: string, { start, end }: TimeExpression): boolean {
  const after = text.slice(end, end + wordLetters)
  if (/^['’]s\s/u.test(after)) return true
  const isYear = /^\d{4}$/.test(text.slice(start, end))
  return (
    isYear &&
    /\b(?:the|a|an|its|his|her|their|\p{L}+['’]s)\s+$/iu.test(
      text.slice(Math.max(0, start - wordLetters), start),
    ) &&
    /^\s+\p{L}/u.test(after)
  )
}

const wordLetters = 24

function isDay({ from, to }: TimeExpression): boolean {
  return from !== null && to !== null && from.length <= 10 && to.length <= 10
}

/** "This week", told a day later, is "the past week". */
function isWeek(text: string, { start, end }: TimeExpression): boolean {
  return /\bweek\b/iu.test(text.slice(start, end))
}

/** "Held a rally", "at an Indiana rally": there may be others, on other days. */
function isOneOfSeveral(collated: CollatedReport, time: TimeExpression, event: string): boolean {
  const { before } = clauseAround(collated, time)
  const at = before.findLastIndex(({ form }) => form === event)
  return before.slice(Math.max(0, at - 2), Math.max(0, at)).some(({ form }) => form === "a" || form === "an")
}

function dateClaim(collated: CollatedReport, time: TimeExpression): DateClaim {
  const { article } = collated.report
  const { start, end } = time
  const near = nearWords(collated, time)
  const nearest = nearestWord(near)
  return {
    report: article.id,
    start,
    end,
    key: `${time.from} ${time.to}`,
    printed: article.text.slice(start, end),
    near,
    collated,
    time,
    event: isOneOfSeveral(collated, time, nearest?.word ?? "") ? null : (nearest?.stem ?? null),
    setting: null,
  }
}

const year = /\d{4}/
const yearLetters = 4

/** One day and month in two years, of which not both are printed, is read of one date, not printed of two. */
function areApart(a: DateClaim, b: DateClaim): boolean {
  const [x, y] = [a.time, b.time]
  if (areOfTwoWeeks(a, b)) return false
  if (x.from!.length !== y.from!.length || isLong(x) !== isLong(y)) return false
  if (
    x.from!.slice(yearLetters) === y.from!.slice(yearLetters) &&
    ![a, b].every(({ printed }) => year.test(printed))
  )
    return false
  return isBefore(x.to!, y.from!) || isBefore(y.to!, x.from!)
}

/** Weekdays of two weeks, each near its own report: what comes again each week, or two things of one kind. */
function areOfTwoWeeks(a: DateClaim, b: DateClaim): boolean {
  const [p, q] = [a, b].map(({ collated }) => collated.report.article.published?.slice(0, dayLetters) ?? null)
  if (p === null || q === null || ![a, b].every(({ printed }) => !/\d/.test(printed))) return false
  return (
    Math.abs(Date.parse(p!) - Date.parse(q!)) >= weekMs - 2 * dayMs &&
    Math.abs(Date.parse(a.time.from!) - Date.parse(b.time.from!)) >= weekMs - 2 * dayMs
  )
}

const dayLetters = 10
const dayMs = 86_400_000
const weekMs = 7 * dayMs

/** A month or a year, whether it is written as one date or as its first and last day. */
function isLong({ from, to }: TimeExpression): boolean {
  return from !== to
}

/** Compared to the precision that both have. */
function isBefore(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length)
  return a.slice(0, length) < b.slice(0, length)
}
