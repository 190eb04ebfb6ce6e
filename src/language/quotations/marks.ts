import type { TokenRange, Tokens } from "../tokens.ts"

/** A stretch between quotation marks, by tokens of the whole text. Never crosses a paragraph; never nested. */
export interface MarkedSegment {
  /** The first token of the opening mark, and the last of the closing one or null: '' is a mark of two tokens. */
  readonly open: number
  readonly close: number | null
  /** First and one past the last token of the words. Equal when there are none. */
  readonly first: number
  readonly last: number
  /** The paragraph it stands in. */
  readonly paragraph: number
  /** Opens a paragraph while the one before was never closed: the same words go on. */
  readonly continues: boolean
  /** Printed in single marks. */
  readonly single: boolean
}

/** A single mark's partner is looked for no further than this. */
const singleTokensMax = 400

/**
 * The marked stretches of a text, in order, outermost only. Double marks pair with any double mark; single ones pair
 * only where both shapes fit, so that apostrophes, feet and decades are left alone. A mark that lost its partner ends
 * with its paragraph; marks the wrong way round are read by the blanks beside them. `paragraphTokens` are the first
 * and one past the last token of each paragraph. Cost: linear in the tokens.
 */
export function findMarkedSegments(
  text: string,
  tokens: Tokens,
  paragraphTokens: readonly TokenRange[],
): readonly MarkedSegment[] {
  const segments: MarkedSegment[] = []
  const inward = pointsInward(text, tokens)
  let pending: "double" | null = null
  for (let paragraph = 0; paragraph < paragraphTokens.length; paragraph++) {
    const { first, last } = paragraphTokens[paragraph]!
    if (first === last) continue
    const scan: ParagraphScan = { text, tokens, first, last, paragraph, inward, continues: pending !== null }
    pending = scanParagraph(scan, segments) ? "double" : null
  }
  return segments
}

interface ParagraphScan {
  readonly text: string
  readonly tokens: Tokens
  readonly first: number
  readonly last: number
  readonly paragraph: number
  /** Guillemets open with » and close with «, as German and Danish print them. */
  readonly inward: boolean
  readonly continues: boolean
}

/** Adds the paragraph's segments; true when it ends inside one that was never closed. */
function scanParagraph(scan: ParagraphScan, segments: MarkedSegment[]): boolean {
  const { text, tokens, first, last } = scan
  let open = -1
  let openWidth = 1
  let depth = 0
  const add = (openAt: number, end: number, close: number | null, single: boolean): void => {
    const begin = openAt + (single ? 1 : openWidth)
    if (end < begin) return
    const continues = scan.continues && openAt === first
    segments.push({
      open: openAt,
      close,
      first: begin,
      last: end,
      paragraph: scan.paragraph,
      continues,
      single,
    })
  }
  for (let at = first; at < last; at++) {
    if (tokens.kinds[at] !== 2) continue
    const unit = text.charCodeAt(tokens.starts[at]!)
    const width = doubleMarkWidth(text, tokens, at, last)
    if (width > 0) {
      const side = sideOf(scan, at, unit, open >= 0, width)
      if (side === "close" && depth > 0) depth--
      else if (side === "close" && open >= 0) {
        add(open, at, at + width - 1, false)
        open = -1
      } else if (side === "open") {
        if (open >= 0 && closesLater(scan, at)) depth++
        else {
          if (open >= 0) add(open, at, null, false)
          open = at
          openWidth = width
        }
      }
      at += width - 1
      continue
    }
    if (open >= 0 || !isSingleOpener(scan, at, unit)) continue
    const close = singleCloser(scan, at)
    if (close < 0) continue
    add(at, close, close, true)
    at = close
  }
  if (open < 0) return false
  add(open, last, null, false)
  return true
}

/** How many tokens the double mark at `at` takes: 2 for `` and '', 0 when there is none. */
function doubleMarkWidth(text: string, tokens: Tokens, at: number, last: number): number {
  const unit = text.charCodeAt(tokens.starts[at]!)
  if (isDouble(unit)) return 1
  if ((unit !== 0x60 && unit !== 0x27) || at + 1 >= last) return 0
  return tokens.starts[at + 1] === tokens.ends[at] && text.charCodeAt(tokens.starts[at + 1]!) === unit ? 2 : 0
}

/** Which side the double mark at `at` is of, from its shape, the state and the blanks beside it; null is neither. */
function sideOf(
  scan: ParagraphScan,
  at: number,
  unit: number,
  isOpen: boolean,
  width: number,
): "open" | "close" | null {
  const { text, tokens } = scan
  const start = tokens.starts[at]!
  const before = start === 0 ? 32 : text.charCodeAt(start - 1)
  const after = text.charCodeAt(tokens.ends[at + width - 1]!)
  const opening = isOpeningPlace(before) && !isBlankOrEnd(after)
  const closing = !isBlankUnit(before) && (isBlankOrEnd(after) || isStopUnit(after))
  if (unit === 0x22 || unit === 0x27 || unit === 0x60 || unit === 0xff02) {
    if (!isOpen) {
      if (unit !== 0x60 && isDigitUnit(before) && !isLetterUnit(after)) return null
      return closing && !opening ? null : "open"
    }
    return opening && !closing ? "open" : "close"
  }
  const opener =
    unit === 0x201c ||
    unit === 0x201f ||
    unit === 0x201e ||
    unit === (scan.inward ? 0xbb : 0xab) ||
    unit === 0x300c ||
    unit === 0x300e
  if (opener) return isOpen && (unit === 0x201c || unit === 0xab) && closing && !opening ? "close" : "open"
  return !isOpen && opening && !closing ? "open" : "close"
}

