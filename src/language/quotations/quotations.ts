import { findBlocks } from "../blocks.ts"
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
import { type Attribution, attributeSegments, type Claim } from "./attribution.ts"
import { clauseEnd, hasVerb, isSetOff, isTitleCase, skipBack, skipForward } from "./clauses.ts"
import { indirectParts, isFinal } from "./indirect.ts"
import { innerPageOf } from "./inner-page.ts"
import { findLetters } from "./letters.ts"
import type { Subject } from "./subjects.ts"
import type { Tag } from "./tag.ts"
import { findTags, isObjectRelative } from "./tags.ts"
import { findDashDialogue, findTurns } from "./transcripts.ts"

/** Words given to somebody, by tokens, before the speaker's mention has got a name. */
export interface FoundQuotation {
  readonly parts: readonly TokenRange[]
  /** The marked stretches among the parts, without their marks. */
  readonly marked: readonly TokenRange[]
  readonly form: "direct" | "partial" | "indirect" | "block"
  readonly speech: boolean
  readonly subject: Subject | null
  readonly claims: readonly Claim[]
  readonly tag: Tag | null
  /** Stands inside marked words that are somebody's themselves: “She told me, ‘Go home.’” */
  readonly inner: boolean
}

/** A claim counts when it reaches the first and leads every claim of another subject by the second. */
export const scoreMin = 30
export const marginMin = 6

/** Every tag that gives away words without marks stands as sure as one with three words between it and marked ones. */
const indirectScore = 47

/** All words that the page gives to somebody, in order. Cost: linear but for the tags of one frame. */
export function findQuotations(page: Page): readonly FoundQuotation[] {
  const tags = tagsByFrame(page, findTags(page))
  const quotations = quotationsInMarks(page, tags)
  const used = new Set<Tag>()
  for (const { tag, speech } of quotations) if (tag && speech) used.add(tag)
  const said = saidTokens(page, quotations)
  for (const { parts, subject } of [
    ...findTurns(page, tags),
    ...findLetters(page, tags),
    ...findDashDialogue(page),
    ...findBlocks(page, tags),
  ]) {
    if (parts.some((part) => touches(said, part))) continue
    for (const part of parts) said.fill(1, part.first, part.last)
    quotations.push({
      parts,
      marked: [],
      form: "block",
      speech: true,
      subject,
      claims: [],
      tag: null,
      inner: false,
    })
  }
  for (const frame of tags) {
    const last = frame.at(-1)
    const order = last && isFinal(page, last, frame) ? [last, ...frame] : frame
    for (const tag of order) {
      if (used.has(tag) || (tag.kind !== "speech" && tag.kind !== "according")) continue
      const parts = indirectParts(page, tag, frame)
      if (parts.length === 0 || parts.some((part) => touches(said, part))) continue
      for (const part of parts) said.fill(1, part.first, part.last)
      quotations.push({
        parts,
        marked: [],
        form: "indirect",
        speech: true,
        subject: tag.subject,
        claims: [claimOf(tag, parts[0]!)],
        tag,
        inner: false,
      })
    }
  }
  quotations.push(...innerQuotations(page, quotations))
  return quotations.sort((a, b) => a.parts[0]!.first - b.parts[0]!.first)
}

function quotationsInMarks(page: Page, tags: readonly (readonly Tag[])[]): FoundQuotation[] {
  const attributions = attributeSegments(page, tags)
  const claimed = new Set<Tag>()
  for (const { claims } of attributions) {
    const best = claims[0]
    if (best?.tag && best.score >= scoreMin) claimed.add(best.tag)
  }
  const groups = groupByVoice(attributions)
  return groups
    .map((group) => quotationOf(page, group, tags, claimed))
    .filter(({ parts }) => parts.length > 0)
}

/**
 * The quotations inside others of `outer`: whole words in marks beside a verb of speech that has a subject of its own.
 * All else in inner marks are titles, nicknames and scare quotes.
 */
function innerQuotations(page: Page, outer: readonly FoundQuotation[]): readonly FoundQuotation[] {
  const holders = outer.flatMap(({ marked, speech }) => (speech ? marked : []))
  const inner = innerPageOf(page, holders)
  if (inner === null) return []
  return quotationsInMarks(inner, tagsByFrame(inner, findTags(inner)))
    .filter(
      ({ form, speech, subject, tag }) => form === "direct" && speech && subject && tag?.kind === "speech",
    )
    .map((quotation) => ({ ...quotation, inner: true }))
}

