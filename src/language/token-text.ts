import type { Tokens } from "./tokens.ts"

/** The text and its tokens: what every reader of phrases walks over. */
export interface TokenText {
  readonly text: string
  readonly tokens: Tokens
  /** Words already cut out, by token, kept where one text is read many times over. */
  readonly words?: (string | undefined)[]
  /** English words for those of another language; see `FactLanguage.english`. Absent: none. */
  readonly english?: ReadonlyMap<string, string> | null
}

/** The token's text in lower case with plain apostrophes, in English where that is known; empty past either end. */
export function wordAt({ text, tokens, words, english }: TokenText, index: number): string {
  if (index < 0 || index >= tokens.count) return ""
  const known = words?.[index]
  if (known !== undefined) return known
  let word = text.slice(tokens.starts[index], tokens.ends[index]).toLowerCase()
  if (word.includes("’")) word = word.replaceAll("’", "'")
  if (english) word = english.get(word) ?? word
  if (words !== undefined) words[index] = word
  return word
}

/** True when nothing but blanks on one line parts the token from the one before it. */
export function continuesLine({ text, tokens }: TokenText, index: number): boolean {
  if (index <= 0 || index >= tokens.count) return false
  for (let at = tokens.ends[index - 1]!; at < tokens.starts[index]!; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 10 || unit === 13) return false
  }
  return true
}

/** True when no blank parts the token from the one before it. */
export function touches({ tokens }: TokenText, index: number): boolean {
  return index > 0 && index < tokens.count && tokens.ends[index - 1] === tokens.starts[index]
}

export function isHyphen(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit === 0x2d || (unit >= 0x2010 && unit <= 0x2014)
}
