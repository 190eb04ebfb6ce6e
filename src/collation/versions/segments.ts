import { type Span, spanText } from "../../base/index.ts"

/** One sentence or line of a text, with the white space after it. */
export interface Segment extends Span {
  /** Where its words end and the white space begins. */
  readonly wordsEnd: number
}

/**
 * The sentences and lines of `text`, covering every code unit. A sentence that an abbreviation cuts in two is cut on
 * both sides of a comparison alike, which does no harm: so this needs no language.
 */
export function segmentsOf(text: string): readonly Segment[] {
  const segments: Segment[] = []
  let start = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit !== 0x0a && !(isBlank(unit) && endsSentence(text, start, at))) continue
    let wordsEnd = at
    while (wordsEnd > start && isBlank(text.charCodeAt(wordsEnd - 1))) wordsEnd--
    while (at + 1 < text.length && isBlank(text.charCodeAt(at + 1))) at++
    segments.push({ start, wordsEnd, end: at + 1 })
    start = at + 1
  }
  if (start < text.length) {
    let wordsEnd = text.length
    while (wordsEnd > start && isBlank(text.charCodeAt(wordsEnd - 1))) wordsEnd--
    segments.push({ start, wordsEnd, end: text.length })
  }
  return segments
}

/** True when a full stop, question or exclamation mark stands before `at`, or closing marks after one. */
function endsSentence(text: string, start: number, at: number): boolean {
  let last = at - 1
  for (let closers = 0; last > start && closers < 4 && isCloser(text.charCodeAt(last)); closers++) last--
  const unit = last >= start ? text.charCodeAt(last) : 0
  return unit === 0x2e || unit === 0x21 || unit === 0x3f || unit === 0x2026 || unit === 0x3002
}

function isCloser(unit: number): boolean {
  return (
    unit === 0x22 ||
    unit === 0x27 ||
    unit === 0x29 ||
    unit === 0x5d ||
    unit === 0x2019 ||
    unit === 0x201d ||
    unit === 0xbb
  )
}

export function isBlank(unit: number): boolean {
  return (
    unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || unit === 0xa0 || unit === 0x2028 || unit === 0x2029
  )
}

/** Numbers that are equal for segments of equal words, on either side. */
export function segmentNumbers(
  before: string,
  beforeSegments: readonly Segment[],
  after: string,
  afterSegments: readonly Segment[],
): { readonly before: Uint32Array; readonly after: Uint32Array } {
  const numbers = new Map<string, number>()
  const numberOf = (text: string, { start, wordsEnd }: Segment): number => {
    const words = spanText(text, { start, end: wordsEnd })
    const known = numbers.get(words)
    if (known !== undefined) return known
    numbers.set(words, numbers.size)
    return numbers.size - 1
  }
  return {
    before: Uint32Array.from(beforeSegments, (segment) => numberOf(before, segment)),
    after: Uint32Array.from(afterSegments, (segment) => numberOf(after, segment)),
  }
}
