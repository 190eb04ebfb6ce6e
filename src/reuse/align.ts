import { compareStrings, type Span } from "../base/index.ts"
import { classifyLink, identicalReason } from "./classify-link.ts"
import type { Link, Passage } from "./lineage.ts"
import { passageStrength, strengthMax } from "./passage-strength.ts"
import { type PreparedReport, prepareReport, type ReuseReport, wordsSpan } from "./reuse-report.ts"
import type { GramTable } from "./tiles.ts"
import { findWordPassages, lastInA, lastInB, type WordPassage } from "./word-passages.ts"

/** A link with the words it was made from; `a` before `b` by id. */
export interface Alignment {
  readonly a: PreparedReport
  readonly b: PreparedReport
  readonly passages: readonly WordPassage[]
  readonly link: Link
}

/** Words in a passage that counts by itself, and how strong it must be. */
const passageWordsMin = 8
const passageStrengthMin = 3

/** One passage so strong, or all together, make a link: a plain sentence of a dozen words, not a title or a set phrase. */
const linkStrengthMin = 8.5
const linkStrengthSumMin = 12
/** Words of the one times words of the other, beyond which chance finds longer and longer phrases. */
const pairWords = 1_000_000

/** Between texts of which one explains half of the other, shorter passages in order count as well. */
const relatedPassageWordsMin = 5
const relatedShareMin = 0.5

/** Of a text shorter than a passage, this part must be shared. */
const shortShareMin = 0.6
const shortWordsMin = 4

/** The text that two reports share, or null. The order of the two does not matter; `a` is the lesser by id. */
export function alignReports(a: ReuseReport, b: ReuseReport): Link | null {
  return alignPrepared(prepareReport(a), prepareReport(b))?.link ?? null
}

export function alignPrepared(x: PreparedReport, y: PreparedReport): Alignment | null {
  return compareStrings(x.report.id, y.report.id) <= 0 ? alignInOrder(x, y) : alignInOrder(y, x)
}

/**
 * Two reports of which `a` is the lesser by id. `table` is that of `a`, where it is made. Only the words are looked at
 * unless they may make a link, so that a report may be read when it is asked for.
 */
export function alignInOrder(a: PreparedReport, b: PreparedReport, table?: GramTable): Alignment | null {
  const passages = keepPassages(findWordPassages(a.words.hashes, b.words.hashes, table), a, b)
  if (passages.length === 0) return null
  const spans = passages.map((passage) => toPassage(passage, a, b))
  const matched = passages.reduce((sum, passage) => sum + passage.matched, 0)
  const shares = { aShare: matched / a.words.count, bShare: matched / b.words.count }
  const link: Link = {
    a: a.report.id,
    b: b.report.id,
    ...classifyLink(a, b, passages, shares),
    aShare: rounded(shares.aShare),
    bShare: rounded(shares.bShare),
    passages: spans,
    direction: null,
  }
  return { a, b, passages, link }
}

/** The link of two reports with the same counted words, which stand in `span` of each; null for too few. */
export function identicalLink(x: IdenticalSide, y: IdenticalSide): Link | null {
  if (x.wordCount < shortWordsMin) return null
  const [a, b] = compareStrings(x.id, y.id) <= 0 ? [x, y] : [y, x]
  return {
    a: a.id,
    b: b.id,
    kind: "identical",
    aShare: 1,
    bShare: 1,
    passages: [{ a: a.span, b: b.span, kind: "verbatim" }],
    direction: null,
    reasons: [identicalReason],
  }
}

export interface IdenticalSide {
  readonly id: Link["a"]
  readonly wordCount: number
  /** From the first counted word to the last. */
  readonly span: Span
}

/** Leaves out what chance, names and set phrases bring about; nothing is left where they are all that is shared. */
function keepPassages(
  passages: readonly WordPassage[],
  a: PreparedReport,
  b: PreparedReport,
): readonly WordPassage[] {
  const shorter = Math.min(a.words.count, b.words.count)
  const wordsMin = Math.min(passageWordsMin, Math.max(shortWordsMin, Math.ceil(shorter * shortShareMin)))
  const long = passages.filter((passage) => passage.matched >= wordsMin)
  const matched = long.reduce((sum, passage) => sum + passage.matched, 0)
  if (long.length > 0 && matched >= shorter * relatedShareMin)
    return passages.filter(
      (passage) =>
        passage.matched >= wordsMin || (!passage.moved && passage.matched >= relatedPassageWordsMin),
    )
  const chance = Math.max(0, Math.log2((a.words.count * b.words.count) / pairWords))
  const strongest = long.map(strengthMax)
  const highest = Math.max(0, ...strongest)
  const together = strongest.reduce((total, strength) => total + strength, 0)
  if (highest < linkStrengthMin + chance && together < linkStrengthSumMin + 2 * chance) return []
  const strengths = new Map(long.map((passage) => [passage, passageStrength(passage, a)]))
  const strong = long.filter((passage) => strengths.get(passage)! >= passageStrengthMin)
  const sum = strong.reduce((total, passage) => total + strengths.get(passage)!, 0)
  const most = Math.max(0, ...strengths.values())
  return most >= linkStrengthMin + chance || sum >= linkStrengthSumMin + 2 * chance ? strong : []
}

function toPassage(passage: WordPassage, a: PreparedReport, b: PreparedReport): Passage {
  const first = passage.runs[0]!
  return {
    a: wordsSpan(a.report, a.words, first.a, lastInA(passage)),
    b: wordsSpan(b.report, b.words, first.b, lastInB(passage)),
    kind: passage.moved ? "moved" : passage.runs.length === 1 ? "verbatim" : "edited",
  }
}

function rounded(share: number): number {
  return Math.round(share * 1e4) / 1e4
}
