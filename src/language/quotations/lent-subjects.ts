import { wordClass } from "../lexicon.ts"
import { isCapital, isClass, isMark, type Page, unitAt } from "../page.ts"
import type { TokenRange } from "../tokens.ts"
import { isTitleCase } from "./clauses.ts"
import type { MarkedSegment } from "./marks.ts"
import { isNounLike, isVerbLike } from "./noun-phrases.ts"
import { clauseSubject, type Subject, subjectBefore } from "./subjects.ts"
import type { Tag } from "./tag.ts"
import { segmentBefore } from "./verb-places.ts"

const comma = 0x2c
const participles = wordClass.speechParticiple | wordClass.stanceParticiple

/**
 * The subject that a participle shares with the main clause's verb of speech or else its first verb, and that a
 * coordinated or infinitive form shares with the nearest verb before it.
 */
export function lentSubject(
  page: Page,
  at: number,
  rule: string,
  bounds: TokenRange,
  tags: readonly Tag[],
): Subject | null {
  const isParticiple = rule === "participle"
  const isAfterComma = isParticiple || (rule === "coordination" && unitAt(page, at - 2) === comma)
  if (isAfterComma) {
    const speaking = tags.filter((tag) => tag.kind === "speech" && tag.subject && !tag.subject.antecedent)
    const beside = speaking.find((tag) => tag.range.last === at - 1 && isMark(page, at - 1))
    const lender = beside ?? speaking[0]
    if (lender) return { phrase: lender.subject!.phrase, rule }
  }
  const floor = isParticiple ? bounds.first : segmentBefore(page, at, bounds.first)
  const step = isParticiple ? 1 : -1
  for (let i = isParticiple ? floor : at - 1; i >= floor && i < at; i += step) {
    if (page.segmentOf[i]! >= 0 || !isVerbLike(page, i)) continue
    if (isClass(page, i, wordClass.auxiliary | wordClass.being)) continue
    const found = subjectBefore(page, i, floor)
    if (found.kind !== "subject" || (isParticiple && isSubordinate(page, found.subject, floor))) continue
    return { phrase: found.subject.phrase, rule }
  }
  const lender = tags.at(-1)?.subject ?? clauseSubject(page, bounds.first, at)
  return lender && { phrase: lender.phrase, rule }
}

/** The subject of a relative clause, or of one that "when", "after" and the like open. */
function isSubordinate(page: Page, { phrase, clause, rule }: Subject, floor: number): boolean {
  if (clause || rule === "relative pronoun") return true
  for (let at = phrase.first; at < phrase.last; at++)
    if (isClass(page, at, wordClass.subordinator) && !isMark(page, at)) return true
  return phrase.first > floor && isClass(page, phrase.first - 1, wordClass.subordinator)
}

/** Where the clause may begin: the frame's first token, past the last marked stretch and the last tag's cue. */
export function clauseFloor(
  page: Page,
  at: number,
  first: number,
  tags: readonly Tag[],
  firstOfFrame: number,
): number {
  let floor = first
  let last: Tag | null = null
  for (let i = tags.length - 1; i >= firstOfFrame && last === null; i--)
    if (!isAsideTag(tags[i]!) && !isInterposed(page, tags[i]!, at)) last = tags[i]!
  if (last) floor = last.range.last
  for (let i = at - 1; i >= floor; i--) {
    const segment = page.segmentOf[i]!
    if (segment >= 0 && !isTitleInClause(page, page.segments[segment]!)) return i + 1
  }
  return floor
}

/** The title of a work, which a word leads up to: "the author of “Tides,” said". */
function isTitleInClause(page: Page, segment: MarkedSegment): boolean {
  const before = segment.open - 1
  if (before < 0 || segment.last - segment.first > 10 || !isTitleCase(page, segment)) return false
  if (isMark(page, before))
    return unitAt(page, before) === comma && isNounLike(page, before - 1) && !isCapital(page, before - 1)
  return !isVerbLike(page, before) && !isClass(page, before, participles)
}

/** "Tarn, writing for the board, said": a participle between two commas before the verb at `at`. */
function isInterposed(page: Page, tag: Tag, at: number): boolean {
  if (tag.subject?.rule !== "participle" || page.segmentOf[at - 1]! >= 0) return false
  return unitAt(page, at - 1) === comma && unitAt(page, tag.range.first - 1) === comma
}

/** A relative clause or a participle between commas: the subject of what follows may stand before it. */
function isAsideTag({ subject, kind }: Tag): boolean {
  if (!subject) return true
  return subject.rule === "relative pronoun" || (kind === "stance" && subject.rule === "participle")
}
