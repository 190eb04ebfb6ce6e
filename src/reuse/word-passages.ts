import { fillGap } from "./fill-gap.ts"
import { type GramTable, shareTiles, type Tile } from "./tiles.ts"

/** A stretch that two texts share, in words: its exact runs in order, with unlike words between them. */
export interface WordPassage {
  /** In order on both sides, not overlapping. Never empty. */
  readonly runs: readonly Tile[]
  /** Words in all runs. */
  readonly matched: number
  /** True when it stands in another order than most of what is shared. */
  readonly moved: boolean
}

/** Unlike words between two runs of one passage, at most. */
const gapWordsMax = 40

/** Texts that share so much of the shorter one, in order, are one text, more or less changed. */
const relatedShareMin = 0.35

/** In such a pair, a shorter run in another order is chance. */
const strayWordsMin = 7

/** Shared runs of words joined into passages. Sorted by their place in `a`. `table` is that of `a`, where it is made. */
export function findWordPassages(a: Uint32Array, b: Uint32Array, table?: GramTable): readonly WordPassage[] {
  const all = shareTiles(a, b, table)
  if (all.length === 0) return []
  const inOrder = longestChain(all)
  let covered = 0
  for (const tile of inOrder) covered += tile.length
  const related = covered >= relatedShareMin * Math.min(a.length, b.length)
  const tiles = related ? all.filter((tile) => inOrder.has(tile) || tile.length >= strayWordsMin) : all
  const nextInB = followers(tiles)
  const passages: WordPassage[] = []
  const free = freeWords(a, b, tiles)
  let runs: Tile[] = []
  for (const [at, tile] of tiles.entries()) {
    runs.push(tile)
    const next = tiles[at + 1]
    if (next && nextInB[at] === at + 1) {
      const between = joinTiles(a, b, tile, next, related)
      if (between) {
        runs.push(...between)
        continue
      }
    }
    passages.push(passageOf(grow(a, b, runs, free), inOrder))
    runs = []
  }
  return passages
}

/** For each tile the one that stands next in `b`, by their places in the list; -1 for the last. */
function followers(tiles: readonly Tile[]): Int32Array {
  const next = new Int32Array(tiles.length).fill(-1)
  const byB = [...tiles.keys()]
  if (!ascend(tiles)) byB.sort((x, y) => tiles[x]!.b - tiles[y]!.b)
  for (let i = 1; i < byB.length; i++) next[byB[i - 1]!] = byB[i]!
  return next
}

/** True where tiles in the order of `a` are in that of `b` as well: so of nearly all near copies. */
function ascend(tiles: readonly Tile[]): boolean {
  for (let i = 1; i < tiles.length; i++) if (tiles[i]!.b < tiles[i - 1]!.b) return false
  return true
}

/** For each word of either text whether no passage holds it yet. */
interface FreeWords {
  readonly a: Uint8Array
  readonly b: Uint8Array
}

function freeWords(a: Uint32Array, b: Uint32Array, tiles: readonly Tile[]): FreeWords {
  const free = { a: new Uint8Array(a.length).fill(1), b: new Uint8Array(b.length).fill(1) }
  for (const tile of tiles) take(free, tile)
  return free
}

function take(free: FreeWords, run: Tile): void {
  for (let k = 0; k < run.length; k++) {
    free.a[run.a + k] = 0
    free.b[run.b + k] = 0
  }
}

/** Words beyond the end of a passage that are looked at for more of it. */
const growWordsMax = 12

/** `runs` with the words alike just before and after them, as long as about half of the words on the way are alike. */
function grow(a: Uint32Array, b: Uint32Array, runs: readonly Tile[], free: FreeWords): readonly Tile[] {
  const first = runs[0]!
  const last = runs.at(-1)!
  const [endA, endB] = [last.a + last.length, last.b + last.length]
  const before = fillGap(a, reach(free.a, first.a, -1), first.a, b, reach(free.b, first.b, -1), first.b)
  const after = fillGap(a, endA, reach(free.a, endA, 1), b, endB, reach(free.b, endB, 1))
  const grown = [...runs]
  let [edgeA, edgeB] = [first.a, first.b]
  for (const run of [...before].reverse()) {
    if (!belongs(edgeA - run.a - run.length, edgeB - run.b - run.length, run.length)) break
    grown.unshift(run)
    ;[edgeA, edgeB] = [run.a, run.b]
  }
  ;[edgeA, edgeB] = [endA, endB]
  for (const run of after) {
    if (!belongs(run.a - edgeA, run.b - edgeB, run.length)) break
    grown.push(run)
    ;[edgeA, edgeB] = [run.a + run.length, run.b + run.length]
  }
  for (const run of grown) take(free, run)
  return grown
}

