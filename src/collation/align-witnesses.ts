import { compareStrings } from "../base/index.ts"
import { anchorsBetween } from "./anchors.ts"
import { addToRow, alignToRows, commonest, type ProfileRow, removeFromRow } from "./profile.ts"
import { type CollationToken, type Vocabulary, vocabularyOf } from "./vocabulary.ts"

/** A multiple alignment: in each row, for each witness in the order given, the index of its token, or -1. */
export interface AlignedRows {
  readonly rows: readonly Int32Array[]
}

/**
 * Aligns many witnesses word by word. The same rows whatever the order of witnesses: equal witnesses are aligned once,
 * the rest from the most central to the most remote, then each once more against all others (iterative refinement,
 * Barton and Sternberg 1987). Cost: linear in the words where witnesses agree; between two places where they agree,
 * the product of the lengths, and no more than `cellsMax`.
 */
export function alignWitnesses(witnesses: readonly (readonly CollationToken[])[]): AlignedRows {
  const vocabulary = vocabularyOf(witnesses)
  const sequences = witnesses.map((tokens) =>
    Int32Array.from(tokens, (token) => vocabulary.idOf.get(token.form)!),
  )
  const { kinds, kindOf } = distinctSequences(sequences)
  let rows: ProfileRow[] = []
  const order = byCentrality(kinds)
  order.forEach((kind, placed) => {
    rows = place(kinds[kind]!, kind, rows, placed, kinds.length, vocabulary)
  })
  if (kinds.length > 2 && kinds.length <= refinedMax) rows = refined(rows, order, kinds, vocabulary)
  return { rows: rows.map((row) => Int32Array.from(kindOf, (kind) => row.cells[kind]!)) }
}

/** More distinct witnesses than this are aligned once and left so. */
const refinedMax = 64
const refinements = 2

/** The distinct sequences in an order of their own, and for each witness the one it prints. */
function distinctSequences(sequences: readonly Int32Array[]): { kinds: Int32Array[]; kindOf: number[] } {
  const keys = sequences.map((sequence) => sequence.join(" "))
  const sorted = [...new Set(keys)].sort(compareStrings)
  const place = new Map(sorted.map((key, at) => [key, at]))
  const kinds: Int32Array[] = new Array(sorted.length)
  keys.forEach((key, at) => {
    kinds[place.get(key)!] = sequences[at]!
  })
  return { kinds, kindOf: keys.map((key) => place.get(key)!) }
}

/** Witness numbers, those first whose word pairs are printed by most others. */
function byCentrality(sequences: readonly Int32Array[]): number[] {
  const seenBy = new Map<string, number>()
  const pairsOf = sequences.map((sequence) => {
    const pairs = new Set<string>()
    for (let at = 0; at <= sequence.length; at++) pairs.add(`${sequence[at - 1] ?? -1} ${sequence[at] ?? -1}`)
    for (const pair of pairs) seenBy.set(pair, (seenBy.get(pair) ?? 0) + 1)
    return pairs
  })
  const centrality = pairsOf.map((pairs) => {
    let sum = 0
    for (const pair of pairs) sum += seenBy.get(pair)! - 1
    return sum
  })
  return sequences.map((_, at) => at).sort((a, b) => centrality[b]! - centrality[a]! || a - b)
}

function refined(
  rows: ProfileRow[],
  order: readonly number[],
  sequences: readonly Int32Array[],
  vocabulary: Vocabulary,
): ProfileRow[] {
  let current = rows
  for (let pass = 0; pass < refinements; pass++)
    for (const witness of order) {
      for (const row of current) {
        const token = row.cells[witness]!
        if (token >= 0) removeFromRow(row, witness, sequences[witness]![token]!)
      }
      current = current.filter((row) => row.present > 0)
      current = place(
        sequences[witness]!,
        witness,
        current,
        sequences.length - 1,
        sequences.length,
        vocabulary,
      )
    }
  return current
}

/** The rows with one more witness in them, new ones where it has words that no row can take. */
function place(
  tokens: Int32Array,
  witness: number,
  rows: readonly ProfileRow[],
  placed: number,
  witnessCount: number,
  vocabulary: Vocabulary,
): ProfileRow[] {
  const rowOf = rowsFor(tokens, rows, placed, vocabulary)
  const result: ProfileRow[] = []
  let next = 0
  for (let at = 0; at < tokens.length; at++) {
    const id = tokens[at]!
    let row: ProfileRow
    if (rowOf[at]! >= 0) {
      while (next < rowOf[at]!) result.push(rows[next++]!)
      row = rows[next++]!
    } else row = { ids: [], counts: [], present: 0, cells: new Int32Array(witnessCount).fill(-1) }
    addToRow(row, witness, at, id)
    result.push(row)
  }
  while (next < rows.length) result.push(rows[next++]!)
  return result
}

/** The most cells of one alignment between two places of agreement; a larger block is left unaligned. */
const cellsMax = 1 << 22
/** Below this many cells no anchor is looked for. */
const cellsAnchored = 1 << 12

/** For each token its row, or -1. Rising. */
function rowsFor(
  tokens: Int32Array,
  rows: readonly ProfileRow[],
  placed: number,
  vocabulary: Vocabulary,
): Int32Array {
  const rowOf = new Int32Array(tokens.length).fill(-1)
  const consensus = Int32Array.from(rows, commonest)
  const fill = (t0: number, t1: number, r0: number, r1: number, grams: readonly number[]): void => {
    const cells = (t1 - t0) * (r1 - r0)
    const [gram, ...rest] = grams
    if (cells > cellsAnchored && gram !== undefined && (gram === 4 || cells > cellsMax)) {
      let [t, r] = [t0, r0]
      for (const run of anchorsBetween(tokens.subarray(t0, t1), consensus.subarray(r0, r1), gram)) {
        fill(t, t0 + run.a, r, r0 + run.b, rest)
        for (let i = 0; i < run.length; i++) rowOf[t0 + run.a + i] = r0 + run.b + i
        t = t0 + run.a + run.length
        r = r0 + run.b + run.length
      }
      fill(t, t1, r, r1, rest)
      return
    }
    if (cells > cellsMax) return
    const within = alignToRows(tokens.subarray(t0, t1), rows.slice(r0, r1), placed, vocabulary, {
      first: t0 === 0,
      last: t1 === tokens.length,
    })
    within.forEach((row, at) => {
      if (row >= 0) rowOf[t0 + at] = r0 + row
    })
  }
  fill(0, tokens.length, 0, rows.length, [4, 2, 1])
  return rowOf
}
