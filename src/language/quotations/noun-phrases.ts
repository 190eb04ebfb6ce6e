import { wordClass } from "../lexicon.ts"
import { isAdverb, isCapital, isClass, isMark, type Page, unitAt } from "../page.ts"
import type { TokenRange } from "../tokens.ts"

/** A noun phrase longer than this is no phrase. */
const phraseTokensMax = 40

const comma = 0x2c
const { speech, stance, otherVerb, auxiliary, being, alsoNoun } = wordClass

/** True for a token that is most likely a finite verb: it ends a subject. */
export function isVerbLike(page: Page, at: number): boolean {
  if (page.tokens.kinds[at] !== 0 || isCapital(page, at)) return false
  const classes = page.classes[at]!
  if (classes & (auxiliary | being)) return true
  if (classes & alsoNoun) return isPlainSubject(page, at - 1)
  if (classes & (speech | stance | otherVerb)) return !isClass(page, at - 1, wordClass.determiner)
  return (
    endsWithEd(page, at) && at > 0 && (isNounLike(page, at - 1) || isClass(page, at - 1, wordClass.pronoun))
  )
}

/** Words after which a form that may be a noun is a verb: pronouns, "to", auxiliaries, people in the plural, adverbs. */
function isPlainSubject(page: Page, at: number): boolean {
  if (at < 0 || isMark(page, at)) return false
  const bits = wordClass.pronoun | wordClass.groupRole | auxiliary
  if (isClass(page, at, wordClass.determiner) && !isClass(page, at, wordClass.pronoun)) return false
  return (
    isClass(page, at, bits) ||
    isTo(page, at) ||
    (isClass(page, at, wordClass.relative) && !isCapital(page, at))
  )
}

function endsWithEd(page: Page, at: number): boolean {
  const end = page.tokens.ends[at]!
  const { text } = page
  return (
    end - page.tokens.starts[at]! > 4 &&
    text.charCodeAt(end - 1) === 0x64 &&
    text.charCodeAt(end - 2) === 0x65
  )
}

/** A word that is no closed-class word, adverb or mark. */
export function isNounLike(page: Page, at: number): boolean {
  if (page.tokens.kinds[at] !== 0) return false
  const closed =
    wordClass.function |
    wordClass.preposition |
    wordClass.conjunction |
    wordClass.subordinator |
    wordClass.determiner
  return !isClass(page, at, closed) && !isAdverb(page, at)
}

export function isTo(page: Page, at: number): boolean {
  const start = page.tokens.starts[at]!
  const unit = page.text.charCodeAt(start) | 0x20
  return (
    page.tokens.ends[at]! - start === 2 && unit === 0x74 && (page.text.charCodeAt(start + 1) | 0x20) === 0x6f
  )
}

/** Marks that may stand inside a name or a phrase: hyphens, possessive apostrophes, points of abbreviations, "&". */
function isInnerMark(page: Page, at: number): boolean {
  const unit = unitAt(page, at)
  if (unit === 0x2e) return endsAbbreviation(page, at)
  return (
    unit === 0x2d ||
    unit === 0x2019 ||
    unit === 0x27 ||
    unit === 0x26 ||
    unit === 0x2f ||
    unit === 0x24 ||
    unit === 0x23 ||
    unit === 0x40 ||
    unit === 0x2010 ||
    unit === 0x2011 ||
    unit === 0xa3 ||
    unit === 0x20ac ||
    unit === 0x25
  )
}

/** The point of an initial or an abbreviation, and not of a sentence. */
export function endsAbbreviation(page: Page, at: number): boolean {
  const before = at - 1
  if (before < 0 || page.tokens.starts[at] !== page.tokens.ends[before]) return false
  const length = page.tokens.ends[before]! - page.tokens.starts[before]!
  if (isCapital(page, before) && (length === 1 || page.text[page.tokens.starts[before]! + 1] === "."))
    return true
  return isClass(page, before, wordClass.neverLast | wordClass.seldomLast | wordClass.seldomLastCapital)
}

