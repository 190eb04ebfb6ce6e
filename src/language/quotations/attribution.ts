import { wordClass } from "../lexicon.ts"
import {
  finalUnit,
  isCapital,
  isClass,
  isClosedOff,
  isMark,
  type Page,
  segmentEnd,
  tokenText,
  unitAt,
} from "../page.ts"
import type { TokenRange } from "../tokens.ts"
import { isTitleCase } from "./clauses.ts"
import { headlineOwner } from "./headlines.ts"
import type { MarkedSegment } from "./marks.ts"
import { isVerbLike, phraseStartingAt } from "./noun-phrases.ts"
import { clauseSubject, type Subject } from "./subjects.ts"
import type { Tag } from "./tag.ts"
import { colonSubject, isNameable } from "./tags.ts"

/** One way in which a marked stretch may have got its speaker. */
export interface Claim {
  readonly subject: Subject | null
  /** The tag that makes the claim, or null: continuations, colons, signatures. */
  readonly tag: Tag | null
  /** Where the tag stands, seen from the words. */
  readonly side: "after" | "before" | "none"
  /** The segment whose words these go on, for continuations. */
  readonly goesOnFrom: number | null
  readonly score: number
  readonly features: readonly string[]
}

/** A marked stretch with all its claims, the best first. */
export interface Attribution {
  readonly segment: number
  readonly frame: number
  readonly claims: readonly Claim[]
  /** The name of a programme or a work inside a tag: nobody's words. */
  readonly title: boolean
}

const comma = 0x2c
const colon = 0x3a

/** The claims on every marked stretch, solved from left to right. */
export function attributeSegments(page: Page, tags: readonly (readonly Tag[])[]): readonly Attribution[] {
  const attributions: Attribution[] = []
  let frame = 0
  for (let i = 0; i < page.segments.length; i++) {
    const segment = page.segments[i]!
    while (frame + 1 < page.frames.length && page.frames[frame + 1]!.first <= segment.open) frame++
    const place: Place = { page, tags: tags[frame] ?? [], segment, index: i, frame, attributions }
    const title = isTitleInTag(place)
    const claims = title
      ? []
      : [...tagClaims(place), ...layoutClaims(place), ...continuationClaims(place, tags)]
    claims.sort((a, b) => b.score - a.score)
    attributions.push({ segment: i, frame, claims, title })
  }
  return attributions
}

interface Place {
  readonly page: Page
  /** The tags of the segment's own frame. */
  readonly tags: readonly Tag[]
  readonly segment: MarkedSegment
  readonly index: number
  readonly frame: number
  /** Those of the segments before. */
  readonly attributions: readonly Attribution[]
}

function tagClaims(place: Place): readonly Claim[] {
  const claims: Claim[] = []
  const { segment } = place
  const end = segmentEnd(segment)
  const after = place.tags
    .filter((tag) => tag.range.first >= end && !tag.subject?.antecedent)
    .reduce<Tag | undefined>((a, b) => (a && a.range.first <= b.range.first ? a : b), undefined)
  let before: Tag | undefined
  for (const tag of place.tags) if (tag.range.last <= segment.open) before = tag
  if (after) {
    const claim = afterClaim(place, after, end, before !== undefined)
    if (claim) claims.push(claim)
  }
  const final = place.tags.at(-1)
  if (final && final !== after && closesFrame(place, final) && final.range.first >= end) {
    const claim = afterClaim(place, final, end, before !== undefined)
    if (claim) claims.push(claim)
  }
  if (before) claims.push(beforeClaim(place, before))
  return claims
}

