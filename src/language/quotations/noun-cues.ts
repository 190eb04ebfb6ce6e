import { wordClass } from "../lexicon.ts"
import { isCapital, isClass, isMark, type Page, tokenText } from "../page.ts"
import type { TokenRange } from "../tokens.ts"
import { isVerbLike, phraseEndingAt, phraseStartingAt } from "./noun-phrases.ts"
import type { Subject } from "./subjects.ts"
import { thatBehind } from "./tag-slots.ts"

/** A noun of saying with its owner, and where the clause that it names begins: "her claim | that". */
export interface NounCue {
  readonly subject: Subject
  /** From the owner to the "that". */
  readonly range: TokenRange
}

/** No more words than these stand between an owner and the noun: "his recent and baseless claim". */
const betweenMax = 4

/** The noun cue whose noun of saying stands at `at`, or null where no owner or no "that" is there. */
export function nounCueAt(page: Page, at: number, bounds: TokenRange, ceiling: number): NounCue | null {
  if (isCapital(page, at)) return null
  const by =
    at + 1 < ceiling && tokenText(page, at + 1) === "by" ? phraseStartingAt(page, at + 2, ceiling) : null
  const last = by ? thatBehind(page, by.last, ceiling) : thatBehind(page, at + 1, ceiling)
  if (last >= ceiling || isMark(page, last) || tokenText(page, last) !== "that") return null
  if (by) return { subject: { phrase: by, rule: "noun of saying" }, range: { first: at, last } }
  const owner = ownerBefore(page, at, bounds.first)
  return owner && { subject: { phrase: owner, rule: "noun of saying" }, range: { first: owner.first, last } }
}

/** "her", "Anna Tarn's", "the board’s" before the noun. */
function ownerBefore(page: Page, at: number, floor: number): TokenRange | null {
  for (let i = at - 1; i >= Math.max(floor, at - betweenMax - 1); i--) {
    if (page.segmentOf[i]! >= 0) return null
    const word = tokenText(page, i)
    if (/^(his|her|their|its|my|our)$/i.test(word)) return { first: i, last: i + 1 }
    if (/['’]s$|s['’]$/.test(word)) {
      const phrase = phraseEndingAt(page, i + 1, floor)
      return phrase && phrase.last === i + 1 ? pastPreposition(page, phrase) : null
    }
    if (isMark(page, i) ? word !== "-" : isVerbLike(page, i) || isClass(page, i, wordClass.preposition))
      return null
  }
  return null
}

/** Only what follows the last preposition but "of" owns the noun: "hurt by | Tarn's". */
function pastPreposition(page: Page, { first, last }: TokenRange): TokenRange {
  for (let at = last - 1; at >= first; at--)
    if (isClass(page, at, wordClass.preposition) && !isCapital(page, at) && tokenText(page, at) !== "of")
      return { first: at + 1, last }
  return { first, last }
}
