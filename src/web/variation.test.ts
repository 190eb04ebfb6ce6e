import fc from "fast-check"
import { expect, test } from "vitest"
import { statementOf } from "../../test/records/record-builder.ts"
import type { DifferenceWire, StatementWire } from "../api/index.ts"
import { readingRuns, variationPoints, wordingsOf } from "./variation.ts"

/** Points as editions print them: `lemma] reading sigla · …`. */
function drawn(statement: StatementWire): readonly string[] {
  return variationPoints(statement).map(
    ({ lemma, variants }) =>
      `${lemma}] ${variants.map(({ words, mark, reports }) => `${words || "–"} (${mark}) ${reports.join(" ")}`).join(" · ")}`,
  )
}

const text = "We will mend the bridge before the winter storms come"

test.each<[string, StatementWire, readonly string[]]>([
  ["one wording, no point", statementOf(text, [], []), []],
  [
    "two readings of one word",
    statementOf(text, [["will", "may"]], [["will", "shall"]], [["will", "may"]]),
    ["will] may (changed) r1 r3 · shall (changed) r2"],
  ],
  [
    "overlapping changes are one point",
    statementOf(text, [["will mend", "may mend"]], [["mend the", "fix a"]]),
    ["will mend the] may mend the (changed) r1 · will fix a (changed) r2"],
  ],
  [
    "an omission stays apart from what lies in it",
    statementOf(text, [["the bridge before the winter storms", ""]], [["winter", "spring"]]),
    ["the bridge before the winter storms] – (dropped) r1", "winter] spring (changed) r2"],
  ],
  [
    "so does a long replacement",
    statementOf(
      text,
      [["We will mend the bridge before the winter storms", "They"]],
      [["mend", "fix"]],
      [["winter", "spring"]],
    ),
    [
      "We will mend the bridge before the winter storms] They (changed) r1",
      "mend] fix (changed) r2",
      "winter] spring (changed) r3",
    ],
  ],
  [
    "what stands on beside the words left out does not keep two omissions apart",
    statementOf(
      text,
      [["bridge before the winter storms come", "bridge"]],
      [[" before the winter storms come", ""]],
    ),
    [" before the winter storms come] – (dropped) r1 r2"],
  ],
  ["nor what stands before", statementOf(text, [["We will mend", "will mend"]]), ["We ] – (dropped) r1"]],
])("%s", (_, statement, expected) => {
  expect(drawn(statement)).toEqual(expected)
})

test("readings with the same words and form are one wording", () => {
  const wordings = wordingsOf(statementOf(text, [["will", "may"]], [], [["will", "may"]]))
  expect(wordings.map((wording) => wording.readings.map((reading) => reading.report))).toEqual([
    ["r1", "r3"],
    ["r2"],
  ])
})

test("law: the runs of a reading cover the statement, and joined without what is left out they are the reading", () => {
  const change = fc.record({
    start: fc.nat(60),
    length: fc.nat(8),
    reading: fc.constantFrom("", "x", "other words"),
  })
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.array(change, { maxLength: 6 }), (base, changes) => {
      const differences: DifferenceWire[] = []
      let from = 0
      for (const { start, length, reading } of changes.toSorted((a, b) => a.start - b.start)) {
        const at = { start: Math.max(start, from), end: Math.max(start, from) + length }
        if (at.end > base.length || (length === 0 && reading === "")) continue
        differences.push({ at, reading, kind: "changed", class: "wording" })
        from = at.end + 1
      }
      let expected = ""
      let last = 0
      for (const { at, reading } of differences) {
        expected += base.slice(last, at.start) + reading
        last = at.end
      }
      const runs = readingRuns(base, differences)
      expect(
        runs
          .filter((run) => run.kind !== "omitted")
          .map((run) => run.words)
          .join(""),
      ).toBe(expected + base.slice(last))
    }),
  )
})
