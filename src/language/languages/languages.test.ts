import { readdirSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { languages, lexiconFor } from "../languages.ts"
import { tokenize } from "../tokens.ts"
import type { Language } from "./language.ts"

/** What a language's file must hold for its direct quotations to get their speakers; other lists may be empty. */
const neededWords = [
  "function",
  "determiner",
  "pronoun",
  "preposition",
  "conjunction",
  "subordinator",
  "adverb",
  "time",
  "month",
  "title",
  "femaleTitle",
  "maleTitle",
  "femaleName",
  "maleName",
  "personRole",
  "groupRole",
  "bodyRole",
  "bodyHead",
  "document",
  "place",
  "firstPerson",
] as const satisfies readonly (keyof Language["words"])[]

test("every file of a language is read, and by its code", () => {
  const files = readdirSync(join(import.meta.dirname, ".")).filter((file) => /^[a-z]{2}\.ts$/.test(file))
  expect(languages.map(({ code }) => `${code}.ts`).sort()).toEqual(files.sort())
  for (const { code } of languages) expect(lexiconFor(`${code}-XX`).language.code).toBe(code)
  expect(lexiconFor("xx").language.code).toBe("und")
})

test("a language's file holds what speakers need", () => {
  const missing: string[] = []
  for (const { code, words, verbs, abbreviations, names } of languages) {
    for (const list of neededWords) if (words[list].length === 0) missing.push(`${code}: words.${list}`)
    if (words.month.length < 12) missing.push(`${code}: twelve months`)
    for (const month of words.month)
      if (!words.time.includes(month)) missing.push(`${code}: ${month} as a time`)
    if (verbs.speech.length < 60) missing.push(`${code}: sixty forms of verbs of saying`)
    if (verbs.auxiliary.length === 0) missing.push(`${code}: verbs.auxiliary`)
    if (abbreviations.neverLast.length === 0) missing.push(`${code}: abbreviations.neverLast`)
    if (names.particle.length === 0) missing.push(`${code}: names.particle`)
    if (names.kin.length === 0) missing.push(`${code}: names.kin`)
    if (words.sourcePreposition.length === 0 && words.clauseOpener.length === 0)
      missing.push(`${code}: how a source is named without a verb`)
  }
  expect(missing).toEqual([])
})

test("words are one token each, in small letters and composed, so that a text's tokens can meet them", () => {
  const faults: string[] = []
  for (const { code, words, verbs, abbreviations } of languages) {
    for (const list of [
      ...Object.values(words),
      ...Object.values(verbs),
      ...Object.values(abbreviations),
    ] as readonly (readonly string[])[]) {
      for (const word of list) {
        if (word !== word.toLowerCase() || word !== word.normalize("NFC")) faults.push(`${code}: ${word}`)
        if (tokenize(word).count !== 1) faults.push(`${code}: ${word} is not one token`)
      }
    }
  }
  expect(faults).toEqual([])
})
