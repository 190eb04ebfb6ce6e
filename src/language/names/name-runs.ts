import { isPossessive, type NameSet, nameClass, wordClass } from "../lexicon.ts"
import { isCapital, isClass, isMark, type Page, tokenText, unitAt } from "../page.ts"
import { hashOfLetters, type TokenRange } from "../tokens.ts"

const nameTokensMax = 12

/** True when one of the name classes in `bits` is the word's, a possessive apart. */
export function isNameClass(page: Page, at: number, bits: number): boolean {
  return at >= 0 && (page.nameClasses[at]! & bits) !== 0
}

/** True when the word belongs to one of the small sets. */
export function isInNameSet({ tokens, lexicon }: Page, at: number, set: NameSet): boolean {
  return at >= 0 && at < tokens.count && lexicon.nameSets[set].has(tokens.hashes[at]!)
}

/** Like `isClass`, a possessive apart: "Ohio's" is a place as "Ohio" is. */
export function isStemClass(page: Page, at: number, bits: number): boolean {
  if (isClass(page, at, bits)) return true
  const { text, tokens, lexicon } = page
  if (at < 0 || !isPossessive(text, tokens, at)) return false
  const stem = text.slice(tokens.starts[at], tokens.ends[at]! - 2)
  return ((lexicon.classesByHash.get(hashOfLetters(stem)) ?? 0) & bits) !== 0
}

/** One past the last token of the name that begins at `from`. */
export function runEnd(page: Page, from: number, frame: TokenRange): number {
  let at = from + 1
  let last = at
  const limit = Math.min(frame.last, from + nameTokensMax)
  while (at < limit) {
    if (endsName(page, at - 1) && !goesOnBehindOwner(page, at, limit)) break
    const behindNickname = nicknameEnd(page, at, limit)
    if (behindNickname > 0) {
      at = behindNickname
      continue
    }
    if (isMark(page, at)) {
      const next = behindMark(page, from, at, limit)
      if (next === null) break
      at = next.at
      if (next.holds) last = at
      if (next.ends) break
      continue
    }
    if (isCapital(page, at)) {
      if (isClass(page, at, wordClass.time) && !isClass(page, at, wordClass.firstName)) break
      if (isSmallWord(page, at)) break
      at++
      last = at
      continue
    }
    if (page.tokens.kinds[at] === 1 && at === from + 1 && isNumbered(page, from, at)) {
      last = ++at
      continue
    }
    if (!isJoint(page, from, at, limit)) break
    at++
  }
  if (isMark(page, last - 1) && !isInitial(page, last - 2) && !isKnownAbbreviation(page, last - 2)) last--
  return last
}

/** "When", "His": a closed class with a capital, in a heading or a quotation; no initials, and no first name. */
export function isSmallWord(page: Page, at: number): boolean {
  const closed = wordClass.function | wordClass.pronoun
  if (!isClass(page, at, closed) || isClass(page, at, wordClass.firstName)) return false
  const length = page.tokens.ends[at]! - page.tokens.starts[at]!
  if (length === 1) return unitAt(page, at + 1) !== 0x2e
  return !isAllCapitals(page, at) || length > 3 || isAllCapitals(page, at - 1)
}

/** How a run goes on behind the mark at `at`: the next token, whether all before it belongs, whether the run ends. */
function behindMark(
  page: Page,
  from: number,
  at: number,
  limit: number,
): { readonly at: number; readonly holds: boolean; readonly ends: boolean } | null {
  if (!isNameMark(page, at)) return null
  const isPoint = unitAt(page, at) === 0x2e
  if (at + 1 >= limit) {
    const isInside = isPoint && page.tokens.ends[at - 1]! - page.tokens.starts[at - 1]! === 3
    return isInside ? { at: at + 1, holds: true, ends: true } : null
  }
  if (!isCapital(page, at + 1) && !isPoint) {
    if (at < from + 2 || !isSyllable(page, at + 1)) {
      const isArticle = isNameClass(page, at - 1, nameClass.particle) && isCapital(page, at + 1)
      return isArticle ? { at: at + 1, holds: false, ends: false } : null
    }
    return { at: at + 2, holds: true, ends: false }
  }
  return { at: at + 1, holds: isPoint, ends: isPoint && endsAbbreviation(page, at - 1, at + 1) }
}

