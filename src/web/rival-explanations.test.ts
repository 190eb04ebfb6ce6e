import { expect, test } from "vitest"
import { recordOf, reportOf, storyOf } from "../../test/records/record-builder.ts"
import type { LinkWire } from "../api/index.ts"
import { viewRecord } from "./record-view.ts"
import { reasonWords, rivalExplanations } from "./rival-explanations.ts"

const [a, b, c] = (["AAA1", "BBB1", "CCC1"] as const).map((siglum, i) =>
  reportOf({ siglum, text: "The pier is shut.", published: `2031-03-0${i + 1}` }),
) as [ReturnType<typeof reportOf>, ReturnType<typeof reportOf>, ReturnType<typeof reportOf>]

function linkOf(x: { readonly id: string }, y: { readonly id: string }, parts: Partial<LinkWire>): LinkWire {
  return {
    a: x.id,
    b: y.id,
    kind: "shares",
    aShare: 0.4,
    bShare: 0.4,
    passages: [],
    direction: null,
    reasons: [],
    ...parts,
  }
}

const absent = "both took it from a text that is not in this set"

test.each<[string, LinkWire, readonly LinkWire[], readonly string[]]>([
  ["no direction", linkOf(b, c, {}), [], ["BBB1 took it from CCC1, or CCC1 from BBB1", absent]],
  [
    "a direction told by the texts",
    linkOf(b, c, { direction: "a>b", reasons: ["the other credits it: “Wire”"] }),
    [],
    [absent],
  ],
  [
    "a direction told by a time alone",
    linkOf(b, c, { direction: "a>b", reasons: ["it is dated earlier"] }),
    [],
    ["BBB1 took it from CCC1, if a time given is that of a later update", absent],
  ],
  [
    "an earlier third that holds as much of both",
    linkOf(b, c, { direction: "a>b", reasons: ["the other credits it: “Wire”"] }),
    [linkOf(a, b, { bShare: 0.9 }), linkOf(a, c, { bShare: 0.5 })],
    ["both took it from AAA1, or one by way of it (90% of BBB1 and 50% of CCC1 stand in it)", absent],
  ],
  [
    "a third that holds less of one",
    linkOf(b, c, { direction: "a>b", reasons: ["the other credits it: “Wire”"] }),
    [linkOf(a, b, { bShare: 0.9 }), linkOf(a, c, { bShare: 0.1 })],
    [absent],
  ],
  [
    "a third that is later than both",
    linkOf(a, b, { direction: "a>b", reasons: ["the other credits it: “Wire”"] }),
    [linkOf(a, c, { aShare: 0.9 }), linkOf(b, c, { aShare: 0.9 })],
    [absent],
  ],
])("%s", (_, link, others, expected) => {
  const story = storyOf([a, b, c], { links: [link, ...others] })
  const view = viewRecord(recordOf({ reports: [a, b, c], stories: [story] }))
  expect(rivalExplanations(view, story, link)).toEqual(expected)
})

test("a reason names reports by their sigla", () => {
  const view = viewRecord(recordOf({ reports: [a, b, c], stories: [] }))
  expect(reasonWords(view, `both come from ${a.id}, 90 % of it`)).toBe("both come from AAA1, 90 % of it")
})
