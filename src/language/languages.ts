import { english } from "./languages/en.ts"
import { type Lexicon, lexiconOf } from "./lexicon.ts"

const languages = [english]

const lexicons: ReadonlyMap<string, Lexicon> = new Map(
  languages.map((language) => [language.code, lexiconOf(language)]),
)

/** The lexicon for a BCP 47 code: by its primary subtag; English for null; null for a language without a file. */
export function lexiconFor(code: string | null): Lexicon | null {
  return lexicons.get((code ?? "en").split("-")[0]!.toLowerCase()) ?? null
}
