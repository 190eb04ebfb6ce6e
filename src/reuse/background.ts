import { type Fingerprints, fingerprint } from "./fingerprint.ts"
import type { PostingIndex } from "./posting-index.ts"
import { type Relation, relatednessOf } from "./relatedness.ts"
import type { PreparedReport } from "./reuse-report.ts"
import { evenlySpread } from "./spread.ts"

/** Words of one text that many texts print which are otherwise unlike each other: no sign that one took from another. */
export interface BackgroundRun {
  /** The first counted word, and how many. */
  readonly first: number
  readonly count: number
  /** Distinct texts that print it; of a run whose parts are printed by more and by fewer, the most. */
  readonly texts: number
  /** The postings that show it, ascending: two runs that hold one of them are one background. */
  readonly postings: readonly number[]
}

/** So many texts, each unlike every other but for the run, make it background. */
const unlikeTextsMin = 3

/** Of the pairs of those that print it and are no copies, this part is unlike: a statement's holders share its story. */
const unlikePartMin = 0.6

/** Of those that print a run so many are asked, evenly spread in rank; and so many are tried as the first. */
const askedMax = 12
const firstsMax = 3

/** Shorter runs are set phrases, which never make a link. */
export const backgroundWordsMin = 10

/** Words that vary between two runs of background (a date, a name of a reporter) belong to it. */
const gapWordsMax = 4

/** A text of which background would leave less than this part is a report that others print whole. */
const ownPartMin = 0.15

/** A text's counted words and fingerprints: cheaper to come by than the text. */
export interface PrintedWords {
  readonly words: Uint32Array
  readonly prints: Fingerprints
}

/** The texts of an index by their places. */
export interface IndexedTexts {
  readonly load: (text: number) => PreparedReport
  readonly printed: (text: number) => PrintedWords
}

/**
 * What each text holds of background: paragraphs about an agency, legal lines, invitations to subscribe, paragraphs of
 * earlier events that stand in report after report. A run is background by its spread: of the texts that print it,
 * three or more share next to nothing else, neither text nor names. A statement that all reports of a story print is
 * none, since those share the story. A text that is made of little else is a report, and what it holds is no
 * background. By place of the text; a text without background is left out. The same for any order of the texts. `load`
 * gives the text of a place of the index. Cost: for every fingerprint that three texts hold, at most some dozens of
 * comparisons of neighbouring words.
 */
export function findBackground(
  load: (text: number) => PreparedReport,
  index: PostingIndex,
): ReadonlyMap<number, readonly BackgroundRun[]> {
  const known = new Map<number, PrintedWords>()
  const printed = (text: number): PrintedWords => {
    const kept = known.get(text)
    if (kept) return kept
    const { words } = load(text)
    const made = { words: words.hashes, prints: fingerprint(words) }
    known.set(text, made)
    return made
  }
  const found = spreadRuns({ load, printed }, index, 0, index.starts.length - 1)
  return joinBackground(found, (text) => load(text).words.count)
}

/** The runs that the postings [first, last) show to be background, if no text is made of it. */
export function spreadRuns(
  { load, printed }: IndexedTexts,
  index: PostingIndex,
  first: number,
  last: number,
): readonly PostingRuns[] {
  const relation = relatednessOf(
    (text) => ({ prepared: load(text), prints: printed(text).prints }),
    index.textOfRank.length,
  )
  const found: PostingRuns[] = []
  for (let posting = first; posting < last; posting++) {
    const holders = index.starts[posting + 1]! - index.starts[posting]!
    if (holders < unlikeTextsMin) continue
    const witnesses = unlikeWitnesses(asked(printed, index, posting), relation)
    if (witnesses === null) continue
    const runs: TextRun[] = []
    for (const holder of holdersOf(printed, index, posting)) {
      const run = agreedRun(holder, witnesses)
      if (run.count >= backgroundWordsMin) runs.push(run)
    }
    found.push({ posting, holders, runs })
  }
  return found
}

/** One fingerprint in one text, at one place. */
interface Holder {
  readonly text: number
  readonly words: Uint32Array
  readonly place: number
}

/** Counted words of one text. */
export interface TextRun {
  readonly text: number
  readonly first: number
  readonly count: number
}

/** What one posting shows. */
export interface PostingRuns {
  readonly posting: number
  readonly holders: number
  readonly runs: readonly TextRun[]
}

function* holdersOf(
  printed: (text: number) => PrintedWords,
  index: PostingIndex,
  posting: number,
): Generator<Holder> {
  for (let i = index.starts[posting]!; i < index.starts[posting + 1]!; i++) {
    const text = index.textOfRank[index.ranks[i]!]!
    const { words, prints } = printed(text)
    const { hashes, places } = prints
    for (
      let at = hashes.indexOf(index.keys[posting]!);
      at >= 0;
      at = hashes.indexOf(index.keys[posting]!, at + 1)
    )
      yield { text, words, place: places[at]! }
  }
}

