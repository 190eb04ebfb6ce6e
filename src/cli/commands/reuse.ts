import { availableParallelism } from "node:os"
import { resolve } from "node:path"
import {
  backgroundNote,
  cutNote,
  decodeFingerprints,
  decodeReusePair,
  decodeReuseReport,
  encodeCandidatePair,
  encodeFingerprints,
  encodeLink,
  type LineFailure,
  lineageLines,
} from "../../api/index.ts"
import { fail, type Result } from "../../base/index.ts"
import {
  alignReports,
  countedWords,
  fingerprint,
  type Lineage,
  pair,
  traceLineage,
} from "../../reuse/index.ts"
import {
  lineageInWorkers,
  lineageWithIndex,
  openKeptIndex,
  type StreamedLineage,
} from "../../workers/index.ts"
import type { CommandSpec } from "../command-spec.ts"
import { runGatheringFilter, runLineFilter, writeLines } from "../filter.ts"
import { type ExitStatus, exitStatus, type Io } from "../io.ts"

/** Who shares whose text: links, groups and rewrites out; or one step of the way, for shards. */
export const reuseCommand: CommandSpec = {
  name: "reuse",
  summary: "find who shares whose text",
  configure: (command) => {
    command
      .option("--step <step>", "only one step: fingerprint, pair or align")
      .option(
        "--index <folder>",
        "compare with the reports kept in this folder, and keep the new ones there: prints what names a new one",
      )
  },
  run: async (io, _operands, options) => {
    const step = options.step === undefined ? "all" : String(options.step)
    if (options.index !== undefined && step === "all") return traceWithIndex(io, String(options.index))
    const run = options.index === undefined && Object.hasOwn(steps, step) ? steps[step] : undefined
    if (run) return run(io)
    io.writeErr("variorum reuse: --step takes fingerprint, pair or align, and no --index\n")
    return exitStatus.usage
  },
}

const steps: Readonly<Record<string, (io: Io) => Promise<ExitStatus>>> = {
  all: traceAll,
  fingerprint: (io) =>
    runLineFilter(io, decodeReuseReport, (report) => encodeFingerprints(fingerprint(countedWords(report)))),
  pair: (io) =>
    runGatheringFilter(io, withOwnId(decodeFingerprints), function* (texts) {
      const sorted = [...texts].sort((x, y) => (x.id < y.id ? -1 : 1))
      const ids = sorted.map(({ id }) => id)
      for (const candidate of pair(sorted.map(({ prints }) => prints)))
        yield encodeCandidatePair(candidate, ids)
    }),
  align: (io) =>
    runGatheringFilter(io, decodeReusePair, function* (pairs) {
      for (const { a, b } of pairs) {
        const link = alignReports(a, b)
        if (link) yield encodeLink(link)
      }
    }),
}

/** Smaller inputs are done sooner than threads are started. */
const threadedBytesMin = 16 << 20

async function traceAll(io: Io): Promise<ExitStatus> {
  const { input, whole } = await lookAhead(io.input, threadedBytesMin)
  if (whole)
    return runGatheringFilter({ ...io, input }, withOwnId(decodeReuseReport), (reports) =>
      linesOf(io, traceLineage(reports)),
    )
  return printStreamed(io, await lineageInWorkers(input, streamOptions()))
}

async function traceWithIndex(io: Io, folder: string): Promise<ExitStatus> {
  const index = openKeptIndex(resolve(io.workingFolder, folder))
  if (!index.ok) {
    io.writeErr(`variorum reuse: ${index.error}\n`)
    return exitStatus.failed
  }
  try {
    return await printStreamed(io, await lineageWithIndex(io.input, index.value, streamOptions()))
  } finally {
    index.value.close()
  }
}

function streamOptions(): { readonly threads: number; readonly batchBytesMin: number } {
  return { threads: Math.max(2, availableParallelism()), batchBytesMin: 1 << 20 }
}

async function printStreamed(io: Io, { lineage, failures }: StreamedLineage): Promise<ExitStatus> {
  const answers = function* (): Generator<object> {
    for (const { id, error } of failures) yield { id, error }
    yield* linesOf(io, lineage)
  }
  await writeLines(io, answers())
  return failures.length > 0 ? exitStatus.partial : exitStatus.ok
}

/** What is printed of a lineage; what was set aside or not compared is said to the person at the terminal. */
function linesOf(io: Io, lineage: Lineage): Iterable<object> {
  for (const note of [backgroundNote(lineage), cutNote(lineage)])
    if (note !== null) io.writeErr(`variorum reuse: ${note}\n`)
  return lineageLines(lineage)
}

/** The same bytes, and whether they are fewer than `bytesMin` in all. */
async function lookAhead(
  input: AsyncIterable<Uint8Array>,
  bytesMin: number,
): Promise<{ readonly input: AsyncIterable<Uint8Array>; readonly whole: boolean }> {
  const chunks: Uint8Array[] = []
  const rest = input[Symbol.asyncIterator]()
  let bytes = 0
  let ended = false
  while (!ended && bytes < bytesMin) {
    const next = await rest.next()
    ended = next.done === true
    if (next.done) break
    chunks.push(next.value)
    bytes += next.value.length
  }
  const again = async function* (): AsyncGenerator<Uint8Array> {
    yield* chunks.splice(0)
    if (!ended) yield* { [Symbol.asyncIterator]: () => rest }
  }
  return { input: again(), whole: ended }
}

/** `decode`, refusing an id that an earlier line has taken. */
function withOwnId<Asked extends { readonly id: string }>(
  decode: (json: unknown) => Result<Asked, LineFailure>,
): (json: unknown) => Result<Asked, LineFailure> {
  const seen = new Set<string>()
  return (json) => {
    const asked = decode(json)
    if (!asked.ok) return asked
    const { id } = asked.value
    if (seen.has(id)) return fail({ kind: "duplicate-id", message: `another line is called ${id}` })
    seen.add(id)
    return asked
  }
}
