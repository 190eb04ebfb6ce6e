import fc from "fast-check"
import { expect, test } from "vitest"
import { madeReport } from "../../test/made-report.ts"
import type { ReportId } from "../article/index.ts"
import type { AnalysedReport } from "../language/index.ts"
import type { Lineage } from "../reuse/index.ts"
import { clusterStories } from "./cluster-stories.ts"
import { type StoryRuling, settleRulings } from "./rulings.ts"

const alone: Lineage = { links: [], texts: [], rewrites: [], background: [] }

const flood = [
  "The river Aune broke its banks at Merrow Bridge on Sunday night and flooded two hundred houses.",
  "Two hundred houses at Merrow Bridge stand under water after the river Aune broke its banks.",
  "At Merrow Bridge the Aune broke its banks and two hundred houses stand under water since Sunday.",
  "Merrow Bridge, where the river Aune broke its banks, counts two hundred flooded houses since Sunday night.",
]
const strike = [
  "Bakers at the Ostrin mills laid down their tools on Monday over night shifts, their union Crumb said.",
  "The Ostrin mills and the bakers' union Crumb meet on Tuesday over night shifts at the mills.",
]
const reports: readonly AnalysedReport[] = [
  ...flood.map((text, i) => madeReport(`f${i + 1}`, text)),
  ...strike.map((text, i) => madeReport(`s${i + 1}`, text)),
]

/** "f1 f2" keeps together, "f1 | f2 f3" apart. */
function ruling(drawn: string): StoryRuling {
  const [reports, others] = drawn
    .split("|")
    .map((side) => side.split(" ").filter((id) => id !== "")) as unknown as ReportId[][]
  return others === undefined
    ? { kind: "same-story", reports: reports! }
    : { kind: "other-story", reports: reports!, others }
}

function drawn(rulings: readonly string[], given = reports, lineage = alone): string {
  return clusterStories(given, lineage, rulings.map(ruling))
    .map(({ reports }) => reports.join(" "))
    .join(" | ")
}

function check(rulings: readonly string[], wanted: string): void {
  expect(drawn(rulings)).toBe(wanted)
}

test("without rulings", () => check([], "f1 f2 f3 f4 | s1 s2"))
test("two stories put together are one, with all their reports", () => check(["f1 s1"], "f1 f2 f3 f4 s1 s2"))
test("not the same event: the one report leaves, the rest stay", () =>
  check(["f2 | f1 f3 f4"], "f1 f3 f4 | s1 s2 | f2"))
test("a report nobody spoke of stays with the larger side", () =>
  check(["f2 | f1 f3"], "f1 f3 f4 | s1 s2 | f2"))
test("a report is moved from one story to another", () =>
  check(["f2 | f1 f3 f4", "f2 s1"], "f1 f3 f4 | f2 s1 s2"))
test("three sides kept apart from each other", () =>
  check(["f1 | f2 f3 f4", "f2 | f3 f4"], "f3 f4 | s1 s2 | f1 | f2"))
test("the later of two holds", () => {
  check(["f1 s1", "f1 | s1"], "f1 f2 f3 f4 | s1 s2")
  check(["f1 | s1", "f1 s1"], "f1 f2 f3 f4 s1 s2")
  check(["f1 | f2 f3 f4", "f1 f2"], "f1 f2 | f3 f4 | s1 s2")
})
test("of an earlier ruling what no later one contradicts holds on", () =>
  check(["f1 f2 s1 s2", "s2 | f1 f2 s1"], "f1 f2 f3 f4 s1 | s2"))
test("what two rulings come to together overrules an earlier one", () =>
  check(["f1 s2", "s1 s2", "f1 | s1"], "f1 f2 f3 f4 | s1 s2"))
test("a report that is not there bears on nothing, and what it tied together stays so", () => {
  check(["f1 gone", "gone | s1"], "f1 f2 f3 f4 | s1 s2")
  check(["f1 gone", "gone s1"], "f1 f2 f3 f4 s1 s2")
})
test("a copy is not meant by what is said of its original", () => {
  const given = [...reports, madeReport("f5", flood[1]!)]
  const texts = [{ members: ["f2", "f5"] as unknown as readonly ReportId[], origin: null }]
  expect(drawn(["f2 | f1 f3 f4"], given, { ...alone, texts })).toBe("f1 f3 f4 f5 | s1 s2 | f2")
})