/**
 * The noun phrase that ends before `end`, not reaching before `floor`; null when there is none. Takes its prepositional
 * phrases and relative clause with it ("the head of the union that called the strike"), not a leading adjunct.
 */
export function phraseEndingAt(page: Page, end: number, floor: number): TokenRange | null {
  let first = end
  let at = end - 1
  const lowest = Math.max(floor, end - phraseTokensMax)
  while (at >= lowest) {
    if (page.segmentOf[at]! >= 0) break
    if (isMark(page, at)) {
      if (unitAt(page, at) === 0x29) {
        const opener = openingBracket(page, at, lowest)
        if (opener < 0) break
        at = opener - 1
        continue
      }
      if (!isInnerMark(page, at)) break
      at--
      continue
    }
    const classes = page.classes[at]!
    const lower = !isCapital(page, at)
    if (lower && classes & wordClass.relative && !(classes & wordClass.determiner)) break
    if (lower && classes & wordClass.conjunction && !joinsPhrases(page, at, first, lowest)) {
      if (first !== at + 1 || !isReduced(page, first, first + 1)) break
      at--
      continue
    }
    if (lower && classes & wordClass.subordinator && !(classes & wordClass.preposition)) break
    if (classes & wordClass.pronoun && (lower || at > floor)) break
    if (
      isVerbLike(page, at) &&
      !(at > lowest && isParticiple(page, at, first, end) && followsNoun(page, at))
    ) {
      const relative = relativeBefore(page, at, lowest)
      if (relative < 0) break
      at = unitAt(page, relative - 1) === comma ? relative - 2 : relative - 1
      continue
    }
    first = at
    if (
      classes & wordClass.determiner &&
      !followsPreposition(page, at, lowest) &&
      !isReduced(page, at - 2, at - 1)
    ) {
      const relative = relativeAbove(page, at, lowest)
      if (relative < 0) break
      at = relative
    }
    at--
  }
  return trimmedPhrase(page, first, end)
}

/** "and" between two names or two role nouns joins one phrase; between clauses it parts them. */
function joinsPhrases(page: Page, at: number, right: number, lowest: number): boolean {
  const unit = unitAt(page, at) | 0x20
  if (unit !== 0x61 && unit !== 0x26) return false
  const before = at - 1
  if (before < lowest || isMark(page, before)) return false
  const kindred = wordClass.groupRole | wordClass.personRole | wordClass.bodyRole
  if (isCapital(page, before) && isCapital(page, right)) return true
  return isClass(page, before, kindred) && !isVerbLike(page, before)
}

/** The relative pronoun that the verb at `at` belongs to, past adverbs, auxiliaries and a short subject, or -1. */
function relativeBefore(page: Page, at: number, lowest: number): number {
  for (let i = at - 1; i >= Math.max(lowest, at - 4); i--) {
    if (isMark(page, i)) return -1
    const classes = page.classes[i]!
    if (classes & wordClass.relative && !isCapital(page, i)) return i > lowest ? i : -1
    if (!(classes & (auxiliary | being | wordClass.pronoun) || isAdverb(page, i))) return -1
  }
  return -1
}

/** The participle of a relative clause that has no pronoun: "a letter signed | by the crew and seen | by Tarn". */
function isReduced(page: Page, at: number, next: number): boolean {
  if (at < 0 || next !== at + 1 || next >= page.tokens.count || isCapital(page, at)) return false
  const word = page.text.slice(page.tokens.starts[at], page.tokens.ends[at])
  if (!/(ed|en|wn|nt|ld)$/.test(word)) return false
  return page.text.slice(page.tokens.starts[next], page.tokens.ends[next]) === "by"
}

/** A participle behind its noun: a reduced clause, or of two past forms side by side the first: "those | asked | said". */
function isParticiple(page: Page, at: number, next: number, end: number): boolean {
  if (isReduced(page, at, next)) return true
  if (at !== end - 1 || !endsWithEd(page, at)) return false
  return isClass(page, end, speech) && !isClass(page, end, alsoNoun)
}

