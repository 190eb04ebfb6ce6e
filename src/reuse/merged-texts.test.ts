import fc from "fast-check"
import { expect, test } from "vitest"
import { matter } from "../../test/drawn-matter.ts"
import type { ReportId } from "../article/index.ts"
import { type ReuseReport, reuseReportOf } from "./reuse-report.ts"
import { traceLineage } from "./trace-lineage.ts"

function reportOf(id: string, text: string, published: string | null = null): ReuseReport {
  return reuseReportOf({ id: id as ReportId, text, published })
}

/** Draws each direction as "parent > child", sorted. */
function directions(reports: readonly ReuseReport[]): readonly string[] {
  return traceLineage(reports)
    .links.flatMap(({ a, b, direction }) =>
      direction === null ? [] : [direction === "a>b" ? `${a} > ${b}` : `${b} > ${a}`],
    )
    .sort()
}

function check(reports: readonly ReuseReport[], drawn: readonly string[]): void {
  expect(directions(reports)).toEqual(drawn)
}

const p = matter(0, 10)
const q = matter(1, 10)
const withParagraphs = [
  matter(0, 4),
  matter(1, 2, 2),
  matter(0, 3, 4),
  matter(1, 2, 6),
  matter(0, 3, 7),
].join(" ")
const halves = `${matter(0, 5)} ${matter(1, 5, 5)}`

test("one text whole, with passages of another between", () =>
  check([reportOf("p", p), reportOf("q", q), reportOf("m", withParagraphs)], ["p > m", "q > m"]))

test("a half of each, dated after both", () =>
  check(
    [reportOf("p", p, "2031-04-02"), reportOf("q", q, "2031-04-02"), reportOf("m", halves, "2031-04-04")],
    ["p > m", "q > m"],
  ))

test("a half of each without dates may be what both took from", () =>
  check([reportOf("p", p), reportOf("q", q), reportOf("m", halves)], []))

test("two that each took a half of one are not its parents", () =>
  check(
    [reportOf("p", p, "2031-04-04"), reportOf("q", q, "2031-04-04"), reportOf("m", halves, "2031-04-02")],
    [],
  ))

test("a copy of what was put together has one parent", () =>
  check(
    [
      reportOf("p", p),
      reportOf("q", q),
      reportOf("m", withParagraphs),
      reportOf("n", withParagraphs.replaceAll(" outbridge ", " ").replace(/\S+ \S+ \S+\.$/, "")),
    ],
    ["m > n", "p > m", "q > m"],
  ))

test("the reasons name both parents", () => {
  const { links } = traceLineage([reportOf("p", p), reportOf("q", q), reportOf("m", withParagraphs)])
  for (const { direction, reasons } of links)
    if (direction !== null) expect(reasons.join("; ")).toMatch(/put together from p and q/)
})

test("law: the order of reports does not matter", () => {
  const reports = [
    reportOf("p", p, "2031-04-02"),
    reportOf("q", q),
    reportOf("m", withParagraphs),
    reportOf("h", halves, "2031-04-05"),
    reportOf("n", `${withParagraphs} Nobody came.`),
  ]
  const lineage = traceLineage(reports)
  fc.assert(
    fc.property(fc.shuffledSubarray(reports, { minLength: reports.length }), (shuffled) => {
      expect(traceLineage(shuffled)).toEqual(lineage)
    }),
    { numRuns: 10 },
  )
})
