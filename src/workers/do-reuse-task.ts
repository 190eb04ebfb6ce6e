import { mergeSpans } from "../base/index.ts"
import { borrowTokens } from "../language/index.ts"
import {
  buildPostingPart,
  type CandidateColumns,
  clearReport,
  countedSpan,
  countedWords,
  type Fingerprints,
  fingerprint,
  isSuspect,
  type KnownReport,
  type PreparedReport,
  type PrintColumns,
  pairAligner,
  pairRanks,
  printColumns,
  type Retelling,
  rareTerms,
  sequenceKey,
  sketcher,
  spreadRuns,
  tellingComparer,
  termCounter,
  weighTerms,
} from "../reuse/index.ts"
import { readSpooled, spooledTexts, spooledWords, spooledWordsFirst } from "./read-spooled.ts"
import {
  type ClearedReport,
  type ClearTask,
  type FailedLine,
  type FoundAlignment,
  type ReportOrigin,
  type ReuseAnswer,
  type ReuseTask,
  type SketchAnswer,
  type SketchTask,
  sketched,
  suspect,
  type TextPlaces,
  type WordCounts,
} from "./reuse-task.ts"
import { openSpool, type Spool } from "./spool.ts"

/** Texts that one task holds read, at most. */
const textsKept = 512
const wordsKept = 8_192

/** Does the tasks of one thread: it remembers the texts that it has sketched. */
export function reuseTasks(): (task: ReuseTask) => ReuseAnswer {
  const terms = termCounter()
  const sketch = sketcher(terms)
  let words: Spool | null = null
  return (task) => {
    switch (task.kind) {
      case "sketch":
        words ??= openSpool()
        return sketchLines(task, sketch, words)
      case "count-terms":
        return terms.counts()
      case "recount-terms":
        return recountTerms(spooledTexts(task.texts, 1), task.places)
      case "rare-terms":
        return rareTermsOf(task.texts, task.weights, task.first, task.last)
      case "postings":
        return buildPostingPart(task.prints, task.textOfRank, task.part, task.parts)
      case "background":
        return spreadRuns(
          {
            load: spooledTexts(task.texts, textsKept),
            printed: spooledWords(task.texts, task.prints, wordsKept),
          },
          task.index,
          task.first,
          task.last,
        )
      case "clear":
        return clearReports(task)
      case "pairs":
        return pairRanks(task.index, task.first, task.last, task.limits)
      case "align":
        return alignPairs(spooledWordsFirst(task.texts, { textsKept, wordsKept }), task)
      case "tell":
        return tellPairs(task.texts, task.weights, task)
    }
  }
}

function sketchLines(
  { descriptor, lines, skip }: SketchTask,
  sketch: ReturnType<typeof sketcher>,
  words: Spool,
): SketchAnswer {
  const columns: Uint32Array[] = []
  const wordStarts: number[] = []
  let wordsEnd = words.length
  const keepWords = (prints: Fingerprints | undefined, hashes: Uint32Array): void => {
    wordStarts.push(wordsEnd)
    if (!prints) return
    columns.push(hashes, prints.places)
    wordsEnd += 4 * (prints.places.length + hashes.length)
  }
  const skipped = new Set(skip)
  const failures: FailedLine[] = []
  const rows: { number: number; start: number; length: number; sketch: ReturnType<typeof sketch> }[] = []
  const [ids, origins]: [string[], (ReportOrigin | null)[]] = [[], []]
  for (const line of readSpooled(descriptor, lines)) {
    if (!line.ok) failures.push(line.failure)
    else if (!skipped.has(line.number)) {
      const { number, start, length, report } = line
      ids.push(report.id)
      origins.push(originOf(report))
      const own = { tokens: borrowTokens(report.text), setAside: mergeSpans(report.setAside ?? []) }
      const counted = countedWords(own)
      const made = sketch(own, counted)
      keepWords(made.columns?.prints, counted.hashes)
      rows.push({ number, start, length, sketch: made })
    }
  }
  words.append(bytesOf(columns))
  const column = (value: (row: (typeof rows)[number]) => number): Uint32Array => Uint32Array.from(rows, value)
  const empty = new Uint32Array(0)
  return {
    ids,
    lineNumbers: column(({ number }) => number),
    starts: Float64Array.from(rows, ({ start }) => start),
    lengths: column(({ length }) => length),
    wordCounts: column((row) => row.sketch.wordCount),
    spanStarts: column((row) => row.sketch.span.start),
    spanEnds: column((row) => row.sketch.span.end),
    keys: rows.map((row) => row.sketch.key),
    states: Uint8Array.from(rows, ({ sketch: { columns } }) =>
      columns === null ? 0 : columns.suspect ? suspect : sketched,
    ),
    prints: printColumns(rows.map((row) => row.sketch.columns?.prints ?? { hashes: empty })),
    wordFile: words.descriptor,
    wordStarts: Float64Array.from(wordStarts),
    origins,
    failures,
  }
}

function bytesOf(columns: readonly Uint32Array[]): Uint8Array {
  const all = new Uint32Array(columns.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const column of columns) {
    all.set(column, at)
    at += column.length
  }
  return new Uint8Array(all.buffer)
}

function clearReports({ reports, places, runs }: ClearTask): readonly ClearedReport[] {
  const load = spooledTexts(reports, 1)
  return Array.from(places, (place, i) => {
    const { passages, cleared } = clearReport(load(place), runs[i]!)
    const { report, words } = cleared
    return {
      passages,
      wordCount: words.count,
      span: countedSpan(report, words),
      key: sequenceKey(words),
      suspect: isSuspect(words),
      prints: fingerprint(words).hashes,
    }
  })
}

function originOf({
  published = null,
  outlet = null,
  site = null,
  credits = [],
}: KnownReport): ReportOrigin | null {
  const known = published !== null || outlet !== null || site !== null || credits.length > 0
  return known ? { published, outlet, site, credits } : null
}

function recountTerms(load: (text: number) => PreparedReport, places: Uint32Array): Uint32Array {
  const terms = termCounter()
  for (const place of places) terms.add(load(place).words.hashes)
  return terms.counts()
}

function rareTermsOf(
  texts: TextPlaces,
  { counts, texts: total }: WordCounts,
  first: number,
  last: number,
): PrintColumns {
  const load = spooledWordsFirst(texts, { textsKept: 1, wordsKept: 1 })
  const weights = weighTerms(counts, total)
  return printColumns(
    Array.from({ length: last - first }, (_, i) => ({
      hashes: rareTerms(load(first + i).words.hashes, weights),
    })),
  )
}

function alignPairs(
  load: (text: number) => PreparedReport,
  { a, b }: CandidateColumns,
): readonly FoundAlignment[] {
  const align = pairAligner(load)
  const found: FoundAlignment[] = []
  for (let place = 0; place < a.length; place++) {
    const alignment = align(a[place]!, b[place]!)
    if (alignment) found.push({ place, link: alignment.link, passages: alignment.passages })
  }
  return found
}

function tellPairs(
  texts: TextPlaces,
  { counts, texts: total }: WordCounts,
  { a, b }: CandidateColumns,
): readonly (Retelling | null)[] {
  const compare = tellingComparer(spooledTexts(texts, 1), weighTerms(counts, total))
  return Array.from(a, (text, place) => compare(text, b[place]!))
}
