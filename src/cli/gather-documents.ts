import type { InputOutcome } from "../api/index.ts"
import { compareStrings, sha256Hex } from "../base/index.ts"
import {
  type IntakeGap,
  intakeGapText,
  type Redirect,
  readCapture,
  type SourceDocument,
} from "../intake/index.ts"
import type { Gap } from "../record/index.ts"
import type { Io } from "./io.ts"
import type { ProgressLine } from "./progress.ts"
import { readInputs } from "./read-inputs.ts"

/** What the operands of a command came to. */
export interface Gathered {
  readonly documents: readonly SourceDocument[]
  readonly gaps: readonly IntakeGap[]
  readonly redirects: readonly Redirect[]
  /** One an input, sorted by name. */
  readonly inputs: readonly InputOutcome[]
  /** Inputs that gave less than they should: what a folder holds beside reports is no failure. */
  readonly failures: number
  /** Names of the inputs that stood in an archive or a web archive. */
  readonly archived: ReadonlySet<string>
}

/** Reads every operand; a failure is told at once, in one line, and the rest goes on. */
export async function gatherDocuments(
  operands: readonly string[],
  io: Io,
  progress: ProgressLine,
): Promise<Gathered> {
  const documents: SourceDocument[] = []
  const gaps: IntakeGap[] = []
  const redirects: Redirect[] = []
  const inputs: InputOutcome[] = []
  const archived = new Set<string>()
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
    if (item.capture.kind === "url" && !operands.includes(item.capture.name)) archived.add(item.capture.name)
    const read = readCapture(item.capture)
    documents.push(...read.documents)
    redirects.push(...read.redirects)
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
  inputs.sort((a, b) => compareStrings(a.input, b.input))
  return { documents, gaps, redirects, inputs, failures, archived }
}

/**
 * The same, with the pages and texts that turned out to hold no article: `gaps` are the record's. A page of a web
 * archive is told as a gap and is no failure, since a crawl keeps much beside articles.
 */
export function withTextless(gathered: Gathered, gaps: readonly Gap[], progress: ProgressLine): Gathered {
  const known = new Set(gathered.gaps)
  const places = new Set(gathered.inputs.map(({ input }) => input))
  const errors = new Map<string, string>()
  let failures = 0
  for (const gap of gaps) {
    if (gap.on !== "input" || known.has(gap.input) || !places.has(gap.input.name)) continue
    const error = intakeGapText(gap.input)
    if (!errors.has(gap.input.name)) errors.set(gap.input.name, error)
    if (!gathered.archived.has(gap.input.name)) failures++
    progress.note(error)
  }
  const inputs = gathered.inputs.map((outcome) => {
    const error = errors.get(outcome.input)
    return outcome.ok && error !== undefined ? { ...outcome, ok: false, error } : outcome
  })
  return { ...gathered, inputs, failures: gathered.failures + failures }
}

/** Something that lies in a folder and was never a report. */
export function isBystander(gap: IntakeGap): boolean {
  return gap.kind === "unsupported" || gap.kind === "no-text" || gap.kind === "not-served"
}
