import { numeralAt } from "../numerals/numeral.ts"
import { continuesLine, isHyphen, wordAt } from "../token-text.ts"
import { dateOf, takeYear, timeWordAt } from "./date-parts.ts"
import type { Moment, Taken, TimeSource } from "./phrase.ts"

export function takeYearAlone(source: TimeSource, index: number): Taken<Moment> | null {
  const year = takeYear(source, index)
  return year === null ? null : { value: dateOf(year.value, null, null), end: year.end }
}

/** "1914-18", "the 2027-28 season": two figures that are no month, or stand before what runs over a new year. */
export function takeYearSpan(source: TimeSource, at: number): Taken<Moment> | null {
  const { text, tokens } = source
  const first = numeralAt(source.numerals, at)
  if (!first?.plain || first.end - first.start !== 4 || first.value < 1500 || first.value >= 2100) return null
  if (at + 2 >= tokens.count || !isHyphen(text, tokens.starts[at + 1]!)) return null
  const second = numeralAt(source.numerals, at + 2)
  if (!second?.plain || second.end - second.start !== 2 || second.start !== first.end + 1) return null
  const years = second.value - (first.value % 100) + 1
  const runsOver = /^(?:season|school|academic|fiscal|financial|campaign|term|budget|year)$/.test(
    wordAt(source, at + 3),
  )
  if (years < 2 || (second.value <= 12 && !runsOver) || /^[-/]/.test(text.slice(second.end, second.end + 1)))
    return null
  return { value: { kind: "years", year: first.value, years }, end: at + 3 }
}

/** "fiscal 2030", "financial year 2019", "FY 2019". */
export function takeFiscalYear(source: TimeSource, at: number): Taken<Moment> | null {
  if (!/^(?:fiscal|financial|calendar|fy)$/.test(wordAt(source, at))) return null
  const next = wordAt(source, at + 1) === "year" ? at + 2 : at + 1
  return continuesLine(source, next) ? takeYearAlone(source, next) : null
}

/** "the nineties", "the '60s". */
export function takeDecade(source: TimeSource, at: number): Taken<Moment> | null {
  const word = timeWordAt(source, at)
  if (word?.kind === "decade") return { value: { kind: "years", year: word.year, years: 10 }, end: at + 1 }
  const numeral = /^['’]$/.test(wordAt(source, at)) ? numeralAt(source.numerals, at + 1) : null
  return numeral?.suffix === "s" && numeral.value % 10 === 0 && numeral.value < 100
    ? {
        value: { kind: "years", year: numeral.value + (numeral.value < 20 ? 2000 : 1900), years: 10 },
        end: at + 2,
      }
    : null
}
