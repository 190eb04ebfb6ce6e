import { type Span, spanContains, spansOverlap } from "../base/index.ts"
import { type Citation, diffVersions, touchOrder, type VersionEdit } from "../collation/index.ts"
import type { AnalysedReport } from "../language/index.ts"
import { sharedCount } from "./content-words.ts"
import { givesAsOld, nextInParagraph, type Printing, printingOf } from "./printing.ts"
import { lostValues, sameValues, valuesIn, type Words, wordsAgain, wordsOf } from "./same-words.ts"
import { sentenceIndexAt } from "./witness.ts"

/** Words that a page printed and then changed or dropped, and where others still print them. */
export interface Spread {
  readonly edit: VersionEdit
  /** The old words, in the earlier version; of an edit over several sentences, each that others still print, if any. */
  readonly old: Citation
  /** One place a report, in the order of the reports given. */
  readonly still: readonly Citation[]
}

/** So many words in a row are not the same by chance; fewer must stand in a sentence that tells the same. */
const tellingWords = 6
const sharedStemsMin = 3
const sharedPartMin = 0.5
/** More old words than this are looked for sentence by sentence, since copies seldom have them all in a row. */
const wordsInRowMax = 12
const sentencePartMin = 0.6
/** Of the figures and times that a sentence tells, another must tell so many to be the same one told anew. */
const valuesPartMin = 0.5
/** A sentence that gives the new words and hardly more, as "The right number is 21." */
const asideStemsMax = 2
/** Of an edit over more sentences, the first are looked for. */
const piecesMax = 500

/**
 * For every edit between two versions of a page that is not trivial and has old words, which of `others` still print
 * these: the very words or the same value in a sentence of like content, or a sentence told anew, and not as something
 * that was said before. Says nothing of who had them from whom. `others` are no versions of the page. Cost: linear in
 * their words for each edit, and for each sentence of one over several.
 */
export function findSpread(
  before: AnalysedReport,
  after: AnalysedReport,
  others: readonly AnalysedReport[],
): readonly Spread[] {
  const page = printingOf(before)
  const printers = others.map(printingOf)
  return editsWithOldWords(page, diffVersions(before, after)).flatMap((edit) => {
    const told = piecesOf(page, edit.before, after).map((old): Spread => {
      const still = printers.flatMap((printer) => {
        const place =
          old.hashes.length > wordsInRowMax
            ? sentenceAgain(page, old, printer)
            : placeAgain(page, old, printer, edit, after)
        return place === null ? [] : { report: printer.report.article.id, ...place }
      })
      return { edit, old: { report: before.article.id, ...old.span }, still }
    })
    if (told.length < 2) return told
    const carried = told.filter(({ still }) => still.length > 0)
    const whole = { report: before.article.id, ...wordsOf(before, edit.before).span }
    return carried.length > 0 ? carried : [{ edit, old: whole, still: [] }]
  })
}

/** The edits to look for; those in a sentence of which they leave less than half are one, since all of it was reworded. */
function editsWithOldWords(page: Printing, edits: readonly VersionEdit[]): readonly VersionEdit[] {
  const { sentences } = page.report.analysis
  const groups: { at: number; edits: VersionEdit[] }[] = []
  for (const edit of edits) {
    if (edit.trivial || edit.kind === "moved" || edit.kind === "added") continue
    const at = sentenceIndexAt(page, edit.before)
    const within = at >= 0 && spanContains(sentences[at]!, edit.before)
    const last = groups.at(-1)
    if (within && last?.at === at) last.edits.push(edit)
    else groups.push({ at: within ? at : -1, edits: [edit] })
  }
  return groups.flatMap(({ at, edits: own }) => {
    const [first, last] = [own[0]!, own.at(-1)!]
    const changed = own.reduce((sum, { before }) => sum + before.end - before.start, 0)
    if (own.length === 1 || changed * 2 < sentences[at]!.end - sentences[at]!.start) return own
    const touches = touchOrder.filter((touch) => own.some((edit) => edit.touches.includes(touch)))
    const before = { start: first.before.start, end: last.before.end }
    return [{ ...first, before, after: { start: first.after.start, end: last.after.end }, touches }]
  })
}

