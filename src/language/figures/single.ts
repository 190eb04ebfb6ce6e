import { tableByHash } from "../numerals/words.ts"
import { continuesLine, isHyphen, type TokenText, wordAt } from "../token-text.ts"
import type { FoundFigure } from "./figures.ts"
import { unitTable } from "./units.ts"

const openers = tableByHash(["a", "an", "another", "full"].map((word): [string, string] => [word, word]))

const leads =
  /^(?:for|within|in|after|than|under|nearly|almost|about|around|over|roughly|approximately|least|takes|took|take|lasted|last|lasting)$/

/**
 * One unit of time without a number: "within an hour", "another month", "a full year". Behind other words an article
 * and a unit are a rate or a date ("twice a week", "a year ago"). In order.
 */
export function findSingleSpans(source: TokenText): readonly FoundFigure[] {
  const { tokens, text } = source
  const found: FoundFigure[] = []
  for (let at = 0; at < tokens.count; at++) {
    const opener = openers.get(tokens.hashes[at]!)
    if (opener === undefined) continue
    let next = at + 1
    if (next < tokens.count && opener === "full" && isHyphen(text, tokens.starts[next]!)) next++
    const unit = next < tokens.count ? unitTable.get(tokens.hashes[next]!) : undefined
    if (unit?.kind !== "time" || unit.plural || unit.unit === "second" || !continuesLine(source, next))
      continue
    if ((opener === "a" || opener === "an") && !leads.test(wordAt(source, at - 1))) continue
    if (/^(?:ago|earlier|later|before|of|from)$/.test(wordAt(source, next + 1))) continue
    const span = { start: tokens.starts[at]!, end: tokens.ends[next]! }
    found.push({
      ...span,
      value: 1,
      low: 1,
      high: 1,
      unit: unit.unit,
      qualifier: opener === "another" ? opener : null,
      of: null,
      core: span,
    })
  }
  return found
}
