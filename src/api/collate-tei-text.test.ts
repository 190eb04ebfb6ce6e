import fc from "fast-check"
import { expect, test } from "vitest"
import { collateTexts } from "../collation/index.ts"
import { encodeTei } from "./collate-tei.ts"
import { decodeTei } from "./collate-tei-text.ts"

/** Each witness as `id: text`, or the fault. */
function check(xml: string, witnesses: readonly string[]): void {
  const decoded = decodeTei(xml)
  expect(decoded.ok ? decoded.value.map(({ id, text }) => `${id}: ${text}`) : []).toEqual(witnesses)
}

const list =
  '<teiHeader><listWit><witness xml:id="a" n="1 a"/><witness xml:id="b"/><witness xml:id="c"/></listWit></teiHeader>'

test.each([
  [
    "a lem without wit is what no reading beside it names",
    `<TEI>${list}<text><body><p>The <app><lem>old</lem><rdg wit="#b"/></app> quay</p></body></text></TEI>`,
    ["1 a: The old quay", "b: The quay", "c: The old quay"],
  ],
  [
    "grouped and nested readings",
    `<TEI>${list}<p><app><rdgGrp><rdg wit="#a #b">two <app><lem wit="#a">old</lem><rdg wit="#b">new</rdg></app></rdg></rdgGrp><rdg wit="#c">no</rdg></app> quays</p></TEI>`,
    ["1 a: two old quays", "b: two new quays", "c: no quays"],
  ],
  [
    "paragraphs are lines, notes are set aside, the printed form is taken",
    `<TEI>${list}<p>One<note>an aside</note></p><p><choice><sic>to</sic><corr>two</corr></choice></p></TEI>`,
    ["1 a: One\nto", "b: One\nto", "c: One\nto"],
  ],
  [
    "CollateX, Python",
    '<cx:apparatus xmlns:cx="x">The <app><rdg wit="#A #קול">old</rdg></app> quay <app><rdg wit="#A">&amp;</rdg><rdg wit="#קול">&lt;</rdg></app></cx:apparatus>',
    ["A: The old quay &", "קול: The old quay <"],
  ],
  [
    "CollateX, Java",
    '<cx:apparatus xmlns:cx="x">The<app><rdg wit="A C"> old </rdg><rdg wit="B"/></app>quay</cx:apparatus>',
    ["A: The old quay", "C: The old quay", "B: Thequay"],
  ],
  ["no witness", "<TEI><p>The quay</p></TEI>", []],
  ["no XML", "The quay", []],
])("%s", (_, xml, witnesses) => check(xml, witnesses))

test("what lies too deep is refused before it is parsed", () => {
  check(`${list}${"<hi>".repeat(150)}quay${"</hi>".repeat(150)}`, ["1 a: quay", "b: quay", "c: quay"])
  check(`${list}${"<hi>".repeat(1_000_000)}quay`, [])
})

test("law: from TEI each witness can be read off again, whatever it prints and is called", () => {
  const words = fc.constantFrom(
    "sea",
    "Sea",
    "<sea>",
    "&",
    '"',
    "12",
    ",",
    "…",
    "]]>",
    "بحر",
    "海",
    "שָׁלוֹם",
    "\u{1f6a2}",
  )
  const gaps = fc.constantFrom("", " ", "  ", "\n", "\t")
  const text = fc.array(fc.tuple(words, gaps), { maxLength: 8 }).map((list) => list.flat().join(""))
  const ids = fc.uniqueArray(
    fc.oneof(fc.string({ minLength: 1, unit: "grapheme" }), fc.constantFrom("1", "a b", "א")),
    {
      minLength: 2,
      maxLength: 4,
    },
  )
  fc.assert(
    fc.property(ids, fc.infiniteStream(text), (names, texts) => {
      const witnesses = names.map((id) => ({ id, text: texts.next().value }))
      const decoded = decodeTei(encodeTei(collateTexts(witnesses)))
      expect(decoded.ok && decoded.value).toEqual(
        witnesses.map(({ id, text }) => ({ id, text: text.replace(/\s+/g, " ").trim() })),
      )
    }),
  )
})
