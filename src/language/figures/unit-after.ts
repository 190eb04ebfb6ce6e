import { continuesLine, isHyphen, type TokenText, touches, wordAt } from "../token-text.ts"
import { currencyOfState } from "./currencies.ts"
import { singularOf } from "./nouns.ts"
import type { Amount } from "./quantities.ts"
import { currencySigns, type UnitWord, unitAt, unitOfSuffix } from "./units.ts"

export interface UnitFound {
  /** Null: none was found. */
  readonly unit: string | null
  /** By what the number is multiplied: 0.01 for cents. */
  readonly factor: number
  readonly tokenEnd: number
  /** "One hour and a half" adds a half. */
  readonly plus?: number
  /** "28-year-old", "45 years old". */
  readonly age: boolean
}

function found(unit: string, tokenEnd: number, factor = 1): UnitFound {
  return { unit, factor, tokenEnd, age: false }
}

const poundsOfMoneyMin = 1e5

/** The unit after the number: "%", "per cent", "km", "-mile", "years", "degrees Celsius", "Australian dollars". */
export function unitAfter(source: TokenText, amount: Amount): UnitFound | null {
  const { tokens } = source
  const glued = amount.last.suffix
  if (glued !== "" && glued !== "s") {
    const unit = unitOfSuffix(glued)
    return unit === undefined ||
      (unit.kind === "currency" && !unit.glued && unit.unit.toLowerCase() !== glued)
      ? null
      : measured(source, unit.unit, amount.tokenEnd, unit.factor)
  }
  let at = amount.tokenEnd
  if (!continuesLine(source, at)) return null
  const word = wordAt(source, at)
  if (word === "%") return found("%", at + 1)
  if (word === "percentagepoints") return found("percentage point", at + 1)
  if (word === "°" || word === "º") return degrees(source, at + 1)
  if (word === "per" && wordAt(source, at + 1) === "cent") return points(source, at + 2)
  if (currencySigns[word] !== undefined) return found(currencySigns[word], at + 1)
  // "4,2 millones de euros".
  if (source.english && word === "of" && unitAt(source, at + 1)?.kind === "currency") at++
  const bracket = word === "(" || word === "[" || word === "{" || word === "<"
  const hyphen = isHyphen(source.text, tokens.starts[at]!)
  if (hyphen || bracket) at++
  const part = amount.share && amount.first.kind === "fraction"
  if (part && wordAt(source, at) === "of" && /^an?$/.test(wordAt(source, at + 1))) at += 2
  else if (part && /^an?$/.test(wordAt(source, at))) at++
  if (hyphen && wordAt(source, at) === "yearold")
    return { unit: "year", factor: 1, tokenEnd: at + 1, age: true }
  const special = ofState(source, at) ?? qualifiedMeasure(source, at)
  if (special !== null) return special
  const unit = unitAt(source, at)
  if (unit === undefined) return singleLetterUnit(source, at, amount)
  if (!accepts(source, unit, at, amount, hyphen)) return null
  // Nobody weighs in millions of pounds without saying of what.
  if (/^pounds?$/.test(wordAt(source, at)) && (isMoney(source, at) || amount.high >= poundsOfMoneyMin))
    return wordAt(source, at + 1) === "of" ? found(unit.unit, at + 1) : moneyPounds(source, at)
  return withUnit(source, unit, at, bracket)
}

function isMoney(source: TokenText, at: number): boolean {
  return wordAt(source, at + 1) === "sterling"
}

function moneyPounds(source: TokenText, at: number): UnitFound {
  return found("GBP", isMoney(source, at) ? at + 2 : at + 1)
}

/** "Australian dollars", "New Zealand dollars", "US dollars". */
function ofState(source: TokenText, at: number): UnitFound | null {
  for (const length of [1, 2, 3]) {
    const code = currencyOfState(wordAt(source, at + length - 1), wordAt(source, at + length))
    if (code !== null && continuesLine(source, at + length)) return found(code, at + length + 1)
  }
  return null
}

function accepts(source: TokenText, unit: UnitWord, at: number, amount: Amount, hyphen: boolean): boolean {
  if (unit.doubtful && amount.first.written === "words" && !unit.plural) return false
  if (unit.unit === "second" && !unit.plural && !hyphen) return false
  if (unit.unit === "deg") return true
  // ISO codes are letters that words share: only in capitals.
  const raw = source.text.slice(source.tokens.starts[at], source.tokens.ends[at])
  if (
    unit.kind === "currency" &&
    unit.unit === raw.toUpperCase() &&
    raw !== raw.toUpperCase() &&
    raw.length === 3
  )
    return raw === "yen"
  return true
}

function withUnit(source: TokenText, unit: UnitWord, at: number, bracket: boolean): UnitFound {
  const end = at + 1
  if (unit.unit === "deg") return degrees(source, end)
  if (unit.kind === "percent") return points(source, end)
  if (unit.kind === "currency") return found(unit.unit, end, unit.factor)
  if (bracket) return found(unit.unit, end + 1)
  return unit.kind === "time" ? ageOrTime(source, unit.unit, end) : measured(source, unit.unit, end)
}

