import type { Complement } from "../languages/language.ts"
import { wordClass } from "../lexicon.ts"
import { isCapital, isClass, isMark, tokenText, unitAt } from "../page.ts"
import { clauseEnd, isDemandClass, isParticiple, type PartyPage, type Range } from "./parties.ts"

/** What stands behind a verb or noun of asking: whom it asks, and for what. */
export interface Asked {
  readonly of: Range | null
  readonly what: Range
  /** The form in which it was found. */
  readonly form: Complement
}

/** The longest name of whom is asked, in tokens. */
const partyTokensMax = 14

interface HowAsked {
  /** A link such as "on" stands before: whom it asks follows. */
  readonly linked: boolean
  readonly needsBareVerb: boolean
  /** Behind a noun nothing but the complement itself may stand: "a call to". */
  readonly isNoun?: boolean
}

/** The complement that begins at `from`, by the first of `takes` that fits; null of none. */
export function complementAt(
  source: PartyPage,
  from: number,
  takes: readonly Complement[],
  { linked, needsBareVerb, isNoun }: HowAsked,
): Asked | null {
  if (from >= source.sentenceEnds[from - 1]!) return null
  const has = (form: Complement): boolean => takes.includes(form)
  const own = has("own infinitive") || has("infinitive") ? infinitiveAt(source, from) : null
  if (own !== null && !linked) return { of: null, what: own, form: "own infinitive" }
  if (has("gerund")) return gerundAt(source, from)
  if (isDemandClass(source, from, "that") && (has("that") || has("told clause")))
    return thatClause(source, from + 1, has("told clause"), needsBareVerb)
  if (has("question") && isDemandClass(source, from, "question")) return rest(source, null, from, "question")
  if (has("for") && isDemandClass(source, from, "for")) return forPhrase(source, from)
  if (isNoun) return null
  if (has("infinitive") || has("question") || has("topic") || has("told clause")) {
    const asked = behindParty(source, from, takes, linked)
    if (asked !== null) return asked
  }
  if (needsBareVerb || !(has("that") || has("thing"))) return null
  const bare = has("told clause") ? null : bareClause(source, from)
  return bare ?? (has("thing") ? thingAt(source, from) : null)
}

function rest(source: PartyPage, of: Range | null, from: number, form: Complement): Asked | null {
  const end = clauseEnd(source, from)
  return end > from ? { of, what: [from, end], form } : null
}

/** "to pay", "not to pay": from the verb on, or from "not". */
export function infinitiveAt(source: PartyPage, from: number): Range | null {
  const negated = isDemandClass(source, from, "not")
  const to = negated ? from + 1 : from
  if (!isDemandClass(source, to, "infinitive") || !isVerb(source, to + 1)) return null
  const first = negated ? from : to + 1
  const end = beforeSecond(source, to + 1, clauseEnd(source, to + 1))
  return end > to + 1 ? [first, end] : null
}

/** A second asked in the same breath ends the first: "to open the quay | and the board to pay". */
function beforeSecond(source: PartyPage, from: number, end: number): number {
  for (let at = from + 1; at < end - 2; at++)
    if (isClass(source.page, at, wordClass.conjunction) && secondAskedAt(source, at) > 0) return at
  return end
}

/** Of "and Parliament to pass": the token of "to", or -1. */
export function secondAskedAt(source: PartyPage, and: number): number {
  const { page } = source
  const next = isDemandClass(source, and + 1, "for") ? and + 2 : and + 1
  if (!isCapital(page, next) && !isClass(page, next, wordClass.determiner)) return -1
  for (let to = next + 1; to < Math.min(source.sentenceEnds[and]! - 1, next + 5); to++)
    if (isDemandClass(source, to, "infinitive") && isVerb(source, to + 1)) return to
  return -1
}

/** "to publishing the accounts". */
function gerundAt(source: PartyPage, from: number): Asked | null {
  if (!isDemandClass(source, from, "infinitive") || !isParticiple(source.page, from + 1)) return null
  return rest(source, null, from + 1, "gerund")
}

