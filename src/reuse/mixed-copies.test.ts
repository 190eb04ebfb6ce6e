import { expect, test } from "vitest"
import type { ReportId } from "../article/index.ts"
import { alignPrepared } from "./align.ts"
import { findMixed } from "./mixed-copies.ts"
import { prepareReport, reuseReportOf } from "./reuse-report.ts"

/** Two hundred words, of which those at `places` are put otherwise, each version in its own way. */
function version(name: string, places: readonly number[]): readonly string[] {
  return Array.from({ length: 200 }, (_, i) => (places.includes(i) ? `${name}word${i}` : `plain${i}`))
}

const tens = (from: number, to: number, shift: number): readonly number[] =>
  Array.from({ length: (to - from) / 10 }, (_, i) => from + 10 * i + shift)

const original = version("o", [])
const left = version("l", tens(0, 200, 4))
const right = version("r", tens(0, 200, 8))
const mixed = [...left.slice(0, 100), ...right.slice(100)]

function check(texts: Readonly<Record<string, readonly string[]>>, told: readonly string[]): void {
  const prepared = Object.entries(texts).map(([id, words]) =>
    prepareReport(reuseReportOf({ id: id as ReportId, text: words.join(" ") })),
  )
  const alignments = prepared.flatMap((x, i) => prepared.slice(i + 1).map((y) => alignPrepared(x, y)!))
  const drawn = findMixed(alignments).map(
    ({ child, first, second, copies }) =>
      `${child.report.id} = ${first.report.id} + ${second.report.id}, ${copies.length} copies`,
  )
  expect(drawn).toEqual(told)
  const turned = [...alignments].reverse()
  expect(findMixed(turned).map(({ child }) => child.report.id)).toEqual(told.map((line) => line[0]))
}

test("a copy that follows one version first and another last comes from both", () =>
  check({ l: left, m: mixed, o: original, r: right }, ["m = l + r, 0 copies"]))

test("of its copies it is said only that they are", () => {
  const copy = mixed.map((word, i) => ([31, 71, 131, 171].includes(i) ? `again${i}` : word))
  check({ l: left, m: mixed, n: copy, o: original, r: right }, ["m = l + r, 1 copies"])
})

test("versions made one from the other come from no two", () => {
  const next = left.map((word, i) => (i % 20 === 9 ? `next${i}` : word))
  const other = left.map((word, i) => (i % 20 === 19 ? `other${i}` : word))
  check({ l: left, n: next, o: original, p: other }, [])
})

test("a text of which editors changed one end each is their source", () => {
  const early = version("e", tens(0, 100, 4))
  const late = version("f", tens(100, 200, 8))
  check({ e: early, f: late, o: original }, [])
})
