import type { RecordDocument, StatementWire } from "../../src/api/index.ts"
import { cite, recordOf, reportOf, spanOf, storyOf } from "./record-builder.ts"

/**
 * A fictional story, the closing of a fictional bridge, with one of everything a page must show: copies, a rewriting, an
 * edit, gaps, right-to-left and Japanese reports, and a report whose every field is hostile markup.
 */
const lorWire = reportOf({
  siglum: "LOR1",
  title: "Cracks close Tarn Bridge; engineer says span ‘will not reopen this year’",
  outlet: "Lorne Wire",
  bylines: ["Ida Marsh"],
  published: "2031-03-04T06:10:00+01:00",
  source: {
    url: "https://lornewire.example/2031/tarn-bridge",
    address: null,
    sha256: "1f".repeat(32),
    capturedAt: "2031-03-04T09:00:00Z",
  },
  text: `LORNE, March 4 (Lorne Wire) — The Tarn Bridge was closed on Monday night after divers found 41 cracks in its eastern piers.

“The bridge will not reopen this year, and I will not gamble with anyone's life,” chief engineer Maud Okello told reporters.

About 12,000 vehicles cross the bridge each day. Repairs are expected to cost 38 million crowns.

Ferry workers demanded that the city publish the inspection reports of the last ten years.

Reporting by Ida Marsh.`,
})

const harborPost = reportOf({
  siglum: "HAR1",
  title: "Cracks close Tarn Bridge",
  outlet: "Harrow Post",
  bylines: ["Ida Marsh"],
  published: "2031-03-04T07:02:00+01:00",
  text: lorWire.text.replace("LORNE, March 4 (Lorne Wire) — ", ""),
})

const morningText = `The Tarn Bridge was closed on Monday night after divers found 43 cracks in its eastern piers.

“The bridge may not reopen this year,” said chief engineer Maud Okello.

About 12,000 vehicles cross the bridge each day. Repairs are expected to cost 38 million crowns.

Read also: Ten walks for a long weekend

Share this article`

const morning = reportOf({
  siglum: "MOR1",
  title: "Bridge shut after divers find cracks",
  outlet: "Morning Ledger",
  published: "2031-03-04T08:30:00+01:00",
  modified: "2031-03-04T15:45:00+01:00",
  text: morningText,
  furniture: [
    { kind: "link", ...spanOf(morningText, "Read also: Ten walks for a long weekend") },
    { kind: "share", ...spanOf(morningText, "Share this article") },
  ],
})

const morningEarlier = reportOf({
  siglum: "MOR1v1",
  title: "Bridge shut after divers find cracks",
  outlet: "Morning Ledger",
  versionOf: morning.id,
  published: "2031-03-04T08:30:00+01:00",
  source: {
    file: "pages/mor1-early.html",
    address: "https://morningledger.example/bridge",
    sha256: "4c".repeat(32),
    capturedAt: "2031-03-04T09:10:00Z",
  },
  text: morning.text.replace("43 cracks", "41 cracks").replace("may not reopen", "will not reopen"),
})

const quayside = reportOf({
  siglum: "QUA1",
  title: "‘I will not gamble with a life’: how Tarn Bridge was shut",
  outlet: "Quayside Review",
  bylines: ["Tomas Reyl", "Ann Sorby"],
  published: "2031-03-05",
  source: {
    url: "https://quayside.example/bridge",
    address: null,
    sha256: "2e".repeat(32),
    capturedAt: "2031-03-06T10:00:00Z",
  },
  text: `It was past two on Tuesday morning when the barriers came down on Tarn Bridge.

Divers had counted dozens of cracks. Deputy mayor Ola Brandt said: “The bridge will not reopen this year, and I will not gamble with anyone's life.”

The city's own estimate puts the repair at 52 million crowns.

Asked whether the reports would be published, the city did not reply. It called the ferry workers' demand “premature”.`,
})

