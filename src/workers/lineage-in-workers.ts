import { lineBytesMax } from "../api/index.ts"
import { compareStrings } from "../base/index.ts"
import {
  type Alignment,
  type Comparison,
  composeLineage,
  hasRareWords,
  identicalLinks,
  joinPairs,
  joinPostingParts,
  type Lineage,
  type PairColumns,
  type PairLimits,
  type PostingPart,
  type PreparedReport,
  type PrintColumns,
  pairLimits,
  pairsWorthTelling,
  postingPartsOf,
  type Retelling,
  rankTexts,
  retellingLimits,
  sharedColumn,
  textCount,
} from "../reuse/index.ts"
import { spooledTexts } from "./read-spooled.ts"
import type { FailedLine, FoundAlignment, ReuseAnswer, ReuseTask, SketchAnswer } from "./reuse-task.ts"
import { type DistinctTexts, findFailures, gatherSketches, type SketchedReports } from "./sketched-reports.ts"
import { openSpool, type Spool } from "./spool.ts"
import { type SpooledLines, spoolLines } from "./spool-lines.ts"
import { StoredReport } from "./stored-report.ts"
import { openWorkerPool, type WorkerPool } from "./worker-pool.ts"

/** The lineage of the reports of a stream of lines, and the lines that gave no report. */
export interface StreamedLineage {
  readonly lineage: Lineage
  /** In the order of the lines. */
  readonly failures: readonly FailedLine[]
}

export interface StreamOptions {
  readonly threads: number
  /** Lines are handed to the threads about so many bytes at a time. */
  readonly batchBytesMin: number
}

type Pool = WorkerPool<ReuseTask, ReuseAnswer>

/** Texts, or pairs of them, in one task. */
const textsPerTask = 16_384
const pairsPerTask = 1_024
/** Texts kept read here while the findings are put together. */
const textsKept = 4_096

/**
 * The lineage that `traceLineage` makes of the reports of `input`, JSON Lines as `variorum reuse` takes them, done by
 * threads side by side. The lines go to a file without a name; what stays in memory is some hundred numbers a report,
 * and the findings.
 */
export async function lineageInWorkers(
  input: AsyncIterable<Uint8Array>,
  options: StreamOptions,
): Promise<StreamedLineage> {
  const spool = openSpool()
  try {
    const { answers, failures, terms, pool } = await sketchAll(input, spool, options)
    try {
      const reports = gatherSketches(answers, spool.descriptor)
      answers.length = 0
      return { lineage: await compareSketched(pool, reports, terms), failures }
    } finally {
      await pool.close()
    }
  } finally {
    spool.close()
  }
}

interface AllSketches {
  readonly answers: SketchAnswer[]
  readonly failures: readonly FailedLine[]
  /** What each thread has counted. */
  readonly terms: readonly Uint32Array[]
  readonly pool: Pool
}

/**
 * Sketches every line. Where an id stands twice the lines are gone through again without the later ones, since their
 * words have been counted.
 */
async function sketchAll(
  input: AsyncIterable<Uint8Array>,
  spool: Spool,
  { threads, batchBytesMin }: StreamOptions,
): Promise<AllSketches> {
  const pool = openReusePool(threads)
  const batches: SpooledLines[] = []
  const answers: Promise<SketchAnswer>[] = []
  try {
    for await (const lines of spoolLines(input, spool, { batchBytesMin, lineBytesMax })) {
      await pool.room()
      batches.push(lines)
      const answer = pool.ask({ kind: "sketch", descriptor: spool.descriptor, lines, skip: [] })
      answer.catch(() => {})
      answers.push(answer as Promise<SketchAnswer>)
    }
    const first = await Promise.all(answers)
    const { failures, taken } = findFailures(first)
    if (taken.length === 0) return { answers: first, failures, terms: await countTerms(pool), pool }
    await pool.close()
    return { ...(await sketchAgain(batches, taken, spool, threads)), failures }
  } catch (error) {
    await pool.close()
    throw error
  }
}

