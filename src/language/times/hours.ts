import { continuesLine, isHyphen, wordAt } from "../token-text.ts"
import { bareHour, inPart, takeClock, takePart } from "./clock.ts"
import type { Clock, Taken, TimePoint, TimeSource } from "./phrase.ts"
import { isDay, takePoint } from "./points.ts"

interface Hours {
  readonly from: TimePoint
  readonly to: TimePoint
}

/** Hours of a day: "tomorrow between 8am and 2pm", "five to seven today", "from 4pm to 5pm of June 6". */
export function takeHours(source: TimeSource, index: number): Taken<Hours> | null {
  const day = /^(?:from|between)$/.test(wordAt(source, index)) ? null : takePoint(source, index)
  if (day !== null && day.value.clock === null && isDay(day.value.moment)) {
    const led = /^(?:from|between)$/.test(wordAt(source, day.end))
    const clocks = continuesLine(source, day.end) ? takeClocks(source, day.end) : null
    return clocks === null || (clocks.value.bare && !led) ? null : onDay(day.value, clocks, clocks.end)
  }
  const clocks = takeClocks(source, index)
  if (clocks === null) return null
  const link = wordAt(source, clocks.end)
  const at = /^(?:on|of|,)$/.test(link) ? clocks.end + 1 : clocks.end
  const after = continuesLine(source, at) ? takePoint(source, at) : null
  if (after !== null && after.value.clock === null && isDay(after.value.moment))
    return onDay(after.value, clocks, after.end)
  // Two bare numbers are hours only with a day or a part of one.
  if (clocks.value.bare) return null
  return onDay({ moment: { kind: "clock" }, clock: null, part: null, portion: null }, clocks, clocks.end)
}

function onDay(day: TimePoint, { value }: Taken<Clocks>, end: number): Taken<Hours> {
  return { value: { from: { ...day, clock: value.from }, to: { ...day, clock: value.to } }, end }
}

interface Clocks {
  readonly from: Clock
  readonly to: Clock
  /** Neither side says that it is an hour. */
  readonly bare: boolean
}

/** "from 4pm to 5pm", "5 to 6 in the afternoon", "between 1 and 4". Both sides are clocks or bare hours. */
function takeClocks(source: TimeSource, index: number): Taken<Clocks> | null {
  const lead = wordAt(source, index)
  const led = lead === "from" || lead === "between"
  const at = led ? index + 1 : index
  const left = takeClock(source, at) ?? bareHour(source, at)
  if (left === null || !continuesLine(source, left.end) || !continuesLine(source, left.end + 1)) return null
  const link = wordAt(source, left.end)
  const links =
    lead === "between"
      ? link === "and"
      : /^(?:to|until|till|through)$/.test(link) || isHyphen(source.text, source.tokens.starts[left.end]!)
  if (!links) return null
  const right = takeClock(source, left.end + 1) ?? bareHour(source, left.end + 1)
  if (right === null) return null
  const part = continuesLine(source, right.end) ? takePart(source, right.end) : null
  const to = part === null ? right.value : inPart(right.value, part.value)
  const from =
    part !== null && !left.value.certain ? inPart(left.value, part.value) : halfOf(left.value, to, "first")
  const bare = takeClock(source, at) === null && takeClock(source, left.end + 1) === null && part === null
  if (!bare && !from.certain && !to.certain && from.minute === null && to.minute === null && !led) return null
  return { value: { from, to: halfOf(to, from, "last"), bare }, end: part?.end ?? right.end }
}

/** An hour that morning and evening share is of the half that the other is of: "5 to 6pm", "9 a.m. to 5". */
function halfOf(clock: Clock, other: Clock, side: "first" | "last"): Clock {
  if (clock.certain || !other.certain || clock.hour >= 12) return clock
  const [morning, evening] = [clock.hour, clock.hour + 12]
  const fits = (hour: number): boolean => (side === "first" ? hour <= other.hour : hour >= other.hour)
  // Of a stretch the shorter is meant: the first hour as late, the last as early as may be.
  const hour =
    side === "first"
      ? fits(evening)
        ? evening
        : fits(morning)
          ? morning
          : evening
      : fits(morning)
        ? morning
        : evening
  return { hour, minute: clock.minute, certain: true }
}
