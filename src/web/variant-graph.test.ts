import fc from "fast-check"
import { expect, test } from "vitest"
import { statementOf } from "../../test/records/record-builder.ts"
import type { StatementWire } from "../api/index.ts"
import { fitted } from "./components/variant-graph.tsx"
import { layOutVariants } from "./variant-graph.ts"

const text = "We will mend the bridge before the winter storms come"

/** Each node as `rank.lane words (reports)`. */
function drawn(statement: StatementWire): readonly string[] {
  return layOutVariants(statement).nodes.map(
    ({ rank, lane, words, reports }) => `${rank}.${lane} ${words.trim() || "–"} (${[...reports].join(" ")})`,
  )
}

test.each<[string, StatementWire, readonly string[]]>([
  ["one wording", statementOf(text, []), [`0.0 ${text} (r1)`]],
  [
    "two ways of one word",
    statementOf(text, [["will", "may"]], []),
    [
      "0.0 We (r1 r2)",
      "1.0 will (r2)",
      "1.1 may (r1)",
      "2.0 mend the bridge before the winter storms come (r1 r2)",
    ],
  ],
  [
    "an omission keeps its lane beside what lies in it",
    statementOf(text, [["the bridge before the winter storms", ""]], [["winter", "spring"]]),
    [
      "0.0 We will mend (r1 r2)",
      "1.0 the bridge before the (r2)",
      "1.1 – (r1)",
      "2.0 winter ()",
      "2.2 spring (r2)",
      "3.0 storms (r2)",
      "4.0 come (r1 r2)",
    ],
  ],
])("%s", (_, statement, expected) => {
  expect(drawn(statement)).toEqual(expected)
})

test("law: every reading is a way along the edges, no node is ranked before one that leads to it, no two share a place", () => {
  const words = text.split(" ")
  const reading = fc.array(
    fc.tuple(
      fc.nat(words.length - 1),
      fc.integer({ min: 1, max: 4 }),
      fc.constantFrom("", "x", "other words"),
    ),
    { maxLength: 3 },
  )
  fc.assert(
    fc.property(fc.array(reading, { minLength: 1, maxLength: 6 }), (readings) => {
      const changes = readings.map((list) => {
        let from = 0
        return list
          .toSorted(([a], [b]) => a - b)
          .flatMap(([at, length, reading]): [string, string][] => {
            const start = Math.max(at, from)
            const end = Math.min(words.length, start + length)
            from = end + 1
            const place = words.slice(start, end).join(" ")
            return start >= end || text.indexOf(place) !== text.lastIndexOf(place) ? [] : [[place, reading]]
          })
      })
      const { nodes, edges, lanes, ranks } = layOutVariants(statementOf(text, ...changes))
      for (const { from, to } of edges) expect(nodes[from]!.rank).toBeLessThan(nodes[to]!.rank)
      expect(new Set(nodes.map(({ rank, lane }) => `${rank}.${lane}`)).size).toBe(nodes.length)
      for (const node of nodes) {
        expect(node.rank).toBeLessThan(ranks)
        expect(node.lane).toBeLessThan(lanes)
        expect(node.lane === 0).toBe(node.variant === null)
      }
      const reports = new Set(nodes.flatMap((node) => [...node.reports]))
      expect(reports.size).toBe(readings.length)
    }),
  )
})

test.each([
  ["short", 100, "short"],
  ["the words in the middle of this are cut away", 170, "the words … cut away"],
  ["橋は閉鎖されたと市は述べた", 120, "橋は閉 … 述べた"],
  ["unbreakablewordwithoutanyspaceatall here", 80, "unbreakab…"],
])("%s, in %i px", (words, px, expected) => {
  expect(fitted(words, px)).toBe(expected)
})
