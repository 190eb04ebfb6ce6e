/** At most `most` of `items`, evenly spread, the first among them. */
export function evenlySpread(items: ArrayLike<number>, most: number): readonly number[] {
  const count = Math.min(most, items.length)
  return Array.from({ length: count }, (_, i) => items[Math.floor((i * items.length) / count)]!)
}
