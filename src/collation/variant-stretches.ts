import type { Span } from "../base/index.ts"
import { alignWitnesses } from "./align-witnesses.ts"
import type { ReadingToken } from "./reading-tokens.ts"
import type { Utterance } from "./utterances.ts"

/** What one reading prints in a stretch where readings differ. */
export interface Variant {
  readonly utterance: Utterance
  /** Tokens of the reading, from `first` up to `end`. Never empty. */
  readonly first: number
  readonly end: number
  readonly words: string
}

/** Different wordings beyond this many are not aligned. */
const wordingsMax = 40

/**
 * The stretches of a statement in which its readings print different words, each with what every reading has there.
 * A reading that leaves a stretch out, wholly or at one of its edges, has no variant in it.
 */
export function variantStretches(utterances: readonly Utterance[]): readonly (readonly Variant[])[] {
  const byWords = new Map<string, Utterance[]>()
  for (const utterance of utterances) {
    const key = utterance.tokens.map((token) => token.form).join(" ")
    const known = byWords.get(key)
    if (known) known.push(utterance)
    else byWords.set(key, [utterance])
  }
  if (byWords.size < 2) return []
  const wordings = [...byWords].sort((a, b) => (a[0] < b[0] ? -1 : 1)).slice(0, wordingsMax)
  const tokens = wordings.map(([, same]) => same[0]!.tokens)
  const { rows } = alignWitnesses(tokens)
  return stretchesOf(rows, tokens).map((range) =>
    wordings.flatMap(([, same], w) => {
      const held = rows.slice(range.start, range.end).flatMap((row) => (row[w]! < 0 ? [] : [row[w]!]))
      if (held.length === 0 || !isInside(rows, w, range)) return []
      const [first, end] = [held[0]!, held.at(-1)! + 1]
      const within = tokens[w]!.slice(first, end)
      if (within.some((token) => token.editorial) || within.every((token) => token.kind === "mark")) return []
      const words = within.map((token, at) => (at === 0 ? "" : token.gap) + token.text).join("")
      return same.map((utterance) => ({ utterance, first, end, words }))
    }),
  )
}

/** Runs of rows in which two readings that have a word there print different ones. */
function stretchesOf(
  rows: readonly Int32Array[],
  tokens: readonly (readonly ReadingToken[])[],
): readonly Span[] {
  const reach = tokens.map((_, w) => {
    const held = rows.flatMap((row, at) => (row[w]! < 0 ? [] : [at]))
    return { first: held[0] ?? rows.length, last: held.at(-1) ?? -1 }
  })
  const stretches: { start: number; end: number }[] = []
  rows.forEach((row, at) => {
    const forms = new Set<string>()
    let marks = 0
    row.forEach((token, w) => {
      if (at < reach[w]!.first || at > reach[w]!.last) return
      const found = token < 0 ? null : tokens[w]![token]!
      if (found?.kind === "mark") marks++
      else forms.add(found === null ? "" : found.form)
    })
    if (forms.size < 2 && (marks === 0 || forms.size === 0)) return
    const last = stretches.at(-1)
    if (last && last.end === at) last.end = at + 1
    else stretches.push({ start: at, end: at + 1 })
  })
  return stretches
}

/** True when the reading goes on at both sides of the stretch, or begins or ends the statement with all others. */
function isInside(rows: readonly Int32Array[], w: number, { start, end }: Span): boolean {
  const holds = (at: number): boolean => at < 0 || at >= rows.length || rows[at]![w]! >= 0
  return holds(start - 1) && holds(end)
}
