import { compareStrings } from "../base/index.ts"
import type { Alignment } from "./align.ts"
import type { MergedText } from "./merged-texts.ts"
import type { PreparedReport } from "./reuse-report.ts"

/** Near copies explain so much of each other. */
const nearMin = 0.8

/** Partners of a text that are tried, those that differ least. */
const partnersMax = 12

/** Places nearer to each other than so many words are one change. */
const changeGapMax = 2

/** Variants of each of the two that the text must have. */
const variantsMin = 6

/** The order of the places is so much unlikelier by chance, as a logarithm: one in some sixty thousand. */
const surpriseMin = 11
/** Of the places so many may stand on the wrong side of the break. */
const strayPartMax = 0.08

/** Of the changes of its own that an even spread would put on either side, this part must stand there. */
const evenPartMin = 0.35

/** In a third text, changes on either side of the break: with fewer, the text may be what both were made from. */
const witnessPlacesMin = 2

/**
 * Texts put together from two of their own near copies: up to one place they have what the one has and the other not,
 * from there on what the other has. Where a text was copied from one, its variants in common with another lie all over
 * it. That the text may be what both were made from, by editors of whom each kept to one end, is ruled out by a fourth
 * text that differs from it at both ends at the same places (the test of the four gametes: Hudson & Kaplan, Genetics
 * 1985). Sorted by child. Cost: the changes between a text and its partners, times the square of their bounded number.
 */
export function findMixed(alignments: readonly Alignment[]): readonly MergedText[] {
  const partners = new Map<PreparedReport, Partner[]>()
  for (const alignment of alignments) {
    if (Math.min(alignment.link.aShare, alignment.link.bShare) < nearMin) continue
    for (const side of ["a", "b"] as const) {
      const [own, source] = side === "a" ? [alignment.a, alignment.b] : [alignment.b, alignment.a]
      const list = partners.get(own) ?? []
      partners.set(own, list)
      list.push({ source, places: changedPlaces(alignment, side) })
    }
  }
  const drafts: Draft[] = []
  for (const [child, list] of partners) {
    list.sort(
      (x, y) => x.places.length - y.places.length || compareStrings(x.source.report.id, y.source.report.id),
    )
    const draft = list.length < 3 ? null : bestDraft(child, list.slice(0, partnersMax))
    if (draft) drafts.push(draft)
  }
  return withoutCopies(drafts, partners).sort((x, y) => compareStrings(x.child.report.id, y.child.report.id))
}

interface Partner {
  readonly source: PreparedReport
  /** Where the text under question has other words than the source, ascending, each change once. */
  readonly places: readonly number[]
}

interface Draft {
  readonly child: PreparedReport
  /** What stands first in the text, and what last. */
  readonly first: Partner
  readonly second: Partner
  /** Changes from both. */
  readonly own: number
  /** Changes from the other at places where the text agrees with the first, and the reverse. */
  readonly likeFirst: number
  readonly likeSecond: number
  readonly surprise: number
}

function changedPlaces({ passages }: Alignment, side: "a" | "b"): readonly number[] {
  const other = side === "a" ? "b" : "a"
  const runs = passages.flatMap((passage) => passage.runs).sort((x, y) => x[side] - y[side])
  const places: number[] = []
  for (let i = 1; i < runs.length; i++) {
    const [before, after] = [runs[i - 1]!, runs[i]!]
    const gap = after[side] - before[side] - before.length
    if (gap === 0 && after[other] === before[other] + before.length) continue
    const place = before[side] + before.length
    const last = places.at(-1)
    if (last === undefined || place - last > changeGapMax) places.push(place)
  }
  return places
}

function bestDraft(child: PreparedReport, list: readonly Partner[]): Draft | null {
  let best: Draft | null = null
  for (const x of list)
    for (const y of list) {
      if (x === y) continue
      const draft = draftOf(child, x, y)
      if (
        !draft ||
        (best && (draft.own > best.own || (draft.own === best.own && draft.surprise <= best.surprise)))
      )
        continue
      const placesX = notAmong(y.places, x.places)
      const placesY = notAmong(x.places, y.places)
      const isWitnessed = list.some(
        ({ places }) =>
          placesX.length - notAmong(placesX, places).length >= witnessPlacesMin &&
          placesY.length - notAmong(placesY, places).length >= witnessPlacesMin,
      )
      if (isWitnessed) best = draft
    }
  return best
}

