import { expect, test } from "vitest"
import { type ReportId, readArticle } from "../../article/index.ts"
import type { Span } from "../../base/index.ts"
import type { Analysis } from "../analysis.ts"
import { readReport } from "../read-report.ts"

function analysisOf(text: string): Analysis {
  const source = { kind: "stdin", name: "-", member: null, sha256: "t", capturedAt: null } as const
  const article = readArticle(
    { id: "t", source, content: { kind: "text", text, markdown: false } },
    { id: "t" as ReportId, explain: false },
  )
  return readReport(article, { explain: false })
}

const cut = (text: string, span: Span | null): string =>
  span === null ? "?" : text.slice(span.start, span.end)

function checkDemands(text: string, ...drawn: readonly string[]): void {
  const seen = analysisOf(text).demands.map(
    ({ kind, by, of, what }) => `${kind}: ${cut(text, by)} > ${cut(text, of)}: ${cut(text, what)}`,
  )
  expect(seen).toEqual(drawn)
}

function checkResponses(text: string, ...drawn: readonly string[]): void {
  const seen = analysisOf(text).responses.map(
    ({ kind, by, about }) => `${kind}: ${cut(text, by)}: ${cut(text, about)}`,
  )
  expect(seen).toEqual(drawn)
}

test("headlines and clauses with that", () => {
  checkDemands(
    "Dockers demand harbour board cut ties with Orbis",
    "demand: Dockers > harbour board: cut ties with Orbis",
  )
  checkDemands(
    "The mayor got a letter, signed by dozens, demanding that the company cancel its contract.",
    "demand: a letter > the company: cancel its contract",
  )
})
test("quoted verbs", () =>
  checkDemands(
    "The letter demands Orbis “cancel its contracts” with the navy.",
    "demand: The letter > Orbis: cancel its contracts” with the navy",
  ))
test("calls, and a second asked in the same breath", () =>
  checkDemands(
    "The union urged the board to change its policy and Parliament to pass a law, it said.",
    "call: The union > the board: change its policy",
    "call: The union > Parliament: pass a law",
  ))
test("questions", () =>
  checkDemands("Reporters asked why the ferry sailed.", "question: Reporters > ?: why the ferry sailed"))
test("promises and refusals end where the next begins", () =>
  checkDemands(
    "Orbis refused to sail and promised to pay.",
    "refusal: Orbis > ?: sail",
    "promise: ? > ?: pay",
  ))
test("nouns are no demands", () => checkDemands("The demand for ferries rose after a call to the office."))

test("a passive asks its subject", () => {
  checkDemands("Sailors were urged by the port to stay ashore.", "call: the port > Sailors: stay ashore")
  checkDemands("Tarn was asked whether she had sailed.", "question: ? > Tarn: whether she had sailed")
})

test("demands and promises told by nouns", () => {
  checkDemands("Orr’s call for a boycott failed.", "call: Orr > ?: a boycott")
  checkDemands("There were calls for the mayor to resign.", "call: ? > the mayor: resign")
  checkDemands("The navy faces calls to ban nets.", "call: ? > The navy: ban nets")
})

test("what was asked is turned down", () => {
  checkDemands("The board rejected a plea to close the bay.", "refusal: The board > ?: close the bay")
  checkDemands("The mayor ruled out a toll.", "refusal: The mayor > ?: a toll")
  checkDemands("The club declined to sell its ground.", "refusal: The club > ?: sell its ground")
})

test("asked in quotation marks", () =>
  checkDemands("“Who pays?” asked Anna Tarn.", "question: Anna Tarn > ?: Who pays?"))

test("what nobody did, might do, or a thing does, is no demand", () => {
  checkDemands("Nobody asked the crew to wait. The port did not urge ships to sail.")
  checkDemands("If sailors demand more, the yard will close. The firm could ask a judge to act.")
  checkDemands("The recipe calls for eggs. The winger called for the ball. The job demands patience.")
  checkDemands("Two officials, who asked not to be named, left.")
})

test("silence, refusal and answer", () => {
  checkResponses(
    "The firm declined to answer questions on its ties, but it did not address its sales to the navy directly.",
    "refused: The firm: questions on its ties",
    "not-addressed: it: its sales to the navy directly",
  )
  checkResponses("Orbis did not immediately respond to a request for comment.", "not-addressed: Orbis: ?")
  checkResponses("A spokeswoman, who declined to comment, left.", "refused: A spokeswoman: ?")
  checkResponses("The company has yet to provide details.", "not-addressed: The company: details")
  checkResponses("Emails to the yard went unanswered.", "not-addressed: the yard: ?")
  checkResponses("The mayor ignored questions about the toll.", "not-addressed: The mayor: the toll")
  checkResponses("“No comment,” said Anna Tarn.", "refused: Anna Tarn: ?")
  checkResponses("The toll was not disclosed. Police responded to a fire.")
  checkResponses("Orbis agreed to repay the fares.", "answered: Orbis: repay the fares")
})
