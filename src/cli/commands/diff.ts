import { decodeDiffRequest, encodeDiff } from "../../api/index.ts"
import type { CommandSpec } from "../command-spec.ts"
import { runLineFilter } from "../filter.ts"

/** Two versions of one page, told by what their edits touch. */
export const diffCommand: CommandSpec = {
  name: "diff",
  summary: "what changed between two versions: JSON Lines {id, before, after} in, {id, edits, trivial} out",
  configure: (command) => {
    command.addHelpText(
      "after",
      '\nExample:\n  echo \'{"id":"1","before":"12 died.","after":"21 died."}\' | variorum diff\n',
    )
  },
  run: (io) => runLineFilter(io, decodeDiffRequest, encodeDiff),
}
