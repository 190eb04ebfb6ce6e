import fc from "fast-check"
import { expect, test } from "vitest"
import { applyEdits, diffTexts } from "./versions.ts"

/** Draws the edits of two texts in the later one: `{-dropped-}`, `{+added+}`, `{-old-+new+}`, moved ones with `~`. */
function check(before: string, after: string, drawn: string): void {
  const edits = diffTexts(before, after)
  let shown = ""
  let at = 0
  for (const edit of edits) {
    const [from, to] = [
      before.slice(edit.before.start, edit.before.end),
      after.slice(edit.after.start, edit.after.end),
    ]
    const mark = edit.kind === "moved" ? "~" : ""
    shown += after.slice(at, edit.after.start)
    shown += `{${mark}${from === "" ? "" : `-${from}-`}${to === "" ? "" : `+${to}+`}}`
    at = edit.after.end
  }
  expect(shown + after.slice(at)).toBe(drawn)
  expect(applyEdits(before, edits, after)).toBe(after)
}

const [first, second, third] = [
  "The ferry left the quay at noon. ",
  "Nobody on the pier had seen the fog. ",
  "The harbour office rang its bell twice.",
]

test("equal texts", () => check(first, first, first))
test("a figure", () => check("In all 12 died.", "In all 21 died.", "In all {-12-+21+} died."))
test("a number is never parted", () =>
  check("about 1500 left", "about 1,600 left", "about {-1500-+1,600+} left"))
test("nor at its comma or point", () =>
  check("about 1,500 left", "about 1,600 left", "about {-1,500-+1,600+} left"))
test("words that touch are one edit", () =>
  check("It sank in May.", "It sank on June 3.", "It sank {-in May-+on June 3+}."))
test("marks follow their words", () =>
  check("No, he said", "“No”, he said", "{++“+}No{++”+}, he said".replaceAll("{++", "{+")))
test("a dropped word takes one blank along", () =>
  check("a very tall mast", "a tall mast", "a {-very -}tall mast"))
test("a capital", () => check("The end of it", "the end of it", "{-The-+the+} end of it"))
test("a dropped sentence", () =>
  check(first + second + third, first + third, `${first}{-${second}-}${third}`))
test("an added sentence", () => check(first + third, first + second + third, `${first}{+${second}+}${third}`))
test("a new first sentence", () => check(third, first + third, `{+${first}+}${third}`))
test("a sentence written anew", () =>
  check(first + third, `${first}Gulls followed.`, `${first}{-${third}-+Gulls followed.+}`))
test("a sentence that moved", () =>
  check(first + second + third, `${second}${first}${third}`, `{~-${first}-}${second}{~+${first}+}${third}`))
test("two versions of nothing", () => check("", "", ""))
test("from nothing", () => check("", "A word.", "{+A word.+}"))
test("to nothing", () => check("A word.", "", "{-A word.-}"))
test("line ends", () => check("One.\r\nTwo.", "One.\nTwo.", "One.{-\r-}\nTwo."))
test("surrogate pairs stay whole", () => check("a 😀 b", "a 😃 b", "a {-😀-+😃+} b"))

const passage = fc
  .array(
    fc.constantFrom(
      "The ",
      "ferry ",
      "sank",
      ". ",
      ", ",
      "12 ",
      "21 ",
      "\n\n",
      "“",
      "”",
      "Oda ",
      "é",
      "\ud83d",
      "\u00a0",
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(""))

test("law: edits carried out on the earlier version give the later one", () => {
  fc.assert(
    fc.property(passage, passage, (before, after) => {
      expect(applyEdits(before, diffTexts(before, after), after)).toBe(after)
    }),
  )
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (before, after) => {
      expect(applyEdits(before, diffTexts(before, after), after)).toBe(after)
    }),
  )
})

test("law: what no edit covers is the same on both sides, and edits are in order", () => {
  fc.assert(
    fc.property(passage, passage, (before, after) => {
      let [a, b] = [0, 0]
      for (const edit of [
        ...diffTexts(before, after),
        {
          before: { start: before.length, end: before.length },
          after: { start: after.length, end: after.length },
        },
      ]) {
        expect(before.slice(a, edit.before.start)).toBe(after.slice(b, edit.after.start))
        ;[a, b] = [edit.before.end, edit.after.end]
      }
    }),
  )
})

test("law: a text has no edits against itself", () => {
  fc.assert(fc.property(passage, (text) => void expect(diffTexts(text, text)).toEqual([])))
})

test("a hostile text is no slower than its length", () => {
  const before = `${"tock ".repeat(60_000)}end`
  const after = `start ${"tock ".repeat(59_000)}`
  expect(applyEdits(before, diffTexts(before, after), after)).toBe(after)
  const lines = Array.from({ length: 20_000 }, (_, i) => `line ${(i * 7_919) % 20_000}`)
  const [up, down] = [lines.join("\n"), [...lines].reverse().join("\n")]
  expect(applyEdits(up, diffTexts(up, down), down)).toBe(down)
})
