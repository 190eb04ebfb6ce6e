import type { ReportId } from "../article/index.ts"
import { compareSpans, type Span, spansOverlap } from "../base/index.ts"
import {
  type AnalysedReport,
  firstTokenFrom,
  foldedToken,
  type NameKind,
  type Quotation,
  type TimeExpression,
  type Tokens,
} from "../language/index.ts"
import type { SubstitutionRule } from "../reuse/index.ts"
import type { Stranger } from "../story/index.ts"
import type { Reading } from "./apparatus.ts"
import { type ReadingToken, readingText, readingTokens, withoutSubstitutions } from "./reading-tokens.ts"
import { isLightWord } from "./word-weight.ts"

/** Words that one report gives to somebody, in one piece: what statements are grouped of. */
export interface Utterance {
  readonly report: ReportId
  readonly parts: readonly Span[]
  readonly form: Reading["form"]
  /** False for words in marks that are no speech by themselves: they may join a statement, never make one. */
  readonly speech: boolean
  readonly speaker: UtteranceSpeaker | null
  readonly via: string | null
  readonly when: TimeExpression | null
  /** True where no report gave the words to somebody until they were found by themselves. */
  readonly byWords: boolean
  /** The words and marks, a machine's substitutions undone. */
  readonly tokens: readonly ReadingToken[]
  /** The forms of the words alone, without an editor's. */
  readonly words: readonly string[]
  /** The words that its speaker says next to it in the same quotation, where it is a piece of one. */
  readonly beside: Beside
  /** The words of sense around it, sorted. Worked out when asked for. */
  readonly context: () => readonly string[]
}

/** Forms of a few words, none where the quotation begins or ends. */
export interface Beside {
  readonly before: readonly string[]
  readonly after: readonly string[]
}

export const nothingBeside: Beside = { before: [], after: [] }

export interface UtteranceSpeaker {
  /** As fully as the report names it, or as it mentions it. Never a pronoun. */
  readonly name: string
  readonly kind: NameKind | null
  /** False where only a mention is known. */
  readonly named: boolean
  /** Where the report mentions it, by name or not. */
  readonly mention: Span
}

/** A report prepared for collation: what to leave out of it, and what a machine put into it. */
export interface CollatedReport {
  readonly report: AnalysedReport
  /** Furniture and strangers. */
  readonly left: readonly Span[]
  readonly rules: readonly SubstitutionRule[]
}

/** A quotation of more sentences or words than this is taken sentence by sentence. */
const sentencesMax = 3
const wordsMax = 90

export function collatedReport(
  report: AnalysedReport,
  strangers: readonly Stranger[],
  rules: readonly SubstitutionRule[],
): CollatedReport {
  const foreign = strangers.filter((stranger) => stranger.report === report.article.id)
  return { report, left: [...report.article.furniture, ...foreign].sort(compareSpans), rules }
}

export function isLeftOut({ left }: CollatedReport, span: Span): boolean {
  return left.some((other) => spansOverlap(other, span))
}

/** The utterances of one report, in the order of its text. */
export function utterancesOf(collated: CollatedReport): readonly Utterance[] {
  const { analysis, article } = collated.report
  return analysis.quotations
    .filter((quotation, at) => !isRetold(quotation, at, analysis.quotations))
    .flatMap((quotation) =>
      piecesOf(article.text, analysis.sentences, quotation)
        .filter((parts) => !parts.some((part) => isLeftOut(collated, part)))
        .map((parts) =>
          utteranceOf(collated, parts, {
            beside: besideOf(article.text, quotation, parts),
            form: quotation.form,
            speech: quotation.speech || isLongerThanAName(article.text, parts),
            speaker: speakerOf(article.text, quotation),
            via: quotation.via === null ? null : article.text.slice(quotation.via.start, quotation.via.end),
            when: quotation.when,
            byWords: false,
          }),
        ),
    )
    .filter((utterance) => utterance.words.length > 0)
}

/** How many quotations before one may hold it. */
const holdersMax = 4

/** Words of another inside a quotation are told by its speaker, and are no utterance of the report's own. */
function isRetold({ parts, speech }: Quotation, at: number, quotations: readonly Quotation[]): boolean {
  const { start, end } = parts[0]!
  return (
    speech &&
    quotations
      .slice(Math.max(0, at - holdersMax), at)
      .some((other) => other.speech && other.parts.some((part) => part.start <= start && part.end >= end))
  )
}

type UtteranceTraits = Pick<Utterance, "form" | "speech" | "speaker" | "via" | "when" | "byWords" | "beside">

const besideLetters = 60

/** What stands before and after a piece inside the very marks that it stands in. */
function besideOf(text: string, { parts, form }: Quotation, piece: readonly Span[]): Beside {
  if (form === "indirect" || form === "partial") return nothingBeside
  const [first, last] = [piece[0]!, piece.at(-1)!]
  const holder = parts.find((part) => part.start <= first.start && first.start < part.end)
  const closer = parts.find((part) => part.start < last.end && last.end <= part.end)
  const wordsIn = (start: number, end: number): readonly string[] =>
    start < end
      ? readingTokens(text.slice(start, end)).flatMap(({ kind, form: word }) =>
          kind === "mark" ? [] : [word],
        )
      : []
  return {
    before: holder ? wordsIn(Math.max(holder.start, first.start - besideLetters), first.start) : [],
    after: closer ? wordsIn(last.end, Math.min(closer.end, last.end + besideLetters)) : [],
  }
}

