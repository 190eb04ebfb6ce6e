import fc from "fast-check"
import { expect, test } from "vitest"
import type { ReportId } from "../article/index.ts"
import { type ReuseReport, reuseReportOf } from "./reuse-report.ts"
import { traceLineage } from "./trace-lineage.ts"

const subjects = [
  "The harbour office",
  "A fisherman",
  "The transport board",
  "Nobody",
  "The mayor of the island",
  "Her dog",
]
const acts = [
  "closed both piers",
  "raised the fares",
  "painted the lighthouse",
  "lost a boat",
  "called for calm",
  "found a bell",
]
const times = [
  "at noon",
  "last week",
  "in the storm",
  "before the herring came",
  "on the second Sunday",
  "without a word",
]

/** A sentence for each number below 216. */
function sentence(n: number): string {
  const at = (list: readonly string[], place: number): string => list[place % list.length]!
  return `${at(subjects, n)} ${at(acts, Math.floor(n / 6))} ${at(times, Math.floor(n / 36))} for reason ${n}, people said.`
}

function reportOf(id: string, sentences: readonly number[]): ReuseReport {
  return reuseReportOf({ id: id as ReportId, text: sentences.map(sentence).join(" ") })
}

function check(reports: readonly ReuseReport[], links: readonly string[], groups: readonly string[]): void {
  const lineage = traceLineage(reports)
  expect(lineage.links.map(({ a, b, kind }) => `${a} ${kind} ${b}`)).toEqual(links)
  expect(lineage.texts.map(({ members }) => members.join(" "))).toEqual(groups)
}

test("no reports, no lineage", () => check([], [], []))

test("identical copies are one text", () =>
  check(
    [reportOf("c", [1, 2]), reportOf("a", [1, 2]), reportOf("b", [90, 91])],
    ["a identical c"],
    ["a c", "b"],
  ))

test("empty reports are no copies of each other", () =>
  check([reportOf("a", []), reportOf("b", [])], [], ["a", "b"]))

test("many identical copies are each linked with the first", () => {
  const lineage = traceLineage(Array.from({ length: 30 }, (_, i) => reportOf(`r${i + 10}`, [3, 4, 5])))
  expect(lineage.links.length).toBe(29)
  expect(lineage.texts.length).toBe(1)
})

test("one bridge does not merge two texts", () => {
  const left = [1, 8, 15, 22, 29, 36, 43, 50]
  const right = [101, 108, 115, 122, 129, 136, 143, 150]
  const without = (list: readonly number[], n: number): readonly number[] => list.filter((item) => item !== n)
  const lineage = traceLineage([
    reportOf("l1", left),
    reportOf("l2", without(left, 8)),
    reportOf("l3", without(left, 43)),
    reportOf("m", [...left, ...right]),
    reportOf("r1", right),
    reportOf("r2", without(right, 108)),
  ])
  const groups = lineage.texts.map(({ members }) => members.join(" "))
  expect(groups).toEqual(["l1 l2 l3", "m", "r1 r2"])
})

test("law: the order of reports never matters", () => {
  const reports = Array.from({ length: 12 }, (_, i) =>
    reportOf(`r${i}`, [i, i + 1, i + 2, (i * 7) % 12, 200]),
  )
  const lineage = traceLineage(reports)
  fc.assert(
    fc.property(fc.shuffledSubarray(reports, { minLength: 12 }), (shuffled) => {
      expect(traceLineage(shuffled)).toEqual(lineage)
    }),
    { numRuns: 20 },
  )
})

test("one word a hundred thousand times stays cheap", () => {
  const text = "buffalo ".repeat(100_000)
  const reports = ["a", "b"].map((id) => reuseReportOf({ id: id as ReportId, text: `${text}${id}` }))
  expect(traceLineage(reports).links.map(({ kind }) => kind)).toEqual(["near"])
})

