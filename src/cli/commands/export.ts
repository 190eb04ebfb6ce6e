import { open, rename } from "node:fs/promises"
import { resolve } from "node:path"
import { promisify } from "node:util"
import { gzip } from "node:zlib"
import { storyFormats } from "../../api/index.ts"
import {
  type Archive,
  openArchive,
  readCaptures,
  warcInfo,
  warcRecord,
  writeArchiveFile,
  writeWacz,
} from "../../store/index.ts"
import { archiveOperand } from "../archive-operand.ts"
import type { CommandSpec } from "../command-spec.ts"
import { asksForStory, exportStory } from "../export-story.ts"
import { exitStatus } from "../io.ts"
import { packageVersion } from "../package-folder.ts"

const packed = promisify(gzip)
const software = `variorum/${packageVersion()}`
/** Lines are packed together up to so many characters. */
const memberCharsMax = 1 << 20

/**
 * A story as a dossier, as one file or in a format of other programs; the captures of an archive in a file that other
 * tools open, or all of it in one that import reads.
 */
export const exportCommand: CommandSpec = {
  name: "export",
  summary:
    "write a story as a dossier or in a format of other programs, or an archive's captures as a web archive or a file",
  configure: (command) => {
    command
      .argument(
        "<what>",
        "the archive: a folder, or postgres://user@host/database; of a story also the document of variorum record --json, - for standard input",
      )
      .argument(
        "[story...]",
        "the story: its id, the siglum of a report or words of its title; not needed where there is one",
      )
      .option("--dossier <dir>", "the story as pages that open from disk, with a manifest")
      .option("--one-file <file>", "the story as one HTML file")
      .option(
        "--text <level>",
        "the reports' own words in a dossier or file: quoted (the sentences cited, the usual), full, or offsets (none)",
      )
      .option("--format <format>", `the story as one of ${storyFormats.map(({ name }) => name).join(", ")}`)
      .option("--out <file>", "where --format goes; standard output otherwise")
      .option("--warc <file>", "the captures: WARC 1.1, each record packed (.warc.gz)")
      .option("--wacz <file>", "the captures: WACZ 1.1.1, with an index and a list of the pages (.wacz)")
      .option("--to <file>", "the whole archive: packed lines of JSON (.jsonl.gz), for variorum import")
      .addHelpText(
        "after",
        "\nExamples:\n  variorum export record.json --dossier ferry-fire\n  variorum export kept REU1 --one-file ferry.html --text full\n  variorum export record.json --format ris > reports.ris\n  variorum export kept --warc kept.warc.gz",
      )
  },
  async run(io, operands, options) {
    const { warc, wacz, to } = options
    if (asksForStory(options)) return exportStory(io, operands, options)
    const [name, ...others] = [warc, wacz, to].filter((given) => typeof given === "string")
    if (name === undefined || others.length > 0) {
      io.writeErr(
        "variorum export: give one of --warc, --wacz or --to for an archive; --dossier, --one-file or --format for a story\n",
      )
      return exitStatus.usage
    }
    const archive = await openArchive(archiveOperand(operands[0] ?? "", io), false)
    if (!archive.ok) {
      io.writeErr(`variorum export: ${archive.error}\n`)
      return exitStatus.failed
    }
    const path = resolve(io.workingFolder, name)
    const counted = { captures: 0 }
    try {
      if (name === wacz) counted.captures = await writeWacz(archive.value, path, software)
      else
        await writeWhole(
          path,
          name === warc ? warcParts(archive.value, counted) : fileParts(archive.value, counted),
        )
    } finally {
      await archive.value.close()
    }
    await io.writeOut(`${counted.captures} captures written to ${name}\n`)
    return counted.captures === 0 ? exitStatus.nothing : exitStatus.ok
  },
}

/** Under its name once it is whole and on the disk. */
async function writeWhole(path: string, parts: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(`${path}.part`, "w")
  try {
    for await (const part of parts) await file.writeFile(part)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(`${path}.part`, path)
}

async function* warcParts(archive: Archive, counted: { captures: number }): AsyncGenerator<Uint8Array> {
  for await (const kept of readCaptures(archive)) {
    // The time of the first capture and not of now: the same archive gives the same file.
    if (counted.captures++ === 0) yield warcInfo(software, kept.addedAt)
    yield warcRecord(kept)
  }
}

async function* fileParts(archive: Archive, counted: { captures: number }): AsyncGenerator<Uint8Array> {
  let text = ""
  for await (const line of writeArchiveFile(archive)) {
    if (line.startsWith('{"capture"')) counted.captures++
    text += `${line}\n`
    if (text.length < memberCharsMax) continue
    yield await packed(text)
    text = ""
  }
  yield await packed(text)
}
