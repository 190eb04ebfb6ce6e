import type { CountedWords } from "./reuse-report.ts"

/**
 * Texts with the same counted words in the same order, as lists of places; singles are lists of one, and so is every
 * text without words. In order of the first place. Cost: one pass over the words.
 */
export function collapseCopies(texts: readonly CountedWords[]): readonly (readonly number[])[] {
  const families: number[][] = []
  const byHash = new Map<number, number[][]>()
  texts.forEach((words, place) => {
    const hash = sequenceHash(words)
    const alike = byHash.get(hash) ?? []
    const family = words.count === 0 ? undefined : alike.find(([first]) => wordsEqual(texts[first!]!, words))
    if (family) {
      family.push(place)
      return
    }
    const founded = [place]
    families.push(founded)
    alike.push(founded)
    byHash.set(hash, alike)
  })
  return families
}

function sequenceHash({ hashes, count }: CountedWords): number {
  let low = count
  let high = 0x9e3779b9
  for (let i = 0; i < count; i++) {
    low = Math.imul(low ^ hashes[i]!, 0x85ebca6b)
    low ^= low >>> 15
    high = Math.imul(high + hashes[i]!, 0xc2b2ae35)
  }
  return (low >>> 0) * 0x200000 + (high >>> 11)
}

function wordsEqual(a: CountedWords, b: CountedWords): boolean {
  if (a.count !== b.count) return false
  for (let i = 0; i < a.count; i++) if (a.hashes[i] !== b.hashes[i]) return false
  return true
}
