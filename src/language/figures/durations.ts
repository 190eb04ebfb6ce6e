import type { Numerals } from "../numerals/numeral.ts"
import { tableByHash } from "../numerals/words.ts"
import { continuesLine, isHyphen, wordAt } from "../token-text.ts"
import { boundsOf, comparatorBefore } from "./comparators.ts"
import { restAfter } from "./compounds.ts"
import type { FigureSource } from "./figure-source.ts"
import type { FoundFigure } from "./found-figure.ts"
import { unitTable } from "./units.ts"

type Opener = "one" | "whole" | "few" | "couple"

const openers = tableByHash<Opener>([
  ["a", "one"],
  ["an", "one"],
  ["another", "one"],
  ["full", "whole"],
  ["whole", "whole"],
  ["entire", "whole"],
  ["all", "whole"],
  ["few", "few"],
  ["several", "few"],
  ["couple", "couple"],
])

const leads =
  /^(?:for|within|in|after|than|under|nearly|almost|about|around|over|roughly|approximately|least|takes|took|take|lasted|last|lasting|by)$/

/**
 * Lengths of time without a number: "within an hour", "another month", "a full year", "all week", "a few hours", "an
 * hour and a half". Behind other words an article and a unit are a rate or a date ("twice a week", "a year ago"). In
 * order. "Few" and "several" are two at least.
 */
export function findLooseDurations(source: FigureSource, numerals: Numerals): readonly FoundFigure[] {
  const { tokens } = source
  const found: FoundFigure[] = []
  for (let at = 0; at < tokens.count; at++) {
    const opener = openers.get(tokens.hashes[at]!)
    const duration = opener === undefined ? null : durationAt(source, numerals, at, opener)
    if (duration === null || duration.start < (found.at(-1)?.end ?? 0)) continue
    found.push(duration)
  }
  return found
}

function durationAt(
  source: FigureSource,
  numerals: Numerals,
  at: number,
  opener: Opener,
): FoundFigure | null {
  const { tokens, text } = source
  const word = wordAt(source, at)
  let next = at + 1
  if (opener === "whole" && next < tokens.count && isHyphen(text, tokens.starts[next]!)) next++
  if (opener === "couple" && wordAt(source, next) === "of") next++
  const unit = next < tokens.count ? unitTable.get(tokens.hashes[next]!) : undefined
  const isSeveral = opener === "few" || opener === "couple"
  if (unit?.kind !== "time" || unit.glued || unit.plural !== isSeveral || !continuesLine(source, next))
    return null
  if (unit.unit === "second" && !isSeveral) return null
  const half =
    opener === "one" &&
    wordAt(source, next + 1) === "and" &&
    /^an? half$/.test(`${wordAt(source, next + 2)} ${wordAt(source, next + 3)}`)
  const isArticle = word === "a" || word === "an"
  if (isArticle && !half && !leads.test(wordAt(source, at - 1))) return null
  const whole = half ? next + 4 : next + 1
  const rest =
    half || opener === "few"
      ? null
      : restAfter(source, numerals, { unit: unit.unit, factor: 1, tokenEnd: whole, age: false })
  const end = rest?.tokenEnd ?? whole
  if (
    /^(?:ago|earlier|later|before|of|from|old)$/.test(wordAt(source, end)) &&
    !(half && wordAt(source, end) === "of")
  )
    return null
  const article =
    /^an?$/.test(wordAt(source, at - 1)) &&
    (isSeveral || word === "full" || word === "whole" || word === "entire")
  const first = article ? at - 1 : at
  const core = { start: tokens.starts[first]!, end: tokens.ends[end - 1]! }
  const before = comparatorBefore(source, first)
  const value = opener === "few" ? null : (opener === "couple" ? 2 : half ? 1.5 : 1) + (rest?.value ?? 0)
  const bounds = value === null ? { low: 2, high: null } : boundsOf(value, before?.bound ?? null)
  return {
    start: before === null ? core.start : tokens.starts[before.tokenStart]!,
    end: core.end,
    value,
    ...bounds,
    unit: unit.unit,
    qualifier:
      before === null
        ? word === "another"
          ? word
          : null
        : text.slice(tokens.starts[before.tokenStart], tokens.ends[first - 1]).toLowerCase(),
    of: null,
    core,
  }
}
