import { numeralAt } from "../numerals/numeral.ts"
import { continuesLine, isHyphen, touches, wordAt } from "../token-text.ts"
import type { Clock, Taken, TimeSource } from "./phrase.ts"
import type { DayPart } from "./words.ts"

/** A time of day at the token: "7:25 PM ET", "4pm", "half past eight", "9 o'clock", "noon", "12 midnight". */
export function takeClock(source: TimeSource, index: number): Taken<Clock> | null {
  const taken =
    takeSpokenClock(source, index) ??
    takeNumericClock(source, index) ??
    hourOfPart(source, index) ??
    hourAtTwelve(source, index)
  if (taken === null) return null
  let { value: clock, end } = taken
  const twelve = takeTwelve(source, end)
  if (twelve !== null && clock.hour <= 12 && index < end) {
    clock = twelve.value === 12 ? inPart(clock, "noon") : { ...clock, hour: clock.hour % 12, certain: true }
    end = twelve.end
  }
  const part = takePart(source, end)
  if (part !== null && (wordAt(source, end) === "in" || wordAt(source, end) === "at") && clock.hour <= 12) {
    clock = inPart(clock, part.value)
    end = part.end
  }
  if (continuesLine(source, end) && isZone(source, end)) end++
  return { value: clock, end }
}

/** "8 in the morning": the part of the day says that the number is an hour. */
function hourOfPart(source: TimeSource, index: number): Taken<Clock> | null {
  const hour = bareHour(source, index)
  if (hour === null || hour.value.hour > 12 || !/^(?:in|at)$/.test(wordAt(source, hour.end))) return null
  return takePart(source, hour.end) === null ? null : hour
}

/** "12 midnight", "1 lunchtime". */
function hourAtTwelve(source: TimeSource, index: number): Taken<Clock> | null {
  const hour = bareHour(source, index)
  if (hour === null || hour.value.hour > 12 || takeTwelve(source, hour.end) === null) return null
  return hour.value.hour === 12 || wordAt(source, hour.end) === "lunchtime" ? hour : null
}

/** "Noon" or "midnight" behind an hour: 12 or 0. */
function takeTwelve(source: TimeSource, index: number): Taken<12 | 0> | null {
  if (!continuesLine(source, index)) return null
  const word = wordAt(source, index)
  if (word === "midnight") return { value: 0, end: index + 1 }
  const part = index < source.tokens.count ? source.table.get(source.tokens.hashes[index]!) : undefined
  return part?.kind === "part" && part.part === "noon" ? { value: 12, end: index + 1 } : null
}

/**
 * "in the morning", "morning", "at night", "early-morning", "late in the afternoon", "mid-day": the part of a day at
 * the token.
 */
export function takePart(source: TimeSource, index: number): Taken<DayPart> | null {
  let at = index
  if (!continuesLine(source, at) && at > 0) return null
  const lead = wordAt(source, at)
  if (lead === "in" || lead === "during" || lead === "on") {
    if (wordAt(source, at + 1) !== "the") return null
    at += 2
  } else if (lead === "at" || lead === "the") at++
  if (/^(?:early|late|mid|earlier|later)$/.test(wordAt(source, at))) {
    at++
    if (at < source.tokens.count && isHyphen(source.text, source.tokens.starts[at]!)) at++
    else if (wordAt(source, at) === "in" && wordAt(source, at + 1) === "the") at += 2
  }
  const word = at < source.tokens.count ? source.table.get(source.tokens.hashes[at]!) : undefined
  const isMidday = word?.kind === "day" || word?.kind === "unit" || word?.kind === "clock"
  if (isMidday && /^(?:day|night)$/.test(wordAt(source, at)) && /^mid$|^-$/.test(wordAt(source, at - 1)))
    return { value: "noon", end: at + 1 }
  if (word?.kind !== "part" && (word?.kind !== "parts" || at === index)) return null
  if (lead === "at" && word.part !== "night" && wordAt(source, at) !== "lunchtime") return null
  return { value: word.part, end: at + 1 }
}

function takeSpokenClock(source: TimeSource, index: number): Taken<Clock> | null {
  const word = wordAt(source, index)
  if (word === "noon" || word === "noonish" || word === "midday")
    return { value: { hour: 12, minute: 0, certain: true }, end: index + 1 }
  if (word === "midnight") return { value: { hour: 0, minute: 0, certain: true }, end: index + 1 }
  if (word === "mid" && wordAt(source, index + 1) === "night")
    return { value: { hour: 0, minute: 0, certain: true }, end: index + 2 }
  const past = takePastHour(source, index)
  if (past !== null) return past
  const hour = numeralAt(source.numerals, index)
  if (hour === null || hour.written !== "words" || hour.kind !== "cardinal" || hour.value > 24) return null
  const minutes = numeralAt(source.numerals, hour.tokenEnd)
  const hasMinutes =
    minutes !== null && minutes.written === "words" && minutes.value >= 10 && minutes.value < 60
  const end = hasMinutes ? minutes.tokenEnd : hour.tokenEnd
  const minute = hasMinutes ? minutes.value : null
  const half = takeHalfOfDay(source, end)
  if (half !== null) return { value: clockOf(hour.value, minute, half.value), end: half.end }
  const oclock = takeOclock(source, end)
  if (oclock === null && minute !== null) return { value: { hour: hour.value, minute, certain: false }, end }
  return oclock === null ? null : { value: { hour: hour.value, minute: 0, certain: false }, end: oclock }
}

