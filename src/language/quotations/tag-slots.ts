import { wordClass } from "../lexicon.ts"
import { isAdverb, isCapital, isClass, isMark, type Page, tokenText, unitAt } from "../page.ts"
import type { TokenRange } from "../tokens.ts"
import { endsAbbreviation, isNounLike, isTo, isVerbLike, phraseStartingAt } from "./noun-phrases.ts"

const comma = 0x2c

export interface Slots {
  readonly addressee: TokenRange | null
  readonly via: TokenRange | null
  readonly when: TokenRange | null
  /** One past the last token of the slots. */
  readonly last: number
}

/** One past the verb and the preposition that belongs to it: "called on", "referred to". */
export function pastParticle(page: Page, verb: number, ceiling: number, isStance: boolean): number {
  const next = verb + 1
  if (next >= ceiling || isMark(page, next)) return next
  if (isTo(page, next) && !isClass(page, next + 1, wordClass.determiner | wordClass.pronoun)) return next
  if (thatBehind(page, next, ceiling) > next) return next
  const particles = isStance ? /^(on|to|about|for|of|against|at)$/ : /^(about|against|on|back|out|of)$/
  return particles.test(tokenText(page, next)) && !isClass(page, next + 1, wordClass.time) ? next + 1 : next
}

/** Past what stands in apposition to an inverted subject: "said Tarn, the master, | in a statement". */
function pastApposition(page: Page, from: number, ceiling: number): number {
  if (from >= ceiling || !isMark(page, from) || unitAt(page, from) !== comma) return from
  for (let at = from + 1; at < Math.min(ceiling - 1, from + 14); at++) {
    if (!isMark(page, at) || unitAt(page, at) !== comma) continue
    const next = at + 1
    return isClass(page, next, wordClass.preposition) && !isCapital(page, next) ? next : from
  }
  return from
}

/** Who was told, by what means and when, read off the words after the verb. */
export function slotsAfter(
  page: Page,
  from: number,
  verb: number,
  ceiling: number,
  inverted: boolean,
): Slots {
  let at = inverted ? pastApposition(page, from, ceiling) : from
  let addressee: TokenRange | null = null
  let via: TokenRange | null = null
  let when: TokenRange | null = null
  if (!inverted && from === verb + 1 && isClass(page, verb, wordClass.addressing)) {
    addressee = addresseeAt(page, at, ceiling)
    if (addressee && addressee.last < ceiling && isTo(page, addressee.last))
      return { addressee, via, when, last: from }
    if (addressee) at = addressee.last
  }
  for (let slot = 0; slot < 4 && at < ceiling; slot++) {
    let next = at
    if (isMark(page, next) && unitAt(page, next) === comma && slot > 0) next++
    if (next >= ceiling || isMark(page, next)) break
    const isTime = isClass(page, next, wordClass.time) || isDayWord(page, next)
    if (isTime) {
      const end = timeEnd(page, next, ceiling)
      when = when ?? { first: next, last: end }
      at = end
      continue
    }
    if (next !== at || !isClass(page, next, wordClass.preposition) || isTo(page, next)) {
      const isToPeople = isTo(page, next) && next === at && isHearer(page, next + 1)
      if (!isToPeople) break
      addressee = phraseStartingAt(page, next + 1, ceiling)
      if (!addressee) break
      at = addressee.last
      continue
    }
    const end = adjunctEnd(page, next, ceiling)
    if (isTimeAdjunct(page, next, end)) when = when ?? { first: next, last: end }
    else if (isMediumAdjunct(page, next, end)) via = via ?? { first: next, last: end }
    else break
    at = end
  }
  return { addressee, via, when, last: thatBehind(page, at, ceiling) }
}

