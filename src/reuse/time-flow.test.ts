import fc from "fast-check"
import { expect, test } from "vitest"
import { timeRange } from "./published-time.ts"
import { weighDates } from "./time-flow.ts"

/** A tree by its edges, dates by hour of one day, or null; the likeliest origins. */
function check(
  hours: readonly (string | null)[],
  edges: readonly (readonly [number, number])[],
  best: readonly number[],
): void {
  const weights = weighDates(timesOf(hours), neighbours(hours.length, edges))
  const most = Math.max(...weights)
  expect([...weights.keys()].filter((place) => most - weights[place]! < 1e-9)).toEqual(best)
}

function timesOf(hours: readonly (string | null)[]) {
  return hours.map((hour) => timeRange(hour === null ? null : `2031-03-04T${hour}`))
}

function neighbours(count: number, edges: readonly (readonly [number, number])[]): number[][] {
  const around: number[][] = Array.from({ length: count }, () => [])
  for (const [a, b] of edges) {
    around[a]!.push(b)
    around[b]!.push(a)
  }
  return around
}

const chain = [
  [0, 1],
  [1, 2],
  [2, 3],
] as const

test("the first of a chain in order of time", () => check(["08:00", "09:00", "10:30", "11:00"], chain, [0]))
test("from the middle both ways", () => check(["11:00", "09:00", "10:30", "12:00"], chain, [1]))
test("one false date does not turn the chain", () => check(["08:00", "09:00", "10:00", "03:00"], chain, [0]))
test("a text without a date may be the origin", () => check([null, "09:00", "10:00", "11:00"], chain, [1]))
test("no dates tell nothing", () => check([null, null, null, null], chain, [0, 1, 2, 3]))
test("one date for all tells nothing", () => check(["08:00", "08:00", "08:00", "08:00"], chain, [0, 1, 2, 3]))

const trees = fc
  .array(fc.tuple(fc.nat(1000), fc.option(fc.integer({ min: 0, max: 23 }), { nil: null })), {
    minLength: 2,
    maxLength: 12,
  })
  .map((rows) => ({
    edges: rows.slice(1).map(([up], i) => [up % (i + 1), i + 1] as const),
    hours: rows.map(([, hour]) => (hour === null ? null : `${String(hour).padStart(2, "0")}:00`)),
  }))

test("law: names of the texts do not matter", () => {
  fc.assert(
    fc.property(trees, ({ edges, hours }) => {
      const last = hours.length - 1
      const weights = weighDates(timesOf(hours), neighbours(hours.length, edges))
      const turned = weighDates(
        timesOf([...hours].reverse()),
        neighbours(
          hours.length,
          edges.map(([a, b]) => [last - a, last - b] as const),
        ),
      )
      for (const [place, weight] of weights.entries()) expect(turned[last - place]).toBeCloseTo(weight, 6)
    }),
  )
})

test("law: another tree beside it changes no preference", () => {
  fc.assert(
    fc.property(trees, ({ edges, hours }) => {
      const alone = weighDates(timesOf(hours), neighbours(hours.length, edges))
      const shifted = edges.map(([a, b]) => [a + hours.length, b + hours.length] as const)
      const both = weighDates(
        timesOf([...hours, ...hours]),
        neighbours(2 * hours.length, [...edges, ...shifted]),
      )
      for (const [place, weight] of alone.entries()) {
        expect(both[place]).toBeCloseTo(weight, 6)
        expect(both[hours.length + place]).toBeCloseTo(weight, 6)
      }
    }),
  )
})
