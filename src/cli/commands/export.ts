import { open, rename } from "node:fs/promises"
import { resolve } from "node:path"
import { openArchive, readCaptures, warcInfo, warcRecord } from "../../store/index.ts"
import { archiveOperand } from "../archive-operand.ts"
import type { CommandSpec } from "../command-spec.ts"
import { exitStatus } from "../io.ts"
import { packageVersion } from "../package-folder.ts"

/** The captures of an archive in a file that other tools open. */
export const exportCommand: CommandSpec = {
  name: "export",
  summary: "write the captures of an archive as a web archive",
  configure: (command) => {
    command
      .argument("<archive>", "the archive: a folder, or postgres://user@host/database")
      .requiredOption("--warc <file>", "the file to write: WARC 1.1, each record packed (.warc.gz)")
  },
  async run(io, operands, options) {
    const archive = await openArchive(archiveOperand(operands[0] ?? "", io), false)
    if (!archive.ok) {
      io.writeErr(`variorum export: ${archive.error}\n`)
      return exitStatus.failed
    }
    const path = resolve(io.workingFolder, String(options.warc))
    const file = await open(`${path}.part`, "w")
    let captures = 0
    try {
      for await (const kept of readCaptures(archive.value)) {
        // The time of the first capture and not of now: the same archive gives the same file.
        if (captures++ === 0) await file.writeFile(warcInfo(`variorum/${packageVersion()}`, kept.addedAt))
        await file.writeFile(warcRecord(kept))
      }
      await file.sync()
    } finally {
      await file.close()
      await archive.value.close()
    }
    await rename(`${path}.part`, path)
    await io.writeOut(`${captures} captures written to ${String(options.warc)}\n`)
    return captures === 0 ? exitStatus.nothing : exitStatus.ok
  },
}
