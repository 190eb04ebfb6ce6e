import fc from "fast-check"
import { expect, test } from "vitest"
import type { ReportId } from "../article/index.ts"
import { type StoryRuling, settleRulings } from "./rulings.ts"
import { createStoryStream, type StoryStreamOptions, type StreamedReport } from "./story-stream.ts"

const flood = [
  "The river Aune broke its banks at Merrow Bridge on Sunday night and flooded two hundred houses.",
  "Two hundred houses at Merrow Bridge stand under water after the Aune broke its banks.",
  "The Aune flood at Merrow Bridge was foretold, the engineer Tove Harl said in her letter about the banks.",
]
const strike = [
  "Bakers at the Ostrin mills laid down their tools on Monday over night shifts, their union Crumb said.",
  "The Ostrin mills and the bakers' union Crumb meet on Tuesday over night shifts.",
]

function streamed(id: string, text: string): StreamedReport {
  return { id, title: null, text, published: null }
}

/** Places the reports and draws each report's last story by the id of the report that began it. */
function check(
  given: readonly StreamedReport[],
  drawn: string,
  options: StoryStreamOptions = { windowReports: 100, repair: false },
): void {
  const stream = createStoryStream(options)
  const founders = new Map<string, string>()
  const homes = new Map<string, string>()
  for (const report of given)
    for (const { id, story } of stream.place(report)) {
      if (!founders.has(story)) founders.set(story, id)
      homes.set(id, story)
    }
  expect(given.map(({ id }) => `${id}:${founders.get(homes.get(id)!)}`).join(" ")).toBe(drawn)
}

const mixed = [
  streamed("a", flood[0]!),
  streamed("b", strike[0]!),
  streamed("c", flood[1]!),
  streamed("d", strike[1]!),
  streamed("e", flood[2]!),
]

test("a report joins the story it belongs to, or begins one", () => check(mixed, "a:a b:b c:a d:b e:a"))
test("a story is forgotten with its last report", () =>
  check([streamed("a", flood[0]!), streamed("b", strike[0]!), streamed("c", flood[1]!)], "a:a b:b c:c", {
    windowReports: 1,
    repair: false,
  }))
test("an empty report stands alone", () =>
  check([streamed("a", ""), streamed("b", ""), streamed("c", "…")], "a:a b:b c:c"))
test("one word ten thousand times stands beside itself", () =>
  check([streamed("a", "tock ".repeat(10_000)), streamed("b", "tock ".repeat(10_000))], "a:a b:a"))

test("every placement has a reason", () => {
  const stream = createStoryStream({ windowReports: 10, repair: true })
  const reasons = mixed.flatMap((report) => stream.place(report)).flatMap(({ reasons }) => reasons)
  expect(reasons[0]).toBe("no earlier report is like it")
  expect(reasons[2]).toMatch(/^shares \d+ rare words: .*Aune/)
})

const early = [
  streamed(
    "a",
    "The river Aune broke its banks at Merrow Bridge on Sunday, and Merrow Bridge stands under water.",
  ),
  streamed(
    "b",
    "The engineer Tove Harl wrote a letter of warning in March, the Gannet magazine reports. Tove Harl has resigned.",
  ),
]
const bridges = ["c", "d", "e"].map((id) =>
  streamed(
    id,
    "The river Aune broke its banks at Merrow Bridge after the engineer Tove Harl wrote a letter of warning, the Gannet magazine reports.",
  ),
)

test("repair merges two stories that later reports show to be one, and says so", () => {
  const stream = createStoryStream({ windowReports: 100, repair: true })
  const first = early.flatMap((report) => stream.place(report))
  expect(new Set(first.map(({ story }) => story)).size).toBe(2)
  const moved = bridges.flatMap((report) => stream.place(report).slice(1))
  expect(moved).toContainEqual({
    id: "b",
    story: first[0]!.story,
    reasons: [`merged: story ${first[1]!.story} turned out to be story ${first[0]!.story}`],
  })
})

test("without repair nothing is placed twice", () => {
  const stream = createStoryStream({ windowReports: 100, repair: false })
  for (const report of [...early, ...bridges]) expect(stream.place(report)).toHaveLength(1)
})