/** The text as the words of `first` up to some place and those of `second` from there on; null where it is not so. */
function draftOf(child: PreparedReport, first: Partner, second: Partner): Draft | null {
  const likeFirst = notAmong(second.places, first.places)
  const likeSecond = notAmong(first.places, second.places)
  const count = likeFirst.length + likeSecond.length
  if (Math.min(likeFirst.length, likeSecond.length) < variantsMin) return null
  const { strays, place } = bestBreak(likeFirst, likeSecond)
  if (strays > strayPartMax * count) return null
  if (!isEven(notAmong(first.places, likeSecond), place / child.words.count, place)) return null
  const surprise = logChoose(count, likeFirst.length) - logChoose(count, strays)
  if (surprise < surpriseMin) return null
  const own = first.places.length - likeSecond.length
  return {
    child,
    first,
    second,
    own,
    likeFirst: likeFirst.length,
    likeSecond: likeSecond.length,
    surprise,
  }
}

/** Both ascending. */
function notAmong(places: readonly number[], others: readonly number[]): readonly number[] {
  let at = 0
  return places.filter((place) => {
    while (at < others.length && others[at]! < place - changeGapMax) at++
    return at >= others.length || others[at]! > place + changeGapMax
  })
}

/**
 * Whoever puts two texts together edits both parts. Changes of its own on one side alone are those of a text of which
 * the other part was taken into one of the two.
 */
function isEven(own: readonly number[], partBefore: number, place: number): boolean {
  const before = own.filter((at) => at < place).length
  const [asked, askedAfter] = [partBefore, 1 - partBefore].map((part) => evenPartMin * part * own.length)
  return before >= Math.floor(asked!) && own.length - before >= Math.floor(askedAfter!)
}

/** Where to break so that the fewest places of the first stand behind and of the second before it, and how many do. */
function bestBreak(
  first: readonly number[],
  second: readonly number[],
): { readonly strays: number; readonly place: number } {
  let strays = first.length
  let fewest = strays
  let breakPlace = 0
  for (let [i, j] = [0, 0]; i < first.length || j < second.length; ) {
    let place: number
    if (j >= second.length || (i < first.length && first[i]! < second[j]!)) {
      place = first[i++]! + 1
      strays--
    } else {
      place = second[j++]! + 1
      strays++
    }
    if (strays >= fewest) continue
    fewest = strays
    breakPlace = place
  }
  return { strays: fewest, place: breakPlace }
}

function logChoose(count: number, chosen: number): number {
  let sum = 0
  for (let i = 1; i <= Math.min(chosen, count - chosen); i++) sum += Math.log((count - i + 1) / i)
  return sum
}

/**
 * Those that no single text explains as well as the two: a copy of such a text is mixed alike, and nearer to it than to
 * both. Of two that are near to each other the one with fewer changes of its own is what the other was copied from; of
 * two that each would be a parent of the other the likelier stands.
 */
function withoutCopies(
  drafts: readonly Draft[],
  partners: ReadonlyMap<PreparedReport, readonly Partner[]>,
): MergedText[] {
  const sorted = [...drafts].sort(
    (x, y) => x.own - y.own || compareStrings(x.child.report.id, y.child.report.id),
  )
  const later = new Set(sorted.map(({ child }) => child))
  const copiesOf = new Map<PreparedReport, PreparedReport[]>()
  const kept: Draft[] = []
  for (const draft of sorted) {
    later.delete(draft.child)
    const nearer = partners.get(draft.child)!.filter(({ places }) => places.length <= draft.own)
    const origin = nearer.find(({ source }) => !later.has(source))?.source
    if (origin) copiesOf.get(origin)?.push(draft.child)
    else {
      kept.push(draft)
      copiesOf.set(draft.child, [])
    }
  }
  const byChild = new Map(kept.map((draft) => [draft.child, draft]))
  const isTurned = (draft: Draft): boolean =>
    [draft.first, draft.second].some(({ source }) => {
      const other = byChild.get(source)
      return (
        other !== undefined &&
        (other.first.source === draft.child || other.second.source === draft.child) &&
        other.surprise > draft.surprise
      )
    })
  return kept
    .filter((draft) => !isTurned(draft))
    .map(({ child, first, second, likeFirst, likeSecond }) => ({
      child,
      first: first.source,
      second: second.source,
      copies: copiesOf.get(child)!,
      reasons: [
        `the other follows ${first.source.report.id} up to one place and ${second.source.report.id} from there on: ${likeFirst} variants of the one, then ${likeSecond} of the other`,
      ],
    }))
}