/** The one claim on words without marks: that of the tag which gives them away. */
function claimOf(tag: Tag, words: TokenRange): Claim {
  const side = words.first < tag.range.first ? "after" : "before"
  const features = [`tag ${side}`, "words without marks", `cue of ${tag.kind}`]
  return { subject: tag.subject, tag, side, goesOnFrom: null, score: indirectScore, features }
}

/** For each frame its tags, in order. */
function tagsByFrame(page: Page, tags: readonly Tag[]): readonly (readonly Tag[])[] {
  const byFrame: Tag[][] = page.frames.map(() => [])
  for (const tag of tags) byFrame[tag.frame]!.push(tag)
  return byFrame
}

/** For each token whether words already given to somebody stand there. */
function saidTokens(page: Page, quotations: readonly FoundQuotation[]): Uint8Array {
  const said = new Uint8Array(page.tokens.count)
  for (const { parts, speech } of quotations)
    if (speech) for (const { first, last } of parts) said.fill(1, first, last)
  return said
}

function touches(said: Uint8Array, { first, last }: TokenRange): boolean {
  for (let at = first; at < last; at++) if (said[at] === 1) return true
  return false
}

/** Segments that one tag or one continuing voice holds together. */
function groupByVoice(attributions: readonly Attribution[]): readonly (readonly Attribution[])[] {
  const groups: Attribution[][] = []
  const groupOf = new Map<number, Attribution[]>()
  const groupOfTag = new Map<Tag, Attribution[]>()
  for (const attribution of attributions) {
    const best = attribution.claims[0]
    let group: Attribution[] | undefined
    if (best && best.score >= scoreMin) {
      if (best.goesOnFrom !== null) group = groupOf.get(best.goesOnFrom)
      else if (best.tag) group = groupOfTag.get(best.tag)
    }
    if (!group) {
      group = []
      groups.push(group)
    }
    group.push(attribution)
    groupOf.set(attribution.segment, group)
    if (best?.tag && best.score >= scoreMin && !groupOfTag.has(best.tag)) groupOfTag.set(best.tag, group)
  }
  return groups
}

function quotationOf(
  page: Page,
  group: readonly Attribution[],
  tags: readonly (readonly Tag[])[],
  claimed: ReadonlySet<Tag>,
): FoundQuotation {
  const lead = group[0]!
  const best = lead.claims[0] ?? null
  const winner = best && isClear(lead.claims) ? best : null
  const parts: TokenRange[] = []
  const marked: TokenRange[] = []
  let mixed = false
  for (const attribution of group) {
    const segment = page.segments[attribution.segment]!
    const words = { first: segment.first, last: segment.last }
    if (words.last > words.first) marked.push(words)
    const regions = contentRegions({ page, group, tags: tags[attribution.frame]!, claimed }, attribution)
    if (regions) mixed = true
    for (const part of regions ?? [words]) {
      const last = parts.at(-1)
      if (part.last <= part.first) continue
      if (last && part.first < last.last) parts[parts.length - 1] = union(last, part)
      else parts.push(part)
    }
  }
  const speech = !lead.title && isSpeech(page, lead, winner)
  return {
    parts,
    marked,
    form: mixed ? "partial" : "direct",
    speech,
    subject: speech ? (winner?.subject ?? null) : null,
    claims: lead.claims,
    tag: winner?.tag ?? null,
    inner: false,
  }
}

function union(a: TokenRange, b: TokenRange): TokenRange {
  return { first: Math.min(a.first, b.first), last: Math.max(a.last, b.last) }
}

function isClear(claims: readonly Claim[]): boolean {
  const best = claims[0]
  if (!best || best.score < scoreMin || !best.subject) return false
  const rival = claims.find(
    (claim) => claim.subject && claim.subject.phrase.first !== best.subject!.phrase.first,
  )
  return !rival || best.score - rival.score >= marginMin
}

interface GroupPlace {
  readonly page: Page
  readonly group: readonly Attribution[]
  /** The tags of the attribution's frame. */
  readonly tags: readonly Tag[]
  readonly claimed: ReadonlySet<Tag>
}

/**
 * The words that a tag gives away when some of them stand outside the marks, or null when the marks hold them all:
 * from the tag to the clause's end, or from the sentence's beginning to the tag.
 */
function contentRegions(place: GroupPlace, attribution: Attribution): readonly TokenRange[] | null {
  const claim = attribution.claims[0]
  if (!claim?.tag || claim.score < scoreMin) return null
  return claim.side === "after"
    ? regionBefore(place, attribution, claim.tag)
    : regionAfter(place, attribution, claim.tag)
}

