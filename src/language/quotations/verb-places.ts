import { wordClass } from "../lexicon.ts"
import { finalUnit, isAdverb, isCapital, isClass, isMark, type Page, tokenText, unitAt } from "../page.ts"
import type { TokenRange } from "../tokens.ts"
import { isNounLike, isTo, phraseEndingAt } from "./noun-phrases.ts"

/**
 * One past "went on", "shot back", "put it" or "read" beside marked words, which no list of verbs of speech can hold;
 * 0 for other words.
 */
export function pastPhrasal(page: Page, at: number, bounds: TokenRange): number {
  const first = unitAt(page, at)
  const mayBe = first === 0x70 || first === 0x72 || isClass(page, at, wordClass.otherVerb)
  if (!mayBe || isMark(page, at)) return 0
  const word = tokenText(page, at)
  if (/^point(s|ed|ing)?$/.test(word) && at + 1 < bounds.last && /^out$/.test(tokenText(page, at + 1)))
    return at + 2
  const isPut = /^puts?$/.test(word)
  const isRead = /^read(s|ing)?$/.test(word) && (page.segmentOf[at - 1]! >= 0 || !isMark(page, at - 1))
  if (!isRead && !isPut && !isClass(page, at, wordClass.otherVerb)) return 0
  let after = at + 1
  if (!isRead) {
    const particle = after < bounds.last ? tokenText(page, after) : ""
    if (!(isPut ? particle === "it" : /^(on|back|out|in)$/.test(particle))) return 0
    after++
  }
  if (after < bounds.last && isAdverb(page, after)) after++
  return isBesideWords(page, at, after, bounds) ? after : 0
}

/** Marked words end before the verb's clause, or follow it. */
function isBesideWords(page: Page, at: number, after: number, bounds: TokenRange): boolean {
  if (page.segmentOf[at - 1]! >= 0 || (after < bounds.last && page.segmentOf[after]! >= 0)) return true
  const isBeside = after >= bounds.last || (isMark(page, after) && !/[-’']/.test(tokenText(page, after)))
  return isBeside && (segmentBefore(page, at, bounds.first) > bounds.first || page.segmentOf[after + 1]! >= 0)
}

/**
 * The place of a verb between words that a comma, a question or a cry ends and their speaker: `“…,” beamed Tarn`. Any
 * verb there is one of speech.
 */
export function isReportingPlace(page: Page, at: number, bounds: TokenRange): boolean {
  if (at <= bounds.first || at + 1 >= bounds.last || page.segmentOf[at - 1]! < 0 || isMark(page, at))
    return false
  const segment = page.segments[page.segmentOf[at - 1]!]!
  const last = finalUnit(page, segment)
  if (last !== 0x2c && last !== 0x3f && last !== 0x21) return false
  if (
    !/^[a-z]+(ed|s)$/.test(tokenText(page, at)) &&
    !isClass(page, at, wordClass.otherVerb | wordClass.stance)
  )
    return false
  return isCapital(page, at + 1) || isClass(page, at + 1, wordClass.title | wordClass.personRole)
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
  if (isLast && isNamed(page, before) && isThirdPerson(page, at) && endsSentence(page, at, bounds))
    return true
  if (isThirdPerson(page, at) && hasAfter && isObjectStart(page, after))
    if (isNamed(page, before) || isClass(page, before, wordClass.conjunction)) return true
  if (isMark(page, before) && hasAfter && isObjectStart(page, after))
    if (page.segmentOf[before]! >= 0 || (isThirdPerson(page, at) && unitAt(page, before) === 0x2c))
      return true
  if (isMark(page, before)) return false
  const plain = wordClass.pronoun | wordClass.relative | wordClass.groupRole | wordClass.auxiliary
  if (isTo(page, before) || isClass(page, before, plain)) return true
  return isAdverb(page, before) && !isDetermined
}

/** The verb of a tag at the end: "…, Orr notes." */
function endsSentence(page: Page, at: number, bounds: TokenRange): boolean {
  const phrase = at + 2 >= bounds.last ? phraseEndingAt(page, at, bounds.first) : null
  return phrase !== null && phrase.first > bounds.first && unitAt(page, phrase.first - 1) === 0x2c
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
    /^(him|her|them|us|me|(i|you|he|she|it|we|they|there)['’][a-z]+)$/.test(tokenText(page, at))
  )
}

/** After an article or a possessive, or after a preposition, a verb's form is a noun or an adjective. */
export function isNounByPlace(page: Page, at: number, bounds: TokenRange): boolean {
  const before = at - 1
  if (before < bounds.first || isMark(page, before)) return false
  if (isPassiveParticiple(page, at, bounds)) return true
  if (isNounBeforeVerb(page, at, bounds) || isOwned(page, at)) return true
  const isParticiple = isClass(page, at, wordClass.speechParticiple | wordClass.stanceParticiple)
  if (isParticiple) return !isFreeParticiple(page, at, bounds)
  if (isTo(page, before)) return false
  if (isSince(page, before)) return false
  if (isClass(page, before, wordClass.preposition)) return !isClass(page, before, wordClass.time)
  if (!isClass(page, before, wordClass.determiner) || isClass(page, before, wordClass.relative)) return false
  return /^(the|a|an|his|her|their|its|our|my|your|no|any|every)$/i.test(tokenText(page, before))
}

/** "the mayor’s show": behind a possessive stands a noun, unless its form is a past one ("What Tarn’s said"). */
function isOwned(page: Page, at: number): boolean {
  const before = tokenText(page, at - 1)
  if (!/['’]s$|s['’]$/.test(before) || /^(he|she|it|that|what|who|there)['’]/i.test(before)) return false
  return !/(ed|aid|old|ote)$/.test(tokenText(page, at))
}

/** "the advocates said", "estimates show": of two finite verbs side by side the first is a noun. */
function isNounBeforeVerb(page: Page, at: number, bounds: TokenRange): boolean {
  if (at + 1 >= bounds.last || !(isThirdPerson(page, at) || /ed$/.test(tokenText(page, at)))) return false
  return isClass(page, at + 1, wordClass.speech) && !isClass(page, at + 1, wordClass.alsoNoun)
}

/** "has since said": an adverb. */
export function isSince(page: Page, at: number): boolean {
  return /^since$/.test(tokenText(page, at)) && isClass(page, at - 1, wordClass.auxiliary)
}

/** "projects related to the pier", "a letter addressed to the owner", "a letter seen by Tarn". */
function isPassiveParticiple(page: Page, at: number, bounds: TokenRange): boolean {
  if (at + 1 >= bounds.last || page.segmentOf[at - 1]! >= 0) return false
  if (!isNounLike(page, at - 1) && !isClass(page, at - 1, wordClass.conjunction)) return false
  const isAgent = /^by$/.test(tokenText(page, at + 1)) && !isClass(page, at + 2, wordClass.document)
  if (isAgent) return /(ed|en|ld)$/.test(tokenText(page, at))
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
