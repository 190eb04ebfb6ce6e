import type { Span } from "../base/index.ts"
import { type Attribution, attributeSegments, type Claim, isTitleCase } from "./attribution.ts"
import { wordClass } from "./lexicon.ts"
import { isVerbLike } from "./noun-phrases.ts"
import {
  finalUnit,
  isAdverb,
  isCapital,
  isClass,
  isClosedOff,
  isMark,
  type Page,
  rangeSpan,
  segmentEnd,
  tokenText,
  unitAt,
} from "./page.ts"
import type { Subject } from "./subjects.ts"
import { findTags, type Tag } from "./tags.ts"
import type { TokenRange } from "./tokens.ts"

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
}

/** A claim counts when it reaches the first and leads every claim of another subject by the second. */
export const scoreMin = 30
export const marginMin = 6

export function findQuotations(page: Page): readonly FoundQuotation[] {
  const tags = findTags(page)
  const attributions = attributeSegments(page, tags)
  const groups = groupByVoice(attributions)
  const claimed = tags.filter((tag) =>
    attributions.some(({ claims }) => claims[0]?.tag === tag && claims[0].score >= scoreMin),
  )
  const quotations: FoundQuotation[] = []
  const used = new Set<Tag>()
  for (const group of groups) {
    const quotation = quotationOf(page, group, tags, claimed)
    if (quotation.tag) used.add(quotation.tag)
    if (quotation.parts.length > 0) quotations.push(quotation)
  }
  for (const tag of tags) {
    if (used.has(tag)) continue
    const quotation = indirectOf(page, tag, tags)
    if (quotation && !quotation.parts.some((part) => touchesMarked(page, part))) quotations.push(quotation)
  }
  return quotations.sort((a, b) => a.parts[0]!.first - b.parts[0]!.first)
}

/** Segments that one tag or one continuing voice holds together. */
function groupByVoice(attributions: readonly Attribution[]): readonly (readonly Attribution[])[] {
  const groups: Attribution[][] = []
  const groupOf = new Map<number, Attribution[]>()
  const groupOfTag = new Map<Tag, Attribution[]>()
  for (const attribution of attributions) {
    const best = attribution.claims[0]
    const held =
      best && best.score >= scoreMin
        ? best.goesOnFrom !== null
          ? groupOf.get(best.goesOnFrom)
          : best.tag
            ? groupOfTag.get(best.tag)
            : undefined
        : undefined
    const group = held ?? []
    if (!held) groups.push(group)
    group.push(attribution)
    groupOf.set(attribution.segment, group)
    if (best?.tag && !groupOfTag.has(best.tag)) groupOfTag.set(best.tag, group)
  }
  return groups
}

function quotationOf(
  page: Page,
  group: readonly Attribution[],
  tags: readonly Tag[],
  claimed: readonly Tag[],
): FoundQuotation {
  const lead = group[0]!
  const best = lead.claims[0] ?? null
  const winner = best && isClear(lead.claims) ? best : null
  const parts: TokenRange[] = []
  const marked: TokenRange[] = []
  let mixed = false
  const carriesBefore = (tag: Tag): boolean =>
    group.some(({ claims }) => claims[0]?.tag === tag && claims[0].side === "after")
  for (const attribution of group) {
    const segment = page.segments[attribution.segment]!
    marked.push(wordsOf(segment))
    const claim = attribution.claims[0] ?? null
    const region =
      claim?.tag && claim.score >= scoreMin
        ? contentRegion(
            page,
            claim,
            attribution,
            claim.side === "after" ? claimed : tags,
            carriesBefore(claim.tag),
          )
        : null
    const part = region ?? wordsOf(segment)
    if (region) mixed = true
    const last = parts.at(-1)
    if (last && part.first < last.last)
      parts[parts.length - 1] = {
        first: Math.min(last.first, part.first),
        last: Math.max(last.last, part.last),
      }
    else parts.push(part)
  }
  const speech = !lead.title && isSpeech(page, group, winner)
  return {
    parts: parts.filter((part) => part.last > part.first),
    marked: marked.filter((part) => part.last > part.first),
    form: mixed ? "partial" : "direct",
    speech,
    subject: speech ? (winner?.subject ?? null) : null,
    claims: lead.claims,
    tag: winner?.tag ?? null,
  }
}