/** Some holders, by their first places. */
function asked(
  printed: (text: number) => PrintedWords,
  index: PostingIndex,
  posting: number,
): readonly Holder[] {
  const ranks = index.ranks.subarray(index.starts[posting]!, index.starts[posting + 1]!)
  return evenlySpread(ranks, askedMax).map((rank) => {
    const text = index.textOfRank[rank]!
    const { words, prints } = printed(text)
    const { hashes, places } = prints
    return { text, words, place: places[hashes.indexOf(index.keys[posting]!)]! }
  })
}

/** Holders that share a long run, each unlike every other; null where there are too few. */
function unlikeWitnesses(
  holders: readonly Holder[],
  relation: (x: number, y: number) => Relation,
): readonly Holder[] | null {
  for (let start = 0; start < Math.min(firstsMax, holders.length - unlikeTextsMin + 1); start++) {
    const witnesses = [holders[start]!]
    const later = holders.slice(start + 1).filter((holder) => shareRun(holder, witnesses[0]!))
    if (later.length + 1 < unlikeTextsMin) continue
    for (const holder of later) {
      const fits = witnesses.every(
        (witness) => shareRun(holder, witness) && relation(holder.text, witness.text) === "unlike",
      )
      if (fits) witnesses.push(holder)
      if (witnesses.length < unlikeTextsMin) continue
      return areMostlyUnlike(
        holders.filter((other) => other === witnesses[0] || shareRun(other, witnesses[0]!)),
        relation,
      )
        ? witnesses
        : null
    }
  }
  return null
}

function areMostlyUnlike(holders: readonly Holder[], relation: (x: number, y: number) => Relation): boolean {
  let [unlike, alike] = [0, 0]
  for (const [i, x] of holders.entries())
    for (const y of holders.slice(i + 1)) {
      const found = relation(x.text, y.text)
      if (found === "unlike") unlike++
      if (found === "alike") alike++
    }
  return unlike >= unlikePartMin * (unlike + alike)
}

function shareRun(x: Holder, y: Holder): boolean {
  return commonWords(x, y, -1) + commonWords(x, y, 1) >= backgroundWordsMin
}

/** Words that two have alike from the fingerprint's first word on, or before it. */
function commonWords(x: Holder, y: Holder, step: 1 | -1): number {
  let [i, j] = step > 0 ? [x.place, y.place] : [x.place - 1, y.place - 1]
  let count = 0
  while (i >= 0 && j >= 0 && i < x.words.length && j < y.words.length && x.words[i] === y.words[j]) {
    i += step
    j += step
    count++
  }
  return count
}

/** As far as the words agree with two witnesses: with one alone it may share more than background. */
function agreedRun(holder: Holder, witnesses: readonly Holder[]): TextRun {
  const others = witnesses.filter(({ text }) => text !== holder.text)
  const second = (step: 1 | -1): number =>
    others.map((witness) => commonWords(holder, witness, step)).sort((x, y) => y - x)[1] ?? 0
  const before = second(-1)
  return { text: holder.text, first: holder.place - before, count: before + second(1) }
}

/** The runs of each text joined, but for postings that would leave some text with next to nothing of its own. */
export function joinBackground(
  found: readonly PostingRuns[],
  wordCount: (text: number) => number,
): ReadonlyMap<number, readonly BackgroundRun[]> {
  const refused = new Set<number>()
  for (const [text, runs] of joinRuns(found, wordCount)) {
    const covered = runs.reduce((sum, { count }) => sum + count, 0)
    if (wordCount(text) - covered >= ownPartMin * wordCount(text)) continue
    for (const { postings } of runs) for (const posting of postings) refused.add(posting)
  }
  if (refused.size === 0) return joinRuns(found, wordCount)
  return joinRuns(
    found.filter(({ posting }) => !refused.has(posting)),
    wordCount,
  )
}

function joinRuns(
  found: readonly PostingRuns[],
  wordCount: (text: number) => number,
): ReadonlyMap<number, readonly BackgroundRun[]> {
  const byText = new Map<number, { run: TextRun; posting: number; holders: number }[]>()
  for (const { posting, holders, runs } of found)
    for (const run of runs) {
      const list = byText.get(run.text)
      if (list) list.push({ run, posting, holders })
      else byText.set(run.text, [{ run, posting, holders }])
    }
  return new Map([...byText].map(([text, list]) => [text, joinNear(list, wordCount(text))]))
}

function joinNear(
  list: readonly { readonly run: TextRun; readonly posting: number; readonly holders: number }[],
  words: number,
): readonly BackgroundRun[] {
  const joined: { first: number; end: number; texts: number; postings: Set<number> }[] = []
  const sorted = [...list].sort(
    (x, y) => x.run.first - y.run.first || y.run.count - x.run.count || x.posting - y.posting,
  )
  for (const { run, posting, holders } of sorted) {
    const last = joined.at(-1)
    const end = Math.min(words, run.first + run.count)
    if (last && run.first <= last.end + gapWordsMax) {
      last.end = Math.max(last.end, end)
      last.texts = Math.max(last.texts, holders)
      last.postings.add(posting)
    } else joined.push({ first: run.first, end, texts: holders, postings: new Set([posting]) })
  }
  return joined.map(({ first, end, texts, postings }) => ({
    first,
    count: end - first,
    texts,
    postings: [...postings].sort((x, y) => x - y),
  }))
}
