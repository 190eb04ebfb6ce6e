import { numeralAt } from "../numerals/numeral.ts"
import { continuesLine, isHyphen, wordAt } from "../token-text.ts"
import { takeYear, timeWordAt } from "./date-parts.ts"
import type { Moment, Taken, TimeSource } from "./phrase.ts"

interface QuarterCode {
  readonly quarter: number
  readonly quarters: 1 | 2
}

/** "Q3", "Q3 2018", "2016 Q3", "the third quarter of 2018", "the first half of this year". */
export function takeQuarter(source: TimeSource, at: number): Taken<Moment> | null {
  const code = codeAt(source, at)
  if (code !== null) return withYear(source, at + 1, code)
  const glued = /^([12]\d{3})([qh])([1-4])$/.exec(wordAt(source, at))
  if (glued && (glued[2] === "q" || Number(glued[3]) <= 2)) {
    const half = glued[2] === "h"
    const quarter = half ? 2 * Number(glued[3]) - 1 : Number(glued[3])
    const quarters = half ? 2 : 1
    return {
      value: { kind: "quarter", quarter, quarters, year: Number(glued[1]), offset: null },
      end: at + 1,
    }
  }
  const year = takeYear(source, at)
  if (year !== null && year.end < source.tokens.count) {
    const next = isHyphen(source.text, source.tokens.starts[year.end]!) ? year.end + 1 : year.end
    const from = wordAt(source, next) === "the" ? next + 1 : next
    const late = continuesLine(source, next) ? codeAt(source, next) : null
    const said = late === null ? takeOrdinalQuarter(source, from) : { value: late, end: next + 1 }
    return said === null
      ? null
      : { value: { kind: "quarter", ...said.value, year: year.value, offset: null }, end: said.end }
  }
  const ordinal = takeOrdinalQuarter(source, at)
  if (ordinal === null) return null
  const dated = withYear(source, ordinal.end, ordinal.value)
  // The half and the final quarter of a match are none of a year.
  const needsYear = ordinal.value.quarters === 2 || wordAt(source, at) === "final"
  return needsYear && dated.end === ordinal.end ? null : dated
}

/** "next year's fourth-quarter": `at` is the token of the year. */
export function takeQuarterOfShiftedYear(
  source: TimeSource,
  at: number,
  offset: number,
): Taken<Moment> | null {
  if (!/'s$/.test(wordAt(source, at)) || !continuesLine(source, at + 1)) return null
  const code = codeAt(source, at + 1)
  const quarter = code === null ? takeOrdinalQuarter(source, at + 1) : { value: code, end: at + 2 }
  return quarter === null
    ? null
    : { value: { kind: "quarter", ...quarter.value, year: null, offset }, end: quarter.end }
}

function codeAt(source: TimeSource, at: number): QuarterCode | null {
  const word = timeWordAt(source, at)
  const turned = /^([1-4])q$/.exec(wordAt(source, at))
  if (turned) return { quarter: Number(turned[1]), quarters: 1 }
  return word?.kind === "quarter" ? { quarter: word.quarter, quarters: word.quarters } : null
}

/** "third quarter", "second-half", "final quarter". */
function takeOrdinalQuarter(source: TimeSource, at: number): Taken<QuarterCode> | null {
  const numeral = numeralAt(source.numerals, at)
  const isLast = wordAt(source, at) === "final"
  if (!isLast && numeral?.kind !== "ordinal") return null
  let next = isLast ? at + 1 : numeral!.tokenEnd
  if (next < source.tokens.count && isHyphen(source.text, source.tokens.starts[next]!)) next++
  if (!continuesLine(source, next)) return null
  const unit = timeWordAt(source, next)
  const nth = isLast ? 4 : numeral!.value
  if (unit?.kind === "unit" && unit.unit === "quarter" && !unit.plural && nth <= 4)
    return { value: { quarter: nth, quarters: 1 }, end: next + 1 }
  return wordAt(source, next) === "half" && nth <= 2
    ? { value: { quarter: 2 * nth - 1, quarters: 2 }, end: next + 1 }
    : null
}

/** The year after a quarter: "of 2018", "2018", "this year", "of last year". */
function withYear(source: TimeSource, index: number, code: QuarterCode): Taken<Moment> {
  const at = wordAt(source, index) === "of" ? index + 1 : index
  const bare: Taken<Moment> = { value: { kind: "quarter", ...code, year: null, offset: null }, end: index }
  if (!continuesLine(source, at)) return bare
  const year = takeYear(source, at)
  if (year !== null)
    return { value: { kind: "quarter", ...code, year: year.value, offset: null }, end: year.end }
  const the = wordAt(source, at) === "the" && wordAt(source, at + 1) === "year"
  if (the) return { value: { kind: "quarter", ...code, year: null, offset: 0 }, end: at + 2 }
  const shift = timeWordAt(source, at)
  const unit = timeWordAt(source, at + 1)
  if (shift?.kind === "shift" && unit?.kind === "unit" && unit.unit === "year" && !unit.plural)
    return { value: { kind: "quarter", ...code, year: null, offset: shift.offset }, end: at + 2 }
  return bare
}
