import fc from "fast-check"
import { expect, test } from "vitest"
import { matter } from "../../test/drawn-matter.ts"
import type { ReportId } from "../article/index.ts"
import { randomOf, spanText } from "../base/index.ts"
import { type ReuseReport, reuseReportOf } from "./reuse-report.ts"
import { traceLineage } from "./trace-lineage.ts"

const about =
  "Our wire is a co-operative of nineteen coastal papers and has sent its reports to every harbour of the country since the first telegraph was laid."
const statement =
  "“We never promised anybody that the money would be paid out before the winter, and whoever says so has not read the letter,” the treasurer said."

function reportOf(id: string, text: string, published: string | null = null): ReuseReport {
  return reuseReportOf({ id: id as ReportId, text, published })
}

function check(reports: readonly ReuseReport[], links: readonly string[], setAside: readonly string[]): void {
  const lineage = traceLineage(reports)
  expect(lineage.links.map(({ a, b, kind }) => `${a} ${kind} ${b}`)).toEqual(links)
  const texts = new Map(reports.map(({ id, text }) => [id, text]))
  expect(
    lineage.background.map(({ report, span }) => `${report}: ${spanText(texts.get(report)!, span)}`),
  ).toEqual(setAside)
}

const words = (text: string): string => text.slice(0, -1)

test("a paragraph that reports of three matters print is no link", () =>
  check(
    [0, 1, 2].map((n) => reportOf(`r${n}`, `${matter(n, 4)}\n\n${about}`)),
    [],
    [0, 1, 2].map((n) => `r${n}: ${words(about)}`),
  ))

test("two reports are too few to tell", () =>
  check(
    [0, 1].map((n) => reportOf(`r${n}`, `${matter(n, 4)}\n\n${about}`)),
    ["r0 shares r1"],
    [],
  ))

test("a statement that all reports of one matter print stays", () =>
  check(
    [0, 1, 2].map((i) =>
      reportOf(
        `r${i}`,
        `${matter(3, 12)
          .split(". ")
          .slice(4 * i, 4 * i + 4)
          .join(". ")}.\n\n${statement}`,
      ),
    ),
    ["r0 shares r1", "r0 shares r2", "r1 shares r2"],
    [],
  ))

test("a paragraph of what happened before, in reports of one matter weeks apart, is set aside", () =>
  check(
    [0, 1, 2].map((i) =>
      reportOf(
        `r${i}`,
        `${matter(3, 12)
          .split(". ")
          .slice(4 * i, 4 * i + 4)
          .join(". ")}.\n\n${about}`,
        `2031-0${i + 1}-10`,
      ),
    ),
    [],
    [0, 1, 2].map((i) => `r${i}: ${words(about)}`),
  ))

test("a copy stays linked by its own words, and its reasons tell what does not count", () => {
  const reports = [
    ...[0, 1, 2].map((n) => reportOf(`r${n}`, `${matter(n, 4)}\n\n${about}`)),
    reportOf("s0", `${matter(0, 3)} Nobody came.\n\n${about}`),
  ]
  const { links } = traceLineage(reports)
  expect(links.map(({ a, b }) => `${a} ${b}`)).toEqual(["r0 s0"])
  expect(links[0]!.reasons.at(-1)).toBe(
    "27 more words are set aside: 4 texts print them, some of which share nothing else",
  )
  for (const { a } of links[0]!.passages) expect(a.end).toBeLessThanOrEqual(reports[0]!.text.indexOf(about))
})

test("texts that differ in a house's line alone are one text", () => {
  const { texts } = traceLineage([
    ...[0, 1, 2].map((n) => reportOf(`r${n}`, `${matter(n, 4)}\n\n${about}`)),
    reportOf("s0", matter(0, 4)),
  ])
  expect(texts.map(({ members }) => members.join(" "))).toEqual(["r0 s0", "r1", "r2"])
})

test("a report that three digests print whole is no background", () => {
  const short = matter(7, 3)
  const lineage = traceLineage([
    ...[0, 1, 2].map((n) => reportOf(`d${n}`, `${matter(n, 4)}\n\n${short}`)),
    reportOf("r", short),
  ])
  expect(lineage.background).toEqual([])
  expect(lineage.links.map(({ a, b, kind }) => `${a} ${kind} ${b}`)).toContain("d0 extract r")
})

test("law: neither order nor a family of copies changes what is set aside", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 12 }), fc.nat(1000), (copies, seed) => {
      const random = randomOf(seed)
      const reports = [
        ...[0, 1, 2, 4].map((n) => reportOf(`r${n}`, `${matter(n, 4)}\n\n${about}`)),
        ...Array.from({ length: copies }, (_, i) =>
          reportOf(`s${i}`, `${matter(0, 4)} Said ${i}.\n\n${about}`),
        ),
      ]
      const shuffled = reports.map((report) => ({ report, at: random.next() })).sort((x, y) => x.at - y.at)
      const lineage = traceLineage(reports)
      expect(traceLineage(shuffled.map(({ report }) => report))).toEqual(lineage)
      expect(lineage.background.map(({ report }) => report)).toHaveLength(reports.length)
    }),
    { numRuns: 15 },
  )
})
