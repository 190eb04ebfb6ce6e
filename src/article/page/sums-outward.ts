/** A thing that lies in another, whose element begins before its own. */
interface Nested<Self> {
  readonly outer: Self | null
  readonly order: number
}

/**
 * The sums of `own` over each thing and all that lies in it, in time linear in the things met on the way out, however
 * deep they nest.
 */
export function sumsOutward<Thing>(
  own: ReadonlyMap<Thing, number>,
  nestingOf: (thing: Thing) => Nested<Thing>,
): ReadonlyMap<Thing, number> {
  const sums = new Map<Thing, number>(own)
  const things = new Set<Thing>()
  for (const thing of own.keys())
    for (let at: Thing | null = thing; at !== null && !things.has(at); at = nestingOf(at).outer)
      things.add(at)
  for (const thing of [...things].sort((a, b) => nestingOf(b).order - nestingOf(a).order)) {
    const { outer } = nestingOf(thing)
    if (outer !== null) sums.set(outer, (sums.get(outer) ?? 0) + (sums.get(thing) ?? 0))
  }
  return sums
}