/** The tag follows the words: `“…,” said Tarn`. */
function afterClaim(place: Place, tag: Tag, end: number, hasBefore: boolean): Claim | null {
  const { page, segment } = place
  const features = ["tag after"]
  let score = 55
  const gap = outsideWords(page, end, tag.range.first)
  if (gap.segments > 0) {
    score -= 10 * gap.segments
    features.push("words between are marked too")
  }
  if (gap.words === 0) {
    score += 35
    features.push("beside the words")
  } else {
    const closesClause = unitAt(page, tag.range.first - 1) === comma
    score -= Math.min(closesClause ? 12 : 60, 3 * gap.words)
    features.push(`${gap.words} words between`)
  }
  const last = finalUnit(page, segment)
  const commaOutside = unitAt(page, end) === comma
  if (
    last === comma ||
    last === 0x3f ||
    last === 0x21 ||
    last === 0x2014 ||
    last === 0x2026 ||
    commaOutside
  ) {
    score += 10
    features.push("open at its end")
  } else if (last === 0x2e) {
    score -= 40
    features.push("closed by a full stop")
  } else if (unitAt(page, tag.range.first - 1) !== comma && !tag.inverted) {
    score -= 50
    features.push("no comma before the tag")
  }
  if (tag.kind === "stance") {
    score -= 30
    features.push("verb of stance")
  }
  if (tag.kind === "according") score -= 5
  if (hasBefore && opensMore(place, tag)) score -= 25
  if (hasBefore && isJoined(place, end)) {
    score -= 60
    features.push("a conjunction parts it from the words")
  }
  if (isLent(tag)) {
    score -= hasBefore ? 60 : 30
    features.push("the verb has no subject of its own")
  }
  if (!tag.subject) score -= 45
  return { subject: widened(place, tag, end), tag, side: "after", goesOnFrom: null, score, features }
}

/** The subject with the few words between it and words that a comma closes: they can only be its beginning. */
function widened({ page, segment }: Place, tag: Tag, end: number): Subject | null {
  const { subject } = tag
  if (!subject || tag.inverted || !isClosedOff(page, segment)) return subject
  const { first, last } = subject.phrase
  if (first <= end || first - end > 8) return subject
  for (let at = end; at < first; at++)
    if (page.segmentOf[at]! >= 0 || unitAt(page, at) === comma || isVerbLike(page, at)) return subject
  return { ...subject, phrase: { first: end, last } }
}

/** The tag carries the words behind it, and these stand inside a clause of their own. */
function opensMore({ page, segment, frame }: Place, tag: Tag): boolean {
  const unit = unitAt(page, tag.range.last)
  const next = unit === comma || unit === colon ? tag.range.last + 1 : tag.range.last
  return segment.open > page.frames[frame]!.first && next < page.tokens.count && page.segmentOf[next]! >= 0
}

/** The frame ends with the tag, behind a comma: all before it may be said. */
function closesFrame({ page, frame }: Place, tag: Tag): boolean {
  const { last } = page.frames[frame]!
  if (tag.kind !== "speech" || tag.subject?.antecedent || unitAt(page, tag.range.first - 1) !== comma)
    return false
  return tag.range.last >= last - 1
}

/** `“…,” and he said`: the tag begins a clause of its own. */
function isJoined({ page }: Place, end: number): boolean {
  return isClass(page, end, wordClass.conjunction) && !isMark(page, end) && !isCapital(page, end)
}

function isLent(tag: Tag): boolean {
  const rule = tag.subject?.rule
  return rule === "participle" || rule === "infinitive" || rule === "coordination"
}

/** The name of a programme or a work in a subject, or that a tag speaks of: `told Skerry FM's “Morning Tide”`. */
function isTitleInTag({ page, segment, tags }: Place): boolean {
  const before = segment.open - 1
  const isInSubject = tags.some(
    ({ range, cue, inverted }) => !inverted && range.first < segment.open && cue.first >= segmentEnd(segment),
  )
  if (isInSubject && isTitleCase(page, segment)) return true
  if (before < 0 || isMark(page, before) || !isTitleCase(page, segment)) return false
  if (finalUnit(page, segment) === 0x21 || segment.last - segment.first > 8) return false
  const word = tokenText(page, before)
  if (/['’]s$|s['’]$/.test(word)) return true
  return (
    isClass(page, before, wordClass.preposition) ||
    /^(show|program|programme|series|film|movie|book|album|song|magazine|podcast|column|hit|the)$/.test(word)
  )
}

