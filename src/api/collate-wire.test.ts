import { expect, test } from "vitest"
import { collateTexts, collateWitnesses } from "../collation/index.ts"
import { encodeTei } from "./collate-tei.ts"
import { collationLines, decodeCollatex, decodeWitness, encodeCollatex } from "./collate-wire.ts"

const texts = [
  { id: "A", text: "The old quay & pier" },
  { id: "B", text: "The quay & pier" },
  { id: "C", text: "The old quay & dock" },
]

test.each([
  [{ id: "A", text: "x" }, true],
  [{ id: 7, text: "x" }, true],
  [{ id: "", text: "x" }, false],
  [{ id: "A" }, false],
  [null, false],
  [[], false],
])("takes %j for a witness: %s", (json, taken) => {
  expect(decodeWitness(json).ok).toBe(taken)
})

test("prints table, tree and text", () => {
  const [table, tree, text] = [...collationLines(collateTexts(texts))] as Record<string, unknown>[]
  expect(table).toEqual({
    type: "table",
    witnesses: ["A", "B", "C"],
    rows: [
      ["The", "The", "The"],
      ["old", null, "old"],
      ["quay", "quay", "quay"],
      ["&", "&", "&"],
      ["pier", "pier", "dock"],
    ],
    moved: [],
  })
  expect(tree).toMatchObject({ type: "tree", root: null })
  expect(text).toEqual({ type: "text", text: "The old quay & pier", support: [1, 0.6667, 1, 1, 0.6667] })
})

test("reads and writes CollateX documents, matching tokens by their n", () => {
  const decoded = decodeCollatex({
    witnesses: [
      { id: "A", tokens: [{ t: "Ye ", n: "the" }, { t: "quay" }] },
      { id: "B", content: "the quay" },
    ],
  })
  expect(decoded.ok && encodeCollatex(collateWitnesses(decoded.value))).toEqual({
    witnesses: ["A", "B"],
    table: [
      [[{ t: "Ye ", n: "the" }], [{ t: "the", n: "the" }]],
      [[{ t: "quay", n: "quay" }], [{ t: "quay", n: "quay" }]],
    ],
  })
})

test.each([
  [{}],
  [{ witnesses: [{ id: "A" }] }],
  [
    {
      witnesses: [
        { id: "A", content: "" },
        { id: "A", content: "" },
      ],
    },
  ],
])("refuses %j as a CollateX document", (json) => expect(decodeCollatex(json).ok).toBe(false))

test("TEI: agreed text once, equal readings together, the best supported as lemma", () => {
  const tei = encodeTei(collateTexts(texts))
  expect(tei).toContain('<witness xml:id="A" n="A"/>')
  expect(/<p>(.*)<\/p><\/body>/.exec(tei)?.[1]).toBe(
    'The <app><lem wit="#A #C">old</lem><rdg wit="#B"></rdg></app> quay &amp; ' +
      '<app><lem wit="#A #B">pier</lem><rdg wit="#C">dock</rdg></app>',
  )
})

test("TEI: ids become names of their own", () => {
  const tei = encodeTei(
    collateTexts([
      { id: "1 a", text: "x" },
      { id: "1_a", text: "x" },
    ]),
  )
  expect(tei).toContain('<witness xml:id="w1_a" n="1 a"/>')
  expect(tei).toContain('<witness xml:id="w1_a.2" n="1_a"/>')
})
