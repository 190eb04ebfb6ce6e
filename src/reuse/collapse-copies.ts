import type { CountedWords } from "./reuse-report.ts"

/**
 * Texts with the same counted words in the same order, as lists of places; singles are lists of one, and so is every
 * text without words. In order of the first place. `keys` are `sequenceKey`s.
 */
export function collapseCopies(keys: readonly string[]): readonly (readonly number[])[] {
  const families: number[][] = []
  const byKey = new Map<string, number[]>()
  for (const [place, key] of keys.entries()) {
    const family = key === "" ? undefined : byKey.get(key)
    if (family) {
      family.push(place)
      continue
    }
    const founded = [place]
    families.push(founded)
    byKey.set(key, founded)
  }
  return families
}

/** 96 bits that stand for the counted words in their order; empty for a text without words. Cost: one pass. */
export function sequenceKey({ hashes, count }: CountedWords): string {
  if (count === 0) return ""
  let [x, y, z] = [count, 0x9e3779b9, 0x7feb352d]
  for (let i = 0; i < count; i++) {
    const hash = hashes[i]!
    x = Math.imul(x ^ hash, 0x85ebca6b)
    x ^= x >>> 15
    y = Math.imul(y + hash, 0xc2b2ae35)
    y ^= y >>> 13
    z = Math.imul(z ^ (hash + i), 0x27d4eb2f)
    z ^= z >>> 16
  }
  return String.fromCharCode(x & 0xffff, x >>> 16, y & 0xffff, y >>> 16, z & 0xffff, z >>> 16)
}