function wordsOf(segment: { readonly first: number; readonly last: number }): TokenRange {
  return { first: segment.first, last: segment.last }
}

function isClear(claims: readonly Claim[]): boolean {
  const best = claims[0]
  if (!best || best.score < scoreMin || !best.subject) return false
  const rival = claims.find(
    (claim) => claim.subject && claim.subject.phrase.first !== best.subject!.phrase.first,
  )
  return !rival || best.score - rival.score >= marginMin
}

/**
 * The words that a tag gives away when some of them stand outside the marks, or null when the marks hold them all:
 * from the tag to the clause's end, or from the sentence's beginning to the tag.
 */
function contentRegion(
  page: Page,
  claim: Claim,
  attribution: Attribution,
  tags: readonly Tag[],
  carriesBefore: boolean,
): TokenRange | null {
  const frame = page.frames[attribution.frame]!
  const segment = page.segments[attribution.segment]!
  const tag = claim.tag!
  const neighbours = tags.filter((other) => other.frame === attribution.frame && other !== tag)
  if (claim.side === "after") {
    const floor = Math.max(
      frame.first,
      ...neighbours.filter((other) => other.range.last <= segment.open).map((other) => other.range.last),
    )
    const first = isSetOff(page, segment.open) ? segment.open : skipForward(page, floor, segment.open)
    const last = isClosedOff(page, segment)
      ? segmentEnd(segment)
      : skipBack(page, tag.range.first, segmentEnd(segment))
    return first < segment.open || last > segmentEnd(segment)
      ? { first: first === segment.open ? segment.first : first, last }
      : null
  }
  const opensClause = unitAt(page, segment.open - 1) === 0x3a && hasVerb(page, tag.range.last, segment.open)
  const isWhole = isSetOff(page, segment.open) && isCapital(page, segment.first) && !opensClause
  const first = isWhole || carriesBefore ? segment.open : skipForward(page, tag.range.last, segment.open)
  const ceiling = Math.min(
    frame.last,
    ...neighbours
      .filter((other) => other.range.first >= segmentEnd(segment))
      .map((other) => other.range.first),
  )
  const last = isWhole ? segmentEnd(segment) : clauseEnd(page, segment, ceiling)
  return first < segment.open || last > segmentEnd(segment)
    ? {
        first: first === segment.open ? segment.first : first,
        last: last === segmentEnd(segment) ? segment.last : last,
      }
    : null
}

/** A colon or comma right before the marks: the words are a sentence of their own. */
function isSetOff(page: Page, open: number): boolean {
  const unit = unitAt(page, open - 1)
  return (
    unit === 0x3a || unit === comma || unit === 0x28 || unit === 0x2014 || unit === 0x2013 || unit === 0x2d
  )
}

function skipForward(page: Page, from: number, to: number): number {
  let at = from
  while (at < to && page.segmentOf[at]! < 0 && isMark(page, at)) at++
  return at
}

function skipBack(page: Page, from: number, to: number): number {
  let at = from
  const loose = wordClass.conjunction | wordClass.subordinator | wordClass.adverb
  while (at > to && page.segmentOf[at - 1]! < 0 && (isMark(page, at - 1) || isClass(page, at - 1, loose)))
    at--
  return at
}

/** Where the clause that holds the segment ends: before a participle, a contrast or another tag, or with the frame. */
function clauseEnd(
  page: Page,
  segment: {
    readonly last: number
    readonly close: number | null
    readonly first: number
    readonly open: number
  },
  ceiling: number,
): number {
  const end = segment.close === null ? segment.last : segment.close + 1
  const lastUnit = segment.last > segment.first ? unitAt(page, segment.last - 1) : 0
  if (lastUnit === comma || lastUnit === 0x2e || lastUnit === 0x3f || lastUnit === 0x21) return end
  let at = end
  while (at < ceiling) {
    if (page.segmentOf[at]! < 0 && isMark(page, at)) {
      const unit = unitAt(page, at)
      if (unit === 0x3b || unit === 0x2014 || unit === 0x2013 || unit === 0x28) break
      if (unit === comma && endsAtComma(page, at, ceiling)) break
    }
    at++
  }
  return skipBack(page, at, end)
}

const comma = 0x2c

