import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { encodeRecord } from "../src/api/index.ts"
import { readCapture } from "../src/intake/index.ts"
import { makeRecord } from "../src/pipeline/index.ts"
import type { EvalMeasure } from "./measure.ts"
import { type GoldStory, scoreRecord } from "./score-record.ts"

const folder = "stories/microsoft-ice-2018"

/**
 * The record of the labelled story, from its files on: readings found, their grouping, disagreements, substitution
 * rules, furniture and metadata. Scored as `score/record.py` beside the data scores it.
 */
export const statementsMeasure: EvalMeasure = {
  name: "record/labelled-story",
  needs: [folder],
  run: async (sharedFolder) => {
    const path = join(sharedFolder, folder)
    const gold = JSON.parse(readFileSync(join(path, "gold.json"), "utf8")) as GoldStory
    const readings = readdirSync(path)
      .filter((name) => name.endsWith(".txt"))
      .sort()
      .map((name) =>
        readCapture({
          kind: "file",
          name,
          bytes: readFileSync(join(path, name)),
          mediaType: null,
          charset: null,
          capturedAt: null,
        }),
      )
    const record = makeRecord(
      readings.flatMap(({ documents }) => documents),
      readings.flatMap(({ gaps }) => gaps),
    )
    return scoreRecord(gold, encodeRecord(record, { tool: "eval", options: {}, inputs: [] }))
  },
}
