/** The nodes reached from `start` over `around`, in the order in which they are met, and what each is reached from; -1 for `start`. */
export function walkTree(
  start: number,
  around: readonly (readonly number[])[],
): { readonly order: readonly number[]; readonly from: ReadonlyMap<number, number> } {
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
