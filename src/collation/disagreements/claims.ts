import type { ReportId } from "../../article/index.ts"
import { compareSpans, compareStrings, type Span } from "../../base/index.ts"
import { firstTokenFrom } from "../../language/index.ts"
import type { Citation, Disagreement, DisagreementValue } from "../apparatus.ts"
import { countTexts, type DistinctTexts } from "../distinct-texts.ts"
import { type CollatedReport, sentenceAt } from "../utterances.ts"
import { tokensWithin, type WitnessToken, witnessToken, witnessTokens } from "../witness.ts"
import { isLightWord, wordStem } from "../word-weight.ts"

/** One value printed at one place. */
export interface Claim extends Citation {
  /** Claims of one key print one value. */
  readonly key: string
  readonly printed: string
}

/**
 * The values of a disagreement, most distinct texts first; of equals in the order of their words.
 * `textFor` makes one value's text of its claims, which come in the order of the reports.
 */
export function valuesOf<Told extends Claim>(
  claims: readonly Told[],
  textOf: DistinctTexts,
  textFor: (same: readonly Told[]) => string = printedByAll,
): readonly DisagreementValue[] {
  const byKey = new Map<string, Told[]>()
  for (const claim of claims) {
    const known = byKey.get(claim.key)
    if (known) known.push(claim)
    else byKey.set(claim.key, [claim])
  }
  return [...byKey.values()]
    .map((same) => {
      const sorted = [...same].sort((a, b) => compareStrings(a.report, b.report) || compareSpans(a, b))
      return {
        value: textFor(sorted),
        evidence: sorted.map(({ report, start, end }) => ({ report, start, end })),
        distinct: countTexts(
          sorted.map(({ report }) => report),
          textOf,
        ),
      }
    })
    .sort((a, b) => b.distinct - a.distinct || compareStrings(a.value, b.value))
}

/** The words that all claims of one value print. */
export function printedByAll(claims: readonly Claim[]): string {
  return commonRun(claims.map(({ printed }) => printed))
}

/** The longest run of words that every text prints, as the first prints it; the first whole where there is none. */
export function commonRun(texts: readonly string[]): string {
  const [first = "", ...rest] = [...new Set(texts)].sort(compareStrings)
  if (rest.length === 0) return first
  const tokens = witnessTokens(first)
  const others = rest.map(
    (text) =>
      ` ${witnessTokens(text)
        .map((token) => token.form)
        .join(" ")} `,
  )
  for (let length = tokens.length; length > 0; length--)
    for (let at = 0; at + length <= tokens.length; at++) {
      const run = tokens.slice(at, at + length)
      if ((run[0]!.kind === "mark" && !isCurrency(run[0]!.text)) || run.at(-1)!.kind === "mark") continue
      const forms = ` ${run.map((token) => token.form).join(" ")} `
      if (others.every((other) => other.includes(forms)))
        return run.map((token, i) => (i === 0 ? "" : token.gap) + token.text).join("")
    }
  return first
}

function isCurrency(mark: string): boolean {
  return /\p{Sc}/u.test(mark)
}

/** A word near a claim, and whether it is printed with a capital. */
export interface NearWord {
  /** What it is compared by: words of one sense are one. */
  readonly stem: string
  readonly word: string
  /** Words of any kind between it and the claim. */
  readonly distance: number
  readonly named: boolean
}

const clauseEnds = new Set([
  ",",
  ";",
  ":",
  "—",
  "–",
  "(",
  ")",
  "“",
  "”",
  '"',
  "and",
  "but",
  "while",
  "who",
  "which",
])
/** A name's apposition stands behind a comma: for names all of the sentence is near, but for what it quotes. */
type Within = "clause" | "sentence"
const sentenceMarks = new Set(["“", "”", '"'])
const reachWords = 6
/** No six words are longer, or they are no words. */
const reachLetters = 160
/** Words that stand by any figure or day and tell nothing of what it is. */
const emptyWords = new Set(
  (
    "said says say told reported report reports according added people person man men woman women year years month months " +
    "week weeks day days today monday tuesday wednesday thursday friday saturday sunday january february march april june " +
    "july august september october november december least less than nearly almost about around some number total first " +
    "last new one two three four five six seven eight nine ten"
  ).split(" "),
)

/**
 * The words of sense within a few words of `span`, in its own clause: what a figure or a day is said of.
 * The unit that is `counted` is none of them.
 */
export function nearWords(
  collated: CollatedReport,
  span: Span,
  counted: string | null = null,
  within: Within = "clause",
): readonly NearWord[] {
  const around = clauseAround(collated, span, reachWords, within)
  const inside = tokensWithin(collated.report, span)
  return [
    ...around.before.toReversed().map(placed),
    ...around.after.map(placed),
    ...inside.map((token) => ({ token, distance: 0 })),
  ]
    .filter(({ token }) => token.kind === "word" && !isLightWord(token.form) && !emptyWords.has(token.form))
    .filter(({ token }) => counted === null || wordStem(token.form) !== wordStem(counted.toLowerCase()))
    .map(({ token, distance }) => ({
      stem: senseOf(wordStem(token.form)),
      word: token.form,
      distance,
      named: /^\p{Lu}/u.test(token.text),
    }))
}

function placed(
  token: WitnessToken,
  at: number,
): { readonly token: WitnessToken; readonly distance: number } {
  return { token, distance: at + 1 }
}

/** The words of a sentence on either side of a claim, as far as its clause or `reach` goes, in the order of the text. */
export interface Clause {
  readonly before: readonly WitnessToken[]
  readonly after: readonly WitnessToken[]
}

