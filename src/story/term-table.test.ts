import fc from "fast-check"
import { expect, test } from "vitest"
import { TermTable } from "./term-table.ts"

test("a table holds what a map would, through growth and deletion", () => {
  const term = fc.oneof(fc.nat(40), fc.nat(0xffffffff))
  const step = fc.record({ term, weight: fc.integer({ min: 1, max: 9 }), drop: fc.boolean() })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
      const table = new TermTable()
      const map = new Map<number, number>()
      for (const { term, weight, drop } of steps) {
        if (drop && map.has(term)) {
          table.delete(term)
          map.delete(term)
        } else {
          table.add(term, weight)
          map.set(term, (map.get(term) ?? 0) + weight)
        }
      }
      expect([...table.keys()].sort()).toEqual([...map.keys()].sort())
      for (const { term } of steps) {
        expect(table.has(term)).toBe(map.has(term))
        expect(table.get(term)).toBe(map.get(term) ?? 0)
      }
    }),
  )
})