const spun = reportOf({
  siglum: "NEW1",
  title: "Cracks shut Tarn Bridge; engineer says span ‘will not resume this year’",
  outlet: null,
  published: null,
  text: `The Tarn Bridge was shut on Monday night after divers discovered 41 cracks in its eastern piers.

"The bridge will not resume this year, in addition to I will not gamble with anyone's life," chief engineer Maud Okello told reporters.

Roughly 12,000 vehicles cross the bridge each day. Repairs are expected to value 38 million crowns.`,
})

const arabic = reportOf({
  siglum: "SAW1",
  title: "إغلاق جسر تارن بعد العثور على 41 شقًا",
  outlet: "صوت الميناء",
  language: "ar",
  published: "2031-03-04T12:00:00+03:00",
  text: `أُغلق جسر تارن ليل الاثنين بعد أن عثر الغواصون على 41 شقًا في دعاماته الشرقية.

وقالت كبيرة المهندسين مود أوكيلو: «لن يُعاد فتح الجسر هذا العام». وقال متحدث إن الإصلاح سيكلف 38 مليون كرونة (38m).`,
})

const japanese = reportOf({
  siglum: "UMI1",
  title: "ターン橋に亀裂43カ所、年内の再開は困難",
  outlet: "海辺新聞",
  language: "ja",
  published: "2031-03-04T18:20:00+09:00",
  text: `ターン橋の東側の橋脚で43カ所の亀裂が見つかり、月曜の夜に通行止めとなった。

主任技師のモード・オケロ氏は「橋は今年は再開しない」と述べた。`,
})

const hostile = reportOf({
  siglum: "X<b>1",
  title: `<script>alert("title")</script> & <img src=x onerror=alert(1)>`,
  outlet: `"><script>alert('outlet')</script>`,
  bylines: ["</title><script>alert(2)</script>"],
  published: "not a time",
  language: `en" onload="alert(3)`,
  source: { url: "javascript:alert(4)", address: null, sha256: "3d".repeat(32), capturedAt: null },
  text: `</p><script>alert("text")</script>

Divers found 41 cracks, <b>said</b> &amp; wrote the site. ${"A".repeat(300)}`,
})

const reports = [lorWire, harborPost, morning, quayside, spun, arabic, japanese, hostile]

const statementText = "The bridge will not reopen this year, and I will not gamble with anyone's life"
const partOf = (words: string) => spanOf(statementText, words)

const reopening: StatementWire = {
  id: "st-reopen",
  text: statementText,
  basis: {
    rule: "most-distinct-texts",
    support: [
      { start: 0, end: 10, witnesses: 5, distinct: 3 },
      { start: 10, end: 37, witnesses: 4, distinct: 3 },
      { start: 37, end: statementText.length, witnesses: 4, distinct: 2 },
    ],
    rivals: [],
  },
  speakers: [
    { name: "Maud Okello", kind: "person", reports: [lorWire.id, harborPost.id, morning.id, spun.id] },
    { name: "Ola Brandt", kind: "person", reports: [quayside.id] },
  ],
  readings: [
    ...[lorWire, harborPost].map((report) => ({
      report: report.id,
      parts: [spanOf(report.text, statementText)],
      form: "direct" as const,
      speaker: "chief engineer Maud Okello",
      via: null,
      differences: [],
    })),
    {
      report: morning.id,
      parts: [spanOf(morning.text, "The bridge may not reopen this year")],
      form: "direct",
      speaker: "chief engineer Maud Okello",
      via: null,
      differences: [
        { at: partOf("will"), reading: "may", kind: "changed", class: "wording" },
        {
          at: partOf(", and I will not gamble with anyone's life"),
          reading: "",
          kind: "cut",
          class: "wording",
        },
      ],
    },
    {
      report: quayside.id,
      parts: [spanOf(quayside.text, statementText)],
      form: "direct",
      speaker: "Deputy mayor Ola Brandt",
      via: null,
      differences: [],
    },
    {
      report: spun.id,
      parts: [
        spanOf(
          spun.text,
          "The bridge will not resume this year, in addition to I will not gamble with anyone's life",
        ),
      ],
      form: "direct",
      speaker: "chief engineer Maud Okello",
      via: "Lorne Wire",
      differences: [
        { at: partOf("reopen"), reading: "resume", kind: "changed", class: "wording" },
        { at: partOf("and"), reading: "in addition to", kind: "changed", class: "wording" },
      ],
    },
  ],
}

