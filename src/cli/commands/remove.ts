import { userInfo } from "node:os"
import { catchUp, forgetRemoved, openArchive, removeCaptures } from "../../store/index.ts"
import { archiveOperand } from "../archive-operand.ts"
import { withRecordWork } from "../archive-record.ts"
import type { CommandSpec } from "../command-spec.ts"
import { exitStatus } from "../io.ts"
import { progressOn } from "../progress.ts"

const reasonCharsMax = 1_000

/** Captures out of the archive, with all that stands on them; what stays says so and why. */
export const removeCommand: CommandSpec = {
  name: "remove",
  summary: "take a report or a source out of an archive, with all that stands on it",
  configure: (command) => {
    command
      .argument(
        "<target>",
        "the address of a page or the name of a file, as add told it; site:HOST, capture:PLACE, or the SHA-256 of the bytes",
      )
      .requiredOption("--archive <archive>", "the archive: a folder, or postgres://user@host/database")
      .requiredOption("--reason <text>", "why; verify tells it from then on")
      .option("--by <name>", "who; the user of this machine where it is left out")
      .addHelpText(
        "after",
        '\nThe bytes are gone for good, and what was made of them. That there was a capture stays, with its place, address,\ntime and hash, so that the chain still holds. A page that is named is watched no more.\n\nExamples:\n  variorum remove https://news.example/a --archive kept --reason "the author asked for it"\n  variorum remove site:news.example --archive kept --reason "the licence has ended"',
      )
  },
  async run(io, operands, options) {
    const reason = String(options.reason).trim()
    if (reason === "" || reason.length > reasonCharsMax) {
      io.writeErr(`variorum remove: --reason takes 1 to ${reasonCharsMax} characters\n`)
      return exitStatus.usage
    }
    const opened = await openArchive(archiveOperand(options.archive, io), false)
    if (!opened.ok) {
      io.writeErr(`variorum remove: ${opened.error}\n`)
      return exitStatus.failed
    }
    const archive = opened.value
    try {
      const removedBy = typeof options.by === "string" ? options.by : userInfo().username
      const removedAt = new Date().toISOString()
      const removal = await removeCaptures(archive, operands[0] ?? "", { reason, removedBy, removedAt })
      if (removal === null) {
        io.writeErr(`variorum remove: nothing of ${operands[0]} is in the archive\n`)
        return exitStatus.nothing
      }
      await withRecordWork(progressOn(io, false), (work) => catchUp(archive, work))
      await forgetRemoved(archive)
      await io.writeOut(`${removal.captures.length} captures removed.\n`)
      return exitStatus.ok
    } finally {
      await archive.close()
    }
  },
}
