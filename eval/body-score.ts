/** The text that was found on a page and the text that people say is its article. */
export interface BodyPair {
  readonly found: string
  readonly wanted: string
}

/** Precision and recall are averaged over the pages; F1 is that of the averages. */
export interface BodyScores {
  readonly precision: number
  readonly recall: number
  readonly F1: number
  /** The share of pages whose words are all right. */
  readonly exact: number
}

/** Scores by multisets of 4-word shingles, as scrapinghub/article-extraction-benchmark does. */
export function scoreBodies(pairs: readonly BodyPair[]): BodyScores {
  let precision = 0
  let recall = 0
  let exact = 0
  for (const pair of pairs) {
    const found = tokensOf(pair.found)
    const wanted = tokensOf(pair.wanted)
    const [foundShingles, wantedShingles] = [shingles(found), shingles(wanted)]
    const shared = sharedCount(foundShingles, wantedShingles)
    const [foundCount, wantedCount] = [sizeOf(foundShingles), sizeOf(wantedShingles)]
    precision += foundCount > 0 ? shared / foundCount : wantedCount > 0 ? 0 : 1
    recall += wantedCount > 0 ? shared / wantedCount : foundCount > 0 ? 0 : 1
    if (found.length === wanted.length && found.every((token, i) => token === wanted[i])) exact++
  }
  const [p, r] = [precision / pairs.length, recall / pairs.length]
  return { precision: p, recall: r, F1: (2 * p * r) / (p + r), exact: exact / pairs.length }
}

/** Python's `\w+`. */
export function tokensOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}_]+/gu) ?? []
}

function shingles(tokens: readonly string[]): ReadonlyMap<string, number> {
  if (tokens.length === 0) return new Map()
  const runs = Array.from({ length: Math.max(1, tokens.length - 3) }, (_, i) =>
    tokens.slice(i, i + 4).join(" "),
  )
  return counted(runs)
}

export function counted(items: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return counts
}

export function sizeOf(counts: ReadonlyMap<string, number>): number {
  let size = 0
  for (const count of counts.values()) size += count
  return size
}

export function sharedCount(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let shared = 0
  for (const [item, count] of a) shared += Math.min(count, b.get(item) ?? 0)
  return shared
}
