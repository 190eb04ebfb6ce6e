import type { ReportId } from "../article/index.ts"
import { compareStrings, mergeSpans, type Span, spansOverlap } from "../base/index.ts"
import { isEmptyWord, stemOf } from "./content-words.ts"
import type { SummaryReport, SummarySource } from "./summarise-story.ts"

/** One sentence of a distinct text. */
export interface ToldSentence extends Span {
  readonly report: ReportId
  /** The distinct text it is of, from 0, and its place among that text's sentences. */
  readonly textOf: number
  readonly at: number
  /** Of its words of sense, sorted. */
  readonly stems: readonly string[]
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
  const sentences = chosen.flatMap(sentencesOf)
  const holding = new Map<string, number[]>()
  sentences.forEach(({ stems }, number) => {
    for (const stem of stems) {
      const known = holding.get(stem)
      if (known) known.push(number)
      else holding.set(stem, [number])
    }
  })
  const worth = (stem: string): number =>
    Math.log(1 + sentences.length / Math.max(1, holding.get(stem)?.length ?? 1))
  const weightOf = (stems: readonly string[]): number => stems.reduce((sum, stem) => sum + worth(stem), 0)
  const nearest: ToldSentences["nearest"] = (sentence) => {
    const shared = new Map<number, number>()
    for (const stem of sentence.stems) {
      // Of each place the sentence and the one after: what one report tells in a sentence another tells in two.
      const places = new Set((holding.get(stem) ?? []).flatMap((at) => [at - 1, at]))
      for (const at of places) {
        const textOf = sentences[at]?.textOf
        if (textOf === undefined || textOf === sentence.textOf) continue
        shared.set(at, (shared.get(at) ?? 0) + worth(stem))
      }
    }
    const best = new Map<number, NearestPlace>()
    const whole = weightOf(sentence.stems)
    for (const [at, weight] of [...shared].sort((a, b) => a[0] - b[0])) {
      const other = sentences[at]!
      const after = sentences[at + 1]
      const share = weight / whole
      if (share > (best.get(other.textOf)?.share ?? 0))
        best.set(other.textOf, { other, next: after?.textOf === other.textOf ? after : null, share })
    }
    return [...best.values()]
  }
  return {
    sentences,
    texts: chosen.length,
    weight: ({ stems }) => weightOf(stems),
    ownWeight: ({ stems, textOf }) => {
      const own = stems.filter((stem) => holding.get(stem)!.every((at) => sentences[at]!.textOf === textOf))
      return { weight: weightOf(own), stems: own.length }
    },
    nearest,
    likeness: (a, b) => {
      const other = new Set(b.stems)
      const shared = weightOf(a.stems.filter((stem) => other.has(stem)))
      return shared / Math.max(Number.MIN_VALUE, Math.min(weightOf(a.stems), weightOf(b.stems)))
    },
  }
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

function sentencesOf(report: SummaryReport, textOf: number): readonly ToldSentence[] {
  const omitted = mergeSpans(report.omitted)
  return report.sentences
    .filter((sentence) => !omitted.some((span) => spansOverlap(span, sentence)))
    .flatMap(({ start, end }, at): readonly ToldSentence[] => {
      const printed = report.text.slice(start, Math.min(end, start + lettersMax))
      const words = printed.toLowerCase().match(/[\p{L}\p{M}\p{Nd}][\p{L}\p{M}\p{Nd}’'.,-]*/gu) ?? []
      const plain = words.map((word) => word.replace(/’/g, "'").replace(/[.,'-]+$/, ""))
      const stems = [...new Set(plain.filter((word) => !isEmptyWord(word)).map(stemOf))].sort(compareStrings)
      if (stems.length < stemsMin) return []
      return [
        {
          report: report.id,
          start,
          end,
          textOf,
          at,
          stems,
          figures: new Set(plain.flatMap(figureOf)),
          standsAlone:
            words.length >= wordsMin &&
            words.length <= wordsMax &&
            end - start <= lettersMax &&
            isPlainSentence(printed),
        },
      ]
    })
}

/** A sentence of more letters is cut, and not shown. */
const lettersMax = 600

const smallNumbers = "one two three four five six seven eight nine ten eleven twelve".split(" ")

function figureOf(word: string): readonly string[] {
  const small = smallNumbers.indexOf(word)
  // "One" is as often an article as a number.
  if (small > 0) return [String(small + 1)]
  return /^\p{Nd}/u.test(word) ? [word.replace(/,/g, "")] : []
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
