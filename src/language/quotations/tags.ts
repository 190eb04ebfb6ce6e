import { wordClass } from "../lexicon.ts"
import {
  type Frame,
  isAdverb,
  isCapital,
  isClass,
  isClosedOff,
  isMark,
  type Page,
  tokenText,
  unitAt,
} from "../page.ts"
import type { TokenRange } from "../tokens.ts"
import { clauseFloor, lentSubject } from "./lent-subjects.ts"
import { nounCueAt } from "./noun-cues.ts"
import { isTo, phraseEndingAt, phraseStartingAt } from "./noun-phrases.ts"
import { clauseSubject, type Subject, subjectAfter, subjectBefore } from "./subjects.ts"
import type { Tag } from "./tag.ts"
import { pastParticle, slotsAfter } from "./tag-slots.ts"
import {
  isContinuing,
  isNounByPlace,
  isReportingPlace,
  isVerbHere,
  pastPhrasal,
  segmentBefore,
} from "./verb-places.ts"

const comma = 0x2c

const voices =
  /^(cry|cries|reply|replies|answer|answers|response|shout|shouts|call|calls|voice|retort|chorus|whisper)$/
const verbs = wordClass.speech | wordClass.speechParticiple | wordClass.stance | wordClass.stanceParticiple

/** Every tag of the page, in order. Cost: linear in the tokens. */
export function findTags(page: Page): readonly Tag[] {
  const tags: Tag[] = []
  for (let frame = 0; frame < page.frames.length; frame++) {
    const { first, last } = page.frames[frame]!
    const before = tags.length
    for (let at = first; at < last; at++) {
      if (page.segmentOf[at]! >= 0) continue
      const tag = tagAt(page, at, frame, tags, before)
      if (!tag) continue
      const outer = tags.length > before ? tags[tags.length - 1]! : null
      if (outer && isEmbedded(page, outer, tag)) continue
      tags.push(tag)
      at = Math.max(at, tag.range.last - 1)
    }
  }
  return tags
}

/**
 * True for a tag inside the words that an earlier tag of its frame gives away: "Tarn said | she hopes …". A tag of its
 * own begins behind a comma, a dash or a conjunction, or shares its subject as a participle or a coordinate does.
 */
function isEmbedded(page: Page, outer: Tag, tag: Tag): boolean {
  if (outer.kind === "according") return opensFrame(page, outer)
  if (tag.range.first < outer.range.first) return false
  if (tag.kind === "according") return /^that$/.test(tokenText(page, tag.range.first - 1))
  let opener = tag.range.first - 1
  while (opener >= outer.range.last && !isMark(page, opener) && isAdverb(page, opener)) opener--
  const between = page.segmentOf[segmentBefore(page, tag.range.first, outer.range.last) - 1]!
  if (between >= 0 && opener >= outer.range.last && isClosedOff(page, page.segments[between]!)) return false
  if (opener < outer.range.last) return true
  if (outer.kind === "stance" && tag.kind === "speech" && tag.subject) return false
  if (tag.subject?.rule === "subject of a participle") return false
  if (isMark(page, opener)) return tag.kind === "stance" && unitAt(page, opener) === comma && !isLentTag(tag)
  if (isObjectRelative(page, opener) && tag.subject) return false
  if (isClass(page, opener, wordClass.conjunction)) return tag.kind === "stance" && !isLentTag(tag)
  if (tag.subject?.antecedent) return unitAt(page, tag.subject.phrase.first - 1) !== comma
  if (isClass(page, opener, wordClass.subordinator) && tag.kind === "speech")
    return /^(that|if|whether|how|why)$/.test(tokenText(page, opener))
  return true
}

function isLentTag(tag: Tag): boolean {
  return tag.subject !== null && /^(participle|coordination|infinitive)$/.test(tag.subject.rule)
}

/** "According to the mayor, …": all that follows hangs on it. */
function opensFrame(page: Page, tag: Tag): boolean {
  return tag.range.first <= page.frames[tag.frame]!.first + 1 && unitAt(page, tag.range.last) === comma
}

