import { compareStrings } from "../base/index.ts"
import { classifyLink } from "./classify-link.ts"
import type { Link, Passage } from "./lineage.ts"
import { type CountedWords, countedWords, type ReuseReport, wordsSpan } from "./reuse-report.ts"
import { findWordPassages, lastInA, lastInB, type WordPassage } from "./word-passages.ts"

/** A report made ready for alignment. */
export interface PreparedReport {
  readonly report: ReuseReport
  readonly words: CountedWords
}

/** A link with the words it was made from; `a` before `b` by id. */
export interface Alignment {
  readonly a: PreparedReport
  readonly b: PreparedReport
  readonly passages: readonly WordPassage[]
  readonly link: Link
}

/** Words shared in a row that make a passage by themselves. */
const passageWordsMin = 8

/** Between texts of which one explains half of the other, shorter passages in order count as well. */
const relatedPassageWordsMin = 5
const relatedShareMin = 0.5

/** Of a text shorter than a passage, this part must be shared. */
const shortShareMin = 0.6
const shortWordsMin = 4

export function prepareReport(report: ReuseReport): PreparedReport {
  return { report, words: countedWords(report) }
}

/** The text that two reports share, or null. The order of the two does not matter; `a` is the lesser by id. */
export function alignReports(a: ReuseReport, b: ReuseReport): Link | null {
  return alignPrepared(prepareReport(a), prepareReport(b))?.link ?? null
}

export function alignPrepared(x: PreparedReport, y: PreparedReport): Alignment | null {
  const [a, b] = compareStrings(x.report.id, y.report.id) <= 0 ? [x, y] : [y, x]
  const passages = keepPassages(findWordPassages(a.words.hashes, b.words.hashes), a.words, b.words)
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

/** Leaves out what chance and set phrases bring about. */
function keepPassages(
  passages: readonly WordPassage[],
  a: CountedWords,
  b: CountedWords,
): readonly WordPassage[] {
  const shorter = Math.min(a.count, b.count)
  const wordsMin = Math.min(passageWordsMin, Math.max(shortWordsMin, Math.ceil(shorter * shortShareMin)))
  const kept = passages.filter((passage) => passage.matched >= wordsMin)
  const matched = kept.reduce((sum, passage) => sum + passage.matched, 0)
  if (kept.length === 0 || matched < shorter * relatedShareMin) return kept
  return passages.filter(
    (passage) => passage.matched >= wordsMin || (!passage.moved && passage.matched >= relatedPassageWordsMin),
  )
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
