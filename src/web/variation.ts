import type { DifferenceWire, ReadingWire, StatementWire } from "../api/index.ts"
import { compareSpans, compareStrings, type Span, spanContains } from "../base/index.ts"
import { isTrivial, type Mark, markOfDifference } from "./marks.ts"

/** A place of a statement where readings part, as an entry of a critical apparatus: lemma ] readings and sigla. */
export interface VariationPoint {
  /** Counted from 1 in the order of the statement; trivial points are not counted and have null. */
  readonly number: number | null
  readonly at: Span
  /** The statement's own words there; empty where readings only add. */
  readonly lemma: string
  /** Every reading that parts here leaves the words out. */
  readonly isOmission: boolean
  /** Most reports first; of a counted point those that differ in more than space, case and marks. */
  readonly variants: readonly Variant[]
}

export interface Variant {
  /** Empty when the words are left out. */
  readonly words: string
  readonly mark: Mark
  readonly differences: readonly DifferenceWire[]
  /** Ids of the reports that print it; a report with two such readings stands once. */
  readonly reports: readonly string[]
  /** Those that print it. */
  readonly readings: readonly ReadingWire[]
}

/**
 * The points of variation of `statement`, by place; found once for each statement. Differences that overlap make one point, in which each reading
 * shows all of its own words. What is left out, and what a reading puts in place of a long run of words in which others
 * differ among themselves, is a point of its own, for else it would swallow every point inside it.
 */
export function variationPoints(statement: StatementWire): readonly VariationPoint[] {
  const known = knownPoints.get(statement) ?? findPoints(plainStatement(statement))
  knownPoints.set(statement, known)
  return known
}

const knownPoints = new WeakMap<StatementWire, readonly VariationPoint[]>()

function findPoints(statement: StatementWire): readonly VariationPoint[] {
  const differences = statement.readings.flatMap((reading) => reading.differences)
  const starts = distinctSpans(differences.filter((one) => !isOmission(one)).map((one) => one.at))
  const isLong = (one: DifferenceWire): boolean =>
    one.at.end - one.at.start > longCharsMin &&
    starts.some((at) => spanContains(one.at, at) && at.end - at.start < (one.at.end - one.at.start) / 2)
  const isApart = (one: DifferenceWire): boolean => isOmission(one) || isLong(one)
  const local = joinOverlapping(differences.filter((one) => !isApart(one)).map((one) => one.at))
  const apart = distinctSpans(differences.filter(isApart).map((one) => one.at)).filter(
    (at) => !local.some((point) => spanContains(point, at)),
  )
  const places = [
    ...local.map((at) => ({ at, variants: variantsAt(statement, at, (one) => spanContains(at, one.at)) })),
    ...apart.map((at) => ({
      at,
      variants: variantsAt(statement, at, (one) => isApart(one) && compareSpans(one.at, at) === 0),
    })),
  ].sort((a, b) => compareSpans(a.at, b.at))
  let number = 0
  return places.map(({ at, variants: all }) => {
    const told = all.filter((variant) => !variant.differences.every(isTrivial))
    const isCounted = told.length > 0
    const variants = isCounted ? told : all
    return {
      number: isCounted ? ++number : null,
      at,
      lemma: statement.text.slice(at.start, at.end),
      isOmission: variants.every((variant) => variant.words === ""),
      variants,
    }
  })
}

const plainStatements = new WeakMap<StatementWire, StatementWire>()

/**
 * The statement with each difference cut down to what differs: of "end. And more" against "end." only the words that
 * are left out. So readings that leave out the same words meet in one entry, whatever stands beside.
 */
export function plainStatement(statement: StatementWire): StatementWire {
  const known = plainStatements.get(statement)
  if (known) return known
  const plain = {
    ...statement,
    readings: statement.readings.map((reading) => ({
      ...reading,
      differences: reading.differences.map((one) => narrowed(statement.text, one)),
    })),
  }
  plainStatements.set(statement, plain)
  plainStatements.set(plain, plain)
  return plain
}

/** Only where nothing but an omission or an addition is left: words that were changed stay whole. */
function narrowed(text: string, difference: DifferenceWire): DifferenceWire {
  const { at, reading } = difference
  const words = text.slice(at.start, at.end)
  if (difference.kind !== "changed" || reading === "" || words === "" || isTrivial(difference))
    return difference
  const [short, long] = reading.length < words.length ? [reading, words] : [words, reading]
  const isHead = long.startsWith(short) && !isWordAt(long, short.length)
  const isTail = long.endsWith(short) && !isWordAt(long, long.length - short.length)
  if (!isHead && !isTail) return difference
  const rest = isHead ? long.slice(short.length) : long.slice(0, long.length - short.length)
  if (!/[\p{L}\p{N}]/u.test(rest)) return difference
  const isDropped = long === words
  const start = isHead ? at.start + short.length : at.start
  return {
    ...difference,
    at: { start, end: isDropped ? start + rest.length : start },
    reading: isDropped ? "" : rest,
    kind: isDropped ? "dropped" : "added",
  }
}

