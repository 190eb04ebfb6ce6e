import type { Span } from "../../base/index.ts"
import type { Figure } from "../analysis.ts"
import type { Numeral, Numerals } from "../numerals/numeral.ts"
import type { TimePhrase } from "../times/phrase.ts"
import { numeralsOutside } from "../times/phrases.ts"
import { continuesLine, type TokenText, wordAt } from "../token-text.ts"
import { isBare } from "./bare.ts"
import type { Bound } from "./comparator-words.ts"
import { boundsOf, comparatorAfter, comparatorBefore, ownWordAt } from "./comparators.ts"
import { restAfter } from "./compounds.ts"
import { findLooseDurations } from "./durations.ts"
import { isAgeAside, isCode, isScore, voteAt } from "./exclusions.ts"
import type { FigureSource, FigureWords } from "./figure-source.ts"
import type { FoundFigure } from "./found-figure.ts"
import { factLanguageFor } from "./languages.ts"
import { type CountedNoun, phraseOfThing, takeCountedNoun, takeShared } from "./nouns.ts"
import { type Amount, amountFrom, currencyBefore, rangeFrom } from "./quantities.ts"
import { unitAfter } from "./unit-after.ts"
import { unitAt } from "./units.ts"

interface Read {
  readonly figures: readonly FoundFigure[]
  /** The token from which on nothing is read yet. */
  readonly tokenEnd: number
}

/**
 * The figures of a text: numbers that count or measure something. What a time phrase covers is none, nor are
 * ordinals, telephone and list numbers, and the numbers of flights, rooms and laws. In order, not overlapping.
 */
export function findFigures(
  text: TokenText,
  numerals: Numerals,
  phrases: readonly TimePhrase[],
  words: FigureWords = factLanguageFor(null).figures,
): readonly FoundFigure[] {
  const source: FigureSource = { ...text, ...words }
  const found: FoundFigure[] = []
  let tokenFree = 0
  for (const place of numeralsOutside(numerals, phrases)) {
    const numeral = numerals.list[place]!
    if (numeral.tokenStart < tokenFree || numeral.kind === "ordinal") continue
    const read = readFigure(source, numerals, numeral, tokenFree)
    found.push(...read.figures)
    tokenFree = Math.max(tokenFree, read.tokenEnd)
  }
  return withLoose(found, source.english ? [] : outsideTimes(findLooseDurations(source, numerals), phrases))
}

/** "In an hour" may be a time, and then is no length of one. Both lists are in order. */
function outsideTimes(
  durations: readonly FoundFigure[],
  phrases: readonly TimePhrase[],
): readonly FoundFigure[] {
  let next = 0
  return durations.filter(({ start, end }) => {
    while (next < phrases.length && phrases[next]!.end <= start) next++
    return next === phrases.length || phrases[next]!.start >= end
  })
}

/** Both lists in order; of two that overlap the one that begins first holds the other: "an hour and 20 minutes". */
function withLoose(figures: readonly FoundFigure[], loose: readonly FoundFigure[]): readonly FoundFigure[] {
  if (loose.length === 0) return figures
  const merged: FoundFigure[] = []
  let next = 0
  for (const figure of figures) {
    for (; next < loose.length && loose[next]!.end <= figure.start; next++) merged.push(loose[next]!)
    if ((merged.at(-1)?.end ?? 0) > figure.start) continue
    const outer = loose[next]
    if (outer !== undefined && outer.start < figure.start && outer.end >= figure.end) {
      merged.push(outer)
      next++
      continue
    }
    while (next < loose.length && loose[next]!.start < figure.end) next++
    merged.push(figure)
  }
  return [...merged, ...loose.slice(next)]
}