/** "Apollo 13", and no sum: "GBP 200". */
function isNumbered(page: Page, from: number, at: number): boolean {
  return (
    /^\d{1,3}$/.test(tokenText(page, at)) &&
    isAllCapitals(page, from) &&
    !isNameClass(page, from, nameClass.commonCapital)
  )
}

/** William “Billy” | Thackeray: one past the closing mark, or 0. */
function nicknameEnd(page: Page, at: number, limit: number): number {
  const unit = unitAt(page, at)
  if (unit !== 0x22 && unit !== 0x201c && unit !== 0x2018 && unit !== 0x27) return 0
  const close = isMark(page, at + 2) ? at + 2 : isMark(page, at + 3) ? at + 3 : -1
  if (close < 0 || close + 1 >= limit || !isCapital(page, at + 1) || !isCapital(page, close + 1)) return 0
  const closing = unitAt(page, close)
  const isClosed = closing === unit || closing === 0x201d || closing === 0x2019
  return isClosed && isCapital(page, at - 1) && !isClass(page, at - 1, wordClass.function) ? close + 1 : 0
}

/** "Tarn's | Harbour Office": a possessive ends a name, but for a body or place named after somebody. */
function goesOnBehindOwner(page: Page, at: number, limit: number): boolean {
  if (isMark(page, at)) return isNameMark(page, at)
  if (!isCapital(page, at)) return false
  if (isClass(page, at, wordClass.bodyHead)) return true
  let last = at
  while (last + 1 < limit && page.tokens.kinds[last + 1] === 0 && isCapital(page, last + 1)) last++
  return last > at && last < at + 3 && isClass(page, last, wordClass.bodyHead) && isSaintly(page, at - 1)
}

/** "St Brannoc's", "Queen's": owners by whom bodies are called. */
function isSaintly(page: Page, owner: number): boolean {
  return (
    isClass(page, owner - 1, wordClass.title | wordClass.neverLast) ||
    isClass(page, owner - 2, wordClass.neverLast)
  )
}

function endsName(page: Page, at: number): boolean {
  const end = page.tokens.ends[at]!
  if (end - page.tokens.starts[at]! < 2) return false
  const last = page.text.charCodeAt(end - 1)
  const before = page.text.charCodeAt(end - 2)
  if (last === 0x73 && isApostrophe(before)) return true
  if (before === 0x73 && isApostrophe(last)) return true
  // "Workers' Union": the apostrophe is a token of its own.
  return last === 0x73 && isMark(page, at + 1) && isApostrophe(unitAt(page, at + 1))
}

export function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019
}

export function withoutPossessive(word: string): string {
  const last = word.charCodeAt(word.length - 1)
  if (isApostrophe(last)) return word.slice(0, -1)
  return last === 0x73 && isApostrophe(word.charCodeAt(word.length - 2)) ? word.slice(0, -2) : word
}

export function isAllCapitals(page: Page, at: number): boolean {
  // Nearly every word with a capital is told by its second letter, before it is cut out and turned about.
  const second = page.text.charCodeAt(page.tokens.starts[at]! + 1)
  if (second >= 0x61 && second <= 0x7a && page.tokens.ends[at]! - page.tokens.starts[at]! > 1) return false
  const word = tokenText(page, at)
  return word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase()
}

function isNameMark(page: Page, at: number): boolean {
  const unit = unitAt(page, at)
  const touches = page.tokens.starts[at] === page.tokens.ends[at - 1]
  if (unit === 0x2e) return touches && (isInitial(page, at - 1) || isKnownAbbreviation(page, at - 1))
  if (unit === 0x26) return true
  if (isApostrophe(unit))
    return touches && isCapital(page, at + 1) && isClass(page, at + 1, wordClass.bodyHead)
  return (
    (unit === 0x2d || unit === 0x2010 || unit === 0x2011) &&
    touches &&
    page.tokens.starts[at + 1] === page.tokens.ends[at]
  )
}

