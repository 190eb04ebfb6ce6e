import type { Span } from "../base/index.ts"
import { wordClass } from "./lexicon.ts"
import { listItemStarts } from "./list-items.ts"
import { isWordToken, type Tokens } from "./tokens.ts"

/**
 * The sentences of `paragraphs`, in order: none crosses a paragraph, and together they cover everything in them but
 * white space. Sentences inside quotation marks are parted too; a question or cry inside marks stays with its tag
 * (“Why?” she asked). `classes` are the tokens' word classes (`classesOf`). Cost: one pass over the tokens.
 */
export function splitSentences(
  text: string,
  tokens: Tokens,
  classes: Uint32Array,
  paragraphs: readonly Span[],
): readonly Span[] {
  const sentences: Span[] = []
  let token = 0
  for (const paragraph of paragraphs) {
    while (token < tokens.count && tokens.starts[token]! < paragraph.start) token++
    const first = token
    while (token < tokens.count && tokens.starts[token]! < paragraph.end) token++
    if (token > first) splitParagraph({ text, tokens, classes }, first, token, paragraph.end, sentences)
  }
  return sentences
}

interface Page {
  readonly text: string
  readonly tokens: Tokens
  readonly classes: Uint32Array
}

function splitParagraph(page: Page, first: number, last: number, end: number, sentences: Span[]): void {
  const { text, tokens } = page
  const items = listItemStarts(text, tokens, first, last)
  let item = 0
  let start = first
  const cut = (next: number): void => {
    if (next <= start) return
    sentences.push({ start: tokens.starts[start]!, end: tokens.ends[next - 1]! })
    start = next
  }
  let at = first
  while (at < last) {
    while (item < items.length && items[item]! < at) item++
    if (items[item] === at && at > start) cut(at)
    if (!isTerminator(text.charCodeAt(tokens.starts[at]!)) || tokens.kinds[at] !== 2) {
      at++
      continue
    }
    const next = boundaryAfter(page, start, at, last)
    if (next > 0 && next < last) cut(next)
    at = Math.max(at + 1, next)
    while (next === 0 && at < last && isTerminator(text.charCodeAt(tokens.starts[at]!))) at++
  }
  if (start < last) sentences.push({ start: tokens.starts[start]!, end })
}

/**
 * The token that begins the next sentence when the terminator at `at` ends one, or 0. `start` is the sentence's first
 * token, `last` the paragraph's end.
 */
function boundaryAfter(page: Page, start: number, at: number, last: number): number {
  const { text, tokens } = page
  const unit = text.charCodeAt(tokens.starts[at]!)
  let next = at + 1
  if (isFullWidth(unit)) {
    while (next < last && isCloser(text.charCodeAt(tokens.starts[next]!))) next++
    return next
  }
  let dots = unit === 0x2e ? 1 : 0
  let strong = unit === 0x21 || unit === 0x3f
  const attached = at > start && tokens.ends[at - 1] === tokens.starts[at]
  while (next < last && isTerminator(text.charCodeAt(tokens.starts[next]!))) {
    const more = text.charCodeAt(tokens.starts[next]!)
    const spaced = tokens.starts[next] !== tokens.ends[next - 1]
    if (spaced && (more !== 0x2e || dots === 0)) break
    if (spaced && attached && dots === 1 && beginsAfterDots(page, next, last)) return next
    if (more === 0x2e) dots++
    else strong = true
    next++
  }
  if (isListMarker(page, start, at)) return 0
  const closed = afterClosers(page, next, last)
  const isSpaced = closed < last && tokens.starts[closed]! > tokens.ends[closed - 1]!
  if (closed >= last) return 0
  if (!isSpaced) return unit === 0x2e && closed === at + 1 && isMissingSpace(page, at, last) ? closed : 0
  const opener = firstWord(page, closed, last)
  if (opener >= last || !mayBegin(page, opener)) return 0
  if (strong) return closed > next && isTag(page, closed, last) ? 0 : closed
  if (dots > 1 || unit === 0x2026) return isBracketed(page, at) || isSpacedDots(page, at, dots) ? 0 : closed
  return endsWithPoint(page, start, at, opener, closed > next) ? closed : 0
}

