import { wordClass } from "../lexicon.ts"
import { isAdverb, isCapital, isClass, isDashAt, isMark, type Page, tokenText, unitAt } from "../page.ts"
import type { TokenRange } from "../tokens.ts"
import { isNounLike, isTo, isVerbLike, phraseEndingAt, phraseStartingAt } from "./noun-phrases.ts"
import { isSince } from "./verb-places.ts"

/** Who does what the verb says, and how that was seen. */
export interface Subject {
  readonly phrase: TokenRange
  readonly rule: string
  /** Of a relative pronoun, the phrase that it stands for. */
  readonly antecedent?: TokenRange
  /** The clause hangs on another: "When Tarn said …, the crowd left". */
  readonly clause?: "subordinate"
}

const comma = 0x2c

/** What stands before a verb in its clause. */
export type BeforeVerb =
  | { readonly kind: "subject"; readonly subject: Subject }
  /** The subject is that of the clause's main verb: "…, saying", "and added", "went on to say". */
  | { readonly kind: "lent"; readonly rule: string }
  | { readonly kind: "passive" }
  | { readonly kind: "none" }

/** The subject of the verb at `verb`, to its left and not before `floor`. */
export function subjectBefore(page: Page, verb: number, floor: number): BeforeVerb {
  const isParticiple = isClass(page, verb, wordClass.speechParticiple | wordClass.stanceParticiple)
  let at = verb - 1
  let wasBeing = false
  while (at >= floor && page.segmentOf[at]! < 0 && !isMark(page, at)) {
    if (isTimeAdjunct(page, at, floor)) {
      at--
      continue
    }
    if (isTied(page, at)) return subjectOf({ first: at, last: at + 1 }, "pronoun")
    if (isCapital(page, at) && !isAdverb(page, at)) break
    if (isClass(page, at, wordClass.being)) wasBeing = true
    else if (isTo(page, at)) return { kind: "lent", rule: "infinitive" }
    else if (
      !(isClass(page, at, wordClass.auxiliary) || isAdverb(page, at) || isSince(page, at)) ||
      isClass(page, at, wordClass.pronoun)
    )
      break
    at--
  }
  if (wasBeing && !isParticiple) return { kind: "passive" }
  if (isParticiple && !wasBeing)
    return absoluteSubject(page, at + 1, floor) ?? { kind: "lent", rule: "participle" }
  if (at < floor) return { kind: "none" }
  if (page.segmentOf[at]! >= 0)
    return at === verb - 1 ? fromApposition(page, at + 1, floor) : { kind: "none" }
  const unit = unitAt(page, at)
  if (isMark(page, at)) {
    if (unit === comma || isDashAt(page, at)) return fromApposition(page, at, floor)
    if (unit !== 0x29 && unit !== 0x2e && unit !== 0x2019) return { kind: "none" }
  }
  if (isClass(page, at, wordClass.conjunction) && !isCapital(page, at))
    return { kind: "lent", rule: "coordination" }
  if (isClass(page, at, wordClass.pronoun)) return subjectOf({ first: at, last: at + 1 }, "pronoun")
  if (isClass(page, at, wordClass.relative) && !isCapital(page, at)) return fromAntecedent(page, at, floor)
  const phrase = phraseEndingAt(page, at + 1, floor)
  if (!phrase) return { kind: "none" }
  const opener = phrase.first - 1
  const joined = joinedSubject(page, phrase, floor)
  if (joined) return subjectOf(joined, "phrases joined before the verb")
  const behindAdjunct = relativeBeforeAdjunct(page, opener, floor)
  if (behindAdjunct >= 0) return fromAntecedent(page, behindAdjunct, floor)
  const isBelow = opener >= floor && isClass(page, opener, wordClass.subordinator) && !isMark(page, opener)
  if (!isBelow || isClass(page, opener, wordClass.relative))
    return subjectOf(phrase, "phrase before the verb")
  return { kind: "subject", subject: { phrase, rule: "phrase before the verb", clause: "subordinate" } }
}

