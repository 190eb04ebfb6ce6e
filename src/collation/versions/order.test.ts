import fc from "fast-check"
import { expect, test } from "vitest"
import { orderVersions } from "./order.ts"

const lede = "The ferry Marigold struck the north pier on Monday evening."
const hurt = "Fourteen people were hurt, the harbour office said."
const letter = "A letter from the crew had warned of the steering gear."
const answer = "The company said that the ferry was fit to sail."

function check(texts: readonly string[], order: readonly number[]): void {
  expect(orderVersions(texts)).toEqual(order)
}

test("a text grows", () => check([`${lede} ${hurt} ${letter}`, lede, `${lede} ${hurt}`], [1, 2, 0]))
test("what was replaced stays away", () =>
  check([`${lede} ${letter} ${answer}`, `${lede} ${hurt}`, `${lede} ${hurt} ${letter}`, lede], [3, 1, 2, 0]))
test("a later year is named later", () =>
  check(["It was built in 2019 and sold in 2024.", "It was built in 2019 and let in 2021."], [1, 0]))
test("equal versions stand together, as given", () => check([lede, `${lede} ${hurt}`, lede], [0, 2, 1]))
test("one version", () => check([lede], [0]))
test("no version", () => check([], []))
test("more versions than are weighed go by growth", () => {
  const texts = Array.from({ length: 14 }, (_, i) => "word ".repeat(20 - i))
  expect(orderVersions(texts)).toEqual(texts.map((_, i) => 13 - i))
})

const version = fc
  .array(fc.constantFrom(lede, hurt, letter, answer, "In 2024.", "In 2025."), { maxLength: 5 })
  .map((sentences) => sentences.join(" "))

test("law: the texts in order are the same for any order of input", () => {
  fc.assert(
    fc.property(fc.array(version, { maxLength: 6 }), fc.infiniteStream(fc.nat()), (texts, dice) => {
      const shuffled = [...texts].sort(() => (dice.next().value % 2 === 0 ? 1 : -1))
      expect(orderVersions(shuffled).map((i) => shuffled[i])).toEqual(
        orderVersions(texts).map((i) => texts[i]),
      )
    }),
  )
})