/** Past adjuncts of place and the like to the "that" that opens the words, or `from`. */
export function thatBehind(page: Page, from: number, ceiling: number): number {
  if (from >= ceiling || isCapital(page, from) || isThat(page, from)) return from
  if (isMark(page, from)) return thatAfterAside(page, from, ceiling)
  if (!isClass(page, from, wordClass.preposition | wordClass.time) && !isAdverb(page, from)) return from
  for (let at = from; at < Math.min(ceiling, from + 20); at++) {
    if (isThat(page, at)) return isClass(page, at - 1, wordClass.preposition) ? from : at
    if (isVerbLike(page, at)) return from
    if (isMark(page, at) && !/[-’'.&()]/.test(tokenText(page, at)) && !isPlaceComma(page, at)) return from
  }
  return from
}

/** The commas of "in Skerry, Maine, that". */
function isPlaceComma(page: Page, at: number): boolean {
  return (
    unitAt(page, at) === comma && isCapital(page, at - 1) && (isCapital(page, at + 1) || isMark(page, at - 2))
  )
}

function isThat(page: Page, at: number): boolean {
  return !isMark(page, at) && /^that$/.test(tokenText(page, at))
}

function addresseeAt(page: Page, at: number, ceiling: number): TokenRange | null {
  if (at >= ceiling || isMark(page, at)) return null
  if (
    isClass(
      page,
      at,
      wordClass.preposition | wordClass.subordinator | wordClass.relative | wordClass.conjunction,
    )
  )
    return null
  const isHers =
    /^her$/.test(tokenText(page, at)) &&
    at + 1 < ceiling &&
    isNounLike(page, at + 1) &&
    !isVerbLike(page, at + 1)
  if (!isHers && /^(him|her|them|me|us|you|it)$/.test(tokenText(page, at))) return { first: at, last: at + 1 }
  if (isClass(page, at, wordClass.pronoun | wordClass.time)) return null
  const isHearerStart = isCapital(page, at) || isHearer(page, at) || isClass(page, at, wordClass.determiner)
  return isHearerStart ? phraseStartingAt(page, at, ceiling) : null
}

function isHearer(page: Page, at: number): boolean {
  return (
    isClass(page, at, wordClass.groupRole | wordClass.personRole) ||
    /^(him|her|them|me|us)$/.test(tokenText(page, at))
  )
}

function isDayWord(page: Page, at: number): boolean {
  return /^(last|this|next|earlier|late|early|recently)$/.test(tokenText(page, at))
}

function timeEnd(page: Page, from: number, ceiling: number): number {
  let at = from
  while (
    at < ceiling &&
    !isMark(page, at) &&
    (isClass(page, at, wordClass.time) || isDayWord(page, at) || page.tokens.kinds[at] === 1)
  )
    at++
  return Math.max(at, from + 1)
}

/** One past the adjunct's last token: its noun phrase with what it is "of", "with", "by" and "to". */
function adjunctEnd(page: Page, from: number, ceiling: number): number {
  const limit = Math.min(ceiling, from + 24)
  let at = from + 1
  while (at < limit) {
    if (isMark(page, at) && !endsAbbreviation(page, at) && !/[-’'&]/.test(tokenText(page, at))) break
    const classes = page.classes[at]!
    const lower = !isCapital(page, at)
    if (lower && classes & (wordClass.relative | wordClass.auxiliary | wordClass.being)) break
    if (lower && classes & wordClass.pronoun) break
    if (
      lower &&
      classes & wordClass.determiner &&
      at > from + 1 &&
      !isClass(page, at - 1, wordClass.preposition)
    )
      break
    if (lower && classes & wordClass.conjunction) break
    if (
      classes & wordClass.time &&
      at > from + 1 &&
      !isClass(page, at - 1, wordClass.preposition | wordClass.determiner)
    )
      break
    if (
      isCapital(page, at) &&
      at > from + 1 &&
      !isCapital(page, at - 1) &&
      /ed|se|ment|er$/.test(tokenText(page, at - 1)) &&
      isClass(page, at - 1, wordClass.document)
    )
      break
    at++
  }
  if (at < ceiling && isMark(page, at - 1) && unitAt(page, at - 1) !== 0x2e) at--
  return at
}

function isTimeAdjunct(page: Page, from: number, end: number): boolean {
  if (end - from > 6) return false
  for (let at = from + 1; at < end; at++) if (isClass(page, at, wordClass.time)) return true
  return page.tokens.kinds[from + 1] === 1 && end - from === 2
}

function isMediumAdjunct(page: Page, from: number, end: number): boolean {
  const word = tokenText(page, from)
  if (!/^(in|on|at|during|via|through|by|over|from|after|before)$/.test(word)) return false
  for (let at = from + 1; at < end; at++) {
    if (isClass(page, at, wordClass.document) || page.lexicon.mediumHashes.has(page.tokens.hashes[at]!))
      return true
  }
  return word === "on" && isCapital(page, from + 1)
}

/** "said, without giving a reason, that": past the aside between commas. */
function thatAfterAside(page: Page, from: number, ceiling: number): number {
  if (unitAt(page, from) !== comma) return from
  for (let at = from + 1; at < Math.min(ceiling - 1, from + 14); at++) {
    if (page.segmentOf[at]! >= 0) return from
    if (unitAt(page, at) === comma && isMark(page, at))
      return /^that$/.test(tokenText(page, at + 1)) ? at + 1 : from
  }
  return from
}
