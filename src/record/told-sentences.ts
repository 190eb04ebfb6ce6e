import type { ReportId } from "../article/index.ts"
import { compareStrings, mergeSpans, type Span, spansOverlap } from "../base/index.ts"
import { isEmptyWord, stemOf } from "./content-words.ts"
import type { SummaryReport, SummarySource } from "./summary-source.ts"

/** One sentence of a distinct text. */
export interface ToldSentence extends Span {
  readonly report: ReportId
  /** The distinct text it is of, from 0, and its place among that text's sentences. */
  readonly textOf: number
  readonly at: number
  /** Of its words of sense, each by its number among the sorted stems of all sentences; sorted. */
  readonly stems: readonly number[]
  /** Numbers as they are compared: small ones in words are digits. */
  readonly figures: ReadonlySet<string>
  /** True of a whole sentence in the reporter's words that can be read without the one before. */
  readonly standsAlone: boolean
}

/** The sentences of the distinct texts of a story, weighed by how few of them hold each word. */
export interface ToldSentences {
  readonly sentences: readonly ToldSentence[]
  /** How many distinct texts were read. */
  readonly texts: number
  readonly weight: (sentence: ToldSentence) => number
  /** The weight and number of the words that stand in no other text. */
  readonly ownWeight: (sentence: ToldSentence) => { readonly weight: number; readonly stems: number }
  /** Of each other text that has a word of it, the place that holds the greatest share of this one's weight. */
  readonly nearest: (sentence: ToldSentence) => readonly NearestPlace[]
  /** The share of the lighter one's weight that both have. */
  readonly likeness: (a: ToldSentence, b: ToldSentence) => number
}

/** A sentence of another text, with the one after it where that is of the same text, and the share that both hold, 0 to 1. */
export interface NearestPlace {
  readonly other: ToldSentence
  readonly next: ToldSentence | null
  readonly share: number
}

/** More distinct texts than this are not read for a summary. */
const textsMax = 400

export function toldSentences(
  reports: readonly SummaryReport[],
  texts: SummarySource["texts"],
): ToldSentences {
  const chosen = representatives(reports, texts)
  const { sentences, stems } = readSentences(chosen)
  const holding = Array.from({ length: stems }, (): number[] => [])
  for (const [number, sentence] of sentences.entries())
    for (const stem of sentence.stems) holding[stem]!.push(number)
  const worth = holding.map((places) => Math.log(1 + sentences.length / Math.max(1, places.length)))
  const weightOf = (some: readonly number[]): number => some.reduce((sum, stem) => sum + worth[stem]!, 0)
  return {
    sentences,
    texts: chosen.length,
    weight: (sentence) => weightOf(sentence.stems),
    ownWeight: (sentence) => {
      const { textOf } = sentence
      const own = sentence.stems.filter((stem) =>
        holding[stem]!.every((at) => sentences[at]!.textOf === textOf),
      )
      return { weight: weightOf(own), stems: own.length }
    },
    nearest: (sentence) => nearestPlaces(sentence, sentences, holding, worth),
    likeness: (a, b) => {
      const other = new Set(b.stems)
      const shared = weightOf(a.stems.filter((stem) => other.has(stem)))
      return shared / Math.max(Number.MIN_VALUE, Math.min(weightOf(a.stems), weightOf(b.stems)))
    },
  }
}

function nearestPlaces(
  sentence: ToldSentence,
  sentences: readonly ToldSentence[],
  holding: readonly (readonly number[])[],
  worth: readonly number[],
): readonly NearestPlace[] {
  const shared = new Float64Array(sentences.length)
  let whole = 0
  for (const stem of sentence.stems) {
    const weight = worth[stem]!
    whole += weight
    // Of each place the sentence and the one after: what one report tells in a sentence another tells in two.
    let last = -1
    for (const at of holding[stem]!) {
      if (at - 1 > last) shared[at - 1]! += weight
      shared[at]! += weight
      last = at
    }
  }
  const best = new Map<number, NearestPlace>()
  for (let at = 0; at < shared.length; at++) {
    if (shared[at] === 0) continue
    const other = sentences[at]!
    const share = shared[at]! / whole
    if (other.textOf === sentence.textOf || share <= (best.get(other.textOf)?.share ?? 0)) continue
    const after = sentences[at + 1]
    best.set(other.textOf, { other, next: after?.textOf === other.textOf ? after : null, share })
  }
  return [...best.values()]
}

/**
 * One report of each distinct text, its origin where that is known, in the order of ids. Only those in the language
 * of most: the words of another have none to be compared with.
 */
