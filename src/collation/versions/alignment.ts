import { anchorsBetween } from "../anchors.ts"

/** Below this many cells two runs are compared exactly. */
const cellsMax = 40_000
/** How far ahead the greedy way looks for the next equal item. */
const lookAheadMax = 256
/** Runs are parted at their unique items this often at most, one part inside the other. */
const depthMax = 64

/**
 * For each item of `a` the index of its partner in `b`, or -1: a chain that rises in both. Items that stand once on
 * both sides are the anchors (patience diff, Cohen 2010); between them short runs get their longest common
 * subsequence, and long ones without an anchor the first partners that come, so that no input costs more than the
 * length times a constant.
 */
export function alignSequences(a: Uint32Array, b: Uint32Array): Int32Array {
  const partners = new Int32Array(a.length).fill(-1)
  const waiting: Run[] = [{ aStart: 0, aEnd: a.length, bStart: 0, bEnd: b.length, depth: 0 }]
  for (let run = waiting.pop(); run !== undefined; run = waiting.pop()) {
    let { aStart, aEnd, bStart, bEnd } = run
    while (aStart < aEnd && bStart < bEnd && a[aStart] === b[bStart]) partners[aStart++] = bStart++
    while (aStart < aEnd && bStart < bEnd && a[aEnd - 1] === b[bEnd - 1]) partners[--aEnd] = --bEnd
    if (aStart === aEnd || bStart === bEnd) continue
    const trimmed = { aStart, aEnd, bStart, bEnd, depth: run.depth + 1 }
    if ((aEnd - aStart) * (bEnd - bStart) <= cellsMax) alignExactly(a, b, trimmed, partners)
    else if (run.depth >= depthMax || !alignAnchors(a, b, trimmed, partners, waiting))
      alignGreedily(a, b, trimmed, partners)
  }
  return partners
}

interface Run {
  readonly aStart: number
  readonly aEnd: number
  readonly bStart: number
  readonly bEnd: number
  readonly depth: number
}

/** Sets the anchors' partners and leaves the runs between them waiting; false where there is no anchor. */
function alignAnchors(
  a: Uint32Array,
  b: Uint32Array,
  run: Run,
  partners: Int32Array,
  waiting: Run[],
): boolean {
  const anchors = anchorsBetween(a.subarray(run.aStart, run.aEnd), b.subarray(run.bStart, run.bEnd), 1)
  if (anchors.length === 0) return false
  let { aStart, bStart } = run
  for (const { a: aAt, b: bAt, length } of anchors) {
    const [aFrom, bFrom] = [run.aStart + aAt, run.bStart + bAt]
    for (let i = 0; i < length; i++) partners[aFrom + i] = bFrom + i
    waiting.push({ aStart, aEnd: aFrom, bStart, bEnd: bFrom, depth: run.depth })
    aStart = aFrom + length
    bStart = bFrom + length
  }
  waiting.push({ aStart, aEnd: run.aEnd, bStart, bEnd: run.bEnd, depth: run.depth })
  return true
}

/** Longest common subsequence (Wagner & Fischer 1974); of equal ones the earliest partners win. */
function alignExactly(a: Uint32Array, b: Uint32Array, run: Run, partners: Int32Array): void {
  const rows = run.aEnd - run.aStart
  const columns = run.bEnd - run.bStart
  const width = columns + 1
  const lengths = new Uint16Array((rows + 1) * width)
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[run.aStart + i] === b[run.bStart + j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!)
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    if (a[run.aStart + i] === b[run.bStart + j]) partners[run.aStart + i++] = run.bStart + j++
    else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i++
    else j++
  }
}

function alignGreedily(a: Uint32Array, b: Uint32Array, run: Run, partners: Int32Array): void {
  const places = new Map<number, number[]>()
  for (let j = run.bStart; j < run.bEnd; j++) {
    const known = places.get(b[j]!)
    if (known) known.push(j)
    else places.set(b[j]!, [j])
  }
  const used = new Map<number, number>()
  let from = run.bStart
  for (let i = run.aStart; i < run.aEnd; i++) {
    const known = places.get(a[i]!)
    if (!known) continue
    let at = used.get(a[i]!) ?? 0
    while (at < known.length && known[at]! < from) at++
    used.set(a[i]!, at)
    const j = known[at]
    if (j === undefined || j - from > lookAheadMax) continue
    partners[i] = j
    from = j + 1
  }
}
