import { witnessTokens } from "./witness.ts"
import { isLightWord, wordStem } from "./word-weight.ts"

const titles = new Set(
  (
    "mr mrs ms miss dr sir lady dame lord prof professor president senator sen gov governor rep ceo chief executive jr sr " +
    "director chairman chair chairwoman commissioner secretary minister spokesman spokeswoman spokesperson judge justice"
  ).split(" "),
)

/** The words of a speaker's name or mention that tell who it is, as stems. */
export function speakerWords(name: string): readonly string[] {
  return witnessTokens(name)
    .filter((token) => token.kind !== "mark" && !isLightWord(token.form) && !titles.has(token.form))
    .map((token) => wordStem(token.form.replace(/[’']s$/, "")))
}

/** A speaker as one report gives it. */
export interface NamedSpeaker {
  readonly name: string
  /** False where only a mention is known ("the company"), which may mean any body so called. */
  readonly named: boolean
}

/**
 * Whether some of two lists of names may mean one speaker: "same" where two share a telling word, "other" where both
 * lists hold a name and none do, and "unknown" otherwise.
 */
export function speakerLikeness(
  a: readonly NamedSpeaker[],
  b: readonly NamedSpeaker[],
): "same" | "other" | "unknown" {
  const [x, y] = [a, b].map((names) => names.filter(({ name }) => !places.has(name.toLowerCase())))
  return likenessOf(x!, y!)
}

/** Where words are posted: whoever reads one as a speaker has not seen who posted. */
const places = new Set(
  "twitter facebook instagram youtube telegram weibo tiktok reddit bluesky mastodon x".split(" "),
)

function likenessOf(a: readonly NamedSpeaker[], b: readonly NamedSpeaker[]): "same" | "other" | "unknown" {
  const words = new Set(a.flatMap(({ name }) => speakerWords(name)))
  if (b.some(({ name }) => speakerWords(name).some((word) => words.has(word)))) return "same"
  return a.some(({ named }) => named) && b.some(({ named }) => named) ? "other" : "unknown"
}
