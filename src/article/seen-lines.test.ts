import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { isSameLine, SeenLines } from "./seen-lines.ts"

const pieces = fc.constantFrom(
  "Harbour",
  "HARBOUR",
  " ",
  "-",
  "’s",
  "ΟΔΟΣ",
  "οδοσ",
  "İz",
  "3",
  "é",
  "𐐀",
  "𐐨",
  "K",
)
const lines = fc.array(pieces, { maxLength: 80 }).map((parts) => parts.join(""))

function plainly(line: string): string {
  return line
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
}

describe("seen lines", () => {
  it("are those of one folded form", () => {
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 12 }), lines, (seen, line) => {
        const seenLines = new SeenLines()
        for (const one of seen) seenLines.add(one)
        expect(seenLines.has(line)).toBe(seen.some((one) => plainly(one) === plainly(line)))
        for (const one of seen) {
          expect(seenLines.has(`- ${one.toLowerCase()}`)).toBe(true)
          expect(isSameLine(one, line)).toBe(plainly(one) === plainly(line))
        }
      }),
    )
  })

  it("that begin alike for long are told apart by their ends", () => {
    const long = "The ferry stays in port, the council said on Monday, ".repeat(3)
    const seen = new SeenLines()
    seen.add(`${long}one.`)
    seen.add(`${long}two.`)
    expect(seen.has(`${long}TWO`)).toBe(true)
    expect(seen.has(`${long}three.`)).toBe(false)
  })
})
