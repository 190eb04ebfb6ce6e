/** A tree over witnesses. Nodes that no witness stands on are called `*1`, `*2`, … in the order in which they are met. */
export interface WitnessTree {
  /** Each away from the first witness, parents before their children. `length` is in the unit of the distances, ≥ 0. */
  readonly edges: readonly TreeEdge[]
  /** The witness that all others come from, or null: distances alone never tell. */
  readonly root: string | null
}

export interface TreeEdge {
  readonly from: string
  readonly to: string
  readonly length: number
}

export interface TreeOptions {
  /**
   * An edge no longer than this, in the unit of the distances, is no step of copying: its two ends are one node, so
   * that a witness can stand inside the tree and be an ancestor. Two witnesses are never made one.
   */
  readonly contractMax: number
}

/** Beyond so many witnesses the tree is a shortest spanning tree, without hypothetical nodes: joining costs n³. */
const joinedWitnessesMax = 400

/**
 * The tree of `names` by neighbour joining (Saitou & Nei 1987) on `distance`, symmetric, then with short edges
 * contracted. Of equal choices the first in the order of `names` wins, so sort them. Cost n³ to 400 witnesses, n²
 * beyond. One witness makes a tree without edges.
 */
export function witnessTree(
  names: readonly string[],
  distance: (a: number, b: number) => number,
  options: TreeOptions,
): WitnessTree {
  const links =
    names.length > joinedWitnessesMax
      ? spanningLinks(names.length, distance)
      : joinNeighbours(names.length, distance)
  return { edges: nameEdges(contractShort(links, names.length, options.contractMax), names), root: null }
}

/** An edge between nodes by number: witnesses first, from 0, then hypothetical nodes. */
interface NodeLink {
  readonly a: number
  readonly b: number
  readonly length: number
}

function joinNeighbours(count: number, distance: (a: number, b: number) => number): readonly NodeLink[] {
  const size = Math.max(1, 2 * count - 2)
  const d = new Float64Array(size * size)
  for (let a = 0; a < count; a++)
    for (let b = a + 1; b < count; b++) d[a * size + b] = d[b * size + a] = distance(a, b)
  const links: NodeLink[] = []
  let live = Array.from({ length: count }, (_, node) => node)
  for (let node = count; live.length > 2; node++) {
    const sums = live.map((a) => live.reduce((sum, b) => sum + d[a * size + b]!, 0))
    const [i, j] = nearestPair(live, sums, d, size)
    const [a, b] = [live[i]!, live[j]!]
    const between = d[a * size + b]!
    const skew = (sums[i]! - sums[j]!) / (2 * (live.length - 2))
    const toA = Math.min(between, Math.max(0, between / 2 + skew))
    links.push({ a, b: node, length: toA }, { a: b, b: node, length: between - toA })
    for (const c of live)
      d[c * size + node] = d[node * size + c] = (d[a * size + c]! + d[b * size + c]! - between) / 2
    live = [...live.filter((c) => c !== a && c !== b), node]
  }
  if (live.length === 2)
    links.push({ a: live[0]!, b: live[1]!, length: Math.max(0, d[live[0]! * size + live[1]!]!) })
  return links
}

function nearestPair(
  live: readonly number[],
  sums: readonly number[],
  d: Float64Array,
  size: number,
): readonly [number, number] {
  let best: readonly [number, number] = [0, 1]
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < live.length; i++)
    for (let j = i + 1; j < live.length; j++) {
      const q = (live.length - 2) * d[live[i]! * size + live[j]!]! - sums[i]! - sums[j]!
      if (q >= least - 1e-9) continue
      least = q
      best = [i, j]
    }
  return best
}

/** Prim's shortest spanning tree. */
function spanningLinks(count: number, distance: (a: number, b: number) => number): readonly NodeLink[] {
  const least = new Float64Array(count).fill(Number.POSITIVE_INFINITY)
  const from = new Int32Array(count)
  const inside = new Uint8Array(count)
  const links: NodeLink[] = []
  for (let node = 0, step = 1; step < count; step++) {
    inside[node] = 1
    let next = -1
    for (let other = 0; other < count; other++) {
      if (inside[other]) continue
      const length = distance(node, other)
      if (length < least[other]!) {
        least[other] = length
        from[other] = node
      }
      if (next < 0 || least[other]! < least[next]!) next = other
    }
    links.push({ a: from[next]!, b: next, length: least[next]! })
    node = next
  }
  return links
}

/** Makes the two ends of each short edge one node, the shortest first, unless both are witnesses. */
function contractShort(
  links: readonly NodeLink[],
  witnesses: number,
  contractMax: number,
): readonly NodeLink[] {
  const nodes = Math.max(witnesses, ...links.map(({ a, b }) => Math.max(a, b) + 1))
  const into = Array.from({ length: nodes }, (_, node) => node)
  const find = (node: number): number => {
    while (into[node] !== node) node = into[node]!
    return node
  }
  const kept = new Set(links)
  for (const link of [...links].sort((x, y) => x.length - y.length || x.a - y.a || x.b - y.b)) {
    if (link.length > contractMax) break
    const [low, high] = [find(link.a), find(link.b)].sort((x, y) => x - y)
    if (high! < witnesses) continue
    into[high!] = low!
    kept.delete(link)
  }
  return [...kept].map(({ a, b, length }) => ({ a: find(a), b: find(b), length }))
}

/** Edges away from the first witness, in the order in which they are met; of one node's the lowest first. */
function nameEdges(links: readonly NodeLink[], names: readonly string[]): readonly TreeEdge[] {
  const around = new Map<number, NodeLink[]>()
  for (const { a, b, length } of links) {
    around.set(a, [...(around.get(a) ?? []), { a, b, length }])
    around.set(b, [...(around.get(b) ?? []), { a: b, b: a, length }])
  }
  let hypothetical = 0
  const called = new Map<number, string>(names.map((name, node) => [node, name]))
  const nameOf = (node: number): string => {
    const name = called.get(node) ?? `*${++hypothetical}`
    called.set(node, name)
    return name
  }
  const edges: TreeEdge[] = []
  const met = new Set([0])
  for (const node of met)
    for (const { b, length } of (around.get(node) ?? []).sort((x, y) => x.b - y.b)) {
      if (met.has(b)) continue
      met.add(b)
      edges.push({ from: nameOf(node), to: nameOf(b), length: Math.round(length * 1e3) / 1e3 })
    }
  return edges
}