export function clauseAround(
  { report }: CollatedReport,
  span: Span,
  reach: number = reachWords,
  within: Within = "clause",
): Clause {
  const ends = within === "clause" ? clauseEnds : sentenceMarks
  const { article, analysis } = report
  const sentence = analysis.sentences[sentenceAt(analysis.sentences, span.start)]
  if (!sentence || sentence.end <= span.start) return { before: [], after: [] }
  const { tokens } = analysis
  const to = Math.min(sentence.end, span.end + reachLetters)
  const after: WitnessToken[] = []
  for (let at = firstTokenFrom(tokens, span.end); at < tokens.count && after.length < reach; at++) {
    if (tokens.ends[at]! > to) break
    const token = witnessToken(article.text, tokens, at)
    if (ends.has(token.form)) break
    after.push(token)
  }
  const from = Math.max(sentence.start, span.start - reachLetters)
  const before: WitnessToken[] = []
  for (let at = firstTokenFrom(tokens, span.start) - 1; at >= 0 && before.length < reach; at--) {
    if (tokens.ends[at]! > span.start) continue
    if (tokens.starts[at]! < from) break
    const token = witnessToken(article.text, tokens, at)
    // "A wife and two children": the last of a list is said of what the first is, where no word of its own follows.
    if (token.form === "and" && before.length === 0 && !after.some(({ kind }) => kind === "word")) continue
    if (ends.has(token.form)) break
    before.push(token)
  }
  return { before: before.reverse(), after }
}

/** The word of sense that stands nearest; of two as near the one before. */
export function nearestWord(near: readonly NearWord[]): NearWord | null {
  let best: NearWord | null = null
  for (const word of near)
    if (word.distance > 0 && (best === null || word.distance < best.distance)) best = word
  return best
}

/** The stems that more than one claim has near, with the number of claims. */
export function sharedStems(
  claims: readonly { readonly near: readonly NearWord[] }[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { near } of claims)
    for (const stem of new Set(near.map((word) => word.stem))) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  return new Map([...counts].filter(([, count]) => count > 1))
}

/** Words that say one thing of a count: the first of each line stands for all. Stems. */
const senses = [
  "aboard board carry onboard travel",
  "injur hurt wound injury injuri",
  "kill dead di death fatal fatality fatalit toll deceas perish",
  "sign signatory signatori signatur petition",
  "arrest detain custody",
  "miss unaccount",
  "pay paid bought buy price cost purchas sold sell worth valu",
  "evacuat displac",
  "inspect inspection",
  "attend crowd gather rally march",
  "destroy flatten level levell raz ruin wreck demolish",
]
const senseByStem = new Map(
  senses.flatMap((line) => line.split(" ").map((stem) => [stem, line.split(" ")[0]!] as const)),
)

export function senseOf(stem: string): string {
  return senseByStem.get(stem) ?? stem
}

/** True for a stem that says what is counted or happens, and so tells two counts apart. */
export function isSense(stem: string): boolean {
  return senseByStem.has(stem)
}

/** "A loss of": the noun that a sum is the sum of says more than any other word. */
const headSign = " of"
const headWeight = 2

/** The noun that governs a figure by "of", as a near word of its own; none where another word does. */
export function headOf(collated: CollatedReport, span: Span): readonly NearWord[] {
  const { before } = clauseAround(collated, span)
  const [noun, of] = before.slice(-2)
  if (of?.form !== "of" || noun?.kind !== "word" || isLightWord(noun.form) || emptyWords.has(noun.form))
    return []
  return [{ stem: `${wordStem(noun.form)}${headSign}`, word: noun.form, distance: 2, named: false }]
}

/** How much two claims are said of one thing: 1 for each plain word in common, a half for each capitalised. */
export function nearness(a: readonly NearWord[], b: readonly NearWord[]): number {
  const words = new Map(b.map((word) => [word.stem, word]))
  const senseA = a.filter(({ stem }) => isSense(stem))
  const senseB = b.filter(({ stem }) => isSense(stem))
  if (senseA.length > 0 && senseB.length > 0 && !senseA.some(({ stem }) => words.has(stem))) return 0
  const counted = new Set<string>()
  let sum = 0
  for (const { stem, named } of a) {
    const other = words.get(stem)
    if (!other || counted.has(stem)) continue
    counted.add(stem)
    sum += named && other.named ? 0.5 : stem.endsWith(headSign) ? headWeight : isSense(stem) ? 1.5 : 1
  }
  return sum
}

/**
 * True when some report prints one value and some the other, and few print both, as they would of two things. Copies
 * that print the same count once; one that prints another value counts by itself.
 */
export function isDispute(a: readonly Claim[], b: readonly Claim[], textOf: DistinctTexts): boolean {
  const [inA, inB] = [new Set(a.map(({ report }) => report)), new Set(b.map(({ report }) => report))]
  const textsOf = (reports: readonly ReportId[]): number => countTexts(reports, textOf)
  const both = textsOf([...inA].filter((report) => inB.has(report)))
  const onlyA = textsOf([...inA].filter((report) => !inB.has(report)))
  const onlyB = textsOf([...inB].filter((report) => !inA.has(report)))
  return both < Math.min(onlyA, onlyB)
}

export function citationOrder(a: Disagreement, b: Disagreement): number {
  const [x, y] = [a.values[0]!.evidence[0]!, b.values[0]!.evidence[0]!]
  return compareStrings(x.report, y.report) || compareSpans(x, y) || compareStrings(a.about, b.about)
}
