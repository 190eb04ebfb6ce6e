import fc from "fast-check"
import { expect, test } from "vitest"
import { collateTexts } from "./collate-texts.ts"

/** Draws the table, a line a witness, `-` for nothing. */
function drawn(texts: readonly string[]): readonly string[] {
  const { rows } = collateTexts(texts.map((text, at) => ({ id: `w${at}`, text })))
  return texts.map((_, w) => rows.map((row) => row[w] ?? "-").join(" "))
}

test.each([
  [
    ["the grey gull", "the grey gull"],
    ["the grey gull", "the grey gull"],
  ],
  [
    ["the grey gull", "the white gull"],
    ["the grey gull", "the white gull"],
  ],
  [
    ["the grey gull", "the gull"],
    ["the grey gull", "the - gull"],
  ],
  [
    ["the harbour wall", "teh harbor wall"],
    ["the harbour wall", "teh harbor wall"],
  ],
  [
    ["Boats, nets", "Boats nets,"],
    ["Boats , nets -", "Boats - nets ,"],
  ],
  [
    ["paid 40 marks", "paid about 45 marks"],
    ["paid - 40 marks", "paid about 45 marks"],
  ],
  [
    ["She ran, and, and fell.", "She ran and fell."],
    ["She ran , and , and fell .", "She ran - - - and fell ."],
  ],
  [
    ["Yes, sir", "Yes sir,", "Yes; sir"],
    ["Yes , sir -", "Yes - sir ,", "Yes ; sir -"],
  ],
  [
    ["quay, & pier", "quay & <pier"],
    ["quay , & - pier", "quay - & < pier"],
  ],
  [
    ["", "one word"],
    ["- -", "one word"],
  ],
])("aligns %j", (texts, table) => {
  expect(drawn(texts)).toEqual(table)
})

test("words outrank marks: many marks in place never draw a word out of its row", () => {
  const { rows } = collateTexts([
    { id: "a", text: "ship ; ; ; ; sails" },
    { id: "b", text: "; ; ; ; ship sails" },
  ])
  expect(rows).toContainEqual(["ship", "ship"])
})

test("of a few short texts the cheapest table is kept, whichever words that sets aside", () => {
  expect(drawn(["the crane is red", "red is the crane", "red and tall is the crane"])).toEqual([
    "the - crane is - red",
    "red - - is the crane",
    "red and tall is the crane",
  ])
})

test("finds a part that one witness prints elsewhere", () => {
  const { moved, rows } = collateTexts([
    { id: "a", text: "At dawn the pilot boat left and the crew cheered loudly" },
    { id: "b", text: "At dawn the pilot boat left and the crew cheered loudly too" },
    { id: "c", text: "the pilot boat left and the crew cheered loudly At dawn" },
  ])
  expect(moved).toHaveLength(1)
  const [part] = moved
  expect(part).toMatchObject({ witness: "c", length: 2 })
  expect([rows[part!.fromRow]![0], rows[part!.toRow]![2]]).toEqual(["At", "At"])
})

test("equal copies are one witness to the wording", () => {
  const altered = Array.from({ length: 5 }, (_, at) => ({
    id: `x${at}`,
    text: "the mayor sold the blue ferry",
  }))
  const { text, textTokens } = collateTexts([
    { id: "a", text: "the mayor bought the blue ferry" },
    { id: "b", text: "the mayor bought the blue ferry today" },
    ...altered,
  ])
  expect(text).toBe("the mayor bought the blue ferry today")
  expect(textTokens[2]!.support).toBeCloseTo(2 / 3)
})

const words = fc.array(fc.constantFrom("sea", "ship", "storm", "12", "13", ",", "harbour", "harbor", "the"), {
  maxLength: 12,
})
const texts = fc.array(
  words.map((list) => list.join(" ")),
  { minLength: 1, maxLength: 6 },
)

test("law: each column without its gaps is the witness, and no row is empty", () => {
  fc.assert(
    fc.property(texts, (list) => {
      const { rows } = collateTexts(list.map((text, at) => ({ id: `w${at}`, text })))
      list.forEach((text, w) => {
        expect(rows.map((row) => row[w]).filter((token) => token !== null)).toEqual(
          text.split(" ").filter((token) => token !== ""),
        )
      })
      expect(rows.every((row) => row.some((token) => token !== null))).toBe(true)
    }),
  )
})

test("law: the order of witnesses changes the order of columns and nothing else", () => {
  fc.assert(
    fc.property(texts, fc.infiniteStream(fc.nat()), (list, dice) => {
      const witnesses = list.map((text, at) => ({ id: `w${at}`, text }))
      const shuffled = witnesses
        .map((witness) => ({ witness, key: dice.next().value }))
        .sort((a, b) => a.key - b.key)
        .map(({ witness }) => witness)
      const one = collateTexts(witnesses)
      const two = collateTexts(shuffled)
      const columns = shuffled.map(({ id }) => witnesses.findIndex((witness) => witness.id === id))
      expect(two.rows).toEqual(one.rows.map((row) => columns.map((w) => row[w])))
      expect(two.text).toBe(one.text)
      const sorted = (moved: typeof one.moved) => moved.map((part) => JSON.stringify(part)).sort()
      expect(sorted(two.moved)).toEqual(sorted(one.moved))
    }),
  )
})

test("an altered copy and its reprints, each with a slip of its own, are one family", () => {
  const words = Array.from({ length: 400 }, (_, at) => `w${at}x`)
  const altered = (changes: Readonly<Record<number, string>>): string =>
    words.map((word, at) => changes[at] ?? word).join(" ")
  const sold = { 10: "sold", 50: "blue", 90: "north", 130: "never", 170: "nine", 210: "gulls" }
  const reprints = Array.from({ length: 6 }, (_, at) => ({
    id: `r${at}`,
    text: altered({ ...sold, ...(at === 0 ? {} : { [300 + at]: "slip" }) }),
  }))
  const { text, tree } = collateTexts([
    { id: "a", text: altered({ 5: "early", 25: "dusk", 45: "rope" }) },
    { id: "b", text: altered({ 65: "tide", 85: "lamp", 105: "sail" }) },
    { id: "c", text: altered({ 125: "deck", 145: "mast", 165: "keel" }) },
    ...reprints,
  ])
  expect(text).toBe(words.join(" "))
  const near = tree.edges.filter(({ from, to }) => /^r/.test(to) && (/^r/.test(from) || /^r/.test(to)))
  expect(near.length).toBeGreaterThanOrEqual(5)
})
