import { wordClass } from "../lexicon.ts"
import { isAdverb, isCapital, isClass, isMark, type Page, tokenText, unitAt } from "../page.ts"
import type { TokenRange } from "../tokens.ts"
import { isNounLike, isTo } from "./noun-phrases.ts"

/** "went on", "shot back" beside marked words. */
export function isGoingOn(page: Page, at: number, bounds: TokenRange): boolean {
  if (!isClass(page, at, wordClass.otherVerb) || at + 1 >= bounds.last) return false
  if (!/^(on|back|out|in)$/.test(tokenText(page, at + 1))) return false
  const after = at + 2
  const isBeside = after >= bounds.last || (isMark(page, after) && !/[-’']/.test(tokenText(page, after)))
  return isBeside && (segmentBefore(page, at, bounds.first) > bounds.first || page.segmentOf[after + 1]! >= 0)
}

/** A form that is a noun as often counts as a verb beside a mark, before "that", or after a plain subject. */
export function isVerbHere(page: Page, at: number, bounds: TokenRange): boolean {
  const before = at - 1
  const after = at + 1
  const isDetermined = before >= bounds.first && isClass(page, before, wordClass.determiner)
  const hasAfter = after < bounds.last
  if (hasAfter && /^that$/.test(tokenText(page, after))) return true
  if (hasAfter && page.segmentOf[after]! >= 0 && !isDetermined) return true
  if (before < bounds.first) return false
  const unit = hasAfter && isMark(page, after) ? unitAt(page, after) : 0
  const carries = (unit === 0x3a || unit === 0x2c) && page.segmentOf[after + 1]! >= 0
  if (carries && !isDetermined) return true
  const isLast = !hasAfter || (unit !== 0 && unit !== 0x2d)
  if (isLast && isNamed(page, before) && segmentBefore(page, at, bounds.first) > bounds.first) return true
  if (isThirdPerson(page, at) && hasAfter && isObjectStart(page, after))
    if (isNamed(page, before) || isClass(page, before, wordClass.conjunction)) return true
  if (isMark(page, before)) return page.segmentOf[before]! >= 0 && hasAfter && isObjectStart(page, after)
  const plain = wordClass.pronoun | wordClass.relative | wordClass.groupRole | wordClass.auxiliary
  if (isTo(page, before) || isClass(page, before, plain)) return true
  return isAdverb(page, before) && !isDetermined
}

/** A word that may end a subject of one: a name, a role, a body. */
function isNamed(page: Page, at: number): boolean {
  const bits =
    wordClass.pronoun |
    wordClass.personRole |
    wordClass.groupRole |
    wordClass.document |
    wordClass.bodyRole |
    wordClass.bodyHead
  return isCapital(page, at) || isClass(page, at, bits)
}

/** "continued to work": what goes on is no speech. */
export function isContinuing(page: Page, at: number, bounds: TokenRange): boolean {
  return at + 1 < bounds.last && isTo(page, at + 1) && /^continu(e|es|ed|ing)$/.test(tokenText(page, at))
}

function isThirdPerson(page: Page, at: number): boolean {
  return page.text.charCodeAt(page.tokens.ends[at]! - 1) === 0x73
}

/** Words that follow a verb and hardly a noun: articles, pronouns, names, "to". */
function isObjectStart(page: Page, at: number): boolean {
  if (isMark(page, at)) return false
  return (
    isCapital(page, at) ||
    isTo(page, at) ||
    isClass(page, at, wordClass.determiner | wordClass.pronoun) ||
    /^(him|her|them|us|me)$/.test(tokenText(page, at))
  )
}

/** After an article or a possessive, or after a preposition, a verb's form is a noun or an adjective. */
export function isNounByPlace(page: Page, at: number, bounds: TokenRange): boolean {
  const before = at - 1
  if (before < bounds.first || isMark(page, before)) return false
  if (isPassiveParticiple(page, at, bounds)) return true
  const isParticiple = isClass(page, at, wordClass.speechParticiple | wordClass.stanceParticiple)
  if (isParticiple) return !isFreeParticiple(page, at, bounds)
  if (isTo(page, before)) return false
  if (isClass(page, before, wordClass.preposition)) return !isClass(page, before, wordClass.time)
  if (!isClass(page, before, wordClass.determiner) || isClass(page, before, wordClass.relative)) return false
  return /^(the|a|an|his|her|their|its|our|my|your|no|any|every|another)$/i.test(tokenText(page, before))
}

/** "projects related to the pier", "a letter addressed to the owner". */
function isPassiveParticiple(page: Page, at: number, bounds: TokenRange): boolean {
  if (at + 1 >= bounds.last || page.segmentOf[at - 1]! >= 0 || !isNounLike(page, at - 1)) return false
  if (isCapital(page, at - 1) || !isTo(page, at + 1)) return false
  return /^(related|addressed|submitted|voiced)$/.test(tokenText(page, at))
}

/** Behind "while", "of" or a noun a participle opens words only where a mark or "that" follows it. */
function isFreeParticiple(page: Page, at: number, bounds: TokenRange): boolean {
  let before = at - 1
  while (before > bounds.first && !isMark(page, before) && isAdverb(page, before)) before--
  if (isMark(page, before) || isClass(page, before, wordClass.being | wordClass.conjunction)) return true
  if (isClass(page, before, wordClass.determiner)) return false
  if (isNounLike(page, before) || /^by$/.test(tokenText(page, before))) return true
  const next = at + 1
  return next < bounds.last && (isMark(page, next) || /^that$/.test(tokenText(page, next)))
}

/** One past the last marked token before `at`, or `first`. */
export function segmentBefore(page: Page, at: number, first: number): number {
  for (let i = at - 1; i >= first; i--) if (page.segmentOf[i]! >= 0) return i + 1
  return first
}
