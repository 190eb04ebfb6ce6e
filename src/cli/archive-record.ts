import { availableParallelism } from "node:os"
import { encodeRecord, type InputOutcome, type RecordDocument } from "../api/index.ts"
import { compareStrings } from "../base/index.ts"
import { intakeGapText } from "../intake/index.ts"
import {
  type Archive,
  type CatchUpOptions,
  catchUp,
  isRecordBehind,
  openArchive,
  readChain,
  readRulings,
  type StandingGap,
  standingGaps,
  standingRecordWith,
} from "../store/index.ts"
import { openStageWorkers } from "../workers/index.ts"
import { archiveOperand } from "./archive-operand.ts"
import { type Gathered, isBystander, withTextless } from "./gather-documents.ts"
import type { Io } from "./io.ts"
import { packageVersion } from "./package-folder.ts"
import type { ProgressLine } from "./progress.ts"

/** The program as the record names it: another version of it makes a record anew. */
export function toolName(): string {
  return `variorum ${packageVersion()}`
}

/** Runs `make` with threads for the record's work, which end with it. */
export async function withRecordWork<Value>(
  progress: ProgressLine,
  make: (options: CatchUpOptions) => Promise<Value>,
): Promise<Value> {
  const work = openStageWorkers(availableParallelism())
  try {
    const onProgress = (done: number, of: number): void => progress.show("taking in captures", done, of)
    return await make({ tool: toolName(), work, onProgress })
  } finally {
    await work.close()
    progress.end()
  }
}

/** Brings the record up to date; of an archive that may not be written to it is told where that would be needed. */
export async function bringUpToDate(archive: Archive, io: Io, progress: ProgressLine): Promise<void> {
  if (!archive.readOnly) await withRecordWork(progress, (options) => catchUp(archive, options))
  else if (await isRecordBehind(archive, toolName()))
    io.writeErr(
      `The archive ${archive.location} may not be written to: what its record does not hold yet is left out.\n`,
    )
}

/**
 * The record that stands in the archive, brought up to its last capture; null where it cannot be opened, or is behind
 * and may not be written to.
 */
export async function recordOfArchive(
  operand: string,
  io: Io,
  progress: ProgressLine,
): Promise<{ readonly document: RecordDocument; readonly gathered: Gathered } | null> {
  const opened = await openArchive(archiveOperand(operand, io), false)
  if (!opened.ok) return null
  const archive = opened.value
  try {
    if (archive.readOnly && (await isRecordBehind(archive, toolName()))) return null
    await bringUpToDate(archive, io, progress)
    const gaps = await standingGaps(archive)
    const record = await standingRecordWith(
      archive,
      gaps.map(({ gap }) => gap),
    )
    const gathered = withTextless(await gatheredFrom(archive, gaps, progress), record.gaps, progress)
    const rulings = await readRulings(archive.database)
    const options = rulings.length > 0 ? { rulings } : {}
    return {
      document: encodeRecord(record, { tool: toolName(), options, inputs: gathered.inputs }),
      gathered,
    }
  } finally {
    await archive.close()
  }
}

/** What the captures came to, as if they had been read just now. */
async function gatheredFrom(
  archive: Archive,
  gaps: readonly StandingGap[],
  progress: ProgressLine,
): Promise<Gathered> {
  const ofIntake = gaps.filter((one) => one.ofIntake)
  const errors = new Map<number, string>()
  let failures = 0
  for (const { seq, gap } of ofIntake) {
    if (!errors.has(seq)) errors.set(seq, intakeGapText(gap))
    if (!isBystander(gap)) failures++
    progress.note(intakeGapText(gap))
  }
  const inputs: InputOutcome[] = []
  const archived = new Set<string>()
  for await (const { seq, name, sha256, kind } of readChain(archive)) {
    const error = errors.get(seq) ?? null
    inputs.push({ input: name, sha256, ok: error === null, error })
    if (kind === "url") archived.add(name)
  }
  inputs.sort((a, b) => compareStrings(a.input, b.input))
  return { documents: [], redirects: [], gaps: ofIntake.map(({ gap }) => gap), inputs, failures, archived }
}