function readFigure(source: FigureSource, numerals: Numerals, numeral: Numeral, tokenFree: number): Read {
  const single = amountFrom(source, numerals, numeral)
  const nothing: Read = { figures: [], tokenEnd: single.tokenEnd }
  const sign = currencyBefore(source, numeral.tokenStart)
  const currency = sign !== null && sign.tokenStart >= tokenFree ? sign : null
  if (currency === null && isCode(source, numeral)) return nothing
  const second = currency === null ? voteAt(source, numerals, single) : null
  if (second === null && currency === null && isScore(source, numerals, single))
    return { figures: [], tokenEnd: single.tokenEnd + 2 }
  if (second !== null) return { figures: votesOf(single, second), tokenEnd: second.tokenEnd }
  const start = currency?.tokenStart ?? numeral.tokenStart
  const lead = wordAt(source, start - 1)
  const between = lead === "between" && start > tokenFree
  const amount = rangeFrom(source, numerals, single, between) ?? single
  const unit = currency === null && !isMillionsOf(source, amount) ? unitAfter(source, amount) : null
  const rest = unit === null || amount.low !== amount.high ? null : restAfter(source, numerals, unit)
  const unitEnd = rest?.tokenEnd ?? unit?.tokenEnd ?? amount.tokenEnd
  const plus = comparatorAfter(source, unitEnd)
  const thingAt = plus?.tokenEnd ?? unitEnd
  const noun =
    currency === null && (unit === null || unit.unit === null) ? countedAfter(source, amount, thingAt) : null
  const isAge =
    unit?.age === true ||
    (currency === null && unit === null && isAgeAside(source, amount)) ||
    (unit?.unit === "year" && isAgeOfPerson(source, start))
  const before = start > tokenFree ? comparatorsBefore(source, start, tokenFree) : null
  if (
    currency === null &&
    unit === null &&
    !isAge &&
    isBare(source, amount, noun, before !== null || plus !== null)
  )
    return nothing
  const late = plus ?? (noun === null ? null : comparatorAfter(source, noun.end))
  const isRange = amount.low !== amount.high
  const isLed = (isRange && (between || lead === "from")) || (isAge && /^aged?$/.test(lead))
  const opening = isLed && start > tokenFree ? start - 1 : start
  const end = Math.max(thingAt, noun?.end ?? 0, late?.tokenEnd ?? 0)
  const isMillion = amount.last.suffix === "m" && currency !== null
  const factor = (unit?.factor ?? 1) * (isMillion || (amount.last.suffix === "m" && noun !== null) ? 1e6 : 1)
  const parts: Parts = {
    amount,
    factor,
    plus: (unit?.plus ?? 0) + (rest?.value ?? 0),
    before,
    late,
    noun,
    isAge,
    unit: currency?.code ?? unit?.unit ?? null,
    end,
  }
  const span = {
    start: source.tokens.starts[before?.tokenStart ?? opening]!,
    end: source.tokens.ends[end - 1]!,
  }
  const core = {
    start: source.tokens.starts[opening]!,
    end: unit === null ? amount.last.end : source.tokens.ends[unitEnd - 1]!,
  }
  return { figures: [{ ...figureOf(source, span, parts), core }], tokenEnd: end }
}

/** "un homme de 34 ans": behind a word for a person. */
function isAgeOfPerson(source: FigureSource, start: number): boolean {
  return wordAt(source, start - 1) === "of" && source.people.has(ownWordAt(source, start - 2))
}

/** "10m people": the letter stands for a million where something is counted, and for metres elsewhere. */
function isMillionsOf(source: FigureSource, amount: Amount): boolean {
  return amount.last.suffix === "m" && takeCountedNoun(source, amount.tokenEnd, 2) !== null
}

interface Parts {
  readonly amount: Amount
  readonly factor: number
  readonly plus: number
  readonly before: { readonly bound: Bound; readonly tokenStart: number; readonly text: string } | null
  readonly late: { readonly bound: Bound; readonly tokenEnd: number } | null
  readonly noun: CountedNoun | null
  readonly isAge: boolean
  readonly unit: string | null
  readonly end: number
}

function figureOf(source: FigureSource, span: Span, parts: Parts): Figure {
  const { amount, factor, before, late, noun } = parts
  const low = exact(amount.low * factor + parts.plus)
  const high = exact(amount.high * factor + parts.plus)
  const isRange = low !== high
  const bound = before?.bound ?? late?.bound ?? (amount.about ? "near" : null)
  const bounds = isRange ? { low, high } : amount.vague ? { low, high: null } : boundsOf(low, bound)
  const lateText =
    late === null
      ? null
      : source.text.slice(
          source.tokens.starts[lateStart(source, late)],
          source.tokens.ends[late.tokenEnd - 1],
        )
  return {
    ...span,
    value: isRange || amount.vague ? null : low,
    low: bounds.low,
    high: bounds.high,
    unit: parts.unit ?? (amount.share ? "1" : (unitOfNoun(source, noun) ?? (parts.isAge ? "year" : null))),
    qualifier: before?.text ?? lateText?.toLowerCase() ?? null,
    of: parts.isAge ? "age" : thingOf(source, parts),
  }
}

