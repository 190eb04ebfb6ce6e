/**
 * Groups of items that hang together over `alike` pairs. Only pairs that share a key are compared, and keys that more
 * than `postingsMax` items have are left out, so that the cost stays near the number of items. Groups keep the order
 * of their first items; so the result does not depend on more than the order of `items`.
 */
export function linkedGroups<Item>(
  items: readonly Item[],
  keysOf: (item: Item) => Iterable<string>,
  alike: (a: Item, b: Item) => boolean,
): readonly (readonly Item[])[] {
  const parents = items.map((_, i) => i)
  const rootOf = (i: number): number => {
    let root = i
    while (parents[root] !== root) root = parents[root]!
    for (let at = i; parents[at] !== root; ) [at, parents[at]] = [parents[at]!, root]
    return root
  }
  const postings = new Map<string, number[]>()
  items.forEach((item, i) => {
    for (const key of new Set(keysOf(item))) {
      const list = postings.get(key)
      if (list) list.push(i)
      else postings.set(key, [i])
    }
  })
  for (const list of postings.values()) {
    if (list.length > postingsMax) continue
    for (let b = 1; b < list.length; b++) {
      for (let a = 0; a < b; a++) {
        const [rootA, rootB] = [rootOf(list[a]!), rootOf(list[b]!)]
        if (rootA !== rootB && alike(items[list[a]!]!, items[list[b]!]!))
          parents[Math.max(rootA, rootB)] = Math.min(rootA, rootB)
      }
    }
  }
  const groups = new Map<number, Item[]>()
  items.forEach((item, i) => {
    const root = rootOf(i)
    const group = groups.get(root)
    if (group) group.push(item)
    else groups.set(root, [item])
  })
  return [...groups.values()]
}

const postingsMax = 400
