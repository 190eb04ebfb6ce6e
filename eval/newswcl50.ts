import { readFileSync } from "node:fs"
import { join } from "node:path"

/** One report of story-newswcl50, its text set again from the set's tokens. */
export interface NewswclReport {
  /** `0_LL`: the event and the outlet. */
  readonly id: string
  readonly event: string
  readonly text: string
}

interface Line {
  readonly id: string
  readonly event: string
  readonly sentences_tok_coref: readonly (readonly (readonly [string, string])[])[]
}

export const newswclFolder = "data/story-newswcl50"

/** The fifty reports, in the order of the file. Offsets in labels are into these texts. */
export function newswclReports(shared: string): readonly NewswclReport[] {
  return readFileSync(join(shared, newswclFolder, "newswcl50.jsonl"), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const { id, event, sentences_tok_coref: sentences } = JSON.parse(line) as Line
      return { id, event, text: textOf(sentences.flatMap((tokens) => tokens.map(([token]) => token))) }
    })
}

const closing = /^(?:[,.;:?!)\]%…’”]|n't$|['’](?:s|re|ve|ll|m|d|S)$|\.\.\.$)/u
const opening = /^[([$#“‘]$/u

/** Words as they are printed: marks close to their words, straight quotation marks by turns, breaks as paragraphs. */
export function textOf(tokens: readonly string[]): string {
  let text = ""
  let isTight = true
  let isOpen = false
  for (const printed of tokens) {
    const token = printed.replaceAll("\u00a0", " ").trim()
    if (token === "") continue
    if (token === "\\n") {
      text = `${text}\n\n`
      isTight = true
      isOpen = false
      continue
    }
    const closes = token === '"' ? isOpen : closing.test(token)
    const isBare = token === "-" || token === "/"
    text += isTight || closes || isBare ? token : ` ${token}`
    if (token === '"') isOpen = !isOpen
    isTight = isBare || opening.test(token) || (token === '"' && isOpen)
  }
  return text.replace(/\n{3,}/g, "\n\n").trim()
}
