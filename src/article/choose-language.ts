import { detectLanguage } from "./detect-language.ts"

export interface LanguageFinding {
  readonly language: string
  readonly rule: string
}

/** Texts shorter than this overrule nothing. */
const tellingCharactersMin = 200
const sampleCharacters = 2500

/** Languages that are told apart by a reader and hardly by their commonest words, or that bear two tags. */
const kin: readonly (readonly string[])[] = [
  ["no", "nb", "nn", "da"],
  ["hr", "sr", "bs", "sh", "sl"],
  ["id", "ms", "in"],
  ["he", "iw"],
  ["ro", "mo"],
  ["cs", "sk"],
  ["hi", "mr", "ne", "sa"],
  ["ru", "kk", "ky", "mn", "tg", "tt", "mk", "bg"],
  ["ar", "ps", "sd", "ckb", "ug", "fa", "ur"],
  ["es", "gl", "ast", "ca"],
  ["pt", "gl"],
  ["it", "co", "scn"],
  ["fr", "oc", "ht"],
  ["de", "lb", "gsw", "nds"],
  ["nl", "af", "fy"],
]

/**
 * The language that the page declares, or, where the text is plainly another's, the text's: templates in one
 * language often frame articles in another. Null when neither says.
 */
export function chooseLanguage(declared: string | null, text: string): LanguageFinding | null {
  const found = detectLanguage(text.length > sampleCharacters ? text.slice(0, sampleCharacters) : text)
  if (declared === null) return found === null ? null : { language: found, rule: "function-words" }
  const base = declared.split("-")[0]!
  const isKin = found === base || kin.some((group) => group.includes(base) && group.includes(found ?? base))
  if (found === null || isKin || text.length < tellingCharactersMin)
    return { language: declared, rule: "declared" }
  return { language: found, rule: "function-words over what is declared" }
}
