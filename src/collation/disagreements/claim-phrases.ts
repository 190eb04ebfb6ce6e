import { compareStrings } from "../../base/index.ts"
import type { CollatedReport } from "../utterances.ts"
import type { WitnessToken } from "../witness.ts"
import { isLightWord, wordStem } from "../word-weight.ts"
import { type Claim, clauseAround, isSense, type NearWord, senseOf, sharedStems } from "./claims.ts"

/** A claim that can be read in its sentence. */
export interface ReadableClaim extends Claim {
  readonly collated: CollatedReport
  readonly near: readonly NearWord[]
}

/** Words a phrase may run on after what is counted. */
const complementWords = 3
const phraseWords = 9

/**
 * What a figure is said of, cut from the reports' own sentences: "signed by … members of the crew". The phrase that
 * most claims print; of equals the shorter. `noun` is what is counted, null where the figure prints its own unit. Null where the claims
 * have no telling word in common and count nothing.
 */
export function figurePhrase(claims: readonly ReadableClaim[], noun: string | null): string | null {
  const shared = sharedStems(claims)
  const phrases = claims.flatMap((claim) => phraseAround(claim, shared, noun) ?? [])
  return commonest(phrases) ?? noun
}

function phraseAround(
  claim: ReadableClaim,
  shared: ReadonlyMap<string, number>,
  noun: string | null,
): string | null {
  const { before, after } = clauseAround(claim.collated, claim)
  const rank = (token: WitnessToken): number => tellingRank(token, shared)
  const ahead = bestPlace(before.toReversed(), rank)
  const behind = bestPlace(after, rank)
  const isAhead = ahead !== null && (behind === null || ahead.rank >= behind.rank)
  const last = isAhead ? complementEnd(after, shared) : behind === null ? 0 : behind.at + 1
  if (!isAhead && last === 0) return null
  const words = [
    ...(isAhead ? before.slice(subjectStart(before, before.length - 1 - ahead.at, noun)) : []),
    "…",
    ...(noun === null ? [] : [noun]),
    ...after.slice(0, last),
  ]
  return words.length > phraseWords ? null : joined(words)
}

/** A subject named just before its verb tells whose price or distance it is. */
function subjectStart(before: readonly WitnessToken[], verb: number, noun: string | null): number {
  let start = verb
  while (noun === null && start > 0 && verb - start < 3 && isCapitalised(before[start - 1]!)) start--
  return start
}

const complementStarts = new Set("of in on at from with for to by".split(" "))

/** "of the crew": as far as the last shared word that follows close by. */
function complementEnd(after: readonly WitnessToken[], shared: ReadonlyMap<string, number>): number {
  if (after.length === 0 || !complementStarts.has(after[0]!.form)) return 0
  return after.slice(0, complementWords).findLastIndex((token) => shared.has(stemOf(token))) + 1
}

interface Place {
  readonly at: number
  readonly rank: number
}

/** The place of the word that tells most, the nearest of equals; null where none tells anything. */
function bestPlace(tokens: readonly WitnessToken[], rank: (token: WitnessToken) => number): Place | null {
  let best: Place | null = null
  tokens.forEach((token, at) => {
    const own = rank(token)
    if (own > 0 && (best === null || own > best.rank)) best = { at, rank: own }
  })
  return best
}

/** What is done or happens tells most, then a plain word, then a name; nothing, a word that no other claim has near. */
function tellingRank(token: WitnessToken, shared: ReadonlyMap<string, number>): number {
  const stem = stemOf(token)
  if (token.kind !== "word" || !shared.has(stem)) return 0
  if (isSense(stem)) return 4
  if (/(?:ed|ing)$/.test(token.form)) return 3
  return isCapitalised(token) ? 1 : 2
}

/** When what happened, in the reports' own words: "when the Marigold was inspected"; of a noun its date. */
export function datePhrase(claims: readonly ReadableClaim[], event: string): string {
  const shared = sharedStems(claims)
  const told = claims.flatMap((claim) => eventPhrase(claim, event, shared) ?? [])
  const verbs = told.filter((phrase) => phrase.startsWith("when "))
  return commonest(verbs) ?? commonest(told) ?? `when: ${[...shared.keys()].sort(compareStrings).join(", ")}`
}

/** Words from the one told of as far as the last that is shared. */
function eventPhrase(
  claim: ReadableClaim,
  event: string,
  shared: ReadonlyMap<string, number>,
): string | null {
  const { before, after } = clauseAround(claim.collated, claim, phraseWords)
  const isBefore = before.some((token) => stemOf(token) === event)
  const tokens = isBefore ? before : after
  const at = isBefore
    ? tokens.findLastIndex((token) => stemOf(token) === event)
    : tokens.findIndex((token) => stemOf(token) === event)
  if (at < 0) return null
  const isVerb = /ed$/.test(tokens[at]!.form) && at > 0
  const last = isBefore ? tokens.findLastIndex((token) => shared.has(stemOf(token))) : at
  const first = wordsBegin(tokens, isVerb ? firstShared(tokens, at, shared) : at)
  const phrase = joined(tokens.slice(first, Math.max(at, last) + 1))
  if (!isVerb) return `the date of ${isArticle(tokens[first]!) ? "" : "the "}${phrase}`
  return first < at ? `when ${phrase}` : null
}

/** The first shared word at or before `at`, or the word of sense nearest before it. */
function firstShared(
  tokens: readonly WitnessToken[],
  at: number,
  shared: ReadonlyMap<string, number>,
): number {
  const first = tokens.findIndex((token) => shared.has(stemOf(token)))
  if (first >= 0 && first < at) return first
  const subject = tokens.slice(0, at).findLastIndex((token) => !isLightWord(token.form))
  return subject < 0 ? at : subject
}

/** Takes in the name and the article that a noun stands under. */
function wordsBegin(tokens: readonly WitnessToken[], at: number): number {
  let first = at
  while (first > 0 && isCapitalised(tokens[first - 1]!) && isCapitalised(tokens[first]!)) first--
  return first > 0 && isArticle(tokens[first - 1]!) ? first - 1 : first
}

function isArticle({ form }: WitnessToken): boolean {
  return form === "the" || form === "a" || form === "an"
}

function stemOf(token: WitnessToken): string {
  return senseOf(wordStem(token.form))
}

function isCapitalised({ text }: WitnessToken): boolean {
  return /^\p{Lu}/u.test(text)
}

/** An article that began its sentence is no name: a phrase begins it small. */
function joined(words: readonly (WitnessToken | string)[]): string {
  return words
    .map((word, at) => {
      if (typeof word === "string") return at === 0 ? word : ` ${word}`
      const text = isArticle(word) ? word.form : word.text
      return at === 0 ? text : word.gap === "" ? text : ` ${text}`
    })
    .join("")
}

/** The text that stands most often; of equals the shortest, then the first in order. */
export function commonest(texts: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  const [best] = [...counts].sort(
    ([a, countA], [b, countB]) => countB - countA || a.length - b.length || compareStrings(a, b),
  )
  return best?.[0] ?? null
}