function tagAt(
  page: Page,
  at: number,
  frame: number,
  tags: readonly Tag[],
  firstOfFrame: number,
): Tag | null {
  if (page.tokens.kinds[at] !== 0) return null
  const bounds = page.frames[frame]!
  if (isAccordingTo(page, at, bounds)) return accordingTag(page, at, 2, frame)
  if (page.lexicon.sourcePrepositionHashes.has(page.tokens.hashes[at]!))
    return accordingTag(page, at, 1, frame)
  const coming = comingTag(page, at, frame)
  if (coming) return coming
  const isSaying = page.lexicon.sayingHashes.has(page.tokens.hashes[at]!)
  const noun = isSaying ? nounCueAt(page, at, bounds, segmentAfter(page, at, bounds.last)) : null
  if (noun) {
    const rest = { kind: "speech", inverted: false, addressee: null, via: null, when: null, frame } as const
    return { cue: { first: at, last: at + 1 }, ...noun, ...rest }
  }
  const isReporting = isReportingPlace(page, at, bounds)
  const phrasal = pastPhrasal(page, at, bounds)
  if (!isClass(page, at, verbs) && !isReporting && phrasal === 0) return null
  if (isHyphened(page, at)) return null
  if (isCapital(page, at) && at !== bounds.first) return null
  const floor = clauseFloor(page, at, bounds.first, tags, firstOfFrame)
  if (isClass(page, at, wordClass.alsoNoun) && !isVerbHere(page, at, bounds)) return null
  if (isNounByPlace(page, at, bounds) || isContinuing(page, at, bounds)) return null
  const isStance = isClass(page, at, wordClass.stance | wordClass.stanceParticiple)
  const isSpeaking = isClass(page, at, wordClass.speech | wordClass.speechParticiple)
  const kind = isSpeaking || isReporting || !isStance || isCallFor(page, at, bounds) ? "speech" : "stance"
  const ceiling = segmentAfter(page, at, bounds.last)
  const found = subjectBefore(page, at, floor)
  if (found.kind === "passive" && !(isSpeaking && opensWords(page, at + 1, ceiling))) return null
  let subject: Subject | null = null
  let inverted = false
  if (found.kind === "subject") subject = found.subject
  else if (found.kind === "lent") {
    subject = lentSubject(page, at, found.rule, bounds, tags.slice(firstOfFrame))
  } else if (isReporting || (phrasal > 0 ? page.segmentOf[at - 1]! >= 0 : mayInvert(page, at, bounds))) {
    subject = subjectAfter(page, at, ceiling)
    inverted = subject !== null
  }
  if (!subject && (isClass(page, at, wordClass.alsoNoun) || !isClass(page, at, verbs))) return null
  const behind = inverted ? subject!.phrase.last : phrasal || pastParticle(page, at, ceiling, !isSpeaking)
  const slots = slotsAfter(page, behind, at, ceiling, inverted)
  const lent = found.kind === "lent"
  const first = inverted
    ? pastAuxiliaries(page, at, bounds.first)
    : subject && !lent
      ? Math.max(floor, subject.phrase.first)
      : at
  return {
    cue: { first: at, last: phrasal || at + 1 },
    kind,
    subject,
    inverted,
    range: { first, last: slots.last },
    addressee: slots.addressee,
    via: slots.via,
    when: slots.when,
    frame,
  }
}

/** The comma and "which" of "the toll, which she called “theft”": what is said of something is a saying of its own. */
export function isObjectRelative(page: Page, at: number): boolean {
  return at > 0 && unitAt(page, at - 1) === comma && /^(which|whom|who)$/.test(tokenText(page, at))
}

/** "It was said | that", "was asked | whether": told by nobody who is named. */
function opensWords(page: Page, at: number, ceiling: number): boolean {
  return at < ceiling && /^(that|whether|if|how|why|what|who|when|where)$/.test(tokenText(page, at))
}

/** Part of a compound: "self-described", "kiss-and-tell"; not the verb of "dit-il", "ajoute-t-elle". */
function isHyphened(page: Page, at: number): boolean {
  if (joinsWords(page, at - 1)) return true
  return (
    joinsWords(page, at + 1) &&
    !isClass(page, at + 2, wordClass.pronoun) &&
    tokenText(page, at + 2).length > 1
  )
}

function joinsWords(page: Page, at: number): boolean {
  const { starts, ends, count, kinds } = page.tokens
  if (at < 1 || at + 1 >= count || unitAt(page, at) !== 0x2d || kinds[at - 1] === 2 || kinds[at + 1] === 2)
    return false
  return starts[at] === ends[at - 1] && starts[at + 1] === ends[at]
}

/** The first token from `at` on that stands in a marked stretch, or `last`. */
function segmentAfter(page: Page, at: number, last: number): number {
  for (let i = at + 1; i < last; i++) if (page.segmentOf[i]! >= 0) return i
  return last
}

/** "called for", "calls on": a demand is said and no name given. */
function isCallFor(page: Page, at: number, bounds: TokenRange): boolean {
  if (at + 1 >= bounds.last || !/^call(s|ed|ing)?$/.test(tokenText(page, at))) return false
  return /^(for|on|upon)$/.test(tokenText(page, at + 1))
}

