import fc from "fast-check"
import { expect, it } from "vitest"
import { WordTable } from "./word-table.ts"

// Hashes that share their low bits stand in one another's slots.
const hashes = fc.nat({ max: 40 }).map((n) => ((n >> 3) | ((n & 7) << 29)) >>> 0)

it("a word table answers as a map of the same entries", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(hashes, fc.string())), fc.array(hashes), (entries, asked) => {
      const map = new Map(entries)
      const table = new WordTable(map)
      expect(table.size).toBe(map.size)
      for (const hash of [...asked, ...map.keys()]) {
        expect(table.get(hash)).toBe(map.get(hash))
        expect(table.has(hash)).toBe(map.has(hash))
      }
    }),
  )
})
