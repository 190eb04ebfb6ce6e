import fc from "fast-check"
import { expect, test } from "vitest"
import { cutLayers } from "./layers.ts"

const span = fc
  .record({ start: fc.nat(30), length: fc.nat(12) })
  .map(({ start, length }) => ({ start, end: start + length }))

test("law: runs cover the range without a hole, and each unit stands under exactly its layers", () => {
  fc.assert(
    fc.property(span, fc.array(span, { maxLength: 8 }), (within, layers) => {
      const runs = cutLayers(within, layers)
      let at = within.start
      for (const run of runs) {
        expect(run.start).toBe(at)
        expect(run.end).toBeGreaterThan(run.start)
        for (let unit = run.start; unit < run.end; unit++)
          expect(new Set(run.layers)).toEqual(
            new Set(layers.filter((one) => one.start <= unit && unit < one.end)),
          )
        at = run.end
      }
      expect(at).toBe(within.end)
    }),
  )
})

test("overlapping marks become runs side by side, cut also where asked", () => {
  const [a, b] = [
    { start: 1, end: 5 },
    { start: 3, end: 8 },
  ]
  const drawn = cutLayers({ start: 0, end: 10 }, [b, a], [9]).map(
    ({ start, end, layers }) => `${start}-${end}${layers.map((one) => (one === a ? "a" : "b")).join("")}`,
  )
  expect(drawn).toEqual(["0-1", "1-3a", "3-5ab", "5-8b", "8-9", "9-10"])
})