/** "half past eight", "a quarter to nine", "20 minutes past 8". */
function takePastHour(source: TimeSource, index: number): Taken<Clock> | null {
  let at = index
  let minutes: number | null = null
  const lead = wordAt(source, at)
  const numeral = numeralAt(source.numerals, at)
  if (numeral !== null && numeral.kind === "fraction" && numeral.value < 1) {
    minutes = numeral.value * 60
    at = numeral.tokenEnd
  } else if (lead === "quarter") {
    minutes = 15
    at++
  } else if (numeral !== null && numeral.kind === "cardinal" && numeral.value < 60) {
    const unit = wordAt(source, numeral.tokenEnd)
    const isMinutes = unit === "minutes" || unit === "mins" || unit === "min"
    minutes = numeral.value
    at = isMinutes ? numeral.tokenEnd + 1 : numeral.tokenEnd
    if (!isMinutes && numeral.value % 5 !== 0) return null
  } else return null
  const side = wordAt(source, at)
  if (side !== "past" && side !== "to" && side !== "before" && side !== "after") return null
  if (
    numeral !== null &&
    numeral.kind === "cardinal" &&
    side !== "past" &&
    !/^min(?:ute)?s?$/.test(wordAt(source, at - 1))
  )
    return null
  const hour = takeClock(source, at + 1) ?? bareHour(source, at + 1)
  if (hour === null || (hour.value.minute && side === "past")) return null
  const before = side === "to" || side === "before"
  const total =
    (hour.value.hour * 60 + (hour.value.minute ?? 0) + (before ? -minutes : minutes) + 1440) % 1440
  return {
    value: { hour: Math.floor(total / 60), minute: Math.round(total % 60), certain: hour.value.certain },
    end: hour.end,
  }
}

/** An hour with nothing that says it is one: only where something else does. */
export function bareHour(source: TimeSource, index: number): Taken<Clock> | null {
  const numeral = numeralAt(source.numerals, index)
  if (numeral === null || numeral.kind !== "cardinal" || numeral.suffix !== "") return null
  if (!Number.isInteger(numeral.value) || numeral.value < 0 || numeral.value > 24) return null
  if (numeral.written === "digits" && !numeral.plain) return null
  return {
    value: { hour: numeral.value, minute: null, certain: numeral.value > 12 || numeral.value === 0 },
    end: numeral.tokenEnd,
  }
}

function takeNumericClock(source: TimeSource, index: number): Taken<Clock> | null {
  const { text, tokens } = source
  const numeral = numeralAt(source.numerals, index)
  if (numeral === null || numeral.written !== "digits") return null
  const raw = text.slice(tokens.starts[index], tokens.ends[index]).toLowerCase()
  const glued = /^(\d{1,2})(?:\.(\d{2}))?(am|pm|a|p|h)$/.exec(raw)
  if (glued && glued[3] !== "h") {
    const end = glued[3]!.length === 1 ? endOfGluedHalf(source, index + 1) : index + 1
    return valid(
      Number(glued[1]),
      glued[2] ? Number(glued[2]) : null,
      glued[3]!.startsWith("p") ? "pm" : "am",
      end,
    )
  }
  const run = /^(\d{1,2})(\d{2})(am|pm)$/.exec(raw)
  if (run) return valid(Number(run[1]), Number(run[2]), run[3] as "am" | "pm", index + 1)
  // "11ish", "11-ish", "7ampm".
  const loose = /^(\d{1,2})(?:ish|ampm)$/.exec(raw)
  if (loose) return valid(Number(loose[1]), null, null, index + 1)
  if (/^\d{1,2}$/.test(raw) && wordAt(source, index + 2) === "ish" && touches(source, index + 2))
    return valid(Number(raw), null, null, index + 3)
  // "18h30", "18 h" of French pages.
  const french = source.english ? /^(\d{1,2})h(\d{2})?$/.exec(raw) : null
  if (french) return valid(Number(french[1]), french[2] ? Number(french[2]) : 0, null, index + 1)
  const colon =
    text[tokens.starts[index + 1] ?? -1] === ":" && touches(source, index + 1) && touches(source, index + 2)
  if (colon && /^\d{1,2}$/.test(raw)) return clockWithColon(source, index, Number(raw))
  const dotted = /^(\d{1,2})[.](\d{2})$/.exec(raw)
  const packed = /^(\d{1,2})(\d{2})$/.exec(raw)
  const plain = /^\d{1,2}$/.test(raw) ? Number(raw) : null
  const stop = wordAt(source, index + 1) === "." && touches(source, index + 1) && touches(source, index + 2)
  const half = takeHalfOfDay(source, stop ? index + 2 : index + 1)
  if (half !== null) {
    const match = dotted ?? packed
    if (plain !== null) return valid(plain, null, half.value, half.end)
    if (match) return valid(Number(match[1]), Number(match[2]), half.value, half.end)
  }
  const oclock = takeOclock(source, index + 1)
  if (oclock !== null && plain !== null && plain <= (source.english ? 24 : 12))
    return { value: { hour: plain, minute: 0, certain: Boolean(source.english) }, end: oclock }
  if (oclock !== null && dotted) return valid(Number(dotted[1]), Number(dotted[2]), null, oclock)
  // "1930 GMT", "0800 hours": four digits and a zone.
  if (packed && raw.length === 4 && (isZone(source, index + 1) || wordAt(source, index + 1) === "hrs"))
    return valid(Number(packed[1]), Number(packed[2]), null, index + 2)
  return null
}