/**
 * A participle with a subject of its own: "with Anna Tarn saying", "– Tarn saying", and "quoted Tarn
 * as saying".
 */
function absoluteSubject(page: Page, end: number, floor: number): BeforeVerb | null {
  if (end <= floor || isMark(page, end - 1)) return null
  const isQuoted = /^as$/.test(tokenText(page, end - 1))
  const phrase = phraseEndingAt(page, isQuoted ? end - 1 : end, floor)
  if (!phrase) return null
  const opener = phrase.first > floor ? phrase.first - 1 : -1
  const isDocument = isClass(page, end - 1, wordClass.document) && holdsClause(page, floor, phrase.first)
  const isOwn =
    isQuoted ||
    isDocument ||
    (opener >= 0 && (/^(with|and)$/.test(tokenText(page, opener)) || isDashAt(page, opener)))
  return isOwn ? subjectOf(phrase, "subject of a participle") : null
}

/**
 * A clause inside another begins before `end`, behind the last tag at `from` or the frame's beginning: in "the jury heard that Tarn had sent a message saying" the first
 * verb's subject is not who speaks, and the message is sure to.
 */
function holdsClause(page: Page, from: number, end: number): boolean {
  let clauses = 0
  const isInside = from > 1 && !isMark(page, from - 1)
  for (let at = isInside ? from - 2 : from; at < end; at++)
    if (isVerbLike(page, at) ? !isVerbLike(page, at - 1) : clauses > 0 && tokenText(page, at) === "that")
      clauses++
  return clauses > 1
}

