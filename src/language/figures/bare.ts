import type { Numeral } from "../numerals/numeral.ts"
import { continuesLine, type TokenText, wordAt } from "../token-text.ts"
import { isName } from "./exclusions.ts"
import type { CountedNoun } from "./nouns.ts"
import type { Amount } from "./quantities.ts"

/**
 * True when a number that nothing measures and nothing qualifies is better left alone: a year, a small number in
 * words, "one" as a pronoun, the number of a flight.
 */
export function isBare(
  source: TokenText,
  amount: Amount,
  noun: CountedNoun | null,
  qualified: boolean,
): boolean {
  const { first } = amount
  const isRange = amount.low !== amount.high
  if (first.suffix !== "" && first.suffix !== "m") return true
  if (isHouseNumber(source, amount)) return true
  // "9/11", "24/7".
  if (!amount.share && /^\/\d/.test(source.text.slice(first.end, first.end + 2))) return true
  if (noun !== null) {
    if (first.plain && first.value >= 1900 && first.value < 2100 && !qualified)
      return isYearBefore(source, first, noun)
    const isOne = first.written === "words" && first.value === 1
    // "One of the men" is a pronoun, "un homme" a man; "Version 3.2 of the app" is a name.
    if (isOne && (source.english || noun.to > noun.from + 1 || wordAt(source, amount.tokenEnd) === "of"))
      return true
    return !qualified && wordAt(source, amount.tokenEnd) === "of" && isName(source, amount)
  }
  if (qualified) return first.plain && first.value >= 1900 && first.value < 2100
  if (isName(source, amount) || (!continuesLine(source, first.tokenStart) && !isCounting(source, amount)))
    return true
  if (amount.share)
    return first.kind === "fraction" && wordAt(source, amount.tokenEnd) !== "of" && !isStep(source, first)
  if (amount.vague) return true
  if (first.plain && first.end - first.start === 4 && first.value >= 1000 && first.value < 2200) return true
  if (first.plain && first.end - first.start > 6) return true
  if (first.suffix === "m") return true
  return !isRange && first.written === "words" && Math.abs(first.value) <= 12 && !isCounting(source, amount)
}

/** "221b Corn Street": a letter behind the digits that nothing counted follows is no scale. */
function isHouseNumber({ text }: TokenText, { first }: Amount): boolean {
  return first.written === "digits" && /^\d+[bBTGK]$/.test(text.slice(first.start, first.end))
}

/** "down by a fifth", "from two-thirds": behind these a share is told though its whole is not. */
function isStep(source: TokenText, first: Numeral): boolean {
  return /^(?:by|from|to|than|over|under|another)$/.test(wordAt(source, first.tokenStart - 1))
}

const counting =
  /^(?:will|would|were|was|are|have|had|has|could|may|might|must|can|died|fled|came|went|lost|won|left|fell|others)$|..ed$/

/** "Seven will shut", "nine voted", "ten of the 14": those counted are not named again. */
function isCounting(source: TokenText, amount: Amount): boolean {
  if (amount.first.value < 2 || amount.first.written !== "words") return false
  const next = wordAt(source, amount.tokenEnd)
  if (next === "of")
    return /^(?:the|its|his|her|their|our|those|these|them)$/.test(wordAt(source, amount.tokenEnd + 1))
  return continuesLine(source, amount.tokenEnd) && counting.test(next)
}

/** "2018 elections" is of a year; "2000 people" and "some 2018 votes" are counted. */
function isYearBefore(source: TokenText, first: Numeral, noun: CountedNoun): boolean {
  return first.value % 100 !== 0 || wordAt(source, first.tokenStart - 1) === "the" || noun.unit === "election"
}