function regionBefore(
  { page, tags, claimed }: GroupPlace,
  attribution: Attribution,
  tag: Tag,
): readonly TokenRange[] | null {
  const segment = page.segments[attribution.segment]!
  const end = segmentEnd(segment)
  let floor = page.frames[attribution.frame]!.first
  for (const other of tags)
    if (other !== tag && claimed.has(other) && other.range.last <= segment.open)
      floor = Math.max(floor, other.range.last)
  const first = isSetOff(page, segment.open) ? segment.open : skipForward(page, floor, segment.open)
  const last = isClosedOff(page, segment) ? end : skipBack(page, tag.range.first, end)
  if (first === segment.open && last <= end) return null
  return [{ first: first === segment.open ? segment.first : first, last: last === end ? segment.last : last }]
}

function regionAfter(
  { page, group, tags }: GroupPlace,
  attribution: Attribution,
  tag: Tag,
): readonly TokenRange[] | null {
  const segment = page.segments[attribution.segment]!
  const end = segmentEnd(segment)
  const isSplit = group.some(({ claims }) => claims[0]?.tag === tag && claims[0].side === "after")
  const opensClause = unitAt(page, segment.open - 1) === 0x3a && hasVerb(page, tag.range.last, segment.open)
  const isWhole = isSetOff(page, segment.open) && isCapital(page, segment.first) && !opensClause
  const first =
    isWhole || isSplit || isNamedBefore(page, segment.open)
      ? segment.open
      : skipForward(page, tag.range.last, segment.open)
  const frame = page.frames[attribution.frame]!
  let ceiling = frame.last
  let floor = frame.first
  for (const other of tags) {
    if (other === tag) continue
    if (other.range.first >= end) ceiling = Math.min(ceiling, other.range.first)
    if (other.range.last <= tag.range.first) floor = Math.max(floor, other.range.last)
  }
  const last = isWhole ? end : clauseEnd(page, segment, ceiling)
  const relative = isObjectRelative(page, tag.range.first - 1) ? tag.range.first - 1 : -1
  if (first === segment.open && last <= end && relative < 0) return null
  const region = {
    first: first === segment.open ? segment.first : first,
    last: last === end ? segment.last : last,
  }
  if (relative >= 0) return [{ first: relative, last: relative + 1 }, region]
  const aside = isSplit ? null : wordsBeforeAside(page, tag, floor)
  return aside ? [aside, region] : [region]
}

/** "a photo with the caption “Home”", "under the headline “Home”": what holds the words is none of them. */
function isNamedBefore(page: Page, open: number): boolean {
  const noun = open - 1
  if (noun < 1 || isCapital(page, noun)) return false
  if (
    !isClass(page, noun, wordClass.document) &&
    !/^(words|caption|slogan|line)$/.test(tokenText(page, noun))
  )
    return false
  return isClass(page, noun - 1, wordClass.determiner) && isClass(page, noun - 2, wordClass.preposition)
}

/** The first half of a sentence that its tag interrupts: "The ferry, she said, was “late”". */
function wordsBeforeAside(page: Page, tag: Tag, floor: number): TokenRange | null {
  const { first, last } = tag.range
  if (tag.inverted || first - 1 <= floor || unitAt(page, first - 1) !== 0x2c || unitAt(page, last) !== 0x2c)
    return null
  const start = skipForward(page, floor, first - 1)
  for (let at = start; at < first; at++) if (page.segmentOf[at]! >= 0) return null
  return start < first - 1 ? { first: start, last: first - 1 } : null
}

/** Words without a speaker that are few, or titles, are scare quotes and names of works. */
function isSpeech(page: Page, lead: Attribution, winner: Claim | null): boolean {
  const segment = page.segments[lead.segment]!
  let words = 0
  for (let at = segment.first; at < segment.last; at++) if (!isMark(page, at)) words++
  if (words === 0) return false
  if (page.lexicon.classesByHash.size === 0) return true
  const score = winner?.score ?? 0
  const best = lead.claims[0]
  if (best?.tag?.kind === "speech" && best.tag.inverted && best.side === "after" && best.score >= scoreMin)
    return true
  if (score >= 70) return true
  if (winner?.tag && winner.tag.kind !== "stance") return true
  if (isTitleCase(page, segment) && words <= 6) return score >= 60
  if (words <= 2) return score >= 33
  if (words <= 5) return score >= 31 || finalUnit(page, segment) !== 0
  return true
}