/** A word alone must stand right behind one that was changed; more words may follow after as many unlike ones. */
function belongs(gapA: number, gapB: number, length: number): boolean {
  return Math.max(gapA, gapB) <= (length === 1 ? 1 : length + 2)
}

/** How far the free words go from `at` in one direction: the first or the end of them. */
function reach(free: Uint8Array, at: number, step: 1 | -1): number {
  let place = at
  for (let i = 0; i < growWordsMax; i++) {
    const next = step < 0 ? place - 1 : place
    if (next < 0 || next >= free.length || free[next] === 0) break
    place += step
  }
  return place
}

/** The last word of `passage` in `a`. */
export function lastInA(passage: WordPassage): number {
  const run = passage.runs.at(-1)!
  return run.a + run.length - 1
}

/** The last word of `passage` in `b`. */
export function lastInB(passage: WordPassage): number {
  const run = passage.runs.at(-1)!
  return run.b + run.length - 1
}

/** The words alike between two neighbouring runs, or null when they are too far apart to be one passage. */
function joinTiles(
  a: Uint32Array,
  b: Uint32Array,
  tile: Tile,
  next: Tile,
  related: boolean,
): readonly Tile[] | null {
  const fromA = tile.a + tile.length
  const fromB = tile.b + tile.length
  const gapA = next.a - fromA
  const gapB = next.b - fromB
  const gap = Math.max(gapA, gapB)
  if (gap > gapWordsMax) return null
  const between = fillGap(a, fromA, next.a, b, fromB, next.b)
  const alike = between.reduce((sum, run) => sum + run.length, 0)
  const short = gap <= Math.max(3, Math.min(tile.length, next.length) / 3)
  const even = related && gap <= 2 * Math.min(gapA, gapB) + 4
  return short || even || 5 * alike >= 2 * gap ? between : null
}

function passageOf(runs: readonly Tile[], inOrder: ReadonlySet<Tile>): WordPassage {
  let matched = 0
  let ordered = 0
  for (const run of runs) {
    matched += run.length
    if (inOrder.has(run)) ordered += run.length
  }
  return { runs, matched, moved: ordered === 0 }
}

/** The tiles of the heaviest sequence that keeps its order on both sides. Cost O(t log t). */
function longestChain(tiles: readonly Tile[]): ReadonlySet<Tile> {
  if (ascend(tiles)) return new Set(tiles)
  const byB = [...tiles.keys()].sort((x, y) => tiles[x]!.b - tiles[y]!.b)
  const rankOf = new Uint32Array(tiles.length)
  byB.forEach((tile, rank) => {
    rankOf[tile] = rank + 1
  })
  const bestEnd = new Int32Array(tiles.length + 1).fill(-1)
  const weight = new Float64Array(tiles.length)
  const before = new Int32Array(tiles.length).fill(-1)
  const heavier = (x: number, y: number): number => (y < 0 || (x >= 0 && weight[x]! >= weight[y]!) ? x : y)
  let last = -1
  for (let i = 0; i < tiles.length; i++) {
    let best = -1
    for (let r = rankOf[i]! - 1; r > 0; r -= r & -r) best = heavier(bestEnd[r]!, best)
    weight[i] = tiles[i]!.length + (best < 0 ? 0 : weight[best]!)
    before[i] = best
    for (let r = rankOf[i]!; r < bestEnd.length; r += r & -r) bestEnd[r] = heavier(bestEnd[r]!, i)
    last = heavier(last, i)
  }
  const chain = new Set<Tile>()
  for (let i = last; i >= 0; i = before[i]!) chain.add(tiles[i]!)
  return chain
}
