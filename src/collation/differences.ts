import type { Span } from "../base/index.ts"
import { alignWitnesses } from "./align-witnesses.ts"
import type { Difference } from "./apparatus.ts"
import { areNameForms, differenceClass } from "./difference-class.ts"
import { movedParts } from "./moved-parts.ts"
import { type ReadingToken, readingTokens } from "./reading-tokens.ts"
import { wordStem } from "./word-weight.ts"

/** A place where the two differ: what stands in the statement, and what stands in the reading. */
interface Gap {
  readonly at: Span
  readonly in: Span
  /** The tokens between, by number. */
  readonly tokensAt: Span
  readonly tokensIn: Span
}

/**
 * Where `reading` departs from `text`, word by word. Undoing the differences gives the reading back, byte for byte.
 * `joints` are the places in the reading where one of its parts ends and the next begins.
 */
export function differencesBetween(
  text: string,
  reading: string,
  joints: readonly number[],
): readonly Difference[] {
  if (text === reading) return []
  const a = readingTokens(text)
  const b = readingTokens(reading)
  const aligned = alignWitnesses([a, b])
  const moved = movedTokens(a, b, aligned.rows)
  return gapsBetween(text, reading, a, b, aligned.rows).map((gap) => {
    const before = text.slice(gap.at.start, gap.at.end)
    const after = reading.slice(gap.in.start, gap.in.end)
    return {
      at: gap.at,
      reading: after,
      kind: kindOf(gap, { before, after, a, b, joints, moved }),
      class: editorial(b, gap.tokensIn) ? "typography" : classAmong(a, gap.tokensAt, before, after),
    }
  })
}

/** The reading that `differences` make of `text`. */
export function applyDifferences(text: string, differences: readonly Difference[]): string {
  let made = ""
  let at = 0
  for (const difference of differences) {
    made += text.slice(at, difference.at.start) + difference.reading
    at = difference.at.end
  }
  return made + text.slice(at)
}

/** What lies between the words that both print alike, and the words that both print but not alike. */
function gapsBetween(
  text: string,
  reading: string,
  a: readonly ReadingToken[],
  b: readonly ReadingToken[],
  rows: readonly Int32Array[],
): readonly Gap[] {
  const gaps: Gap[] = []
  let [i, j] = [0, 0]
  const close = (toA: number, toB: number): void => {
    const at = { start: i === 0 ? 0 : a[i - 1]!.end, end: a[toA]?.start ?? text.length }
    const within = { start: j === 0 ? 0 : b[j - 1]!.end, end: b[toB]?.start ?? reading.length }
    const gap = trimmed(text, reading, at, within)
    if (gap) gaps.push({ ...gap, tokensAt: { start: i, end: toA }, tokensIn: { start: j, end: toB } })
  }
  for (const row of rows) {
    const [tokenA, tokenB] = [row[0]!, row[1]!]
    if (tokenA < 0 || tokenB < 0 || !isAnchor(a[tokenA]!, b[tokenB]!)) continue
    close(tokenA, tokenB)
    if (a[tokenA]!.text !== b[tokenB]!.text)
      gaps.push({
        at: { start: a[tokenA]!.start, end: a[tokenA]!.end },
        in: { start: b[tokenB]!.start, end: b[tokenB]!.end },
        tokensAt: { start: tokenA, end: tokenA + 1 },
        tokensIn: { start: tokenB, end: tokenB + 1 },
      })
    i = tokenA + 1
    j = tokenB + 1
  }
  close(a.length, b.length)
  return gaps
}

/** The class of a difference beside its neighbours: a part of a name left out is another form of the name. */
function classAmong(
  a: readonly ReadingToken[],
  { start, end }: Span,
  before: string,
  after: string,
): Difference["class"] {
  const next = a[end]
  const sort = differenceClass(before, after, next ?? null)
  if (sort !== "wording" || (before.trim() !== "" && after.trim() !== "")) return sort
  const neighbours = [a[start - 1], a[end]].filter((token) => token?.kind === "word")
  const named = neighbours.some((token) =>
    areNameForms(`${before} ${token!.text}`, `${after} ${token!.text}`),
  )
  return named ? "name-form" : sort
}

