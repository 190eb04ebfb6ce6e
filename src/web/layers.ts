import type { Span } from "../base/index.ts"

/** A run of text under the same layers from its first unit to its last. */
export interface LayeredRun<Layer> extends Span {
  /** In the order of their first span, the longer first. */
  readonly layers: readonly Layer[]
}

/**
 * Cuts `within` at every boundary of a layer, so that overlapping marks become runs side by side. The runs cover
 * `within` without a hole. Layers outside it are left out; an empty layer cuts nothing. It is
 * also cut at `places`.
 */
export function cutLayers<Layer extends Span>(
  within: Span,
  layers: readonly Layer[],
  places: readonly number[] = [],
): readonly LayeredRun<Layer>[] {
  const inside = layers
    .filter((layer) => layer.start < within.end && within.start < layer.end && layer.start < layer.end)
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const cuts = new Set([within.start, within.end])
  for (const place of places) if (within.start < place && place < within.end) cuts.add(place)
  for (const layer of inside) {
    cuts.add(Math.max(within.start, layer.start))
    cuts.add(Math.min(within.end, layer.end))
  }
  const edges = [...cuts].sort((a, b) => a - b)
  const runs: LayeredRun<Layer>[] = []
  let next = 0
  let open: Layer[] = []
  for (let i = 0; i + 1 < edges.length; i++) {
    const [start, end] = [edges[i]!, edges[i + 1]!]
    while (next < inside.length && inside[next]!.start <= start) open.push(inside[next++]!)
    open = open.filter((layer) => layer.end > start)
    runs.push({ start, end, layers: [...open] })
  }
  return runs
}
