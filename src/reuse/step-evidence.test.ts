import { expect, test } from "vitest"
import { matter } from "../../test/drawn-matter.ts"
import type { ReportId } from "../article/index.ts"
import { isMisprint } from "./misprint.ts"
import { type ReuseReport, reuseReportOf } from "./reuse-report.ts"
import { traceLineage } from "./trace-lineage.ts"

type Known = Partial<Omit<ReuseReport, "id" | "text">>

/** The direction of the link of two texts, and a part of a reason that must be given for it. */
function check(
  a: string,
  b: string,
  drawn: string | null,
  reason: string,
  known: readonly [Known, Known] = [{}, {}],
): void {
  const { links } = traceLineage([
    reuseReportOf({ ...known[0], id: "a" as ReportId, text: a }),
    reuseReportOf({ ...known[1], id: "b" as ReportId, text: b }),
  ])
  expect(links.map(({ direction }) => direction)).toEqual([drawn])
  expect(links[0]!.reasons.join("; ")).toContain(reason)
}

const own = matter(2, 6)
const more = matter(3, 4)

test("a credit line", () =>
  check(`${own} Nobody came.`, own, "b>a", "credits it: “Coastwire”", [
    { outlet: "The Gull", credits: [{ start: 0, end: 0, kind: "agency", names: ["Coastwire"] }] },
    { outlet: "Coastwire" },
  ]))

test("words in the text that give the news to the other house", () => {
  const houses = [{ outlet: "The Gull" }, { outlet: "Harbour Times" }] as const
  for (const words of [
    "The letter was first reported by the Harbour Times",
    "In a letter obtained by the Harbour Times they refused",
    "The Harbour Times first reported the refusal",
    "She told the Harbour Times that they refused",
  ])
    check(
      `${matter(2, 2)} ${words}. ${more}`,
      `${matter(2, 2)} ${matter(4, 5)}`,
      "b>a",
      "the other credits it",
      houses,
    )
})

test("the name of the other house alone is no credit", () =>
  check(
    `${matter(2, 2)} The Harbour Times sacked two of its clerks. ${more}`,
    `${matter(2, 2)} ${matter(4, 5)}`,
    null,
    "both may",
    [{ outlet: "The Gull" }, { outlet: "Harbour Times" }],
  ))

test("two that credit a third may both have it from there", () => {
  const credits = [{ start: 0, end: 0, kind: "agency", names: ["Coastwire"] }] as const
  check(`${own} Nobody came.`, `${own} Nobody went.`, null, "both credit Coastwire", [
    { outlet: "The Gull", credits },
    { outlet: "The Tern", credits },
  ])
})

test("a date", () =>
  check(`${own} Nobody came.`, `${own} Nobody went.`, "b>a", "it is dated earlier", [
    { published: "2031-04-05" },
    { published: "2031-04-04" },
  ]))

test("a passage that one lacks", () =>
  check(`${own} ${more}`, `${matter(2, 3)} ${matter(2, 2, 4)} ${more}`, "a>b", "sooner cut than filled up"))

test("words left out inside quotation marks", () => {
  const said = (words: string): string =>
    `${own} “We shall rebuild ${words} before the herring come,” she said.`
  check(said("the whole of the north pier"), said("the north pier"), "a>b", "inside quotation marks")
})

test("a misprint", () =>
  check(
    `${own} The lighthouse keeper saw it. Later the lighthouse burned.`,
    `${own} The lighthouse keeper saw it. Later the lighthuose burned.`,
    "a>b",
    "a misprint that it has not: “lighthuose” for “lighthouse”",
  ))

test("a word replaced throughout", () => {
  const text = `The ferry left and the ferry came back. ${own} No ferry ran, but a steamer did. ${more}`
  check(text, text.replaceAll("ferry", "steamer"), "a>b", "“steamer” for “ferry” throughout")
})

test("two versions that differ in a word may both come from one source", () =>
  check(`${own} Nobody came.`, `${own} Nobody went.`, null, "both may come from one source"))

test("copies of one source say so, and a text by way of another", () => {
  const dated = (id: string, text: string, published: string): ReuseReport =>
    reuseReportOf({ id: id as ReportId, text, published })
  const { links } = traceLineage([
    dated("a", own, "2031-04-01"),
    dated("b", `${own} Nobody came home that night.`, "2031-04-02"),
    dated("c", `${own} All went well.`, "2031-04-03"),
    dated("d", `${own} Nobody came home that night. It rained and rained.`, "2031-04-04"),
  ])
  const reasonOf = (pair: string): string | undefined =>
    links.find(({ a, b }) => a + b === pair)?.reasons.at(-1)
  expect(reasonOf("bc")).toBe("both come from a")
  expect(reasonOf("ad")).toBe("it came from a to d by way of b")
})

test("what is a misprint of what", () => {
  for (const [odd, right] of [
    ["lighthuose", "lighthouse"],
    ["habour", "harbour"],
    ["harrbour", "harbour"],
  ] as const)
    expect(isMisprint(odd, right)).toBe(true)
  for (const [odd, right] of [
    ["harbours", "harbour"],
    ["form", "from"],
    ["1,204", "1,205"],
    ["harbour", "harbour"],
    ["ferries", "herring"],
  ] as const)
    expect(isMisprint(odd, right)).toBe(false)
})
