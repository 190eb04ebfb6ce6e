import fc from "fast-check"
import { expect, test } from "vitest"
import { spanOf } from "../../test/records/record-builder.ts"
import type { Span } from "../base/index.ts"
import { foldText, textFragment } from "./text-fragment.ts"

const bridge =
  "Bridge shut\nThe bridge is shut. “The bridge is unsafe, and has been - since May,” said Ida Moor.\nThe bridge is shut & barred, she said.\nThe bridge is unsafe, and has been for years."

test.each<[string, string, number, string]>([
  [
    "enough words, told apart",
    "unsafe, and has been - since May",
    1,
    "text=unsafe%2C and has been %2D since May",
  ],
  ["a word of its own gets what stands before", "unsafe", 1, "text=is-,unsafe"],
  ["as many words before as tell it from an earlier place", "shut & barred", 1, "text=is-,shut %26 barred"],
  [
    "at the beginning of a line, what stands after",
    "The bridge is shut",
    2,
    "text=The bridge is shut,-%26 barred",
  ],
  [
    "across lines, by the first and last words",
    "since May,” said Ida Moor.\nThe bridge is shut & barred",
    1,
    "text=since May%2C” said Ida Moor,The bridge is shut %26 barred",
  ],
  ["marks alone lead nowhere", " - ", 1, "undefined"],
  ["part of a word leads to the word", "nsaf", 1, "text=is-,unsafe"],
])("%s", (_, words, nth, expected) => {
  const fragment = textFragment(foldText(bridge), spanOf(bridge, words, nth))
  expect(String(fragment?.replaceAll("%20", " ").replaceAll("%E2%80%9D", "”"))).toBe(expected)
})

/** The first place that a directive names, as the specification has a browser look for it; null where there is none. */
function findDirective(text: string, directive: string): Span | null {
  const terms = directive.slice("text=".length).split(",")
  const prefix = terms[0]!.endsWith("-") ? decodeURIComponent(terms.shift()!.slice(0, -1)) : ""
  const suffix = terms.at(-1)!.startsWith("-") ? decodeURIComponent(terms.pop()!.slice(1)) : ""
  const [start, end] = terms.map(decodeURIComponent) as [string, string | undefined]
  const ends = (at: number): number | null => {
    for (let to = at; ; to++) {
      const from = end === undefined ? at - start.length : text.indexOf(end, to)
      if (from < 0) return null
      const stop = end === undefined ? at : from + end.length
      if (text.slice(stop).trimStart().startsWith(suffix)) return stop
      if (end === undefined) return null
      to = from
    }
  }
  for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
    if (!text.slice(0, at).trimEnd().endsWith(prefix)) continue
    const stop = ends(at + start.length)
    if (stop !== null) return { start: at, end: stop }
  }
  return null
}

test("law: every directive is of whole terms within lines and leads to a place that holds the passage's ends", () => {
  const word = fc.constantFrom(
    "the",
    "bridge",
    "is",
    "shut",
    "re-opened,",
    "“41",
    "橋は閉鎖された",
    "الجسر",
    "&c",
  )
  const line = fc.array(word, { minLength: 1, maxLength: 14 }).map((words) => words.join(" "))
  const text = fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.join("\n"))
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (text, a, b) => {
      const [start, end] = [a % text.length, b % text.length].sort((x, y) => x - y) as [number, number]
      const fragment = textFragment(foldText(text), { start, end: end + 1 })
      if (fragment === null) return
      expect(fragment).toMatch(/^text=(?:[^-,&]+-,)?[^-,&]+(?:,[^-,&]+)?(?:,-[^-,&]+)?$/)
      for (const term of fragment.slice("text=".length).split(","))
        expect(decodeURIComponent(term)).not.toContain("\n")
      expect(findDirective(text, fragment)).not.toBeNull()
    }),
  )
})

test("law: of words that each stand once, the directive leads to exactly the passage", () => {
  fc.assert(
    fc.property(
      fc.nat(60),
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 4, max: 30 }),
      (from, length, perLine) => {
        const words = Array.from({ length: 80 }, (_, i) => `w${i}x`)
        const text = words.map((one, i) => one + (i % perLine === perLine - 1 ? "\n" : " ")).join("")
        const chosen = words.slice(from, from + length)
        const span = {
          start: text.indexOf(chosen[0]!),
          end: text.indexOf(chosen.at(-1)!) + chosen.at(-1)!.length,
        }
        expect(findDirective(text, textFragment(foldText(text), span)!)).toEqual(span)
      },
    ),
  )
})
