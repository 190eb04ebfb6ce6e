import { resolve } from "node:path"
import {
  articleOfRequest,
  decodeReadRequest,
  encodeAnalysis,
  encodeRead,
  type ReadRequest,
} from "../../api/index.ts"
import { readReport } from "../../language/index.ts"
import { openModel, type SpeakerModel, withModelSpeakers } from "../../model/index.ts"
import type { CommandSpec } from "../command-spec.ts"
import { runLineFilter } from "../filter.ts"
import { exitStatus } from "../io.ts"

/** What one report says, one JSON line each. */
export const readCommand: CommandSpec = {
  name: "read",
  summary:
    "what one report says: JSON Lines {id, text, title?, published?, outlet?, language?} in, its quotations, figures, times, names and demands out",
  configure: (command) => {
    command
      .option("--explain", "add to each quotation the candidates for its speaker, with their features")
      .option(
        "--model <folder>",
        "a token classifier of your own (ONNX, with its labels and vocabulary) for speakers that the rules leave open",
      )
      .addHelpText(
        "after",
        '\nExample:\n  echo \'{"id":"1","text":"“We sail at nine,” said Anna Tarn."}\' | variorum read --explain\n',
      )
  },
  run: async (io, _operands, options) => {
    const explain = options.explain === true
    if (typeof options.model !== "string")
      return runLineFilter(io, decodeReadRequest, (request) => encodeRead(request, explain))
    const model = await openModel(resolve(io.workingFolder, options.model))
    if (!model.ok) {
      io.writeErr(`variorum read: ${model.error.message}\n`)
      return exitStatus.usage
    }
    return runLineFilter(io, decodeReadRequest, (request) => readWithModel(request, model.value, explain))
  },
}

async function readWithModel(request: ReadRequest, model: SpeakerModel, explain: boolean): Promise<object> {
  const article = articleOfRequest(request)
  const analysis = await withModelSpeakers(article.text, readReport(article, { explain }), model)
  return encodeAnalysis(article, analysis, explain)
}
