import type { Alignment } from "./align.ts"
import { isQuotedWord } from "./classify-link.ts"
import { creditTo } from "./credit-evidence.ts"
import { isMisprint } from "./misprint.ts"
import { type TimeRange, timeOrder } from "./published-time.ts"
import type { PreparedReport } from "./reuse-report.ts"
import { type SubstitutionBlock, substitutionBlocks } from "./substitution-blocks.ts"

/** One text of a group of near copies, with the earliest time at which any of its identical copies is dated. */
export interface GroupMember {
  readonly prepared: PreparedReport
  readonly time: TimeRange | null
}

/** What speaks for a step from one text to another, as a logarithm of odds, and in words. */
export interface Evidence {
  readonly weight: number
  readonly reasons: readonly string[]
}

const creditWeight = 6
const cutWeight = 1.1
const quoteWeight = 1
const misprintWeight = 1.5
const replacedWeight = 3
const cutWordsMin = 6
/** A word more or less is a slip; so many words are left out of a quotation on purpose. */
const quoteCutWordsMin = 3

/** A word replaced at so many places and standing nowhere any more was replaced throughout. */
const replacedMin = 2

/**
 * What two texts show of which was made from the other, both ways: from `a` to `b` and from `b` to `a`. Dates are
 * reasons here; they are weighed over the whole tree.
 */
export function stepEvidence(
  a: GroupMember,
  b: GroupMember,
  alignment: Alignment,
): readonly [Evidence, Evidence] {
  const there = sideEvidence(a, b, alignment)
  const back = sideEvidence(b, a, alignment)
  return [
    { weight: there.weight - back.weight, reasons: there.reasons },
    { weight: back.weight - there.weight, reasons: back.reasons },
  ]
}

function sideEvidence(parent: GroupMember, child: GroupMember, alignment: Alignment): Evidence {
  const reasons: string[] = []
  let weight = 0
  const speaks = (odds: number, reason: string): void => {
    weight += odds
    reasons.push(reason)
  }
  if (timeOrder(parent.time, child.time) > 0) speaks(0, "it is dated earlier")
  const credit = creditTo(child.prepared.report, parent.prepared.report)
  if (credit !== null) speaks(creditWeight, `the other credits it: “${credit}”`)
  const blocks = sidedBlocks(parent, alignment)
  if (cutsBetween(parent, alignment, blocks) > 0)
    speaks(cutWeight, "the other lacks passages of it, and a copy is sooner cut than filled up")
  const [own, other] = [parent.prepared, child.prepared]
  if (quotesCut(own, other, blocks) > quotesCut(other, own, blocks.map(turned)))
    speaks(quoteWeight, "the other leaves out words of it inside quotation marks")
  const misprint = misprintOf(own, other, blocks)
  if (misprint !== null) speaks(misprintWeight, `the other has a misprint that it has not: ${misprint}`)
  const replaced = replacedThroughout(own, other, blocks)
  if (replaced !== null) speaks(replacedWeight, `the other has ${replaced} throughout`)
  return { weight, reasons }
}

/** Blocks with the words of the one text as `a` and of the other as `b`. */
function sidedBlocks(parent: GroupMember, alignment: Alignment): readonly SubstitutionBlock[] {
  const blocks = substitutionBlocks(alignment)
  return alignment.a === parent.prepared ? blocks : blocks.map(turned)
}

function turned({ a, b }: SubstitutionBlock): SubstitutionBlock {
  return { a: b, b: a }
}

/** How many more stretches of several words `parent` has than the other. */
function cutsBetween(parent: GroupMember, { a, b }: Alignment, blocks: readonly SubstitutionBlock[]): number {
  let cuts = 0
  for (const block of blocks) {
    if (block.a.count >= cutWordsMin && block.b.count === 0) cuts++
    if (block.b.count >= cutWordsMin && block.a.count === 0) cuts--
  }
  const longer = (a === parent.prepared ? 1 : -1) * (a.words.count - b.words.count)
  return cuts !== 0 ? cuts : Math.abs(longer) >= 2 * cutWordsMin ? longer : 0
}

/** Words of one text in quotation marks that the other, quoting the words around, lacks. */
function quotesCut(own: PreparedReport, other: PreparedReport, blocks: readonly SubstitutionBlock[]): number {
  let cut = 0
  for (const { a, b } of blocks) {
    if (a.count < quoteCutWordsMin || b.count > 0 || b.first === 0 || b.first >= other.words.count) continue
    if (!isQuotedWord(own, a.first) || !isQuotedWord(own, a.first + a.count - 1)) continue
    if (isQuotedWord(other, b.first - 1) && isQuotedWord(other, b.first)) cut += a.count
  }
  return cut
}

/** A word of the other that is misspelt once and, as this text has it, right elsewhere in it; or null. */
function misprintOf(
  own: PreparedReport,
  other: PreparedReport,
  blocks: readonly SubstitutionBlock[],
): string | null {
  for (const { a, b } of blocks) {
    if (a.count !== 1 || b.count !== 1) continue
    const [right, odd] = [wordAt(own, a.first), wordAt(other, b.first)]
    if (!isMisprint(odd, right)) continue
    const [rightHash, oddHash] = [own.words.hashes[a.first]!, other.words.hashes[b.first]!]
    if (usesOf(other, oddHash) === 1 && usesOf(other, rightHash) > 0 && usesOf(own, oddHash) === 0)
      return `“${odd}” for “${right}”`
  }
  return null
}

/**
 * A word that stands at several places where this text has one and the same other, which the other text has nowhere
 * any more, though this one has the new word elsewhere too: back from the new word to two old ones no rule leads.
 */
function replacedThroughout(
  own: PreparedReport,
  other: PreparedReport,
  blocks: readonly SubstitutionBlock[],
): string | null {
  const seen = new Map<string, number>()
  for (const { a, b } of blocks) {
    if (a.count !== 1 || b.count !== 1) continue
    const [from, to] = [own.words.hashes[a.first]!, other.words.hashes[b.first]!]
    const key = `${from} ${to}`
    const uses = (seen.get(key) ?? 0) + 1
    seen.set(key, uses)
    if (uses >= replacedMin && usesOf(other, from) === 0 && usesOf(own, to) > 0)
      return `“${wordAt(other, b.first)}” for “${wordAt(own, a.first)}”`
  }
  return null
}

function wordAt({ report, words }: PreparedReport, place: number): string {
  const token = words.tokens[place]!
  return report.text.slice(report.tokens.starts[token]!, report.tokens.ends[token]!)
}

function usesOf({ words }: PreparedReport, hash: number): number {
  let uses = 0
  for (let i = words.hashes.indexOf(hash); i >= 0; i = words.hashes.indexOf(hash, i + 1)) uses++
  return uses
}
