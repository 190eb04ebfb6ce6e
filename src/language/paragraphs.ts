import { type Span, trimSpan } from "../base/index.ts"

/** Lines of about this length, all alike, come from a program that breaks lines and not from a writer. */
const wrappedLineMin = 45
const wrappedLineMax = 110

/**
 * The paragraphs of a text, without the white space around them, in order. A blank line always parts two; a single
 * line break does too, unless the text is hard-wrapped, or the line ends with a blank and goes on in lower case.
 * Cost: two passes over the text.
 */
export function paragraphsOf(text: string): readonly Span[] {
  const wrapped = isHardWrapped(text)
  const paragraphs: Span[] = []
  let start = 0
  let at = 0
  while (at <= text.length) {
    const end = lineEnd(text, at)
    const next = end + (text[end] === "\r" && text[end + 1] === "\n" ? 2 : 1)
    if (end >= text.length || !goesOn(text, at, end, next, wrapped)) {
      const paragraph = trimSpan(text, { start, end })
      if (paragraph) paragraphs.push(paragraph)
      start = next
    }
    at = next
  }
  return paragraphs
}

function lineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 10 || unit === 13 || unit === 0x2028 || unit === 0x2029 || unit === 12) return at
  }
  return text.length
}

/** True when the line [start, end) and the one at `next` are one paragraph. */
function goesOn(text: string, start: number, end: number, next: number, wrapped: boolean): boolean {
  if (isBlankLine(text, start, end) || isBlankLine(text, next, lineEnd(text, next))) return false
  const last = text.charCodeAt(end - 1)
  const first = text.charCodeAt(next)
  if (wrapped) return end - start >= wrappedLineMin || !endsSentence(text, end)
  return last === 32 && first > 32 && text[next] !== text[next]!.toUpperCase() && !endsSentence(text, end - 1)
}

function isBlankLine(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++)
    if (text.charCodeAt(at) > 32 && text.charCodeAt(at) !== 0xa0) return false
  return true
}

function endsSentence(text: string, end: number): boolean {
  return /[.!?:…"”’)]/.test(text[end - 1] ?? "")
}

/**
 * Hard-wrapped: no line over the limit, and most lines with a neighbour below are long and stop mid-sentence.
 * Reads at most the first 400 lines.
 */
function isHardWrapped(text: string): boolean {
  let followed = 0
  let broken = 0
  let at = 0
  for (let line = 0; line < 400 && at < text.length; line++) {
    const end = lineEnd(text, at)
    if (end - at > wrappedLineMax) return false
    const next = end + 1
    if (!isBlankLine(text, at, end) && next < text.length && !isBlankLine(text, next, lineEnd(text, next))) {
      followed++
      if (end - at >= wrappedLineMin && !endsSentence(text, end)) broken++
    }
    at = next
  }
  return followed >= 3 && broken * 10 >= followed * 6
}
