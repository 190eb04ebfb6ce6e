import fc from "fast-check"
import { expect, test } from "vitest"
import { tokenize } from "../language/index.ts"
import { fingerprint, gramWords, windowGrams } from "./fingerprint.ts"
import { pair } from "./pair.ts"
import { type CountedWords, countedWords } from "./reuse-report.ts"

function wordsOf(numbers: readonly number[]): CountedWords {
  return countedWords({ tokens: tokenize(numbers.map((n) => `w${n}`).join(" ")), setAside: [] })
}

const numbers = (max: number) => fc.array(fc.nat(1_000_000), { minLength: 130, maxLength: max })

test("a text without words has no fingerprint", () => expect(fingerprint(wordsOf([])).hashes.length).toBe(0))
test("a short text has one", () => expect(fingerprint(wordsOf([1, 2])).hashes.length).toBe(1))

test("law: long texts that share a run of the promised length share a fingerprint", () => {
  const run = Array.from({ length: windowGrams + gramWords - 1 }, (_, i) => 2_000_000 + i)
  fc.assert(
    fc.property(numbers(200), numbers(200), fc.nat(130), (a, b, at) => {
      const left = fingerprint(wordsOf([...a.slice(0, at), ...run, ...a.slice(at)]))
      const right = fingerprint(wordsOf([...b, ...run]))
      const held = new Set(left.hashes)
      expect(right.hashes.some((hash) => held.has(hash))).toBe(true)
    }),
    { numRuns: 50 },
  )
})

test("law: pairs are those that share a fingerprint, as counted one by one", () => {
  const text = fc.array(fc.nat(8), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(fc.array(text, { maxLength: 12 }), (texts) => {
      const prints = texts.map((list) => fingerprint(wordsOf(list)))
      const naive: string[] = []
      for (let a = 0; a < prints.length; a++)
        for (let b = a + 1; b < prints.length; b++) {
          const held = new Set(prints[a]!.hashes)
          const shared = new Set(prints[b]!.hashes.filter((hash) => held.has(hash))).size
          if (shared > 0) naive.push(`${a} ${b} ${shared}`)
        }
      expect(pair(prints).map(({ a, b, shared }) => `${a} ${b} ${shared}`)).toEqual(naive)
    }),
  )
})
