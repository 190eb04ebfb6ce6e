import type { CitationWire, RecordDocument, ReportWire } from "../../src/api/index.ts"
import { randomOf } from "../../src/base/index.ts"
import { cite, recordOf, reportOf, spanOf, storyOf } from "./record-builder.ts"

const sentencesEach = 50
const clauses =
  "the council met again in the old hall; residents waited outside for an answer; work had stopped before the rain came; nobody could say who had signed the order; the report is expected before the end of the year; a second vote was put off until the spring; the harbour master kept his own count; several boats were moved to the outer pier".split(
    "; ",
  )

/**
 * A record of one story of `count` reports, 50 sentences each: every report has two of eight statements and a figure
 * that differs, a third are copies. Seeded; made to load the pages, not to be read.
 */
export function drawRecord(count: number, seed = 1): RecordDocument {
  const random = randomOf(seed)
  const words = ["will", "may", "must", "cannot"]
  const statements = Array.from(
    { length: 8 },
    (_, s) => `We will repair mole ${s} before the winter storms come`,
  )
  const reports: ReportWire[] = []
  const said: { readonly report: ReportWire; readonly statement: number; readonly word: string }[] = []
  const figures = new Map<string, CitationWire[]>()
  for (let r = 0; r < count; r++) {
    const figure = String(40 + random.below(4))
    const chosen = [random.below(8), random.below(8)]
    const spoken = chosen.map((s) => ({ s, word: random.pick(words) }))
    const sentences = Array.from(
      { length: sentencesEach },
      () => `In ${random.below(90)} years ${random.pick(clauses)}.`,
    )
    sentences[1] = `Divers counted ${figure} cracks.`
    for (const [i, { s, word }] of spoken.entries())
      sentences[5 + 9 * i] = `“${statements[s]!.replace("will", word)},” said engineer Maud Okello.`
    const report = reportOf({
      siglum: `DRA${r + 1}`,
      title: `Drawn report ${r + 1}`,
      outlet: `Outlet ${r % 37}`,
      published: `2031-03-${String(1 + (r % 28)).padStart(2, "0")}`,
      text: sentences.map((sentence, i) => sentence + (i % 4 === 3 ? "\n\n" : " ")).join(""),
    })
    reports.push(report)
    figures.set(figure, [...(figures.get(figure) ?? []), cite(report, `${figure} cracks`)])
    for (const { s, word } of spoken)
      if (!said.some((one) => one.report === report && one.statement === s))
        said.push({ report, statement: s, word })
  }
  return recordOf({
    reports,
    stories: [
      storyOf(reports, {
        id: "drawn",
        title: "A story drawn by lot",
        texts: textsOf(reports),
        links: reports.slice(1).map((report, i) => ({
          a: reports[Math.floor(i / 3)]!.id,
          b: report.id,
          kind: "shares",
          aShare: 0.3,
          bShare: 0.2 + random.next() / 2,
          passages: [{ a: { start: 0, end: 40 }, b: { start: 0, end: 40 }, kind: "verbatim" }],
          direction: null,
          reasons: ["drawn"],
        })),
        statements: statements.map((text, s) => ({
          id: `s${s}`,
          text,
          basis: { rule: "most-distinct-texts", support: [], rivals: [] },
          speakers: [{ name: "Maud Okello", kind: "person", reports: [] }],
          readings: said
            .filter((one) => one.statement === s)
            .map(({ report, word }) => ({
              report: report.id,
              parts: [spanOf(report.text, text.replace("will", word))],
              form: "direct",
              speaker: "engineer Maud Okello",
              via: null,
              differences:
                word === "will"
                  ? []
                  : [{ at: spanOf(text, "will"), reading: word, kind: "changed", class: "wording" }],
            })),
        })),
        disagreements: [
          {
            about: "cracks",
            kind: "figure",
            values: [...figures].map(([value, evidence]) => ({ value, evidence, distinct: evidence.length })),
            explained: null,
            note: null,
          },
        ],
      }),
    ],
  })
}

function textsOf(reports: readonly ReportWire[]) {
  const thirds = Math.ceil((reports.length * 2) / 3)
  return reports.slice(0, thirds).map((report, i) => ({
    members: [report, ...(reports[thirds + i] ? [reports[thirds + i]!] : [])].map((one) => one.id),
    origin: report.id,
  }))
}
