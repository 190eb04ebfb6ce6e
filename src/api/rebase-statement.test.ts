import fc from "fast-check"
import { expect, test } from "vitest"
import { applyDifferences, differencesBetween } from "../collation/index.ts"
import { rebaseStatement } from "./rebase-statement.ts"
import type { StatementWire } from "./record-wire.ts"

function statementOf(text: string, readings: readonly (readonly [report: string, words: string])[]) {
  return {
    id: "s",
    text,
    basis: { rule: "most support", support: [], rivals: ["another"] },
    speakers: [],
    readings: readings.map(([report, words]) => ({
      report,
      parts: [{ start: 0, end: words.length }],
      form: "direct" as const,
      speaker: null,
      via: null,
      differences: differencesBetween(text, words, []),
    })),
  } satisfies StatementWire
}

const bridge = "The bridge will open on Friday, she said"

/** Against `base`, each reading as `report: lemma] words`. */
function drawn(statement: StatementWire, base: string): readonly string[] | null {
  const rebased = rebaseStatement(statement, base)
  return (
    rebased?.readings.flatMap(({ report, differences }) =>
      differences.map(({ at, reading }) => `${report}: ${rebased.text.slice(at.start, at.end)}] ${reading}`),
    ) ?? null
  )
}

const told = statementOf(bridge, [
  ["a", bridge],
  ["b", bridge.replace("Friday", "Monday")],
  ["c", bridge.replace("will", "may")],
])

test.each<[string, string, readonly string[] | null]>([
  ["the wording itself", "a", ["b: Friday] Monday", "c: will] may"]],
  ["another reading", "b", ["a: Monday] Friday", "c: will] may", "c: Monday] Friday"]],
  ["a report that has no reading", "z", null],
])("against %s", (_, base, expected) => expect(drawn(told, base)).toEqual(expected))

test("of two readings of a report the longer is the base", () => {
  const twice = statementOf(bridge, [
    ["a", "The bridge"],
    ["a", bridge],
  ])
  expect(rebaseStatement(twice, "a")?.text).toBe(bridge)
})

test("two cuts that have no word of the statement in common differ wholly", () => {
  const cut = statementOf(bridge, [
    ["a", "The bridge will"],
    ["b", "open on Friday, she said"],
  ])
  expect(drawn(cut, "a")).toEqual(["b: The bridge will] open on Friday, she said"])
})

test("law: every reading keeps its words, and the base has no difference", () => {
  const words = fc.array(
    fc.constantFrom("the", "Bridge,", "bridge", "opens", "41", "43", "“may”", "on", "…"),
    {
      minLength: 1,
      maxLength: 9,
    },
  )
  const readings = fc.array(
    words.map((list) => list.join(" ")),
    { minLength: 1, maxLength: 4 },
  )
  fc.assert(
    fc.property(words, readings, (text, list) => {
      const statement = statementOf(
        text.join(" "),
        list.map((one, i) => [`r${i}`, one]),
      )
      for (const base of statement.readings) {
        const rebased = rebaseStatement(statement, base.report)!
        expect(
          rebased.readings.map(({ differences }) => applyDifferences(rebased.text, differences)),
        ).toEqual(list)
        expect(rebased.readings.find(({ report }) => report === base.report)!.differences).toEqual([])
      }
    }),
  )
})
