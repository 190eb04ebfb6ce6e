import fc from "fast-check"
import { expect, test } from "vitest"
import type { Article, ReportId } from "../article/index.ts"
import type { Analysis } from "./analysis.ts"
import { readReport } from "./read-report.ts"

function articleOf(text: string, language: string | null = "en"): Article {
  return {
    id: "test" as ReportId,
    source: { kind: "stdin", name: "-", member: null, sha256: "", capturedAt: null },
    url: null,
    title: null,
    bylines: [],
    published: null,
    modified: null,
    outlet: null,
    language,
    text,
    blocks: [],
    furniture: [],
    credits: [],
    dropped: [],
    evidence: {},
    shortfalls: [],
  }
}

/** One line a quotation: its form, its words, who says them, and the name behind the mention. */
function drawn(text: string, analysis: Analysis): readonly string[] {
  return analysis.quotations.map((quotation) => {
    const words = quotation.parts.map(({ start, end }) => text.slice(start, end)).join(" … ")
    const { speaker } = quotation
    const voice = speaker ? text.slice(speaker.start, speaker.end) : "nobody"
    const name = speaker?.name && speaker.name !== voice ? ` (${speaker.name})` : ""
    return `${quotation.speech ? quotation.form : "no speech"}: ${words} | ${voice}${name}`
  })
}

function check(text: string, ...lines: readonly string[]): void {
  expect(drawn(text, readReport(articleOf(text), { explain: false }))).toEqual(lines)
}

test("a tag follows the words", () => {
  check("“We sail at nine,” said Anna Tarn.", "direct: We sail at nine, | Anna Tarn")
  check('"We sail at nine," the harbour master said.', "direct: We sail at nine, | the harbour master")
})

test("a tag comes first", () =>
  check("Anna Tarn told the council: “We sail at nine.”", "direct: We sail at nine. | Anna Tarn"))

test("a tag stands between two halves", () =>
  check("“We sail,” Tarn said. “We always have.”", "direct: We sail, … We always have. | Tarn"))

test("a pronoun stands for who was named", () =>
  check(
    "Anna Tarn runs the ferry. “We sail at nine,” she said.",
    "direct: We sail at nine, | she (Anna Tarn)",
  ))

test("quoted words inside the reporter's clause", () =>
  check(
    "Tarn said the winch was “a museum piece” and should go.",
    "partial: the winch was “a museum piece” and should go | Tarn",
  ))

test("words without marks", () =>
  check("Tarn said that the winch was old.", "indirect: that the winch was old | Tarn"))

test("law: whatever the text, it is read, and every span is inside it", () => {
  const piece = fc.constantFrom(
    ..."“|”|\"|‘|’|'|«|»|\n\n| |, |. |? |: |— |Tarn|Anna Tarn|the ferry |said|told |she |that |and |who |We sail|according to |in a statement|(|)|\ud83d|東".split(
      "|",
    ),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join("")
      const analysis = readReport(articleOf(text), { explain: true })
      for (const { parts, speaker } of analysis.quotations) {
        expect(parts.length).toBeGreaterThan(0)
        let at = 0
        for (const { start, end } of parts) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end).toBeGreaterThan(start)
          at = end
        }
        expect(at).toBeLessThanOrEqual(text.length)
        if (speaker) expect(speaker.end).toBeGreaterThan(speaker.start)
      }
    }),
  )
})

test("the tag's slots stand apart from the words", () => {
  const text =
    "“We sail,” said Anna Tarn, the harbour master, in a statement. She told reporters the winch was “old”."
  const [first, second] = readReport(articleOf(text), { explain: false }).quotations
  const cut = (span: { start: number; end: number } | null | undefined): string | null =>
    span ? text.slice(span.start, span.end) : null
  expect(cut(first?.via)).toBe("in a statement")
  expect(cut(second?.addressee)).toBe("reporters")
  expect(cut(second?.marked[0])).toBe("old")
})

test("a statement announced and printed whole is a block of its owner's", () =>
  check(
    "Skerry Lines’s full statement is below:\n\nWe regret the delay.\n\nWe thank our crews.",
    "block: We regret the delay. … We thank our crews. | Skerry Lines’s (Skerry Lines)",
  ))

test("languages are read by their own words, and unknown ones by their marks", () => {
  const rows = [
    ["fr", "« Nous partons », a déclaré Anna Tarn.", "direct: Nous partons | Anna Tarn"],
    ["de", "„Wir fahren“, sagte Anna Tarn.", "direct: Wir fahren | Anna Tarn"],
    ["es", "«Salimos hoy», dijo Anna Tarn.", "direct: Salimos hoy | Anna Tarn"],
    ["sv", "”Vi seglar klockan nio”, sade Anna Tarn.", "direct: Vi seglar klockan nio | nobody"],
  ] as const
  for (const [language, text, line] of rows)
    expect(drawn(text, readReport(articleOf(text, language), { explain: false }))).toEqual([line])
})
