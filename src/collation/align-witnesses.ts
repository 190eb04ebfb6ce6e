import { compareStrings } from "../base/index.ts"
import { anchorsBetween } from "./anchors.ts"
import {
  type AlignmentCosts,
  addToRow,
  alignToRows,
  commonest,
  evenCosts,
  type ProfileRow,
  removeFromRow,
  usualCosts,
  wholeEndCosts,
} from "./profile.ts"
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
  const distinct = distinctWitnesses(witnesses)
  return alignedRows(distinct, alignInOrder(distinct, distinct.order, usualCosts))
}

/** The same, and of a few short witnesses the cheapest table that is found in any order and by any costs of gaps. */
export function alignCheapest(witnesses: readonly (readonly CollationToken[])[]): AlignedRows {
  const distinct = distinctWitnesses(witnesses)
  const { kinds, order } = distinct
  const rows = alignInOrder(distinct, order, usualCosts)
  const isShort = kinds.length <= reorderedMax && sum(kinds, (kind) => kind.length) <= reorderedTokensMax
  return alignedRows(distinct, isShort ? cheapest(distinct, rows) : rows)
}

/** Different sequences of forms, each once, and the order in which they are aligned. */
interface DistinctWitnesses {
  readonly vocabulary: Vocabulary
  readonly kinds: readonly Int32Array[]
  /** For each witness the one it prints. */
  readonly kindOf: readonly number[]
  readonly order: readonly number[]
}

function distinctWitnesses(witnesses: readonly (readonly CollationToken[])[]): DistinctWitnesses {
  const vocabulary = vocabularyOf(witnesses)
  const sequences = witnesses.map((tokens) =>
    Int32Array.from(tokens, (token) => vocabulary.idOf.get(token.form)!),
  )
  const { kinds, kindOf } = distinctSequences(sequences)
  return { vocabulary, kinds, kindOf, order: byCentrality(kinds, vocabulary.forms.length) }
}

function alignedRows({ kindOf }: DistinctWitnesses, rows: readonly ProfileRow[]): AlignedRows {
  return { rows: rows.map((row) => Int32Array.from(kindOf, (kind) => row.cells[kind]!)) }
}

function alignInOrder(
  { kinds, vocabulary }: DistinctWitnesses,
  order: readonly number[],
  costs: AlignmentCosts,
): ProfileRow[] {
  const setting = { witnessCount: kinds.length, vocabulary, costs }
  let rows: ProfileRow[] = []
  order.forEach((kind, placed) => {
    rows = place(kinds[kind]!, kind, rows, placed, setting)
  })
  return kinds.length > 2 && kinds.length <= refinedMax ? refined(rows, order, kinds, setting) : rows
}

/** Of more distinct witnesses, or of more words and marks in all of them, no other order is tried. */
const reorderedMax = 4
const reorderedTokensMax = 120

/** Of equals `rows`, then the first found. */
function cheapest(distinct: DistinctWitnesses, rows: ProfileRow[]): ProfileRow[] {
  const { kinds, vocabulary } = distinct
  let best = { rows, cost: tableCost(rows, kinds.length, vocabulary) }
  for (const order of orders(distinct.order))
    for (const costs of [usualCosts, wholeEndCosts, evenCosts]) {
      const found = alignInOrder(distinct, order, costs)
      const cost = tableCost(found, kinds.length, vocabulary)
      if (cost < best.cost) best = { rows: found, cost }
    }
  return best.rows
}

function orders(items: readonly number[]): readonly (readonly number[])[] {
  if (items.length < 2) return [items]
  return items.flatMap((first, at) => orders(items.toSpliced(at, 1)).map((rest) => [first, ...rest]))
}

/** Over all pairs of witnesses, the rows where the two do not print the same word; a mark counts next to nothing. */
function tableCost(rows: readonly ProfileRow[], witnessCount: number, vocabulary: Vocabulary): number {
  const pairs = (count: number): number => (count * (count - 1)) / 2
  return sum(rows, ({ ids, counts, present }) => {
    const differing = pairs(witnessCount) - pairs(witnessCount - present) - sum(counts, pairs)
    return vocabulary.kinds[ids[0]!] === "mark" ? differing * markShare : differing
  })
}

const markShare = 1 / 1024

function sum<T>(items: readonly T[], worth: (item: T) => number): number {
  let total = 0
  for (const item of items) total += worth(item)
  return total
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

/** Witness numbers, those first whose word pairs are printed by most others. `formCount` is over every form's number. */
function byCentrality(sequences: readonly Int32Array[], formCount: number): number[] {
  const seenBy = new Map<number, number>()
  const pairsOf = sequences.map((sequence) => {
    const pairs = new Set<number>()
    for (let at = 0; at <= sequence.length; at++)
      pairs.add(((sequence[at - 1] ?? -1) + 1) * (formCount + 1) + (sequence[at] ?? -1) + 1)
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
  setting: Setting,
): ProfileRow[] {
  let current = rows
  let settled = 0
  for (let step = 0; step < refinements * order.length && settled < order.length; step++) {
    const witness = order[step % order.length]!
    const before = rowsHeld(current, witness)
    for (const row of current) {
      const token = row.cells[witness]!
      if (token >= 0) removeFromRow(row, witness, sequences[witness]![token]!)
    }
    const rest = current.filter((row) => row.present > 0)
    const { length } = current
    current = place(sequences[witness]!, witness, rest, sequences.length - 1, setting)
    const after = rowsHeld(current, witness)
    const same = current.length === length && after.every((row, token) => row === before[token])
    settled = same ? settled + 1 : 0
  }
  return current
}

/** For each token of a witness its row. Where these stay and no row is added, placing it anew has changed nothing. */
function rowsHeld(rows: readonly ProfileRow[], witness: number): readonly number[] {
  const held: number[] = []
  for (let at = 0; at < rows.length; at++) if (rows[at]!.cells[witness]! >= 0) held.push(at)
  return held
}

interface Setting {
  readonly witnessCount: number
  readonly vocabulary: Vocabulary
  readonly costs: AlignmentCosts
}

/** The rows with one more witness in them, new ones where it has words that no row can take. */
function place(
  tokens: Int32Array,
  witness: number,
  rows: readonly ProfileRow[],
  placed: number,
  setting: Setting,
): ProfileRow[] {
  const rowOf = rowsFor(tokens, rows, placed, setting)
  const result: ProfileRow[] = []
  let next = 0
  for (let at = 0; at < tokens.length; at++) {
    const id = tokens[at]!
    let row: ProfileRow
    if (rowOf[at]! >= 0) {
      while (next < rowOf[at]!) result.push(rows[next++]!)
      row = rows[next++]!
    } else row = { ids: [], counts: [], present: 0, cells: new Int32Array(setting.witnessCount).fill(-1) }
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
  { vocabulary, costs }: Setting,
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
      costs,
    })
    within.forEach((row, at) => {
      if (row >= 0) rowOf[t0 + at] = r0 + row
    })
  }
  fill(0, tokens.length, 0, rows.length, [4, 2, 1])
  return rowOf
}
