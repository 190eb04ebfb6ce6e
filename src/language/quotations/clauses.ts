import { wordClass } from "../lexicon.ts"
import { isCapital, isClass, isMark, type Page, tokenText, unitAt } from "../page.ts"
import type { MarkedSegment } from "./marks.ts"
import { isVerbLike } from "./noun-phrases.ts"

const comma = 0x2c

/** A colon or comma right before the marks: the words are a sentence of their own. */
export function isSetOff(page: Page, open: number): boolean {
  const unit = unitAt(page, open - 1)
  return (
    unit === 0x3a || unit === comma || unit === 0x28 || unit === 0x2014 || unit === 0x2013 || unit === 0x2d
  )
}

export function skipForward(page: Page, from: number, to: number): number {
  let at = from
  while (at < to && page.segmentOf[at]! < 0 && isMark(page, at)) at++
  return at
}

export function skipBack(page: Page, from: number, to: number): number {
  let at = from
  const isOpen = from < page.tokens.count && !isMark(page, from)
  const loose = wordClass.conjunction | wordClass.subordinator | (isOpen ? wordClass.adverb : 0)
  while (at > to && page.segmentOf[at - 1]! < 0 && (isMark(page, at - 1) || isClass(page, at - 1, loose)))
    at--
  return at
}

/** Where the clause that holds the segment ends: before a participle, a contrast or another tag, or with the frame. */
export function clauseEnd(page: Page, segment: MarkedSegment, ceiling: number): number {
  const end = segment.close === null ? segment.last : segment.close + 1
  const lastUnit = segment.last > segment.first ? unitAt(page, segment.last - 1) : 0
  if (lastUnit === comma || lastUnit === 0x2e || lastUnit === 0x3f || lastUnit === 0x21) return end
  let at = end
  while (at < ceiling) {
    if (page.segmentOf[at]! < 0 && isMark(page, at)) {
      const unit = unitAt(page, at)
      if (unit === 0x3b || unit === 0x2014 || unit === 0x2013 || unit === 0x28) break
      if (unit === comma && endsMarkedClause(page, at, ceiling)) break
    }
    at++
  }
  return skipBack(page, at, end)
}

/** A comma that ends a clause with quoted words in it: before a participle, a contrast, a relative or an apposition. */
function endsMarkedClause(page: Page, at: number, ceiling: number): boolean {
  const next = at + 1
  if (next >= ceiling || page.segmentOf[next]! >= 0) return false
  const word = tokenText(page, next)
  if (/^(which|who)$/.test(word)) return !returnsAfter(page, next, ceiling)
  return endsAtComma(page, at, ceiling) || /^(but|an?)$/.test(word)
}

/** A comma that ends any clause: before a participle of speech or stance, or a contrast. */
export function endsAtComma(page: Page, at: number, ceiling: number): boolean {
  const next = at + 1
  if (next >= ceiling || page.segmentOf[next]! >= 0) return false
  if (isClass(page, next, wordClass.speechParticiple | wordClass.stanceParticiple)) return true
  return /^(while|although|though|whereas|despite|referring|citing)$/.test(tokenText(page, next))
}

/** The clause goes on behind an aside: "the mine, which opened in 1911, would stay". */
function returnsAfter(page: Page, from: number, ceiling: number): boolean {
  for (let at = from; at < Math.min(ceiling - 1, from + 25); at++)
    if (isMark(page, at) && unitAt(page, at) === comma) return isVerbLike(page, at + 1)
  return false
}

/** True when a finite verb, or a pronoun with one tied to it ("he's"), stands outside marks in [first, last). */
export function hasVerb(page: Page, first: number, last: number): boolean {
  for (let at = first; at < last; at++) {
    if (page.segmentOf[at]! >= 0 || page.tokens.kinds[at] !== 0) continue
    if (isVerbLike(page, at) || isTiedVerb(page, at)) return true
  }
  return false
}

function isTiedVerb(page: Page, at: number): boolean {
  const end = page.tokens.ends[at]!
  const unit = page.text.charCodeAt(end - 2)
  const isTied =
    unit === 0x27 ||
    unit === 0x2019 ||
    page.text.charCodeAt(end - 3) === 0x27 ||
    page.text.charCodeAt(end - 3) === 0x2019
  return isTied && /^(i|he|she|it|we|they|you|that|there|who)['’](s|m|re|ll|d|ve)$/i.test(tokenText(page, at))
}

/** True for words that may be a title or a nickname: every longer word has a capital. */
export function isTitleCase(page: Page, segment: MarkedSegment): boolean {
  let words = 0
  for (let at = segment.first; at < segment.last; at++) {
    if (page.tokens.kinds[at] !== 0) continue
    words++
    if (!isCapital(page, at) && !isClass(page, at, wordClass.function)) return false
  }
  return words > 0
}
