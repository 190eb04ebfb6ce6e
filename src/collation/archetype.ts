import { compareStrings } from "../base/index.ts"
import type { AlignedRows } from "./align-witnesses.ts"
import type { Witness, WitnessToken } from "./witness.ts"

/** A word of the wording that the witnesses support best. */
export interface ArchetypeToken {
  readonly row: number
  readonly text: string
  readonly form: string
  readonly gap: string
  /** The share of the weight of all witnesses that reach this row which print this form, 0 to 1. */
  readonly support: number
  /** Other forms of the row with as much weight, sorted; null is the absence of a word. */
  readonly rivals: readonly (string | null)[]
}

/**
 * Votes row by row, each witness with its weight. A witness says nothing of the rows before its first word and after
 * its last. Of wordings equally supported the first in the order of strings is shown, before the absence of a word;
 * spelling and spacing are those that most of the form's printers use.
 */
export function archetypeOf(
  witnesses: readonly Witness[],
  { rows }: AlignedRows,
  weights: readonly number[],
): readonly ArchetypeToken[] {
  const first = new Int32Array(witnesses.length).fill(rows.length)
  const last = new Int32Array(witnesses.length).fill(-1)
  rows.forEach((row, at) => {
    for (let w = 0; w < row.length; w++) {
      if (row[w]! < 0) continue
      if (first[w]! > at) first[w] = at
      last[w] = at
    }
  })
  const tokens: ArchetypeToken[] = []
  rows.forEach((row, at) => {
    const agreed = agreedToken(witnesses, row)
    if (agreed) {
      const { text, form, gap } = agreed
      tokens.push({ row: at, text, form, gap, support: 1, rivals: [] })
      return
    }
    const votes = new Map<string | null, number>()
    let reached = 0
    for (let w = 0; w < row.length; w++) {
      if (at < first[w]! || at > last[w]!) continue
      const form = row[w]! < 0 ? null : witnesses[w]!.tokens[row[w]!]!.form
      votes.set(form, (votes.get(form) ?? 0) + weights[w]!)
      reached += weights[w]!
    }
    const ranked = [...votes].sort((a, b) => rounded(b[1]) - rounded(a[1]) || compareForms(a[0], b[0]))
    const [form, weight] = ranked[0]!
    if (form === null) return
    const rivals = ranked.slice(1).filter((other) => rounded(other[1]) === rounded(weight))
    const { text, gap } = commonestPrint(witnesses, row, form, weights)
    tokens.push({
      row: at,
      text,
      form,
      gap,
      support: weight / reached,
      rivals: rivals.map((rival) => rival[0]),
    })
  })
  return tokens
}

/** The token of a row in which every witness prints the same, or null. */
function agreedToken(witnesses: readonly Witness[], row: Int32Array): WitnessToken | null {
  let first: WitnessToken | null = null
  for (let w = 0; w < row.length; w++) {
    if (row[w]! < 0) return null
    const token = witnesses[w]!.tokens[row[w]!]!
    first ??= token
    if (token.form !== first.form || token.text !== first.text || token.gap !== first.gap) return null
  }
  return first
}

/** Sums of the same weights in another order differ by less than this shows. */
function rounded(weight: number): number {
  return Math.round(weight * 1e9)
}

function compareForms(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  return compareStrings(a, b)
}

function commonestPrint(
  witnesses: readonly Witness[],
  row: Int32Array,
  form: string,
  weights: readonly number[],
): { text: string; gap: string } {
  const prints = new Map<string, number>()
  const gaps = new Map<string, number>()
  for (let w = 0; w < row.length; w++) {
    const token = row[w]! < 0 ? null : witnesses[w]!.tokens[row[w]!]!
    if (token?.form !== form) continue
    prints.set(token.text, (prints.get(token.text) ?? 0) + weights[w]!)
    gaps.set(token.gap, (gaps.get(token.gap) ?? 0) + weights[w]!)
  }
  return { text: heaviest(prints), gap: heaviest(gaps) }
}

function heaviest(weighed: ReadonlyMap<string, number>): string {
  return [...weighed].sort((a, b) => rounded(b[1]) - rounded(a[1]) || compareStrings(a[0], b[0]))[0]![0]
}
