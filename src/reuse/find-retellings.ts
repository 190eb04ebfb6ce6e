import { compareStrings } from "../base/index.ts"
import type { Link } from "./lineage.ts"
import { type PairColumns, type PairLimits, pairColumns } from "./pair.ts"
import { buildPostingIndex } from "./posting-index.ts"
import { type PrintColumns, printColumns } from "./print-columns.ts"
import { compareTellings, type Retelling, type Telling, tellingOf } from "./retelling.ts"
import { companyOdds, retellingOdds } from "./retelling-evidence.ts"
import type { PreparedReport } from "./reuse-report.ts"
import { wordsSpan } from "./reuse-report.ts"
import { rareTerms, type TermWeights, termCounter, weighTerms } from "./term-weights.ts"

/** Among fewer texts no word is rare. */
const textsMin = 100

/** Of their rarest words two texts must share so many, and this part, to be compared at all. */
const sharedTermsMin = 4
const sharedPartMin = 0.12

/** So close are two texts only when one retells the other, or less close with the names and numbers kept: less is `shares`. */
const kinClosenessMin = 0.32
const kinClosenessWithNamesMin = 0.24
const namesKeptMin = 0.9

/** Where few texts are compared there are no retellings to be looked for. */
export function hasRareWords(texts: number): boolean {
  return texts >= textsMin
}

/** How texts are paired by their rare words. */
export const retellingLimits: PairLimits = { postingMax: 64, candidatesMax: 8 }

/** Of `pairs`, made from the rare words `terms`, those that share enough to be compared: their places in the columns. */
export function pairsWorthTelling(pairs: PairColumns, { starts }: PrintColumns): Uint32Array {
  const held = (text: number): number => starts[text + 1]! - starts[text]!
  return Uint32Array.from(pairs.a.keys()).filter((place) => {
    const fewer = Math.min(held(pairs.a[place]!), held(pairs.b[place]!))
    return pairs.shared[place]! >= Math.max(sharedTermsMin, sharedPartMin * fewer)
  })
}

/** Texts by their places, made ready for comparison and kept while they may be met again. */
const tellingsKept = 4096

/** Compares texts by their rare words; `load` gives the text of a place. */
export function tellingComparer(
  load: (text: number) => PreparedReport,
  weights: TermWeights,
): (a: number, b: number) => Retelling | null {
  const tellings = new Map<number, Telling>()
  const tellingFor = (text: number): Telling => {
    const known = tellings.get(text) ?? tellingOf(load(text), weights)
    if (tellings.size >= tellingsKept) tellings.clear()
    tellings.set(text, known)
    return known
  }
  return (a, b) => compareTellings(tellingFor(a), tellingFor(b), weights)
}

/**
 * All pairs of `distinct` that share enough of their rarest words, compared; `linked` says which are linked already.
 * How rare a word is, the texts `printed` tell: `distinct` with what is set aside of them.
 */
export function compareRetellings(
  distinct: readonly PreparedReport[],
  printed: readonly PreparedReport[],
  linked: (a: PreparedReport, b: PreparedReport) => boolean,
): readonly Comparison[] {
  if (!hasRareWords(printed.length)) return []
  const counter = termCounter()
  for (const { words } of printed) counter.add(words.hashes)
  const weights = weighTerms(counter.counts(), printed.length)
  const prints = printColumns(distinct.map(({ words }) => ({ hashes: rareTerms(words.hashes, weights) })))
  const pairs = pairColumns(buildPostingIndex(prints), retellingLimits)
  const compare = tellingComparer((text) => distinct[text]!, weights)
  const compared: Comparison[] = []
  for (const place of pairsWorthTelling(pairs, prints)) {
    const [a, b] = [pairs.a[place]!, pairs.b[place]!]
    const telling = compare(a, b)
    if (telling) compared.push({ a, b, telling, linked: linked(distinct[a]!, distinct[b]!) })
  }
  return compared
}

/**
 * Pairs that tell the same in the same order in other words, beside those that are linked by their text. Never claims a
 * direction: rare words in one order fit a common source, or two good reports of one event, as well.
 */
