import type { Span } from "../base/index.ts"
import type { SubstitutionRule } from "../reuse/index.ts"
import { type WitnessToken, witnessTokens } from "./witness.ts"

/** The words of a reading as they are compared: editor's marks set apart, a machine's substitutions undone. */
export interface ReadingToken extends WitnessToken {
  /** Where it stands in the reading's text. */
  readonly start: number
  readonly end: number
  /** An editor's own word in brackets, or a mark of omission: it says nothing of the wording. */
  readonly editorial: boolean
}

/** The text of a reading: its parts, parted by one space. */
export function readingText(text: string, parts: readonly Span[]): string {
  return parts.map((part) => text.slice(part.start, part.end)).join(" ")
}

/** Offsets in the reading's text where a part ends and the next begins. */
export function jointsOf(parts: readonly Span[]): readonly number[] {
  const joints: number[] = []
  let at = 0
  for (const part of parts.slice(0, -1)) {
    at += part.end - part.start
    joints.push(at)
    at++
  }
  return joints
}

/** More tokens than this between two brackets are no editor's insertion. */
const bracketedMax = 8

/** The tokens of a reading's text. `[` and `]` and what stands between them, with the letters they touch, are one token. */
export function readingTokens(text: string): readonly ReadingToken[] {
  let at = 0
  const plain = witnessTokens(text).map((token): ReadingToken => {
    const start = at + token.gap.length
    at = start + token.text.length
    const { text, form, kind, gap } = token
    return { text, form, kind, gap, start, end: at, editorial: isOmission(text) }
  })
  const merged: ReadingToken[] = []
  for (let i = 0; i < plain.length; i++) {
    const token = plain[i]!
    const close = token.text === "[" ? closingBracket(plain, i) : -1
    if (close < 0) {
      merged.push(markedOmission(plain, i))
      continue
    }
    const head = merged.at(-1)
    const glued = head?.kind === "word" && token.gap === ""
    if (glued) merged.pop()
    const tail = plain[close + 1]
    const last = tail?.kind === "word" && tail.gap === "" ? close + 1 : close
    merged.push(bracketed(text, glued ? head : token, plain[last]!))
    i = last
  }
  return merged
}

function isOmission(text: string): boolean {
  return text === "…"
}

/** A full stop among others is a mark of omission. */
function markedOmission(tokens: readonly ReadingToken[], at: number): ReadingToken {
  const token = tokens[at]!
  if (token.text !== "." || (tokens[at - 1]?.text !== "." && tokens[at + 1]?.text !== ".")) return token
  return { ...token, editorial: true }
}

function closingBracket(tokens: readonly ReadingToken[], open: number): number {
  for (let at = open + 1; at < tokens.length && at <= open + bracketedMax; at++)
    if (tokens[at]!.text === "]") return at
  return -1
}

function bracketed(text: string, first: ReadingToken, last: ReadingToken): ReadingToken {
  const printed = text.slice(first.start, last.end)
  const form = printed.replace(/[[\]]/g, "").trim().toLowerCase()
  return {
    text: printed,
    form: form === "" ? "…" : form,
    kind: "word",
    gap: first.gap,
    start: first.start,
    end: last.end,
    editorial: true,
  }
}

/**
 * The tokens with each `to` of the rules put back to its `from`; of several rules the longest `to` is undone first,
 * and of equals the one most often seen. Words that a rule put in out of nothing are left out. A restored token keeps
 * the place of what stood for it.
 */
export function withoutSubstitutions(
  tokens: readonly ReadingToken[],
  rules: readonly SubstitutionRule[],
): readonly ReadingToken[] {
  const undoing = rules
    .map((rule) => ({ rule, to: formsOf(rule.to), from: witnessTokens(rule.from) }))
    .filter(({ to }) => to.length > 0)
    .sort((a, b) => b.to.length - a.to.length || b.rule.seen - a.rule.seen)
  if (undoing.length === 0) return tokens
  const restored: ReadingToken[] = []
  for (let at = 0; at < tokens.length; ) {
    const found = undoing.find(({ to }) => to.every((form, i) => tokens[at + i]?.form === form))
    const token = tokens[at]!
    if (!found) {
      restored.push(token)
      at++
      continue
    }
    const end = tokens[at + found.to.length - 1]!.end
    found.from.forEach((word, i) => {
      restored.push({ ...token, ...word, gap: i === 0 ? token.gap : " ", end })
    })
    at += found.to.length
  }
  return restored
}

function formsOf(phrase: string): readonly string[] {
  return witnessTokens(phrase).map((token) => token.form)
}
