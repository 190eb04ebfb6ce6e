import { type Numeral, type Numerals, numeralAt } from "../numerals/numerals.ts"
import { continuesLine, isHyphen, type TokenText, touches, wordAt } from "../token-text.ts"
import { tokenize } from "../tokens.ts"
import { singularOf } from "./nouns.ts"
import { currencyNations, currencySigns, dollarPrefixes, type UnitWord, unitAt, unitTable } from "./units.ts"

/** A number, or the two ends of a range, before its unit is read. */
export interface Amount {
  readonly low: number
  readonly high: number
  /** Share of a whole ("a third", "1 in 5"): its unit is one. */
  readonly share: boolean
  readonly vague: boolean
  readonly first: Numeral
  readonly last: Numeral
  readonly tokenEnd: number
}

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

/** The currency printed before the number: "$", "US$", "HK $", "EUR", "Rs". */
export function currencyBefore(
  source: TokenText,
  index: number,
): { readonly code: string; readonly tokenStart: number } | null {
  const { tokens, text } = source
  const at = index - 1
  if (at < 0 || !continuesLine(source, index)) return null
  const gap = tokens.starts[index]! - tokens.ends[at]!
  if (gap > 1) return null
  const mark = text.slice(tokens.starts[at], tokens.ends[at])
  const sign = currencySigns[mark]
  if (sign !== undefined) {
    const prefix =
      mark === "$" && at > 0 && tokens.starts[at]! - tokens.ends[at - 1]! <= 1 ? wordAt(source, at - 1) : ""
    const nation = dollarPrefixes[prefix]
    const glued = touches(source, at) || (nation !== undefined && prefix.length > 1)
    return nation !== undefined && glued && isUpper(source, at - 1, prefix)
      ? { code: nation, tokenStart: at - 1 }
      : { code: sign, tokenStart: at }
  }
  const unit = unitTable.get(tokens.hashes[at]!)
  if (unit?.kind === "currency" && /^[A-Z]{3}$/.test(mark)) return { code: unit.unit, tokenStart: at }
  if (/^Rs$/.test(mark)) return { code: "INR", tokenStart: at }
  return null
}

function isUpper({ text, tokens }: TokenText, index: number, prefix: string): boolean {
  const raw = text.slice(tokens.starts[index], tokens.ends[index])
  return prefix.length > 1 || raw === raw.toUpperCase()
}

/** The number at `numeral` with what belongs to it: fraction, mixed number, range, "one in five". */
export function amountFrom(source: TokenText, numerals: Numerals, numeral: Numeral): Amount {
  const single = (value: number, last: Numeral, share: boolean): Amount => ({
    low: value,
    high: value,
    share,
    vague: numeral.kind === "vague",
    first: numeral,
    last,
    tokenEnd: last.tokenEnd,
  })
  const divided = slashFraction(source, numerals, numeral) ?? overFraction(source, numerals, numeral)
  if (divided !== null) return single(divided.value, divided.last, true)
  const next = numeralAt(numerals, numeral.tokenEnd)
  if (numeral.plain && next !== null && continuesLine(source, next.tokenStart)) {
    const part =
      next.kind === "fraction" && next.written === "digits"
        ? { value: next.value, last: next }
        : slashFraction(source, numerals, next)
    if (part !== null) return single(numeral.value + part.value, part.last, false)
  }
  if (numeral.kind === "cardinal" && numeral.value > 0) {
    const inside = wordAt(source, numeral.tokenEnd)
    const out = inside === "out" && wordAt(source, numeral.tokenEnd + 1) === "of"
    const whole =
      inside === "in"
        ? numeralAt(numerals, numeral.tokenEnd + 1)
        : out
          ? numeralAt(numerals, numeral.tokenEnd + 2)
          : null
    const every =
      whole ??
      (out && wordAt(source, numeral.tokenEnd + 2) === "every"
        ? numeralAt(numerals, numeral.tokenEnd + 3)
        : null)
    if (every !== null && every.kind === "cardinal" && every.value > numeral.value && !isYearNumber(every))
      return single(numeral.value / every.value, every, true)
  }
  return single(numeral.value, numeral, numeral.kind === "fraction" && numeral.value < 1)
}

/** "one over three", "2000 over 3": said so only where nothing counted follows. */
function overFraction(
  source: TokenText,
  numerals: Numerals,
  numeral: Numeral,
): { value: number; last: Numeral } | null {
  if (wordAt(source, numeral.tokenEnd) !== "over") return null
  const below = numeralAt(numerals, numeral.tokenEnd + 1)
  if (below === null || below.kind !== "cardinal" || below.value === 0) return null
  if (/^\p{L}|^%/u.test(wordAt(source, below.tokenEnd)) && continuesLine(source, below.tokenEnd)) return null
  return { value: numeral.value / below.value, last: below }
}

function isYearNumber(numeral: Numeral): boolean {
  return numeral.plain && numeral.value >= 1500 && numeral.value < 2200
}

