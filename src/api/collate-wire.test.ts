import { expect, test } from "vitest"
import { collateTexts, collateWitnesses } from "../collation/index.ts"
import { encodeDot, encodeGraphml } from "./collate-graph.ts"
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
      [[{ t: "Ye ", n: "the" }], [{ t: "the ", n: "the" }]],
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

test("a CollateX token keeps what else is noted on it, and its white space parts words", () => {
  const tokens = [{ t: "old ", n: "OLD", page: 2 }, { t: "quay" }]
  const decoded = decodeCollatex({ witnesses: [{ id: "A", tokens }] })
  const collation = decoded.ok ? collateWitnesses(decoded.value) : null
  expect(collation?.text).toBe("old quay")
  expect(collation?.rows).toEqual([["old"], ["quay"]])
  expect(collation && encodeCollatex(collation)).toMatchObject({
    table: [[[tokens[0]]], [[{ t: "quay", n: "quay" }]]],
  })
})

test.each([
  [
    "Java's",
    [
      [["The "], ["The "]],
      [["old "], []],
      [["quay"], ["quay"]],
    ],
  ],
  [
    "Java's, of tokens",
    [
      [[{ t: "The ", n: "the" }], [{ t: "The " }]],
      [[{ t: "old " }, { t: "quay" }], [{ t: "quay" }]],
    ],
  ],
  [
    "Python's",
    [
      [[{ t: "The ", n: "The", _sigil: "A" }], [{ t: "old " }], [{ t: "quay" }]],
      [[{ t: "The " }], null, [{ t: "quay" }]],
    ],
  ],
])("reads %s table", (_, table) => {
  const decoded = decodeCollatex({ witnesses: ["A", "B"], table })
  expect(decoded.ok && collateWitnesses(decoded.value).rows).toEqual([
    ["The", "The"],
    ["old", null],
    ["quay", "quay"],
  ])
})

test("the variant graph: a node for each word of a row, a way for each witness", () => {
  const collation = collateTexts(texts)
  expect(encodeDot(collation).split("\n")).toEqual([
    "digraph G {",
    ...["", "The", "old", "quay", "&", "pier", "dock", ""].map((word, at) => `  v${at} [label = "${word}"];`),
    '  v0 -> v1 [label = "A, B, C"];',
    '  v1 -> v2 [label = "A, C"];',
    '  v1 -> v3 [label = "B"];',
    '  v2 -> v3 [label = "A, C"];',
    '  v3 -> v4 [label = "A, B, C"];',
    '  v4 -> v5 [label = "A, B"];',
    '  v4 -> v6 [label = "C"];',
    '  v5 -> v7 [label = "A, B"];',
    '  v6 -> v7 [label = "C"];',
    "}",
    "",
  ])
  const graphml = encodeGraphml(collation)
  expect(graphml).toContain(
    '<node id="n4"><data key="d0">4</data><data key="d2">4</data><data key="d1">&amp;</data></node>',
  )
  expect(graphml.match(/<edge /g)).toHaveLength(9)
})

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