/** A pronoun with its auxiliary: "she's said", "they're saying". */
function isTied(page: Page, at: number): boolean {
  if (isClass(page, at, wordClass.auxiliary | wordClass.being | wordClass.adverb)) return false
  return /^(i|he|she|it|we|they|you)['’](s|m|re|ll|d|ve)$/i.test(tokenText(page, at))
}

function subjectOf(phrase: TokenRange, rule: string): BeforeVerb {
  return { kind: "subject", subject: { phrase, rule } }
}

/** "on Monday" between subject and verb. */
function isTimeAdjunct(page: Page, at: number, floor: number): boolean {
  if (isClass(page, at, wordClass.time) && at - 1 >= floor) return !isClass(page, at, wordClass.firstName)
  return isClass(page, at, wordClass.preposition) && isClass(page, at + 1, wordClass.time)
}

/** "who said": the pronoun is the mention, what stands before it the antecedent. */
function fromAntecedent(page: Page, relative: number, floor: number): BeforeVerb {
  const pronoun = { first: relative, last: relative + 1 }
  const end = unitAt(page, relative - 1) === comma ? relative - 1 : relative
  const antecedent = end > floor ? phraseEndingAt(page, end, Math.max(0, end - 30)) : null
  const rule = "relative pronoun"
  return {
    kind: "subject",
    subject: antecedent ? { phrase: pronoun, rule, antecedent } : { phrase: pronoun, rule },
  }
}

/**
 * The subject before a comma: "Tarn, the harbour master, said". Of the pieces between commas the first that is
 * neither an adjunct nor a clause of its own is the subject, and what follows it stands in apposition.
 */
function fromApposition(page: Page, end: number, floor: number): BeforeVerb {
  const isDashed = isDashAt(page, end)
  let first = floor
  for (let at = floor; at <= end; at++) {
    const isBreak = at === end || (isMark(page, at) && (unitAt(page, at) === comma || isDashAt(page, at)))
    if (page.segmentOf[at]! >= 0) {
      first = at + 1
      continue
    }
    if (unitAt(page, at) === 0x28 && isMark(page, at)) {
      const close = page.text.indexOf(")", page.tokens.starts[at]!)
      while (at < end - 1 && page.tokens.starts[at]! < close) at++
      continue
    }
    if (!isBreak) continue
    if (
      at === first + 1 &&
      isClass(page, first, wordClass.relative) &&
      !isClass(page, first, wordClass.determiner)
    )
      return fromAntecedent(page, first, floor)
    const piece = firstPhrase(page, first, at)
    if (piece !== null)
      return subjectOf(piece, isDashed ? "phrase before a dash" : "phrase before an apposition")
    first = at + 1
  }
  return { kind: "none" }
}

/** "Anna Tarn, the mayor, and | Sam Orr": both, where no verb stands between them that would make two clauses. */
function joinedSubject(page: Page, phrase: TokenRange, floor: number): TokenRange | null {
  const comma = phrase.first - 2
  if (comma <= floor || unitAt(page, comma) !== 0x2c || tokenText(page, comma + 1) !== "and") return null
  const before = fromApposition(page, comma, floor)
  if (before.kind !== "subject") return null
  const { first, last } = before.subject.phrase
  if (!isCapital(page, first) || !isCapital(page, last - 1) || unitAt(page, last) !== 0x2c) return null
  for (let at = first; at < comma; at++) if (isVerbLike(page, at) || page.segmentOf[at]! >= 0) return null
  return { first, last: phrase.last }
}

/** "who in the past has said": the pronoun before the adjunct whose preposition stands at `at`, or -1. */
function relativeBeforeAdjunct(page: Page, at: number, floor: number): number {
  if (at - 1 < floor || !isClass(page, at, wordClass.preposition) || isCapital(page, at)) return -1
  return /^(who|which)$/.test(tokenText(page, at - 1)) ? at - 1 : -1
}

/** The piece as a noun phrase, or null when it is an adjunct, or a clause with a verb of its own. */
function firstPhrase(page: Page, from: number, end: number): TokenRange | null {
  let first = from
  while (first < end && isOpener(page, first)) first++
  if (first + 1 < end && /^as$/i.test(tokenText(page, first)) && isCapital(page, first + 1)) first++
  if (first >= end || isAdjunctStart(page, first)) return null
  let hasRelative = false
  for (let at = first; at < end; at++) {
    if (isClass(page, at, wordClass.relative) && !isClass(page, at, wordClass.determiner)) hasRelative = true
    if (at > first && isNounLike(page, at - 1) && isThat(page, at)) hasRelative = true
    if (isVerbLike(page, at) && !hasRelative && !isInsideRelative(page, at, first)) return null
  }
  if (hasRelative && !isClass(page, first, wordClass.pronoun)) return { first, last: end }
  if (isClass(page, first, wordClass.pronoun)) return { first, last: first + 1 }
  return phraseEndingAt(page, end, first)
}

function isThat(page: Page, at: number): boolean {
  return isClass(page, at, wordClass.relative) && !isCapital(page, at)
}

function isInsideRelative(page: Page, at: number, first: number): boolean {
  for (let i = at - 1; i > first && i >= at - 4; i--) if (isClass(page, i, wordClass.relative)) return true
  return false
}

function isOpener(page: Page, at: number): boolean {
  if (isMark(page, at)) return true
  const classes = page.classes[at]!
  if (classes & wordClass.pronoun) return false
  return (classes & wordClass.conjunction) !== 0 || (isAdverb(page, at) && !(classes & wordClass.determiner))
}

function isAdjunctStart(page: Page, at: number): boolean {
  const adjunct =
    wordClass.preposition |
    wordClass.subordinator |
    wordClass.speechParticiple |
    wordClass.stanceParticiple |
    wordClass.time |
    wordClass.relative
  if (
    isClass(page, at, wordClass.determiner) &&
    (!isClass(page, at, wordClass.relative) || isCapital(page, at))
  )
    return false
  if (isClass(page, at, adjunct) && !isClass(page, at, wordClass.firstName)) return true
  const end = page.tokens.ends[at]!
  const tail = page.text.slice(end - 3, end)
  const isLong = end - page.tokens.starts[at]! > 4
  return isLong && (tail === "ing" || tail.endsWith("ed")) && !isCapital(page, at + 1)
}

/** The subject of the first clause of [from, end): past adjuncts, up to its verb. */
export function clauseSubject(page: Page, from: number, end: number): Subject | null {
  let first = from
  for (let pass = 0; pass < 4 && first < end; pass++) {
    while (first < end && (page.segmentOf[first]! >= 0 || isOpener(page, first))) first++
    if (first >= end) return null
    if (!isAdjunctStart(page, first)) break
    const next = nextComma(page, first, end)
    if (next < 0) return subjectAfterAdjunct(page, first, end)
    first = next + 1
  }
  const phrase = first < end ? phraseStartingAt(page, first, end) : null
  return phrase ? { phrase, rule: "subject of the clause" } : null
}

/** An adjunct without a comma: the phrase before the first verb. */
function subjectAfterAdjunct(page: Page, from: number, end: number): Subject | null {
  for (let at = from + 1; at < end; at++) {
    if (!isVerbLike(page, at)) continue
    const phrase = phraseEndingAt(page, at, from)
    return phrase ? { phrase, rule: "subject of the clause" } : null
  }
  return null
}

function nextComma(page: Page, from: number, end: number): number {
  for (let at = from; at < end; at++)
    if (isMark(page, at) && unitAt(page, at) === comma && page.segmentOf[at]! < 0) return at
  return -1
}

/** Past the hyphens of "dit-il", "explique-t-elle". */
function pastLiaison(page: Page, from: number, ceiling: number): number {
  if (
    from + 1 >= ceiling ||
    unitAt(page, from) !== 0x2d ||
    page.tokens.starts[from] !== page.tokens.ends[from - 1]
  )
    return from
  return unitAt(page, from + 2) === 0x2d && from + 3 < ceiling ? from + 3 : from + 1
}

/** The subject after its verb: "…,” said a spokesman for the line". */
export function subjectAfter(page: Page, verb: number, ceiling: number): Subject | null {
  const at = pastLiaison(page, verb + 1, ceiling)
  if (at + 1 < ceiling && unitAt(page, at) === 0x40 && !isMark(page, at + 1))
    return { phrase: { first: at, last: at + 2 }, rule: "handle after the verb" }
  if (at >= ceiling || isMark(page, at) || page.segmentOf[at]! >= 0) return null
  const classes = page.classes[at]!
  if (classes & wordClass.pronoun && at + 1 < ceiling && isVerbLike(page, at + 1)) return null
  if (classes & wordClass.pronoun)
    return { phrase: { first: at, last: at + 1 }, rule: "pronoun after the verb" }
  if ((isVerbLike(page, at) && !isModifier(page, at, ceiling)) || classes & wordClass.time) return null
  const mayBegin =
    isCapital(page, at) ||
    page.tokens.kinds[at] === 1 ||
    (classes &
      (wordClass.determiner |
        wordClass.title |
        wordClass.personRole |
        wordClass.groupRole |
        wordClass.bodyRole |
        wordClass.document)) !==
      0
  if (
    !mayBegin &&
    (classes &
      (wordClass.preposition | wordClass.subordinator | wordClass.relative | wordClass.conjunction)) !==
      0
  )
    return null
  if (!mayBegin && isAdverb(page, at)) return null
  const from = isModifier(page, at, ceiling) ? at + 1 : at
  const phrase = phraseStartingAt(page, from, ceiling)
  if (!phrase || (phrase.last < ceiling && carriesSubject(page, phrase.last))) return null
  return { phrase: { first: at, last: phrase.last }, rule: "phrase after the verb" }
}

/** "retired pilot Anna Tarn": a participle before the noun or the name that it describes. */
function isModifier(page: Page, at: number, ceiling: number): boolean {
  const isParticiple = /^[a-z]+(ed|ing)$/.test(tokenText(page, at))
  return isParticiple && at + 1 < ceiling && isNounLike(page, at + 1) && !isVerbLike(page, at + 1)
}

/** A verb that carries a subject, and no participle behind its noun: "the chief known as Bob". */
function carriesSubject(page: Page, at: number): boolean {
  const verbs = wordClass.speech | wordClass.auxiliary | wordClass.being
  return isVerbLike(page, at) && isClass(page, at, verbs)
}
