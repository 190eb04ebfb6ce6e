import { expect, test } from "vitest"
import { columnKey } from "./packed.ts"
import { sampleEnd } from "./site-steps.ts"

test.each([
  [1, 1, 1],
  [128, 128, 128],
  [129, 50, 80],
  [256, 110, 146],
  [257, 50, 80],
  [10_000, 60, 150],
])("of %i pages no fewer than %i are learnt from, and no more than %i", (pages, least, most) => {
  const end = sampleEnd(pages)
  const learnt = Array.from({ length: pages }, (_, n) => columnKey(String(n))).filter(
    (digest) => digest < end,
  )
  expect(learnt.length).toBeGreaterThanOrEqual(least)
  expect(learnt.length).toBeLessThanOrEqual(most)
})