/** The tag comes first: `Tarn said: “…”`. */
function beforeClaim(place: Place, tag: Tag): Claim {
  const { page, segment } = place
  const features = ["tag before"]
  let score = 50
  const gap = outsideWords(page, tag.range.last, segment.open)
  const opener = unitAt(page, segment.open - 1)
  if (gap.segments > 0) {
    const isClosed = place.index > 0 && isClosedOff(page, page.segments[place.index - 1]!)
    score -= isClosed ? 45 : 4
    features.push("words between are marked too")
  }
  if (gap.words === 0 || (gap.words === 1 && /^that$/.test(tokenText(page, segment.open - 1)))) {
    score += 30
    features.push("beside the words")
    if (opener === comma || opener === colon) score += 8
  } else {
    score -= Math.min(18, gap.words)
    features.push(`${gap.words} words between`)
  }
  if (tag.kind === "stance" && gap.segments === 0) {
    score -= 2
    features.push("verb of stance")
  }
  if (!tag.subject) score -= 45
  return { subject: tag.subject, tag, side: "before", goesOnFrom: null, score, features }
}

/** Colons without a verb, signatures behind a dash, and the subject of a clause with no verb that we know. */
function layoutClaims(place: Place): readonly Claim[] {
  const claims: Claim[] = []
  const { page, segment } = place
  const frame = page.frames[place.frame]!
  const push = (subject: Subject | null, score: number, feature: string): void => {
    if (subject)
      claims.push({ subject, tag: null, side: "none", goesOnFrom: null, score, features: [feature] })
  }
  if (segment.open > frame.first && unitAt(page, segment.open - 1) === colon)
    push(colonSubject(page, frame, segment.open - 1), place.tags.length === 0 ? 62 : 36, "behind a colon")
  else if (segment.open > frame.first && place.tags.length === 0) {
    const subject = clauseSubject(page, frame.first, segment.open)
    push(subject, subject && isNameable(page, subject.phrase) ? 32 : 20, "subject of the clause")
  }
  const end = segmentEnd(segment)
  push(actorAfter(place, end), 58, "subject of the verb beside the words")
  const owner =
    segment.open === frame.first && unitAt(page, end) === colon
      ? headlineOwner(page, { first: end + 1, last: frame.last }, place.tags)
      : null
  push(owner, 50, "named behind a colon")
  const dash = unitAt(page, end)
  const next = page.frames[place.frame + 1]
  const limit = next && next.paragraph === frame.paragraph ? next.last : frame.last
  if (end < limit - 1 && (dash === 0x2014 || dash === 0x2013 || dash === 0x2d) && isCapital(page, end + 1)) {
    const phrase = phraseStartingAt(page, end + 1, limit)
    push(phrase && { phrase, rule: "signature" }, 50, "signed behind a dash")
  }
  return claims
}

/** The subject of a verb that is no verb of speech, right behind words that end in a comma: `“…,” Tarn grinned.` */
function actorAfter({ page, segment, tags, frame }: Place, end: number): Subject | null {
  if (
    segment.open !== page.frames[frame]!.first ||
    tags.some((tag) => tag.range.first >= end) ||
    !isClosedOff(page, segment) ||
    finalUnit(page, segment) === 0x2e
  )
    return null
  const { last } = page.frames[frame]!
  if (end >= last || isMark(page, end)) return null
  const phrase = phraseStartingAt(page, end, last)
  if (!phrase || !isNameable(page, phrase) || phrase.last >= last) return null
  const verb = page.text.slice(page.tokens.starts[phrase.last]!, page.tokens.ends[phrase.last]!)
  return isVerbLike(page, phrase.last) || /^[a-z]+(ed|s)$/.test(verb)
    ? { phrase, rule: "subject of an unknown verb" }
    : null
}

