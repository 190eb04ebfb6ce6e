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
  const columns = witnesses.map(({ tokens }, w) =>
    Int32Array.from(rows, (row) => {
      const token = row[w]! < 0 ? null : tokens[row[w]!]!
      if (token === null || token.kind === "mark") return -1
      const id = ids.get(token.form) ?? ids.size
      ids.set(token.form, id)
      return id
    }),
  )
  return (a, b) => columnDistance(columns[a]!, columns[b]!)
}

function columnDistance(a: Int32Array, b: Int32Array): number {
  let [changes, compared, onlyA, onlyB] = [0, 0, 0, 0]
  const closeRun = (): void => {
    const [most, least] = [Math.max(onlyA, onlyB), Math.min(onlyA, onlyB)]
    if (least > 0 || most < lacunaWordsMin) changes += Math.min(changeWordsMax, most)
    compared += least
    onlyA = 0
    onlyB = 0
  }
  for (let at = 0; at < a.length; at++) {
    if (a[at]! === b[at]!) {
      if (a[at]! < 0) continue
      closeRun()
      compared++
      continue
    }
    if (a[at]! >= 0) onlyA++
    if (b[at]! >= 0) onlyB++
  }
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
