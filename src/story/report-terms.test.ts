import fc from "fast-check"
import { expect, test } from "vitest"
import { tokenize } from "../language/index.ts"
import { reportTerms, stemHash, wordAt } from "./report-terms.ts"

function stemOf(word: string): number {
  const tokens = tokenize(word)
  return stemHash(word, tokens.starts[0]!, tokens.ends[0]!, tokens.hashes[0]!)
}

function checkMeet(...words: string[]): void {
  expect(words.map(stemOf)).toEqual(words.map(() => stemOf(words[0]!)))
}

function checkApart(a: string, b: string): void {
  expect(stemOf(a)).not.toBe(stemOf(b))
}

test("plurals and possessives meet", () => checkMeet("ferry", "ferries", "Ferry’s", "ferry's", "FERRIES"))
test("forms of a verb meet", () => checkMeet("charge", "charges", "charged", "charging"))
test("a stem is a hash like any other", () => expect(stemOf("charges")).toBe(tokenize("charg").hashes[0]))
test("short words stay as they are", () => checkApart("red", "r"))
test("two words stay two", () => checkApart("harbour", "harvest"))
test("a double s is no plural", () => checkApart("pass", "pas"))

test("law: other scripts are left alone", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("п", "а", "р", "о", "м", "東"), minLength: 1 }), (word) => {
      expect(stemOf(word)).toBe(tokenize(word).hashes[0])
    }),
  )
})

function check(title: string | null, text: string, drawn: string): void {
  const { terms, strengths, named, firsts } = reportTerms(title, text, tokenize(text), () => false)
  const shown = Array.from(terms, (_, i) => {
    const times = Math.round(Math.exp(strengths[i]! - 1))
    return `${wordAt(title, text, firsts[i]!)}${times}${named[i] === 1 ? "*" : ""}`
  })
  expect(shown.join(" ")).toBe(drawn)
}

test("counts words, and marks names and numbers inside a sentence", () =>
  check(null, "The ferries met Oda Quill. Oda saw 3 ferries.", "The1 ferries2 met1 Oda2* Quill1* saw1 31*"))
test("the title counts four times", () => check("Ferry aground", "A ferry.", "A1 ferry5 aground4"))
test("a word that is mostly small is no name", () => check(null, "a pier, the Pier, a pier", "a2 pier3 the1"))
