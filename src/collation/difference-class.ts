import type { DifferenceClass } from "./apparatus.ts"
import { foreignGrammarWords, isBound, personByWord, wordValue } from "./difference-words.ts"
import { spellingLikeness } from "./vocabulary.ts"
import { type WitnessToken, witnessTokens } from "./witness.ts"
import { wordStem } from "./word-weight.ts"

/**
 * What sort of difference lies between two wordings of one place, either of which may be empty. The first that fits:
 * figure, typography, speaker, name-form, spelling, grammar, wording; so a figure is never folded away as less. Days and
 * months are figures; a number in words is the number. `beside` is what both print next, where that is known.
 */
export function differenceClass(
  before: string,
  after: string,
  beside: WitnessToken | null = null,
): DifferenceClass {
  const a = wordsOf(before)
  const b = wordsOf(after)
  if (figuresOf(a) !== figuresOf(b)) return "figure"
  if (bare(a) === bare(b)) return "typography"
  if (bare(a.flatMap(expanded)) === bare(b.flatMap(expanded))) return "grammar"
  if (beside !== null && wordValue(beside) !== null && [...a, ...b].every((word) => isBound(word.form)))
    return "figure"
  if (personOf(a) !== null && personOf(b) !== null && personOf(a) !== personOf(b)) return "speaker"
  if (areNameForms(before, after)) return "name-form"
  if (a.length === b.length && a.every((word, at) => isSpelling(word.form, b[at]!.form))) return "spelling"
  return isGrammar(a, b) ? "grammar" : "wording"
}

function wordsOf(text: string): readonly WitnessToken[] {
  return witnessTokens(text.replace(/%|\bper cent\b/g, " percent ")).filter((token) => token.kind !== "mark")
}

function bare(words: readonly WitnessToken[]): string {
  return valued(words)
    .map(({ form, value }) => (value ?? form).replace(/[^\p{L}\p{M}\p{Nd}]/gu, ""))
    .join("")
}

function figuresOf(words: readonly WitnessToken[]): string {
  return valued(words)
    .flatMap(({ value }) => value ?? [])
    .join(" ")
}

/** The words with what they are worth, "twenty" and "five" as one; "no one" and "anyone" count nothing. */
function valued(words: readonly WitnessToken[]): readonly { form: string; value: string | null }[] {
  const found: { form: string; value: string | null }[] = []
  words.forEach((word, at) => {
    const last = found.at(-1)
    const value =
      word.form === "one" && /^(?:no|any|every|each|this|that)$/.test(last?.form ?? "")
        ? null
        : wordValue(word)
    const isTens = last !== undefined && words[at - 1]!.kind === "word" && /^[2-9]0$/.test(last.value ?? "")
    if (isTens && word.kind === "word" && /^[1-9]$/.test(value ?? ""))
      last.value = String(Number(last.value) + Number(value))
    else found.push({ form: word.form, value })
  })
  return found
}

const contractions: Readonly<Record<string, string>> = {
  "'m": "am",
  "'re": "are",
  "'ve": "have",
  "'ll": "will",
  "n't": "not",
}