/** The same voice goes on: later in a paragraph, over a paragraph's end, or after an introduction that ends in a colon. */
function continuationClaims(place: Place, tags: readonly (readonly Tag[])[]): readonly Claim[] {
  const claims: Claim[] = []
  const { page, segment, index } = place
  const frame = page.frames[place.frame]!
  let last = index - 1
  while (last >= 0 && place.attributions[last]!.title) last--
  const previous = last >= 0 ? place.attributions[last]! : null
  const previousBest = previous?.claims[0] ?? null
  const beginsFrame = segment.open === frame.first
  const add = (score: number, feature: string): void => {
    if (!previousBest) return
    const { subject } = previousBest
    claims.push({ subject, tag: null, side: "none", goesOnFrom: last, score, features: [feature] })
  }
  const before = previous ? page.segments[last]! : null
  const isSplit =
    previous?.frame === place.frame && previousBest?.tag === null && previousBest.side === "none"
  if (isSplit && unitAt(page, segment.open - 1) === comma) add(60, "goes on behind the actor")
  const actor = previous?.frame === place.frame - 1 ? null : actorBefore(place, tags)
  if (actor)
    claims.push({
      subject: actor,
      tag: null,
      side: "none",
      goesOnFrom: null,
      score: 36,
      features: ["subject of the sentence before"],
    })
  if (segment.continues) add(84, "goes on over a paragraph")
  else if (before && before.paragraph === segment.paragraph) {
    if (previous!.frame !== place.frame && beginsFrame && isWholeFrame(page, segment, frame))
      add(60, "goes on in the paragraph")
  } else if (beginsFrame && isParagraphStart(page, place.frame)) {
    const intro = introClaim(page, place.frame, tags)
    if (intro) claims.push(intro)
    else if (
      before &&
      !segment.single &&
      before.paragraph === segment.paragraph - 1 &&
      isLastFrame(page, previous!.frame) &&
      isWholeFrame(page, segment, frame) &&
      finalUnit(page, before) !== 0x3f &&
      finalUnit(page, segment) !== 0x3f
    )
      add(40, "follows words")
  }
  return claims
}

/**
 * Words that stand alone behind a sentence without any: `Tarn shook her head. “Never.”` In a paragraph of their own only
 * a verb of speech before them gives them away.
 */
function actorBefore({ page, segment, frame }: Place, tags: readonly (readonly Tag[])[]): Subject | null {
  const here = page.frames[frame]!
  const before = page.frames[frame - 1]
  const end = segmentEnd(segment)
  if (!before || segment.open !== here.first || end < here.last - 1 || finalUnit(page, segment) === comma)
    return null
  for (let at = before.first; at < before.last; at++) if (page.segmentOf[at]! >= 0) return null
  const tag = tags[frame - 1]!.find((one) => one.kind === "speech" && one.subject && !one.subject.antecedent)
  if (before.paragraph !== here.paragraph && !tag) return null
  const subject = tag?.subject ?? clauseSubject(page, before.first, before.last)
  return subject && isNameable(page, subject.phrase) ? { phrase: subject.phrase, rule: subject.rule } : null
}

function isParagraphStart(page: Page, frame: number): boolean {
  return frame === 0 || page.frames[frame - 1]!.paragraph !== page.frames[frame]!.paragraph
}

/** The words are a sentence, and not the subject of one. */
function isWholeFrame(page: Page, segment: MarkedSegment, frame: TokenRange): boolean {
  const end = segmentEnd(segment)
  return isClosedOff(page, segment) || end >= frame.last || (end === frame.last - 1 && isMark(page, end))
}

function isLastFrame(page: Page, frame: number): boolean {
  return (
    frame + 1 >= page.frames.length || page.frames[frame + 1]!.paragraph !== page.frames[frame]!.paragraph
  )
}

/** The paragraph before ends in a colon: its last tag, or its subject, speaks here. */
function introClaim(page: Page, frame: number, tags: readonly (readonly Tag[])[]): Claim | null {
  if (frame === 0) return null
  const intro = page.frames[frame - 1]!
  if (unitAt(page, intro.last - 1) !== colon) return null
  const tag = tags[frame - 1]!.at(-1) ?? null
  const subject = tag?.subject ?? colonSubject(page, intro, intro.last - 1)
  return {
    subject,
    tag: null,
    side: "none",
    goesOnFrom: null,
    score: 75,
    features: ["introduced by the paragraph before"],
  }
}

/** The words and the marked stretches in [from, to) of one frame. */
function outsideWords(page: Page, from: number, to: number): { words: number; segments: number } {
  let words = 0
  let segments = 0
  for (let at = from; at < to; at++) {
    const segment = page.segmentOf[at]!
    if (segment >= 0) {
      segments++
      at = segmentEnd(page.segments[segment]!) - 1
    } else if (!isMark(page, at)) words++
  }
  return { words, segments }
}
