import type { Vocabulary } from "./vocabulary.ts"

/** One row of a table under construction: which forms stand in it, and how often. */
export interface ProfileRow {
  /** Form ids, ascending, and the number of witnesses that print each. */
  readonly ids: number[]
  readonly counts: number[]
  present: number
  /** By witness number: the index of its token, or -1. */
  readonly cells: Int32Array
}

export function addToRow(row: ProfileRow, witness: number, token: number, id: number): void {
  row.cells[witness] = token
  row.present++
  let at = 0
  while (at < row.ids.length && row.ids[at]! < id) at++
  if (row.ids[at] === id) row.counts[at] = row.counts[at]! + 1
  else {
    row.ids.splice(at, 0, id)
    row.counts.splice(at, 0, 1)
  }
}

export function removeFromRow(row: ProfileRow, witness: number, id: number): void {
  row.cells[witness] = -1
  row.present--
  const at = row.ids.indexOf(id)
  if (row.counts[at] === 1) {
    row.ids.splice(at, 1)
    row.counts.splice(at, 1)
  } else row.counts[at] = row.counts[at]! - 1
}

/** The form that most witnesses print in this row; of equals the first in the order of strings. */
export function commonest(row: ProfileRow): number {
  let best = 0
  for (let at = 1; at < row.ids.length; at++) if (row.counts[at]! > row.counts[best]!) best = at
  return row.ids[best]!
}

export interface AlignmentCosts {
  /** What a gap costs to begin and to go on. */
  readonly gapOpen: number
  readonly gapExtend: number
  /** The part of its cost that a gap has before the first word of a witness or after its last. */
  readonly endGapShare: number
  /** Any two words are alike or not. Otherwise like spellings and numbers are nearer, and long words count for more. */
  readonly even: boolean
}

/** Two gaps cost more than one substitution. Words before the first and after the last are commonly just not there. */
export const usualCosts: AlignmentCosts = { gapOpen: 4, gapExtend: 2, endGapShare: 0.25, even: false }
/** For texts that are all whole. */
export const wholeEndCosts: AlignmentCosts = { ...usualCosts, endGapShare: 1 }
/** Levenshtein's: each word put in, left out or replaced is one. */
export const evenCosts: AlignmentCosts = { gapOpen: 1, gapExtend: 1, endGapShare: 1, even: true }

/** Leaving out two marks costs less than two equal ones are worth, and next to nothing, so that no number outweighs a word. */
const markGapShare = 0.02

const fromMatch = 0
const fromSkip = 1
const fromInsert = 2

/**
 * Places `tokens` (form ids) on `rows`: for each token the row it belongs to, or -1 for one that needs a row of its
 * own. `ends` says whether the witness begins and ends here. Gotoh's alignment with affine gaps (1982) against a
 * profile: a row is worth the best of its forms, and passing it over costs by the share of witnesses that have
 * something there. Cost: tokens times rows.
 */
export function alignToRows(
  tokens: ArrayLike<number>,
  rows: readonly ProfileRow[],
  witnessCount: number,
  vocabulary: Vocabulary,
  ends: { readonly first: boolean; readonly last: boolean; readonly costs: AlignmentCosts },
): Int32Array {
  const width = rows.length
  if (tokens.length === 0 || width === 0) return new Int32Array(tokens.length).fill(-1)
  const trace = new Uint8Array((tokens.length + 1) * (width + 1))
  const skipCosts = Float64Array.from(
    rows,
    (row) => (row.present / Math.max(1, witnessCount)) * gapShare(commonest(row), vocabulary),
  )
  const { costs } = ends
  const scoreRow = rowScorer(rows, witnessCount, vocabulary, costs)
  let above = firstLine(skipCosts, costs, ends.first ? costs.endGapShare : 1, trace)
  let line = emptyLine(width)
  for (let i = 1; i <= tokens.length; i++) {
    const endShare = i === tokens.length && ends.last ? costs.endGapShare : 1
    const scores = scoreRow(tokens[i - 1]!)
    fillLine(above, line, {
      scores,
      skipCosts,
      endShare,
      gaps: costs,
      insertCost: gapShare(tokens[i - 1]!, vocabulary),
      trace: trace.subarray(i * (width + 1), (i + 1) * (width + 1)),
    })
    ;[above, line] = [line, above]
  }
  const { match, skip, insert } = above
  const last =
    match[width]! >= skip[width]! && match[width]! >= insert[width]!
      ? fromMatch
      : skip[width]! >= insert[width]!
        ? fromSkip
        : fromInsert
  return traced(trace, tokens.length, width, last)
}

