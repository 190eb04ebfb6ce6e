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
