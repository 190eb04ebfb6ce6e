import fc from "fast-check"
import { expect, test } from "vitest"
import { foldedToken, tokenize } from "./tokens.ts"

function check(text: string, drawn: string): void {
  const tokens = tokenize(text)
  const parts = Array.from(tokens.starts, (start, i) => text.slice(start, tokens.ends[i]))
  expect(parts.join("|")).toBe(drawn)
}

test("words keep their apostrophes", () => check("Don’t stop, ‘tis o'clock", "Don’t|stop|,|‘|tis|o'clock"))
test("numbers keep points and commas", () => check("$1,200.50, up 3.5%.", "$|1,200.50|,|up|3.5|%|."))
test("initials stay together", () => check("the U.S. and end.Next", "the|U.S|.|and|end|.|Next"))
test("ideographs are words of their own", () => check("東京で said", "東|京|で|said"))
test("soft hyphens part nothing that is read", () => check("right-to-left שלום", "right|-|to|-|left|שלום"))
test("pairs outside the basic plane are whole", () => check("a 😀 𝒜b", "a|😀|𝒜b"))
test("lone surrogates are tokens", () => check("a \ud83d b", "a|\ud83d|b"))

test("law: tokens are in order, never empty, and leave out only white space", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const tokens = tokenize(text)
      let at = 0
      for (let i = 0; i < tokens.count; i++) {
        expect(tokens.starts[i]!).toBeGreaterThanOrEqual(at)
        expect(tokens.ends[i]!).toBeGreaterThan(tokens.starts[i]!)
        at = tokens.ends[i]!
      }
    }),
  )
})

test("law: equal folded forms have equal hashes", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const hashes = new Map<string, number>()
      for (const variant of [text, text.toUpperCase().toLowerCase()]) {
        const tokens = tokenize(variant)
        for (let i = 0; i < tokens.count; i++) {
          const form = foldedToken(variant, tokens, i)
          const seen = hashes.get(form) ?? tokens.hashes[i]!
          expect(tokens.hashes[i]).toBe(seen)
          hashes.set(form, seen)
        }
      }
    }),
  )
})