const ferry =
  "Ferry crash harbour inquest: captain Oda Quill told the Marigold inquest of fog and a broken horn."
const tram =
  "Tram crash harbour inquest: driver Piers Lomand told the Tramway inquest of ice and a broken brake."
const ends = ["Nobody spoke.", "It rained.", "The hall was full.", "Lamps were lit."]

test("repair parts a story that later reports show to be two, and says so", () => {
  const stream = createStoryStream({ windowReports: 100, repair: true })
  const given = ends.flatMap((end, i) => [
    streamed(`f${i}`, `${ferry} ${end}`),
    streamed(`t${i}`, `${tram} ${end}`),
  ])
  const placements = [...given.flatMap((report) => stream.place(report)), ...stream.close()]
  const homes = new Map(placements.map(({ id, story }) => [id, story]))
  const stories = new Map<string, string[]>()
  for (const { id } of given) stories.set(homes.get(id)!, [...(stories.get(homes.get(id)!) ?? []), id])
  expect([...stories.values()].map((ids) => ids.join(" "))).toEqual(["f0 f1 f2 f3", "t0 t1 t2 t3"])
  expect(placements.some(({ id, reasons }) => id === "t0" && reasons[0]!.startsWith("split: "))).toBe(true)
})

const together = (...reports: readonly string[]): StoryRuling => ({
  kind: "same-story",
  reports: reports as readonly ReportId[],
})
const apart = (report: string, ...others: readonly string[]): StoryRuling => ({
  kind: "other-story",
  reports: [report as ReportId],
  others: others as readonly ReportId[],
})

test("a report goes where a person put it, and says so", () => {
  const options = { windowReports: 100, repair: false, rulings: [together("a", "d"), apart("e", "a")] }
  check(mixed, "a:a b:b c:a d:a e:e", options)
  const stream = createStoryStream(options)
  const placed = mixed.map((report) => stream.place(report)[0]!)
  expect(placed[3]!.reasons[0]).toBe("put together by hand with report a")
  expect(placed[4]!.reasons).toEqual([
    `kept apart by hand from story ${placed[0]!.story}`,
    "no earlier report is like it",
  ])
})
test("a ruling holds when the reports that it names were forgotten", () => {
  const given = [...mixed, streamed("f", strike[0]!)]
  check(given, "a:a b:b c:c d:d e:e f:a", { windowReports: 1, repair: false, rulings: [together("a", "f")] })
})

test("law: what is not overruled holds over the whole stream, with repair and with a small window", () => {
  const given = [
    ...mixed,
    ...early.map((report) => ({ ...report, id: `${report.id}1` })),
    ...bridges.slice(1, 3),
  ].map((report, i) => ({ ...report, id: "abcdefghi"[i]! }))
  const ids = fc.uniqueArray(fc.constantFrom(..."abcdefghi"), { minLength: 1, maxLength: 3 })
  const ruling = fc.oneof(
    ids.map((reports) => together(...reports)),
    fc.tuple(ids, ids).map(([[report], others]) => apart(report!, ...others.filter((id) => id !== report))),
  )
  const order = fc.shuffledSubarray(given, { minLength: given.length })
  fc.assert(
    fc.property(
      fc.array(ruling, { maxLength: 5 }),
      order,
      fc.integer({ min: 1, max: 9 }),
      fc.boolean(),
      (rulings, reports, windowReports, repair) => {
        const stream = createStoryStream({ windowReports, repair, rulings })
        const placed = [...reports.flatMap((report) => [...stream.place(report)]), ...stream.close()]
        const storyOf = new Map<string, string>(placed.map(({ id, story }) => [id, story]))
        const { overruled } = settleRulings(rulings)
        for (const [place, ruling] of rulings.entries()) {
          if (overruled.has(place)) continue
          const stories = new Set(ruling.reports.map((id) => storyOf.get(id)))
          if (ruling.kind === "same-story") expect(stories.size).toBe(1)
          else for (const other of ruling.others) expect(stories).not.toContain(storyOf.get(other))
        }
      },
    ),
  )
})
