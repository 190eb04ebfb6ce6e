import fc from "fast-check"
import { expect, test } from "vitest"
import { applyDifferences, differencesBetween } from "./differences.ts"

/** Each difference as `before>after kind class`. */
function drawn(text: string, reading: string, joints: readonly number[] = []): readonly string[] {
  return differencesBetween(text, reading, joints).map(
    ({ at, reading: after, kind, class: sort }) => `${text.slice(at.start, at.end)}>${after} ${kind} ${sort}`,
  )
}

test.each([
  ["The ferry is safe", "The ferry is safe", []],
  ["The ferry is safe", "the ferry is safe", ["The>the changed typography"]],
  ["The ferry is safe", "The ferry was safe", ["is>was changed grammar"]],
  ["The ferry is safe", "The ferry is not safe", [">not  added wording"]],
  ["The ferry may sail", "The ferry will sail", ["may>will changed wording"]],
  ["The ferry organisers met", "The ferry organizers met", ["organisers>organizers changed spelling"]],
  ["a matter of human rights", "a matter of human right", ["rights>right changed grammar"]],
  ["We saw 40 boats", "We saw 45 boats", ["40>45 changed figure"]],
  ["We saw two boats", "We saw boats", ["two >  dropped figure"].map((line) => line.replace(">  ", "> "))],
  ["I want a new pier", "We want a new pier", ["I>We changed speaker"]],
  ["the U.S. navy agreed", "the United States navy agreed", ["U.S.>United States changed name-form"]],
  [
    "said Mayor Ada Lund today",
    "said Mayor Lund today",
    ["Ada >  dropped name-form"].map((line) => line.replace(">  ", "> ")),
  ],
  ["worldwide shipping law", "global shipping law", ["worldwide>global changed wording"]],
  ["We will close the pier today", "close the pier", ["We will > cut wording", " today> cut wording"]],
  ["We close the old pier", "[They] close the old pier", ["We>[They] cut typography"]],
  ["He said it’s late", "He said it's late", ["it’s>it's changed typography"]],
  ["", "[ ] [ ] …", [">[ ] [ ] … added typography"]],
])("%j read as %j", (text, reading, differences) => {
  expect(drawn(text, reading)).toEqual(differences)
})

test("words left out at an omission are cut, at a joint of parts spliced, elsewhere dropped", () => {
  const text = "The pier is old and rotten so it must close"
  expect(drawn(text, "The pier is old … so it must close")).toEqual(["and rotten>… cut typography"])
  expect(drawn(text, "The pier is old so it must close", [15])).toEqual(["and rotten > spliced wording"])
  expect(drawn(text, "The pier is old so it must close")).toEqual(["and rotten > dropped wording"])
})

test("a part printed elsewhere is moved", () => {
  const kinds = differencesBetween(
    "At first light the crew of the pilot boat left the harbour",
    "the crew of the pilot boat left the harbour at first light",
    [],
  ).map((difference) => difference.kind)
  expect(kinds).toEqual(["moved", "moved"])
})

test("law: undoing the differences gives the reading back, and they neither overlap nor fall out of order", () => {
  const words = fc
    .array(
      fc.constantFrom(
        "sea",
        "Sea",
        "ships",
        "ship",
        "12",
        ",",
        "…",
        "[",
        "]",
        " ",
        "  ",
        "U.S.",
        "\n",
        "we",
        "I",
      ),
      {
        maxLength: 14,
      },
    )
    .map((list) => list.join(" "))
  const texts = fc.oneof(words, fc.string({ unit: "binary", maxLength: 20 }))
  fc.assert(
    fc.property(texts, texts, fc.array(fc.nat(20), { maxLength: 2 }), (text, reading, joints) => {
      const differences = differencesBetween(text, reading, joints)
      expect(applyDifferences(text, differences)).toBe(reading)
      let end = 0
      for (const { at } of differences) {
        expect(at.start >= end && at.end >= at.start).toBe(true)
        end = at.end
      }
    }),
  )
})
