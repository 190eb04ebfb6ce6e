import fc from "fast-check"
import { expect, test } from "vitest"
import type { ReportId } from "../article/index.ts"
import { spanText } from "../base/index.ts"
import { alignReports } from "./align.ts"
import { reuseReportOf } from "./reuse-report.ts"

/** Draws the link of two texts: its kind, then each passage as its two wordings. */
function check(a: string, b: string, drawn: readonly string[] | null): void {
  const link = alignReports(
    reuseReportOf({ id: "a" as ReportId, text: a }),
    reuseReportOf({ id: "b" as ReportId, text: b }),
  )
  const lines = link && [
    link.kind,
    ...link.passages.map(
      (p) => `${p.kind}: ${spanText(a, p.a)}${p.kind === "verbatim" ? "" : ` = ${spanText(b, p.b)}`}`,
    ),
  ]
  expect(lines).toEqual(drawn)
}

const storm = "The harbour office closed both piers at noon after the storm tore a ferry from its moorings."
const fare = "Fares on the island line will rise by a fifth in spring, the transport board decided last week."
const fish = "Nobody had caught a herring in the outer bay since the lighthouse was painted green."

test("two single sentences that are the same", () =>
  check(storm, storm, ["identical", `verbatim: ${storm.slice(0, -1)}`]))

test("two short sentences with one word changed", () =>
  check("The mayor opened the new bridge.", "The mayor opened the old bridge.", [
    "near",
    "edited: The mayor opened the new bridge = The mayor opened the old bridge",
  ]))

test("one shared sentence in two texts", () =>
  check(`${fish} ${storm}`, `${fare} ${fare} ${storm}`, ["edited", `verbatim: ${storm.slice(0, -1)}`]))

test("an edited sentence is one passage", () =>
  check(storm, storm.replace("both piers at noon", "two of its piers at noon"), [
    "near",
    `edited: ${storm.slice(0, -1)} = ${storm.replace("both piers at noon", "two of its piers at noon").slice(0, -1)}`,
  ]))

test("two swapped paragraphs are both found", () =>
  check(`${storm}\n\n${fare}`, `${fare}\n\n${storm}`, [
    "near",
    `moved: ${storm.slice(0, -1)} = ${storm.slice(0, -1)}`,
    `verbatim: ${fare.slice(0, -1)}`,
  ]))

test("a cut of a longer text", () =>
  check(`${storm} ${fare} ${fish}`, fare, ["extract", `verbatim: ${fare.slice(0, -1)}`]))

test("texts that share set phrases only", () =>
  check(`${storm} At the end of the day it rained.`, `${fish} At the end of the day it snowed.`, null))

test("texts without words", () => check("", "…", null))

test("another script", () =>
  check(
    "港の事務所は嵐のため正午に二つの桟橋を閉鎖した。",
    "港の事務所は嵐のため正午に二つの桟橋を閉鎖したと発表。",
    ["near", "verbatim: 港の事務所は嵐のため正午に二つの桟橋を閉鎖した"],
  ))

test("a quotation that both carry says so", () => {
  const words = '"We shall rebuild the north pier before the herring come back to the bay," she said.'
  const link = alignReports(
    reuseReportOf({ id: "a" as ReportId, text: `${storm} ${fare} ${words}` }),
    reuseReportOf({
      id: "b" as ReportId,
      text: `${fish} ${fish.replace("green", "red and white")} ${words}`,
    }),
  )
  expect(link?.kind).toBe("shares")
  expect(link?.reasons.join()).toContain("both may quote one statement")
})

test("what is set aside is never shared", () => {
  const setAside = [{ start: 0, end: storm.length }]
  const a = reuseReportOf({ id: "a" as ReportId, text: `${storm} ${fish}`, setAside })
  expect(alignReports(a, reuseReportOf({ id: "b" as ReportId, text: `${storm} ${fare}` }))).toBeNull()
})

const phrases = [
  "the ferry",
  "left late",
  "from the north pier",
  "with nine men",
  "and a dog",
  "on Sunday",
  "in fog",
]
const text = fc.array(fc.constantFrom(...phrases), { maxLength: 30 }).map((parts) => parts.join(" "))

test("law: passages cut words out of both texts, in order of a, and overlap on neither side", () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      const link = alignReports(
        reuseReportOf({ id: "a" as ReportId, text: a }),
        reuseReportOf({ id: "b" as ReportId, text: b }),
      )
      const passages = link?.passages ?? []
      const byB = [...passages].sort((x, y) => x.b.start - y.b.start)
      for (let i = 0; i < passages.length; i++) {
        const { kind, ...spans } = passages[i]!
        if (kind === "verbatim") expect(spanText(a, spans.a)).toBe(spanText(b, spans.b))
        if (i > 0) expect(spans.a.start).toBeGreaterThan(passages[i - 1]!.a.end)
        if (i > 0) expect(byB[i]!.b.start).toBeGreaterThan(byB[i - 1]!.b.end)
      }
    }),
  )
})

test("law: the order of the two reports does not matter", () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [x, y] = [
        reuseReportOf({ id: "a" as ReportId, text: a }),
        reuseReportOf({ id: "b" as ReportId, text: b }),
      ]
      expect(alignReports(y, x)).toEqual(alignReports(x, y))
    }),
  )
})