function isVerb(source: PartyPage, at: number): boolean {
  const { page } = source
  if (at >= page.tokens.count || page.tokens.kinds[at] !== 0 || isCapital(page, at)) return false
  return (
    !isDemandClass(source, at, "notVerbs") && !isClass(page, at, wordClass.determiner | wordClass.pronoun)
  )
}

/** "for the mayor to resign", "for a boycott". */
function forPhrase(source: PartyPage, from: number): Asked | null {
  const { page } = source
  for (let at = from + 1; at < from + partyTokensMax && at < source.sentenceEnds[from]!; at++) {
    if (isMark(page, at) && unitAt(page, at) !== 0x2d) break
    const own = at > from + 1 ? infinitiveAt(source, at) : null
    // "For $2 million to rebuild": a sum is asked for, not asked.
    if (own !== null && !/^[\d$£€]/.test(tokenText(page, from + 1)))
      return { of: [from + 1, at], what: own, form: "for" }
    if (isClass(page, at, wordClass.preposition | wordClass.conjunction) && at > from + 1) break
  }
  if (isTrifle(source, from + 1)) return null
  return rest(source, null, from + 1, "for")
}

function isTrifle(source: PartyPage, from: number): boolean {
  const { page } = source
  let at = from
  while (isClass(page, at, wordClass.determiner) && at < from + 2) at++
  return isDemandClass(source, at, "trifles")
}

/** "X to do", "X whether …", "X about …", "you we will …". */
function behindParty(
  source: PartyPage,
  from: number,
  takes: readonly Complement[],
  linked: boolean,
): Asked | null {
  const { page } = source
  if (isClass(page, from, wordClass.preposition) && !isCapital(page, from)) return null
  if (isDemandClass(source, from, "subjectPronouns") && !takes.includes("told clause")) return null
  const limit = Math.min(source.sentenceEnds[from]!, from + partyTokensMax)
  for (let at = from; at < limit; at++) {
    if (isMark(page, at)) {
      const unit = unitAt(page, at)
      if (unit === 0x2d || unit === 0x2e || unit === 0x26) continue
      break
    }
    if (at === from) continue
    const own = takes.includes("infinitive") ? infinitiveAt(source, at) : null
    if (own !== null) return { of: [from, at], what: own, form: "infinitive" }
    if (
      takes.includes("question") &&
      isDemandClass(source, at, "question") &&
      !isClass(page, at, wordClass.personRole)
    )
      return isRelative(source, at) ? null : rest(source, [from, at], at, "question")
    if (takes.includes("topic") && isDemandClass(source, at, "topic"))
      return rest(source, [from, at], at + 1, "topic")
    if (takes.includes("for") && isDemandClass(source, at, "for") && !linked) {
      const thing = forPhrase(source, at)
      return thing === null ? null : { ...thing, of: thing.of ?? [from, at] }
    }
    if (
      takes.includes("told clause") &&
      at === from + 1 &&
      isClass(page, from, wordClass.pronoun) &&
      isClass(page, at, wordClass.pronoun)
    )
      return rest(source, [from, at], at, "told clause")
    if (endsParty(source, at)) break
  }
  return null
}

/** "Officers who": the word binds a clause to the noun, and asks nothing. */
function isRelative(source: PartyPage, at: number): boolean {
  return (
    isClass(source.page, at, wordClass.relative) &&
    isClass(source.page, at + 1, wordClass.auxiliary | wordClass.being | wordClass.otherVerb)
  )
}

function endsParty({ page }: PartyPage, at: number): boolean {
  const verb = wordClass.auxiliary | wordClass.being | wordClass.speech
  return (
    isClass(page, at, verb | wordClass.relative | wordClass.subordinator) &&
    !isClass(page, at, wordClass.alsoNoun | wordClass.preposition)
  )
}

/** "that the company cancel", and where `isTold`, "that nobody would lose". */
function thatClause(source: PartyPage, from: number, isTold: boolean, needsBareVerb: boolean): Asked | null {
  const bare = bareClause(source, from)
  if (bare !== null) return bare
  if (needsBareVerb) return null
  return rest(source, null, from, isTold ? "told clause" : "that")
}

