import { areApartInTime, areOneUtterance, areToldApart, fewWords, phraseWords } from "./one-utterance.ts"
import { speakerLikeness } from "./speaker-likeness.ts"
import { rivalsToldApart } from "./told-apart.ts"
import type { Utterance } from "./utterances.ts"
import { wordGrams } from "./word-grams.ts"
import { runIndex, weightOf, wordOverlap } from "./word-overlap.ts"
import { isLightWord } from "./word-weight.ts"
import { distinctWordings, type Wording } from "./wordings.ts"

/** Utterances that are one: indices of the list given, each group sorted, groups by their first. */
export type UtteranceGroups = readonly (readonly number[])[]

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
  const isRivals = rivalsToldApart(wordings)
  wordings.forEach((wording, at) => {
    if (wording.words.length < fewWords) return
    const grams = wordGrams(wording.words)
    const shared = new Map<number, number>()
    for (const key of grams)
      for (const other of standing.get(key) ?? []) shared.set(root(other), (shared.get(root(other)) ?? 0) + 1)
    const tried = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, groupsTriedMax)
    for (const group of groupsOf(
      at,
      tried.map(([other]) => other),
      wordings,
      { inGroup, isRivals },
    )) {
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

/** What is known of groups by their first wording. */
interface Standing {
  /** The wordings compared. */
  readonly inGroup: ReadonlyMap<number, readonly number[]>
  readonly isRivals: (a: number, b: number) => boolean
}

/**
 * The groups, among those given, that a wording belongs to: the one that it has most in common with, and others only
 * where it ties them by more than a phrase. None that one of its reports tells apart from it.
 */
function groupsOf(
  wordingAt: number,
  groups: readonly number[],
  wordings: readonly Wording[],
  { inGroup, isRivals }: Standing,
): readonly number[] {
  const wording = wordings[wordingAt]!
  const found = groups.flatMap((group) => {
    const members = inGroup.get(group) ?? [group]
    if (members.some((other) => isRivals(other, wordingAt))) return []
    const known = members.map((other) => wordings[other]!)
    const overlaps = known.map((other) => wordOverlap(other.words, wording.words))
    if (known.some((other, at) => areToldApart(other, wording, overlaps[at]!))) return []
    const weights = overlaps.flatMap((overlap, at) =>
      areOneUtterance(known[at]!, wording, overlap) ? [overlap] : [],
    )
    const best = weights.sort((a, b) => b.weight - a.weight)[0]
    return best
      ? [{ group, ...best, closeness: Math.max(...known.map((other) => closeness(wording, other))) }]
      : []
  })
  const [first, ...rest] = found.sort(
    (a, b) => b.weight - a.weight || b.closeness - a.closeness || a.group - b.group,
  )
  if (!first) return []
  return [first, ...rest.filter(({ words }) => words >= phraseWords)].map(({ group }) => group)
}

/** Of two groups that have as much in common, the one of the same speaker, or whose speaker is as little known. */
function closeness(a: Wording, b: Wording): number {
  const likeness = speakerLikeness(a.speakers, b.speakers)
  if (likeness !== "unknown") return likeness === "same" ? 2 : -1
  return [a, b].every(({ speakers }) => speakers.length > 0 && speakers.every(({ named }) => !named)) ? 1 : 0
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

/** Words that stand around this many utterances name what the story is of, and are nobody's in particular. */
const termRarity = 0.3
/** What a single word must have around it in common with the place where it stands. */
const sharedMin = 0.3

function belonging(short: Wording, other: Wording, rarity: (word: string) => number): number {
  const who = speakerLikeness(short.speakers, other.speakers)
  if (who === "other" && [...short.reports].some((report) => other.reports.has(report))) return 0
  const speaker = who === "same" ? 2 : who === "unknown" ? 0.5 : -1.5
  const sense = weightOf(short.words)
  if (sense < 1) return 0
  if (who === "unknown" && short.words.every((word) => isLightWord(word) || rarity(word) < termRarity))
    return 0
  let shared = 0
  for (const word of short.context())
    if (other.context().has(word) || other.words.includes(word)) shared += rarity(word)
  if (sense < 2 && shared < sharedMin) return 0
  const equal = short.words.length === other.words.length ? 0.5 : 0
  const apart = areApartInTime(short, other) ? -2 : 0
  return speaker + Math.min(2, shared) + Math.min(1.5, sense - 1) + equal + apart - (short.speech ? 0 : 0.25)
}