/** A measure with what it is told by: "miles per hour", "km/h", "m²". */
function measured(source: TokenText, unit: string, end: number, factor = 1): UnitFound {
  const power = wordAt(source, end)
  if ((power === "²" || power === "³") && touches(source, end))
    return found(`${unit}${power === "²" ? 2 : 3}`, end + 1)
  const told = rate(source, unit, end)
  return told === null ? found(unit, end, factor) : found(told.unit, told.end)
}

/** "percentage points" are not per cent. */
function points(source: TokenText, end: number): UnitFound {
  const word = wordAt(source, end)
  return word === "points" || word === "point" ? found("percentage point", end + 1) : found("%", end)
}

function degrees(source: TokenText, end: number): UnitFound {
  const scale = wordAt(source, end)
  const unit = scale === "c" ? "Cel" : scale === "f" ? "[degF]" : unitAt(source, end)?.unit
  const isScale = unit === "Cel" || unit === "[degF]" || unit === "K"
  return isScale && continuesLine(source, end) ? found(unit, end + 1) : found("deg", end)
}

/** "28-year-old", "45 years old", "three years of age", "an hour and a half". */
function ageOrTime(source: TokenText, unit: string, end: number): UnitFound {
  if (
    wordAt(source, end) === "and" &&
    /^an?$/.test(wordAt(source, end + 1)) &&
    wordAt(source, end + 2) === "half"
  )
    return { unit, factor: 1, plus: 0.5, tokenEnd: end + 3, age: false }
  const hyphen =
    end < source.tokens.count && isHyphen(source.text, source.tokens.starts[end]!) ? end + 1 : end
  const word = wordAt(source, hyphen)
  if (word === "old" || word === "olds") return { unit, factor: 1, tokenEnd: hyphen + 1, age: true }
  if (wordAt(source, end) === "of" && wordAt(source, end + 1) === "age")
    return { unit, factor: 1, tokenEnd: end + 2, age: true }
  return found(unit, end)
}

const rateUnits: Readonly<Record<string, string>> = {
  hour: "h",
  hr: "h",
  h: "h",
  second: "s",
  sec: "s",
  s: "s",
  minute: "min",
  min: "min",
  day: "d",
  week: "wk",
  month: "mo",
  year: "a",
}

/** "miles per hour", "litres a day", "km/h": a UCUM code of two. */
function rate(source: TokenText, unit: string, end: number): { unit: string; end: number } | null {
  const link = wordAt(source, end)
  if (link !== "per" && link !== "an" && link !== "a" && link !== "/") return null
  const below = rateUnits[wordAt(source, end + 1)]
  return below === undefined || /^[A-Z]{3}$|%/.test(unit) ? null : { unit: `${unit}/${below}`, end: end + 2 }
}

/** "square miles", "sq ft", "cubic metres", "metric tons", "nautical miles", "light years", "business days". */
function qualifiedMeasure(source: TokenText, at: number): UnitFound | null {
  const lead = wordAt(source, at)
  const kind = qualifiers[lead]
  if (kind === undefined) return null
  let next = at + 1
  if (wordAt(source, next) === "." && touches(source, next)) next++
  if (isHyphen(source.text, source.tokens.starts[next] ?? 0)) next++
  const unit = unitAt(source, next)
  if (unit === undefined || !continuesLine(source, next)) return null
  if (kind === "days") return unit.unit === "day" ? found("day", next + 1) : null
  if (kind === "metric") return unit.unit === "[ston_av]" ? found("t", next + 1) : found(unit.unit, next + 1)
  if (kind === "nautical") return unit.unit === "[mi_i]" ? found("[nmi_i]", next + 1) : null
  if (kind === "fluid") return unit.unit === "[oz_av]" ? found("[foz_us]", next + 1) : null
  if (kind === "light") return unit.unit === "year" ? found("[ly]", next + 1) : null
  if (unit.kind !== "measure") return null
  return found(kind === "2" && unit.unit === "[ft_i]" ? "[sft_i]" : `${unit.unit}${kind}`, next + 1)
}

const qualifiers: Readonly<Record<string, string>> = {
  square: "2",
  sq: "2",
  cubic: "3",
  cu: "3",
  metric: "metric",
  nautical: "nautical",
  fluid: "fluid",
  fl: "fluid",
  light: "light",
  business: "days",
  working: "days",
  calendar: "days",
}

/** "20 m", "5 g", "98 F": one letter after digits, where no noun follows. */
function singleLetterUnit(source: TokenText, at: number, amount: Amount): UnitFound | null {
  const raw = source.text.slice(source.tokens.starts[at], source.tokens.ends[at])
  if (amount.last.written !== "digits" || !continuesLine(source, at) || !/^[mgCF]$/.test(raw)) return null
  const unit = unitOfSuffix(raw.toLowerCase())!
  return singularOf(wordAt(source, at + 1)) === null ? measured(source, unit.unit, at + 1) : null
}
