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
  const hashesA = gramHashes(a, gram)
  const hashesB = gramHashes(b, gram)
  const placesB = uniquePlaces(hashesB)
  const placesA = uniquePlaces(hashesA)
  const pairs: Anchor[] = []
  for (let at = 0; at < hashesA.length; at++) {
    if (placesA.get(hashesA[at]!) !== at) continue
    const other = placesB.get(hashesA[at]!)
    if (other >= 0 && equalRuns(a, at, b, other, gram)) pairs.push({ a: at, b: other, length: gram })
  }
  return joined(longestRise(pairs))
}

/** The hash of the run at each place; 0 for one that holds an item below 0. */
function gramHashes(items: ArrayLike<number>, gram: number): Int32Array {
  const hashes = new Int32Array(Math.max(0, items.length - gram + 1))
  for (let at = 0; at < hashes.length; at++) {
    let hash = 0
    let whole = true
    for (let i = 0; i < gram; i++) {
      const item = items[at + i]!
      if (item < 0) whole = false
      hash = (Math.imul(hash, 0x9e3779b1) + item + 1) | 0
    }
    hashes[at] = whole ? hash || 1 : 0
  }
  return hashes
}

/** Each hash's one place; -1 for a hash that stands nowhere, -2 for one that stands more than once. Open addressing. */
function uniquePlaces(hashes: Int32Array): { readonly get: (hash: number) => number } {
  const bits = 32 - Math.clz32(hashes.length * 2 + 1)
  const mask = (1 << bits) - 1
  const keys = new Int32Array(mask + 1)
  const places = new Int32Array(mask + 1).fill(-1)
  const slotOf = (hash: number): number => {
    let slot = (Math.imul(hash, 0x85ebca6b) >>> (32 - bits)) & mask
    while (keys[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & mask
    return slot
  }
  for (let at = 0; at < hashes.length; at++) {
    if (hashes[at] === 0) continue
    const slot = slotOf(hashes[at]!)
    places[slot] = keys[slot] === 0 ? at : -2
    keys[slot] = hashes[at]!
  }
  return { get: (hash) => (hash === 0 ? -1 : places[slotOf(hash)]!) }
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
