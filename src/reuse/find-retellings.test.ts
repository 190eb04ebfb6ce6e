import { expect, test } from "vitest"
import type { ReportId } from "../article/index.ts"
import { compareRetellings, findRetellings } from "./find-retellings.ts"
import { prepareReport, reuseReportOf } from "./reuse-report.ts"

const places = ["Aldmoor", "Brack", "Cawdle", "Dunmere", "Eskerry", "Fallow", "Gantry", "Hexby"]
const things = ["kiln", "weir", "loom", "quarry", "orchard", "chapel", "brewery", "tannery"]

/** A report of its own matter: a place, a thing and numbers that few others have. */
function matter(n: number): string {
  const [place, thing] = [places[n % 8]! + n, things[Math.floor(n / 8) % 8]!]
  return `The ${thing} of ${place} burnt for ${n + 20} hours while Warden Holt${n} and Sister Mayne${n} counted ${n * 3} sheep near Mount Arrel${n} before Lake Ison${n} froze.`
}

const retold =
  "Flames held Aldmoor0's kiln for 20 hours; a tally by Warden Holt0 with Sister Mayne0 gave 0 sheep by Mount Arrel0, ahead of ice on Lake Ison0."

function check(texts: readonly string[], drawn: readonly string[]): void {
  const distinct = texts.map((text, i) =>
    prepareReport(reuseReportOf({ id: `r${1000 + i}` as ReportId, text })),
  )
  expect(
    findRetellings(
      distinct,
      compareRetellings(distinct, distinct, () => false),
    ).map(({ a, b, kind, direction }) => `${a} ${b} ${kind} ${direction}`),
  ).toEqual(drawn)
}

const others = Array.from({ length: 150 }, (_, n) => matter(n))

test("the same told in other words is found, without a direction", () =>
  check([...others, retold], ["r1000 r1150 rewritten null"]))

test("reports of other matters are no retellings", () => check(others, []))

test("among few reports no word is rare", () => check([matter(0), retold], []))
