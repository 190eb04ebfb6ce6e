import { type Span, spansOverlap } from "../base/index.ts"
import { firstTokenFrom, isWordToken, type Tokens, tokenize } from "../language/index.ts"
import { type ReadingToken, readingTokens, withoutSubstitutions } from "./reading-tokens.ts"
import { type CollatedReport, isLeftOut, nothingBeside, type Utterance, utteranceOf } from "./utterances.ts"
import { wordGrams } from "./word-grams.ts"
import { type WordOverlap, wordOverlap } from "./word-overlap.ts"

/** Words of a known statement, found where no quotation marks stand. */
export interface UnmarkedReading {
  /** The group whose words these are. */
  readonly group: number
  readonly utterance: Utterance
}

/** The words of one statement, to be looked for. */
export interface SoughtWording {
  readonly group: number
  readonly words: readonly string[]
}

/** Three words running that stand in more wordings than this are no trace of any. */
const wordingsOfGramMax = 24
const groupsTriedMax = 3

/** So much of the statement, or of the sentence, or so long a run, that these are its words and not some like them. */
const wordsMin = 5
const weightMin = 2.5
const wordingShare = 0.6
const sentenceShare = 0.75
const longRun = { words: 9, density: 0.75 } as const
/** A sentence that is almost all the statement's is taken whole. */
const wholeSentence = 0.75

/**
 * Looks in every sentence of every report, outside the words that it marks as quoted, for the words of statements: a
 * statement printed in full, or a sentence that lost its marks. Cost: linear in the words of the reports, times the
 * few statements that share three words running with a sentence.
 */
export function unmarkedReadings(
  reports: readonly CollatedReport[],
  quoted: ReadonlyMap<string, readonly Span[]>,
  sought: readonly SoughtWording[],
): readonly UnmarkedReading[] {
  const standing = soughtByGram(sought)
  const mayHold = sentenceSieve(sought)
  const known = new Map<string, readonly Hit[]>()
  const found: UnmarkedReading[] = []
  for (const collated of reports) {
    const { article, analysis } = collated.report
    const marked = quoted.get(article.id) ?? []
    for (const sentence of analysis.sentences) {
      if (!mayHold(collated, sentence) || isLeftOut(collated, sentence)) continue
      for (const stretch of stretchesOutside(sentence, marked)) {
        const tokens = wordTokens(collated, stretch)
        if (tokens.length < wordsMin) continue
        const words = tokens.map((token) => token.form)
        const key = words.join(" ")
        let hits = known.get(key)
        if (!hits) {
          hits = hitsIn(words, standing, sought)
          known.set(key, hits)
        }
        for (const hit of hits) {
          const span = {
            start: stretch.start + tokens[hit.start]!.start,
            end: stretch.start + tokens[hit.end - 1]!.end,
          }
          found.push({ group: hit.group, utterance: utteranceOf(collated, [span], unmarkedTraits) })
        }
      }
    }
  }
  return found
}

const unmarkedTraits = {
  form: "unmarked",
  speech: true,
  speaker: null,
  via: null,
  when: null,
  byWords: true,
  beside: nothingBeside,
} as const

/**
 * Tells by the hashes of its tokens whether a sentence may hold two runs of three words that are sought, without
 * reading its words. The sentences of a rewritten report always may.
 */
function sentenceSieve(
  sought: readonly SoughtWording[],
): (report: CollatedReport, sentence: Span) => boolean {
  const runs = new Set<number>()
  for (const { words } of sought) {
    const text = words.join(" ")
    for (const run of hashedRuns(tokenize(text), 0, text.length)) runs.add(run)
  }
  return ({ report, rules }, sentence) => {
    if (rules.length > 0) return true
    let found = 0
    for (const run of hashedRuns(report.analysis.tokens, sentence.start, sentence.end))
      if (runs.has(run) && ++found >= 2) return true
    return false
  }
}

function* hashedRuns(tokens: Tokens, start: number, end: number): Generator<number> {
  let [before, beforeThat, words] = [0, 0, 0]
  for (let at = firstTokenFrom(tokens, start); at < tokens.count && tokens.starts[at]! < end; at++) {
    if (!isWordToken(tokens, at)) continue
    const hash = tokens.hashes[at]!
    if (++words >= 3) yield (Math.imul(beforeThat, 31) ^ Math.imul(before, 17) ^ hash) >>> 0
    beforeThat = before
    before = hash
  }
}

/** Words from `start` up to `end` of a stretch that are a statement's. */
interface Hit {
  readonly group: number
  readonly start: number
  readonly end: number
}

function soughtByGram(sought: readonly SoughtWording[]): ReadonlyMap<string, readonly number[]> {
  const standing = new Map<string, number[]>()
  sought.forEach(({ words }, at) => {
    for (const gram of wordGrams(words)) {
      const known = standing.get(gram)
      if (!known) standing.set(gram, [at])
      else known.push(at)
    }
  })
  return standing
}

function stretchesOutside(sentence: Span, marked: readonly Span[]): readonly Span[] {
  const stretches: Span[] = []
  let start = sentence.start
  for (const span of marked) {
    if (!spansOverlap(span, sentence)) continue
    if (span.start > start) stretches.push({ start, end: span.start })
    start = Math.max(start, span.end)
  }
  if (start < sentence.end) stretches.push({ start, end: sentence.end })
  return stretches
}

function wordTokens(collated: CollatedReport, stretch: Span): readonly ReadingToken[] {
  const text = collated.report.article.text.slice(stretch.start, stretch.end)
  return withoutSubstitutions(readingTokens(text), collated.rules).filter((token) => token.kind !== "mark")
}

function hitsIn(
  words: readonly string[],
  standing: ReadonlyMap<string, readonly number[]>,
  sought: readonly SoughtWording[],
): readonly Hit[] {
  const shared = new Map<number, number>()
  for (const gram of wordGrams(words)) {
    const holders = standing.get(gram) ?? []
    if (holders.length > wordingsOfGramMax) continue
    for (const at of holders) shared.set(at, (shared.get(at) ?? 0) + 1)
  }
  const tried = [...shared]
    .filter(([, count]) => count >= 2)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, groupsTriedMax * 2)
  const hits: (Hit & { readonly weight: number })[] = []
  for (const [at] of tried) {
    const overlap = wordOverlap(words, sought[at]!.words)
    if (!isReading(overlap)) continue
    const whole = overlap.aShare >= wholeSentence
    hits.push({
      group: sought[at]!.group,
      start: whole ? 0 : startOf(words, overlap),
      end: whole ? words.length : overlap.aEnd,
      weight: overlap.weight,
    })
  }
  hits.sort((a, b) => b.weight - a.weight || a.group - b.group)
  const chosen: Hit[] = []
  for (const hit of hits)
    if (chosen.every((other) => !spansOverlap(hit, other)) && chosen.length < groupsTriedMax) chosen.push(hit)
  return chosen
}

/** A reader would hear the pronoun before the first word in common as part of it: "we want" for "I want". */
function startOf(words: readonly string[], { aStart, bStart }: WordOverlap): number {
  return aStart > 0 && bStart > 0 && subjects.has(words[aStart - 1]!) ? aStart - 1 : aStart
}

const subjects = new Set("i we he she they it you".split(" "))

function isReading(overlap: WordOverlap): boolean {
  if (overlap.words < wordsMin || overlap.weight < weightMin) return false
  if (overlap.bShare >= wordingShare || overlap.aShare >= sentenceShare) return true
  const span = Math.max(overlap.aEnd - overlap.aStart, overlap.bEnd - overlap.bStart)
  return overlap.words >= longRun.words && overlap.words >= longRun.density * span
}
