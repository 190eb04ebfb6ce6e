import type { Span } from "../base/index.ts"
import { type Lexicon, nameClassesOf, wordClass } from "./lexicon.ts"
import { findMarkedSegments, type MarkedSegment } from "./quotations/marks.ts"
import type { TokenRange, Tokens } from "./tokens.ts"

/**
 * A sentence of the reporter's: a sentence that begins or ends inside quotation marks is one with its neighbours, so
 * that a tag and all the words it carries stand in one frame.
 */
export interface Frame extends TokenRange {
  readonly paragraph: number
}

/** A text laid out for reading: tokens, their classes, marked stretches and frames. */
export interface Page {
  readonly text: string
  readonly tokens: Tokens
  readonly classes: Uint32Array
  /** For each token its `nameClass` bits, those of "Tarn" for "Tarn's". */
  readonly nameClasses: Uint32Array
  readonly lexicon: Lexicon
  readonly paragraphs: readonly Span[]
  readonly segments: readonly MarkedSegment[]
  /** For each token the segment it stands in, its marks included, or -1. */
  readonly segmentOf: Int32Array
  readonly sentences: readonly TokenRange[]
  readonly frames: readonly Frame[]
}

export function layOutPage(
  text: string,
  tokens: Tokens,
  classes: Uint32Array,
  lexicon: Lexicon,
  paragraphs: readonly Span[],
  sentences: readonly Span[],
): Page {
  const paragraphTokens = tokenRangesOf(tokens, paragraphs)
  const segments = findMarkedSegments(text, tokens, paragraphTokens)
  const segmentOf = segmentsByToken(tokens, segments)
  const sentenceTokens = tokenRangesOf(tokens, sentences)
  const frames = framesOf(tokens, segments, segmentOf, paragraphTokens, sentenceTokens)
  const nameClasses = nameClassesOf(text, tokens, lexicon)
  const laid = { text, tokens, classes, nameClasses, lexicon, paragraphs, segments, segmentOf }
  return { ...laid, sentences: sentenceTokens, frames }
}

/** For each token the segment it stands in, its marks included, or -1. */
export function segmentsByToken(tokens: Tokens, segments: readonly MarkedSegment[]): Int32Array {
  const segmentOf = new Int32Array(tokens.count).fill(-1)
  for (let i = 0; i < segments.length; i++) {
    const segment = segments[i]!
    segmentOf.fill(i, segment.open, segmentEnd(segment))
  }
  return segmentOf
}

/** The tokens of each span, for spans in order. */
function tokenRangesOf(tokens: Tokens, spans: readonly Span[]): readonly TokenRange[] {
  const ranges: TokenRange[] = []
  let at = 0
  for (const span of spans) {
    while (at < tokens.count && tokens.starts[at]! < span.start) at++
    const first = at
    while (at < tokens.count && tokens.starts[at]! < span.end) at++
    ranges.push({ first, last: at })
  }
  return ranges
}

export function framesOf(
  tokens: Tokens,
  segments: readonly MarkedSegment[],
  segmentOf: Int32Array,
  paragraphs: readonly TokenRange[],
  sentences: readonly TokenRange[],
): readonly Frame[] {
  const frames: Frame[] = []
  let paragraph = 0
  let first = -1
  for (const sentence of sentences) {
    while (paragraph + 1 < paragraphs.length && sentence.first >= paragraphs[paragraph]!.last) paragraph++
    if (first < 0) first = sentence.first
    const end = sentence.last - 1
    const segment = segmentOf[end] ?? -1
    const insideMarks = segment >= 0 && segments[segment]!.close !== end
    if (insideMarks && sentence.last < paragraphs[paragraph]!.last) continue
    for (
      let at = cutAfter(segmentOf, first, sentence.last);
      at < sentence.last;
      at = cutAfter(segmentOf, first, sentence.last)
    ) {
      frames.push({ first, last: at, paragraph })
      first = at
    }
    if (sentence.last > first) frames.push({ first, last: sentence.last, paragraph })
    first = -1
  }
  return tokens.count === 0 ? [] : frames
}

/**
 * A sentence of more tokens is no sentence, and is cut so that its cost stays linear: outside marks where it may be,
 * inside after ten times as many.
 */
const frameTokensMax = 300

/** Where a frame that begins at `first` has to be cut, or `last`. */
function cutAfter(segmentOf: Int32Array, first: number, last: number): number {
  let at = first + frameTokensMax
  while (at < last && segmentOf[at]! >= 0 && at < first + 10 * frameTokensMax) at++
  return Math.min(at, last)
}

/** True when one of the classes in `bits` is the token’s. */
export function isClass(page: Page, token: number, bits: number): boolean {
  return (page.classes[token]! & bits) !== 0
}

/** The first code unit of a token; 0 outside the text. */
export function unitAt(page: Page, token: number): number {
  return token >= 0 && token < page.tokens.count ? page.text.charCodeAt(page.tokens.starts[token]!) : 0
}

export function isMark(page: Page, token: number): boolean {
  return page.tokens.kinds[token] === 2
}

export function isCapital(page: Page, token: number): boolean {
  const unit = unitAt(page, token)
  if (unit < 128) return unit >= 65 && unit <= 90
  const character = String.fromCharCode(unit)
  return character !== character.toLowerCase()
}

export function tokenText(page: Page, token: number): string {
  return page.text.slice(page.tokens.starts[token], page.tokens.ends[token])
}

export function rangeSpan(page: Page, range: TokenRange): Span {
  return { start: page.tokens.starts[range.first]!, end: page.tokens.ends[range.last - 1]! }
}

/** An adverb by its class, or a word of four letters and more in lower case that ends in "ly". */
export function isAdverb(page: Page, token: number): boolean {
  if (isClass(page, token, wordClass.adverb)) return true
  const end = page.tokens.ends[token]!
  const { text } = page
  return (
    end - page.tokens.starts[token]! > 4 &&
    text.charCodeAt(end - 1) === 0x79 &&
    text.charCodeAt(end - 2) === 0x6c &&
    !isCapital(page, token)
  )
}

/** One past the segment's last token, the closing mark with it. */
export function segmentEnd(segment: MarkedSegment): number {
  return segment.close === null ? segment.last : segment.close + 1
}

/** The words end with a mark that a clause going on would not have. */
export function isClosedOff(page: Page, segment: MarkedSegment): boolean {
  const last = finalUnit(page, segment)
  return last === 0x2c || last === 0x2e || last === 0x3f || last === 0x21
}

/** The last mark inside the words, or 0 when they end in a word. */
export function finalUnit(page: Page, segment: MarkedSegment): number {
  const last = segment.last - 1
  return last >= segment.first && isMark(page, last) ? unitAt(page, last) : 0
}

/** A dash: long, doubled, or a hyphen between blanks. */
export function isDashAt(page: Page, token: number): boolean {
  if (token < 0 || token >= page.tokens.count || !isMark(page, token)) return false
  const unit = unitAt(page, token)
  if (unit === 0x2014 || unit === 0x2013) return true
  if (unit !== 0x2d) return false
  const next = page.text.charCodeAt(page.tokens.ends[token]!)
  const before = page.text.charCodeAt(page.tokens.starts[token]! - 1)
  return next === 0x2d || before === 0x2d || (next <= 32 && before <= 32)
}
