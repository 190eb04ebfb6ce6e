import { createReadStream } from "node:fs"
import { stat } from "node:fs/promises"
import { resolve } from "node:path"
import { createGunzip } from "node:zlib"
import { openArchive, readArchiveFile } from "../../store/index.ts"
import { archiveOperand } from "../archive-operand.ts"
import type { CommandSpec } from "../command-spec.ts"
import { exitStatus } from "../io.ts"
import { linesOf } from "../lines.ts"

/** A capture of the largest size that is kept, in base64. */
const lineBytesMax = 128 << 20

/** A whole archive out of the file that export --to wrote, with the same head. */
export const importCommand: CommandSpec = {
  name: "import",
  summary: "take a whole archive in from the file that export --to wrote",
  configure: (command) => {
    command
      .argument("<file>", "the file, as variorum export --to wrote it")
      .requiredOption(
        "--archive <archive>",
        "a new archive, or one with the beginning of the same: a folder, or postgres://user@host/database",
      )
      .addHelpText(
        "after",
        "\nEvery hash is checked on the way, and the head is the same afterwards, on either kind of database.\n\nExamples:\n  variorum export kept --to kept.jsonl.gz\n  variorum import kept.jsonl.gz --archive postgres://me@db.example/kept",
      )
  },
  async run(io, operands, options) {
    const name = operands[0] ?? ""
    const path = resolve(io.workingFolder, name)
    if (!(await stat(path).catch(() => null))?.isFile()) {
      io.writeErr(`variorum import: ${name} was not found; check the name\n`)
      return exitStatus.failed
    }
    const opened = await openArchive(archiveOperand(options.archive, io), true)
    if (!opened.ok) {
      io.writeErr(`variorum import: ${opened.error}\n`)
      return exitStatus.failed
    }
    const archive = opened.value
    try {
      const taken = await readArchiveFile(archive, linesOfFile(path))
      if (!taken.ok) {
        io.writeErr(`variorum import: ${name}: ${taken.error}\n`)
        return exitStatus.mismatch
      }
      await io.writeOut(
        `${taken.value.added} captures taken in.\nThe head of the archive is now ${taken.value.head}\n`,
      )
      return exitStatus.ok
    } finally {
      await archive.close()
    }
  },
}

/** The lines as far as the file can be unpacked: that it was cut off is seen by its missing end. */
async function* linesOfFile(path: string): AsyncGenerator<string> {
  const file = createReadStream(path)
  const unpacked = file.pipe(createGunzip())
  file.on("error", (error) => unpacked.destroy(error))
  try {
    for await (const line of linesOf(unpacked, lineBytesMax)) yield line.ok ? line.text : ""
  } catch (error) {
    if (!(error instanceof Error && "code" in error && /^Z_/.test(String(error.code)))) throw error
  }
}
