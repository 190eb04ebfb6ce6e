import { expect, test } from "vitest"
import { paragraphsOf } from "./paragraphs.ts"

function check(text: string, ...paragraphs: readonly string[]): void {
  expect(paragraphsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(paragraphs)
}

test("line breaks part paragraphs", () => check("\n One.\nTwo\r\nThree \n\n\n", "One.", "Two", "Three"))

test("a line that ends with a blank goes on in lower case", () =>
  check("a cold \nnight\noil\nrope", "a cold \nnight", "oil", "rope"))

test("hard-wrapped text is parted at blank lines only", () => {
  const wrapped =
    "The harbour office said on Tuesday that the old\nferry will stay at its berth until the winch has\nbeen mended by somebody who knows how that may\nbe done.\n\nNobody was hurt."
  check(wrapped, wrapped.slice(0, wrapped.indexOf("\n\n")), "Nobody was hurt.")
})
