import fc from "fast-check"
import { expect, test } from "vitest"
import { madeArticle } from "../../test/made-article.ts"
import type { Article } from "../article/index.ts"
import type { Analysis } from "./analysis.ts"
import { readReport } from "./read-report.ts"

function articleOf(text: string, language: string | null = "en"): Article {
  return madeArticle("test", text, { language })
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

test("a surname goes to a person, not to a tower, a paper or a wife that bears it", () => {
  check(
    "Mr. Vorn owns Vorn Tower on the quay. “We sail at nine,” he said.",
    "direct: We sail at nine, | he (Vorn)",
  )
  check(
    "The Orley Letters came out. Piers Orley answered. “We sail,” Orley said.",
    "direct: We sail, | Orley (Piers Orley)",
  )
  check(
    "President Orley sailed with the first lady, Ildra Orley. “We sail,” Orley said.",
    "direct: We sail, | Orley",
  )
  check(
    "President Orley and Ildra Orley, the first lady, sailed. “We sail,” Mr. Orley said.",
    "direct: We sail, | Mr. Orley (Orley)",
  )
  check(
    "Mr. Orr and Mrs. Orr came. “We sail,” Mrs. Orr said. She waved.",
    "direct: We sail, | Mrs. Orr (Orr)",
  )
  check(
    "Its leader, Han Ji-won, was there. “We sail,” Mr. Han said.",
    "direct: We sail, | Mr. Han (Han Ji-won)",
  )
})

test("titles, and words with a capital for their place alone, are no part of a name", () => {
  check(
    "Greeting President Ulric Vorn, the crowd sang. “We sail,” Mr. Vorn said.",
    "direct: We sail, | Mr. Vorn (Ulric Vorn)",
  )
  check(
    "Following Vorn was hard. “We sail,” Vorn said. “We do,” Ulric Vorn said.",
    "direct: We sail, | Vorn (Ulric Vorn)",
    "direct: We do, | Ulric Vorn",
  )
  check(
    "“We sail,” said Harbour Minister Olla Quarm.",
    "direct: We sail, | Harbour Minister Olla Quarm (Olla Quarm)",
  )
  check("“We sail,” Deputy Gov. Olla Quarm said.", "direct: We sail, | Deputy Gov. Olla Quarm (Olla Quarm)")
  check("“We sail,” Olla K. Quarm said.", "direct: We sail, | Olla K. Quarm")
  check(
    "“We sail,” the Justice Department said.",
    "direct: We sail, | the Justice Department (Justice Department)",
  )
})

test("a name before a noun says which, and does not speak", () => {
  check(
    "“We sail,” the Skerran foreign secretary, Piers Orley, said.",
    "direct: We sail, | the Skerran foreign secretary (Piers Orley)",
  )
  check(
    "Skerry Bank is small. “We sail,” the Vorn administration said.",
    "direct: We sail, | the Vorn administration",
  )
  check("Skerry Bank is small. “We sail,” the harbour board said.", "direct: We sail, | the harbour board")
  check(
    "“We sail,” Skerran dictator Olla Quarm said.",
    "direct: We sail, | Skerran dictator Olla Quarm (Olla Quarm)",
  )
})

test("whoever belongs to a name does not take it", () => {
  check("Jack Reid left. “We appreciate it,” Reid’s rep said.", "direct: We appreciate it, | Reid’s rep")
  check(
    "Jack Reid left. “We appreciate it,” Reid’s helmsman said.",
    "direct: We appreciate it, | Reid’s helmsman",
  )
  check("“We sail,” an aide, Col. Jack Reid, said.", "direct: We sail, | an aide (Jack Reid)")
})

test("inside the words of another “I” is who says them, and “he” somebody else", () => {
  check(
    "Jack Reid left. “I told her, ‘We sail,’” Reid said.",
    "direct: I told her, ‘We sail,’ | Reid (Jack Reid)",
    "direct: We sail, | I (Jack Reid)",
  )
  check(
    "Jack Reid left. “He told her, ‘We sail,’” Reid said.",
    "direct: He told her, ‘We sail,’ | Reid (Jack Reid)",
    "direct: We sail, | He",
  )
})

test("a role in capitals that labels a turn is no name", () =>
  check(
    "MS. TARN: Where were you?\n\nTHE WITNESS: In the boat.",
    "block: Where were you? | MS. TARN (TARN)",
    "block: In the boat. | THE WITNESS",
  ))

test("a pronoun goes to whom its paragraph is about", () => {
  check("Some Skerran crews came.\n\n“We sail,” it said.", "direct: We sail, | it")
  check(
    "Quay House was shut. Adrian Vorn told the Quay House to open. “We sail,” he said.",
    "indirect: the Quay House to open | Adrian Vorn",
    "direct: We sail, | he (Adrian Vorn)",
  )
  check(
    "The line lost its major Skerran friends. Mr. Vorn saw Skerran crews. “We sail,” he said.",
    "direct: We sail, | he (Vorn)",
  )
  check(
    "The board told Radio Skerry to wait.\n\nBran Osk, who drives the lorry, slept. “We sail,” he said.",
    "direct: We sail, | he (Bran Osk)",
  )
  check(
    "“We sail,” Miss Marr said.\n\nPerra Lunt has the right of it. “We never sail,” she said.",
    "direct: We sail, | Miss Marr (Marr)",
    "direct: We never sail, | she (Perra Lunt)",
  )
})

test("a participle behind its noun, or at the end of what was done, gives no words to anybody", () => {
  check(
    "Skerry Lines is not working with the Harbour Board or the Pilot Office on any projects related to closing the pier.",
  )
  check("A petition signed by the crew began to circulate, asking for more.")
})

test("a clause about the speaker stands before the verb", () =>
  check(
    "Perra Lunt, who speaks for the island on the council, said: “We have one road.”",
    "direct: We have one road. | Perra Lunt",
  ))

test("who speaks as one is named together", () => {
  check(
    "Anna Tarn came with Sam Orr. “We sail,” Tarn and Orr said.",
    "direct: We sail, | Tarn and Orr (Anna Tarn and Sam Orr)",
  )
  check(
    "Anna Tarn, the head of Skerry Lines, and Sam Orr said that it was late.",
    "indirect: that it was late | Anna Tarn, the head of Skerry Lines, and Sam Orr (Anna Tarn and Sam Orr)",
  )
  check("Anna Tarn quit, and Sam Orr said that it was late.", "indirect: that it was late | Sam Orr")
})
