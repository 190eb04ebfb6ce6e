import { type Span, spanContains, spansOverlap } from "../base/index.ts"
import { type AnalysedReport, firstTokenFrom, isWordToken } from "../language/index.ts"
import { lastStartingBefore } from "./witness.ts"

export interface Words {
  readonly hashes: readonly number[]
  readonly spans: readonly Span[]
  /** From the first to the last. */
  readonly span: Span
}

/** The words of a report, or of a stretch of it; never in part. */
export function wordsOf({ article, analysis }: AnalysedReport, within?: Span): Words {
  const { tokens } = analysis
  const hashes: number[] = []
  const spans: Span[] = []
  const to = within?.end ?? article.text.length
  const first = within ? Math.max(0, firstTokenFrom(tokens, within.start) - 1) : 0
  for (let i = first; i < tokens.count && tokens.starts[i]! < to; i++) {
    const span = { start: tokens.starts[i]!, end: tokens.ends[i]! }
    if (!isWordToken(tokens, i) || (within && !spansOverlap(span, within))) continue
    hashes.push(tokens.hashes[i]!)
    spans.push(span)
  }
  return { hashes, spans, span: { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 } }
}

/** Where the same words stand in a row again, in order; with `within`, those there. None where none are wanted. */
export function* wordsAgain(wanted: Pick<Words, "hashes">, theirs: Words, within?: Span): Generator<Span> {
  const [first] = wanted.hashes
  if (first === undefined) return
  const from = within === undefined ? 0 : lastStartingBefore(theirs.spans, within.start) + 1
  for (let at = theirs.hashes.indexOf(first, from); at >= 0; at = theirs.hashes.indexOf(first, at + 1)) {
    if (within !== undefined && theirs.spans[at]!.start >= within.end) return
    if (!wanted.hashes.every((hash, i) => theirs.hashes[at + i] === hash)) continue
    const span = { start: theirs.spans[at]!.start, end: theirs.spans[at + wanted.hashes.length - 1]!.end }
    if (within === undefined || spanContains(within, span)) yield span
  }
}

/** What an edit took out, as values: they may be spelt otherwise elsewhere. */
export interface LostValues {
  /** Of figures and times, as `valuesIn` has them. */
  readonly values: ReadonlySet<string>
  /** The hashes of the last names of persons. */
  readonly surnames: readonly number[]
}

export function lostValues(
  before: AnalysedReport,
  after: AnalysedReport,
  edit: { readonly before: Span; readonly after: Span },
): LostValues {
  const kept = valuesIn(after, edit.after)
  const now = new Set(wordsOf(after, edit.after).hashes)
  const surnames = before.analysis.names.flatMap(({ kind, mentions }) =>
    kind !== "person" && kind !== null
      ? []
      : mentions.flatMap((mention) => {
          if (!spansOverlap(mention, edit.before)) return []
          const { hashes, spans } = wordsOf(before, mention)
          const [hash, span] = [hashes.at(-1), spans.at(-1)]
          return hash === undefined || now.has(hash) || !spansOverlap(span!, edit.before) ? [] : [hash]
        }),
  )
  return {
    values: new Set([...valuesIn(before, edit.before)].filter((value) => !kept.has(value))),
    surnames: [...new Set(surnames)],
  }
}

/** Where a report prints any of the values, in whatever spelling. */
export function* sameValues(lost: LostValues, { analysis }: AnalysedReport, theirs: Words): Generator<Span> {
  if (lost.values.size > 0)
    for (const one of [...analysis.figures, ...analysis.times]) {
      const value = valueKey(one)
      if (value !== null && lost.values.has(value)) yield { start: one.start, end: one.end }
    }
  for (const surname of lost.surnames) yield* wordsAgain({ hashes: [surname] }, theirs)
}

/** The figures and times that overlap a stretch, each as one string. */
export function valuesIn({ analysis }: AnalysedReport, span: Span): ReadonlySet<string> {
  const values = new Set<string>()
  for (const items of [analysis.figures, analysis.times])
    for (let at = lastStartingBefore(items, span.end); at >= 0 && items[at]!.end > span.start; at--) {
      const value = valueKey(items[at]!)
      if (value !== null) values.add(value)
    }
  return values
}

type Valued = AnalysedReport["analysis"]["figures"][number] | AnalysedReport["analysis"]["times"][number]

/** Null of what is open or unknown. */
function valueKey(one: Valued): string | null {
  if ("value" in one) return one.value === null ? null : String(one.value)
  return one.from === null && one.to === null ? null : `${one.from} ${one.to}`
}
