import { readFile } from "node:fs/promises"
import { resolve } from "node:path"
import { decodeRulings } from "../api/index.ts"
import { fail, ok, type Result } from "../base/index.ts"
import type { StoryRuling } from "../story/index.ts"
import type { Io } from "./io.ts"

export const rulingsFlag = "--rulings <file>"
export const rulingsHelp =
  "what people have said of which reports tell one story: JSON Lines {kind: same-story, reports} or {kind: other-story, reports, others}; later lines hold over earlier ones"

/** The rulings in the file that the option names, or none where it is not given. Of a bad file, what is wrong. */
export async function readRulings(option: unknown, io: Io): Promise<Result<readonly StoryRuling[], string>> {
  if (typeof option !== "string") return ok([])
  let text: string
  try {
    text = await readFile(resolve(io.workingFolder, option), "utf8")
  } catch {
    return fail(`the rulings ${option} cannot be read`)
  }
  const rulings = decodeRulings(text)
  return rulings.ok ? rulings : fail(`the rulings ${option}, ${rulings.error}`)
}
