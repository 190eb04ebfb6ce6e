import { tableByHash } from "../numerals/words.ts"
import { continuesLine, wordAt } from "../token-text.ts"
import type { WordTable } from "../word-table.ts"
import type { TimeSource } from "./phrase.ts"

type Tense = "past" | "future"

const futures =
  "will won't shall scheduled due expected plans planned planning plan set slated hopes intends upcoming ahead forthcoming deadline until till hold takes begins starts opens ends expires resume resumes resuming reopen reopens reopening"
const pasts =
  "said was were had did has have told announced released published reported happened took came went made began ran got saw wrote met held left found gave sent shot died led killed brought became spoke fell rose won lost"

/** Verbs of the other languages; those that are English nouns too are left out. */
const foreign: readonly (readonly [string, Tense])[] = [
  ..."wird werden soll sollen dürfte sera seront aura auront doit doivent será serán habrá habrán tendrá debe deben"
    .split(" ")
    .map((word): [string, Tense] => [word, "future"]),
  ..."wurde wurden hatte hatten waren teilte sagte kam kamen été était étaient avait avaient fue fueron dijo había eran"
    .split(" ")
    .map((word): [string, Tense] => [word, "past"]),
]

const cues: WordTable<Tense> = tableByHash([
  ...futures.split(" ").map((word): [string, Tense] => [word, "future"]),
  ...pasts.split(" ").map((word): [string, Tense] => [word, "past"]),
  ...foreign,
])

/** How many tokens to each side are heard. */
const reach = 14

/**
 * What the nearest verb says of when: first back to the start of the clause, then on to its end. A word in -ed is
 * past. Null when nothing near says anything.
 */
export function tenseNear(source: TimeSource, start: number, end: number): Tense | null {
  return walk(source, start - 1, -1) ?? walk(source, end, 1)
}

/** The point of "Ms." or "Gov.": a short word with a capital before it. */
function isAbbreviated({ text, tokens }: TimeSource, at: number): boolean {
  if (at === 0 || tokens.ends[at - 1] !== tokens.starts[at]) return false
  const before = text.slice(tokens.starts[at - 1], tokens.ends[at - 1])
  return before.length <= 4 && /^\p{Lu}/u.test(before)
}

function walk(source: TimeSource, from: number, step: -1 | 1): Tense | null {
  const { text, tokens } = source
  for (let at = from, left = reach; left > 0 && at >= 0 && at < tokens.count; at += step, left--) {
    if (step < 0 ? !continuesLine(source, at + 1) : !continuesLine(source, at)) return null
    const last = tokens.ends[at]! - 1
    const unit = text.charCodeAt(last)
    if (unit === 63 || unit === 33 || unit === 59 || (unit === 46 && !isAbbreviated(source, at))) return null
    const cue = cues.get(tokens.hashes[at]!)
    if (cue !== undefined) return cue
    // "Is to close", "are to meet".
    if (at > 0 && wordAt(source, at) === "to" && /^(?:is|are)$/.test(wordAt(source, at - 1))) return "future"
    // "Se réunira", "se reunirán".
    if (source.english && /..r(?:ont|án?)$/.test(wordAt(source, at))) return "future"
    // "She'll", "they'll".
    if (unit === 108 && text.charCodeAt(last - 1) === 108 && /['’]/.test(text[last - 2] ?? ""))
      return "future"
    const isParticiple = unit === 100 && text.charCodeAt(last - 1) === 101 && last - tokens.starts[at]! > 3
    if (isParticiple) return "past"
  }
  return null
}
