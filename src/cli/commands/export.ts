import { open, rename } from "node:fs/promises"
import { resolve } from "node:path"
import { promisify } from "node:util"
import { gzip } from "node:zlib"
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
import { exitStatus } from "../io.ts"
import { packageVersion } from "../package-folder.ts"

const packed = promisify(gzip)
const software = `variorum/${packageVersion()}`
/** Lines are packed together up to so many characters. */
const memberCharsMax = 1 << 20

/** The captures of an archive in a file that other tools open, or all of it in one that import reads. */
export const exportCommand: CommandSpec = {
  name: "export",
  summary: "write the captures of an archive as a web archive, or the whole archive as a file",
  configure: (command) => {
    command
      .argument("<archive>", "the archive: a folder, or postgres://user@host/database")
      .option("--warc <file>", "the captures: WARC 1.1, each record packed (.warc.gz)")
      .option("--wacz <file>", "the captures: WACZ 1.1.1, with an index and a list of the pages (.wacz)")
      .option("--to <file>", "the whole archive: packed lines of JSON (.jsonl.gz), for variorum import")
  },
  async run(io, operands, options) {
    const { warc, wacz, to } = options
    const [name, ...others] = [warc, wacz, to].filter((given) => typeof given === "string")
    if (name === undefined || others.length > 0) {
      io.writeErr("variorum export: give --warc, --wacz or --to, and one of them\n")
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
