/** Nodes in the order in which they are met, and what each is reached from; -1 for the first. */
export interface TreeWalk {
  readonly order: readonly number[]
  readonly from: ReadonlyMap<number, number>
}

/** Every tree of a forest once, from its least node. */
export function walkForest(around: readonly (readonly number[])[]): readonly TreeWalk[] {
  const seen = new Set<number>()
  const walks: TreeWalk[] = []
  for (let start = 0; start < around.length; start++) {
    if (seen.has(start)) continue
    const walk = walkTree(start, around)
    for (const node of walk.order) seen.add(node)
    walks.push(walk)
  }
  return walks
}

/** What is reached from `start` over `around`. */
export function walkTree(start: number, around: readonly (readonly number[])[]): TreeWalk {
  const order = [start]
  const from = new Map([[start, -1]])
  for (const place of order)
    for (const other of around[place]!)
      if (!from.has(other)) {
        from.set(other, place)
        order.push(other)
      }
  return { order, from }
}
