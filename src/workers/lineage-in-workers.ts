import { lineBytesMax } from "../api/index.ts"
import type { Lineage } from "../reuse/index.ts"
import { compareSketched } from "./compare-sketched.ts"
import type { ReusePool } from "./index-in-workers.ts"
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
  readonly pool: ReusePool
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

function openReusePool(threads: number): ReusePool {
  return openWorkerPool<ReuseTask, ReuseAnswer>("reuse-worker", threads)
}

async function countTerms(pool: ReusePool): Promise<readonly Uint32Array[]> {
  return (await pool.askEach({ kind: "count-terms" })) as readonly Uint32Array[]
}