test("a story says what was ruled on it", () => {
  const reasonsOf = (rulings: readonly string[]): readonly (readonly string[])[] =>
    clusterStories(reports, alone, rulings.map(ruling)).map(({ reasons }) => reasons)
  expect(reasonsOf(["f1 s1"])[0]![0]).toBe("2 reports put together by hand")
  const apart = "kept apart by hand from another story"
  expect(reasonsOf(["f2 | f1 f3 f4"]).map((reasons) => reasons[0] === apart)).toEqual([true, false, true])
  const overruled = "an earlier word by hand on them was overruled by a later one"
  expect(reasonsOf(["f1 s1", "f1 | s1"]).map((reasons) => reasons.slice(0, 2))).toEqual([
    [apart, overruled],
    [apart, overruled],
  ])
})

const id = fc.constantFrom(...reports.map(({ article }) => article.id), ...(["x", "y"] as ReportId[]))
const ids = fc.uniqueArray(id, { minLength: 1, maxLength: 4 })
const anyRuling = fc.oneof(
  ids.map((reports): StoryRuling => ({ kind: "same-story", reports })),
  fc.tuple(ids, ids).map(
    ([reports, others]): StoryRuling => ({
      kind: "other-story",
      reports,
      others: others.filter((id) => !reports.includes(id)),
    }),
  ),
)
const anyRulings = fc.array(anyRuling, { maxLength: 6 })

/** True where the stories are as the ruling says, among the reports that are there. */
function holds(ruling: StoryRuling, storyOf: ReadonlyMap<ReportId, string>): boolean {
  const stories = (ids: readonly ReportId[]): string[] => ids.flatMap((id) => storyOf.get(id) ?? [])
  if (ruling.kind === "same-story") return new Set(stories(ruling.reports)).size <= 1
  const others = new Set(stories(ruling.others))
  return stories(ruling.reports).every((story) => !others.has(story))
}

function storiesById(
  given: readonly AnalysedReport[],
  rulings: readonly StoryRuling[],
): Map<ReportId, string> {
  const stories = clusterStories(given, alone, rulings)
  return new Map(stories.flatMap((story) => story.reports.map((report) => [report, story.id])))
}

test("law: what is not overruled holds, the last ruling always, whichever reports are there", () => {
  fc.assert(
    fc.property(anyRulings, fc.subarray([...reports]), (rulings, given) => {
      const storyOf = storiesById(given, rulings)
      const { overruled } = settleRulings(rulings)
      expect(overruled.has(rulings.length - 1)).toBe(false)
      for (const [place, ruling] of rulings.entries())
        if (!overruled.has(place)) expect(holds(ruling, storyOf)).toBe(true)
      expect(storyOf.size).toBe(given.length)
    }),
  )
})

test("law: neither the order of reports nor the place of rulings on others changes anything", () => {
  const shuffled = fc.shuffledSubarray([...reports], { minLength: reports.length })
  fc.assert(
    fc.property(anyRulings, shuffled, fc.nat(6), (rulings, given, at) => {
      const wanted = clusterStories(reports, alone, rulings)
      const strangers = [ruling("u v"), ruling("v | w")]
      const more = rulings.toSpliced(at, 0, ...strangers)
      expect(clusterStories(given, alone, more)).toEqual(wanted)
    }),
  )
})

test("law: a ruling overruled is one that the naive reading of the later ones forbids", () => {
  fc.assert(
    fc.property(anyRulings, (rulings) => {
      const { overruled } = settleRulings(rulings)
      for (const [place, ruling] of rulings.entries()) {
        const kept = rulings.filter((_, at) => at > place && !overruled.has(at))
        const every = rulings.slice(place + 1).every((_, at) => !overruled.has(place + 1 + at))
        if (every) expect(overruled.has(place)).toBe(!isPossible([ruling, ...kept]))
      }
    }),
  )
})

/** Whether all can hold at once: the reports kept together, followed on, hold no two kept apart. */
function isPossible(rulings: readonly StoryRuling[]): boolean {
  const together = new Map<string, string>()
  const rootOf = (report: string): string => {
    const up = together.get(report)
    return up === undefined ? report : rootOf(up)
  }
  for (const ruling of rulings)
    if (ruling.kind === "same-story")
      for (const report of ruling.reports) {
        const [a, b] = [rootOf(report), rootOf(ruling.reports[0]!)]
        if (a !== b) together.set(a, b)
      }
  return rulings.every(
    (ruling) =>
      ruling.kind === "same-story" ||
      ruling.reports.every((a) => ruling.others.every((b) => rootOf(a) !== rootOf(b))),
  )
}