export function utteranceOf(
  collated: CollatedReport,
  parts: readonly Span[],
  traits: UtteranceTraits,
): Utterance {
  const { article } = collated.report
  const tokens = withoutSubstitutions(readingTokens(readingText(article.text, parts)), collated.rules)
  const words = tokens.filter((token) => token.kind !== "mark" && !token.editorial).map((token) => token.form)
  return {
    report: article.id,
    parts,
    ...traits,
    tokens,
    words,
    context: () => contextWords(collated.report, parts),
  }
}

/**
 * A quotation in the pieces that may stand alone: where a sentence ends between two parts, and long ones by sentence.
 * Of a partial one, each stretch between marks: the rest of its clause is the reporter's.
 */
function piecesOf(
  text: string,
  sentences: readonly Span[],
  quotation: Quotation,
): readonly (readonly Span[])[] {
  if (quotation.form === "partial" && quotation.marked.length > 0)
    return quotation.marked.map((part) => [part])
  const runs: Span[][] = []
  for (const part of quotation.parts) {
    const last = runs.at(-1)?.at(-1)
    if (last && runsOn(text, sentences, last, part)) runs.at(-1)!.push(part)
    else runs.push([part])
  }
  return runs.flatMap((run) => (isLong(text, sentences, run) ? sentencePieces(sentences, run) : [run]))
}

function runsOn(text: string, sentences: readonly Span[], before: Span, after: Span): boolean {
  const between = text.slice(before.end, after.start)
  if (!/\p{L}/u.test(between) || between.includes("\n\n")) return false
  if (!sentences.some((sentence) => sentence.start < before.end && after.start < sentence.end)) return false
  const endsWithComma =
    /[,;–—-]\s*$/.test(text.slice(before.start, before.end)) || /^["”’»]?\s*,/.test(between)
  return endsWithComma || !/^\p{Lu}\p{L}/u.test(text.slice(after.start, after.end))
}

function isLong(text: string, sentences: readonly Span[], run: readonly Span[]): boolean {
  const from = Math.max(0, sentenceAt(sentences, run[0]!.start))
  const to = sentenceAt(sentences, run.at(-1)!.end) + 1
  const held = sentences
    .slice(from, to)
    .filter((sentence) => run.some((part) => spansOverlap(sentence, part)))
  return held.length > sentencesMax || readingText(text, run).split(/\s+/).length > wordsMax
}

function sentencePieces(sentences: readonly Span[], run: readonly Span[]): readonly (readonly Span[])[] {
  const pieces: Span[][] = []
  for (const sentence of sentences) {
    const within = run
      .filter((part) => spansOverlap(part, sentence))
      .map((part) => ({
        start: Math.max(part.start, sentence.start),
        end: Math.min(part.end, sentence.end),
      }))
    if (within.length > 0) pieces.push(within)
  }
  return pieces.length > 0 ? pieces : [[...run]]
}

const pronouns = new Set(
  "i me we us you he him she her it they them who which that this these those one his its their her hers".split(
    " ",
  ),
)

function speakerOf(text: string, { speaker }: Quotation): UtteranceSpeaker | null {
  if (speaker === null) return null
  if (speaker.name !== null) {
    return { name: speaker.name, kind: speaker.kind, named: true, mention: speaker }
  }
  const mention = text.slice(speaker.start, speaker.end).trim()
  return mention === "" || pronouns.has(mention.toLowerCase())
    ? null
    : { name: mention, kind: speaker.kind, named: false, mention: speaker }
}

/** Titles, nicknames and words held at arm's length are short. */
const nameWordsMax = 6

function isLongerThanAName(text: string, parts: readonly Span[]): boolean {
  return readingText(text, parts).split(/\s+/).length > nameWordsMax
}

/** So far from a quotation its sentence is context still: a sentence without end holds quotations without number. */
const contextReach = 600

/** The words of sense in the sentences that hold the parts and in the one before, the parts left out. Sorted. */
function contextWords({ article, analysis }: AnalysedReport, parts: readonly Span[]): readonly string[] {
  const { sentences, tokens } = analysis
  const words = new Set<string>()
  const from = parts[0]!.start - contextReach
  const to = parts.at(-1)!.end + contextReach
  const first = sentenceAt(sentences, parts[0]!.start)
  const last = sentenceAt(sentences, parts.at(-1)!.end - 1)
  for (const sentence of sentences.slice(Math.max(0, first - 1), last + 1)) {
    const end = Math.min(sentence.end, to)
    let at = firstTokenFrom(tokens, Math.max(sentence.start, from))
    for (; at < tokens.count && tokens.ends[at]! <= end; at++) {
      if (tokens.kinds[at] !== 0 || parts.some((part) => isWithin(tokens, at, part))) continue
      const form = foldedToken(article.text, tokens, at)
      if (!isLightWord(form)) words.add(form)
    }
  }
  return [...words].sort()
}

function isWithin(tokens: Tokens, at: number, part: Span): boolean {
  return part.start <= tokens.starts[at]! && tokens.ends[at]! <= part.end
}

/** The number of the last sentence that begins at or before `offset`; -1 before the first. */
export function sentenceAt(sentences: readonly Span[], offset: number): number {
  let low = 0
  let high = sentences.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sentences[middle]!.start <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}