test("dates that agree give the way a text was copied", () => {
  const dated = (id: string, published: string | null, sentences: readonly number[]): ReuseReport =>
    reuseReportOf({ ...reportOf(id, sentences), published })
  const { links, texts } = traceLineage([
    dated("a", "2031-05-03T09:00Z", [1, 8, 15, 22, 29, 36, 43]),
    dated("b", "2031-05-02", [1, 8, 15, 22, 29, 36, 43, 50]),
    dated("c", "2031-05-04", [1, 8, 15, 22, 29, 36]),
  ])
  expect(links.map(({ a, b, direction }) => `${a} ${b} ${direction}`)).toEqual([
    "a b b>a",
    "a c a>b",
    "b c null",
  ])
  expect(texts.map(({ origin }) => origin)).toEqual(["b"])
})

test("without dates, credits or cuts no direction is claimed", () => {
  const { links, texts } = traceLineage([
    reportOf("a", [1, 8, 15, 22, 30]),
    reportOf("b", [1, 8, 15, 22, 31]),
  ])
  expect(links.map(({ direction }) => direction)).toEqual([null])
  expect(texts.map(({ origin }) => origin)).toEqual([null])
})

test("two short sentences with a word changed in the middle", () => {
  const { links } = traceLineage([
    reuseReportOf({ id: "a" as ReportId, text: "The mayor opened the new bridge." }),
    reuseReportOf({ id: "b" as ReportId, text: "The mayor opened the old bridge." }),
    reuseReportOf({ id: "c" as ReportId, text: "Nobody came to the old harbour." }),
  ])
  expect(links.map(({ a, b, kind }) => `${a} ${kind} ${b}`)).toEqual(["a near b"])
})

test("swapped paragraphs, and scripts side by side", () => {
  const scripts = [
    "港の事務所は嵐のため正午に二つの桟橋を閉鎖した。",
    "Управление порта закрыло оба причала в полдень из-за шторма.",
    "أغلق مكتب الميناء الرصيفين ظهرا بعد العاصفة التي مزقت العبارة.",
    "สำนักงานท่าเรือปิดท่าเทียบเรือทั้งสองแห่งตอนเที่ยงหลังพายุ",
  ]
  const reports = scripts.flatMap((text, i) => [
    reuseReportOf({ id: `x${i}` as ReportId, text }),
    reuseReportOf({ id: `y${i}` as ReportId, text }),
  ])
  const swapped = ["p", "q"].map((id, turn) =>
    reuseReportOf({
      id: id as ReportId,
      text: (turn === 0 ? [1, 8] : [8, 1]).map(sentence).join("\n\n"),
    }),
  )
  const { links } = traceLineage([...reports, ...swapped])
  expect(links.map(({ a, b, kind }) => `${a} ${kind} ${b}`)).toEqual([
    "p near q",
    ...scripts.map((_, i) => `x${i} identical y${i}`),
  ])
  expect(links[0]!.passages.map(({ kind }) => kind)).toEqual(["moved", "verbatim"])
})

test("law: a digest that quotes two families never makes them one text", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 6 }),
      fc.integer({ min: 2, max: 6 }),
      fc.integer({ min: 2, max: 8 }),
      fc.integer({ min: 1, max: 4 }),
      (lefts, rights, quotedOfEach, digests) => {
        const family = (name: string, first: number, count: number): readonly ReuseReport[] =>
          Array.from({ length: count }, (_, i) => {
            const all = Array.from({ length: 8 }, (_, k) => first + 7 * k)
            return reportOf(`${name}${i}`, i === 0 ? all : all.filter((_, k) => k !== i))
          })
        const quoted = [1, 101].flatMap((first) =>
          Array.from({ length: quotedOfEach }, (_, k) => first + 7 * k),
        )
        const lineage = traceLineage([
          ...family("l", 1, lefts),
          ...family("r", 101, rights),
          ...Array.from({ length: digests }, (_, i) => reportOf(`m${i}`, [...quoted, 205 + i])),
        ])
        for (const { members, origin } of lineage.texts) {
          expect(members.some((id) => id.startsWith("l")) && members.some((id) => id.startsWith("r"))).toBe(
            false,
          )
          expect(origin === null || members.includes(origin)).toBe(true)
        }
      },
    ),
    { numRuns: 25 },
  )
})