/** "2.30", as British papers print it: a clock only where a day and "at" say so. */
export function takeDottedClock(source: TimeSource, index: number): Taken<Clock> | null {
  const match = /^(\d{1,2})\.(\d{2})$/.exec(wordAt(source, index))
  return match ? valid(Number(match[1]), Number(match[2]), null, index + 1) : null
}

/** What may follow "1p": " m", or ".m." as some print it. */
function endOfGluedHalf(source: TimeSource, at: number): number {
  if (wordAt(source, at) === "m") return at + 1
  if (wordAt(source, at) === "." && wordAt(source, at + 1) === "m" && touches(source, at + 1))
    return wordAt(source, at + 2) === "." && touches(source, at + 2) ? at + 3 : at + 2
  return at
}

/** "7:25", "7:25:30 pm", "19:25". */
function clockWithColon(source: TimeSource, index: number, hour: number): Taken<Clock> | null {
  const raw = wordAt(source, index + 2)
  const match = /^(\d{2})(am|pm|a|p)?$/.exec(raw)
  if (!match) return null
  const minute = Number(match[1])
  let end = index + 3
  let ending = match[2]
  if (ending === undefined && source.text[source.tokens.starts[end] ?? -1] === ":" && touches(source, end)) {
    const seconds = /^(\d{2})(am|pm|a|p)?$/.exec(wordAt(source, end + 1))
    if (seconds) {
      end += 2
      ending = seconds[2]
    }
  }
  if (ending !== undefined)
    return valid(
      hour,
      minute,
      ending.startsWith("p") ? "pm" : "am",
      ending.length > 1 ? end : endOfGluedHalf(source, end),
    )
  const half = takeHalfOfDay(source, end)
  return half === null ? valid(hour, minute, null, end) : valid(hour, minute, half.value, half.end)
}

function valid(
  hour: number,
  minute: number | null,
  half: "am" | "pm" | null,
  end: number,
): Taken<Clock> | null {
  if (hour > 24 || (minute ?? 0) > 59) return null
  return { value: clockOf(hour, minute, half), end }
}

function clockOf(hour: number, minute: number | null, half: "am" | "pm" | null): Clock {
  if (half === null) return { hour, minute, certain: hour > 12 || hour === 0 }
  const twelve = hour > 12 ? hour : (hour % 12) + (half === "pm" ? 12 : 0)
  return { hour: twelve, minute, certain: true }
}

/** "pm", "p.m.", "p m": with the full stop that belongs to it. */
function takeHalfOfDay(source: TimeSource, index: number): Taken<"am" | "pm"> | null {
  if (!continuesLine(source, index)) return null
  const word = wordAt(source, index)
  const half = word.startsWith("p") ? "pm" : "am"
  if (word === "am" || word === "pm") return { value: half, end: index + 1 }
  if (word === "a.m" || word === "p.m") {
    const stop = wordAt(source, index + 1) === "." && touches(source, index + 1)
    return { value: half, end: stop ? index + 2 : index + 1 }
  }
  if ((word === "a" || word === "p") && wordAt(source, index + 1) === "m")
    return { value: half, end: index + 2 }
  return null
}

function takeOclock(source: TimeSource, index: number): number | null {
  const word = wordAt(source, index)
  return word === "o'clock" || word === "oclock" ? index + 1 : null
}

/** The hour as the part of the day says it: 7 in the evening is 19. */
export function inPart(clock: Clock, part: DayPart): Clock {
  const later =
    part === "afternoon" ||
    part === "evening" ||
    (part === "night" && clock.hour >= 6) ||
    (part === "noon" && clock.hour <= 3)
  const hour =
    later && clock.hour < 12 ? clock.hour + 12 : part === "night" && clock.hour === 12 ? 0 : clock.hour
  return { hour, minute: clock.minute, certain: true }
}

const zones = new Set(
  "ET EST EDT CT CST CDT MT MST MDT PT PST PDT GMT UTC BST CET CEST IST JST AEST AEDT Z Eastern Pacific Central".split(
    " ",
  ),
)

function isZone({ text, tokens }: TimeSource, index: number): boolean {
  return index < tokens.count && zones.has(text.slice(tokens.starts[index], tokens.ends[index]))
}
