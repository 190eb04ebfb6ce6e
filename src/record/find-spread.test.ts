import { expect, test } from "vitest"
import { madeReport } from "../../test/made-report.ts"
import { type AnalysedReport, readReport } from "../language/index.ts"
import { findSpread } from "./find-spread.ts"

/** Each edit with old words, and where the others still print them. */
function check(before: string, after: string, others: readonly string[], drawn: readonly string[]): void {
  const reports = others.map((text, n) => analysed(`r${n}`, text))
  const found = findSpread(analysed("old", before), analysed("new", after), reports)
  expect(
    found.map(({ old, still }) => {
      const where = still.map(({ report, start, end }) => {
        const { text } = reports.find(({ article }) => article.id === report)!.article
        return `${report} “${text.slice(start, end)}”`
      })
      return `${before.slice(old.start, old.end)}: ${where.join(", ")}`
    }),
  ).toEqual(drawn)
}

function analysed(id: string, text: string): AnalysedReport {
  const { article } = madeReport(id, text)
  return { article, analysis: readReport(article, { explain: false }) }
}

const sank = "The ferry Lantern sank off Skerrow on Monday night, and 12 people died."
const corrected = sank.replace("12", "21")

test("a figure that was corrected, where the same is told of it", () =>
  check(
    sank,
    corrected,
    [
      "On Monday night the ferry Lantern sank off Skerrow and 12 people died.",
      "The ferry Lantern sank off Skerrow and 21 people died.",
      "A council of 12 people met on Friday to speak of the budget.",
    ],
    ["12: r0 “12”"],
  ))
test("a sentence that was dropped, in the words of others too", () =>
  check(
    `${sank} The board had known for three weeks that the engine of the ferry was leaking oil.`,
    sank,
    [
      "The board had known for three weeks that the engine of the ferry was leaking oil. Nobody spoke.",
      "The engine of the ferry was leaking oil, and the board had known that for three weeks, a clerk said.",
      "The engine was repaired.",
    ],
    [
      "The board had known for three weeks that the engine of the ferry was leaking oil: r0 “The board had known for three weeks that the engine of the ferry was leaking oil.”, r1 “The engine of the ferry was leaking oil, and the board had known that for three weeks, a clerk said.”",
    ],
  ))
test("what was added has no old words, and what stayed no edit", () => {
  check(sank, `${sank} Divers found it.`, [sank], [])
  check(sank, sank, [sank], [])
})
test("a few words in a row, changed", () =>
  check(
    "The company said it was proud to support the work of the harbour guard.",
    "The company said it would review the work of the harbour guard.",
    [
      "The company said it was proud to support the work of the harbour guard, which it sells boats to.",
      "It was proud to support a choir.",
    ],
    ["was proud to support: r0 “was proud to support”"],
  ))
test("old words that are given as old are no longer carried", () =>
  check(
    sank,
    corrected,
    [
      "The ferry Lantern sank off Skerrow on Monday night, and 21 people died, not 12.",
      "It was first reported that 12 people died when the ferry Lantern sank off Skerrow on Monday night.",
      "The ferry Lantern sank off Skerrow on Monday night, and 12 people died. The right number is 21.",
      "Correction: the ferry Lantern sank off Skerrow on Monday night, but the 12 people died later.",
      "The ferry Lantern sank off Skerrow on Monday night, and 12 people died. A choir of 21 singers sang at the market.",
      "As first reported by the Skerrow Bell, the ferry Lantern sank off Skerrow and 12 people died.",
    ],
    ["12: r4 “12”, r5 “12”"],
  ))
test("a value in another spelling", () => {
  check(
    sank,
    corrected,
    ["Off Skerrow the ferry Lantern sank on Monday night and twelve people died.", "Twelve people sang."],
    ["12: r0 “twelve people”"],
  )
  const elected = "Anna Lerwick was elected to lead the dockers of Skerrow, the union said."
  check(
    elected,
    elected.replace("Anna Lerwick", "Piet Hask"),
    [
      "The union said that Ms Lerwick was elected to lead the dockers of Skerrow.",
      "Ms Lerwick is writing a book on gulls.",
    ],
    ["Anna Lerwick: r0 “Lerwick”"],
  )
})
const leak = "The board had known for three weeks that the engine of the ferry was leaking oil."
const sold = "The company sold 7 boats to the harbour guard of Tarnholm in the spring of that year."
test("an edit over several sentences is told of each that others print, or whole", () => {
  check(
    `${sank} ${leak} ${sold}`,
    sank,
    [leak, sold],
    [`${leak.slice(0, -1)}: r0 “${leak}”`, `${sold.slice(0, -1)}: r1 “${sold}”`],
  )
  check(`${sank} ${leak} ${sold}`, sank, [leak], [`${leak.slice(0, -1)}: r0 “${leak}”`])
  check(`${sank} ${leak} ${sold}`, sank, [sank], [`${leak} ${sold.slice(0, -1)}: `])
})
test("a sentence that tells other figures is not the old one told anew", () =>
  check(
    `${sank} ${sold}`,
    sank,
    [
      sold.replace("7 boats", "30 boats"),
      "In the spring of that year the harbour guard of Tarnholm bought seven boats.",
    ],
    [
      `${sold.slice(0, -1)}: r1 “In the spring of that year the harbour guard of Tarnholm bought seven boats.”`,
    ],
  ))
test("a sentence reworded in most of its words is looked for as one", () => {
  const flood =
    "Flood water stood in 62 streets of Tarnholm by Sunday, and the council opened the sports hall for the night."
  check(
    flood,
    "The flood passed Tarnholm by, and its sports hall was not needed.",
    [flood.replace("62", "15").replace("Sunday", "Friday"), flood],
    [`${flood.slice(0, -1)}: r1 “${flood}”`],
  )
})