/**
 * The old words, of each sentence apart. Of a sentence that lies for the less part in the edit only what the page no
 * longer prints: an edit over several may take in the beginning of a sentence that stayed.
 */
function piecesOf({ report }: Printing, old: Span, after: AnalysedReport): readonly Words[] {
  const pieces = report.analysis.sentences
    .filter((sentence) => spansOverlap(sentence, old))
    .slice(0, piecesMax)
    .map((sentence) => {
      const piece = { start: Math.max(sentence.start, old.start), end: Math.min(sentence.end, old.end) }
      const most = (piece.end - piece.start) * 2 > sentence.end - sentence.start
      return { words: wordsOf(report, piece), most }
    })
    .filter(({ words }) => words.hashes.length > 0)
  if (pieces.length === 0) return [wordsOf(report, old)].filter(({ hashes }) => hashes.length > 0)
  if (pieces.length === 1) return pieces.map(({ words }) => words)
  const now = wordsOf(after)
  return pieces
    .filter(({ words, most }) => most || wordsAgain(words, now).next().done)
    .map(({ words }) => words)
}

/** Where few old words or their value stand again, in a sentence of like content; the first place, or null. */
function placeAgain(
  page: Printing,
  old: Words,
  printer: Printing,
  edit: VersionEdit,
  after: AnalysedReport,
): Span | null {
  const context = page.stemsAt(old.span)
  const now = wordsOf(after, edit.after)
  const telling = old.hashes.length >= tellingWords
  const refused = new Set<number>()
  const holds = (place: Span, alike: boolean): boolean => {
    const at = sentenceIndexAt(printer, place)
    if (refused.has(at)) return false
    if ((alike || isLike(context, printer.stemsAt(place))) && !isPutRight(printer, at, place, now))
      return true
    if (at >= 0) refused.add(at)
    return false
  }
  for (const place of wordsAgain(old, printer.words)) if (holds(place, telling)) return place
  if (telling) return null
  const lost = lostValues(page.report, after, { before: old.span, after: edit.after })
  for (const place of sameValues(lost, printer.report, printer.words)) if (holds(place, false)) return place
  return null
}

function isLike(context: ReadonlySet<string>, stems: ReadonlySet<string>): boolean {
  const shared = sharedCount(context, stems)
  return shared >= Math.min(sharedStemsMin, context.size) && shared >= sharedPartMin * context.size
}

/**
 * True of words that are given as old, and of those with the new ones in their sentence, or in the next of the
 * paragraph where that says little else: the new value may as well be told of another thing.
 */
function isPutRight(printer: Printing, at: number, place: Span, now: Words): boolean {
  if (at < 0) return false
  const { report, words } = printer
  const sentence = report.analysis.sentences[at]!
  if (givesAsOld(report, sentence)) return true
  for (const again of wordsAgain(now, words, sentence)) if (!spansOverlap(again, place)) return true
  const next = nextInParagraph(report, at)
  if (next === null) return false
  const [again] = wordsAgain(now, words, next)
  return again !== undefined && printer.stemsAt(next).size - printer.stemsWithin(again).size <= asideStemsMax
}

/** The first sentence of a printer that holds most of what the old one says, its values too; null where none does. */
function sentenceAgain(page: Printing, old: Words, printer: Printing): Span | null {
  const wanted = page.stemsAt(old.span)
  if (wanted.size <= sharedStemsMin) return null
  const values = valuesIn(page.report, old.span)
  const { sentences } = printer.report.analysis
  const like = [...printer.sentencesSharing(wanted)]
    .filter(([, shared]) => shared >= sentencePartMin * wanted.size)
    .map(([at]) => at)
    .sort((a, b) => a - b)
    .find((at) => {
      const told = sharedCount(values, valuesIn(printer.report, sentences[at]!))
      return told >= valuesPartMin * values.size && !givesAsOld(printer.report, sentences[at]!)
    })
  return like === undefined ? null : sentences[like]!
}
