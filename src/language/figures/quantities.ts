import { type Numeral, type Numerals, numeralAt } from "../numerals/numeral.ts"
import { continuesLine, isHyphen, type TokenText, touches, wordAt } from "../token-text.ts"
import { currencySigns, dollarPrefixes, unitAt, unitTable } from "./units.ts"

/** A number, or the two ends of a range, before its unit is read. */
export interface Amount {
  readonly low: number
  readonly high: number
  /** Share of a whole ("a third", "1 in 5"): its unit is one. */
  readonly share: boolean
  readonly vague: boolean
  /** "Une vingtaine": the number itself says that it is a round one. */
  readonly about: boolean
  readonly first: Numeral
  readonly last: Numeral
  readonly tokenEnd: number
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
    about: numeral.kind === "about",
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
    // "10km in 58 minutes" and "3 in 24 hours" are no shares.
    const isPace =
      numeral.suffix !== "" || (every !== null && unitAt(source, every.tokenEnd)?.kind === "time")
    if (
      every !== null &&
      every.kind === "cardinal" &&
      every.value > numeral.value &&
      !isYearNumber(every) &&
      !isPace
    )
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
