import { isHyphen, type TokenText, touches, wordAt } from "../token-text.ts"
import type { Bound } from "./comparator-words.ts"
import type { FigureSource } from "./figure-source.ts"

export interface Comparator {
  readonly bound: Bound
  /** The first token of the phrase. */
  readonly tokenStart: number
}

/** The comparator that ends just before the token, or null. In the language's own words. */
export function comparatorBefore(source: FigureSource, index: number): Comparator | null {
  const candidates = source.comparators.get(ownWordAt(source, index - 1))
  if (candidates === undefined) return null
  for (const [words, bound] of candidates) {
    const tokenStart = index - words.length
    if (tokenStart < 0) continue
    if (words.every((word, i) => ownWordAt(source, tokenStart + i) === word)) return { bound, tokenStart }
  }
  return null
}

/** The token's own text, where `wordAt` gives the English for it. */
export function ownWordAt(source: TokenText, index: number): string {
  if (!source.english) return wordAt(source, index)
  if (index < 0 || index >= source.tokens.count) return ""
  const raw = source.text.slice(source.tokens.starts[index], source.tokens.ends[index])
  return raw.toLowerCase().replaceAll("’", "'")
}

/** "or more", "or so", "or fewer", "-plus", "+" at the token: the bound and the token after it, or null. */
export function comparatorAfter(
  source: TokenText,
  index: number,
): { readonly bound: Bound; readonly tokenEnd: number } | null {
  const word = wordAt(source, index)
  if (word === "+" && touches(source, index)) return { bound: "above", tokenEnd: index + 1 }
  if (
    word === "plus" ||
    (isHyphen(source.text, source.tokens.starts[index] ?? 0) && wordAt(source, index + 1) === "plus")
  )
    return word === "plus" ? null : { bound: "above", tokenEnd: index + 2 }
  if (word !== "or") return null
  const bound = alternatives[wordAt(source, index + 1)]
  return bound === undefined ? null : { bound, tokenEnd: index + 2 }
}

const alternatives: Readonly<Record<string, Bound>> = {
  more: "above",
  greater: "above",
  higher: "above",
  over: "above",
  above: "above",
  older: "above",
  fewer: "below",
  less: "below",
  lower: "below",
  under: "below",
  younger: "below",
  so: "near",
  thereabouts: "near",
}

/**
 * The least and greatest that the words allow. "About" allows a tenth to each side and "nearly" a tenth below: no
 * grammar says how much, and a tenth covers the rounding that newspapers do.
 */
export function boundsOf(
  value: number,
  bound: Bound | null,
): { readonly low: number | null; readonly high: number | null } {
  const tenth = Math.abs(value) / 10
  switch (bound) {
    case "above":
      return { low: value, high: null }
    case "below":
      return { low: null, high: value }
    case "near":
      return { low: rounded(value - tenth), high: rounded(value + tenth) }
    case "nearly":
      return { low: rounded(value - tenth), high: value }
    default:
      return { low: value, high: value }
  }
}

function rounded(value: number): number {
  return Number(value.toPrecision(12))
}
