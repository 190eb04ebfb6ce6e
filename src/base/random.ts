/** A stream of numbers in [0, 1) fixed by its seed: for generators of tests, evaluation and benchmarks. */
export interface Random {
  next(): number
  /** A whole number in [0, below). */
  below(below: number): number
  /** One item of a list that is not empty. */
  pick<Item>(items: readonly Item[]): Item
}

/** sfc32 (Chris Doty-Humphrey, PractRand), seeded by splitmix32 so that near seeds give unlike streams. */
export function randomOf(seed: number): Random {
  let s = seed >>> 0
  const split = (): number => {
    s = (s + 0x9e3779b9) >>> 0
    let z = s
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad)
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
    return (z ^ (z >>> 15)) >>> 0
  }
  let [a, b, c, counter] = [split(), split(), split(), 1]
  const next = (): number => {
    const sum = (((a + b) >>> 0) + counter) >>> 0
    counter = (counter + 1) >>> 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) >>> 0
    c = ((c << 21) | (c >>> 11)) >>> 0
    c = (c + sum) >>> 0
    return sum / 0x1_0000_0000
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return { next, below, pick: (items) => items[below(items.length)]! }
}