/** A single point after a word: full stop or abbreviation. `closed`: closing marks stand after it. */
function endsWithPoint(page: Page, start: number, at: number, opener: number, closed: boolean): boolean {
  const { text, tokens, classes } = page
  if (at === start) return false
  const before = at - 1
  if (tokens.ends[before] !== tokens.starts[at]) return true
  if (tokens.kinds[before] === 2) return text.charCodeAt(tokens.starts[before]!) !== 0xb0
  const beginsPlainly = (classes[opener]! & wordClass.function) !== 0
  const from = tokens.starts[before]!
  const length = tokens.ends[before]! - from
  const capital = isUpper(text, from)
  const shape = classes[before]!
  if (tokens.kinds[before] === 1) return true
  if (length === 1) {
    if (closed) return true
    if (tokens.kinds[opener] === 1 && (shape & wordClass.beforeNumber) !== 0) return false
    return beginsPlainly && capital && before > start
  }
  if (closed && !(shape & wordClass.neverLast)) return true
  if (text.indexOf(".", from) < tokens.ends[before]! - 1 && hasInnerPoint(text, from, length)) {
    if (isClockHalf(text, from, length)) return !(before - start <= 3 && tokens.kinds[before - 1] === 1)
    return (shape & wordClass.neverLast) === 0 && beginsPlainly
  }
  if (shape & wordClass.neverLast) return false
  if (shape & wordClass.beforeNumber && tokens.kinds[opener] === 1) return false
  if (shape & wordClass.seldomLast || (capital && shape & wordClass.seldomLastCapital)) return beginsPlainly
  return true
}

function hasInnerPoint(text: string, from: number, length: number): boolean {
  for (let i = 1; i < length - 1; i++) if (text.charCodeAt(from + i) === 0x2e) return true
  return false
}

/** "a.m", "P.M". */
function isClockHalf(text: string, from: number, length: number): boolean {
  return length === 3 && /^[ap]\.m/i.test(text.slice(from, from + 3))
}

/** `world.Today`: a forgotten blank, and neither an address nor a file's name. */
function isMissingSpace(page: Page, at: number, last: number): boolean {
  const { text, tokens } = page
  const next = at + 1
  if (next >= last || tokens.kinds[next] !== 0 || tokens.kinds[at - 1] === 2) return false
  if (tokens.ends[at - 1] !== tokens.starts[at]) return false
  const from = tokens.starts[next]!
  if (!isUpper(text, from) || tokens.ends[next]! - from < 2 || !isLower(text, from + 1)) return false
  if (tokens.kinds[at - 1] === 0 && !isLower(text, tokens.ends[at - 1]! - 1)) return false
  const after = text.charCodeAt(tokens.ends[next]!)
  if (after === 0x40) return false
  if (after === 0x2e && text.charCodeAt(tokens.ends[next]! + 1) > 32) return false
  for (let i = tokens.starts[at]! - 1; i >= 0 && tokens.starts[at]! - i < 80; i--) {
    const unit = text.charCodeAt(i)
    if (unit <= 32) return true
    if (unit === 0x40 || unit === 0x2f || unit === 0x5c) return false
    if (unit === 0x2e && i < tokens.starts[at]! - 1 && isLower(text, i + 1)) return false
  }
  return true
}

/** The token after closing marks that stand at `from`; a mark set off by a blank closes when another blank follows. */
function afterClosers(page: Page, from: number, last: number): number {
  const { text, tokens } = page
  let at = from
  while (at < last) {
    const unit = text.charCodeAt(tokens.starts[at]!)
    if (!isCloser(unit)) break
    const spaced = tokens.starts[at]! > tokens.ends[at - 1]!
    const blankAfter = at + 1 >= last || tokens.starts[at + 1]! > tokens.ends[at]!
    if (spaced && !(blankAfter && (unit === 0x201d || unit === 0xbb))) break
    at++
  }
  return at
}