async function sketchAgain(
  batches: readonly SpooledLines[],
  taken: readonly number[],
  spool: Spool,
  threads: number,
): Promise<Omit<AllSketches, "failures">> {
  const pool = openReusePool(threads)
  let next = 0
  const tasks = batches.map((lines, i): ReuseTask => {
    const end = batches[i + 1]?.firstLine ?? Number.POSITIVE_INFINITY
    const from = next
    while (next < taken.length && taken[next]! < end) next++
    return { kind: "sketch", descriptor: spool.descriptor, lines, skip: taken.slice(from, next) }
  })
  const answers = (await pool.run(tasks)) as SketchAnswer[]
  return { answers, terms: await countTerms(pool), pool }
}

function openReusePool(threads: number): Pool {
  return openWorkerPool<ReuseTask, ReuseAnswer>("reuse-worker", threads)
}

async function countTerms(pool: Pool): Promise<readonly Uint32Array[]> {
  return (await pool.askEach({ kind: "count-terms" })) as readonly Uint32Array[]
}

async function compareSketched(
  pool: Pool,
  reports: SketchedReports,
  terms: readonly Uint32Array[],
): Promise<Lineage> {
  const { texts, families } = reports
  const pairs = await pairInWorkers(pool, texts.prints, pairLimits)
  const found = await alignInWorkers(pool, texts, pairs)
  const aligned = new Set(found.map(({ a, b }) => a * families.length + b))
  const told = await tellInWorkers(pool, texts, terms)
  const involved = new Set<number>()
  for (const { a, b } of [...found, ...told]) involved.add(a).add(b)
  for (const [text, family] of families.entries())
    if (family.length > 1 || texts.suspects[text] === 1) involved.add(text)
  const shown = Uint32Array.from(involved).sort()
  const placeOf = new Map(Array.from(shown, (text, place) => [text, place]))
  const stored = storedFamilies(reports, shown)
  const lineage = composeLineage({
    families: stored,
    alignments: found.map(({ a, b, link, passages }): Alignment => {
      const [x, y] = [stored[placeOf.get(a)!]![0]!, stored[placeOf.get(b)!]![0]!]
      return { a: x, b: y, link, passages }
    }),
    suspects: stored.flatMap(([first], place) => (texts.suspects[shown[place]!] === 1 ? [first!] : [])),
    compared: told.map(
      ({ a, b, telling }): Comparison => ({
        a: placeOf.get(a)!,
        b: placeOf.get(b)!,
        telling,
        linked: aligned.has(a * families.length + b),
      }),
    ),
    identical: families.flatMap((family) =>
      family.length === 1
        ? []
        : identicalLinks(
            family.map((place) => ({
              id: reports.ids[place]!,
              wordCount: reports.wordCounts[place]!,
              span: { start: reports.spanStarts[place]!, end: reports.spanEnds[place]! },
            })),
          ),
    ),
  })
  return withSingles(lineage, reports, involved)
}

/** The same with the texts that share nothing, each a group of its own. */
function withSingles(lineage: Lineage, reports: SketchedReports, involved: ReadonlySet<number>): Lineage {
  const singles = reports.families.flatMap((family, text) =>
    involved.has(text) ? [] : [{ members: [reports.ids[family[0]!]!], origin: null }],
  )
  const texts = [...lineage.texts, ...singles]
  return { ...lineage, texts: texts.sort((x, y) => compareStrings(x.members[0]!, y.members[0]!)) }
}

function storedFamilies(
  reports: SketchedReports,
  shown: Uint32Array,
): readonly (readonly PreparedReport[])[] {
  const load = spooledTexts(reports.places, textsKept)
  return Array.from(shown, (text) =>
    reports.families[text]!.map(
      (place) =>
        new StoredReport(reports.ids[place]!, reports.wordCounts[place]!, reports.origins[place]!, () =>
          load(place),
        ),
    ),
  )
}

async function pairInWorkers(pool: Pool, prints: PrintColumns, limits: PairLimits): Promise<PairColumns> {
  const textOfRank = rankTexts(prints)
  const parts = postingPartsOf(prints)
  const postings = await pool.run(
    Array.from(
      { length: parts },
      (_, part): ReuseTask => ({ kind: "postings", prints, textOfRank, part, parts }),
    ),
  )
  const index = joinPostingParts(textOfRank, postings as readonly PostingPart[])
  const found = await pool.run(
    ranges(textCount(prints), textsPerTask).map(
      ([first, last]): ReuseTask => ({ kind: "pairs", index, limits, first, last }),
    ),
  )
  return joinPairs(textCount(prints), found as readonly PairColumns[])
}

