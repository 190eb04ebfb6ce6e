import { decodeReadRequest, encodeRead } from "../../api/index.ts"
import type { CommandSpec } from "../command-spec.ts"
import { runLineFilter } from "../filter.ts"

/** What one report says, one JSON line each. */
export const readCommand: CommandSpec = {
  name: "read",
  summary:
    "what one report says: JSON Lines {id, text, title?, published?, outlet?, language?} in, its quotations, figures, times, names and demands out",
  configure: (command) => {
    command
      .option("--explain", "add to each quotation the candidates for its speaker, with their features")
      .addHelpText(
        "after",
        '\nExample:\n  echo \'{"id":"1","text":"“We sail at nine,” said Anna Tarn."}\' | variorum read --explain\n',
      )
  },
  run: (io, _operands, options) =>
    runLineFilter(io, decodeReadRequest, (request) => encodeRead(request, options.explain === true)),
}
