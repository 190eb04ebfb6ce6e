import { type Span, spanContains, spanText } from "../base/index.ts"
import { correctionNotes } from "../collation/index.ts"
import type { AnalysedReport } from "../language/index.ts"
import { contentStems } from "./content-words.ts"
import { type Words, wordsOf } from "./same-words.ts"
import { lastStartingBefore, sentenceIndexAt, type Witness, witnessesOf } from "./witness.ts"

/** A report with what its sentences tell, made when first asked for and once. */
export interface Printing extends Witness {
  readonly words: Words
  /** The content of the sentence that holds a place; of a place in none, its own. */
  readonly stemsAt: (place: Span) => ReadonlySet<string>
  readonly stemsWithin: (span: Span) => ReadonlySet<string>
  /** The sentences that hold any of the stems, by place among all, each with how many. */
  readonly sentencesSharing: (stems: ReadonlySet<string>) => ReadonlyMap<number, number>
}

export function printingOf(report: AnalysedReport): Printing {
  const witness = witnessesOf([report], [])[0]!
  const { sentences } = report.analysis
  const stems = new Map<number, ReadonlySet<string>>()
  const stemsOf = (at: number): ReadonlySet<string> => {
    const known = stems.get(at) ?? new Set(contentStems(witness, sentences[at]!))
    stems.set(at, known)
    return known
  }
  let places: Map<string, number[]> | null = null
  const placesOf = (): Map<string, number[]> => {
    const made = new Map<string, number[]>()
    for (const at of sentences.keys())
      for (const stem of stemsOf(at)) {
        const known = made.get(stem)
        if (known) known.push(at)
        else made.set(stem, [at])
      }
    return made
  }
  return {
    ...witness,
    words: wordsOf(report),
    stemsAt: (place) => {
      const at = sentenceIndexAt(witness, place)
      return at < 0 ? new Set(contentStems(witness, place)) : stemsOf(at)
    },
    stemsWithin: (span) => new Set(contentStems(witness, span)),
    sentencesSharing: (wanted) => {
      places ??= placesOf()
      const shared = new Map<number, number>()
      for (const stem of wanted)
        for (const at of places.get(stem) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1)
      return shared
    },
  }
}

/** The sentence after the one at a place; null where that ends its paragraph. */
export function nextInParagraph({ article, analysis }: AnalysedReport, at: number): Span | null {
  const sentence = analysis.sentences[at]!
  const next = analysis.sentences[at + 1]
  const block = article.blocks[lastStartingBefore(article.blocks, sentence.start + 1)]
  return next !== undefined && block !== undefined && spanContains(block, next) ? next : null
}

/**
 * How English says that something was told once and is no more. "First reported by" names a source instead.
 */
const toldBefore =
  /\b(?:(?:was|were|had|had been) (?:first|initially|originally|earlier|previously) (?:reported|said|stated|written|given|thought|believed|told|put)|(?:wrongly|incorrectly|mistakenly|erroneously) (?:reported|said|stated|wrote|gave))\b(?! (?:by|in|on)\b)/i

/** True of a note of correction, and of a sentence that tells what was said before. */
export function givesAsOld({ article, analysis }: AnalysedReport, sentence: Span): boolean {
  return (
    toldBefore.test(spanText(article.text, sentence)) ||
    correctionNotes({ article, analysis: { ...analysis, sentences: [sentence] } }).length > 0
  )
}
