import fc from "fast-check"
import { expect, test } from "vitest"
import type { ReportId } from "../article/index.ts"
import { summariseStory } from "./summarise-story.ts"
import type { SummaryReport, SummarySource } from "./summary-source.ts"

/** A report of sentences, one a line. */
function reportOf(id: string, lines: readonly string[], language = "en"): SummaryReport {
  const text = lines.join(" ")
  let at = 0
  const sentences = lines.map((line) => {
    const start = at
    at += line.length + 1
    return { start, end: start + line.length }
  })
  return { id: id as ReportId, text, language, sentences, omitted: [] }
}

function sourceOf(reports: readonly SummaryReport[], copies: readonly string[] = []): SummarySource {
  const texts = reports
    .filter(({ id }) => !copies.includes(id))
    .map(({ id }, at) => ({ members: at === 0 ? [id, ...(copies as ReportId[])] : [id], origin: null }))
  return { reports, texts, disagreements: [] }
}

function words(
  { reports }: SummarySource,
  { report, start, end }: { report: string; start: number; end: number },
) {
  return `${report} ${reports.find(({ id }) => id === report)!.text.slice(start, end)}`
}

const closed = "The harbour board closed the northern lock after cracks were found in 12 of its gates."
const engineer = "Engineers from Varde will inspect the pumps beneath the old customs house next spring."
const story = [
  reportOf("a", [closed, "Barges wait in the outer basin and pay no fees while they lie there."]),
  reportOf("b", [
    "Cracks in 12 gates made the harbour board close its northern lock.",
    "Fishermen mended nets on the quay.",
    engineer,
  ]),
  reportOf("c", ["The northern lock was closed by the harbour board.", "Cracks were found in 12 gates."]),
]

test("what all tell, though in other words or in two sentences, and what only one tells", () => {
  const source = sourceOf(story)
  const { agreed, single } = summariseStory(source)
  expect(agreed.map(({ sentence, distinct, texts }) => [words(source, sentence), distinct, texts])).toEqual([
    [`a ${closed}`, 3, 3],
  ])
  expect(single.map((sentence) => words(source, sentence))).toEqual([
    `b ${engineer}`,
    "a Barges wait in the outer basin and pay no fees while they lie there.",
  ])
})

test("a sentence with another figure is not told by all", () => {
  const source = sourceOf([...story.slice(0, 2), reportOf("c", [closed.replace("12", "9")])])
  expect(summariseStory(source).agreed).toEqual([])
})

test("what one text and its copies tell, only one tells", () => {
  const copy = { ...story[1]!, id: "z" as ReportId }
  const source: SummarySource = {
    reports: [...story, copy],
    texts: [
      { members: ["a" as ReportId], origin: null },
      { members: ["b" as ReportId, "z" as ReportId], origin: null },
      { members: ["c" as ReportId], origin: null },
    ],
    disagreements: [],
  }
  expect(summariseStory(source)).toEqual(summariseStory(sourceOf(story)))
})

test("each value of a disagreement stands in a sentence, and what is disputed is agreed on by nobody", () => {
  const at = closed.indexOf("12")
  const values = [
    { value: "12", distinct: 2, evidence: [{ report: "a" as ReportId, start: at, end: at + 2 }] },
  ]
  const source = { ...sourceOf(story), disagreements: [{ values }] }
  const { agreed, differs } = summariseStory(source)
  expect(differs.map(({ values: [value] }) => words(source, value!.sentence!))).toEqual([`a ${closed}`])
  expect(agreed.map(({ sentence }) => sentence.report)).not.toContain("a")
})

test("a report in another language is compared with none, and one report has nothing to agree with", () => {
  const other = reportOf(
    "d",
    ["Le conseil du port a fermé une écluse après la découverte de fissures profondes."],
    "fr",
  )
  expect(summariseStory(sourceOf([...story, other]))).toEqual(summariseStory(sourceOf(story)))
  expect(summariseStory(sourceOf(story.slice(0, 1)))).toEqual({ agreed: [], differs: [], single: [] })
})

const lines = fc.array(
  fc.constantFrom(
    closed,
    engineer,
    "Cracks in 12 gates made the harbour board close its northern lock.",
    "Barges wait in the outer basin and pay no fees while they lie there.",
    "It was cold.",
  ),
  { minLength: 1, maxLength: 5 },
)

test("law: the order of reports changes nothing, and every sentence shown is one of a report's", () => {
  fc.assert(
    fc.property(fc.array(lines, { minLength: 1, maxLength: 5 }), (drawn) => {
      const source = sourceOf(drawn.map((own, at) => reportOf(`r${at}`, own)))
      const summary = summariseStory(source)
      const reversed = {
        ...source,
        reports: [...source.reports].reverse(),
        texts: [...source.texts].reverse(),
      }
      expect(summariseStory(reversed)).toEqual(summary)
      for (const cited of [...summary.single, ...summary.agreed.flatMap(({ evidence }) => evidence)]) {
        const report = source.reports.find(({ id }) => id === cited.report)!
        expect(report.sentences).toContainEqual({ start: cited.start, end: cited.end })
      }
    }),
  )
})
