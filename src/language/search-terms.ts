import { type Span, sha256Hex } from "../base/index.ts"
import { isWordToken, type Tokens, tokenize } from "./tokens.ts"

/** A word as search knows it, where it stands in its text. */
export interface SearchTerm extends Span {
  /** Small letters and digits of ASCII only: nothing that a query language could read anything into. */
  readonly term: string
}

/**
 * The words of `text` that it is found by: whatever their case and accents, and without an English possessive. Scripts
 * that print no gaps are found by each character and by each two that stand together. Of a text without words none.
 */
export function searchTerms(text: string, tokens: Tokens = tokenize(text)): readonly SearchTerm[] {
  const found: SearchTerm[] = []
  for (let i = 0; i < tokens.count; i++) {
    if (!isWordToken(tokens, i)) continue
    const [start, end] = [tokens.starts[i]!, tokens.ends[i]!]
    const word = text.slice(start, end)
    found.push({ term: termOf(word), start, end })
    if (!isGapless(word) || i + 1 >= tokens.count || tokens.starts[i + 1] !== end) continue
    const next = text.slice(end, tokens.ends[i + 1])
    if (isGapless(next)) found.push({ term: termOf(word + next), start, end: tokens.ends[i + 1]! })
  }
  return found
}

const plainMax = 32

function termOf(word: string): string {
  if (word.length <= plainMax && /^[A-Za-z0-9]+$/.test(word)) return word.toLowerCase()
  const folded = word
    .normalize("NFKD")
    .replace(/[\p{M}’‘'ʼ,]+/gu, (mark) => (/['’]/.test(mark) ? "'" : ""))
    .toLowerCase()
    .replace(/'s$/, "")
    .replaceAll("'", "")
  if (folded.length <= plainMax && /^[a-z0-9]+$/.test(folded)) return folded
  return `zz${sha256Hex(folded).slice(0, 16)}`
}

function isGapless(word: string): boolean {
  return /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]+$/u.test(
    word,
  )
}
