import type { TimeRange } from "./published-time.ts"
import { walkForest } from "./tree-walk.ts"

/** The part of the dates that is taken to be false, and how far off those are, in usual delays. */
const falseShare = 0.35
const falseReach = 2

/** Steps of the axis of time that latent times are looked for on. */
const stepsMax = 256
/** The axis goes on for so many usual delays around the dates, and a gap without any counts for as many at most. */
const marginDelays = 3

/**
 * For every text of a tree the logarithm of how likely the dates are if all others come from it, up to one constant
 * for each tree. Copying takes time, of the length that is usual in this tree, and never runs back; a date is right or,
 * with a fixed chance, false. The true times are summed out by messages passed along each edge both ways (Pearl,
 * Probabilistic Reasoning in Intelligent Systems, 1988, chapter 4), so all origins are weighed at once. All zero where
 * dates tell nothing. Cost: 256 steps for each text.
 */
export function weighDates(
  times: readonly (TimeRange | null)[],
  around: readonly (readonly number[])[],
): Float64Array {
  const weights = new Float64Array(times.length)
  const delay = usualDelay(times, around)
  if (delay === null) return weights
  const axis = axisOf(times, delay)
  const own = times.map((time) => dateWeights(time, axis, delay))
  const keep = Math.exp(-axis.step / delay)
  for (const { order, from } of walkForest(around)) {
    passUpAndDown(order, from, own, keep)
    for (const place of order) weights[place] = logSum(own[place]!)
  }
  return weights
}

/** Leaves with every text of a tree the logarithm of the weight of the whole tree, by the time of the text. */
function passUpAndDown(
  order: readonly number[],
  parents: ReadonlyMap<number, number>,
  whole: readonly Float64Array[],
  keep: number,
): void {
  const upward = new Map<number, Float64Array>()
  for (const place of [...order].reverse()) {
    const parent = parents.get(place)!
    if (parent < 0) continue
    const message = earlier(whole[place]!, keep)
    upward.set(place, message)
    addTo(whole[parent]!, message, 1)
  }
  for (const place of order.slice(1)) {
    const rest = Float64Array.from(whole[parents.get(place)!]!)
    addTo(rest, upward.get(place)!, -1)
    // Read from the other text as the origin, the step above is a copy of this one: time flows the other way.
    addTo(whole[place]!, earlier(rest, keep), 1)
  }
}

/** Half of the dated neighbours are no further apart; null where no two are, or all have one date. */
function usualDelay(
  times: readonly (TimeRange | null)[],
  around: readonly (readonly number[])[],
): number | null {
  const delays: number[] = []
  const widths: number[] = []
  for (const [place, others] of around.entries()) {
    const time = times[place]
    if (!time) continue
    widths.push(time.last - time.first)
    for (const other of others) {
      const next = times[other]
      if (other > place && next) delays.push(Math.abs(middle(next) - middle(time)))
    }
  }
  if (delays.length === 0) return null
  const delay = Math.max(median(delays), median(widths) / 2)
  return delay > 0 && delays.some((length) => length > 0) ? delay : null
}

interface Axis {
  readonly step: number
  readonly size: number
  /** A time's place on the axis, not rounded. */
  readonly placeOf: (time: number) => number
}

function axisOf(times: readonly (TimeRange | null)[], delay: number): Axis {
  const known = [...new Set(times.flatMap((time) => (time ? [time.first, time.last] : [])))].sort(
    (x, y) => x - y,
  )
  const margin = marginDelays * delay
  const at = new Map<number, number>()
  let end = margin
  known.forEach((time, i) => {
    if (i > 0) end += Math.min(margin, time - known[i - 1]!)
    at.set(time, end)
  })
  const step = (end + margin) / (stepsMax - 1)
  return { step, size: stepsMax, placeOf: (time) => at.get(time)! / step }
}

/** What a date says of the true time. */
function dateWeights(time: TimeRange | null, { size, step, placeOf }: Axis, delay: number): Float64Array {
  const weights = new Float64Array(size)
  if (time === null) return weights
  const [first, last] = [Math.round(placeOf(time.first)), Math.round(placeOf(time.last))]
  const reach = (falseReach * delay) / step
  for (let at = 0; at < size; at++) {
    const off = at < first ? first - at : at > last ? at - last : 0
    const right = off === 0 ? (1 - falseShare) / (last - first + 1) : 0
    weights[at] = Math.log(right + (falseShare * Math.exp(-off / reach)) / (2 * reach + last - first))
  }
  return weights
}

/** By the time of the text above, the weight of one made from it, whose delay falls off exponentially. */
function earlier(weights: Float64Array, keep: number): Float64Array {
  const most = weights.reduce((x, y) => Math.max(x, y))
  const message = new Float64Array(weights.length)
  let sum = 0
  for (let at = weights.length - 1; at >= 0; at--) {
    sum = keep * sum + (1 - keep) * Math.exp(weights[at]! - most)
    message[at] = Math.log(sum + Number.MIN_VALUE) + most
  }
  return message
}

function addTo(sums: Float64Array, more: Float64Array, factor: 1 | -1): void {
  for (let at = 0; at < sums.length; at++) sums[at] = sums[at]! + factor * more[at]!
}

function logSum(weights: Float64Array): number {
  const most = weights.reduce((x, y) => Math.max(x, y))
  return most + Math.log(weights.reduce((sum, weight) => sum + Math.exp(weight - most), 0))
}

function middle({ first, last }: TimeRange): number {
  return (first + last) / 2
}

function median(values: readonly number[]): number {
  return [...values].sort((x, y) => x - y)[values.length >> 1]!
}