/** "the company cancel …", "the council “end” …": whom, and from the bare verb on. */
function bareClause(source: PartyPage, from: number): Asked | null {
  const { page } = source
  const limit = Math.min(source.sentenceEnds[from] ?? 0, from + partyTokensMax)
  for (let at = from; at < limit; at++) {
    const segment = page.segments[page.segmentOf[at]!]
    const opensQuote =
      segment !== undefined &&
      segment.open === at &&
      segment.close !== null &&
      segment.last - segment.first > 1
    const isInfinitive = isDemandClass(source, at - 1, "infinitive")
    if (at > from && (opensQuote || (isDemandClass(source, at, "bareVerbs") && !isInfinitive))) {
      const isBare = opensQuote
        ? isDemandClass(source, at + 1, "bareVerbs") || isDemandClass(source, at + 1, "not")
        : isBareHere(source, from, at)
      if (!isBare) {
        if (opensQuote) break
        continue
      }
      const first = opensQuote ? at + 1 : at
      const end = opensQuote ? behindQuote(source, segment.close!) : clauseEnd(source, at)
      const stop = beforeThat(source, first, end)
      return stop > first ? { of: [from, at], what: [first, stop], form: "that" } : null
    }
    if (isMark(page, at) && unitAt(page, at) !== 0x2d && unitAt(page, at) !== 0x2e) break
    if (
      at > from &&
      isClass(page, at, wordClass.auxiliary | wordClass.being) &&
      !isDemandClass(source, at, "bareVerbs")
    )
      break
    if (
      at > from &&
      isClass(page, at, wordClass.preposition) &&
      !isCapital(page, at + 1) &&
      !isClass(page, at + 1, wordClass.determiner)
    )
      break
  }
  return null
}

/** The verb stands behind a noun phrase that may be its subject, and is no noun itself: "the board act", not "a change". */
function isBareHere(source: PartyPage, from: number, at: number): boolean {
  const { page } = source
  const before = at - 1
  if (isClass(page, before, wordClass.determiner | wordClass.preposition)) return false
  if (at === from + 1 && isClass(page, from, wordClass.pronoun)) return true
  const next = at + 1
  const goesOn =
    next >= source.sentenceEnds[at]! ||
    isClass(page, next, wordClass.determiner | wordClass.preposition | wordClass.adverb | wordClass.pronoun)
  return (
    goesOn ||
    isCapital(page, before) ||
    isMark(page, next) ||
    isClass(page, from, wordClass.determiner) ||
    isDemandClass(source, from - 1, "that") ||
    isClass(page, before, wordClass.bodyRole | wordClass.personRole | wordClass.groupRole)
  )
}

/** A quoted verb goes on behind its closing mark: “cancel its contracts” with …. */
function behindQuote(source: PartyPage, close: number): number {
  const next = close + 1
  const limit = source.sentenceEnds[close]!
  if (next >= limit) return close
  const { page } = source
  const goesOn =
    isClass(page, next, wordClass.preposition) ||
    (isClass(page, next, wordClass.conjunction) && isDemandClass(source, next + 1, "infinitive"))
  return goesOn ? clauseEnd(source, next) : close
}

/** The clause's end, or the "and that" inside it. */
function beforeThat(source: PartyPage, from: number, end: number): number {
  for (let at = from + 1; at < end - 1; at++) {
    if (!isClass(source.page, at, wordClass.conjunction) || !isDemandClass(source, at + 1, "that")) continue
    return unitAt(source.page, at - 1) === 0x2c ? at - 1 : at
  }
  return end
}

/** "an apology", "$4 million to clean the river". */
function thingAt(source: PartyPage, from: number): Asked | null {
  const { page } = source
  if (isMark(page, from) && !/^[$£€¥“"‘]$/.test(tokenText(page, from))) return null
  if (
    isClass(page, from, wordClass.preposition | wordClass.conjunction | wordClass.being | wordClass.auxiliary)
  )
    return null
  if (isTrifle(source, from) || isClass(page, from, wordClass.subordinator | wordClass.relative)) return null
  return rest(source, null, from, "thing")
}
