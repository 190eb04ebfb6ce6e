import { expect, test } from "vitest"
import { madeReport } from "../../test/made-report.ts"
import { findSpread } from "./find-spread.ts"

/** Each edit with old words, and where the others still print them. */
function check(before: string, after: string, others: readonly string[], drawn: readonly string[]): void {
  const reports = others.map((text, n) => madeReport(`r${n}`, text))
  const found = findSpread(madeReport("old", before), madeReport("new", after), reports)
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
