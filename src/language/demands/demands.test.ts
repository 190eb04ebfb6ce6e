import { expect, test } from "vitest"
import type { Span } from "../../base/index.ts"
import { tokenize } from "../tokens.ts"
import { findDemands } from "./demands.ts"
import { findResponses } from "./responses.ts"

const sourceOf = (text: string) => ({
  text,
  tokens: tokenize(text),
  sentences: [],
  names: [],
  quotations: [],
})
const cut = (text: string, span: Span | null): string =>
  span === null ? "?" : text.slice(span.start, span.end)

function checkDemands(text: string, ...drawn: readonly string[]): void {
  const seen = findDemands(sourceOf(text)).map(
    ({ kind, by, of, what }) => `${kind}: ${cut(text, by)} > ${cut(text, of)}: ${cut(text, what)}`,
  )
  expect(seen).toEqual(drawn)
}

function checkResponses(text: string, ...drawn: readonly string[]): void {
  const seen = findResponses(sourceOf(text)).map(
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

test("silence, refusal and answer", () => {
  checkResponses(
    "The firm declined to answer questions on its ties, but it did not address its sales to the navy directly.",
    "refused: The firm: questions on its ties",
    "not-addressed: it: its sales to the navy directly",
  )
  checkResponses("Orbis did not immediately respond to a request for comment.", "not-addressed: Orbis: ?")
  checkResponses("A spokeswoman, who declined to comment, left.", "refused: A spokeswoman: ?")
  checkResponses("The company has yet to provide details.", "not-addressed: The company: details")
  checkResponses("Orbis agreed to repay the fares.", "answered: Orbis: repay the fares")
})
