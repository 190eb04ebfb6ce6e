import { expect, test } from "vitest"
import { belowFloor, f1Of } from "./measure.ts"

test("a figure on its floor holds, one below or missing does not", () => {
  const floor = { atLeast: { f1: 0.9 }, atMost: { wrong: 0.02 } }
  expect(belowFloor({ f1: 0.9, wrong: 0.02 }, floor)).toEqual([])
  expect(belowFloor({ f1: 0.89, wrong: 0.03 }, floor)).toHaveLength(2)
  expect(belowFloor({}, floor)).toHaveLength(2)
})

test("f1 of nothing found is 0", () => expect(f1Of(0, 0, 5).f1).toBe(0))
