/** `items` in their order, cut into runs of at least one item and about `weightMax` by weight. */
export function inBatches<Item>(
  items: readonly Item[],
  weightMax: number,
  weightOf: (item: Item) => number,
): readonly (readonly Item[])[] {
  const batches: Item[][] = []
  let weight = Number.POSITIVE_INFINITY
  for (const item of items) {
    if (weight >= weightMax) {
      batches.push([])
      weight = 0
    }
    batches.at(-1)!.push(item)
    weight += weightOf(item)
  }
  return batches
}
