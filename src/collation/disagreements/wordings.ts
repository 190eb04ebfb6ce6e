import type { ReportId } from "../../article/index.ts"
import type { Disagreement, DisagreementValue, Statement } from "../apparatus.ts"
import { areNameForms, differenceClass } from "../difference-class.ts"
import type { DistinctTexts } from "../distinct-texts.ts"
import { speakerWords } from "../speaker-likeness.ts"
import type { CollatedStatement } from "../statements.ts"
import type { CollatedReport, Utterance } from "../utterances.ts"
import { type Variant, variantStretches } from "../variant-stretches.ts"
import { isLightWord, wordStem } from "../word-weight.ts"
import { type Claim, valuesOf } from "./claims.ts"
import { comparedWords, dayOfWords, valueOfNumbers } from "./compared-words.ts"
import { haveOneContext, wordsAfter } from "./copied-context.ts"

type Kind = "wording" | "name" | "speaker" | "figure" | "date"

/** Words of one statement that reports print in different senses: another name, another person, another word. */
export function wordingDisagreements(
  reports: readonly CollatedReport[],
  statements: readonly CollatedStatement[],
  textOf: DistinctTexts,
): readonly Disagreement[] {
  const byId = new Map(reports.map((report) => [report.report.article.id, report]))
  return statements.flatMap(({ utterances, statement }) => {
    const stretches = variantStretches(utterances.filter(isRecordOfWords))
    const found = stretches.flatMap((variants) => disagreementIn(variants, statement, byId, textOf) ?? [])
    return found.filter(({ kind }) => kind === "wording").length <= contrastsMax
      ? found
      : found.filter(({ kind }) => kind !== "wording")
  })
}

/** Readings that differ in more words than this are told anew, or translated twice. */
const contrastsMax = 2

function disagreementIn(
  variants: readonly Variant[],
  statement: Statement,
  reports: ReadonlyMap<ReportId, CollatedReport>,
  textOf: DistinctTexts,
): Disagreement | null {
  const own = copied(variants.filter(({ utterance }) => reports.get(utterance.report)!.rules.length === 0))
  const kind = kindOf(own)
  if (kind === null || (kind === "wording" && kindOf(own.filter((variant) => !isRetold(variant))) === null))
    return null
  const printed = new Set(own.map(({ words }) => plain(words)))
  const counted = variants.filter(({ words }) => printed.has(plain(words)))
  const claims = counted.map((variant) => claimOf(variant, kind, reports.get(variant.utterance.report)!))
  const values = valuesOf(withOneForm(claims), textOf).filter(isNotBeside)
  if (values.length < 2) return null
  return { about: aboutOf(kind, statement.text), kind, values, explained: null, note: null }
}

/** The variants that stand where another prints other words between the same ones. */
function copied(variants: readonly Variant[]): readonly Variant[] {
  const groups = new Map<string, Variant>()
  for (const variant of variants) {
    const { tokens } = variant.utterance
    const key = `${variant.first} ${variant.words} ${tokens.map(({ form }) => form).join(" ")}`
    if (!groups.has(key)) groups.set(key, variant)
  }
  const unlike = [...groups.values()]
  const kept = new Set(
    unlike.filter((one) =>
      unlike.some((other) => plain(one.words) !== plain(other.words) && haveOneContext(one, other)),
    ),
  )
  return variants.filter((variant) => {
    const { tokens } = variant.utterance
    return kept.has(
      groups.get(`${variant.first} ${variant.words} ${tokens.map(({ form }) => form).join(" ")}`)!,
    )
  })
}

/** An indirect reading is in the reporter's words, which may differ for the grammar's sake. */
function isRecordOfWords({ form, words, byWords }: Utterance): boolean {
  return (form !== "indirect" || byWords) && words.length > 1
}

/** Words told as indirect speech, or without marks, are the reporter's own where they differ. */
function isRetold({ utterance }: Variant): boolean {
  return utterance.form === "indirect" || utterance.form === "unmarked"
}

/** A value that is printed only beside another by the same reports is no other report's. */
function isNotBeside(value: DisagreementValue, _: number, values: readonly DisagreementValue[]): boolean {
  return !values.some(
    (other) =>
      other !== value &&
      other.evidence.length > value.evidence.length &&
      value.evidence.every(({ report }) => other.evidence.some((cited) => cited.report === report)),
  )
}

function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{Nd}]+/gu, " ")
    .trim()
}

/** What the variants differ in, where it is more than spelling, grammar or the form of a name; null otherwise. */
function kindOf(variants: readonly Variant[]): Kind | null {
  const printed = [...new Set(variants.map(({ words }) => words))].sort()
  const reports = new Set(variants.map(({ utterance }) => utterance.report))
  if (printed.length < 2 || reports.size < 2) return null
  if (new Set(printed.map(comparedWords)).size < 2) return null
  const classes = new Set<string>()
  printed.forEach((a, at) => {
    for (const b of printed.slice(at + 1)) classes.add(areOneWord(a, b) ? "grammar" : differenceClass(a, b))
  })
  if (classes.has("figure")) return countedKind(variants, printed)
  if (classes.has("speaker") && printed.every((words) => words.split(" ").length <= 2)) return "speaker"
  if (!classes.has("wording")) return null
  const named = printed.filter(holdsName)
  if (named.length === printed.length)
    return variants.every(isWholeName) && new Set(printed.map(namingWords)).size > 1 ? "name" : null
  const short = printed.every((words) => words.split(" ").length <= contrastWordsMax && saysSomething(words))
  return named.length === 0 && short ? "wording" : null
}

