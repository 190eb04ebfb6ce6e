import { wordClass } from "../lexicon.ts"
import { isAdverb, isCapital, isClass, isDashAt, isMark, type Page, tokenText, unitAt } from "../page.ts"
import type { TokenRange } from "../tokens.ts"
import { endsAtComma, hasVerb, skipBack, skipForward } from "./clauses.ts"
import type { Tag } from "./tag.ts"
import { isObjectRelative } from "./tags.ts"

const comma = 0x2c

/** A clause of fewer tokens says nothing. */
const clauseTokensMin = 3

/**
 * The words that a tag gives away without marks: what follows it, what stands before it behind a comma, or both when
 * the tag stands between commas ("The ferry, she said, was late"). Empty when it carries none. `tags` are those of
 * its frame.
 */
export function indirectParts(page: Page, tag: Tag, tags: readonly Tag[]): readonly TokenRange[] {
  if (page.lexicon.clauseOpenerHashes.size === 0) return []
  const frame = page.frames[tag.frame]!
  let ceiling = frame.last
  let floor = frame.first
  for (const other of tags) {
    if (other !== tag && holds(other, tag)) ceiling = Math.min(ceiling, other.cue.first)
    if (other === tag || (other.kind === "stance" && !isParticiple(other))) continue
    if (other.range.first >= tag.range.last) ceiling = Math.min(ceiling, other.range.first)
    else if (other.range.last <= tag.range.first) floor = Math.max(floor, other.range.last)
  }
  if (isFinal(page, tag, tags)) {
    const whole = clauseBefore(page, tag, frame.first)
    if (whole) return [whole]
  }
  const aside = asideParts(page, tag, floor, ceiling)
  if (aside) return aside
  const part = clauseAfter(page, tag, ceiling) ?? clauseBefore(page, tag, floor)
  if (!part) return []
  const relative = tag.range.first - 1
  return isObjectRelative(page, relative) && part.first >= tag.range.last
    ? [{ first: relative, last: tag.range.first }, part]
    : [part]
}

/** Both halves of a sentence that the tag interrupts between two commas, or null. */
function asideParts(page: Page, tag: Tag, floor: number, ceiling: number): readonly TokenRange[] | null {
  const { first, last } = tag.range
  if (tag.kind !== "speech" || first <= floor || last >= ceiling - 2 || tag.inverted) return null
  if (!isCommaAt(page, first - 1) || !isCommaAt(page, last) || page.segmentOf[first - 1]! >= 0) return null
  const start = skipForward(page, floor, first)
  const end = skipBack(page, clauseStop(page, last + 1, ceiling), last + 1)
  if (end - last - 1 < 2 || start >= first - 1) return null
  if (!hasVerb(page, start, first) && !hasVerb(page, last + 1, end)) return null
  return [
    { first: start, last: first - 1 },
    { first: last + 1, last: end },
  ]
}

/** The frame's last tag, behind a comma, with nothing but its own slots after it: all before it is said. */
export function isFinal(page: Page, tag: Tag, tags: readonly Tag[]): boolean {
  const { last } = page.frames[tag.frame]!
  if (tags.at(-1) !== tag || !isCommaAt(page, tag.range.first - 1)) return false
  return (
    tag.range.last >= last ||
    (isMark(page, tag.range.last) && tag.range.last >= last - 2) ||
    isCommaAt(page, tag.range.last)
  )
}

/** The tag stands between another's subject and verb: "Tarn, who said it was late, told". */
function holds(outer: Tag, tag: Tag): boolean {
  return outer.range.first < tag.range.first && tag.range.last <= outer.cue.first
}

function isParticiple(tag: Tag): boolean {
  return tag.subject?.rule === "participle"
}

function isCommaAt(page: Page, at: number): boolean {
  return isMark(page, at) && unitAt(page, at) === comma
}

