import { lineBytesMax } from "../api/index.ts"
import type { Lineage } from "../reuse/index.ts"
import { compareSketched, sumTerms } from "./compare-sketched.ts"
import type { ReusePool } from "./index-in-workers.ts"
import type { KeptIndex } from "./kept-index.ts"
import type { FailedLine, ReuseAnswer, ReuseTask, SketchAnswer } from "./reuse-task.ts"
import { findFailures, gatherSketches } from "./sketched-reports.ts"
import { openSpool, type Spool } from "./spool.ts"
import { type SpooledLines, spoolLines } from "./spool-lines.ts"
import { openWorkerPool } from "./worker-pool.ts"

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
    const { answers, failures, terms, pool } = await sketchAll(input, spool, null, options)
    try {
      const reports = gatherSketches(answers.splice(0), spool.descriptor)
      const counts = await sumTerms(pool, reports.texts, terms)
      return { lineage: await compareSketched(pool, reports, counts), failures }
    } finally {
      await pool.close()
    }
  } finally {
    spool.close()
  }
}

/**
 * The same for the reports of `input` and those kept in the index together, of which the former are kept there then: the
 * part of their lineage that names a new report. What was kept is not read again, but for what shares text with others.
 */
export async function lineageWithIndex(
  input: AsyncIterable<Uint8Array>,
  index: KeptIndex,
  options: StreamOptions,
): Promise<StreamedLineage> {
  const { answers, failures, terms, pool } = await sketchAll(input, index.reports, index.kept, options)
  try {
    const known = new Set(index.kept?.ids ?? [])
    const reports = gatherSketches(answers.splice(0), index.reports.descriptor)
    const counts = await sumTerms(pool, reports.texts, index.kept ? [index.counts, ...terms] : terms)
    if (reports.ids.length > known.size) index.save(reports, counts)
    const lineage = await compareSketched(pool, reports, counts)
    return { lineage: naming(lineage, (id) => !known.has(id)), failures }
  } finally {
    await pool.close()
  }
}

/** What of a lineage names a report that `isAsked`. */
function naming(lineage: Lineage, isAsked: (id: string) => boolean): Lineage {
  const { links, texts, rewrites, background } = lineage
  return {
    ...lineage,
    links: links.filter(({ a, b }) => isAsked(a) || isAsked(b)),
    texts: texts.filter(({ members }) => members.some(isAsked)),
    rewrites: rewrites.filter(
      ({ report, source }) => isAsked(report) || (source !== null && isAsked(source)),
    ),
    background: background.filter(({ report }) => isAsked(report)),
  }
}

interface AllSketches {
  readonly answers: SketchAnswer[]
  readonly failures: readonly FailedLine[]
  /** What each thread has counted. */
  readonly terms: readonly Uint32Array[]
  readonly pool: ReusePool
}

/**
 * Sketches every line, behind what is kept already. Where an id stands twice the lines are gone through again without the later ones, since their
 * words have been counted.
 */
async function sketchAll(
  input: AsyncIterable<Uint8Array>,
  spool: Spool,
  kept: SketchAnswer | null,
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
    const first = [...(kept ? [kept] : []), ...(await Promise.all(answers))]
    const { failures, taken } = findFailures(first)
    if (taken.length === 0) return { answers: first, failures, terms: await countTerms(pool), pool }
    await pool.close()
    const again = await sketchAgain(batches, taken, spool, threads)
    return { ...again, answers: [...(kept ? [kept] : []), ...again.answers], failures }
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

function openReusePool(threads: number): ReusePool {
  return openWorkerPool<ReuseTask, ReuseAnswer>("reuse-worker", threads)
}

async function countTerms(pool: ReusePool): Promise<readonly Uint32Array[]> {
  return (await pool.askEach({ kind: "count-terms" })) as readonly Uint32Array[]
}
