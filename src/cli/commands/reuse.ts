import {
  backgroundNote,
  decodeFingerprints,
  decodeReusePair,
  decodeReuseReport,
  encodeCandidatePair,
  encodeFingerprints,
  encodeLink,
  lineageLines,
} from "../../api/index.ts"
import { fail, type Result } from "../../base/index.ts"
import { alignReports, countedWords, fingerprint, pair, traceLineage } from "../../reuse/index.ts"
import type { CommandSpec } from "../command-spec.ts"
import { type LineFailure, runGatheringFilter, runLineFilter } from "../filter.ts"
import { type ExitStatus, exitStatus, type Io } from "../io.ts"

/** Who shares whose text: links, groups and rewrites out; or one step of the way, for shards. */
export const reuseCommand: CommandSpec = {
  name: "reuse",
  summary: "find who shares whose text",
  configure: (command) => {
    command.option("--step <step>", "only one step: fingerprint, pair or align")
  },
  run: async (io, _operands, options) => {
    const step = options.step === undefined ? "all" : String(options.step)
    const run = Object.hasOwn(steps, step) ? steps[step] : undefined
    if (run) return run(io)
    io.writeErr("variorum reuse: --step takes fingerprint, pair or align\n")
    return exitStatus.usage
  },
}

const steps: Readonly<Record<string, (io: Io) => Promise<ExitStatus>>> = {
  all: (io) =>
    runGatheringFilter(io, withOwnId(decodeReuseReport), (reports) => {
      const lineage = traceLineage(reports)
      const note = backgroundNote(lineage)
      if (note !== null) io.writeErr(`variorum reuse: ${note}\n`)
      return lineageLines(lineage)
    }),
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
