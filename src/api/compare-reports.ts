import { type Span, spanContains } from "../base/index.ts"
import { collateTexts } from "../collation/index.ts"
import { pairSentences } from "./pair-sentences.ts"
import type { ReportWire } from "./record-wire.ts"

/** Two to four reports, sentence beside sentence. The first is the base: a choice, never the correct one. */
export interface ComparisonWire {
  /** Ids, the base first. */
  readonly reports: readonly string[]
  /** In the order of the base; what only others have stands after what stands before it there. */
  readonly rows: readonly ComparisonRow[]
  /** A report was longer than could be compared: its last sentences are left out. */
  readonly isCut: boolean
}

export interface ComparisonRow {
  /** One a report; null where it has no counterpart. */
  readonly cells: readonly (ComparisonCell | null)[]
  /** `same`: in the same words, though space, case or marks may differ. `alone`: in one report only. */
  readonly kind: "same" | "differs" | "alone"
  /** Places where the sentences differ in space, case, quotation marks or punctuation alone. */
  readonly trivial: number
}

/** A sentence of one report; the span is in its text. */
export interface ComparisonCell extends Span {
  /** Counted from 1. */
  readonly sentence: number
  /** It stands elsewhere than the order of the base lets one expect. */
  readonly isMoved: boolean
  /** Of a moved sentence, the row (from 1) of what stands before it in its report; 0 at its beginning; else null. */
  readonly movedFrom: number | null
  /** Words and marks that differ in space, case or marks alone; sorted, not overlapping, in the report's text. */
  readonly trivial: readonly Span[]
  /** Sorted, not overlapping, in the report's text. */
  readonly differences: readonly ComparedWords[]
}

export interface ComparedWords extends Span {
  /** In the base, `dropped` are words that another report lacks; elsewhere nothing is dropped. */
  readonly kind: "added" | "dropped" | "changed" | "figure"
}

const sentencesMax = 400
/** A longer "sentence" is a text without stops: it is told to differ, and not word by word. */
const wordwiseCharsMax = 4_000

/** Compares the sentences of `reports`, at least two, against the first. Furniture takes no part. */
export function compareReports(reports: readonly ReportWire[]): ComparisonWire {
  const sentences = reports.map(comparedSentences)
  const kept = sentences.map((all) => all.slice(0, sentencesMax))
  const base = kept[0]!
  const texts = kept.map((list, r) => list.map((at) => reports[r]!.text.slice(at.start, at.end)))
  const pairings = kept.slice(1).map((_, i) => pairSentences(texts[0]!, texts[i + 1]!))
  const rows: ComparisonRow[] = []
  const pushAlone = (report: number, at: number) => {
    const cells = reports.map((_, r) => (r === report ? cellOf(kept[r]![at]!, false) : null))
    rows.push({ cells, kind: "alone", trivial: 0 })
  }
  const next = pairings.map(() => 0)
  for (let at = 0; at <= base.length; at++) {
    for (const [i, pairing] of pairings.entries()) {
      const place = at < base.length ? pairing.placeOf(at) : null
      const until =
        at === base.length ? kept[i + 1]!.length : place !== null && !place.isMoved ? place.at : next[i]!
      for (; next[i]! < until; next[i]!++) if (!pairing.isPaired(next[i]!)) pushAlone(i + 1, next[i]!)
      if (place !== null && !place.isMoved) next[i] = place.at + 1
    }
    if (at < base.length)
      rows.push(
        rowOf(
          reports,
          kept,
          at,
          pairings.map((pairing) => pairing.placeOf(at)),
        ),
      )
  }
  return {
    reports: reports.map((report) => report.id),
    rows: withOrigins(rows),
    isCut: sentences.some((all) => all.length > sentencesMax),
  }
}

interface NumberedSpan extends Span {
  readonly sentence: number
}