/** "1/4": two small numbers about a touching slash. */
function slashFraction(
  source: TokenText,
  numerals: Numerals,
  numeral: Numeral,
): { value: number; last: Numeral } | null {
  const at = numeral.tokenEnd
  if (!numeral.plain || wordAt(source, at) !== "/" || !touches(source, at) || !touches(source, at + 1))
    return null
  const below = numeralAt(numerals, at + 1)
  if (below === null || !below.plain || below.value < 2 || below.value > 100 || numeral.value >= below.value)
    return null
  // The attacks of 2001.
  if (numeral.value === 9 && below.value === 11) return null
  return { value: numeral.value / below.value, last: below }
}

/**
 * The upper end of a range that begins with `amount`: "200-300", "$5 million to $7 million", and after "between"
 * "200 and 300". Null where the second is not the greater. A scale said once is both's: "5-7 million".
 */
export function rangeFrom(
  source: TokenText,
  numerals: Numerals,
  amount: Amount,
  between: boolean,
): Amount | null {
  const at = amount.tokenEnd
  if (!continuesLine(source, at) || amount.vague) return null
  const link = wordAt(source, at)
  const dash = isHyphen(source.text, source.tokens.starts[at]!)
  if (!(between ? link === "and" : link === "to" || dash)) return null
  let next = at + 1
  if (dollarPrefixes[wordAt(source, next)] !== undefined && wordAt(source, next + 1) === "$") next++
  if (currencySigns[wordAt(source, next)] !== undefined) next++
  const upper = numeralAt(numerals, next)
  if (upper === null || !continuesLine(source, next) || upper.kind === "ordinal" || upper.kind === "vague")
    return null
  const top = amountFrom(source, numerals, upper)
  const lowRaw = amount.low
  const scale = scaleOf(upper)
  const low = scale > 1 && scaleOf(amount.first) === 1 && lowRaw < top.high / scale ? lowRaw * scale : lowRaw
  if (low >= top.high) return null
  return { ...top, low, high: top.high, first: amount.first }
}

function scaleOf(numeral: Numeral): number {
  if (numeral.written !== "digits" || numeral.plain) return 1
  for (const scale of [1e12, 1e9, 1e6, 1e3])
    if (numeral.value >= scale && numeral.tokenEnd > numeral.tokenStart)
      return numeral.tokenEnd - numeral.tokenStart > 1 || numeral.end - numeral.start < 6 ? scale : 1
  return 1
}

const gluedUnits: Readonly<Record<string, string>> = {
  km: "km",
  cm: "cm",
  mm: "mm",
  kg: "kg",
  mg: "mg",
  g: "g",
  m: "m",
  ft: "[ft_i]",
  lb: "[lb_av]",
  lbs: "[lb_av]",
  oz: "[oz_av]",
  mph: "[mi_i]/h",
  kph: "km/h",
  kmh: "km/h",
  mw: "MW",
  gw: "GW",
  kwh: "kW.h",
  mwh: "MW.h",
  gb: "GBy",
  mb: "MBy",
  tb: "TBy",
  ml: "mL",
  l: "L",
  c: "Cel",
  f: "[degF]",
  m2: "m2",
  km2: "km2",
  ha: "har",
  pc: "%",
  hr: "hour",
  hrs: "hour",
  min: "minute",
  mins: "minute",
  p: "GBP",
}

const poundsOfMoneyMin = 1e5

/** "3.5years": a unit of time glued to its digits. */
function timeUnitOf(word: string): string | undefined {
  const unit = unitTable.get(tokenize(word).hashes[0]!)
  return unit?.kind === "time" ? unit.unit : undefined
}

