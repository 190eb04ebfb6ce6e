import { compareStrings } from "../base/index.ts"
import {
  contractPartDefault,
  medianDistance,
  nearDistanceMax,
  type WitnessTree,
  witnessTree,
} from "../reuse/index.ts"
import type { AlignedRows } from "./align-witnesses.ts"
import type { Witness } from "./witness.ts"

/** Words in one change, at most: a longer one is still one change. */
const changeWordsMax = 4
/** A stretch that only one witness has, from so many words on, is a lacuna and no change. */
const lacunaWordsMin = 60

/**
 * How far each two witnesses of a table are from each other: changes in a thousand rows that both print. Rows before
 * the first word of either and after its last say nothing. The unit and the rules are those of texts compared in pairs.
 */
export function rowDistances(
  witnesses: readonly Witness[],
  { rows }: AlignedRows,
): (a: number, b: number) => number {
  const ids = new Map<string, number>()
  const columns = witnesses.map(() => new Int32Array(rows.length).fill(-1))
  for (const [at, row] of rows.entries()) {
    let lastForm: string | null = null
    let id = -1
    for (let w = 0; w < row.length; w++) {
      const token = row[w]! < 0 ? null : witnesses[w]!.tokens[row[w]!]!
      if (token === null || token.kind === "mark") continue
      if (token.form !== lastForm) {
        lastForm = token.form
        id = ids.get(lastForm) ?? ids.size
        ids.set(lastForm, id)
      }
      columns[w]![at] = id
    }
  }
  const { usual, wordsBefore } = usualColumn(columns, rows.length, ids.size)
  const departures = columns.map((column) => {
    const found: number[] = []
    for (let at = 0; at < column.length; at++) if (column[at] !== usual[at]) found.push(at)
    return Int32Array.from(found)
  })
  const known = new Map<number, number>()
  return (a, b) => {
    const key = Math.min(a, b) * columns.length + Math.max(a, b)
    let distance = known.get(key)
    if (distance === undefined) {
      distance = columnDistance(columns, departures, wordsBefore, a, b)
      known.set(key, distance)
    }
    return distance
  }
}

/** What most witnesses have in each row, of equals the lowest id; and how many rows before each have a word there. */
function usualColumn(
  columns: readonly Int32Array[],
  height: number,
  idCount: number,
): { readonly usual: Int32Array; readonly wordsBefore: Int32Array } {
  const usual = new Int32Array(height)
  const wordsBefore = new Int32Array(height + 1)
  const counts = new Int32Array(idCount + 1)
  for (let at = 0; at < height; at++) {
    for (const column of columns) counts[column[at]! + 1]!++
    let best = -1
    for (const column of columns) {
      const [count, id] = [counts[column[at]! + 1]!, column[at]!]
      if (count > counts[best + 1]! || (count === counts[best + 1]! && id < best)) best = id
    }
    for (const column of columns) counts[column[at]! + 1] = 0
    usual[at] = best
    wordsBefore[at + 1] = wordsBefore[at]! + (best >= 0 ? 1 : 0)
  }
  return { usual, wordsBefore }
}

/** Only rows in which one of the two departs from what is usual are looked at. Cost: the departures of both. */
function columnDistance(
  columns: readonly Int32Array[],
  departures: readonly Int32Array[],
  wordsBefore: Int32Array,
  one: number,
  other: number,
): number {
  const [a, b] = [columns[one]!, columns[other]!]
  const [atsA, atsB] = [departures[one]!, departures[other]!]
  let [changes, compared, onlyA, onlyB] = [0, 0, 0, 0]
  const closeRun = (): void => {
    const [most, least] = [Math.max(onlyA, onlyB), Math.min(onlyA, onlyB)]
    if (least > 0 || most < lacunaWordsMin) changes += Math.min(changeWordsMax, most)
    compared += least
    onlyA = 0
    onlyB = 0
  }
  const agreeFor = (words: number): void => {
    if (words === 0) return
    closeRun()
    compared += words
  }
  let [i, j, next] = [0, 0, 0]
  while (i < atsA.length || j < atsB.length) {
    const at = Math.min(atsA[i] ?? a.length, atsB[j] ?? a.length)
    agreeFor(wordsBefore[at]! - wordsBefore[next]!)
    if (a[at]! === b[at]!) agreeFor(a[at]! < 0 ? 0 : 1)
    else {
      if (a[at]! >= 0) onlyA++
      if (b[at]! >= 0) onlyB++
    }
    if (atsA[i] === at) i++
    if (atsB[j] === at) j++
    next = at + 1
  }
  agreeFor(wordsBefore[a.length]! - wordsBefore[next]!)
  closeRun()
  return compared === 0 ? 1000 : Math.min(1000, (1000 * changes) / compared)
}

/** The tree of a table's witnesses. The same for any order of theirs. */
export function tableTree(
  witnesses: readonly Witness[],
  distance: (a: number, b: number) => number,
): WitnessTree {
  const order = witnesses
    .map((_, at) => at)
    .sort((a, b) => compareStrings(witnesses[a]!.id, witnesses[b]!.id) || a - b)
  return witnessTree(
    order.map((at) => witnesses[at]!.id),
    (a, b) => distance(order[a]!, order[b]!),
    { contractMax: contractPartDefault * medianDistance(order.length, distance) },
  )
}

/**
 * What each witness's word weighs: each family of near copies one, shared among its members, so that an altered copy
 * reprinted twenty times does not outvote the original. A family is held together by distances of at most `nearMax`.
 */
export function familyWeights(
  count: number,
  distance: (a: number, b: number) => number,
  nearMax: number = nearDistanceMax,
): readonly number[] {
  const families = Array.from({ length: count }, (_, at) => at)
  const root = (at: number): number => {
    let top = at
    while (families[top] !== top) top = families[top]!
    families[at] = top
    return top
  }
  for (let a = 0; a < count; a++)
    for (let b = a + 1; b < count; b++) {
      const [x, y] = [root(a), root(b)]
      if (x !== y && distance(a, b) <= nearMax) families[Math.max(x, y)] = Math.min(x, y)
    }
  const sizes = new Map<number, number>()
  for (let at = 0; at < count; at++) sizes.set(root(at), (sizes.get(root(at)) ?? 0) + 1)
  return Array.from({ length: count }, (_, at) => 1 / sizes.get(root(at))!)
}