function comparedSentences(report: ReportWire): readonly NumberedSpan[] {
  const aside = [...report.furniture, ...report.strangers]
  return report.sentences
    .map((span, index) => ({ start: span.start, end: span.end, sentence: index + 1 }))
    .filter((span) => !aside.some((one) => one.start <= span.start && span.end <= one.end))
}

function cellOf(
  { start, end, sentence }: NumberedSpan,
  isMoved: boolean,
  { differences, trivial }: SentenceDifferences = noDifferences,
): ComparisonCell {
  return { start, end, sentence, isMoved, movedFrom: null, trivial, differences }
}

/** Of one sentence, in the coordinates of its whole text: words that part from the first's. */
interface SentenceDifferences {
  readonly differences: readonly ComparedWords[]
  readonly trivial: readonly Span[]
}

const noDifferences: SentenceDifferences = { differences: [], trivial: [] }

/** Says of each moved sentence after which row it stands in its own report. */
function withOrigins(rows: readonly ComparisonRow[]): readonly ComparisonRow[] {
  const columns = rows[0]?.cells.length ?? 0
  const before = Array.from({ length: columns }, (_, r) => {
    const places = rows
      .flatMap(({ cells }, at) => (cells[r] ? [{ sentence: cells[r].sentence, row: at + 1 }] : []))
      .sort((a, b) => a.sentence - b.sentence)
    return new Map(places.map(({ sentence }, at) => [sentence, at === 0 ? 0 : places[at - 1]!.row]))
  })
  return rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, r) =>
      cell?.isMoved ? { ...cell, movedFrom: before[r]!.get(cell.sentence)! } : cell,
    ),
  }))
}

function rowOf(
  reports: readonly ReportWire[],
  kept: readonly (readonly NumberedSpan[])[],
  at: number,
  places: readonly ({ readonly at: number; readonly isMoved: boolean } | null)[],
): ComparisonRow {
  const spans = kept.map((list, r) => (r === 0 ? list[at]! : places[r - 1] ? list[places[r - 1]!.at]! : null))
  const present = spans.flatMap((span, r) => (span ? [{ span, r }] : []))
  if (present.length === 1)
    return { cells: spans.map((span) => span && cellOf(span, false)), kind: "alone", trivial: 0 }
  const { sentences, trivial } = comparedWords(
    present.map(({ span, r }) => ({ text: reports[r]!.text, span })),
  )
  const cells = spans.map((span, r) => {
    const column = present.findIndex((one) => one.r === r)
    return span && cellOf(span, r > 0 && places[r - 1]!.isMoved, sentences[column]!)
  })
  const isSame = sentences.every((one) => one.differences.length === 0) && present.length === reports.length
  return { cells, kind: isSame ? "same" : "differs", trivial }
}

interface ComparedSentences {
  readonly sentences: readonly SentenceDifferences[]
  /** Places that differ in space, case or marks alone. */
  readonly trivial: number
}

/**
 * For each sentence its words that part from the first's, in the coordinates of its whole text. Each is aligned with
 * the first alone, since nothing is said of how the others differ among themselves.
 */
function comparedWords(
  sentences: readonly { readonly text: string; readonly span: Span }[],
): ComparedSentences {
  if (sentences.some(({ span }) => span.end - span.start > wordwiseCharsMax)) return comparedWhole(sentences)
  const [base, ...others] = sentences.map(({ text, span }) => {
    return { start: span.start, text, words: text.slice(span.start, span.end) }
  })
  if (others.every(({ words }) => words === base!.words))
    return { sentences: sentences.map(() => noDifferences), trivial: 0 }
  const pairs = others.map((other) => alignedWords(base!, other))
  const own = pairs[0]?.base.map((word, at) => {
    const isTrivial = pairs.some((pair) => pair.base[at]!.isTrivial)
    return { ...word, isTrivial, others: pairs.flatMap((pair) => pair.base[at]!.others) }
  })
  const told = [
    joinedWords(own ?? [], base!.text, "dropped"),
    ...pairs.map((pair, i) => joinedWords(pair.other, others[i]!.text, "added")),
  ]
  const ofOthers = pairs.reduce((sum, { other }, i) => {
    const isTold = (word: AlignedWord) => told[i + 1]!.trivial.some(({ start }) => start === word.start)
    return sum + other.filter((word) => word.isTrivial && word.others[0] === null && isTold(word)).length
  }, 0)
  return { sentences: told, trivial: told[0]!.trivial.length + ofOthers }
}

