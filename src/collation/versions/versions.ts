import { type Span, spanText } from "../../base/index.ts"
import { firstTokenFrom, isWordToken, type Tokens, tokenize } from "../../language/index.ts"
import { alignSequences } from "./alignment.ts"
import { EditList, type TextEdit } from "./edits.ts"
import { type Segment, segmentNumbers, segmentsOf } from "./segments.ts"

/**
 * The edits that make `after` of `before`: sorted and not overlapping on either side, so that putting
 * `after.slice(edit.after)` in the place of each `edit.before` gives `after`, byte for byte. Equal sentences are
 * aligned first, then like sentences, then the words within them; marks and spaces follow their words.
 * Cost: linear in the two lengths, with a large constant for text that was shuffled.
 */
export function diffTexts(before: string, after: string): readonly TextEdit[] {
  const sides = sidesOf(before, after)
  const runs = runsBetween(sides)
  const moved = movedSegments(sides, runs)
  const edits = new EditList(before, after)
  for (const run of runs) {
    diffRun(sides, run, moved, edits)
    for (let i = 0; i < run.equalAfter; i++)
      edits.meet(sides.before.segments[run.aEnd + i]!.end, sides.after.segments[run.bEnd + i]!.end)
  }
  return edits.finished()
}

/** `before` with the edits carried out. */
export function applyEdits(before: string, edits: readonly TextEdit[], after: string): string {
  let text = ""
  let at = 0
  for (const edit of edits) {
    text += before.slice(at, edit.before.start) + spanText(after, edit.after)
    at = edit.before.end
  }
  return text + before.slice(at)
}

interface Side {
  readonly text: string
  readonly tokens: Tokens
  readonly segments: readonly Segment[]
  readonly numbers: Uint32Array
}

interface Sides {
  readonly before: Side
  readonly after: Side
}

function sidesOf(before: string, after: string): Sides {
  const [a, b] = [segmentsOf(before), segmentsOf(after)]
  const numbers = segmentNumbers(before, a, after, b)
  return {
    before: { text: before, tokens: tokenize(before), segments: a, numbers: numbers.before },
    after: { text: after, tokens: tokenize(after), segments: b, numbers: numbers.after },
  }
}

/** Segments without equals on the other side, from `aStart` to `aEnd` and `bStart` to `bEnd`, and those equal after. */
interface Run {
  readonly aStart: number
  readonly aEnd: number
  readonly bStart: number
  readonly bEnd: number
  readonly equalAfter: number
}

function runsBetween({ before, after }: Sides): readonly Run[] {
  const partners = alignSequences(before.numbers, after.numbers)
  const runs: Run[] = []
  let [a, b] = [0, 0]
  while (a < partners.length || b < after.segments.length) {
    const [aStart, bStart] = [a, b]
    while (a < partners.length && partners[a] === -1) a++
    b = a < partners.length ? partners[a]! : after.segments.length
    const [aEnd, bEnd] = [a, b]
    while (a < partners.length && partners[a] === b) {
      a++
      b++
    }
    runs.push({ aStart, aEnd, bStart, bEnd, equalAfter: a - aEnd })
  }
  return runs
}

/** Runs of more pairs of segments are compared word by word as a whole. */
const segmentPairsMax = 2_500
/** A passage shorter than this stands in two places by chance. */
const movedLengthMin = 20

interface MovedSegments {
  readonly before: ReadonlySet<number>
  readonly after: ReadonlySet<number>
}

/** Segments that stand once among what is left on either side: they moved. */
function movedSegments({ before, after }: Sides, runs: readonly Run[]): MovedSegments {
  const small = runs.filter(isSmall)
  const left = (side: Side, spans: readonly (readonly [number, number])[]): Map<number, number> => {
    const places = new Map<number, number>()
    for (const [start, end] of spans)
      for (let at = start; at < end; at++) {
        const number = side.numbers[at]!
        places.set(number, places.has(number) ? -1 : at)
      }
    return places
  }
  const [a, b] = [
    left(
      before,
      small.map(({ aStart, aEnd }) => [aStart, aEnd] as const),
    ),
    left(
      after,
      small.map(({ bStart, bEnd }) => [bStart, bEnd] as const),
    ),
  ]
  const moved = { before: new Set<number>(), after: new Set<number>() }
  for (const [number, from] of a) {
    const to = b.get(number)
    if (from < 0 || to === undefined || to < 0) continue
    const { start, wordsEnd } = before.segments[from]!
    if (wordsEnd - start < movedLengthMin) continue
    moved.before.add(from)
    moved.after.add(to)
  }
  return moved
}

function isSmall({ aStart, aEnd, bStart, bEnd }: Run): boolean {
  return (aEnd - aStart) * (bEnd - bStart) <= segmentPairsMax
}

