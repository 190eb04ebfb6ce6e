import fc from "fast-check"
import { expect, test } from "vitest"
import { textTree } from "./text-distance.ts"
import { type WitnessTree, witnessTree } from "./witness-tree.ts"

/** Draws a tree of texts as its edges. */
function check(texts: Readonly<Record<string, string>>, drawn: readonly string[]): void {
  const tree = textTree(Object.entries(texts).map(([id, text]) => ({ id, text })))
  expect(tree.edges.map(({ from, to }) => `${from}-${to}`)).toEqual(drawn)
}

const words = Array.from({ length: 200 }, (_, i) => `word${i}`)
const changed = (...places: readonly number[]): string =>
  words.map((word, i) => (places.includes(i) ? `${word}x` : word)).join(" ")

test("no text and one text have no edges", () => {
  check({}, [])
  check({ A: changed() }, [])
})

test("two texts are joined", () => check({ A: changed(), B: changed(9) }, ["A-B"]))

test("a copy of a copy stands behind it", () =>
  check({ A: changed(), B: changed(20, 40), C: changed(20, 40, 60, 80) }, ["A-B", "B-C"]))

test("three copies of a lost text meet in it", () =>
  check({ A: changed(20, 40), B: changed(60, 80), C: changed(100, 120) }, ["A-*1", "*1-B", "*1-C"]))

test("a text that breaks off is near its source", () =>
  check(
    { A: changed(), B: changed(20, 40, 150).split(" ").slice(0, 120).join(" "), C: changed(10, 30, 50) },
    ["A-B", "A-C"],
  ))

/** The length of the way between each two of `names`. */
function distances(tree: WitnessTree, names: readonly string[]): readonly number[] {
  const ways = new Map<string, Map<string, number>>()
  for (const { from, to, length } of [{ from: names[0]!, to: names[0]!, length: 0 }, ...tree.edges]) {
    const known = [...(ways.get(from) ?? new Map<string, number>())]
    const own = new Map([...known.map(([node, way]) => [node, way + length] as const), [to, 0] as const])
    for (const [node, way] of own) if (node !== to) ways.get(node)!.set(to, way)
    ways.set(to, own)
  }
  return names.flatMap((a) => names.map((b) => Math.round(ways.get(a)!.get(b)! * 100) / 100))
}

test("law: the distances of a tree give it back", () => {
  const parents = fc
    .integer({ min: 3, max: 9 })
    .chain((count) =>
      fc.tuple(
        ...Array.from({ length: count }, (_, i) =>
          fc.tuple(fc.nat(Math.max(0, i)), fc.integer({ min: 1, max: 20 })),
        ),
      ),
    )
  fc.assert(
    fc.property(parents, (list) => {
      const names = ["n0", ...list.map((_, i) => `n${i + 1}`)]
      const tree = {
        root: null,
        edges: list.map(([parent, length], i) => ({ from: names[parent]!, to: names[i + 1]!, length })),
      }
      const all = distances(tree, names)
      const found = witnessTree(names, (a, b) => all[a * names.length + b]!, { contractMax: 0.01 })
      expect(distances(found, names)).toEqual(all)
    }),
  )
})

test("many witnesses are joined without hypothetical nodes", () => {
  const names = Array.from({ length: 500 }, (_, i) => `w${i}`)
  const tree = witnessTree(names, (a, b) => Math.abs(a - b), { contractMax: 0 })
  expect(tree.edges.length).toBe(499)
  expect(tree.edges.every(({ length }) => length === 1)).toBe(true)
})
