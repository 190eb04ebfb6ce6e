/** A place where two sequences surely run together: `a[a + i]` is `b[b + i]` for each i below `length`. */
export interface Anchor {
  readonly a: number
  readonly b: number
  readonly length: number
}

/**
 * Runs of `gram` items that stand once in each sequence, in the longest chain that rises in both (patience sorting).
 * Cost: linear, and the logarithm of the chain. `-1` items are in no run.
 */
export function anchorsBetween(a: ArrayLike<number>, b: ArrayLike<number>, gram: number): readonly Anchor[] {
  const placesA = uniqueGrams(a, gram)
  const placesB = uniqueGrams(b, gram)
  const pairs: Anchor[] = []
  for (const [key, at] of placesA) {
    const other = placesB.get(key)
    if (at >= 0 && other !== undefined && other >= 0 && equalRuns(a, at, b, other, gram))
      pairs.push({ a: at, b: other, length: gram })
  }
  pairs.sort((x, y) => x.a - y.a)
  return joined(longestRise(pairs))
}

/** Each run's hash with its one place, or -1 for one that stands more than once. */
function uniqueGrams(items: ArrayLike<number>, gram: number): Map<number, number> {
  const places = new Map<number, number>()
  for (let at = 0; at + gram <= items.length; at++) {
    let hash = 0
    let whole = true
    for (let i = 0; i < gram; i++) {
      const item = items[at + i]!
      if (item < 0) whole = false
      hash = (Math.imul(hash, 0x9e3779b1) + item + 1) | 0
    }
    if (whole) places.set(hash, places.has(hash) ? -1 : at)
  }
  return places
}

function equalRuns(
  a: ArrayLike<number>,
  aAt: number,
  b: ArrayLike<number>,
  bAt: number,
  length: number,
): boolean {
  for (let i = 0; i < length; i++) if (a[aAt + i] !== b[bAt + i]) return false
  return true
}

function longestRise(pairs: readonly Anchor[]): readonly Anchor[] {
  const tails: number[] = []
  const before = new Int32Array(pairs.length).fill(-1)
  pairs.forEach((pair, index) => {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[tails[middle]!]!.b < pair.b) low = middle + 1
      else high = middle
    }
    if (low > 0) before[index] = tails[low - 1]!
    tails[low] = index
  })
  const chain: Anchor[] = []
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at]!) chain.push(pairs[at]!)
  return chain.reverse()
}

/** Overlapping runs on one diagonal made one; a run that overlaps one of another diagonal is left out. */
function joined(chain: readonly Anchor[]): readonly Anchor[] {
  const anchors: Anchor[] = []
  for (const run of chain) {
    const last = anchors.at(-1)
    if (!last || (run.a >= last.a + last.length && run.b >= last.b + last.length)) anchors.push(run)
    else if (run.a - run.b === last.a - last.b)
      anchors[anchors.length - 1] = { ...last, length: run.a + run.length - last.a }
  }
  return anchors
}