/** Another opening mark inside an open stretch is nested when two closers follow before the next opener. */
function closesLater(scan: ParagraphScan, at: number): boolean {
  const { text, tokens, last } = scan
  let closers = 0
  for (let i = at + 1; i < last; i++) {
    if (tokens.kinds[i] !== 2) continue
    const unit = text.charCodeAt(tokens.starts[i]!)
    if (unit === 0x201c || unit === 0xab) return false
    if (unit === 0x201d || unit === 0xbb) closers++
    if (closers === 2) return true
  }
  return false
}

function isSingleOpener(scan: ParagraphScan, at: number, unit: number): boolean {
  if (unit !== 0x2018 && unit !== 0x27 && unit !== 0x201a && unit !== 0x2039 && unit !== 0x60) return false
  const { text, tokens } = scan
  const start = tokens.starts[at]!
  const before = start === 0 ? 32 : text.charCodeAt(start - 1)
  const after = text.charCodeAt(tokens.ends[at]!)
  const mayOpen = isOpeningPlace(before) || at === scan.first
  if (!mayOpen || isBlankOrEnd(after) || isDigitUnit(after)) return false
  return !isElision(text, tokens, at + 1)
}

/** 'em, 'tis, 'til: a letter left out and no mark. */
function isElision(text: string, tokens: Tokens, at: number): boolean {
  if (at >= tokens.count) return false
  const length = tokens.ends[at]! - tokens.starts[at]!
  return (
    length <= 5 &&
    /^(em|tis|twas|til|cause|n|bout|round|cos|s|t|re|ve|ll|d|m)$/i.test(
      text.slice(tokens.starts[at], tokens.ends[at]),
    )
  )
}

/**
 * The closing partner of the single mark at `open`, or -1. A mark after a plural's s may be an apostrophe, and is
 * passed over while a better one follows before the next opener.
 */
function singleCloser(scan: ParagraphScan, open: number): number {
  const { text, tokens } = scan
  const wanted = text.charCodeAt(tokens.starts[open]!) === 0x2039 ? 0x203a : 0x2019
  let fallback = -1
  for (let at = open + 1; at < Math.min(scan.last, open + singleTokensMax); at++) {
    if (tokens.kinds[at] !== 2) continue
    const unit = text.charCodeAt(tokens.starts[at]!)
    if (unit === 0x2018 && fallback >= 0) break
    if (unit !== wanted && unit !== 0x27 && unit !== 0x2018) continue
    const before = text.charCodeAt(tokens.starts[at]! - 1)
    const after = text.charCodeAt(tokens.ends[at]!)
    if (isBlankUnit(before) || isLetterUnit(after) || isDigitUnit(after)) continue
    if ((before === 0x73 || before === 0x53) && isBlankUnit(after)) {
      if (fallback < 0) fallback = at
      continue
    }
    return at
  }
  return fallback
}

/** True when most guillemets open with ». */
function pointsInward(text: string, tokens: Tokens): boolean {
  let inward = 0
  let outward = 0
  for (let at = text.indexOf("»"); at >= 0 && inward + outward < 50; at = text.indexOf("»", at + 1)) {
    if (isOpeningPlace(at === 0 ? 32 : text.charCodeAt(at - 1)) && isLetterUnit(text.charCodeAt(at + 1)))
      inward++
    else outward++
  }
  return tokens.count > 0 && inward > outward
}

function isDouble(unit: number): boolean {
  return (
    unit === 0x22 ||
    (unit >= 0x201c && unit <= 0x201f) ||
    unit === 0xab ||
    unit === 0xbb ||
    (unit >= 0x300c && unit <= 0x300f) ||
    unit === 0xff02
  )
}

function isOpeningPlace(before: number): boolean {
  return (
    isBlankUnit(before) ||
    before === 0x28 ||
    before === 0x5b ||
    (before >= 0x2012 && before <= 0x2015) ||
    before === 0x2d ||
    before === 0x3a ||
    before === 0x2f ||
    before === 0xbf ||
    before === 0xa1
  )
}

function isBlankUnit(unit: number): boolean {
  return (
    unit <= 32 || unit === 0xa0 || (unit >= 0x2000 && unit <= 0x200b) || unit === 0x202f || unit === 0x3000
  )
}

function isBlankOrEnd(unit: number): boolean {
  return Number.isNaN(unit) || isBlankUnit(unit)
}

function isStopUnit(unit: number): boolean {
  return (
    unit === 0x2c ||
    unit === 0x2e ||
    unit === 0x3b ||
    unit === 0x3a ||
    unit === 0x3f ||
    unit === 0x21 ||
    unit === 0x29 ||
    unit === 0x5d ||
    unit === 0x2014 ||
    unit === 0x2013
  )
}

function isDigitUnit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39
}

function isLetterUnit(unit: number): boolean {
  return (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122) || (unit >= 0xc0 && unit < 0x2000)
}