interface TextPair {
  readonly a: number
  readonly b: number
}

async function alignInWorkers(
  pool: Pool,
  texts: DistinctTexts,
  { a, b }: PairColumns,
): Promise<readonly (FoundAlignment & TextPair)[]> {
  const cuts = ranges(a.length, pairsPerTask)
  const answers = await pool.run(
    cuts.map(
      ([first, last]): ReuseTask => ({
        kind: "align",
        texts: texts.places,
        a: a.slice(first, last),
        b: b.slice(first, last),
      }),
    ),
  )
  return cuts.flatMap(([first], i) =>
    (answers[i] as readonly FoundAlignment[]).map((found) => ({
      ...found,
      a: a[first + found.place]!,
      b: b[first + found.place]!,
    })),
  )
}

async function tellInWorkers(
  pool: Pool,
  texts: DistinctTexts,
  terms: readonly Uint32Array[],
): Promise<readonly (TextPair & { readonly telling: Retelling })[]> {
  const total = texts.wordCounts.length
  if (!hasRareWords(total)) return []
  const counts = await sumTerms(pool, texts, terms)
  const words = { words: texts.terms, wordCounts: texts.wordCounts, counts }
  const rare = (await pool.run(
    ranges(total, textsPerTask).map(
      ([first, last]): ReuseTask => ({ kind: "rare-terms", terms: words, first, last }),
    ),
  )) as readonly PrintColumns[]
  const prints = joinPrints(rare)
  const pairs = await pairInWorkers(pool, prints, retellingLimits)
  const places = pairsWorthTelling(pairs, prints)
  const [a, b] = [places.map((place) => pairs.a[place]!), places.map((place) => pairs.b[place]!)]
  const cuts = ranges(places.length, pairsPerTask)
  const answers = (await pool.run(
    cuts.map(
      ([first, last]): ReuseTask => ({
        kind: "tell",
        texts: texts.places,
        counts,
        a: a.slice(first, last),
        b: b.slice(first, last),
      }),
    ),
  )) as readonly (readonly (Retelling | null)[])[]
  return answers.flatMap((tellings, i) =>
    tellings.flatMap((telling, at) => {
      const place = cuts[i]![0] + at
      return telling ? [{ a: a[place]!, b: b[place]!, telling }] : []
    }),
  )
}

/** How many distinct texts have the words of each bucket: those that several threads have counted are taken off again. */
async function sumTerms(
  pool: Pool,
  texts: DistinctTexts,
  terms: readonly Uint32Array[],
): Promise<Uint32Array> {
  const sum = sharedColumn(terms[0]!.length)
  for (const counts of terms) for (let i = 0; i < sum.length; i++) sum[i]! += counts[i]!
  const again: number[] = []
  for (const [text, counted] of texts.counted.entries())
    for (let time = 1; time < counted; time++) again.push(text)
  if (again.length === 0) return sum
  const places = Uint32Array.from(again)
  const perTask = Math.ceil(places.length / pool.threads)
  const recounted = await pool.run(
    ranges(places.length, perTask).map(
      ([first, last]): ReuseTask => ({
        kind: "recount-terms",
        texts: texts.places,
        places: places.slice(first, last),
      }),
    ),
  )
  for (const counts of recounted as readonly Uint32Array[])
    for (let i = 0; i < sum.length; i++) sum[i]! -= counts[i]!
  return sum
}

function joinPrints(parts: readonly PrintColumns[]): PrintColumns {
  const starts = sharedColumn(parts.reduce((sum, part) => sum + textCount(part), 0) + 1)
  const hashes = sharedColumn(parts.reduce((sum, part) => sum + part.hashes.length, 0))
  let [text, at] = [0, 0]
  for (const part of parts) {
    hashes.set(part.hashes, at)
    for (let i = 0; i < textCount(part); i++) starts[text++] = at + part.starts[i]!
    at += part.hashes.length
  }
  starts[text] = at
  return { starts, hashes }
}

/** [0, total) cut into ranges of `size`. */
function ranges(total: number, size: number): readonly (readonly [number, number])[] {
  return Array.from({ length: Math.ceil(total / size) }, (_, i) => [
    i * size,
    Math.min(total, (i + 1) * size),
  ])
}
