import {
  collationLines,
  decodeCollatex,
  decodeWitness,
  encodeCollatex,
  encodeTei,
  type LineFailure,
  lineBytesMax,
} from "../../api/index.ts"
import { fail, type Result } from "../../base/index.ts"
import { type Collation, collateTexts, collateWitnesses } from "../../collation/index.ts"
import type { CommandSpec } from "../command-spec.ts"
import { runGatheringFilter } from "../filter.ts"
import { type ExitStatus, exitStatus, type Io } from "../io.ts"

/** One text in many copies: table, tree and text out. */
export const collateCommand: CommandSpec = {
  name: "collate",
  summary: "compare the copies of one text word by word",
  configure: (command) => {
    command
      .option("--from <format>", "lines of {id, text}, or collatex: one CollateX JSON document", "lines")
      .option("--to <format>", "lines, collatex or tei (TEI P5, parallel segmentation)", "lines")
  },
  run: async (io, _operands, options) => {
    const from = String(options.from)
    const to = String(options.to)
    if (!["lines", "collatex"].includes(from) || !["lines", "collatex", "tei"].includes(to)) {
      io.writeErr("variorum collate: --from takes lines or collatex, --to takes lines, collatex or tei\n")
      return exitStatus.usage
    }
    return from === "lines" ? collateLines(io, to) : collateDocument(io, to)
  },
}

async function collateLines(io: Io, to: string): Promise<ExitStatus> {
  const seen = new Set<string>()
  const decode = (json: unknown): Result<{ readonly id: string; readonly text: string }, LineFailure> => {
    const witness = decodeWitness(json)
    if (!witness.ok) return witness
    const { id } = witness.value
    if (seen.has(id)) return fail({ kind: "duplicate-id", message: `another witness is called ${id}` })
    seen.add(id)
    return witness
  }
  let tei = ""
  const status = await runGatheringFilter(io, decode, (witnesses) => {
    if (to !== "tei") return written(collateTexts(witnesses), to)
    tei = encodeTei(collateTexts(witnesses))
    return []
  })
  if (tei !== "") await io.writeOut(tei)
  return status
}

async function collateDocument(io: Io, to: string): Promise<ExitStatus> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of io.input) {
    bytes += chunk.length
    if (bytes > lineBytesMax) break
    chunks.push(chunk)
  }
  const decoded = bytes > lineBytesMax ? null : parsed(Buffer.concat(chunks).toString("utf8"))
  const witnesses = decoded === null ? null : decodeCollatex(decoded)
  if (!witnesses?.ok) {
    const reason = witnesses?.error.message ?? (bytes > lineBytesMax ? "it is over 64 MiB" : "it is not JSON")
    io.writeErr(`variorum collate: the input is no CollateX document: ${reason}\n`)
    return exitStatus.failed
  }
  const collation = collateWitnesses(witnesses.value)
  if (to === "tei") await io.writeOut(encodeTei(collation))
  else for (const object of written(collation, to)) await io.writeOut(`${JSON.stringify(object)}\n`)
  return exitStatus.ok
}

function written(collation: Collation, to: string): Iterable<object> {
  return to === "collatex" ? [encodeCollatex(collation)] : collationLines(collation)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