function isAccordingTo(page: Page, at: number, bounds: TokenRange): boolean {
  const length = page.tokens.ends[at]! - page.tokens.starts[at]!
  if (length !== 9 || (unitAt(page, at) | 0x20) !== 0x61 || at + 1 >= bounds.last) return false
  return /^according$/i.test(tokenText(page, at)) && isTo(page, at + 1)
}

function accordingTag(page: Page, at: number, words: number, frame: number): Tag | null {
  const bounds = page.frames[frame]!
  const phrase = phraseStartingAt(page, at + words, segmentAfter(page, at + 1, bounds.last))
  if (!phrase) return null
  return {
    cue: { first: at, last: at + words },
    kind: "according",
    subject: { phrase, rule: "according to" },
    inverted: true,
    range: { first: at, last: phrase.last },
    addressee: null,
    via: null,
    when: null,
    frame,
  }
}

/** `“…,” came a cry from the crews`: said by whom "from" names, or by nobody named. */
function comingTag(page: Page, at: number, frame: number): Tag | null {
  if (at === 0 || page.segmentOf[at - 1]! < 0 || !/^(came|comes|rang|went)$/.test(tokenText(page, at)))
    return null
  const { last } = page.frames[frame]!
  const ceiling = segmentAfter(page, at, last)
  let noun = /^out$/.test(tokenText(page, at + 1)) ? at + 2 : at + 1
  if (noun >= ceiling || !isClass(page, noun, wordClass.determiner)) return null
  while (noun < ceiling && noun < at + 5 && !voices.test(tokenText(page, noun))) noun++
  if (noun >= ceiling || !voices.test(tokenText(page, noun))) return null
  const isFrom = noun + 1 < ceiling && tokenText(page, noun + 1) === "from"
  const phrase = isFrom ? phraseStartingAt(page, noun + 2, ceiling) : null
  const subject = phrase && isNameable(page, phrase) ? { phrase, rule: "whom the words came from" } : null
  const range = { first: at, last: phrase?.last ?? noun + 1 }
  const rest = { inverted: true, addressee: null, via: null, when: null, frame } as const
  return { cue: { first: at, last: noun + 1 }, kind: "speech", subject, range, ...rest }
}

/** The first of the auxiliaries right before the verb, or the verb. */
function pastAuxiliaries(page: Page, verb: number, floor: number): number {
  let at = verb
  while (at > floor && page.segmentOf[at - 1]! < 0 && isClass(page, at - 1, wordClass.auxiliary)) at--
  return at
}

/** A verb may come before its subject only next to the words it carries. */
function mayInvert(page: Page, at: number, bounds: TokenRange): boolean {
  if (!isClass(page, at, wordClass.speech)) return false
  if (at === bounds.first) return true
  let before = at - 1
  while (before > bounds.first && isClass(page, before, wordClass.auxiliary) && !isCapital(page, before))
    before--
  if (page.segmentOf[before]! >= 0) return true
  const unit = unitAt(page, before)
  return unit === comma || unit === 0x2014 || unit === 0x2013
}

/** A clause's subject left of a colon that opens words without a verb of speech: "From the harbour office: “…”". */
export function colonSubject(page: Page, frame: Frame, colonAt: number): Subject | null {
  const direct = phraseEndingAt(page, colonAt, frame.first)
  if (direct && isNameable(page, direct)) {
    const opener = unitAt(page, direct.first - 1)
    const isApart =
      direct.first <= frame.first + 1 || opener === 0x2d || opener === 0x2014 || opener === 0x2013
    if (isApart) return { phrase: direct, rule: "name before a colon" }
  }
  const clause = clauseSubject(page, frame.first, colonAt)
  return clause && isNameable(page, clause.phrase)
    ? { phrase: clause.phrase, rule: "subject before a colon" }
    : null
}

/** True for a phrase that may speak: a name, a role, a body or a pronoun stands in it. */
export function isNameable(page: Page, phrase: TokenRange): boolean {
  const bits =
    wordClass.pronoun |
    wordClass.personRole |
    wordClass.groupRole |
    wordClass.bodyRole |
    wordClass.bodyHead |
    wordClass.document |
    wordClass.firstName
  for (let at = phrase.first; at < phrase.last; at++) {
    if (isClass(page, at, bits)) return true
    const closed = wordClass.function | wordClass.otherVerb | wordClass.speech | wordClass.stance
    if (isCapital(page, at) && (at > phrase.first || phrase.last - at === 1) && !isClass(page, at, closed))
      return true
  }
  return false
}
