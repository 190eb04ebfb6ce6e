import fc from "fast-check"
import { expect, test } from "vitest"
import { english } from "./languages/en.ts"
import { classesOf, lexiconOf } from "./lexicon.ts"
import { paragraphsOf } from "./paragraphs.ts"
import { splitSentences } from "./sentences.ts"
import { tokenize } from "./tokens.ts"

const lexicon = lexiconOf(english)

function sentencesOf(text: string): readonly string[] {
  const tokens = tokenize(text)
  const spans = splitSentences(text, tokens, classesOf(tokens, lexicon), paragraphsOf(text))
  return spans.map(({ start, end }) => text.slice(start, end))
}

/** `drawn` is the text with a bar at each cut. */
function check(drawn: string): void {
  expect(sentencesOf(drawn.replaceAll("|", "")).join("|")).toBe(drawn.replaceAll("| ", "|"))
}

test("full stops end sentences, abbreviations do not", () => {
  check("The ferry left at nine.| Nobody waved.")
  check("Mr. Orr met Capt. Lind of Skerry Lines Inc. in St. Abb.| They talked.")
  check("The yard is run by Tarn & Co.| It closed in Feb. 2011.")
  check("He flew to the U.S. with Anna B. Tarn.| She stayed.")
  check("It sails at 6 p.m.| Cars must wait.")
  check("At 5 a.m. Mr. Orr woke.")
})

test("numbers, addresses and list numbers are left whole", () => {
  check("It cost $4.50.| Write to quay.office@example.org.| See www.example.org/a.html for more.")
  check("See No. 7 on p. 12 of the plan.")
  check("1. Oil the winch.| 2. Salt the deck.")
  check("a) oil| b) salt| c) rope")
})

test("a question inside marks stays with its tag", () => {
  check("“Why now?” Anna Tarn asked.| Nobody knew.")
  check("“It sank.” She turned away.".replace("” She", "”| She"))
  check("“We wait. We hope,” she said.".replace("wait. ", "wait.| "))
})

test("dots that leave words out end nothing by themselves", () => {
  check("They said . . . I forget what.")
  check("It was late....| He went home.")
})

test("a blank forgotten after a full stop still parts", () => check("The boat sank.|They swam.|It was cold."))

test("scripts without blanks are parted at their own stops", () => check("船が出た。|人が待つ。"))

test("law: sentences are in order, inside a paragraph, and cover every token", () => {
  const piece = fc.constantFrom(
    ..."Mr. |end. |The |U.S. |“Why?” |she |said |... |. . . |1. |2) |a.b |\n|\n\n|)|。|x@y.Z |5 p.m. ".split(
      "|",
    ),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join("")
      const tokens = tokenize(text)
      const paragraphs = paragraphsOf(text)
      const sentences = splitSentences(text, tokens, classesOf(tokens, lexicon), paragraphs)
      let at = 0
      for (const { start, end } of sentences) {
        expect(start).toBeGreaterThanOrEqual(at)
        expect(end).toBeGreaterThan(start)
        expect(paragraphs.some((paragraph) => paragraph.start <= start && end <= paragraph.end)).toBe(true)
        at = end
      }
      for (let i = 0; i < tokens.count; i++)
        expect(sentences.some(({ start, end }) => start <= tokens.starts[i]! && tokens.ends[i]! <= end)).toBe(
          true,
        )
    }),
  )
})
