import { sha256Hex } from "../../base/index.ts"
import { type Archive, catchUp, openArchive, rebuild, standingRecord } from "../../store/index.ts"
import { archiveOperand } from "../archive-operand.ts"
import { withRecordWork } from "../archive-record.ts"
import type { CommandSpec } from "../command-spec.ts"
import { exitStatus } from "../io.ts"
import { progressOn } from "../progress.ts"

/** The archive's record made anew from its captures and what people have ruled: the same, byte for byte, as it stands. */
export const buildCommand: CommandSpec = {
  name: "build",
  summary: "make the record of an archive anew from its captures",
  configure: (command) =>
    void command
      .requiredOption("--archive <archive>", "the archive: a folder, or postgres://user@host/database")
      .option("--check", "hold the record as it stands against the one made anew; status 5 where they differ")
      .option("--quiet", "no progress")
      .addHelpText(
        "after",
        "\nExamples:\n  variorum build --archive kept\n  variorum build --archive kept --check",
      ),
  async run(io, _operands, options) {
    const opened = await openArchive(archiveOperand(options.archive, io), false)
    if (!opened.ok) {
      io.writeErr(`variorum build: ${opened.error}\n`)
      return exitStatus.failed
    }
    const archive = opened.value
    try {
      return await withRecordWork(progressOn(io, options.quiet === true), async (work) => {
        if (options.check === true) await catchUp(archive, work)
        const stood = options.check === true ? await digestOf(archive) : null
        const made = await rebuild(archive, work)
        if (stood !== null && stood !== (await digestOf(archive))) {
          io.writeErr("variorum build: the record that stood was another one\n")
          return exitStatus.mismatch
        }
        await io.writeOut(`The record was made anew from ${made.captures} captures.\n`)
        return exitStatus.ok
      })
    } finally {
      await archive.close()
    }
  },
}

async function digestOf(archive: Archive): Promise<string> {
  return sha256Hex(JSON.stringify(await standingRecord(archive)))
}
