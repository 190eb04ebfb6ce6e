import { framesOf, type Page, segmentsByToken, unitAt } from "../page.ts"
import type { TokenRange } from "../tokens.ts"
import { findMarkedSegments } from "./marks.ts"

/**
 * What stands inside the marked words of `holders`, laid out as a page of its own: each holder a paragraph, its inner
 * marks the marked stretches. Null when no holder has one. Cost: linear in the tokens of the holders, and in those of the
 * page when there is one.
 */
export function innerPageOf(page: Page, holders: readonly TokenRange[]): Page | null {
  const paragraphs = holders.filter((holder) => mayHoldMarks(page, holder)).sort((a, b) => a.first - b.first)
  if (paragraphs.length === 0) return null
  const segments = findMarkedSegments(page.text, page.tokens, paragraphs)
    .filter(({ close }) => close !== null)
    .map((segment) => ({ ...segment, continues: false }))
  if (segments.length === 0) return null
  const segmentOf = segmentsByToken(page.tokens, segments)
  const sentences = sentencesWithin(page.sentences, paragraphs)
  return {
    ...page,
    segments,
    segmentOf,
    sentences,
    frames: framesOf(page.tokens, segments, segmentOf, paragraphs, sentences),
  }
}

function mayHoldMarks(page: Page, { first, last }: TokenRange): boolean {
  for (let at = first; at < last; at++) {
    if (page.tokens.kinds[at] !== 2) continue
    const unit = unitAt(page, at)
    const isOpener =
      unit === 0x22 || unit === 0x27 || (unit >= 0x2018 && unit <= 0x201e) || unit === 0xab || unit === 0xbb
    if (isOpener && unit !== 0x2019 && unit !== 0x201d) return true
  }
  return false
}

/** The sentences cut to the paragraphs, both in order. */
function sentencesWithin(
  sentences: readonly TokenRange[],
  paragraphs: readonly TokenRange[],
): readonly TokenRange[] {
  const within: TokenRange[] = []
  let at = 0
  for (const { first, last } of paragraphs) {
    while (at < sentences.length && sentences[at]!.last <= first) at++
    for (let i = at; i < sentences.length && sentences[i]!.first < last; i++) {
      const sentence = {
        first: Math.max(first, sentences[i]!.first),
        last: Math.min(last, sentences[i]!.last),
      }
      if (sentence.last > sentence.first) within.push(sentence)
    }
  }
  return within
}
