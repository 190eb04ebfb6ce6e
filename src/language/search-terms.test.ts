import * as fc from "fast-check"
import { expect, test } from "vitest"
import { searchTerms } from "./search-terms.ts"

const check = (text: string, drawn: string): void =>
  expect(
    searchTerms(text)
      .map(({ term }) => (term.startsWith("zz") ? "*" : term))
      .join(" "),
  ).toBe(drawn)

test("case and accents", () => check("The CAFÉ of Ångström", "the cafe of angstrom"))
test("possessives and apostrophes", () => check("the board’s ferry didn't", "the board ferry didnt"))
test("numbers with commas", () => check("1,200 drivers", "1200 drivers"))
test("a script without gaps: each character, and each two", () => check("渡船沉没", "* * * * * * *"))
test("a word of another script is one term", () => check("паром", "*"))
test("equal words are one term, whatever their case or accents", () =>
  expect(new Set(searchTerms("Паром паром ПАРОМ Übung übung").map(({ term }) => term)).size).toBe(2))
test("law: terms are safe in any query, and their spans cut out words", () =>
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      for (const { term, start, end } of searchTerms(text)) {
        expect(term).toMatch(/^[a-z0-9]*$/)
        expect(text.slice(start, end).length).toBeGreaterThan(0)
      }
    }),
  ))
