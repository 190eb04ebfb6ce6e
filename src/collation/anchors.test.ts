import fc from "fast-check"
import { expect, test } from "vitest"
import { anchorsBetween } from "./anchors.ts"

test.each([
  [[1, 2, 3, 4], [1, 2, 3, 4], ["0:0+4"]],
  [
    [1, 2, 9, 3, 4],
    [1, 2, 8, 8, 3, 4],
    ["0:0+2", "3:4+2"],
  ],
  [[1, 2, 1, 2], [1, 2], []],
  [[3, 4, 1, 2, 5, 6], [1, 2, 5, 6, 3, 4], ["2:0+4"]],
])("runs of two in %j and %j", (a, b, drawn) => {
  expect(anchorsBetween(a, b, 2).map((run) => `${run.a}:${run.b}+${run.length}`)).toEqual(drawn)
})

test("law: anchors are equal runs, rising in both and never overlapping", () => {
  const items = fc.array(fc.nat(5), { maxLength: 40 })
  fc.assert(
    fc.property(items, items, (a, b) => {
      let [endA, endB] = [0, 0]
      for (const run of anchorsBetween(a, b, 2)) {
        expect(run.a >= endA && run.b >= endB).toBe(true)
        expect(a.slice(run.a, run.a + run.length)).toEqual(b.slice(run.b, run.b + run.length))
        endA = run.a + run.length
        endB = run.b + run.length
      }
    }),
  )
})
