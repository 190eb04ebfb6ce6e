import { availableParallelism } from "node:os"
import { resolve } from "node:path"
import { encodeRecord, type RecordDocument, textLevels } from "../../api/index.ts"
import type { StoryRuling } from "../../story/index.ts"
import { recordInWorkers, threadedDocumentsMin } from "../../workers/index.ts"
import { isArchive } from "../archive-operand.ts"
import { recordOfArchive } from "../archive-record.ts"
import type { CommandSpec } from "../command-spec.ts"
import { type Gathered, gatherDocuments, withTextless } from "../gather-documents.ts"
import { type ExitStatus, exitStatus, type Io } from "../io.ts"
import { packageVersion } from "../package-folder.ts"
import { type ProgressLine, progressOn } from "../progress.ts"
import { readRulings, rulingsFlag, rulingsHelp } from "../read-rulings.ts"
import { summaryOf } from "../summary.ts"

/** The main job: many reports in, the record of every story out. */
export const recordCommand: CommandSpec = {
  name: "record",
  summary: "the record of every story found in the inputs",
  configure: (command) =>
    void command
      .argument("<input...>", "files, folders, globs, or - for standard input")
      .option("--json", "write the record as one JSON document to standard output")
      .option("--html <dir>", "write the dossier: static pages that open from disk")
      .option("--text <level>", "the reports' own words in the dossier: full (the usual), quoted or offsets")
      .option(rulingsFlag, rulingsHelp)
      .option("--quiet", "no progress")
      .addHelpText(
        "after",
        "\nExamples:\n  variorum record reports/\n  variorum record *.html --json > record.json\n  variorum record reports/ --html dossier",
      ),
  async run(io, operands, options) {
    const progress = progressOn(io, options.quiet === true)
    const rulings = await readRulings(options.rulings, io)
    if (!rulings.ok) {
      io.writeErr(`variorum record: ${rulings.error}\n`)
      return exitStatus.usage
    }
    const text = textLevels.find((level) => level === (options.text ?? "full"))
    if (text === undefined) {
      io.writeErr(`variorum record: --text takes one of ${textLevels.join(", ")}\n`)
      return exitStatus.usage
    }
    const { document, gathered } = await recordOf(operands, io, progress, rulings.value)
    if (typeof options.html === "string") {
      const { writeDossier } = await import("../write-dossier.ts")
      await writeDossier(document, resolve(io.workingFolder, options.html), { text, story: null })
    }
    if (options.json === true) await io.writeOut(`${JSON.stringify(document)}\n`)
    else if (typeof options.html === "string")
      io.writeErr(`The dossier is in ${options.html}: open index.html.\n`)
    else await io.writeOut(summaryOf(document, io.columns))
    return recordStatus(document, gathered, io)
  },
}

/** Reads the operands and makes their record, with the stories as `rulings` have them. */
export async function recordOf(
  operands: readonly string[],
  io: Io,
  progress: ProgressLine,
  rulings: readonly StoryRuling[] = [],
): Promise<{ readonly document: RecordDocument; readonly gathered: Gathered }> {
  const [only] = operands
  if (operands.length === 1 && rulings.length === 0 && isArchive(only!, io)) {
    const standing = await recordOfArchive(only!, io, progress)
    if (standing !== null) return standing
  }
  const gathered = await gatherDocuments(operands, io, progress)
  const record = await recordInWorkers(gathered.documents, gathered.gaps, {
    threads: availableParallelism(),
    documentsMin: threadedDocumentsMin,
    rulings,
    redirects: gathered.redirects,
    onProgress: ({ stage, done, of }) => progress.show(stage, done, of),
  })
  progress.end()
  const told = withTextless(gathered, record.gaps, progress)
  const options = rulings.length > 0 ? { rulings } : {}
  const made = { tool: `variorum ${packageVersion()}`, options, inputs: told.inputs }
  return { document: encodeRecord(record, made), gathered: told }
}

function recordStatus(document: RecordDocument, gathered: Gathered, io: Io): ExitStatus {
  if (document.reports.length === 0) {
    io.writeErr("No report was found in the inputs. Give files or folders of .html, .txt, .md or .json.\n")
    return exitStatus.nothing
  }
  return gathered.failures > 0 ? exitStatus.partial : exitStatus.ok
}
