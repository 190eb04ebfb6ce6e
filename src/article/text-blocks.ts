import { type Span, trimSpan } from "../base/index.ts"

/** One printed line or wrapped paragraph of a plain text. */
export interface TextBlock extends Span {
  /** The words with line breaks made blanks. */
  readonly words: string
  /** True when a blank line or the beginning of the text stands before it. */
  readonly afterGap: boolean
}

const blocksMax = 200_000

/**
 * The blocks of `text`: its lines, or, where the lines are wrapped to a width, the paragraphs between blank lines.
 * Blocks cover all that is not white space.
 */
export function textBlocks(text: string): readonly TextBlock[] {
  const lines = linesOf(text)
  return isWrapped(text, lines) ? joinLines(text, lines) : lines
}

function linesOf(text: string): readonly TextBlock[] {
  const blocks: TextBlock[] = []
  let afterGap = true
  for (let start = 0; start < text.length; ) {
    let end = start
    while (end < text.length && !isBreak(text.charCodeAt(end))) end++
    if (blocks.length === blocksMax - 1) end = text.length
    const span = trimSpan(text, { start, end })
    if (span === null) afterGap = true
    else {
      blocks.push({ ...span, words: text.slice(span.start, span.end), afterGap })
      afterGap = false
    }
    start = text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1
  }
  return blocks
}

function isBreak(unit: number): boolean {
  return unit === 10 || unit === 13 || unit === 0x2028 || unit === 0x2029 || unit === 0x0c || unit === 0x85
}

/** Wrapped text: lines of like width that end in the middle of a sentence and go on below. */
function isWrapped(text: string, lines: readonly TextBlock[]): boolean {
  let goingOn = 0
  let inner = 0
  for (let i = 0; i + 1 < lines.length; i++) {
    if (lines[i + 1]!.afterGap) continue
    inner++
    const length = lines[i]!.end - lines[i]!.start
    const last = text[lines[i]!.end - 1]!
    const next = text[lines[i + 1]!.start]!
    if (length >= 45 && length <= 100 && !/[.!?:"”»]/.test(last) && /[\p{Ll}\p{N}"“(]|\p{Lu}/u.test(next))
      goingOn++
  }
  return inner >= 4 && goingOn > inner * 0.6
}

function joinLines(text: string, lines: readonly TextBlock[]): readonly TextBlock[] {
  const joined: TextBlock[] = []
  for (let i = 0; i < lines.length; ) {
    let last = i
    while (last + 1 < lines.length && !lines[last + 1]!.afterGap) last++
    const start = lines[i]!.start
    const end = lines[last]!.end
    joined.push({ start, end, words: text.slice(start, end).replace(/\s+/g, " "), afterGap: true })
    i = last + 1
  }
  return joined
}