/** Two tokens that are one word: alike, or alike but for their spelling or ending. */
function isAnchor(a: ReadingToken, b: ReadingToken): boolean {
  if (a.form === b.form) return true
  if (a.kind !== "word" || b.kind !== "word") return false
  const sort = differenceClass(a.text, b.text)
  return sort === "spelling" || sort === "typography" || wordStem(a.form) === wordStem(b.form)
}

/** The gap without the white space that both share at its ends, or null when nothing differs. */
function trimmed(text: string, reading: string, at: Span, within: Span): { at: Span; in: Span } | null {
  const [before, after] = [text.slice(at.start, at.end), reading.slice(within.start, within.end)]
  if (before === after) return null
  const limit = Math.min(before.length, after.length)
  let head = 0
  while (head < limit && before[head] === after[head] && before[head]!.trim() === "") head++
  let tail = 0
  while (tail < limit - head) {
    const last = before[before.length - 1 - tail]!
    if (last !== after[after.length - 1 - tail] || last.trim() !== "") break
    tail++
  }
  return {
    at: { start: at.start + head, end: at.end - tail },
    in: { start: within.start + head, end: within.end - tail },
  }
}

interface GapTexts {
  readonly before: string
  readonly after: string
  readonly a: readonly ReadingToken[]
  readonly b: readonly ReadingToken[]
  readonly joints: readonly number[]
  readonly moved: { readonly a: ReadonlySet<number>; readonly b: ReadonlySet<number> }
}

function kindOf(gap: Gap, { before, after, a, b, joints, moved }: GapTexts): Difference["kind"] {
  if (someIn(gap.tokensAt, moved.a) || someIn(gap.tokensIn, moved.b)) return "moved"
  const dropsOnly = after.trim() === "" || editorial(b, gap.tokensIn)
  if (holdsWord(a, gap.tokensAt) && dropsOnly) {
    if (gap.tokensAt.start === 0 || gap.tokensAt.end === a.length || holdsOmission(b, gap.tokensIn))
      return "cut"
    if (joints.some((joint) => gap.in.start - 1 <= joint && joint <= gap.in.end)) return "spliced"
  }
  if (before.trim() === "") return after.trim() === "" ? "changed" : "added"
  return after.trim() === "" ? "dropped" : "changed"
}

function holdsWord(tokens: readonly ReadingToken[], range: Span): boolean {
  return tokens.slice(range.start, range.end).some((token) => token.kind !== "mark")
}

function holdsOmission(tokens: readonly ReadingToken[], range: Span): boolean {
  return tokens.slice(range.start, range.end).some((token) => token.editorial && token.kind === "mark")
}

function editorial(tokens: readonly ReadingToken[], range: Span): boolean {
  const within = tokens.slice(range.start, range.end)
  return (
    within.some((token) => token.editorial) &&
    within.every((token) => token.editorial || token.kind === "mark")
  )
}

function someIn(range: Span, tokens: ReadonlySet<number>): boolean {
  for (let at = range.start; at < range.end; at++) if (tokens.has(at)) return true
  return false
}

/** The tokens of runs that one side prints elsewhere than the other. */
function movedTokens(
  a: readonly ReadingToken[],
  b: readonly ReadingToken[],
  rows: readonly Int32Array[],
): { readonly a: ReadonlySet<number>; readonly b: ReadonlySet<number> } {
  const moved = { a: new Set<number>(), b: new Set<number>() }
  const parts = movedParts(
    [
      { id: "a", tokens: a },
      { id: "b", tokens: b },
    ],
    { rows },
  )
  for (const { witness, fromRow, toRow, length } of parts) {
    const [here, there] = witness === "a" ? [0, 1] : [1, 0]
    const sets = [moved.a, moved.b]
    for (let at = 0; at < length; at++) {
      sets[here]!.add(rows[toRow]![here]! + at)
      sets[there]!.add(rows[fromRow]![there]! + at)
    }
  }
  return moved
}
