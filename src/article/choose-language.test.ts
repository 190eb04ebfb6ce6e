import { expect, test } from "vitest"
import { chooseLanguage } from "./choose-language.ts"

const german =
  "Die Fähre blieb am Dienstag mitten im Sund liegen, und ihre Fahrgäste verbrachten die Nacht bei einer Lampe an Bord. ".repeat(
    3,
  )
const norwegian =
  "Fergen stanset midt i sundet på tirsdag, og passasjerene ble om bord hele natten, med en lampe som ikke ville lyse. ".repeat(
    3,
  )

function check(declared: string | null, text: string, drawn: string | null): void {
  const found = chooseLanguage(declared, text)
  expect(found && `${found.language} by ${found.rule}`).toBe(drawn)
}

test("the declared language stands unless the text is plainly another's", () => {
  check("de-AT", german, "de-AT by declared")
  check("en-US", german, "de by function-words over what is declared")
  check(null, german, "de by function-words")
  check("en", "Fähre treibt", "en by declared")
  check("nb", norwegian, "nb by declared")
  check("eo", "12 34 56", "eo by declared")
  check(null, "12 34 56", null)
})