/** The second half of a name such as "Ji-won" in "Han Ji-won", or "on-Sea", and not of "Anna Tarn-led". */
function isSyllable(page: Page, at: number): boolean {
  const word = tokenText(page, at)
  return /^[a-z]{2,5}['’]?s?$/.test(word) && !isInNameSet(page, at, "compoundTail")
}

function isInitial(page: Page, at: number): boolean {
  const length = page.tokens.ends[at]! - page.tokens.starts[at]!
  return (
    isCapital(page, at) && (length === 1 || (length === 3 && page.text[page.tokens.starts[at]! + 1] === "."))
  )
}

function isKnownAbbreviation(page: Page, at: number): boolean {
  return (
    isCapital(page, at) &&
    (isClass(page, at, wordClass.neverLast | wordClass.seldomLast) ||
      isNameClass(page, at, nameClass.lineSuffix))
  )
}

/** The point after "Inc." ends the name when no capital follows. */
function endsAbbreviation(page: Page, word: number, next: number): boolean {
  return isClass(page, word, wordClass.seldomLast) || !isCapital(page, next)
}

/** Small words inside a name: "Bank of Skerry", "Anna van der Tarn", "Ministry of Water and Power". */
function isJoint(page: Page, from: number, at: number, limit: number): boolean {
  const next = at + 1
  if (next >= limit || page.lexicon.language.nounsCapital) return false
  const bits = page.nameClasses[at]!
  const isOf = (bits & nameClass.of) !== 0
  if (bits & nameClass.particle && !isOf && isParticle(page, next, limit)) return true
  const head = wordClass.bodyHead | wordClass.bodyRole
  const isHead = isClass(page, at - 1, head)
  if (isOf) {
    const isThe = isClass(page, next, wordClass.determiner) && next + 1 < limit
    if (!isCapital(page, isThe ? next + 1 : next))
      return bits & nameClass.particle ? isParticle(page, next, limit) : false
    return (
      isHead ||
      isNameClass(page, at - 1, nameClass.placeHead | nameClass.work) ||
      (bits & nameClass.particle) !== 0
    )
  }
  if (isNameClass(page, at - 1, nameClass.of)) return isClass(page, at, wordClass.determiner)
  if (!isCapital(page, next)) return false
  if (bits & nameClass.subjectOf) {
    if (isNameClass(page, at - 1, nameClass.subjectHead)) return true
    return at === from + 1 && isClass(page, from, wordClass.groupRole) && isInNameSet(page, at, "groupOf")
  }
  return (bits & nameClass.and) !== 0 && isJoiningAnd(page, from, at, limit)
}

/** A name follows, or another particle and then a name: "van | der Tarn", "el-Sayed". */
function isParticle(page: Page, next: number, limit: number): boolean {
  if (isCapital(page, next)) return true
  if (next + 1 >= limit) return false
  if (isMark(page, next)) return unitAt(page, next) === 0x2d && isCapital(page, next + 1)
  if (!isNameClass(page, next, nameClass.particle)) return false
  return isCapital(page, next + 1) || (isMark(page, next + 1) && isCapital(page, next + 2))
}

/** "Dock and Harbour Workers", "Anna and Hugo Lindt Trust", and never "Anna Tarn and Hugo Lindt". */
function isJoiningAnd(page: Page, from: number, at: number, limit: number): boolean {
  const next = at + 1
  for (let head = from; head < at - 1; head++) {
    if (!isNameClass(page, head, nameClass.subjectHead)) continue
    const link = nameClass.of | nameClass.subjectOf
    if (isNameClass(page, head + 1, link) && !isClass(page, next, wordClass.place | wordClass.firstName))
      return true
  }
  if (isClass(page, from, wordClass.firstName) && at > from + 1) return false
  if (at > from + 1 && isClass(page, at - 1, wordClass.bodyHead)) return false
  let last = next
  while (last + 1 < limit && page.tokens.kinds[last + 1] === 0 && isCapital(page, last + 1)) last++
  if (last === next || !isClass(page, last, wordClass.bodyHead)) return false
  return !isClass(page, next, wordClass.firstName) || (at === from + 1 && last > next + 1)
}
