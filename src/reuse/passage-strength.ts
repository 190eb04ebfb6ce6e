import type { PreparedReport } from "./reuse-report.ts"
import type { WordPassage } from "./word-passages.ts"

/** Names and figures are the story's, not the writer's: a word with a capital or a digit tells this much of one. */
const nameWeight = 0.4

/** A character of a script without gaps tells about half a word. */
const singleWeight = 0.5

/** Words of a run that the language and the matter bring about by themselves. */
const freeWords = 2

/**
 * How far a passage is from what two writers hit upon alone: over its exact runs, the words beyond the first two,
 * names counted for less. Broken runs tell little: they are titles, places and set phrases with other words between.
 */
export function passageStrength(passage: WordPassage, a: PreparedReport): number {
  let strength = 0
  for (const run of passage.runs) {
    let words = 0
    for (let k = 0; k < run.length; k++) words += wordWeight(a, run.a + k)
    strength += Math.max(0, words - freeWords)
  }
  return strength
}

/** What the strength would be if every word told most: never less than it is. */
export function strengthMax({ runs }: WordPassage): number {
  return runs.reduce((sum, { length }) => sum + Math.max(0, length - freeWords), 0)
}

function wordWeight({ report, words }: PreparedReport, place: number): number {
  const token = words.tokens[place]!
  const start = report.tokens.starts[token]!
  const unit = report.text.charCodeAt(start)
  if (unit >= 0x61 && unit <= 0x7a) return 1
  if (unit < 0x80) return nameWeight
  if (unit >= 0x2e80 && report.tokens.ends[token]! - start === 1) return singleWeight
  const first = String.fromCharCode(unit)
  return first === first.toLowerCase() ? 1 : nameWeight
}
