import * as fc from "fast-check"
import { expect, test } from "vitest"
import type { ReportId } from "../article/index.ts"
import { digestOf, type MeetingKeys, type Neighbour } from "./meeting-keys.ts"
import { meetingReach, type NearPair, nearPairs } from "./near-pairs.ts"
import { neighbourhoodsOf } from "./neighbourhoods.ts"

function reportOf(name: string, day: number, weights: Readonly<Record<number, number>>): MeetingKeys {
  const report = name as ReportId
  const keys = Object.entries(weights).map(([key, weight]) => ({ key: Number(key), day, weight }))
  return { report, day, digest: digestOf(report), keys }
}

function drawn(pairs: readonly NearPair[]): readonly string[] {
  return pairs.map(({ a, b, millionths }) => `${a.report} ${b.report} ${millionths}`).sort()
}

const between = (x: Neighbour, y: Neighbour, millionths: number): NearPair => ({ a: x, b: y, millionths })
const crowd = (count: number, day = 0): readonly MeetingKeys[] =>
  Array.from({ length: count }, (_, n) => reportOf(`r${n}`, day, {}))
/** Each with the next. */
const chain = (reports: readonly Neighbour[], millionths: number): readonly NearPair[] =>
  reports.slice(1).map((report, i) => between(reports[i]!, report, millionths))

test("near are those that share heavy keys, by the sum of the products", () =>
  expect(
    drawn(
      nearPairs([
        reportOf("a", 0, { 1: 400, 2: 300 }),
        reportOf("b", 1, { 1: 500, 2: 100 }),
        reportOf("c", 1, { 2: 400 }),
      ]),
    ),
  ).toEqual(["a b 230000"]))
test("but not more than a week apart, copies excepted", () =>
  expect(
    drawn(
      nearPairs([reportOf("a", 0, { 1: 900 }), reportOf("b", 7, { 1: 900 }), reportOf("c", 8, { 1: 900 })]),
    ),
  ).toEqual(["a b 810000", "b c 810000"]))
test("of many holders of a key each meets those that stand next to it", () => {
  const holders = Array.from({ length: 100 }, (_, n) => reportOf(`r${n}`, 0, { 1: 900 }))
  const pairs = nearPairs(holders)
  expect(pairs).toHaveLength(meetingReach * (100 - meetingReach) + (meetingReach * (meetingReach - 1)) / 2)
})

test("few reports are one neighbourhood, however unlike", () =>
  expect(neighbourhoodsOf(crowd(64), [])).toHaveLength(1))
test("of more each has its own", () => expect(neighbourhoodsOf(crowd(65), [])).toHaveLength(65))
test("a loose crowd is parted where it hangs together by more", () => {
  const reports = crowd(200)
  const pairs = [
    ...chain(reports, 160_000),
    ...chain(reports.slice(0, 5), 260_000),
    ...chain(reports.slice(5, 9), 260_000),
  ]
  expect(neighbourhoodsOf(reports, pairs).filter((members) => members.length > 1)).toEqual([
    ["r0", "r1", "r2", "r3", "r4"],
    ["r5", "r6", "r7", "r8"],
  ])
})
test("too many that are all alike are parted by their days, and then by their digests", () => {
  const reports = [
    ...crowd(1_500),
    ...crowd(40, 3).map((one) => ({ ...one, report: `d${one.report}` as ReportId })),
  ]
  const sizes = neighbourhoodsOf(reports, chain(reports, 900_000)).map((members) => members.length)
  expect(Math.max(...sizes)).toBeLessThan(1_000)
  expect(sizes).toContain(40)
})
test("what a person has put together stays together", () => {
  const reports = crowd(2_100)
  const ruled = chain(reports, Number.POSITIVE_INFINITY)
  expect(neighbourhoodsOf(reports, ruled)).toHaveLength(1)
})

const pile = fc
  .array(
    fc.record({
      day: fc.integer({ min: 0, max: 20 }),
      keys: fc.dictionary(fc.constantFrom("1", "2", "3", "4", "5", "6"), fc.integer({ min: 200, max: 600 }), {
        maxKeys: 3,
      }),
    }),
    { minLength: 60, maxLength: 160 },
  )
  .map((list) => list.map(({ day, keys }, n) => reportOf(`r${n}`, day, keys)))

test("law: neighbourhoods part the reports, and are the same for any order of them", () =>
  fc.assert(
    fc.property(pile, fc.infiniteStream(fc.nat()), (reports, dice) => {
      const found = neighbourhoodsOf(reports, nearPairs(reports))
      expect(found.flat().sort()).toEqual(reports.map(({ report }) => report).sort())
      const shuffled = reports
        .map((report) => ({ report, at: dice.next().value }))
        .sort((x, y) => x.at - y.at)
        .map(({ report }) => report)
      expect(neighbourhoodsOf(shuffled, [...nearPairs(shuffled)].reverse())).toEqual(found)
    }),
    { numRuns: 40 },
  ))
