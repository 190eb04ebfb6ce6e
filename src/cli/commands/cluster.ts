import { decodeStreamedReport } from "../../api/index.ts"
import { createStoryStream, windowReportsDefault } from "../../story/index.ts"
import type { CommandSpec } from "../command-spec.ts"
import { runStreamFilter } from "../filter.ts"
import { exitStatus } from "../io.ts"
import { readRulings, rulingsFlag, rulingsHelp } from "../read-rulings.ts"

/** Which reports tell one story, as they come. */
export const clusterCommand: CommandSpec = {
  name: "cluster",
  summary:
    "which reports tell one story: JSON Lines {id, title?, text, published?} in, {id, story, reasons} out",
  configure: (command) => {
    command
      .option(
        "--repair",
        "allow later merges and splits: a report that moves is printed again, with the reason",
      )
      .option("--window <reports>", "reports kept in mind", String(windowReportsDefault))
      .option(rulingsFlag, rulingsHelp)
  },
  run: async (io, _operands, options) => {
    const windowReports = Number(options.window)
    if (!Number.isInteger(windowReports) || windowReports < 1) {
      io.writeErr("variorum cluster: --window takes a whole number of reports\n")
      return exitStatus.usage
    }
    const rulings = await readRulings(options.rulings, io)
    if (!rulings.ok) {
      io.writeErr(`variorum cluster: ${rulings.error}\n`)
      return exitStatus.usage
    }
    const repair = options.repair === true
    const stream = createStoryStream({ windowReports, repair, rulings: rulings.value })
    return runStreamFilter(
      io,
      decodeStreamedReport,
      (report) => stream.place(report),
      () => stream.close(),
    )
  },
}
