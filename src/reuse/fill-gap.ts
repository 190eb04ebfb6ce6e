import type { Tile } from "./tiles.ts"

/** Most gaps are small, and there are many: one table serves them all, cleared for each. */
const scratch = new Float32Array(2048)

/**
 * The runs of words alike, in order, between `a[fromA, toA)` and `b[fromB, toB)`: a longest common subsequence; of
 * equal ones the one that keeps words together. Cost: the product of the two lengths, which the caller bounds.
 */
export function fillGap(
  a: Uint32Array,
  fromA: number,
  toA: number,
  b: Uint32Array,
  fromB: number,
  toB: number,
): readonly Tile[] {
  const rows = toA - fromA
  const columns = toB - fromB
  if (rows <= 0 || columns <= 0) return []
  const width = columns + 1
  const cells = (rows + 1) * width
  const best = cells <= scratch.length ? scratch.fill(0, 0, cells) : new Float32Array(cells)
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--) {
      const here = i * width + j
      let most = Math.max(best[here + width]!, best[here + 1]!)
      if (a[fromA + i] === b[fromB + j]) {
        const together = a[fromA + i + 1] === b[fromB + j + 1] ? 1 / 64 : 0
        most = Math.max(most, best[here + width + 1]! + 1 + together)
      }
      best[here] = most
    }
  return readRuns(best, width, a, fromA, rows, b, fromB, columns)
}

function readRuns(
  best: Float32Array,
  width: number,
  a: Uint32Array,
  fromA: number,
  rows: number,
  b: Uint32Array,
  fromB: number,
  columns: number,
): readonly Tile[] {
  const runs: { a: number; b: number; length: number }[] = []
  let [i, j] = [0, 0]
  while (i < rows && j < columns) {
    const here = i * width + j
    const alike = a[fromA + i] === b[fromB + j]
    if (alike && best[here]! >= best[here + width + 1]! + 1) {
      const last = runs.at(-1)
      if (last && last.a + last.length === fromA + i && last.b + last.length === fromB + j) last.length++
      else runs.push({ a: fromA + i, b: fromB + j, length: 1 })
      i++
      j++
    } else if (best[here + width]! >= best[here + 1]!) i++
    else j++
  }
  return runs
}