interface AlignedWord extends Span {
  readonly form: string
  readonly shape: string
  /** The forms that stand in its place elsewhere; null for none. */
  readonly others: readonly (string | null)[]
  /** A mark that stands otherwise or not at all there, or a word of the same form in other letters. */
  readonly isTrivial: boolean
}

/** The words of two sentences in order, each with what stands in its place in the other. */
function alignedWords(...sentences: [base: SentenceWords, other: SentenceWords]): {
  readonly base: readonly AlignedWord[]
  readonly other: readonly AlignedWord[]
} {
  const { rows, witnesses } = collateTexts(sentences.map(({ words }, i) => ({ id: String(i), text: words })))
  const found: [AlignedWord[], AlignedWord[]] = [[], []]
  const offsets = sentences.map(({ start }) => start)
  for (const row of rows) {
    const tokens = row.map((cell, w) => (cell === null ? null : witnesses[w]!.tokens[found[w]!.length]!))
    for (const [w, token] of tokens.entries()) {
      if (token === null) continue
      const start = offsets[w]! + token.gap.length
      offsets[w] = start + token.text.length
      const { form, kind: shape } = token
      const other = tokens[1 - w] ?? null
      const isOther = other?.text !== token.text
      const isTrivial = isOther && (shape === "mark" || other?.form === form)
      found[w]!.push({ start, end: offsets[w]!, form, shape, others: [other?.form ?? null], isTrivial })
    }
  }
  return { base: found[0], other: found[1] }
}

interface SentenceWords {
  /** Of the words in `text`. */
  readonly start: number
  readonly text: string
  readonly words: string
}

function comparedWhole(
  sentences: readonly { readonly text: string; readonly span: Span }[],
): ComparedSentences {
  const words = sentences.map(({ text, span }) => text.slice(span.start, span.end))
  const isSame = words.every((one) => one === words[0])
  const whole = sentences.map(({ span: { start, end } }) => ({
    differences: isSame ? [] : [{ start, end, kind: "changed" as const }],
    trivial: [],
  }))
  return { sentences: whole, trivial: 0 }
}

/** The words that part from their counterparts; `alone` is what one with none is. Marks among them are theirs. */
function joinedWords(
  words: readonly AlignedWord[],
  text: string,
  alone: ComparedWords["kind"],
): SentenceDifferences {
  const found: ComparedWords[] = []
  const trivial: Span[] = []
  for (const { start, end, form, shape, others, isTrivial } of words) {
    if (shape === "mark" || others.every((other) => other === form)) {
      if (isTrivial) trivial.push({ start, end })
      continue
    }
    const isReplaced = others.some((other) => other !== null && other !== form)
    addWords(
      found,
      { start, end, kind: isReplaced ? (shape === "number" ? "figure" : "changed") : alone },
      text,
    )
  }
  const isWithin = (span: Span) => found.some((one) => spanContains(one, span))
  return { differences: found, trivial: trivial.filter((span) => !isWithin(span)) }
}

/** Joins words of one kind with nothing but space and marks between them. */
function addWords(list: ComparedWords[], words: ComparedWords, text: string): void {
  const last = list.at(-1)
  if (last && last.kind === words.kind && !/[\p{L}\p{N}]/u.test(text.slice(last.end, words.start)))
    list[list.length - 1] = { ...last, end: words.end }
  else list.push(words)
}
