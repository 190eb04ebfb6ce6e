/** A run of words that two texts share: `length` words from `a` in the one and from `b` in the other. */
export interface Tile {
  readonly a: number
  readonly b: number
  readonly length: number
}

/** Words in the shortest run looked for. */
export const tileWordsMin = 4

/** Of a run that one text repeats, only the first places are tried. */
const placesMax = 12

/** Words compared, a word of the two texts: bounds the cost on texts that repeat themselves. */
const stepsPerWordMax = 64

/**
 * Runs of at least `tileWordsMin` words that both texts hold, no word used twice, the longest run first of those that
 * compete (greedy string tiling, Wise 1993, on maximal exact matches). Sorted by `a`. Linear but for repetitions,
 * which are capped.
 */
export function shareTiles(
  a: Uint32Array,
  b: Uint32Array,
  table: GramTable = buildGramTable(a),
): readonly Tile[] {
  const matches = maximalMatches(a, b, table)
  matches.sort((x, y) => y.length - x.length || x.a + x.b - y.a - y.b || x.a - y.a)
  const usedA = new Uint8Array(a.length)
  const usedB = new Uint8Array(b.length)
  const tiles: Tile[] = []
  // As long as every tile is a whole match, none is shorter than the next match: what it overlaps, it does at an end.
  let whole = true
  for (const match of matches) {
    if (whole && hasFreeEnds(usedA, match.a, match.length) && hasFreeEnds(usedB, match.b, match.length)) {
      tiles.push(match)
      mark(usedA, match.a, match.length)
      mark(usedB, match.b, match.length)
      continue
    }
    let offset = 0
    while (offset < match.length) {
      while (offset < match.length && (usedA[match.a + offset] || usedB[match.b + offset])) offset++
      const begin = offset
      while (offset < match.length && !usedA[match.a + offset] && !usedB[match.b + offset]) offset++
      if (offset - begin < tileWordsMin) continue
      tiles.push({ a: match.a + begin, b: match.b + begin, length: offset - begin })
      whole = false
      mark(usedA, match.a + begin, offset - begin)
      mark(usedB, match.b + begin, offset - begin)
    }
  }
  return tiles.sort((x, y) => x.a - y.a)
}

function hasFreeEnds(used: Uint8Array, from: number, length: number): boolean {
  return !used[from] && !used[from + length - 1]
}

function mark(used: Uint8Array, from: number, length: number): void {
  for (let at = from; at < from + length; at++) used[at] = 1
}

function maximalMatches(a: Uint32Array, b: Uint32Array, table: GramTable): Tile[] {
  if (a.length < tileWordsMin || b.length < tileWordsMin) return []
  const matches: Tile[] = []
  let steps = stepsPerWordMax * (a.length + b.length)
  let [shift, shiftEnd] = [0, 0]
  for (let j = 0; j + tileWordsMin <= b.length && steps > 0; j++) {
    // Inside a match, a run that stands once in `a` has no other place to be tried.
    if (j < shiftEnd && table.alone[j + shift]) continue
    let i = table.heads[gramHash(b, j) & table.mask]!
    for (let tried = 0; i >= 0 && tried < placesMax && steps > 0; i = table.next[i]!) {
      steps--
      if (j < shiftEnd && i === j + shift) {
        tried++
        continue
      }
      if (!gramsEqual(a, i, b, j)) continue
      tried++
      if (i > 0 && j > 0 && a[i - 1] === b[j - 1]) continue
      let length = tileWordsMin
      while (i + length < a.length && j + length < b.length && a[i + length] === b[j + length]) length++
      steps -= length
      matches.push({ a: i, b: j, length })
      if (j + length - tileWordsMin < shiftEnd) continue
      // What follows on this diagonal belongs to this match, and need not be compared again.
      shift = i - j
      shiftEnd = j + length - tileWordsMin + 1
    }
  }
  return matches
}

/** Where the runs of a text stand: made once for a text that is compared with several. */
export interface GramTable {
  readonly mask: number
  /** The first place of a bucket's runs, and the next one after each; -1 ends. */
  readonly heads: Int32Array
  readonly next: Int32Array
  /** 1 where a run is the only one of its bucket. */
  readonly alone: Uint8Array
}

export function buildGramTable(words: Uint32Array): GramTable {
  let size = 16
  while (size < 2 * words.length) size *= 2
  const heads = new Int32Array(size).fill(-1)
  const next = new Int32Array(words.length)
  const alone = new Uint8Array(words.length)
  for (let i = words.length - tileWordsMin; i >= 0; i--) {
    const bucket = gramHash(words, i) & (size - 1)
    const later = heads[bucket]!
    next[i] = later
    heads[bucket] = i
    if (later < 0) alone[i] = 1
    else alone[later] = 0
  }
  return { mask: size - 1, heads, next, alone }
}

function gramHash(words: Uint32Array, at: number): number {
  let hash = 0
  for (let k = 0; k < tileWordsMin; k++) hash = Math.imul(hash ^ words[at + k]!, 0x9e3779b1)
  return hash ^ (hash >>> 15)
}

function gramsEqual(a: Uint32Array, i: number, b: Uint32Array, j: number): boolean {
  for (let k = 0; k < tileWordsMin; k++) if (a[i + k] !== b[j + k]) return false
  return true
}
