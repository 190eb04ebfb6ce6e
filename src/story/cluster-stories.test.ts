import fc from "fast-check"
import { expect, test } from "vitest"
import { madeReport } from "../../test/made-report.ts"
import type { AnalysedReport } from "../language/index.ts"
import type { Lineage } from "../reuse/index.ts"
import { clusterStories } from "./cluster-stories.ts"

const alone: Lineage = { links: [], texts: [], rewrites: [], background: [] }

/** Two quakes in one week, a trial and a cable: each told by a few reports. */
const reports = [
  dated(
    "q1",
    "2031-05-02",
    "A strong earthquake shook the Velmar coast before dawn on Friday, killing nine people in the fishing town of Orsk Haven, the Velmar interior ministry said. Rescuers dug through the fallen customs hall of Orsk Haven.",
  ),
  dated(
    "q2",
    "2031-05-02",
    "Nine dead as quake hits Orsk Haven. The earthquake, of magnitude 6.4, brought down the customs hall and much of the old quay of Orsk Haven, on the Velmar coast.",
  ),
  dated(
    "q3",
    "2031-05-03",
    "Velmar's prime minister, Ana Dorrit, flew to Orsk Haven on Saturday, where nine people died in Friday's magnitude 6.4 earthquake. Dorrit promised to rebuild the customs hall and the quay.",
  ),
  dated(
    "e1",
    "2031-05-07",
    "A strong earthquake shook the hills of Tarn on Wednesday, killing four people in the mining village of Brack, the Tarn governor said. Rescuers dug through a fallen dormitory of the Brack colliery.",
  ),
  dated(
    "e2",
    "2031-05-07",
    "Four miners died when an earthquake of magnitude 5.1 brought down a dormitory at the Brack colliery in the Tarn hills. Governor Ilse Marrow closed the colliery.",
  ),
  dated(
    "e3",
    "2031-05-08",
    "Brack buried its four dead on Thursday, a day after the Tarn earthquake. Ilse Marrow, the governor, said the Brack colliery dormitory had never been inspected.",
  ),
  dated(
    "t1",
    "2031-05-03",
    "A jury found the art dealer Piers Lomand guilty of selling forged Halvard seascapes. Lomand sold eleven Halvard forgeries through his gallery in Quillon.",
  ),
  dated(
    "t2",
    "2031-05-04",
    "Piers Lomand, the Quillon gallery owner, faces prison after a jury found that eleven seascapes sold as works of Halvard were forgeries.",
  ),
]

function dated(id: string, published: string, text: string): AnalysedReport {
  return madeReport(id, text, { article: { published, title: text.split(".")[0]! } })
}

function drawn(given: readonly AnalysedReport[], lineage = alone): string {
  return clusterStories(given, lineage)
    .map(({ reports }) => reports.join(" "))
    .join(" | ")
}

test("parts stories, and keeps two quakes of one week apart", () =>
  expect(drawn(reports)).toBe("q1 q2 q3 | e1 e2 e3 | t1 t2"))
test("a story of its own", () =>
  expect(drawn(reports.filter(({ article }) => !/[e]/.test(article.id) && article.id !== "t2"))).toBe(
    "q1 q2 q3 | t1",
  ))
test("nothing in, nothing out", () => expect(clusterStories([], alone)).toEqual([]))
test("printings of one text are one story, whatever their words", () => {
  const texts = [
    { members: reports.map(({ article }) => article.id).filter((id) => /[qt]/.test(id)), origin: null },
  ]
  expect(drawn(reports, { ...alone, texts })).toBe("q1 q2 q3 t1 t2 | e1 e2 e3")
})
test("reports without words are stories of their own", () =>
  expect(drawn([madeReport("a", ""), madeReport("b", "— … —"), madeReport("c", "東京")])).toBe("a | b | c"))

test("a story says what it is, from when to when, and why", () => {
  const [story] = clusterStories(reports, alone)
  expect(story).toMatchObject({ from: "2031-05-02", to: "2031-05-03" })
  expect(reports.map(({ article }) => article.title)).toContain(story!.title)
  expect(story!.reasons[0]).toMatch(/^most share \d+ rare words: .*\bOrsk\b/)
  expect(story!.reasons.at(-1)).toBe("published within 1 day")
})

test("reports a year apart need to be nearly one text", () => {
  const later = reports.slice(0, 3).map((report, i) => ({
    ...report,
    article: { ...report.article, published: i === 2 ? "2032-05-03" : report.article.published },
  }))
  expect(drawn(later)).toBe("q1 q2 | q3")
})

test("law: the same for any order of reports", () => {
  const wanted = clusterStories(reports, alone)
  fc.assert(
    fc.property(fc.shuffledSubarray(reports, { minLength: reports.length }), (shuffled) => {
      expect(clusterStories(shuffled, alone)).toEqual(wanted)
    }),
  )
})

test("law: every report is in exactly one story", () => {
  const word = fc.constantFrom("Orsk", "Haven", "Brack", "colliery", "Lomand", "forgery", "quake", "the", ".")
  const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(" "))
  fc.assert(
    fc.property(fc.array(text, { maxLength: 12 }), (texts) => {
      const given = texts.map((text, i) => madeReport(`r${i}`, text))
      const placed = clusterStories(given, alone).flatMap(({ reports }) => reports)
      expect([...placed].sort()).toEqual(given.map(({ article }) => article.id).sort())
    }),
  )
})

test("a thousand copies of one text are one story", () => {
  const copies = Array.from({ length: 1_000 }, (_, i) => madeReport(`c${i}`, reports[0]!.article.text))
  expect(clusterStories(copies, alone).map(({ reports }) => reports.length)).toEqual([1_000])
})

test("reprints of one text do not drive the other reports of the event away", () => {
  const reprints = Array.from({ length: 9 }, (_, i) =>
    dated(`p${i}`, "2031-05-02", `${reports[0]!.article.text} Reprint ${"abcdefghi"[i]}.`),
  )
  expect(drawn([...reports, ...reprints])).toBe("p0 p1 p2 p3 p4 p5 p6 p7 p8 q1 q2 q3 | e1 e2 e3 | t1 t2")
})
