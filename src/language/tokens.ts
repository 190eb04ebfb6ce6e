import type { Span } from "../base/index.ts"

/**
 * The tokens of a text, column by column, so that a million texts cost arrays and not objects.
 * White space is no token. A word keeps the apostrophes inside it, a number the points and commas inside it;
 * each ideograph, kana or Thai letter run is parted character by character, since those scripts print no gaps.
 */
export interface Tokens {
  readonly count: number
  /** UTF-16 offsets, as everywhere. */
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  /** FNV-1a of the folded form: equal folded forms have equal hashes, and unlike ones nearly never. */
  readonly hashes: Uint32Array
  /** A `TokenKind` each. */
  readonly kinds: Uint8Array
}

/** A run of tokens [first, last). */
export interface TokenRange {
  readonly first: number
  readonly last: number
}

export type TokenKind = 0 | 1 | 2
const word: TokenKind = 0
const number: TokenKind = 1
const mark: TokenKind = 2

/** Cost: one pass over the text. Lone surrogates are tokens of their own. */
export function tokenize(text: string): Tokens {
  return copied(borrowTokens(text))
}

/** The same on columns that the next call writes on again: for whoever is done with them by then. */
export function borrowTokens(text: string): Tokens {
  const length = text.length
  let { starts, ends, hashes, kinds } = sheet
  let capacity = kinds.length
  let count = 0
  let at = 0
  while (at < length) {
    const first = text.charCodeAt(at)
    const shape = first < 128 ? classes[first]! : classAt(text, at)
    if (shape === blank) {
      at++
      continue
    }
    const start = at
    let hash = 0x811c9dc5
    let kind: TokenKind = mark
    if (shape === letter || shape === digit) {
      kind = shape === digit ? number : word
      while (at < length) {
        const unit = text.charCodeAt(at)
        const inner = unit < 128 ? classes[unit]! : classAt(text, at)
        if (inner === letter) kind = word
        else if (inner !== digit && !(inner === joiner && joins(text, at, kind))) break
        hash = Math.imul(hash ^ foldUnit(unit), 0x01000193)
        at++
      }
    } else {
      at += isPair(text, at) ? 2 : 1
      if (shape === single) kind = word
      hash = Math.imul(hash ^ foldUnit(first), 0x01000193)
      if (at - start === 2) hash = Math.imul(hash ^ text.charCodeAt(at - 1), 0x01000193)
    }
    if (count === capacity) {
      capacity *= 2
      starts = grown(starts, new Uint32Array(capacity))
      ends = grown(ends, new Uint32Array(capacity))
      hashes = grown(hashes, new Uint32Array(capacity))
      kinds = grown(kinds, new Uint8Array(capacity))
    }
    starts[count] = start
    ends[count] = at
    hashes[count] = hash >>> 0
    kinds[count] = kind
    count++
  }
  if (capacity <= sheetTokensMax) sheet = { starts, ends, hashes, kinds }
  return {
    count,
    starts: starts.subarray(0, count),
    ends: ends.subarray(0, count),
    hashes: hashes.subarray(0, count),
    kinds: kinds.subarray(0, count),
  }
}

/** The columns that the next text is written on, since nobody knows before how many tokens it has. */
let sheet = {
  starts: new Uint32Array(1024),
  ends: new Uint32Array(1024),
  hashes: new Uint32Array(1024),
  kinds: new Uint8Array(1024),
}
const sheetTokensMax = 1 << 16

/** The columns all in one buffer of just the size. */
function copied({ count, starts, ends, hashes, kinds }: Tokens): Tokens {
  const buffer = new ArrayBuffer(count * 13)
  const tokens = {
    count,
    starts: new Uint32Array(buffer, 0, count),
    ends: new Uint32Array(buffer, count * 4, count),
    hashes: new Uint32Array(buffer, count * 8, count),
    kinds: new Uint8Array(buffer, count * 12, count),
  }
  tokens.starts.set(starts)
  tokens.ends.set(ends)
  tokens.hashes.set(hashes)
  tokens.kinds.set(kinds)
  return tokens
}

/** The form by which tokens are compared: lower case, plain apostrophes and hyphens. */
export function foldedToken(text: string, tokens: Tokens, index: number): string {
  const raw = text.slice(tokens.starts[index], tokens.ends[index])
  if (isAscii(raw)) return raw.toLowerCase()
  return raw
    .toLowerCase()
    .replace(/[’‘ʼ]/g, "'")
    .replace(/[‐‑–—]/g, "-")
    .replace(/[“”„«»]/g, '"')
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false
  return true
}

