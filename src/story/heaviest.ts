/**
 * The places of the `most` heaviest of the first `count` weights, heaviest first; of equals the one with the lesser of
 * `ids`. Cost: the weights, and `most` for each that is kept on the way.
 */
export function heaviest(
  ids: ArrayLike<number>,
  weights: ArrayLike<number>,
  count: number,
  most: number,
): readonly number[] {
  const kept: number[] = []
  for (let place = 0; place < count; place++) {
    if (kept.length === most && !goesBefore(place, kept[most - 1]!)) continue
    let at = kept.length < most ? kept.length : most - 1
    for (; at > 0 && goesBefore(place, kept[at - 1]!); at--) kept[at] = kept[at - 1]!
    kept[at] = place
  }
  return kept

  function goesBefore(x: number, y: number): boolean {
    return weights[x]! > weights[y]! || (weights[x] === weights[y] && ids[x]! < ids[y]!)
  }
}
