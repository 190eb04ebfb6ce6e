import { compareStrings } from "../base/index.ts"
import type { PreparedReport } from "./align.ts"
import type { Link } from "./lineage.ts"
import { type CandidatePair, pair } from "./pair.ts"
import { compareTellings, type Retelling, type Telling, tellingOf } from "./retelling.ts"
import { wordsSpan } from "./reuse-report.ts"
import { rareTerms, weighTerms } from "./term-weights.ts"

/** Among fewer texts no word is rare. */
const textsMin = 100

/** Of their rarest words two texts must share so many, and this part, to be compared at all. */
const sharedTermsMin = 4
const sharedPartMin = 0.12

/** So close are two texts only when one retells the other; or less close, with the names and numbers kept. */
const closenessMin = 0.32
const closenessWithNamesMin = 0.24
const namesKeptMin = 0.9

/** Less close still, but nothing else comes near: the nearest text outside the same family is far less close. */
const nearestMin = 0.07
const nearestNamesMin = 0.4
const nearestMargin = 2.5

/**
 * Pairs that tell the same in the same order in other words, beside those that `linked` says are linked by their text.
 * Never claims a direction: rare words in one order fit a common source, or two good reports of one event, as well.
 */
export function findRetellings(
  distinct: readonly PreparedReport[],
  linked: (a: number, b: number) => boolean,
): readonly Link[] {
  if (distinct.length < textsMin) return []
  const weights = weighTerms(distinct.map(({ words }) => words))
  const prints = distinct.map(({ words }) => rareTerms(words, weights.count))
  const tellings = new Map<number, Telling>()
  const tellingFor = (text: number): Telling => {
    const known = tellings.get(text) ?? tellingOf(distinct[text]!, weights)
    tellings.set(text, known)
    return known
  }
  const compared: { readonly candidate: CandidatePair; readonly telling: Retelling }[] = []
  for (const candidate of pair(prints, { postingMax: 64, candidatesMax: 8 })) {
    const fewer = Math.min(prints[candidate.a]!.hashes.length, prints[candidate.b]!.hashes.length)
    if (candidate.shared < Math.max(sharedTermsMin, sharedPartMin * fewer)) continue
    const telling = compareTellings(tellingFor(candidate.a), tellingFor(candidate.b), weights)
    if (telling) compared.push({ candidate, telling })
  }
  const close = new Set<number>()
  const keyOf = (a: number, b: number): number => Math.min(a, b) * distinct.length + Math.max(a, b)
  const isKin = (a: number, b: number): boolean =>
    close.has(keyOf(a, b)) || linked(Math.min(a, b), Math.max(a, b))
  for (const { candidate, telling } of compared)
    if (isClose(telling)) close.add(keyOf(candidate.a, candidate.b))
  const nearest = nearestTellings(distinct.length, compared, isKin)
  return compared.flatMap(({ candidate: { a, b }, telling }) => {
    if (linked(a, b)) return []
    if (close.has(keyOf(a, b))) return [linkOf(distinct[a]!, distinct[b]!, telling, closeReason)]
    return nearest.has(keyOf(a, b)) ? [linkOf(distinct[a]!, distinct[b]!, telling, nearestReason)] : []
  })
}

const closeReason = "the same rare words stand in the same order"
const nearestReason = "the same names and rare words stand in the same order, and no other text comes near"
const rivalReason = "one may be put in other words from the other, or both may tell of one event"

function isClose({ closeness, immutables }: Retelling): boolean {
  return closeness >= closenessMin || (closeness >= closenessWithNamesMin && immutables >= namesKeptMin)
}

/** For each text the one that stands out among all that it was compared with, its own kin left out. */
function nearestTellings(
  count: number,
  compared: readonly { readonly candidate: CandidatePair; readonly telling: Retelling }[],
  isKin: (a: number, b: number) => boolean,
): ReadonlySet<number> {
  const tellings: { readonly other: number; readonly telling: Retelling }[][] = Array.from(
    { length: count },
    () => [],
  )
  for (const { candidate, telling } of compared) {
    tellings[candidate.a]!.push({ other: candidate.b, telling })
    tellings[candidate.b]!.push({ other: candidate.a, telling })
  }
  const nearest = new Set<number>()
  tellings.forEach((list, text) => {
    list.sort((x, y) => y.telling.closeness - x.telling.closeness || x.other - y.other)
    const best = list[0]
    if (!best || best.telling.closeness < nearestMin || best.telling.immutables < nearestNamesMin) return
    const rival = list.find(({ other }) => other !== best.other && !isKin(best.other, other))
    if (rival && rival.telling.closeness * nearestMargin > best.telling.closeness) return
    nearest.add(Math.min(text, best.other) * count + Math.max(text, best.other))
  })
  return nearest
}

function linkOf(x: PreparedReport, y: PreparedReport, telling: Retelling, reason: string): Link {
  const swap = compareStrings(x.report.id, y.report.id) > 0
  const [a, b] = swap ? [y, x] : [x, y]
  const [rangeA, rangeB] = swap ? [telling.b, telling.a] : [telling.a, telling.b]
  const [aShare, bShare] = swap ? [telling.bShare, telling.aShare] : [telling.aShare, telling.bShare]
  return {
    a: a.report.id,
    b: b.report.id,
    kind: "rewritten",
    aShare: Math.round(aShare * 1e4) / 1e4,
    bShare: Math.round(bShare * 1e4) / 1e4,
    passages: [
      {
        a: wordsSpan(a.report, a.words, rangeA[0], rangeA[1]),
        b: wordsSpan(b.report, b.words, rangeB[0], rangeB[1]),
        kind: "rewritten",
      },
    ],
    direction: null,
    reasons: [reason, rivalReason],
  }
}