function lateStart(source: FigureSource, late: { readonly tokenEnd: number }): number {
  const last = late.tokenEnd - 1
  return wordAt(source, last - 1) === "or" ? last - 1 : last
}

function exact(value: number): number {
  return Number(value.toPrecision(15))
}

/** "Millions of dollars": the noun may be a unit. */
function unitOfNoun(source: FigureSource, noun: CountedNoun | null): string | null {
  if (noun === null) return null
  const unit = unitAt(source, noun.end - 1)
  return unit !== undefined && unit.factor === 1 && !unit.doubtful ? unit.unit : noun.unit
}

/** What the figure is of, beyond its unit: the words before the noun, or what "of", "in", "for" name after it. */
function thingOf(source: FigureSource, { noun, end, unit, amount }: Parts): string | null {
  if (noun !== null && amount.share)
    return source.text.slice(source.tokens.starts[noun.from], source.tokens.ends[noun.end - 1])
  if (noun !== null && noun.to > noun.from)
    return runs.test(wordAt(source, noun.from)) && noun.to === noun.from + 1
      ? null
      : source.text.slice(source.tokens.starts[noun.from], source.tokens.ends[noun.to - 1])
  if (!continuesLine(source, end)) return null
  const link = wordAt(source, end)
  if (link === "of") return phraseOfThing(source, end + 1)
  if (link === "in" || link === "for" || link === "at" || link === "from")
    return isOtherFigure(source, end + 1) ? null : phraseOfThing(source, end + 1)
  if (link === "a" || link === "an" || link === "per") {
    const each = wordAt(source, end + 1)
    const isTime = /^(?:ago|earlier|later|before)$/.test(wordAt(source, end + 2))
    return /^\p{L}/u.test(each) && !isTime ? `${link} ${each}` : null
  }
  // "a $19 million contract": the noun stands right behind.
  const isMoney = unit !== null && /^[A-Z]{3}$/.test(unit)
  return isMoney && !isOtherFigure(source, end) ? phraseOfThing(source, end) : null
}

/** "Five straight months" are months and nothing more. */
const runs = /^(?:straight|consecutive|more|other|additional|full|whole|further)$/

/** "6.4 percent in the 12 months", "1,430 homes in the year", "2.3p at 114.5p": a number or a time stands there. */
function isOtherFigure(source: FigureSource, index: number): boolean {
  const at = /^(?:the|its|a|an|each|this|last)$/.test(wordAt(source, index)) ? index + 1 : index
  return /^\d/.test(wordAt(source, at)) || unitAt(source, at)?.kind === "time"
}

function countedAfter(source: FigureSource, amount: Amount, index: number): CountedNoun | null {
  const { last } = amount
  if (last.suffix !== "" && last.suffix !== "m") return null
  const links = amount.share || last.kind === "vague" || last.kind === "about" || Boolean(source.english)
  const linked = links && wordAt(source, index) === "of"
  if (amount.share && linked) return takeShared(source, index + 1)
  const value = amount.high === amount.low ? amount.low : 2
  return takeCountedNoun(source, linked ? index + 1 : index, value)
}

/** The comparators before the number, outermost first: "more than about". */
function comparatorsBefore(source: FigureSource, index: number, tokenFree: number): Parts["before"] {
  const inner = comparatorBefore(source, index)
  if (inner === null || inner.tokenStart < tokenFree) return null
  const outer = comparatorBefore(source, inner.tokenStart)
  const tokenStart = outer !== null && outer.tokenStart >= tokenFree ? outer.tokenStart : inner.tokenStart
  // "Only about" bounds as "about" does.
  const isOuter = outer !== null && tokenStart === outer.tokenStart && outer.bound !== "exact"
  const bound = isOuter ? outer.bound : inner.bound
  const text = source.text
    .slice(source.tokens.starts[tokenStart], source.tokens.ends[index - 1])
    .toLowerCase()
  return { bound, tokenStart, text: text.replace(/\s+/g, " ") }
}

function votesOf(amount: Amount, second: Numeral): readonly FoundFigure[] {
  const made = (numeral: Numeral, side: string): FoundFigure => ({
    start: numeral.start,
    end: numeral.end,
    value: numeral.value,
    low: numeral.value,
    high: numeral.value,
    unit: "vote",
    qualifier: null,
    of: side,
    core: { start: numeral.start, end: numeral.end },
  })
  return [made(amount.first, "for"), made(second, "against")]
}
