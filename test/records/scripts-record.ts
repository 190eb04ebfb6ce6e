import type { DifferenceWire, RecordDocument, ReportWire, StatementWire } from "../../src/api/index.ts"
import { cite, recordOf, reportOf, spanOf, storyOf } from "./record-builder.ts"

/** One made-up event in scripts that run from the right, that stand without spaces, and that mix with Latin digits. */
const hebrew = [
  reportOf({
    siglum: "YAM1",
    title: "מזח טרן נסגר לאחר שנמצאו 41 סדקים",
    outlet: "קול הים",
    language: "he",
    published: "2031-03-04T07:00:00+02:00",
    source: {
      url: "https://kolhayam.example/pier",
      address: null,
      sha256: "4a".repeat(32),
      capturedAt: "2031-03-04T08:00:00Z",
    },
    text: `מזח טרן נסגר ביום שני בלילה לאחר שצוללנים מצאו בו 41 סדקים.

„המזח לא ייפתח השנה, ולא נסכן חיי אדם”, אמרה המהנדסת Maud Okello ביום שלישי (ב־09:30).

הנוסעים יעברו במעבורת עד הקיץ.`,
  }),
  reportOf({
    siglum: "HOF1",
    title: "המזח בטרן נסגר",
    outlet: "החוף היומי",
    language: "he",
    published: "2031-03-04T09:30:00+02:00",
    text: `מזח טרן נסגר ביום שני בלילה לאחר שצוללנים מצאו בו 43 סדקים.

„המזח לא ייפתח החודש, ולא נסכן חיי אדם”, אמרה המהנדסת מוד אוקלו.`,
  }),
]

const arabic = reportOf({
  siglum: "MIN1",
  title: "إغلاق رصيف تارن بعد العثور على 41 شقًا",
  outlet: "صوت الميناء",
  language: "ar",
  published: "2031-03-04T12:00:00+03:00",
  text: `أُغلق رصيف تارن ليل الاثنين بعد العثور على 41 شقًا.

وقالت المهندسة مود أوكيلو (Maud Okello): «لن يُفتح الرصيف هذا العام».`,
})

const japanese = [
  reportOf({
    siglum: "UMI1",
    title: "ターン桟橋に亀裂41カ所、年内の再開は困難",
    outlet: "海辺新聞",
    language: "ja",
    published: "2031-03-04T18:20:00+09:00",
    text: `ターン桟橋で41カ所の亀裂が見つかり、月曜の夜に通行止めとなった。

主任技師のモード・オケロ氏は「桟橋は今年は再開しない」と述べた。`,
  }),
  reportOf({
    siglum: "HAM1",
    title: "桟橋、通行止め",
    outlet: "浜日報",
    language: "ja",
    published: "2031-03-05T06:00:00+09:00",
    text: `ターン桟橋で43カ所の亀裂が見つかり、月曜の夜に通行止めとなった。

主任技師のモード・オケロ氏は「桟橋は今月は再開しない」と述べた。`,
  }),
]

const chinese = reportOf({
  siglum: "GANG1",
  title: "塔恩码头发现43处裂缝后关闭",
  outlet: "港口时报",
  language: "zh-Hans",
  published: "2031-03-05",
  text: "塔恩码头周一夜间关闭。\n\n总工程师莫德·奥凯洛表示：“码头今年不会重新开放。”",
})

const reports = [...hebrew, arabic, ...japanese, chinese]

function statementOf(
  id: string,
  text: string,
  readings: readonly (readonly [ReportWire, string, string])[],
): StatementWire {
  return {
    id,
    text,
    basis: { rule: "the wording of most distinct texts", support: [], rivals: [] },
    speakers: [{ name: "Maud Okello", kind: "person", reports: readings.map(([report]) => report.id) }],
    readings: readings.map(([report, words, other]) => {
      const whole = text.replace(words, other)
      const difference: DifferenceWire = {
        at: spanOf(text, words),
        reading: other,
        kind: "changed",
        class: "wording",
      }
      return {
        report: report.id,
        parts: [spanOf(report.text, whole)],
        form: "direct",
        speaker: "Maud Okello",
        via: null,
        differences: words === other ? [] : [difference],
      }
    }),
  }
}

const story = storyOf(reports, {
  id: "tarn-pier",
  title: "מזח טרן · ターン桟橋 · رصيف تارن",
  from: "2031-03-03",
  to: "2031-03-05",
  statements: [
    statementOf("s-he", "המזח לא ייפתח השנה, ולא נסכן חיי אדם", [
      [hebrew[0]!, "השנה", "השנה"],
      [hebrew[1]!, "השנה", "החודש"],
    ]),
    statementOf("s-ja", "桟橋は今年は再開しない", [
      [japanese[0]!, "今年", "今年"],
      [japanese[1]!, "今年", "今月"],
    ]),
    statementOf("s-ar", "لن يُفتح الرصيف هذا العام", [[arabic, "العام", "العام"]]),
  ],
  disagreements: [
    {
      about: "סדקים / 亀裂",
      kind: "figure",
      values: [
        {
          value: "41",
          evidence: [cite(hebrew[0]!, "41 סדקים"), cite(arabic, "41 شقًا"), cite(japanese[0]!, "41カ所")],
          distinct: 3,
        },
        { value: "43", evidence: [cite(hebrew[1]!, "43 סדקים"), cite(japanese[1]!, "43カ所")], distinct: 2 },
      ],
      explained: null,
      note: null,
    },
  ],
  links: [
    {
      a: hebrew[0]!.id,
      b: hebrew[1]!.id,
      kind: "edited",
      aShare: 0.6,
      bShare: 0.9,
      passages: [
        {
          a: spanOf(hebrew[0]!.text, "מזח טרן נסגר ביום שני בלילה לאחר שצוללנים מצאו בו"),
          b: spanOf(hebrew[1]!.text, "מזח טרן נסגר ביום שני בלילה לאחר שצוללנים מצאו בו"),
          kind: "verbatim",
        },
      ],
      direction: null,
      reasons: [],
    },
  ],
})

export const scriptsRecord: RecordDocument = recordOf({ reports, stories: [story] })
