import { german } from "./languages/de.ts"
import { english } from "./languages/en.ts"
import { spanish } from "./languages/es.ts"
import { french } from "./languages/fr.ts"
import { italian } from "./languages/it.ts"
import type { Language } from "./languages/language.ts"
import { dutch } from "./languages/nl.ts"
import { portuguese } from "./languages/pt.ts"
import { unknownLanguage } from "./languages/unknown.ts"
import { type Lexicon, lexiconOf } from "./lexicon.ts"

/** The languages that have a file. */
export const languages: readonly Language[] = [english, french, german, spanish, italian, portuguese, dutch]

const lexicons: ReadonlyMap<string, Lexicon> = new Map(
  languages.map((language) => [language.code, lexiconOf(language)]),
)
const unknown = lexiconOf(unknownLanguage)

/**
 * The lexicon for a BCP 47 code, by its primary subtag. Null, a text whose language could not be told, is read as
 * English; a language without a file gets a lexicon without words, with which marked words are found and no speaker.
 */
export function lexiconFor(code: string | null): Lexicon {
  return lexicons.get((code ?? "en").split("-")[0]!.toLowerCase()) ?? unknown
}