/** "We've" as "we have". What stands for two words ("it's", "he'd") is left as it is. */
function expanded(word: WitnessToken): readonly WitnessToken[] {
  const found = /^(.+?)('m|'re|'ve|'ll|n't)$/.exec(word.form)
  if (!found) return [word]
  const head = found[1] === "ca" ? "can" : found[1] === "wo" ? "will" : found[1]!
  return [
    { ...word, form: head },
    { ...word, form: contractions[found[2]!]! },
  ]
}

/** Who speaks, where the words tell it: a lone "I" or "we" or a form of it; null where they tell nothing or both. */
function personOf(words: readonly WitnessToken[]): string | null {
  const told = new Set(
    words
      .filter((word) => !/^\p{Lu}{2,}$/u.test(word.text))
      .flatMap((word) => personByWord.get(word.form) ?? []),
  )
  return told.size === 1 ? [...told][0]! : null
}

const honorifics = new Set("mr mrs ms dr sir lady dame lord prof president senator gov sen rep".split(" "))
const littleNameWords = new Set("the of and for a an in de la du von van der".split(" "))

/** Names whose other forms are no initials of one another. */
const nameAliases: Readonly<Record<string, readonly string[]>> = {
  usa: ["us"],
  america: ["us"],
  britain: ["uk"],
}

/** True when both name one thing, as far as the words tell: initials of the other, or a part of its words. */
export function areNameForms(before: string, after: string): boolean {
  const a = nameWords(before)
  const b = nameWords(after)
  if (a === null || b === null) return false
  const [short, long] = a.join("").length <= b.join("").length ? [a, b] : [b, a]
  if (short.length === 0) return false
  const letters = short.join("")
  const initials = long.map((word) => word[0]).join("")
  if (letters === long.join("") || (letters.length >= 2 && letters === initials)) return true
  if (initialPairs(short, long)) return true
  return long.length > short.length && short.every((word) => long.includes(word))
}

/** "US Customs" and "United States Customs": some words given by their initials, the others alike. */
function initialPairs(short: readonly string[], long: readonly string[]): boolean {
  const fits = (i: number, j: number): boolean => {
    if (i === short.length || j === long.length) return i === short.length && j === long.length
    if (short[i] === long[j] && fits(i + 1, j + 1)) return true
    const letters = short[i]!
    if (letters.length < 2 || letters.length > 5 || j + letters.length > long.length) return false
    const initials = long.slice(j, j + letters.length).map((word) => word[0])
    return initials.join("") === letters && fits(i + 1, j + letters.length)
  }
  return short.length <= 12 && long.length <= 16 && fits(0, 0)
}

/** The capitalised words in lower case without points, honorifics and articles; null when a plain word is among them. */
function nameWords(text: string): readonly string[] | null {
  const words: string[] = []
  for (const word of wordsOf(text)) {
    const form = word.form.replace(/[.']/g, "").replace(/’s$/, "")
    if (littleNameWords.has(form) || honorifics.has(form)) continue
    if (!/^\p{Lu}/u.test(word.text)) return null
    words.push(...(nameAliases[form] ?? [form]))
  }
  return words
}

/** One letter and the two that stand for it where a keyboard lacks it. */
const twoLetters: Readonly<Record<string, string>> = {
  ß: "ss",
  ä: "ae",
  ö: "oe",
  ü: "ue",
  æ: "ae",
  ø: "oe",
  å: "aa",
}

function plainLetters(form: string): string {
  return form.replace(/[ßäöüæøå]/g, (letter) => twoLetters[letter]!)
}

function isSpelling(a: string, b: string): boolean {
  if (plainLetters(a) === plainLetters(b)) return true
  if (a === b || a.replace(/[-']/g, "") === b.replace(/[-']/g, "")) return true
  if (atlantic(a) === atlantic(b)) return true
  if (Math.min(a.length, b.length) < 4 || wordStem(a) === wordStem(b)) return false
  return spellingLikeness(a, b) >= 0.75 && !differsByAffix(a, b)
}

/** One form for what is spelled in two ways on the two sides of the Atlantic: "fibre", "organise", "labour", "defence". */
function atlantic(word: string): string {
  return word
    .replace(/(?<=[bct])re(?=s?$)/, "er")
    .replace(/(?<=\p{L}{2})our/u, "or")
    .replace(/is(?=(?:e[ds]?|ing|ations?)$)/, "iz")
    .replace(/(?<=\p{L}{2})ence(?=s?$)/u, "ense")
    .replace(/ogue(?=s?$)/, "og")
    .replace(/ll(?=(?:ed|ing|er|ers)$)/, "l")
}

/** "legal" and "illegal", "happy" and "unhappy" are two words and not two spellings. */
function differsByAffix(a: string, b: string): boolean {
  return (a.length !== b.length && (a.endsWith(b) || b.endsWith(a))) || a[0] !== b[0]
}

const grammarWords = new Set(
  (
    "a an the this that these those of to in on at by for from with as into than and or but so if which who whom whose " +
    "is are was were be been being am has have had do does did it its it's there here very just also really actually " +
    "upon towards toward onto between among over had " +
    "he she they him her them his their himself herself themselves then now well " +
    foreignGrammarWords
  ).split(" "),
)

/** What is said in the past of the same word: reported speech shifts it. */
const tenses: Readonly<Record<string, string>> = { would: "will", could: "can", might: "may", had: "have" }

/** Only words of grammar, or endings, differ. "Not" and its kin, and what must, may or will be, are never mere grammar. */
function isGrammar(a: readonly WitnessToken[], b: readonly WitnessToken[]): boolean {
  const content = (words: readonly WitnessToken[]): string =>
    words
      .flatMap(expanded)
      .map((word) => tenses[word.form] ?? word.form)
      .filter((form) => !grammarWords.has(form))
      .map(wordStem)
      .join(" ")
  return content(a) === content(b)
}