/** Cutting at `at` would cut a word. */
function isWordAt(text: string, at: number): boolean {
  return /[\p{L}\p{N}]{2}/u.test(text.slice(at - 1, at + 1))
}

const longCharsMin = 40

function isOmission(difference: DifferenceWire): boolean {
  return difference.kind === "cut" || difference.kind === "dropped"
}

function variantsAt(
  statement: StatementWire,
  at: Span,
  belongs: (difference: DifferenceWire) => boolean,
): readonly Variant[] {
  const variants = new Map<
    string,
    { words: string; differences: DifferenceWire[]; readings: ReadingWire[] }
  >()
  for (const reading of statement.readings) {
    const inside = reading.differences.filter(belongs)
    if (inside.length === 0) continue
    const words = readingRuns(statement.text, inside, at)
      .filter((run) => run.kind !== "omitted")
      .map((run) => run.words)
      .join("")
    const known = variants.get(words) ?? { words, differences: inside, readings: [] }
    known.readings.push(reading)
    variants.set(words, known)
  }
  return [...variants.values()]
    .map(({ words, differences, readings }) => ({
      words,
      mark: markOfVariant(words, differences),
      differences,
      reports: [...new Set(readings.map(({ report }) => report))].sort(compareStrings),
      readings,
    }))
    .sort((a, b) => b.reports.length - a.reports.length || compareStrings(a.words, b.words))
}

/** Words that stand there are never marked as left out, though the reading may lack some of the statement's. */
function markOfVariant(words: string, differences: readonly DifferenceWire[]): Mark {
  if (words === "") return "dropped"
  const mark = markOfDifference(differences.find((one) => !isTrivial(one)) ?? differences[0]!)
  return mark === "dropped" ? "changed" : mark
}

/** A run of a reading as it departs from its statement. */
export interface ReadingRun {
  readonly kind: "same" | "other" | "omitted"
  /** As the reading prints it; of an omission, the statement's words. */
  readonly words: string
  readonly difference: DifferenceWire | null
}

/**
 * A reading told as the statement with its differences applied, within `at` of the statement. Joining the words of
 * all runs that are not omitted gives the reading.
 */
export function readingRuns(
  text: string,
  differences: readonly DifferenceWire[],
  at: Span = { start: 0, end: text.length },
): readonly ReadingRun[] {
  const runs: ReadingRun[] = []
  let from = at.start
  for (const difference of [...differences].sort((a, b) => compareSpans(a.at, b.at))) {
    if (difference.at.start < from || difference.at.end > at.end) continue
    if (difference.at.start > from)
      runs.push({ kind: "same", words: text.slice(from, difference.at.start), difference: null })
    if (difference.reading === "")
      runs.push({ kind: "omitted", words: text.slice(difference.at.start, difference.at.end), difference })
    else runs.push({ kind: "other", words: difference.reading, difference })
    from = difference.at.end
  }
  if (from < at.end) runs.push({ kind: "same", words: text.slice(from, at.end), difference: null })
  return runs
}

/** Readings with the same words and the same form of report, most reports first. */
export interface Wording {
  readonly runs: readonly ReadingRun[]
  readonly form: ReadingWire["form"]
  readonly readings: readonly ReadingWire[]
}

export function wordingsOf(whole: StatementWire): readonly Wording[] {
  const statement = plainStatement(whole)
  const found = new Map<
    string,
    { runs: readonly ReadingRun[]; form: ReadingWire["form"]; readings: ReadingWire[] }
  >()
  for (const reading of statement.readings) {
    const runs = readingRuns(statement.text, reading.differences)
    const key = `${reading.form}\u0000${runs.map((run) => `${run.kind}${run.words}`).join("\u0000")}`
    const known = found.get(key) ?? { runs, form: reading.form, readings: [] }
    known.readings.push(reading)
    found.set(key, known)
  }
  return [...found.values()].sort((a, b) => b.readings.length - a.readings.length)
}

function distinctSpans(spans: readonly Span[]): readonly Span[] {
  const sorted = [...spans].sort(compareSpans)
  return sorted.filter((span, i) => i === 0 || compareSpans(span, sorted[i - 1]!) !== 0)
}

/** Like a union of spans, but spans that only touch stay apart, and an empty one joins nothing but its equal. */
function joinOverlapping(spans: readonly Span[]): readonly Span[] {
  const joined: { start: number; end: number }[] = []
  for (const span of [...spans].sort(compareSpans)) {
    const last = joined.at(-1)
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end)
    else if (!last || compareSpans(last, span) !== 0) joined.push({ start: span.start, end: span.end })
  }
  return joined
}
