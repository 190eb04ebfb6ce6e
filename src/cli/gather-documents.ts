import type { InputOutcome } from "../api/index.ts"
import { compareStrings, sha256Hex } from "../base/index.ts"
import { type IntakeGap, intakeGapText, readCapture, type SourceDocument } from "../intake/index.ts"
import type { Io } from "./io.ts"
import type { ProgressLine } from "./progress.ts"
import { readInputs } from "./read-inputs.ts"

/** What the operands of a command came to. */
export interface Gathered {
  readonly documents: readonly SourceDocument[]
  readonly gaps: readonly IntakeGap[]
  /** One an input, sorted by name. */
  readonly inputs: readonly InputOutcome[]
  /** Inputs that gave less than they should: what a folder holds beside reports is no failure. */
  readonly failures: number
}

/** Reads every operand; a failure is told at once, in one line, and the rest goes on. */
export async function gatherDocuments(
  operands: readonly string[],
  io: Io,
  progress: ProgressLine,
): Promise<Gathered> {
  const documents: SourceDocument[] = []
  const gaps: IntakeGap[] = []
  const inputs: InputOutcome[] = []
  let failures = 0
  const failed = (gap: IntakeGap, named: boolean): void => {
    gaps.push(gap)
    if (named || !isBystander(gap)) failures++
    progress.note(intakeGapText(gap))
  }
  for await (const item of readInputs(operands, io)) {
    if (!item.ok) {
      failed(item.gap, item.named)
      inputs.push({ input: item.gap.name, sha256: null, ok: false, error: intakeGapText(item.gap) })
      continue
    }
    const read = readCapture(item.capture)
    documents.push(...read.documents)
    for (const gap of read.gaps) failed(gap, item.named)
    inputs.push({
      input: item.capture.name,
      sha256: sha256Hex(item.capture.bytes),
      ok: read.gaps.length === 0,
      error: read.gaps[0] ? intakeGapText(read.gaps[0]) : null,
    })
    progress.show("reading inputs", documents.length, documents.length + 1)
  }
  progress.show("reading inputs", documents.length, documents.length)
  return { documents, gaps, inputs: inputs.sort((a, b) => compareStrings(a.input, b.input)), failures }
}

/** Something that lies in a folder and was never a report. */
function isBystander(gap: IntakeGap): boolean {
  return gap.kind === "unsupported" || gap.kind === "no-text" || gap.kind === "not-served"
}
