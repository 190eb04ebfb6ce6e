import { expect, test } from "vitest"
import { randomOf } from "../src/base/index.ts"
import { labelTexts } from "./block-labels.ts"
import { addedBy, type BoostingOptions, growTrees } from "./boosted-trees.ts"

const options: BoostingOptions = {
  trees: 40,
  leavesMax: 4,
  rate: 0.3,
  leafRowsMin: 5,
  penalty: 1,
  rowShare: 0.8,
  featureShare: 1,
}

test("trees learn what no single feature tells, and the same seed grows the same trees", () => {
  const random = randomOf(7)
  const features = Array.from({ length: 600 }, () => [random.next(), random.next(), random.next()])
  const wanted = features.map(([a, b]) => a! < 0.5 !== b! < 0.3)
  const sample = { features, wanted, weights: features.map(() => 1) }
  const trees = growTrees(sample, options, randomOf(1))
  const right = features.filter(
    (row, i) => trees.reduce((sum, tree) => sum + addedBy(tree, row), 0) > 0 === wanted[i],
  )
  expect(right.length).toBeGreaterThan(570)
  expect(growTrees(sample, options, randomOf(1))).toEqual(trees)
})

/** Draws which of `texts` stand in `body`: `+` of those that do, `-` of the others, `.` of those without words. */
function checkLabels(texts: readonly string[], body: string, marks: string): void {
  const labels = labelTexts(
    texts,
    texts.map(() => true),
    body,
  )
  expect(labels.map((label) => (label < 0 ? "." : label >= 0.5 ? "+" : "-")).join("")).toBe(marks)
}

test("texts are found in the labelled body, short ones only between their neighbours", () => {
  const first = "The ferry left the quay at nine with eighty people aboard."
  const last = "It came back at noon with all of them and a great many fish."
  checkLabels(["Menu", first, "A long night", "—", last, "Menu"], `${first}\nA long night\n${last}`, "-++.+-")
  checkLabels([first, "Fish", last, "Read on"], `${first} ${last}`, "+-+-")
  checkLabels([last, first, last], `${first}\n${last}`, "++-")
})
