import { isBound, wordValue } from "../difference-words.ts"
import type { WitnessToken } from "../witness.ts"
import { witnessTokens } from "../witness.ts"
import { isLightWord } from "../word-weight.ts"

/** Each line one word: what it is shortened to, and the word. */
const shortForms = [
  "lt lieutenant",
  "sgt sergeant",
  "capt captain",
  "col colonel",
  "gen general",
  "maj major",
  "cpl corporal",
  "cmdr commander",
  "adm admiral",
  "gov governor",
  "sen senator",
  "rep representative",
  "rev reverend",
  "prof professor",
  "dr doctor",
  "st saint",
  "mt mount",
  "ave avenue",
  "dept department",
  "govt government",
  "intl international",
  "assn association",
  "corp corporation",
  "co company",
  "inc incorporated",
  "ltd limited",
  "jr junior",
  "sr senior",
  "no number",
  "vs versus",
  "advisor adviser",
  "advisors advisers",
  "tv television",
  "ok okay",
]
const fullForms = new Map(shortForms.map((line) => line.split(" ") as [string, string]))

const ordinals = new Map(
  (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth " +
    "sixteenth seventeenth eighteenth nineteenth twentieth"
  )
    .split(" ")
    .map((word, at) => [word, `${at + 1}th`]),
)

/** The words by what they say, so that a rank and its short form, "11th" and "eleventh", "300" and "about 300" are one. */
export function comparedWords(words: string): string {
  const told = witnessTokens(words).filter(({ kind }) => kind !== "mark")
  const isCounted = told.some(({ kind }) => kind === "number")
  return told
    .filter(({ form }) => !isCounted || !isBound(form))
    .map(comparedWord)
    .filter((word) => word !== "")
    .join(" ")
}

function comparedWord(token: WitnessToken): string {
  const form = withoutAccents(token.form)
    .replace(/['’]s$/, "")
    .replace(/[.'’-]/g, "")
  const value = wordValue(token)
  if (value !== null && isNumber(value)) return value
  const ordinal = /^(\d+)(?:st|nd|rd|th)$/.exec(form)
  return ordinal ? `${ordinal[1]}th` : (ordinals.get(form) ?? fullForms.get(form) ?? form)
}

/** "Vendôme" is "Vendome" where a keyboard lacks the letter. */
export function withoutAccents(word: string): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC")
}

/** What numbers alone are worth; null where any word but of grammar or of money stands among them. */
export function valueOfNumbers(words: string): number | null {
  let value: number | null = null
  for (const token of witnessTokens(words)) {
    if (token.kind === "mark" || isLightWord(token.form)) {
      if (/^[:/–-]$/.test(token.text)) return null
      continue
    }
    const scale = scales.get(token.form)
    const told = wordValue(token)
    if (scale !== undefined) value = (value ?? 1) * scale
    else if (told !== null && isNumber(told) && value === null) value = Number(told)
    else return null
  }
  return value
}

const scales = new Map([
  ["hundred", 1e2],
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
])

function isNumber(value: string): boolean {
  return /^\d+(?:\.\d+)?$/.test(value)
}

/** The one day of the week or month that the words are; null where they are more, or none. */
export function dayOfWords(words: string): string | null {
  const told = witnessTokens(words).filter(({ kind, form }) => kind !== "mark" && !isLightWord(form))
  const value = told.length === 1 ? wordValue(told[0]!) : null
  return value !== null && /^(?:day|month) /.test(value) ? value : null
}