function followsNoun(page: Page, at: number): boolean {
  return isNounLike(page, at - 1) || isClass(page, at - 1, wordClass.conjunction)
}

/** The "who" of "those who back her opponents": the determiner at `at` opens an object in its clause. Or -1. */
function relativeAbove(page: Page, at: number, lowest: number): number {
  for (let i = at - 1; i > Math.max(lowest, at - 8); i--) {
    if (isMark(page, i) || isClass(page, i, wordClass.conjunction | wordClass.pronoun)) return -1
    if (!isVerbLike(page, i)) continue
    const relative = relativeBefore(page, i, lowest)
    return relative >= 0 && unitAt(page, relative - 1) !== comma ? relative : -1
  }
  return -1
}

function followsPreposition(page: Page, at: number, lowest: number): boolean {
  const before = at - 1
  return (
    before > lowest &&
    isClass(page, before, wordClass.preposition) &&
    !isCapital(page, before) &&
    (isNounLike(page, before - 1) || page.tokens.kinds[before - 1] === 1)
  )
}

function openingBracket(page: Page, close: number, lowest: number): number {
  for (let at = close - 1; at >= Math.max(lowest, close - 12); at--) if (unitAt(page, at) === 0x28) return at
  return -1
}

/** The phrase without leading prepositional adjuncts, conjunctions and words of time. */
function trimmedPhrase(page: Page, from: number, end: number): TokenRange | null {
  let first = from
  for (;;) {
    while (first < end && isLeader(page, first)) first++
    if (first >= end) return null
    if (!isClass(page, first, wordClass.preposition) || isDeterminedAs(page, first)) break
    first = afterAdjunct(page, first, end)
  }
  const last = unitAt(page, end - 1)
  const isWord = !isMark(page, end - 1) || endsAbbreviation(page, end - 1) || last === 0x2019 || last === 0x29
  return first < end && isWord ? { first, last: end } : null
}

function isLeader(page: Page, at: number): boolean {
  if (isMark(page, at))
    return unitAt(page, at) !== 0x40 && unitAt(page, at) !== 0x24 && unitAt(page, at) !== 0x23
  if (page.tokens.kinds[at] === 1) return isDateNumber(page, at)
  const classes = page.classes[at]!
  if (classes & wordClass.pronoun) return false
  if (classes & (wordClass.conjunction | wordClass.time)) return !isNameStart(page, at)
  if (classes & wordClass.subordinator && !(classes & wordClass.preposition)) return true
  if (classes & wordClass.relative && !(classes & wordClass.determiner)) return true
  return isAdverb(page, at) && !(classes & wordClass.determiner)
}

/** The number of a day, a year or an age before a name: "On June 18 | Tarn", "In 2031 | Tarn". */
function isDateNumber(page: Page, at: number): boolean {
  if (isClass(page, at - 1, wordClass.time) && isCapital(page, at - 1)) return true
  const isBehind = /^(in|at|by|since|on)$/i.test(
    page.text.slice(page.tokens.starts[at - 1], page.tokens.ends[at - 1]),
  )
  return isBehind && isCapital(page, at + 1)
}

/** A month or a modal that begins a name: "May Tarn", "Will Orr". */
function isNameStart(page: Page, at: number): boolean {
  return isClass(page, at, wordClass.firstName) && isCapital(page, at) && isCapital(page, at + 1)
}

function isDeterminedAs(page: Page, at: number): boolean {
  return isClass(page, at, wordClass.determiner) && !isTo(page, at)
}

/** Where the subject begins after the adjunct at `at`: "In Ohio | Smith", "On Monday | the board". */
function afterAdjunct(page: Page, at: number, end: number): number {
  let best = at + 1
  for (let i = at + 2; i < end; i++) {
    if (isMark(page, i) || isMark(page, i - 1)) continue
    const opensPhrase =
      isClass(page, i, wordClass.determiner) || (isCapital(page, i) && isClass(page, i - 1, wordClass.time))
    const afterPlace = isCapital(page, i) && !isCapital(page, i - 1) && isNounLike(page, i - 1)
    if ((opensPhrase || afterPlace) && !isClass(page, i - 1, wordClass.preposition)) {
      best = i
      break
    }
  }
  return best
}