const premature: StatementWire = {
  id: "st-premature",
  text: "premature",
  basis: { rule: "only-reading", support: [{ start: 0, end: 9, witnesses: 1, distinct: 1 }], rivals: [] },
  speakers: [],
  readings: [
    {
      report: quayside.id,
      parts: [spanOf(quayside.text, "premature")],
      form: "partial",
      speaker: null,
      via: null,
      differences: [],
    },
  ],
}

const wire = { a: lorWire.id, aShare: 1, direction: "a>b" as const }

export const bridgeRecord: RecordDocument = recordOf({
  reports: [...reports, morningEarlier],
  stories: [
    storyOf(reports, {
      id: "tarn-bridge",
      title: "Cracks close Tarn Bridge",
      from: "2031-03-04T06:10:00+01:00",
      to: "2031-03-05",
      reasons: ["shared names: Tarn Bridge, Maud Okello"],
      texts: [
        { members: [harborPost.id, lorWire.id], origin: lorWire.id },
        ...reports.slice(2).map((report) => ({ members: [report.id], origin: null })),
      ],
      links: [
        {
          ...wire,
          b: harborPost.id,
          bShare: 1,
          kind: "near",
          passages: [
            {
              a: { start: lorWire.text.indexOf("The Tarn"), end: lorWire.text.length },
              b: { start: 0, end: harborPost.text.length },
              kind: "verbatim",
            },
          ],
          reasons: ["published 52 minutes earlier", "the dateline names Lorne Wire"],
        },
        {
          ...wire,
          b: morning.id,
          aShare: 0.41,
          bShare: 0.72,
          kind: "edited",
          direction: null,
          passages: [
            {
              a: spanOf(
                lorWire.text,
                "The Tarn Bridge was closed on Monday night after divers found 41 cracks in its eastern piers.",
              ),
              b: spanOf(
                morning.text,
                "The Tarn Bridge was closed on Monday night after divers found 43 cracks in its eastern piers.",
              ),
              kind: "edited",
            },
            {
              a: spanOf(
                lorWire.text,
                "About 12,000 vehicles cross the bridge each day. Repairs are expected to cost 38 million crowns.",
              ),
              b: spanOf(
                morning.text,
                "About 12,000 vehicles cross the bridge each day. Repairs are expected to cost 38 million crowns.",
              ),
              kind: "verbatim",
            },
          ],
          reasons: ["both may follow a notice of the city (not in this set)"],
        },
        {
          ...wire,
          b: spun.id,
          aShare: 0.63,
          bShare: 0.98,
          kind: "rewritten",
          passages: [
            {
              a: spanOf(
                lorWire.text,
                "The Tarn Bridge was closed on Monday night after divers found 41 cracks in its eastern piers.",
              ),
              b: spanOf(
                spun.text,
                "The Tarn Bridge was shut on Monday night after divers discovered 41 cracks in its eastern piers.",
              ),
              kind: "rewritten",
            },
            {
              a: spanOf(
                lorWire.text,
                "About 12,000 vehicles cross the bridge each day. Repairs are expected to cost 38 million crowns.",
              ),
              b: spanOf(
                spun.text,
                "Roughly 12,000 vehicles cross the bridge each day. Repairs are expected to value 38 million crowns.",
              ),
              kind: "rewritten",
            },
          ],
          reasons: ["the same substitutions throughout"],
        },
      ],
      rewrites: [
        {
          report: spun.id,
          source: lorWire.id,
          rules: [
            { from: "and", to: "in addition to", seen: 3, outOf: 3 },
            { from: "cost", to: "value", seen: 1, outOf: 1 },
          ],
          evidence: ["3 of 3 places where “and” is wanted"],
        },
      ],
      statements: [reopening, premature],
      disagreements: [
        {
          about: "cracks found",
          kind: "figure",
          values: [
            {
              value: "41",
              evidence: [
                cite(lorWire, "41 cracks"),
                cite(harborPost, "41 cracks"),
                cite(spun, "41 cracks"),
                cite(arabic, "41"),
                cite(hostile, "41 cracks"),
              ],
              distinct: 4,
            },
            { value: "43", evidence: [cite(morning, "43 cracks"), cite(japanese, "43カ所")], distinct: 2 },
            { value: "dozens", evidence: [cite(quayside, "dozens of cracks")], distinct: 1 },
          ],
          explained: "later-update",
          note: null,
        },
        {
          about: "cost of repair",
          kind: "figure",
          values: [
            {
              value: "38 million crowns",
              evidence: [
                cite(lorWire, "38 million crowns"),
                cite(harborPost, "38 million crowns"),
                cite(morning, "38 million crowns"),
                cite(spun, "38 million crowns"),
              ],
              distinct: 3,
            },
            { value: "52 million crowns", evidence: [cite(quayside, "52 million crowns")], distinct: 1 },
          ],
          explained: null,
          note: null,
        },
        {
          about: "“The bridge will not reopen this year …”",
          kind: "speaker",
          values: [
            {
              value: "Maud Okello",
              evidence: [
                cite(lorWire, "chief engineer Maud Okello"),
                cite(harborPost, "chief engineer Maud Okello"),
                cite(morning, "chief engineer Maud Okello"),
                cite(spun, "chief engineer Maud Okello"),
              ],
              distinct: 3,
            },
            { value: "Ola Brandt", evidence: [cite(quayside, "Deputy mayor Ola Brandt")], distinct: 1 },
          ],
          explained: null,
          note: null,
        },
        {
          about: "closing of the bridge",
          kind: "date",
          values: [
            {
              value: "Monday night",
              evidence: [
                cite(lorWire, "Monday night"),
                cite(harborPost, "Monday night"),
                cite(morning, "Monday night"),
                cite(spun, "Monday night"),
                cite(arabic, "ليل الاثنين"),
                cite(japanese, "月曜の夜"),
              ],
              distinct: 5,
            },
            {
              value: "Tuesday, past 02:00",
              evidence: [cite(quayside, "past two on Tuesday morning")],
              distinct: 1,
            },
          ],
          explained: null,
          note: "One report gives an hour, the others the night before.",
        },
      ],
      timeline: [
        {
          from: "2031-03-03T18:00",
          to: "2031-03-04T06:00",
          what: [
            cite(lorWire, "closed on Monday night"),
            cite(morning, "closed on Monday night"),
            cite(japanese, "月曜の夜"),
          ],
        },
        { from: "2031-03-04", to: "2031-03-04", what: [cite(quayside, "Tuesday morning")] },
      ],
      demands: [
        {
          by: "Ferry workers",
          of: "the city",
          what: "publish the inspection reports of the last ten years",
          kind: "demand",
          evidence: [
            cite(lorWire, "demanded that the city publish the inspection reports"),
            cite(harborPost, "demanded that the city publish the inspection reports"),
          ],
          answer: "not-addressed",
          answerEvidence: [cite(quayside, "“premature”")],
        },
        {
          by: null,
          of: "the city",
          what: "whether the reports would be published",
          kind: "question",
          evidence: [cite(quayside, "Asked whether the reports would be published")],
          answer: "none-reported",
          answerEvidence: [],
        },
      ],
      edits: [
        {
          page: "morningledger.example/bridge",
          what: "41 cracks became 43 cracks; no correction note was found",
          when: { from: "2031-03-04T08:30:00+01:00", to: "2031-03-04T15:45:00+01:00" },
          evidence: [cite(morningEarlier, "41 cracks"), cite(morning, "43 cracks")],
          seen: "captured",
        },
      ],
    }),
  ],
  gaps: [
    { input: "pages/empty.html", what: "The file is empty." },
    { report: hostile.id, what: "Only 12 words of text were found." },
  ],
})