/** The unit after the number: "%", "per cent", "km", "-mile", "years", "degrees Celsius", "Australian dollars". */
export function unitAfter(source: TokenText, amount: Amount): UnitFound | null {
  const { tokens } = source
  const glued = amount.last.suffix
  if (glued !== "" && glued !== "s") {
    const unit = gluedUnits[glued] ?? timeUnitOf(glued)
    return unit === undefined
      ? null
      : { unit, factor: glued === "p" ? 0.01 : 1, tokenEnd: amount.tokenEnd, age: false }
  }
  let at = amount.tokenEnd
  if (!continuesLine(source, at)) return null
  const word = wordAt(source, at)
  if (word === "%") return { unit: "%", factor: 1, tokenEnd: at + 1, age: false }
  if (word === "°" || word === "º") return degrees(source, at + 1)
  if (word === "per" && wordAt(source, at + 1) === "cent") return points(source, at + 2)
  if (currencySigns[word] !== undefined)
    return { unit: currencySigns[word], factor: 1, tokenEnd: at + 1, age: false }
  // "4,2 millones de euros".
  if (source.english && word === "of" && unitAt(source, at + 1)?.kind === "currency") at++
  const bracket = word === "(" || word === "[" || word === "{" || word === "<"
  const hyphen = isHyphen(source.text, tokens.starts[at]!)
  if (hyphen || bracket) at++
  if (amount.share && wordAt(source, at) === "of" && /^an?$/.test(wordAt(source, at + 1))) at += 2
  else if (amount.share && /^an?$/.test(wordAt(source, at))) at++
  const nation = currencyNations[wordAt(source, at)] ?? currencyNations[wordAt(source, at + 1)]
  if (nation !== undefined) {
    const offset = currencyNations[wordAt(source, at)] !== undefined ? 1 : 2
    const code = nation[wordAt(source, at + offset)]
    if (code !== undefined) return { unit: code, factor: 1, tokenEnd: at + offset + 1, age: false }
  }
  if (wordAt(source, at) === "metric" || wordAt(source, at) === "square" || wordAt(source, at) === "cubic")
    return qualifiedMeasure(source, at)
  const unit = unitAt(source, at)
  if (unit === undefined) return singleLetterUnit(source, at, amount)
  if (!accepts(source, unit, at, amount, hyphen)) return null
  // Nobody weighs in millions of pounds without saying of what.
  if (
    /^pounds?$/.test(wordAt(source, at)) &&
    amount.high >= poundsOfMoneyMin &&
    wordAt(source, at + 1) !== "of"
  )
    return { unit: "GBP", factor: 1, tokenEnd: at + 1, age: false }
  return withUnit(source, unit, at, bracket)
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
  if (unit.kind === "hundredth") return { unit: unit.unit, factor: 0.01, tokenEnd: end, age: false }
  if (bracket) return { unit: unit.unit, factor: 1, tokenEnd: end + 1, age: false }
  if (unit.kind === "time") return ageOrTime(source, unit.unit, end)
  return {
    unit: rate(source, unit.unit, end)?.unit ?? unit.unit,
    factor: 1,
    tokenEnd: rate(source, unit.unit, end)?.end ?? end,
    age: false,
  }
}

/** "percentage points" are not per cent. */
function points(source: TokenText, end: number): UnitFound {
  const word = wordAt(source, end)
  return word === "points" || word === "point"
    ? { unit: "percentage point", factor: 1, tokenEnd: end + 1, age: false }
    : { unit: "%", factor: 1, tokenEnd: end, age: false }
}

function degrees(source: TokenText, end: number): UnitFound {
  const scale = wordAt(source, end)
  const unit = /^(?:c|celsius|celcius|centigrade|centigrate)$/.test(scale)
    ? "Cel"
    : /^(?:f|fahrenheit|farenheit|fahrenheight)$/.test(scale)
      ? "[degF]"
      : null
  if (unit !== null && continuesLine(source, end)) return { unit, factor: 1, tokenEnd: end + 1, age: false }
  return { unit: "deg", factor: 1, tokenEnd: end, age: false }
}

/** "28-year-old", "45 years old", "three years of age". */
function ageOrTime(source: TokenText, unit: string, end: number): UnitFound {
  if (
    /^and$/.test(wordAt(source, end)) &&
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
  return { unit, factor: 1, tokenEnd: end, age: false }
}

const rateUnits: Readonly<Record<string, string>> = {
  hour: "h",
  hr: "h",
  h: "h",
  second: "s",
  minute: "min",
  day: "d",
  week: "wk",
  month: "mo",
  year: "a",
}

/** "miles per hour", "litres a day": a UCUM code of two. */
function rate(source: TokenText, unit: string, end: number): { unit: string; end: number } | null {
  const link = wordAt(source, end)
  if (link !== "per" && link !== "an" && link !== "a" && link !== "/") return null
  const below = rateUnits[wordAt(source, end + 1)]
  return below === undefined || /^[A-Z]{3}$/.test(unit) ? null : { unit: `${unit}/${below}`, end: end + 2 }
}

/** "square miles", "cubic metres", "metric tons". */
function qualifiedMeasure(source: TokenText, at: number): UnitFound | null {
  const unit = unitAt(source, at + 1)
  if (unit?.kind !== "measure") return null
  const lead = wordAt(source, at)
  if (lead === "metric") return { unit: "t", factor: 1, tokenEnd: at + 2, age: false }
  const power = lead === "square" ? "2" : "3"
  return {
    unit: unit.unit === "[ft_i]" && power === "2" ? "[sft_i]" : `${unit.unit}${power}`,
    factor: 1,
    tokenEnd: at + 2,
    age: false,
  }
}

/** "20 m", "5 g", "98 F": one letter after digits, where no noun follows. */
function singleLetterUnit(source: TokenText, at: number, amount: Amount): UnitFound | null {
  const raw = source.text.slice(source.tokens.starts[at], source.tokens.ends[at])
  const scale = /^(?:celcius|celsius|centigrade)$/i.test(raw)
    ? "Cel"
    : /^(?:fahrenheit|farenheit)$/i.test(raw)
      ? "[degF]"
      : null
  if (scale !== null) return { unit: scale, factor: 1, tokenEnd: at + 1, age: false }
  if (amount.last.written !== "digits" || !continuesLine(source, at)) return null
  const unit =
    raw === "m" ? "m" : raw === "g" ? "g" : raw === "C" ? "Cel" : raw === "F" ? "[degF]" : undefined
  return unit === undefined || singularOf(wordAt(source, at + 1)) !== null
    ? null
    : { unit, factor: 1, tokenEnd: at + 1, age: false }
}