/** The first word or number from `from` on, past opening marks and dashes. */
function firstWord(page: Page, from: number, last: number): number {
  let at = from
  while (at < last && at < from + 4 && !isWordToken(page.tokens, at)) at++
  return at
}

function mayBegin(page: Page, token: number): boolean {
  const { text, tokens } = page
  if (tokens.kinds[token] === 1) return true
  if (tokens.kinds[token] !== 0) return false
  const start = tokens.starts[token]!
  return !isLower(text, start) || /[A-Z]/.test(text.slice(start + 1, start + 3))
}

/** A speaker's tag after a closed mark: within four words of names or a pronoun comes a verb of saying. */
function isTag(page: Page, from: number, last: number): boolean {
  const { text, tokens, classes } = page
  for (let at = from; at < last && at < from + 5; at++) {
    if (tokens.kinds[at] !== 0) return false
    if (classes[at]! & wordClass.speech) return true
    if (at > from && endsTag(page, at, last)) return true
    if (!isUpper(text, tokens.starts[at]!)) return false
  }
  return false
}

/** A verb of any kind with a stop right behind it: “Why?” Tarn pressed. */
function endsTag(page: Page, at: number, last: number): boolean {
  const { text, tokens, classes } = page
  const isVerb =
    (classes[at]! & (wordClass.stance | wordClass.otherVerb)) !== 0 ||
    /^[a-z]+ed$/.test(text.slice(tokens.starts[at], tokens.ends[at]))
  const after = at + 1 < last ? text.charCodeAt(tokens.starts[at + 1]!) : 0x2e
  return isVerb && (after === 0x2e || after === 0x2c || after === 0x3a)
}

/** Spaced dots that a capital follows begin the next sentence: "compounds. . . . The practice". */
function beginsAfterDots(page: Page, from: number, last: number): boolean {
  const { text, tokens } = page
  let at = from
  let dots = 0
  while (
    at < last &&
    text.charCodeAt(tokens.starts[at]!) === 0x2e &&
    tokens.starts[at]! > tokens.ends[at - 1]!
  ) {
    at++
    dots++
  }
  return dots === 3 && at < last && isUpper(text, tokens.starts[at]!)
}

/** ". . ." leaves words out and ends nothing; ". . . ." does both. */
function isSpacedDots(page: Page, at: number, dots: number): boolean {
  return dots === 3 && page.tokens.starts[at + 1]! > page.tokens.ends[at]!
}

/** "1." or "• 9." at the sentence's own beginning numbers what follows. */
function isListMarker(page: Page, start: number, at: number): boolean {
  const { tokens } = page
  const before = at - 1
  if (before < start || before - start > 1 || tokens.ends[before]! - tokens.starts[before]! > 3) return false
  return tokens.kinds[before] === 1 && (before === start || tokens.kinds[start] === 2)
}

function isBracketed(page: Page, at: number): boolean {
  const unit = at > 0 ? page.text.charCodeAt(page.tokens.starts[at - 1]!) : 0
  return unit === 0x5b || unit === 0x28
}

function isTerminator(unit: number): boolean {
  return unit === 0x2e || unit === 0x21 || unit === 0x3f || unit === 0x2026 || isFullWidth(unit)
}

/** The full stops, question and exclamation marks of scripts that print no blank after them. */
function isFullWidth(unit: number): boolean {
  return unit === 0x3002 || unit === 0xff01 || unit === 0xff1f || unit === 0xff0e || unit === 0xff61
}

function isCloser(unit: number): boolean {
  return (
    unit === 0x22 ||
    unit === 0x27 ||
    unit === 0x29 ||
    unit === 0x5d ||
    unit === 0x2019 ||
    unit === 0x201d ||
    unit === 0xbb ||
    unit === 0x300d ||
    unit === 0x300f ||
    unit === 0xff09
  )
}

function isUpper(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (unit < 128) return unit >= 65 && unit <= 90
  const character = text[at]!
  return character !== character.toLowerCase()
}

function isLower(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (unit < 128) return unit >= 97 && unit <= 122
  const character = text[at] ?? ""
  return character !== character.toUpperCase()
}
