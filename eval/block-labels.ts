import { tokensOf } from "./body-score.ts"

/** Tokens in a row that tell a passage. */
const runLength = 4
/** A text with fewer tokens is looked for between its neighbours, since it may stand anywhere. */
const longMin = 6

/**
 * Of each text in page order, the share of it that stands in the labelled `body`, or -1 of a text without words.
 * `isLikely` says which texts are looked for first: of two copies of one text one is the article's.
 */
export function labelTexts(
  texts: readonly string[],
  isLikely: readonly boolean[],
  body: string,
): readonly number[] {
  const wanted = tokensOf(body)
  const tokens = texts.map(tokensOf)
  const labels = new Array<number>(texts.length).fill(0)
  const spans = new Array<Span | null>(texts.length).fill(null)
  labelLong(tokens, isLikely, wanted, labels, spans)
  labelShort(tokens, wanted, labels, spans)
  return labels
}

interface Span {
  readonly start: number
  readonly end: number
}

function labelLong(
  texts: readonly (readonly string[])[],
  isLikely: readonly boolean[],
  wanted: readonly string[],
  labels: number[],
  spans: (Span | null)[],
): void {
  const places = new Map<string, number[]>()
  for (const [at, run] of runsOf(wanted).entries()) {
    const list = places.get(run)
    if (list) list.push(at)
    else places.set(run, [at])
  }
  const used = new Set<number>()
  for (const likely of [true, false]) {
    let from = 0
    for (const [index, text] of texts.entries()) {
      if (isLikely[index] !== likely || text.length < longMin) continue
      const runs = runsOf(text)
      const found = new Set<number>()
      for (const run of runs) {
        const free = places.get(run)?.filter((place) => !used.has(place) && !found.has(place)) ?? []
        const place = free.find((at) => at >= from) ?? free[0]
        if (place !== undefined) found.add(place)
      }
      labels[index] = found.size / runs.length
      if (labels[index]! < 0.5) continue
      const sorted = [...found].sort((a, b) => a - b)
      const middle = sorted[sorted.length >> 1]!
      const start = Math.max(sorted[0]!, middle - text.length)
      spans[index] = { start, end: Math.min(sorted.at(-1)! + runLength, middle + text.length) }
      for (const place of found) used.add(place)
      from = start
    }
  }
}

function labelShort(
  texts: readonly (readonly string[])[],
  wanted: readonly string[],
  labels: number[],
  spans: readonly (Span | null)[],
): void {
  const folded = wanted.map((token) => token.toLowerCase())
  let passed = 0
  for (const [index, text] of texts.entries()) {
    const span = spans[index]
    if (span) passed = Math.max(passed, span.end)
    if (span || text.length >= longMin) continue
    if (text.length === 0) {
      labels[index] = -1
      continue
    }
    const next = spans.slice(index + 1).find((other) => other !== null)?.start ?? wanted.length
    const sought = text.map((token) => token.toLowerCase())
    for (let at = Math.max(0, passed - 1); at + sought.length <= Math.min(wanted.length, next + 1); at++)
      if (sought.every((token, i) => folded[at + i] === token)) {
        labels[index] = 1
        passed = at + sought.length
        break
      }
  }
}

function runsOf(tokens: readonly string[]): readonly string[] {
  return Array.from({ length: Math.max(tokens.length > 0 ? 1 : 0, tokens.length - runLength + 1) }, (_, i) =>
    tokens.slice(i, i + runLength).join(" "),
  )
}