function representatives(
  reports: readonly SummaryReport[],
  texts: SummarySource["texts"],
): readonly SummaryReport[] {
  const byId = new Map(reports.map((report) => [report.id, report]))
  const inTexts = new Set(texts.flatMap(({ members }) => members))
  const alone = reports.filter(({ id }) => !inTexts.has(id))
  const chosen = texts.flatMap(({ members, origin }) => {
    const id = origin !== null && byId.has(origin) ? origin : [...members].sort(compareStrings)[0]
    return id === undefined ? [] : (byId.get(id) ?? [])
  })
  const all = [...chosen, ...alone].sort((a, b) => compareStrings(a.id, b.id))
  const languages = Map.groupBy(all, ({ language }) => (language ?? "").split("-")[0]!)
  const [first] = [...languages].sort((a, b) => b[1].length - a[1].length || compareStrings(a[0], b[0]))
  return (first?.[1] ?? []).slice(0, textsMax)
}

const wordsMin = 7
const wordsMax = 45
const stemsMin = 4

/** The sentences with enough to say, text by text, and how many stems there are. Each word is looked at once. */
function readSentences(reports: readonly SummaryReport[]): {
  readonly sentences: readonly ToldSentence[]
  readonly stems: number
} {
  const words = new Map<string, WordRead>()
  const found = reports.flatMap((report, textOf) => sentencesOf(report, textOf, words))
  const sorted = [...new Set(found.flatMap(({ stems }) => stems))].sort(compareStrings)
  const numbers = new Map(sorted.map((stem, number) => [stem, number]))
  const sentences = found.map((sentence) => {
    return { ...sentence, stems: sentence.stems.map((stem) => numbers.get(stem)!).sort((a, b) => a - b) }
  })
  return { sentences, stems: sorted.length }
}

interface WordRead {
  /** Null of a word of grammar. */
  readonly stem: string | null
  readonly figure: string | null
}

function sentencesOf(
  report: SummaryReport,
  textOf: number,
  known: Map<string, WordRead>,
): readonly (Omit<ToldSentence, "stems"> & { readonly stems: readonly string[] })[] {
  const omitted = mergeSpans(report.omitted)
  return report.sentences
    .filter((sentence) => !omitted.some((span) => spansOverlap(span, sentence)))
    .flatMap(({ start, end }, at) => {
      const printed = report.text.slice(start, Math.min(end, start + lettersMax))
      const words = wordsIn(printed.toLowerCase())
      const stems = new Set<string>()
      const figures = new Set<string>()
      for (const word of words) {
        const read = known.get(word) ?? readWord(word)
        known.set(word, read)
        if (read.stem !== null) stems.add(read.stem)
        if (read.figure !== null) figures.add(read.figure)
      }
      if (stems.size < stemsMin) return []
      const standsAlone =
        words.length >= wordsMin &&
        words.length <= wordsMax &&
        end - start <= lettersMax &&
        isPlainSentence(printed)
      return [{ report: report.id, start, end, textOf, at, stems: [...stems], figures, standsAlone }]
    })
}

/** Runs of letters, marks, digits and what stands inside words and numbers. By hand, since a pattern takes ten times as long. */
function wordsIn(text: string): readonly string[] {
  const words: string[] = []
  let start = -1
  let size = 1
  for (let at = 0; at < text.length; at += size) {
    const sign = text.codePointAt(at)!
    size = sign > 0xffff ? 2 : 1
    const isLetter = isLetterOrDigit(sign)
    if (start < 0) {
      if (isLetter) start = at
    } else if (!isLetter && !insideWords.has(sign)) {
      words.push(text.slice(start, at))
      start = -1
    }
  }
  if (start >= 0) words.push(text.slice(start))
  return words
}

const insideWords = new Set([..."’'.,-"].map((sign) => sign.codePointAt(0)!))

function isLetterOrDigit(sign: number): boolean {
  if (sign < 0x80)
    return (sign >= 0x61 && sign <= 0x7a) || (sign >= 0x30 && sign <= 0x39) || (sign >= 0x41 && sign <= 0x5a)
  return /[\p{L}\p{M}\p{Nd}]/u.test(String.fromCodePoint(sign))
}

function readWord(word: string): WordRead {
  const plain = word.replace(/’/g, "'").replace(/[.,'-]+$/, "")
  return { stem: isEmptyWord(plain) ? null : stemOf(plain), figure: figureOf(plain) }
}

/** A sentence of more letters is cut, and not shown. */
const lettersMax = 600

const smallNumbers = "one two three four five six seven eight nine ten eleven twelve".split(" ")

function figureOf(word: string): string | null {
  const small = smallNumbers.indexOf(word)
  // "One" is as often an article as a number.
  if (small > 0) return String(small + 1)
  return /^\p{Nd}/u.test(word) ? word.replace(/,/g, "") : null
}

const leaning =
  /^(?:he|she|it|they|we|i|his|her|their|its|this|that|these|those|but|and|so|then|however|meanwhile|also|instead|there)\b/i

/** Ends as a sentence does, quotes nobody at length, and does not lean on the one before. */
function isPlainSentence(printed: string): boolean {
  const text = printed.trim()
  return (
    /[.!]["”’')]*$/.test(text) &&
    !/["“”«»]/.test(text) &&
    /^\p{Lu}|^\p{Nd}/u.test(text) &&
    !leaning.test(text)
  )
}
