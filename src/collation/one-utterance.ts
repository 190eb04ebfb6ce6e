import { speakerLikeness } from "./speaker-likeness.ts"
import { type WordOverlap, weightOf } from "./word-overlap.ts"
import { isLightWord, wordStem } from "./word-weight.ts"
import type { Wording } from "./wordings.ts"

/** Fewer words than this are grouped by their speaker and surroundings as well, since many people say them. */
export const fewWords = 4

/** In common with each other: so much of either, or so long a run, that chance and habit are no explanation. */
const wholeShare = 0.65
const runWords = 8
const runWeight = 5
const runDensity = 0.7
/** A phrase of fewer words may be said twice by one person, or by two. */
export const phraseWords = 10
/** What two speakers are said to have said in a phrase is one utterance only where it is one phrase. */
const nearlyWhole = 0.9
const formulaWords = 6

/** In words alone. */
function areAlike(a: Wording, b: Wording, overlap: WordOverlap): boolean {
  if (overlap.words < Math.min(fewWords, a.words.length, b.words.length) || overlap.weight < 1.5) return false
  return (
    Math.max(overlap.aShare, overlap.bShare) >= wholeShare ||
    isLongRun(overlap) ||
    isDovetail(a, b, overlap) ||
    isRetold(a, b, overlap)
  )
}

export function areOneUtterance(a: Wording, b: Wording, overlap: WordOverlap): boolean {
  if (!areAlike(a, b, overlap)) return false
  const whole = Math.max(overlap.aShare, overlap.bShare)
  if (overlap.words < phraseWords && (areApartInTime(a, b) || standApart(a, b, overlap))) return false
  const likeness = speakerLikeness(a.speakers, b.speakers)
  if (likeness === "unknown" && overlap.words < formulaWords && sharedContext(a, b) < contextMin) return false
  if (likeness !== "other") return true
  const toldApart = [...a.reports].some((report) => b.reports.has(report))
  if (!toldApart && isWhole(overlap) && sharedContext(a, b) >= contextMin) return true
  if (overlap.words < phraseWords && whole < nearlyWhole) return false
  return overlap.words >= (toldApart ? runWords + fewWords : formulaWords)
}

/** The words next to a phrase in its quotation that tell whether two are one phrase in one place. */
const nextWords = 4

/**
 * True where the words before the phrase, or those after it, are two speeches' words: of one at least in a piece beside
 * it, since inside a piece they may be the reporters' two tellings.
 */
function standApart(a: Wording, b: Wording, { aStart, aEnd, bStart, bEnd }: WordOverlap): boolean {
  const before = (wording: Wording, start: number): readonly string[] =>
    [...wording.beside.before, ...wording.words.slice(0, start)].slice(-nextWords)
  const after = (wording: Wording, end: number): readonly string[] =>
    [...wording.words.slice(end), ...wording.beside.after].slice(0, nextWords)
  return (
    ((aStart === 0 || bStart === 0) && shareNoSense(before(a, aStart), before(b, bStart))) ||
    ((aEnd === a.words.length || bEnd === b.words.length) && shareNoSense(after(a, aEnd), after(b, bEnd)))
  )
}

function shareNoSense(a: readonly string[], b: readonly string[]): boolean {
  const [x, y] = [a, b].map((words) => new Set(words.filter((word) => !isLightWord(word)).map(wordStem)))
  return x!.size > 0 && y!.size > 0 && ![...x!].some((stem) => y!.has(stem))
}

/** Words around two phrases, in common, that make them one though two speakers are named. */
const contextMin = 3

function isWhole(overlap: WordOverlap): boolean {
  return Math.max(overlap.aShare, overlap.bShare) > 0.95 && overlap.weight >= 3
}

function sharedContext(a: Wording, b: Wording): number {
  let shared = 0
  for (const word of a.context()) if (b.context().has(word)) shared++
  return shared
}

/** The end of one is the beginning of the other: two cuts from one utterance. */
function isDovetail(a: Wording, b: Wording, overlap: WordOverlap): boolean {
  if (overlap.words <= fewWords || overlap.weight < 2.5) return false
  const joins = overlap.aEnd === a.words.length && overlap.bStart === 0
  return joins || (overlap.bEnd === b.words.length && overlap.aStart === 0)
}

/** A run in common, and nearly all the words of sense, if not in one order. */
function isRetold(a: Wording, b: Wording, overlap: WordOverlap): boolean {
  if (overlap.words <= fewWords) return false
  const stemsOf = ({ words }: Wording): ReadonlySet<string> =>
    new Set(words.filter((word) => !isLightWord(word)).map(wordStem))
  const [x, y] = [stemsOf(a), stemsOf(b)]
  let shared = 0
  for (const stem of x) if (y.has(stem)) shared++
  return shared >= retoldWords && shared >= retoldShare * Math.min(x.size, y.size)
}

const retoldWords = 5
const retoldShare = 0.75

function isLongRun(overlap: WordOverlap): boolean {
  const span = Math.max(overlap.aEnd - overlap.aStart, overlap.bEnd - overlap.bStart)
  return overlap.words >= runWords && overlap.weight >= runWeight && overlap.words >= runDensity * span
}

export function areApartInTime(a: Wording, b: Wording): boolean {
  if (!a.when?.from || !b.when?.from) return false
  return (a.when.to ?? a.when.from) < b.when.from || (b.when.to ?? b.when.from) < a.when.from
}

/**
 * True where a report prints both, each with a word of sense that the other lacks: it tells of two utterances, however
 * like they are.
 */
export function areToldApart(a: Wording, b: Wording, overlap: WordOverlap): boolean {
  if (![...a.reports].some((report) => b.reports.has(report))) return false
  return (
    areAlike(a, b, overlap) && [a, b].every(({ words }) => weightOf(words) - overlap.weight >= ownWeightMin)
  )
}

const ownWeightMin = 1
