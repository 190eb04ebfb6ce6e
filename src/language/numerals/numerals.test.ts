import fc from "fast-check"
import { expect, test } from "vitest"
import { tokenize } from "../tokens.ts"
import { findNumerals } from "./numerals.ts"

function check(text: string, drawn: string): void {
  const { list } = findNumerals({ text, tokens: tokenize(text) })
  expect(
    list.map((numeral) => `${text.slice(numeral.start, numeral.end)}=${numeral.value}`).join(" | "),
  ).toBe(drawn)
}

test("digits with commas, points and scales", () =>
  check(
    "1,200.50 and 19.4 million, £1.2bn, 10k",
    "1,200.50=1200.5 | 19.4 million=19400000 | 1.2bn=1200000000 | 10k=10000",
  ))
test("powers, words of sign and fractions behind a scale", () =>
  check(
    "2^10, minus 4.5, plus or minus 3, one hundred thirty-fifths, one hundred and thirty fifths, 5 and three quarters",
    "2^10=1024 | minus 4.5=-4.5 | 3=3 | one hundred thirty-fifths=2.857142857142857 | one hundred and thirty fifths=26 | 5 and three quarters=5.75",
  ))
test("commas that part no thousands only list", () => check("Nos. 22,24,26", "22=22 | 24=24 | 26=26"))
test("hundreds and thousands in words", () =>
  check("two hundred and five, a hundred thousand", "two hundred and five=205 | a hundred thousand=100000"))
test("dozens, halves and fractions", () =>
  check(
    "half a dozen, two dozen, two-thirds, five and a quarter, three and a half million",
    "half a dozen=6 | two dozen=24 | two-thirds=0.6666666666666666 | five and a quarter=5.25 | three and a half million=3500000",
  ))
test("ordinals, with and without digits", () =>
  check("the 22nd and the twenty-second", "22nd=22 | twenty-second=22"))
test("scales in the plural mean at least two", () =>
  check("hundreds, tens of thousands", "hundreds=200 | tens of thousands=20000"))
test("numbers do not run over a line's end", () => check("twenty\nfive", "twenty=20 | five=5"))
test("minus signs stand before a number, hyphens inside a word", () =>
  check("at -5 or minus two, the F-35", "-5=-5 | minus two=-2 | 35=35"))

test("law: numerals are in order, inside the text, and finite", () => {
  const words = fc.constantFrom(
    "two",
    "hundred",
    "and",
    "a",
    "half",
    "-",
    "1,000",
    "3.5",
    "bn",
    "third",
    "of",
    "dozens",
    "\n",
    "point",
  )
  fc.assert(
    fc.property(fc.array(words, { maxLength: 30 }), (parts) => {
      const text = parts.join(" ")
      let at = 0
      for (const numeral of findNumerals({ text, tokens: tokenize(text) }).list) {
        expect(numeral.start).toBeGreaterThanOrEqual(at)
        expect(numeral.end).toBeGreaterThan(numeral.start)
        expect(Number.isFinite(numeral.value)).toBe(true)
        at = numeral.end
      }
    }),
  )
})
