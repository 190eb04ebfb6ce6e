import { type Capture, type IntakeGap, intakeGapText } from "../../intake/index.ts"
import { type RepeatedPage, repeatedCapture } from "../../net/index.ts"
import {
  type Archive,
  addCaptures,
  addressFault,
  archiveHead,
  captureAt,
  catchUp,
  findCaptures,
  type KeptCapture,
  openArchive,
} from "../../store/index.ts"
import { archiveOperand } from "../archive-operand.ts"
import { withRecordWork } from "../archive-record.ts"
import type { CommandSpec } from "../command-spec.ts"
import { type ExitStatus, exitStatus, type Io } from "../io.ts"
import { intakeJob } from "../job-handlers.ts"
import { progressOn } from "../progress.ts"
import { readInputs } from "../read-inputs.ts"
import { untilStopped } from "../until-stopped.ts"

/** A batch is kept as soon as it holds this much: few commits, and little to lose before one. */
const batchCapturesMax = 100
const batchBytesMax = 8 << 20

/** Captures into the archive, byte for byte, each acknowledged once it is safe. */
export const addCommand: CommandSpec = {
  name: "add",
  summary: "keep pages, feeds, files and web archives in the archive, as they were seen",
  configure: (command) => {
    command
      .argument("<input...>", "files, folders, globs, addresses of pages, feeds, sitemaps and TimeMaps, or -")
      .requiredOption(
        "--archive <archive>",
        "the archive: a folder, or postgres://user@host/database; made on first use",
      )
      .option("--later", "only note the addresses: variorum work fetches them")
      .option("--json", "one line of JSON a capture: {seq, name, sha256, capturedAt, new}")
      .option("--captures-only", "leave it to a later command to bring the archive's record up to date")
      .addHelpText(
        "after",
        "\nExamples:\n  variorum add crawl.warc.gz --archive kept\n  variorum record kept\n  variorum verify kept",
      )
  },
  async run(io, operands, options) {
    const opened = await openArchive(archiveOperand(options.archive, io), true)
    if (!opened.ok) {
      io.writeErr(`variorum add: ${opened.error}\n`)
      return exitStatus.failed
    }
    const archive = opened.value
    const counted = { kept: 0, known: 0, failed: 0 }
    const stopping = new AbortController()
    const stop = (): void => stopping.abort()
    process.once("SIGINT", stop)
    try {
      if (options.later === true) return await addLater(archive, operands, io)
      const repeated: RepeatedItem[] = []
      const keep = async (captures: AsyncIterable<Capture>): Promise<void> => {
        for await (const batch of batchesOf(captures)) {
          const kept = await addCaptures(archive, batch, new Date().toISOString())
          counted.kept += kept.filter(({ isNew }) => isNew).length
          counted.known += kept.filter(({ isNew }) => !isNew).length
          if (options.json === true) await io.writeOut(kept.map(keptLine).join(""))
        }
      }
      await keep(untilStopped(capturesOf(operands, io, counted, repeated), stopping.signal))
      if (!stopping.signal.aborted) await keep(repeatedIn(archive, repeated, io, counted))
      if (options.json !== true)
        await io.writeOut(
          `${counted.kept} captures kept, ${counted.known} there already.\nThe head of the archive is now ${await archiveHead(archive)}\n`,
        )
      if (stopping.signal.aborted) {
        io.writeErr("Interrupted. What is kept is safe: the same command goes on with the rest.\n")
        return exitStatus.interrupted
      }
      process.off("SIGINT", stop)
      // The captures are safe: whatever stops this, the next command goes on with it.
      if (options.capturesOnly !== true)
        await withRecordWork(progressOn(io, false), (work) => catchUp(archive, work))
    } finally {
      process.off("SIGINT", stop)
      await archive.close()
    }
    return statusOf(counted)
  },
}

async function addLater(archive: Archive, operands: readonly string[], io: Io): Promise<ExitStatus> {
  const wrong = operands.find((operand) => !/^https?:\/\//i.test(operand))
  if (wrong !== undefined) {
    io.writeErr(`variorum add: --later is for addresses, and ${wrong} is none\n`)
    return exitStatus.usage
  }
  const fault = operands.map(addressFault).find((one) => one !== null)
  if (fault !== undefined) {
    io.writeErr(`variorum add: ${fault}\n`)
    return exitStatus.usage
  }
  const jobs = await archive.openJobs()
  try {
    const added = await jobs.add(operands.map(intakeJob))
    await io.writeOut(
      `${added} addresses noted for variorum work, ${operands.length - added} noted already.\n`,
    )
    return exitStatus.ok
  } finally {
    await jobs.close()
  }
}

function statusOf(counted: {
  readonly kept: number
  readonly known: number
  readonly failed: number
}): ExitStatus {
  if (counted.kept + counted.known === 0) return exitStatus.nothing
  return counted.failed > 0 ? exitStatus.partial : exitStatus.ok
}

function keptLine({ capture: { name, capturedAt }, sha256, seq, isNew }: KeptCapture): string {
  return `${JSON.stringify({ seq, name, sha256, capturedAt, new: isNew })}\n`
}

/** Pages that are looked for in the archive at the end. */
const repeatedMax = 50_000

/** A page whose bytes are in none of the inputs, and what to say where they are not in the archive either. */
interface RepeatedItem {
  readonly page: RepeatedPage
  readonly gap: IntakeGap
}

async function* capturesOf(
  operands: readonly string[],
  io: Io,
  counted: { failed: number },
  repeated: RepeatedItem[],
): AsyncGenerator<Capture> {
  for await (const item of readInputs(operands, io)) {
    if (item.ok) yield item.capture
    else if (item.repeats && repeated.length < repeatedMax)
      repeated.push({ page: item.repeats, gap: item.gap })
    else {
      counted.failed++
      io.writeErr(`${intakeGapText(item.gap)}\n`)
    }
  }
}

/** Those that repeat what the archive keeps; the others are told as gaps. */
async function* repeatedIn(
  archive: Archive,
  repeated: readonly RepeatedItem[],
  io: Io,
  counted: { failed: number },
): AsyncGenerator<Capture> {
  const places = await findCaptures(
    archive,
    repeated.map(({ page }) => page.refersTo),
  )
  for (const [i, { page, gap }] of repeated.entries()) {
    const place = places[i]
    const original = typeof place === "number" ? await captureAt(archive.database, place) : null
    if (original) yield repeatedCapture(page, original)
    else {
      counted.failed++
      io.writeErr(`${intakeGapText(gap)}\n`)
    }
  }
}

async function* batchesOf(captures: AsyncIterable<Capture>): AsyncGenerator<readonly Capture[]> {
  let batch: Capture[] = []
  let bytes = 0
  for await (const capture of captures) {
    batch.push(capture)
    bytes += capture.bytes.length
    if (batch.length < batchCapturesMax && bytes < batchBytesMax) continue
    yield batch
    batch = []
    bytes = 0
  }
  if (batch.length > 0) yield batch
}