function gapShare(id: number, vocabulary: Vocabulary): number {
  return vocabulary.kinds[id] === "mark" ? markGapShare : 1
}

/** The best scores of one token's line, by the step that ends there. */
interface Line {
  readonly match: Float64Array
  readonly skip: Float64Array
  readonly insert: Float64Array
}

function emptyLine(width: number): Line {
  const column = (): Float64Array => new Float64Array(width + 1).fill(Number.NEGATIVE_INFINITY)
  return { match: column(), skip: column(), insert: column() }
}

function firstLine(
  skipCosts: Float64Array,
  { gapOpen, gapExtend }: AlignmentCosts,
  endShare: number,
  trace: Uint8Array,
): Line {
  const line = emptyLine(skipCosts.length)
  line.match[0] = 0
  let sum = 0
  for (let j = 1; j <= skipCosts.length; j++) {
    sum -= (j === 1 ? gapOpen : gapExtend) * skipCosts[j - 1]! * endShare
    line.skip[j] = sum
    trace[j] = (j === 1 ? fromMatch : fromSkip) << 2
  }
  return line
}

interface LineCosts {
  readonly gaps: AlignmentCosts
  readonly scores: Float64Array
  readonly skipCosts: Float64Array
  readonly endShare: number
  readonly insertCost: number
  /** Two bits each for where match, skip and insert came from. */
  readonly trace: Uint8Array
}

/** Of equal ways the first of match, skip, insert is taken. */
function fillLine(
  above: Line,
  line: Line,
  { gaps: { gapOpen, gapExtend }, scores, skipCosts, endShare, insertCost, trace }: LineCosts,
): void {
  const { match, skip, insert } = line
  const open = gapOpen * insertCost
  const extend = gapExtend * insertCost
  match[0] = Number.NEGATIVE_INFINITY
  skip[0] = Number.NEGATIVE_INFINITY
  for (let j = 0; j < trace.length; j++) {
    let marks = 0
    if (j > 0) {
      let best = above.match[j - 1]!
      if (above.skip[j - 1]! > best) {
        best = above.skip[j - 1]!
        marks = fromSkip
      }
      if (above.insert[j - 1]! > best) {
        best = above.insert[j - 1]!
        marks = fromInsert
      }
      match[j] = best + scores[j - 1]!
      const cost = skipCosts[j - 1]! * endShare
      best = match[j - 1]! - gapOpen * cost
      let from = fromMatch
      if (skip[j - 1]! - gapExtend * cost > best) {
        best = skip[j - 1]! - gapExtend * cost
        from = fromSkip
      }
      if (insert[j - 1]! - gapOpen * cost > best) {
        best = insert[j - 1]! - gapOpen * cost
        from = fromInsert
      }
      skip[j] = best
      marks |= from << 2
    }
    let best = above.match[j]! - open
    let from = fromMatch
    if (above.skip[j]! - open > best) {
      best = above.skip[j]! - open
      from = fromSkip
    }
    if (above.insert[j]! - extend > best) {
      best = above.insert[j]! - extend
      from = fromInsert
    }
    insert[j] = best
    trace[j] = marks | (from << 4)
  }
}

function traced(trace: Uint8Array, height: number, width: number, last: number): Int32Array {
  const placed = new Int32Array(height).fill(-1)
  let state = last
  for (let i = height, j = width; i > 0; ) {
    const marks = trace[i * (width + 1) + j]!
    if (state === fromMatch) {
      placed[--i] = --j
      state = marks & 3
    } else if (state === fromSkip) {
      j--
      state = (marks >> 2) & 3
    } else {
      i--
      state = (marks >> 4) & 3
    }
  }
  return placed
}

/**
 * What each row is worth to a form: its best partner there, and a little more where more witnesses print that partner.
 * Worked out once for each form.
 */
function rowScorer(
  rows: readonly ProfileRow[],
  witnessCount: number,
  vocabulary: Vocabulary,
  { even }: AlignmentCosts,
): (id: number) => Float64Array {
  const lines = new Map<number, Float64Array>()
  return (id) => {
    const known = lines.get(id)
    if (known) return known
    const scores = new Float64Array(rows.length)
    for (let i = 0; i < rows.length; i++) {
      const { ids, counts } = rows[i]!
      let highest = Number.NEGATIVE_INFINITY
      for (let at = 0; at < ids.length; at++) {
        const worth = even ? vocabulary.evenScore(id, ids[at]!) : vocabulary.score(id, ids[at]!)
        const score = worth + (0.2 * counts[at]!) / witnessCount
        if (score > highest) highest = score
      }
      scores[i] = highest
    }
    lines.set(id, scores)
    return scores
  }
}
