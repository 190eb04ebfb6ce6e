import { tokenize } from "../language/index.ts"
import { countedWords } from "./reuse-report.ts"
import { type WitnessTree, witnessTree } from "./witness-tree.ts"
import { findWordPassages, lastInA, lastInB } from "./word-passages.ts"

/** Words in one change, at most: a longer one is still one change. */
const changeWordsMax = 4

const distanceMax = 1000

/** A stretch that only one text has, from so many words on, is a lacuna and no change. */
const lacunaWordsMin = 60

/**
 * How far two texts, given by the hashes of their words, are from each other: the words changed, a long change counted
 * for less, a passage that one text lacks not at all; per thousand words compared. Texts that share nothing are as far
 * apart as can be.
 */
export function textDistance(a: Uint32Array, b: Uint32Array): number {
  const passages = findWordPassages(a, b)
  let [changes, compared] = [0, 0]
  let [endA, endB] = [0, 0]
  const change = (gapA: number, gapB: number): void => {
    const most = Math.max(gapA, gapB)
    if (Math.min(gapA, gapB) === 0 && most >= lacunaWordsMin) return
    changes += Math.min(changeWordsMax, most)
    compared += Math.min(gapA, gapB)
  }
  for (const passage of passages) {
    if (passage.moved) {
      changes += changeWordsMax
      continue
    }
    for (const run of passage.runs) {
      change(Math.max(0, run.a - endA), Math.max(0, run.b - endB))
      endA = run.a + run.length
      endB = run.b + run.length
    }
    compared += passage.matched
    endA = lastInA(passage) + 1
    endB = lastInB(passage) + 1
  }
  change(a.length - endA, b.length - endB)
  return compared === 0 ? distanceMax : Math.min(distanceMax, (1000 * changes) / compared)
}

/**
 * Two nodes of a tree no further apart than this part of the median distance are one. Fixed on forty generated
 * traditions (0.01 to 0.06 of the words changed by a copying, a fifth of the copies lost), checked on forty more. A part,
 * because one hand changes little and another much.
 */
export const contractPartDefault = 0.1

/** The median of the distances between all pairs of `count` texts; 0 where there is no pair. */
export function medianDistance(count: number, distance: (a: number, b: number) => number): number {
  const distances = new Float64Array((count * Math.max(0, count - 1)) / 2)
  let at = 0
  for (let b = 1; b < count; b++) for (let a = 0; a < b; a++) distances[at++] = distance(a, b)
  return distances.sort()[distances.length >> 1] ?? 0
}

/** Distances in a thousand words up to which two texts are near copies. */
export const nearDistanceMax = 2.5

/** The tree of texts by their names, from the distances of all pairs. Cost: every two texts are aligned once. */
export function textTree(
  texts: readonly { readonly id: string; readonly text: string }[],
  contractPart: number = contractPartDefault,
): WitnessTree {
  const words = texts.map(({ text }) => countedWords({ tokens: tokenize(text), setAside: [] }).hashes)
  const names = texts.map(({ id }) => id)
  const distances = words.map((own, b) =>
    Float64Array.from(words.slice(0, b), (other) => textDistance(other, own)),
  )
  const distance = (a: number, b: number): number => distances[Math.max(a, b)]![Math.min(a, b)]!
  return witnessTree(names, distance, { contractMax: contractPart * medianDistance(names.length, distance) })
}
