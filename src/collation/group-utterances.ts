import { speakerLikeness } from "./speaker-likeness.ts"
import type { Utterance } from "./utterances.ts"
import { wordGrams } from "./word-grams.ts"
import { runIndex, type WordOverlap, weightOf, wordOverlap } from "./word-overlap.ts"
import { isLightWord, wordStem } from "./word-weight.ts"
import { distinctWordings, type Wording } from "./wordings.ts"

/** Utterances that are one: indices of the list given, each group sorted, groups by their first. */
export type UtteranceGroups = readonly (readonly number[])[]

/** Fewer words than this are grouped by their speaker and surroundings as well, since many people say them. */
const fewWords = 4
/** Three words running that stand in more wordings than this tell none apart. */
const wordingsOfGramMax = 48
/** The most groups compared with one wording, and the most wordings of a group compared. */
const groupsTriedMax = 6
const wordingsTriedMax = 4

/**
 * Groups utterances of like words, however cut or altered. Wordings are taken from the longest to the shortest, so
 * that a part finds its whole; then the few words find a group in which they stand unbroken, where speaker and
 * surroundings speak for it. Depends on the utterances and not on their order. Cost: linear in the utterances, times
 * the few groups that share three words running with each.
 */
export function groupUtterances(utterances: readonly Utterance[]): UtteranceGroups {
  const wordings = distinctWordings(utterances)
  const groups = wordings.map((_, at) => at)
  const root = (at: number): number => {
    let top = at
    while (groups[top] !== top) top = groups[top]!
    groups[at] = top
    return top
  }
  const join = (a: number, b: number): void => {
    const [x, y] = [root(a), root(b)]
    groups[Math.max(x, y)] = Math.min(x, y)
  }
  joinLong(wordings, root, join)
  joinShort(wordings, root, join)
  const members = new Map<number, number[]>()
  wordings.forEach((wording, at) => {
    const known = members.get(root(at)) ?? []
    known.push(...wording.members)
    members.set(root(at), known)
  })
  return [...members.values()].map((group) => group.sort((a, b) => a - b)).sort((a, b) => a[0]! - b[0]!)
}

type Root = (at: number) => number
type Join = (a: number, b: number) => void

function joinLong(wordings: readonly Wording[], root: Root, join: Join): void {
  const standing = new Map<string, number[]>()
  const inGroup = new Map<number, number[]>()
  wordings.forEach((wording, at) => {
    if (wording.words.length < fewWords) return
    const grams = wordGrams(wording.words)
    const shared = new Map<number, number>()
    for (const key of grams)
      for (const other of standing.get(key) ?? []) shared.set(root(other), (shared.get(root(other)) ?? 0) + 1)
    const tried = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, groupsTriedMax)
    for (const [group] of tried) {
      const known = inGroup.get(group) ?? [group]
      if (!known.some((other) => areOneUtterance(wordings[other]!, wording))) continue
      const merged = [...(inGroup.get(root(group)) ?? []), ...(inGroup.get(root(at)) ?? [at])]
      join(group, at)
      inGroup.set(root(at), [...new Set(merged)].sort((a, b) => a - b).slice(0, wordingsTriedMax))
    }
    if (root(at) === at) inGroup.set(at, [at])
    for (const key of grams) {
      const known = standing.get(key)
      if (!known) standing.set(key, [at])
      else if (known.length < wordingsOfGramMax) known.push(at)
    }
  })
}

/** In common with each other: so much of either, or so long a run, that chance and habit are no explanation. */
const wholeShare = 0.65
const runWords = 8
const runWeight = 5
const runDensity = 0.7
/** A phrase of fewer words may be said twice by one person, or by two. */
const phraseWords = 10
const formulaWords = 6

