import { type Numerals, numeralAt } from "../numerals/numeral.ts"
import { continuesLine, type TokenText, wordAt } from "../token-text.ts"
import { amountFrom } from "./quantities.ts"
import { type UnitFound, unitAfter } from "./unit-after.ts"

/** How many of the smaller unit make one of the greater. */
const smallerUnits: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  year: { month: 12, week: 365 / 7, day: 365 },
  month: { week: 30 / 7, day: 30 },
  week: { day: 7, hour: 168 },
  day: { hour: 24, minute: 1440 },
  hour: { minute: 60, second: 3600 },
  minute: { second: 60 },
  "[mi_i]": { "[yd_i]": 1760, "[ft_i]": 5280 },
  "[ft_i]": { "[in_i]": 12 },
  "[stone_av]": { "[lb_av]": 14 },
  "[lb_av]": { "[oz_av]": 16 },
  km: { m: 1000 },
  m: { cm: 100 },
  kg: { g: 1000 },
}

/**
 * What a smaller unit adds behind a measure, in the greater one: "3 weeks and 2 days", "6 feet 2 inches", "3 dollars
 * 50 cents". Null when nothing is added.
 */
export function restAfter(
  source: TokenText,
  numerals: Numerals,
  unit: UnitFound,
): { readonly value: number; readonly tokenEnd: number } | null {
  if (unit.age || unit.factor !== 1) return null
  let value = 0
  let tokenEnd = unit.tokenEnd
  let last = unit.unit
  for (let parts = 0; parts < partsMax; parts++) {
    const link = wordAt(source, tokenEnd)
    let at = link === "," ? tokenEnd + 1 : tokenEnd
    if (wordAt(source, at) === "and") at++
    const numeral = numeralAt(numerals, at)
    if (numeral === null || numeral.kind === "ordinal" || !continuesLine(source, at)) break
    const amount = amountFrom(source, numerals, numeral)
    const next = unitAfter(source, amount)
    if (next === null || next.age) break
    const share = shareOf(unit.unit!, last!, next)
    if (share === null) break
    value += amount.low * share
    tokenEnd = next.tokenEnd
    last = next.unit
  }
  return tokenEnd === unit.tokenEnd ? null : { value, tokenEnd }
}

const partsMax = 4

/** What one of the smaller unit is of the first; null when it is not smaller than the last. */
function shareOf(first: string, last: string, next: UnitFound): number | null {
  if (/^[A-Z]{3}$/.test(first)) return next.factor < 1 && last === first ? next.factor : null
  const smaller = smallerUnits[last]?.[next.unit ?? ""]
  const whole = smallerUnits[first]?.[next.unit ?? ""]
  return smaller === undefined || whole === undefined ? null : 1 / whole
}