export function findRetellings(
  distinct: readonly PreparedReport[],
  compared: readonly Comparison[],
): readonly Link[] {
  const odds = weighOdds(distinct, compared)
  const company = companyOf(distinct.length, compared, odds)
  return compared.flatMap(({ a, b, telling, linked: known }, i) => {
    if (known || odds[i]! <= -companyOdds) return []
    if (odds[i]! > 0) return [linkOf(distinct[a]!, distinct[b]!, telling, orderReason)]
    return meets(company[a]!, company[b]!) ? [linkOf(distinct[a]!, distinct[b]!, telling, companyReason)] : []
  })
}

/** Two texts by their places, `a` before `b`; `linked` where their text links them already. */
export interface Comparison {
  readonly a: number
  readonly b: number
  readonly telling: Retelling
  readonly linked: boolean
}

const orderReason = "the same names and rare words stand in the same order"
const companyReason =
  "the same names and rare words stand in the same order, and both are linked with a third report"
const rivalReason = "one may be put in other words from the other, or both may tell of one event"

function weighOdds(distinct: readonly PreparedReport[], compared: readonly Comparison[]): Float64Array {
  const rivals = rivalsOf(distinct.length, compared)
  return Float64Array.from(compared, ({ a, b, telling }) => {
    const [x, y] = [distinct[a]!.words.count, distinct[b]!.words.count]
    const rival = Math.min(rivals(a, b), rivals(b, a))
    return retellingOdds({ telling, shorter: Math.min(x, y), longer: Math.max(x, y), rival })
  })
}

/** How close the nearest text comes to `text` that is no kin of `other`; 0 where none was compared. */
function rivalsOf(count: number, compared: readonly Comparison[]): (text: number, other: number) => number {
  const nearest: { readonly other: number; readonly closeness: number }[][] = Array.from(
    { length: count },
    () => [],
  )
  const kin = new Set<number>()
  for (const { a, b, telling, linked } of compared) {
    nearest[a]!.push({ other: b, closeness: telling.closeness })
    nearest[b]!.push({ other: a, closeness: telling.closeness })
    if (linked || isClose(telling)) kin.add(a * count + b)
  }
  for (const list of nearest) list.sort((x, y) => y.closeness - x.closeness || x.other - y.other)
  const isKin = (x: number, y: number): boolean => kin.has(Math.min(x, y) * count + Math.max(x, y))
  return (text, other) =>
    nearest[text]!.find((rival) => rival.other !== other && !isKin(other, rival.other))?.closeness ?? 0
}

function isClose({ closeness, immutables }: Retelling): boolean {
  return closeness >= kinClosenessMin || (closeness >= kinClosenessWithNamesMin && immutables >= namesKeptMin)
}

/** For every text those that it is linked with, by its text or by what it retells. */
function companyOf(
  count: number,
  compared: readonly Comparison[],
  odds: Float64Array,
): readonly ReadonlySet<number>[] {
  const company = Array.from({ length: count }, () => new Set<number>())
  compared.forEach(({ a, b, linked }, i) => {
    if (!linked && odds[i]! <= 0) return
    company[a]!.add(b)
    company[b]!.add(a)
  })
  return company
}

function meets(x: ReadonlySet<number>, y: ReadonlySet<number>): boolean {
  const [fewer, more] = x.size < y.size ? [x, y] : [y, x]
  for (const text of fewer) if (more.has(text)) return true
  return false
}

function linkOf(x: PreparedReport, y: PreparedReport, telling: Retelling, reason: string): Link {
  const swap = compareStrings(x.report.id, y.report.id) > 0
  const [a, b] = swap ? [y, x] : [x, y]
  const [rangeA, rangeB] = swap ? [telling.b, telling.a] : [telling.a, telling.b]
  const [aShare, bShare] = swap ? [telling.bShare, telling.aShare] : [telling.aShare, telling.bShare]
  return {
    a: a.report.id,
    b: b.report.id,
    kind: isClose(telling) ? "rewritten" : "shares",
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
