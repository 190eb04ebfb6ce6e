import { expect, test } from "vitest"
import type { ReportId } from "../article/index.ts"
import type { Lineage, Link } from "../reuse/index.ts"
import type { Story, StoryId } from "../story/index.ts"
import { lineageByStory } from "./lineage-by-story.ts"

const ids = (names: string): readonly ReportId[] => names.split("") as unknown as readonly ReportId[]
const story = (reports: string): Story => ({
  id: reports as StoryId,
  title: null,
  reports: ids(reports),
  from: null,
  to: null,
  reasons: [],
})
const link = (pair: string): Link => {
  const [a, b] = ids(pair)
  return {
    a: a!,
    b: b!,
    kind: "shares",
    aShare: 0.1,
    bShare: 0.1,
    passages: [],
    direction: null,
    reasons: [],
  }
}

test("links, texts and rewrites go to the story of their reports, and what crosses two is cut", () => {
  const lineage: Lineage = {
    links: [link("ab"), link("ac"), link("cd")],
    texts: [
      { members: ids("abc"), origin: "c" as ReportId },
      { members: ids("d"), origin: null },
    ],
    rewrites: [{ report: "d" as ReportId, source: null, rules: [], evidence: [] }],
    background: [{ report: "d" as ReportId, span: { start: 0, end: 4 }, texts: 9 }],
  }
  const [first, second] = lineageByStory(lineage, [story("ab"), story("cd")])
  expect(first!.links).toEqual([link("ab")])
  expect(first!.texts).toEqual([{ members: ids("ab"), origin: null }])
  expect(second!.links).toEqual([link("cd")])
  expect(second!.texts.map(({ members }) => members.join(""))).toEqual(["c", "d"])
  expect(second!.rewrites).toHaveLength(1)
  expect([first!.background.length, second!.background.length]).toEqual([0, 1])
})