function areOneUtterance(a: Wording, b: Wording): boolean {
  const overlap = wordOverlap(a.words, b.words)
  if (overlap.words < Math.min(fewWords, a.words.length, b.words.length) || overlap.weight < 1.5) return false
  const whole = Math.max(overlap.aShare, overlap.bShare)
  if (whole < wholeShare && !isLongRun(overlap) && !isDovetail(a, b, overlap) && !isRetold(a, b, overlap))
    return false
  if (overlap.words < phraseWords && areApartInTime(a, b)) return false
  if (speakerLikeness(a.speakers, b.speakers) !== "other") return true
  const toldApart = [...a.reports].some((report) => b.reports.has(report))
  if (!toldApart && isWhole(overlap) && sharedContext(a, b) >= contextMin) return true
  return overlap.words >= (toldApart ? runWords + fewWords : formulaWords)
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

function areApartInTime(a: Wording, b: Wording): boolean {
  if (!a.when?.from || !b.when?.from) return false
  return (a.when.to ?? a.when.from) < b.when.from || (b.when.to ?? b.when.from) < a.when.from
}

/** What speaks for a few words belonging to a group must come to this. */
const belongs = 1.75
/** Wordings looked at for a few words; where more hold them they are anybody's. */
const holdersMax = 200

function joinShort(wordings: readonly Wording[], root: Root, join: Join): void {
  const holders = holdersOfFewWords(wordings)
  let known: ((word: string) => number) | null = null
  const rarity = (word: string): number => (known ??= contextRarity(wordings))(word)
  wordings.forEach((wording, at) => {
    if (wording.words.length >= fewWords) return
    const found = holders(wording.words).filter((other) => other !== at)
    if (found.length === 0 || found.length > holdersMax) return
    const wholes = found.filter((other) => wordings[other]!.words.length > wording.words.length)
    const only = new Set((wholes.length > 0 ? wholes : found).map(root)).size === 1
    const worthOf = (other: number): number => belonging(wording, wordings[other]!, rarity) + (only ? 1 : 0)
    const alike = found.filter((other) => !wholes.includes(other))
    for (const best of [bestOf(wholes, worthOf), bestOf(alike, worthOf)]) if (best !== null) join(best, at)
  })
}

/** The candidate worth most, the first of equals; null where none is worth enough. */
function bestOf(candidates: readonly number[], worthOf: (at: number) => number): number | null {
  let best: number | null = null
  let bestWorth = belongs
  for (const at of candidates) {
    const worth = worthOf(at)
    if (worth < bestWorth || (best !== null && worth === bestWorth)) continue
    best = at
    bestWorth = worth
  }
  return best
}

/** For a run of few words, the wordings that hold it unbroken, in order. */
function holdersOfFewWords(wordings: readonly Wording[]): (run: readonly string[]) => readonly number[] {
  const asked = new Set(wordings.filter(({ words }) => words.length < fewWords).flatMap(({ words }) => words))
  const holding = new Map<string, number[]>()
  wordings.forEach(({ words }, at) => {
    for (const word of new Set(words)) {
      if (!asked.has(word)) continue
      const known = holding.get(word)
      if (known) known.push(at)
      else holding.set(word, [at])
    }
  })
  return (run) => {
    const rarest = run.map((word) => holding.get(word) ?? []).sort((a, b) => a.length - b.length)[0] ?? []
    return rarest.filter((at) => runIndex(wordings[at]!.words, run) >= 0)
  }
}

/** A word around few utterances ties them; one around many says no more than that they are of one story. */
function contextRarity(wordings: readonly Wording[]): (word: string) => number {
  const seen = new Map<string, number>()
  for (const { context } of wordings) for (const word of context()) seen.set(word, (seen.get(word) ?? 0) + 1)
  const all = Math.log(wordings.length + 1)
  return (word) => (0.6 * (all - Math.log(seen.get(word) ?? 1))) / all
}

function belonging(short: Wording, other: Wording, rarity: (word: string) => number): number {
  const who = speakerLikeness(short.speakers, other.speakers)
  if (who === "other" && [...short.reports].some((report) => other.reports.has(report))) return 0
  const speaker = who === "same" ? 2 : who === "unknown" ? 0.5 : -1.5
  const sense = weightOf(short.words)
  if (sense < 1) return 0
  let shared = 0
  for (const word of short.context())
    if (other.context().has(word) || other.words.includes(word)) shared += rarity(word)
  const equal = short.words.length === other.words.length ? 0.5 : 0
  const apart = areApartInTime(short, other) ? -2 : 0
  return speaker + Math.min(2, shared) + Math.min(1.5, sense - 1) + equal + apart - (short.speech ? 0 : 0.25)
}