function diffRun(sides: Sides, run: Run, moved: MovedSegments, edits: EditList): void {
  const { before, after } = sides
  if (!isSmall(run)) {
    diffWords(
      sides,
      rangeOf(before.segments, run.aStart, run.aEnd),
      rangeOf(after.segments, run.bStart, run.bEnd),
      edits,
    )
    return
  }
  let [a, b] = [run.aStart, run.bStart]
  for (const [i, j] of [...likePairs(sides, run, moved), [run.aEnd, run.bEnd] as const]) {
    for (; a < i; a++) edits.drop(before.segments[a]!, moved.before.has(a))
    for (; b < j; b++) edits.add(after.segments[b]!, moved.after.has(b))
    if (i === run.aEnd || j === run.bEnd) break
    diffWords(sides, before.segments[i]!, after.segments[j]!, edits)
    a = i + 1
    b = j + 1
  }
}

function rangeOf(segments: readonly Segment[], start: number, end: number): Segment {
  const last = segments[end - 1]!
  return { start: segments[start]!.start, wordsEnd: last.wordsEnd, end: last.end }
}

/** Sentences that share less than this part of their words are two sentences. */
const likenessMin = 0.4

/** The pairs of like segments in a run: the chain with the greatest summed likeness. */
function likePairs(
  { before, after }: Sides,
  run: Run,
  moved: MovedSegments,
): readonly (readonly [number, number])[] {
  const rows = run.aEnd - run.aStart
  const columns = run.bEnd - run.bStart
  if (rows === 0 || columns === 0) return []
  const bags = {
    a: Array.from({ length: rows }, (_, i) => wordBag(before, run.aStart + i)),
    b: Array.from({ length: columns }, (_, j) => wordBag(after, run.bStart + j)),
  }
  const width = columns + 1
  const likeness = new Float64Array(rows * columns)
  const best = new Float64Array((rows + 1) * width)
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--) {
      const free = !moved.before.has(run.aStart + i) && !moved.after.has(run.bStart + j)
      const like = free ? likenessOf(bags.a[i]!, bags.b[j]!) : 0
      likeness[i * columns + j] = like
      best[i * width + j] = Math.max(
        best[(i + 1) * width + j]!,
        best[i * width + j + 1]!,
        like >= likenessMin ? best[(i + 1) * width + j + 1]! + like : 0,
      )
    }
  const pairs: (readonly [number, number])[] = []
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    const like = likeness[i * columns + j]!
    if (like >= likenessMin && best[i * width + j] === best[(i + 1) * width + j + 1]! + like) {
      pairs.push([run.aStart + i, run.bStart + j])
      i++
      j++
    } else if (best[i * width + j] === best[(i + 1) * width + j]) i++
    else j++
  }
  return pairs
}

function wordBag(side: Side, segment: number): ReadonlyMap<number, number> {
  const { start, wordsEnd } = side.segments[segment]!
  const bag = new Map<number, number>()
  const { tokens } = side
  for (let i = firstTokenFrom(tokens, start); i < tokens.count && tokens.starts[i]! < wordsEnd; i++)
    if (isWordToken(tokens, i)) bag.set(tokens.hashes[i]!, (bag.get(tokens.hashes[i]!) ?? 0) + 1)
  return bag
}

/** Twice the shared words over all words (Dice 1945). */
function likenessOf(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): number {
  let [shared, all] = [0, 0]
  for (const [word, count] of a) {
    shared += Math.min(count, b.get(word) ?? 0)
    all += count
  }
  for (const count of b.values()) all += count
  return all === 0 ? 0 : (2 * shared) / all
}

interface Words {
  readonly hashes: Uint32Array
  readonly starts: Uint32Array
  readonly ends: Uint32Array
}

function wordsIn({ tokens }: Side, { start, end }: Span): Words {
  const indexes: number[] = []
  for (let i = firstTokenFrom(tokens, start); i < tokens.count && tokens.starts[i]! < end; i++)
    if (isWordToken(tokens, i)) indexes.push(i)
  return {
    hashes: Uint32Array.from(indexes, (i) => tokens.hashes[i]!),
    starts: Uint32Array.from(indexes, (i) => tokens.starts[i]!),
    ends: Uint32Array.from(indexes, (i) => tokens.ends[i]!),
  }
}

/** Aligns the words of two passages; what stands between aligned words is compared as it stands. */
function diffWords(sides: Sides, from: Segment, to: Segment, edits: EditList): void {
  const [a, b] = [wordsIn(sides.before, from), wordsIn(sides.after, to)]
  const partners = alignSequences(a.hashes, b.hashes)
  for (let i = 0; i < partners.length; i++) {
    const j = partners[i]!
    if (j < 0) continue
    edits.meet(a.starts[i]!, b.starts[j]!)
    edits.meet(a.ends[i]!, b.ends[j]!)
  }
  edits.meet(from.end, to.end)
}
