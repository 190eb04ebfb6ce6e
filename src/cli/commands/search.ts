import { openArchive, type SearchHit, type SearchIn, searchArchive } from "../../store/index.ts"
import { archiveOperand } from "../archive-operand.ts"
import { bringUpToDate } from "../archive-record.ts"
import type { CommandSpec } from "../command-spec.ts"
import { exitStatus } from "../io.ts"
import { printable } from "../plain-text.ts"
import { progressOn } from "../progress.ts"

const places: readonly SearchIn[] = ["reports", "statements", "names"]
const countDefault = 20
const countMax = 1000

/** The sentences of an archive that hold some words. */
export const searchCommand: CommandSpec = {
  name: "search",
  summary: "the newest reports of an archive that hold some words, each with the sentence",
  configure: (command) =>
    void command
      .argument("<word...>", "every one must be there; one that ends in * is the beginning of a word")
      .requiredOption("--archive <archive>", "the archive: a folder, or postgres://user@host/database")
      .option("--in <where>", "reports, statements (what somebody said) or names", "reports")
      .option("--count <n>", "so many at the most", String(countDefault))
      .option(
        "--json",
        "one line of JSON a report: {report, title, outlet, published, story, passage, found}",
      )
      .addHelpText(
        "after",
        "\nExamples:\n  variorum search ferry captain --archive kept\n  variorum search harbour* --in names --archive kept --json",
      ),
  async run(io, operands, options) {
    const within = places.find((place) => place === options.in)
    const count = Number(options.count)
    if (within === undefined || !Number.isInteger(count) || count < 1 || count > countMax) {
      io.writeErr(
        `variorum search: --in takes ${places.join(", ")}, and --count a number up to ${countMax}\n`,
      )
      return exitStatus.usage
    }
    const opened = await openArchive(archiveOperand(options.archive, io), false)
    if (!opened.ok) {
      io.writeErr(`variorum search: ${opened.error}\n`)
      return exitStatus.failed
    }
    const archive = opened.value
    try {
      await bringUpToDate(archive, io, progressOn(io, options.json === true))
      const hits = await searchArchive(archive, operands.join(" "), { within, count })
      for (const hit of hits)
        await io.writeOut(options.json === true ? `${JSON.stringify(hit)}\n` : `${hitText(hit)}\n`)
      return hits.length === 0 ? exitStatus.nothing : exitStatus.ok
    } finally {
      await archive.close()
    }
  },
}

function hitText({ report, title, outlet, published, passage }: SearchHit): string {
  const told = [published?.slice(0, 10), outlet, title].filter((part) => part !== undefined && part !== null)
  const text = passage === null ? "(in the title)" : passage.text.replace(/\s+/g, " ")
  return `${printable(told.join(" · ") || report)}\n  ${printable(text)}`
}
