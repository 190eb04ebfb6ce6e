import { expect, test } from "vitest"
import { tokenize } from "../language/index.ts"
import { partStories } from "./part-stories.ts"
import { withPhrases } from "./phrase-terms.ts"
import { reportTerms } from "./report-terms.ts"

const whole = (): boolean => false

/** Parts texts, drawn as their places. */
function check(texts: readonly string[], drawn: string, closeness = (): number => 1): void {
  const terms = texts.map((text) => {
    const tokens = tokenize(text)
    return withPhrases(reportTerms(null, text, tokens, whole), null, text, tokens, whole)
  })
  const parts = partStories(
    (place) => terms[place]!,
    texts.map((_, i) => i),
    closeness,
  )
  expect(parts.map((part) => part.join(" ")).join(" | ")).toBe(drawn)
}

const ferry =
  "Ferry crash harbour inquest: captain Oda Quill told the Marigold inquest of fog and a broken horn"
const tram =
  "Tram crash harbour inquest: driver Piers Lomand told the Tramway inquest of ice and a broken brake"
const both = "Two crash inquest hearings in the harbour town"

test("two look-alike events", () =>
  check([ferry, tram, `${ferry} again`, `${tram} again`, both], "0 2 | 1 3 4"))
test("one event", () => check([ferry, `${ferry} again`, `${ferry} today`, `${both}, Oda Quill`], "0 1 2 3"))
test("three reports show no pattern", () => check([ferry, tram, `${tram} again`], "0 1 2"))
test("copies of one text beside reports of the same event", () =>
  check(
    [
      ferry,
      ferry,
      ferry,
      ferry,
      "The Marigold captain Oda Quill blames fog",
      "The Marigold inquest hears of a broken horn and fog",
    ],
    "0 1 2 3 4 5",
  ))
test("days apart weaken what is between two sides", () => {
  const later = `${both}: the Marigold captain Oda Quill and the broken horn, the owners Sten and Holm and a second horn`
  const four = [ferry, `${ferry} again`, later, `${later} again`]
  check(four, "0 1 2 3")
  check(four, "0 1 | 2 3", () => 0.2)
})
test("a group larger than the sample is parted whole", () =>
  check(
    Array.from(
      { length: 300 },
      (_, i) => `${i % 2 === 0 ? ferry : tram} ${"abcdefghijklmnop"[i % 16]!.repeat(6)}`,
    ),
    [0, 1].map((odd) => Array.from({ length: 150 }, (_, i) => 2 * i + odd).join(" ")).join(" | "),
  ))
test("nothing", () => check([], ""))