function clauseAfter(page: Page, tag: Tag, ceiling: number): TokenRange | null {
  let first = tag.range.last
  if (first < ceiling && isMark(page, first)) {
    const hangsOn = tag.kind === "according" || isAsClause(page, tag)
    const opens = unitAt(page, first) === 0x3a || (hangsOn && isCommaAt(page, first))
    if (!opens) return null
    first++
  }
  if (first >= ceiling || page.segmentOf[first]! >= 0) return null
  const opensClause =
    page.lexicon.clauseOpenerHashes.has(page.tokens.hashes[first]!) &&
    (takesFor(page, tag) || !isFor(page, first))
  const links = wordClass.preposition | wordClass.conjunction | wordClass.subordinator
  if (!opensClause && isClass(page, first, links) && !isClass(page, first, wordClass.determiner)) return null
  const stop = tag.subject?.clause === "subordinate" ? subordinateStop(page, first, ceiling) : ceiling
  const last = skipBack(page, clauseStop(page, first, stop), first)
  if (last - first < clauseTokensMin) return null
  const isClause =
    opensClause ||
    isClass(page, first, wordClass.pronoun) ||
    takesNoun(page, tag) ||
    hasVerb(page, first, last) ||
    mayHoldVerb(page, tag, first, last)
  return isClause ? { first, last } : null
}

/** Behind a verb with a subject of its own many words are a clause, even where none of them is a verb that we know. */
function mayHoldVerb(page: Page, tag: Tag, first: number, last: number): boolean {
  if (tag.inverted || !tag.subject || last - first < 5) return false
  return isCapital(page, first) || !isClass(page, first, wordClass.preposition | wordClass.time)
}

/** "As Tarn said, …", "given that, as Tarn said, …". */
function isAsClause(page: Page, tag: Tag): boolean {
  const { first } = page.frames[tag.frame]!
  if (tag.range.first <= first + 2 && /^as$/i.test(tokenText(page, first))) return true
  return tag.range.first > first && /^as$/.test(tokenText(page, tag.range.first - 1))
}

/** Verbs that carry a thing said as well as a clause: "announced a strike", "denied the charge". */
function takesNoun(page: Page, tag: Tag): boolean {
  const verb = tokenText(page, tag.cue.first)
  return !/^(said|says?|saying|told|tells?|telling|asked|asks?|asking|wrote|writes?|writing|added|adds?|adding|read|reads|answered|continued|addressed|submitted|named)$/.test(
    verb,
  )
}

/** "asked for", "pleaded for", and not "writing for the board". */
function takesFor(page: Page, tag: Tag): boolean {
  return takesNoun(page, tag) || /^ask/.test(tokenText(page, tag.cue.first))
}

function isFor(page: Page, at: number): boolean {
  return tokenText(page, at) === "for"
}

function subordinateStop(page: Page, first: number, ceiling: number): number {
  for (let at = first; at < ceiling; at++) if (isCommaAt(page, at) && page.segmentOf[at]! < 0) return at
  return ceiling
}

/** Where the clause from `first` on ends: at a semicolon, a dash, or a comma that opens something of its own. */
function clauseStop(page: Page, first: number, ceiling: number): number {
  for (let at = first; at < ceiling; at++) {
    if (page.segmentOf[at]! >= 0 || !isMark(page, at)) continue
    const unit = unitAt(page, at)
    if (unit === comma && at <= first + 1) continue
    if (unit === 0x3b || (unit === comma && endsAtComma(page, at, ceiling))) return at
    if (isDashAt(page, at) && at > first + 1 && endsAtDash(page, at, ceiling)) return at
  }
  return ceiling
}

/** A dash that is not the first of a pair ends the clause before a name, an article or a contrast. */
function endsAtDash(page: Page, dash: number, ceiling: number): boolean {
  let next = dash + 1
  while (next < ceiling && isDashAt(page, next)) next++
  for (let at = next; at < ceiling; at++) if (isDashAt(page, at) && page.segmentOf[at]! < 0) return false
  return (
    next < ceiling && (isCapital(page, next) || /^(an?|but|though|as|while)$/.test(tokenText(page, next)))
  )
}

function clauseBefore(page: Page, tag: Tag, floor: number): TokenRange | null {
  const end = tag.range.first
  if (end <= floor || !isCommaAt(page, end - 1) || tag.subject?.rule === "participle") return null
  let first = skipForward(page, floor, end)
  while (first < end && (isClass(page, first, wordClass.conjunction) || isMark(page, first))) first++
  const last = end - 1
  if (last - first < clauseTokensMin || !hasVerb(page, first, last)) return null
  return isAdverb(page, first) && last - first < 5 ? null : { first, last }
}
