import { areToldApart, fewWords } from "./one-utterance.ts"
import { wordGrams } from "./word-grams.ts"
import { wordOverlap } from "./word-overlap.ts"
import type { Wording } from "./wordings.ts"

/** Wordings of one report compared with one, those that share most runs of three words. */
const comparedMax = 6
/** So much of a wording makes it a part of another. */
const partShare = 0.95

/**
 * Where one report prints two like wordings as two, what a third holds of the one sets it apart from the other: asks,
 * of two wordings by their places, whether they are of two such utterances. Cost: linear in the wordings, times the
 * few of one report that are like each.
 */
export function rivalsToldApart(wordings: readonly Wording[]): (a: number, b: number) => boolean {
  const apartFrom = pairsToldApart(wordings)
  const isPartOf = (part: number, whole: number): boolean => {
    const words = wordings[part]!.words
    return (
      words.length < wordings[whole]!.words.length &&
      wordOverlap(words, wordings[whole]!.words).aShare >= partShare
    )
  }
  const holdsRival = (a: number, b: number): boolean =>
    (apartFrom.get(a) ?? []).some((rival) => rival === b || (isPartOf(rival, b) && !isPartOf(rival, a)))
  return (a, b) => apartFrom.size > 0 && (holdsRival(a, b) || holdsRival(b, a))
}

function pairsToldApart(wordings: readonly Wording[]): ReadonlyMap<number, readonly number[]> {
  const holders = new Map<string, number[]>()
  const apartFrom = new Map<number, number[]>()
  const note = (a: number, b: number): void => void apartFrom.set(a, [...(apartFrom.get(a) ?? []), b])
  wordings.forEach((wording, at) => {
    if (wording.words.length < fewWords) return
    const shared = new Map<number, number>()
    const keys = [...wording.reports].flatMap((report) =>
      [...wordGrams(wording.words)].map((gram) => `${report} ${gram}`),
    )
    for (const key of keys)
      for (const other of holders.get(key) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1)
    const like = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, comparedMax)
    for (const [other] of like) {
      const known = wordings[other]!
      if (!areToldApart(known, wording, wordOverlap(known.words, wording.words))) continue
      note(at, other)
      note(other, at)
    }
    for (const key of keys) {
      const known = holders.get(key)
      if (!known) holders.set(key, [at])
      else if (known.length < comparedMax) known.push(at)
    }
  })
  return apartFrom
}
