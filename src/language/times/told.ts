import { continuesLine, wordAt } from "../token-text.ts"
import { timeWordAt } from "./date-parts.ts"
import type { Stretch, Taken, TimePoint, TimeSource } from "./phrase.ts"

/** False for what only looks like a time: a verb "may", a name "April Stone", a paper "The Sun", a bare part of the day. */
export function isTold(source: TimeSource, index: number, taken: Taken<Stretch>): boolean {
  const { from, to } = taken.value
  const point = from ?? to
  if (point === null) return false
  const { moment } = point
  if (moment.kind === "clock" && point.clock === null) return point.part !== null
  if (
    moment.kind === "clock" &&
    from !== to &&
    from?.clock &&
    to?.clock &&
    (from.clock.minute ?? to.clock.minute) !== null
  )
    return true
  if (moment.kind === "clock") return isClockTold(source, index, point, taken.end)
  if (from !== to) return true
  const lone = taken.end - index
  if (
    moment.kind === "date" &&
    moment.month !== null &&
    moment.day === null &&
    moment.year === null &&
    lone <= 2 &&
    point.portion === null
  )
    return isMonthTold(source, index, taken.end)
  if (moment.kind === "date" && moment.day !== null && moment.month === null) return true
  if (moment.kind === "weekday" && moment.weeks === null && lone === 1) return isWeekdayTold(source, index)
  if (moment.kind === "named" && moment.offset === null && moment.year === null)
    return isSeasonTold(source, index)
  if (moment.kind === "set" || moment.kind === "now") return true
  return true
}

function isClockTold(source: TimeSource, index: number, point: TimePoint, end: number): boolean {
  const raw = source.text.slice(source.tokens.starts[index], source.tokens.ends[end - 1])
  // "ten forty five": two numbers in words are said of nothing else.
  if (point.clock?.minute && /^\p{L}+ \p{L}+/u.test(raw)) return true
  const said =
    /\d ?[ap]\b|mid |lunch|[ap]\.? ?m\b|\d{4}|noon|midnight|midday|morning|evening|afternoon|night|\d ?h/i
  if (point.clock?.certain && said.test(raw)) return true
  const leads = /^(?:at|by|until|till|before|after|around|about|from|since|between)$/
  if (leads.test(wordAt(source, index - 1)) || leads.test(wordAt(source, index))) return true
  // "4:3" is a ratio, and "2:05" behind "in" a running time.
  return (
    /past|o'?clock|uhr|\d-?ish|ampm/i.test(raw) ||
    (/^\d{2}:\d{2}/.test(raw) && !/^(?:in|of)$/.test(wordAt(source, index - 1)))
  )
}

/** "In the summer", "by winter": a season alone needs a word that sets it in time. */
function isSeasonTold(source: TimeSource, index: number): boolean {
  const at = wordAt(source, index) === "the" ? index : index - 1
  const lead = wordAt(source, wordAt(source, at) === "the" ? at - 1 : at)
  return /^(?:in|during|by|until|till|since|over|this|before|after)$/.test(lead)
}

function isMonthTold(source: TimeSource, index: number, end: number): boolean {
  const word = timeWordAt(source, index)
  const before = wordAt(source, index - 1)
  const led =
    /^(?:in|of|since|until|till|by|from|during|early|late|mid|before|after|through|to|each|every|for)$/.test(
      before,
    )
  const capital = isCapital(source, index)
  if (source.english) return true
  if (word?.kind === "month" && (word.doubtful || word.short)) {
    if (word.doubtful && !capital) return led && before === "in"
    return led && (capital || before === "in" || before === "of")
  }
  if (!capital) return led
  const followedByName = !led && isCapital(source, end) && continuesLine(source, end)
  return !followedByName
}

function isWeekdayTold(source: TimeSource, index: number): boolean {
  const word = timeWordAt(source, index)
  if (word?.kind !== "weekday") return true
  if (!word.short) return true
  return (
    /^(?:on|until|by|from)$/.test(wordAt(source, index - 1)) || (!word.doubtful && isCapital(source, index))
  )
}

function isCapital({ text, tokens }: TimeSource, index: number): boolean {
  return index < tokens.count && /^\p{Lu}/u.test(text.slice(tokens.starts[index], tokens.ends[index]))
}
