import fc from "fast-check"
import { expect, test } from "vitest"
import type { Article, ReportId } from "../article/index.ts"
import { readArticle } from "../article/index.ts"
import { sha256Hex } from "../base/index.ts"
import type { Citation } from "../collation/index.ts"
import { type AnalysedReport, readReport } from "../language/index.ts"
import type { Story, StoryId, Stranger } from "../story/index.ts"
import {
  assignSigla,
  buildTimeline,
  composeRecord,
  composeStory,
  gatherEdits,
  matchDemands,
  reportGaps,
  witnessesOf,
} from "./index.ts"

function articleOf(id: string, text: string, fields: Partial<Article> = {}): Article {
  const source = {
    kind: "file",
    name: `${id}.txt`,
    member: null,
    sha256: sha256Hex(text),
    capturedAt: null,
  } as const
  const article = readArticle(
    { id, source, content: { kind: "text", text, markdown: false } },
    { id: id as ReportId, explain: false },
  )
  return { ...article, published: "2031-03-05", ...fields }
}

function reportOf(id: string, text: string, fields: Partial<Article> = {}): AnalysedReport {
  const article = articleOf(id, text, fields)
  return { article, analysis: readReport(article, { explain: false }) }
}

const reports = [
  reportOf(
    "a",
    "Dockers sent a letter on Monday. The letter demands that the harbour board cancel its contract with Orbis. The board did not immediately comment on the Orbis contract.\n\nOn Tuesday the board deleted a passage about Orbis from a blog post. The passage was later restored.",
  ),
  reportOf(
    "b",
    "A letter signed by dockers calls on the harbour board to cancel its contract with Orbis, the Gull said.\n\nThe union urged the minister to publish the inspection report of January.\n\nThis article was updated on Wednesday with a comment.",
  ),
  reportOf(
    "c",
    "The minister published the inspection report of January on Wednesday. Dockers sent a letter on Monday.",
  ),
]
const witnesses = witnessesOf(reports, [])
const cut = (citation: Citation): string => {
  const { article } = reports.find((report) => report.article.id === citation.report)!
  return `${citation.report}: ${article.text.slice(citation.start, citation.end)}`
}

test("one demand in two reports is one, with the silence that met it", () => {
  const demand = matchDemands(witnesses)[0]!
  expect(demand).toMatchObject({ what: "cancel its contract with Orbis", answer: "not-addressed" })
  expect(new Set(demand.evidence.map(({ report }) => report)).size).toBe(2)
  expect(demand.answerEvidence.map(cut)).toEqual([
    "a: The board did not immediately comment on the Orbis contract",
  ])
})

test("what is told as done is an answer", () => {
  const demand = matchDemands(witnesses).find(({ what }) => what.startsWith("publish"))!
  expect(demand.answer).toBe("answered")
  expect(demand.answerEvidence.map(({ report }) => report)).toEqual(["c"])
})

test("edits told of one page are one, and a report's own note is another", () => {
  const edits = gatherEdits(witnesses)
  expect(edits.map(({ what, when }) => `${when.from}: ${what}`)).toEqual([
    "2031-03-04: a passage was deleted, later restored",
    expect.stringMatching(/^2031-03-05: .* was updated$/),
  ])
  expect(edits[0]!.evidence.map(({ report }) => report)).toEqual(["a", "a"])
})

test("a wall that was removed is no page", () => {
  const wall = reportOf("w", "A section of the harbour wall was removed on Monday and later restored.")
  expect(gatherEdits(witnessesOf([wall], []))).toEqual([])
})

test("events are dated by the text, told by all who tell them", () => {
  const monday = buildTimeline(witnesses).find(({ from }) => from === "2031-03-03")!
  expect(monday.what.map(cut)).toEqual([
    "a: Dockers sent a letter on Monday.",
    "c: Dockers sent a letter on Monday.",
  ])
})

test("strangers are left out", () => {
  const { article } = reports[2]!
  const stranger: Stranger = { report: article.id, start: 0, end: article.text.length, why: "another story" }
  const cited = buildTimeline(witnessesOf(reports, [stranger])).flatMap(({ what }) =>
    what.map(({ report }) => report),
  )
  expect(cited).not.toContain("c")
})

test("sigla: outlet, else host, else file name; numbers in order of publication", () => {
  const sigla = assignSigla([
    articleOf("3", "x", { outlet: "The Harbour Gull", published: "2031-03-06" }),
    articleOf("1", "x", { outlet: "The Harbour Gull", published: "2031-03-05" }),
    articleOf("2", "x", { outlet: "The Lantern" }),
    articleOf("4", "x", { outlet: null, url: "https://www.thetideline.example/a" }),
    articleOf("000_05de34276a0343a1", "x", { outlet: null }),
  ])
  expect(Object.fromEntries(sigla)).toEqual({
    "1": "HG1",
    "3": "HG2",
    "2": "LAN1",
    "4": "TID1",
    "000_05de34276a0343a1": "R1",
  })
})

test("gaps say in words what is missing", () => {
  const article = articleOf("g", "x", { shortfalls: [{ kind: "paywalled", detail: null }] })
  expect(reportGaps([article])).toEqual([
    { on: "report", report: "g", what: "only the part before the paywall was served" },
  ])
})

test("law: the order of reports changes nothing, and every citation lies in its text", () => {
  const story: Story = {
    id: "s" as StoryId,
    title: null,
    reports: ["a", "b", "c"] as unknown as readonly ReportId[],
    from: null,
    to: null,
    reasons: [],
  }
  const made = (order: readonly AnalysedReport[]) =>
    composeRecord({
      reports: order,
      latestVersions: new Map(),
      stories: [
        composeStory({
          story,
          reports: order,
          lineage: { links: [], texts: [], rewrites: [], background: [] },
          apparatus: { statements: [], disagreements: [] },
          strangers: [],
          capturedEdits: [],
        }),
      ],
      inputGaps: [],
    })
  const expected = JSON.stringify(made(reports))
  fc.assert(
    fc.property(fc.shuffledSubarray(reports, { minLength: reports.length }), (order) => {
      expect(JSON.stringify(made(order))).toBe(expected)
    }),
    { numRuns: 6 },
  )
  const [record] = made(reports).stories
  for (const { report, start, end } of [
    ...record!.timeline.flatMap(({ what }) => what),
    ...record!.demands.flatMap(({ evidence, answerEvidence }) => [...evidence, ...answerEvidence]),
    ...record!.edits.flatMap(({ evidence }) => evidence),
  ]) {
    const { text } = reports.find(({ article }) => article.id === report)!.article
    expect(start).toBeGreaterThanOrEqual(0)
    expect(end).toBeGreaterThan(start)
    expect(end).toBeLessThanOrEqual(text.length)
  }
})