/** The hash that a token of these letters has: of a word in a list, or a part of a token, without the cost of `tokenize`. */
export function hashOfLetters(letters: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < letters.length; at++)
    hash = Math.imul(hash ^ foldUnit(letters.charCodeAt(at)), 0x01000193)
  return hash >>> 0
}

/** True for words and numbers, false for punctuation and symbols. */
export function isWordToken(tokens: Tokens, index: number): boolean {
  return tokens.kinds[index] !== mark
}

export function tokenSpan(tokens: Tokens, index: number): Span {
  return { start: tokens.starts[index]!, end: tokens.ends[index]! }
}

/** The place of the first token that begins at or after `offset`. */
export function firstTokenFrom({ starts, count }: Tokens, offset: number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (starts[middle]! < offset) low = middle + 1
    else high = middle
  }
  return low
}

const blank = 0
const letter = 1
const digit = 2
/** Belongs to a word or number only between two of its characters. */
const joiner = 3
const other = 4
/** A character that is a word by itself. */
const single = 5

const unknown = 255
/** The class of each code unit, worked out when first met. */
const classes = new Uint8Array(0x10000).fill(unknown)
for (let unit = 0; unit < 128; unit++) classes[unit] = classify(unit)

function classOf(unit: number): number {
  const known = classes[unit]!
  if (known !== unknown) return known
  const found = classify(unit)
  classes[unit] = found
  return found
}

function classify(unit: number): number {
  if (unit >= 0xd800 && unit < 0xe000) return other
  const character = String.fromCharCode(unit)
  if ("'’‘ʼ.,·".includes(character)) return joiner
  if (/[\s\p{Zs}\p{Cc}\u200b\u2060\ufeff\u00ad]/u.test(character)) return blank
  if (/\p{Nd}/u.test(character)) return digit
  if (!/[\p{L}\p{M}]/u.test(character)) return other
  return isUnspaced(unit) ? single : letter
}

function isUnspaced(unit: number): boolean {
  return (
    (unit >= 0x0e00 && unit < 0x0f00) ||
    (unit >= 0x3040 && unit < 0x3100) ||
    (unit >= 0x3400 && unit < 0xa000) ||
    (unit >= 0xf900 && unit < 0xfb00)
  )
}

function classAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (unit < 0xd800 || unit >= 0xe000) return classOf(unit)
  if (!isPair(text, at)) {
    const low = unit >= 0xdc00
    return low && at > 0 && isPair(text, at - 1) ? letter : other
  }
  const point = text.codePointAt(at)!
  if (point >= 0x20000 && point < 0x32000) return single
  return /[\p{L}\p{M}]/u.test(String.fromCodePoint(point)) ? letter : other
}

function isPair(text: string, at: number): boolean {
  const high = text.charCodeAt(at)
  if (high < 0xd800 || high >= 0xdc00) return false
  const low = text.charCodeAt(at + 1)
  return low >= 0xdc00 && low < 0xe000
}

/** Apostrophes join letters ("don't"); points and commas join digits ("1,200.5") and single letters ("U.S"). */
function joins(text: string, at: number, kind: TokenKind): boolean {
  const next = classAt(text, at + 1)
  const unit = text.charCodeAt(at)
  if (unit === 0x2e || unit === 0x2c) {
    if (kind === number) return next === digit
    return unit === 0x2e && next === letter && isInitial(text, at)
  }
  return next === letter
}

/** True when the letter before the point stands alone or after another point: "U.S", not "end.Next". */
function isInitial(text: string, at: number): boolean {
  if (classAt(text, at + 2) === letter) return false
  const before = at - 2 < 0 ? blank : classAt(text, at - 2)
  return before !== letter && before !== digit
}

function foldUnit(unit: number): number {
  if (unit < 128) return unit >= 65 && unit <= 90 ? unit + 32 : unit
  if (unit === 0x2019 || unit === 0x2018 || unit === 0x02bc) return 0x27
  if (unit >= 0x2010 && unit <= 0x2014) return 0x2d
  if (unit === 0x201c || unit === 0x201d || unit === 0x201e || unit === 0xab || unit === 0xbb) return 0x22
  if (unit >= 0xd800 && unit < 0xe000) return unit
  const lower = String.fromCharCode(unit).toLowerCase()
  return lower.length === 1 ? lower.charCodeAt(0) : unit
}

function grown<Column extends Uint32Array | Uint8Array>(from: Column, to: Column): Column {
  to.set(from)
  return to
}
