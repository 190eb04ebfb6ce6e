import { expect, test } from "vitest"
import { tokenize } from "../language/index.ts"
import { withPhrases } from "./phrase-terms.ts"
import { reportTerms, wordAt } from "./report-terms.ts"

/** The pairs of a text, each by the word it ends with and how often it is printed. */
function check(
  title: string | null,
  text: string,
  drawn: string,
  skipped = (_: number): boolean => false,
): void {
  const tokens = tokenize(text)
  const words = reportTerms(title, text, tokens, skipped)
  const { terms, strengths, firsts } = withPhrases(words, title, text, tokens, skipped)
  const shown = Array.from(terms.slice(words.terms.length), (_, i) => {
    const place = words.terms.length + i
    return `${wordAt(title, text, firsts[place]!)}${Math.round(Math.exp(strengths[place]! - 1))}`
  })
  expect(shown.join(" ")).toBe(drawn)
}

test("words that follow each other, over words that belong to none", () =>
  check(null, "Quill sold the ferry. Brand sold a tram. Quill sold it.", "sold2 ferry1 sold1 tram1"))
test("a number goes with what follows it, and is one in words and in figures", () =>
  check(null, "ten dead miners; 10 dead", "dead3 dead1 miners1 miners1 101"))
test("a sentence's end parts, and so does what was skipped", () => {
  check(null, "ferry! tram", "")
  check(null, "ferry gate tram", "", (start) => start === 6)
})
test("the title's pairs are counted once", () => check("Ferry aground", "No ferry aground here.", "aground2"))
