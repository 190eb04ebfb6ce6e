import {
  collationLines,
  decodeCollatex,
  decodeTei,
  decodeWitness,
  encodeCollatex,
  encodeDot,
  encodeGraphml,
  encodeTei,
  type LineFailure,
  lineBytesMax,
} from "../../api/index.ts"
import { fail, ok, type Result } from "../../base/index.ts"
import { type Collation, collateTexts, collateWitnesses } from "../../collation/index.ts"
import type { CommandSpec } from "../command-spec.ts"
import { runGatheringFilter } from "../filter.ts"
import { type ExitStatus, exitStatus, type Io } from "../io.ts"

/** What is written whole; lines of JSON otherwise. */
const documents: Readonly<Record<string, (collation: Collation) => string>> = {
  tei: encodeTei,
  dot: encodeDot,
  graphml: encodeGraphml,
}
const outputs = ["lines", "collatex", ...Object.keys(documents)]
const inputs = ["lines", "collatex", "tei"]

/** One text in many copies: table, tree and text out. */
export const collateCommand: CommandSpec = {
  name: "collate",
  summary: "compare the copies of one text word by word",
  configure: (command) => {
    command
      .option(
        "--from <format>",
        "lines of {id, text}, collatex (one CollateX JSON document, its input or its table) or tei (TEI P5)",
        "lines",
      )
      .option(
        "--to <format>",
        "lines, collatex, tei (TEI P5, parallel segmentation), or the variant graph as dot or graphml",
        "lines",
      )
  },
  run: async (io, _operands, options) => {
    const from = String(options.from)
    const to = String(options.to)
    if (!inputs.includes(from) || !outputs.includes(to)) {
      io.writeErr(
        `variorum collate: --from takes one of ${inputs.join(", ")}; --to one of ${outputs.join(", ")}\n`,
      )
      return exitStatus.usage
    }
    return from === "lines" ? collateLines(io, to) : collateDocument(io, from, to)
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
  let whole = ""
  const encode = documents[to]
  const status = await runGatheringFilter(io, decode, (witnesses) => {
    if (!encode) return written(collateTexts(witnesses), to)
    whole = encode(collateTexts(witnesses))
    return []
  })
  if (whole !== "") await io.writeOut(whole)
  return status
}

async function collateDocument(io: Io, from: string, to: string): Promise<ExitStatus> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of io.input) {
    bytes += chunk.length
    if (bytes > lineBytesMax) break
    chunks.push(chunk)
  }
  const collation =
    bytes > lineBytesMax
      ? fail({ message: `it is over ${lineBytesMax >> 20} MiB` })
      : collationOf(Buffer.concat(chunks).toString("utf8"), from)
  if (!collation.ok) {
    const name = from === "tei" ? "TEI" : "CollateX"
    io.writeErr(`variorum collate: the input is no ${name} document: ${collation.error.message}\n`)
    return exitStatus.failed
  }
  const encode = documents[to]
  if (encode) await io.writeOut(encode(collation.value))
  else for (const object of written(collation.value, to)) await io.writeOut(`${JSON.stringify(object)}\n`)
  return exitStatus.ok
}

function collationOf(text: string, from: string): Result<Collation, { readonly message: string }> {
  if (from === "tei") {
    const texts = decodeTei(text)
    return texts.ok ? ok(collateTexts(texts.value)) : texts
  }
  const json = parsed(text)
  if (json === null) return fail({ message: "it is not JSON" })
  const witnesses = decodeCollatex(json)
  return witnesses.ok ? ok(collateWitnesses(witnesses.value)) : witnesses
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
