import { compareStrings } from "../../base/index.ts"
import { isWordToken, tokenize } from "../../language/index.ts"

/** Up to so many versions the best of all orders is found; more are ordered by growth alone. */
const versionsMax = 10
/** What two versions next to each other cost for all that differs; more for what was lost than for what was added. */
const changeCost = 2
const lossFactor = 1.3
/** What it costs that words were there, were gone, and are there again. */
const returnCost = 8
/** What it is worth that a later version is longer, and that it names a later year. */
const growthWorth = 1
const yearWorth = 1

/**
 * The likeliest order of versions whose times are unknown, as indexes, the earliest first: texts change little at a
 * time, mostly grow, seldom take back what they lost, and name no year before it is near. Equal versions stand
 * together, in the order given; beyond them the order given tells nothing. Reversed orders differ only by growth and years,
 * so that the direction is the least sure.
 * The shortest path through all versions by dynamic programming over subsets (Held & Karp 1962).
 */
export function orderVersions(texts: readonly string[]): readonly number[] {
  const sorted = Array.from(texts.keys()).sort((a, b) => compareStrings(texts[a]!, texts[b]!) || a - b)
  const views = sorted.map((index) => viewOf(texts[index]!))
  const order = texts.length > versionsMax ? byGrowth(views) : bestOrder(views)
  return equalsInOrder(
    order.map((place) => sorted[place]!),
    texts,
  )
}

function equalsInOrder(order: readonly number[], texts: readonly string[]): readonly number[] {
  const settled = [...order]
  for (let start = 0; start < settled.length; ) {
    let end = start + 1
    while (end < settled.length && texts[settled[end]!] === texts[settled[start]!]) end++
    settled.splice(start, end - start, ...settled.slice(start, end).sort((a, b) => a - b))
    start = end
  }
  return settled
}

interface View {
  /** How often each pair of neighbouring words stands in it. */
  readonly pairs: ReadonlyMap<number, number>
  readonly size: number
  /** The latest year named since pages are printed on the web, or 0. */
  readonly year: number
}

function viewOf(text: string): View {
  const tokens = tokenize(text)
  const pairs = new Map<number, number>()
  let last = 0
  let size = 0
  for (let i = 0; i < tokens.count; i++) {
    if (!isWordToken(tokens, i)) continue
    const pair = (Math.imul(last, 0x9e3779b1) + tokens.hashes[i]!) | 0
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
    last = tokens.hashes[i]!
    size++
  }
  let year = 0
  for (const [named] of text.matchAll(/(?<!\p{Nd})(?:199\d|20[0-4]\d)(?!\p{Nd})/gu))
    year = Math.max(year, Number(named))
  return { pairs, size, year }
}

function byGrowth(views: readonly View[]): readonly number[] {
  return Array.from(views.keys()).sort(
    (a, b) => views[a]!.size - views[b]!.size || views[a]!.year - views[b]!.year || a - b,
  )
}

function bestOrder(views: readonly View[]): readonly number[] {
  const count = views.length
  if (count === 0) return []
  const earlier = views.map((a) => views.map((b) => -precedence(a, b) / count))
  const steps = views.map((a) => views.map((b) => stepCost(a, b)))
  const returns = returnsOf(views)
  const full = 1 << count
  const costs = new Float64Array(full * count).fill(Number.POSITIVE_INFINITY)
  const origins = new Int8Array(full * count).fill(-1)
  for (let i = 0; i < count; i++) costs[(1 << i) * count + i] = 0
  for (let placed = 1; placed < full; placed++)
    for (let next = 0; next < count; next++) {
      if ((placed >> next) & 1) continue
      let before = 0
      for (let i = 0; i < count; i++) if ((placed >> i) & 1) before += earlier[i]![next]!
      const at = (placed | (1 << next)) * count + next
      for (let last = 0; last < count; last++) {
        if (!((placed >> last) & 1)) continue
        const back = returns(placed, last, next) / Math.max(views[last]!.size, views[next]!.size, 1)
        const cost = costs[placed * count + last]! + before + steps[last]![next]! + returnCost * back
        if (cost >= costs[at]!) continue
        costs[at] = cost
        origins[at] = last
      }
    }
  return traced(costs, origins, full - 1, count)
}

function traced(costs: Float64Array, origins: Int8Array, all: number, count: number): readonly number[] {
  let last = 0
  for (let i = 1; i < count; i++) if (costs[all * count + i]! < costs[all * count + last]!) last = i
  const order: number[] = []
  for (let placed = all; last >= 0; ) {
    order.push(last)
    const origin = origins[placed * count + last]!
    placed ^= 1 << last
    last = origin
  }
  return order.reverse()
}

/** What speaks for `a` before `b`, negative where it speaks against. */
function precedence(a: View, b: View): number {
  const growth = Math.log((b.size + 5) / (a.size + 5))
  const years = a.year > 0 && b.year > 0 ? Math.sign(b.year - a.year) : 0
  return growthWorth * Math.max(-1, Math.min(1, growth)) + yearWorth * years
}

function stepCost(a: View, b: View): number {
  const lost = excess(a.pairs, b.pairs)
  const added = excess(b.pairs, a.pairs)
  return (changeCost * (lossFactor * lost + added)) / (2 * Math.max(a.size, b.size, 1))
}

/** How much of `a` is not in `b`. */
function excess(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): number {
  let sum = 0
  for (const [pair, times] of a) sum += Math.max(0, times - (b.get(pair) ?? 0))
  return sum
}

/** Counts the word pairs that were in a version of `placed`, are not in `last`, and are back in `next`. */
function returnsOf(views: readonly View[]): (placed: number, last: number, next: number) => number {
  const holders = new Map<number, number>()
  for (const [i, { pairs }] of views.entries())
    for (const pair of pairs.keys()) holders.set(pair, (holders.get(pair) ?? 0) | (1 << i))
  const counts = new Map<number, number>()
  for (const held of holders.values()) counts.set(held, (counts.get(held) ?? 0) + 1)
  const groups = [...counts]
  const known = new Map<number, number>()
  return (placed, last, next) => {
    const key = (placed * versionsMax + last) * versionsMax + next
    const seen = known.get(key)
    if (seen !== undefined) return seen
    let sum = 0
    for (const [held, count] of groups)
      if ((held >> next) & 1 && !((held >> last) & 1) && (held & placed) !== 0) sum += count
    known.set(key, sum)
    return sum
  }
}