function endsAtComma(page: Page, at: number, ceiling: number): boolean {
  const next = at + 1
  if (next >= ceiling || page.segmentOf[next]! >= 0) return false
  const participle = wordClass.speechParticiple | wordClass.stanceParticiple
  if (isClass(page, next, participle)) return true
  return /^(but|while|although|though|as|which|who|when|whereas|despite|after|before|referring|citing|and|a|an)$/.test(
    tokenText(page, next),
  )
}

/** Words without a speaker that are few, or titles, are scare quotes and names of works. */
function isSpeech(page: Page, group: readonly Attribution[], winner: Claim | null): boolean {
  const segment = page.segments[group[0]!.segment]!
  let words = 0
  for (let at = segment.first; at < segment.last; at++) if (!isMark(page, at)) words++
  if (words === 0) return false
  const ended = finalUnit(page, segment) !== 0
  const score = winner?.score ?? 0
  if (score >= 70) return true
  if (winner?.tag && winner.tag.kind !== "stance") return true
  const title = isTitleCase(page, segment)
  if (title && words <= 6) return score >= 60
  if (words <= 2) return score >= 33
  if (words <= 5) return score >= 31 || ended
  return true
}

function touchesMarked(page: Page, part: TokenRange): boolean {
  for (let at = part.first; at < part.last; at++) if (page.segmentOf[at]! >= 0) return true
  return false
}

/** The clause that a verb of speech carries without marks, or null when it carries none. */
function indirectOf(page: Page, tag: Tag, tags: readonly Tag[]): FoundQuotation | null {
  if (tag.kind !== "speech" && tag.kind !== "according") return null
  if (!tag.subject) return null
  const frame = page.frames[tag.frame]!
  const neighbours = tags.filter((other) => other.frame === tag.frame && other !== tag)
  const next = Math.min(
    frame.last,
    ...neighbours.filter((other) => other.range.first >= tag.range.last).map((other) => other.range.first),
  )
  const previous = Math.max(
    frame.first,
    ...neighbours.filter((other) => other.range.last <= tag.range.first).map((other) => other.range.last),
  )
  const after = clauseAfter(page, tag, next)
  const part = after ?? clauseBefore(page, tag, previous)
  if (!part) return null
  return { parts: [part], marked: [], form: "indirect", speech: true, subject: tag.subject, claims: [], tag }
}

function clauseAfter(page: Page, tag: Tag, ceiling: number): TokenRange | null {
  let first = tag.range.last
  if (first < ceiling && isMark(page, first)) {
    if (unitAt(page, first) !== 0x3a && !(tag.kind === "according" && unitAt(page, first) === comma))
      return null
    first++
  }
  if (first >= ceiling || page.segmentOf[first]! >= 0) return null
  const opensClause = /^(that|if|whether|how|why|what|to)$/.test(tokenText(page, first))
  if (
    !opensClause &&
    isClass(page, first, wordClass.preposition | wordClass.conjunction | wordClass.subordinator)
  )
    return null
  let last = first
  while (last < ceiling) {
    if (page.segmentOf[last]! < 0 && isMark(page, last)) {
      const unit = unitAt(page, last)
      if (unit === 0x3b || (unit === comma && endsAtComma(page, last, ceiling))) break
    }
    last++
  }
  last = skipBack(page, last, first)
  if (last - first < 3) return null
  if (!opensClause && !hasVerb(page, first, last)) return null
  return { first, last }
}

function hasVerb(page: Page, first: number, last: number): boolean {
  for (let at = first; at < last; at++) if (page.segmentOf[at]! < 0 && isVerbLike(page, at)) return true
  return false
}

function clauseBefore(page: Page, tag: Tag, floor: number): TokenRange | null {
  const end = tag.range.first
  if (end <= floor || !isMark(page, end - 1) || unitAt(page, end - 1) !== comma) return null
  let first = skipForward(page, floor, end)
  while (first < end && (isClass(page, first, wordClass.conjunction) || isMark(page, first))) first++
  const last = end - 1
  if (last - first < 3 || !hasVerb(page, first, last)) return null
  if (isAdverb(page, first) && last - first < 5) return null
  return { first, last }
}

export function partSpans(page: Page, parts: readonly TokenRange[]): readonly Span[] {
  return parts.map((part) => rangeSpan(page, part))
}