/**
 * The noun phrase that begins at `from`, before `ceiling`: for a subject after its verb ("said a spokesman for the
 * line"). Prepositional phrases stay only where they say who it is.
 */
export function phraseStartingAt(page: Page, from: number, ceiling: number): TokenRange | null {
  let at = from
  const limit = Math.min(ceiling, from + phraseTokensMax)
  let role = false
  while (at < limit) {
    if (page.segmentOf[at]! >= 0) break
    if (isMark(page, at)) {
      if (unitAt(page, at) === 0x28) {
        const close = closingBracket(page, at, limit)
        if (close < 0) break
        at = close + 1
        continue
      }
      if (!isInnerMark(page, at)) break
      at++
      continue
    }
    const classes = page.classes[at]!
    const lower = !isCapital(page, at)
    if (classes & wordClass.pronoun) {
      if (at === from) at++
      break
    }
    if (lower && classes & wordClass.relative && !(classes & wordClass.determiner)) break
    if (lower && classes & wordClass.preposition && !keepsPreposition(page, at, role)) break
    if (lower && classes & wordClass.subordinator && !(classes & wordClass.preposition)) break
    if (lower && classes & wordClass.conjunction && !joinsForward(page, at)) break
    if (classes & wordClass.time && at > from && !isNameStart(page, at)) break
    if (lower && at > from && startsAnew(page, at)) break
    if (
      isVerbLike(page, at) ||
      (lower &&
        at > from &&
        isAdverb(page, at) &&
        !(classes & wordClass.determiner) &&
        !isClass(page, at - 1, wordClass.determiner))
    )
      break
    if (
      lower &&
      classes & (wordClass.speechParticiple | wordClass.stanceParticiple) &&
      !isGathering(page, at)
    )
      break
    if (classes & (wordClass.personRole | wordClass.groupRole | wordClass.bodyRole | wordClass.document))
      role = true
    at++
  }
  while (at > from && isMark(page, at - 1) && unitAt(page, at - 1) !== 0x29 && !isPossessive(page, at - 1))
    at--
  return at > from ? { first: from, last: at } : null
}

/** "told a committee hearing": a noun that looks like a participle. */
function isGathering(page: Page, at: number): boolean {
  return page.lexicon.mediumHashes.has(page.tokens.hashes[at]!)
}

/** An article right behind a noun begins another phrase: "told reporters | the winch". */
function startsAnew(page: Page, at: number): boolean {
  if (!isClass(page, at, wordClass.determiner) || isMark(page, at - 1)) return false
  const links = wordClass.preposition | wordClass.conjunction | wordClass.determiner
  return !isClass(page, at - 1, links) && !isAdverb(page, at - 1)
}

function isPossessive(page: Page, at: number): boolean {
  return unitAt(page, at) === 0x2019 || (unitAt(page, at) === 0x2e && endsAbbreviation(page, at))
}

/** "of" always; "for", "at", "with", "from", "in" only after a role noun. */
function keepsPreposition(page: Page, at: number, role: boolean): boolean {
  const word = page.text.slice(page.tokens.starts[at], page.tokens.ends[at])
  return word === "of" || (role && (word === "for" || word === "at" || word === "with" || word === "from"))
}

function joinsForward(page: Page, at: number): boolean {
  return (
    (unitAt(page, at) | 0x20) === 0x61 &&
    (isCapital(page, at + 1) ||
      isClass(page, at + 1, wordClass.groupRole | wordClass.personRole | wordClass.determiner))
  )
}

function closingBracket(page: Page, open: number, limit: number): number {
  for (let at = open + 1; at < Math.min(limit, open + 12); at++) if (unitAt(page, at) === 0x29) return at
  return -1
}