/** Numbers of one thing, or lone days; a number among words that differ too is told anew. */
function countedKind(variants: readonly Variant[], printed: readonly string[]): "figure" | "date" | null {
  const days = new Set(printed.map(dayOfWords))
  if (!days.has(null)) return days.size > 1 ? "date" : null
  const values = new Set(printed.map(valueOfNumbers))
  if (values.has(null) || values.size < 2) return null
  const counted = new Set(variants.map((variant) => wordsAfter(variant)[0] ?? ""))
  return counted.size === 1 && !variants.some(isClock) ? "figure" : null
}

const clockWords = new Set("am pm a.m p.m a.m. p.m. gmt est edt pst pdt cet utc bst o'clock".split(" "))

/** A part of a time of day, or "one of", which counts nothing. */
function isClock({ utterance: { tokens }, first, end, words }: Variant): boolean {
  const [before, after] = [tokens[first - 1]?.text, tokens[end]]
  return (
    (/^[:.]$/.test(after?.text ?? "") &&
      after!.gap === "" &&
      tokens[end + 1]?.kind === "number" &&
      tokens[end + 1]!.gap === "") ||
    before === ":" ||
    /\d:\d/.test(words) ||
    clockWords.has(after?.form ?? "") ||
    after?.form === "of"
  )
}

/** Capitalised words, or mostly, that stand inside a sentence and are no rank or sign before a name. */
function isWholeName({ utterance: { tokens }, first, end }: Variant): boolean {
  const within = tokens.slice(first, end).filter(({ kind, form }) => kind !== "mark" && !isLightWord(form))
  const before = tokens[first - 1]
  if (before === undefined || before.kind === "mark" || within.length > nameWordsMax) return false
  const capitals = within.filter(({ text }) => /^\p{Lu}/u.test(text))
  if (capitals[0] !== within[0] || 2 * capitals.length < within.length) return false
  const isSign = within.every(({ text }) => /^[\p{Lu}.]+$/u.test(text))
  return !(isSign && /^\p{Lu}/u.test(tokens[end]?.text ?? ""))
}

/** The words that name, without those of grammar and the ranks before a name. */
function namingWords(words: string): string {
  return speakerWords(words).join(" ")
}

const nameWordsMax = 8

function saysSomething(words: string): boolean {
  return plain(words)
    .split(" ")
    .some((word) => !isLightWord(word))
}

/** Longer stretches are sentences told in other words, and no choice between two. */
const contrastWordsMax = 4

function areOneWord(a: string, b: string): boolean {
  const stems = (words: string): string => plain(words).split(" ").map(wordStem).join(" ")
  return stems(a) === stems(b) || comparedWords(a) === comparedWords(b)
}

/** Capitalised words that name nobody by themselves: those that may begin a sentence, and forms of address. */
const nameless =
  /\b(?:I|We|You|He|She|They|It|The|An?|This|That|These|Those|His|Her|Their|Our|My|Its|(?:Some|Any|Every|No)(?:body|one|thing)|Mr|Mrs|Ms|Miss|Dr|Sir|Governor|Gov|President|Minister|Senator|Sen|Mayor|Captain|Professor)\b/g

function holdsName(words: string): boolean {
  return /(?:^|\s)\p{Lu}\p{L}/u.test(words.replace(nameless, ""))
}

/** A lone pronoun is cited with the words after it, so that a reader sees who speaks. */
const pronounReach = 3

function claimOf({ utterance, first, end, words }: Variant, kind: Kind, collated: CollatedReport): Claim {
  const last = kind === "speaker" ? Math.min(utterance.tokens.length, end + pronounReach) : end
  const begin = kind === "figure" ? firstTelling(utterance, first, end) : first
  const [start, stop] = [placeOf(utterance, begin, "start"), placeOf(utterance, last - 1, "end")]
  return {
    report: utterance.report,
    start,
    end: stop,
    key: plain(words),
    printed: collated.report.article.text.slice(start, stop),
  }
}

/** A figure is cited without the marks and words of grammar before it. */
function firstTelling({ tokens }: Utterance, first: number, end: number): number {
  const at = tokens.findIndex(
    (token, place) => place >= first && place < end && token.kind !== "mark" && !isLightWord(token.form),
  )
  return at < 0 ? first : at
}

/** Where a token of the reading stands in its report. */
function placeOf({ tokens, parts }: Utterance, token: number, side: "start" | "end"): number {
  let offset = tokens[token]![side]
  for (const part of parts) {
    const length = part.end - part.start
    if (offset <= length) return part.start + offset
    offset -= length + 1
  }
  return parts.at(-1)!.end
}

/** Values that are forms of one name, or of one word, are one. */
function withOneForm(claims: readonly Claim[]): readonly Claim[] {
  const keys = new Map<string, string>()
  const printedOf = new Map(claims.map((claim) => [claim.key, claim.printed]))
  for (const [key, printed] of [...printedOf].sort(
    (a, b) => b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1),
  )) {
    const known = [...keys.keys()].find((other) => {
      const words = printedOf.get(other)!
      return areNameForms(words, printed) || areOneWord(words, printed) || isTrivial(words, printed)
    })
    keys.set(key, known === undefined ? key : keys.get(known)!)
  }
  return claims.map((claim) => ({ ...claim, key: keys.get(claim.key)! }))
}

function isTrivial(a: string, b: string): boolean {
  return ["typography", "spelling", "grammar", "name-form"].includes(differenceClass(a, b))
}

const wordsShown = 8

function aboutOf(kind: Kind, text: string): string {
  const words = text.split(/\s+/)
  const shown = words.slice(0, wordsShown).join(" ") + (words.length > wordsShown ? " …" : "")
  const what: Readonly<Record<Kind, string>> = {
    wording: "the wording of",
    name: "who or what is named in",
    speaker: "who speaks in",
    figure: "the figure in",
    date: "the day in",
  }
  return `${what[kind]} “${shown}”`
}
