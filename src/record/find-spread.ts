import { type Span, spansOverlap } from "../base/index.ts"
import { type Citation, diffVersions, type VersionEdit } from "../collation/index.ts"
import { type AnalysedReport, firstTokenFrom, isWordToken } from "../language/index.ts"
import { contentStems, sharedCount } from "./content-words.ts"
import { sentenceIndexAt, type Witness, witnessesOf } from "./witness.ts"

/** Words that a page printed and then changed or dropped, and where others still print them. */
export interface Spread {
  readonly edit: VersionEdit
  /** The old words, in the earlier version. */
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
const sentencePartMin = 0.8

/**
 * For every edit between two versions of a page that is not trivial and has old words, which of `others` still print
 * these: the very words, in a sentence of like content. Says nothing of who had them from whom. `others` are no
 * versions of the page. Cost: linear in their words for each edit.
 */
export function findSpread(
  before: AnalysedReport,
  after: AnalysedReport,
  others: readonly AnalysedReport[],
): readonly Spread[] {
  const [page] = witnessesOf([before], [])
  const printers = others.map((other) => {
    const [witness] = witnessesOf([other], [])
    return { witness: witness!, words: wordsOf(other) }
  })
  return diffVersions(before, after).flatMap((edit) => {
    if (edit.trivial || edit.kind === "moved" || edit.kind === "added") return []
    const words = wordsOf(before, edit.before)
    if (words.hashes.length === 0) return []
    const old = { report: before.article.id, ...words.span }
    const still = printers.flatMap(({ witness, words: theirs }) => {
      const place =
        words.hashes.length > wordsInRowMax
          ? sentenceLike(page!, edit.before, witness)
          : wordsAgain(page!, words, witness, theirs)
      return place === null ? [] : { report: witness.report.article.id, ...place }
    })
    return { edit, old, still }
  })
}

interface Words {
  readonly hashes: readonly number[]
  readonly spans: readonly Span[]
  /** From the first to the last. */
  readonly span: Span
}

/** The words of a report, or of a stretch of it; never in part. */
function wordsOf({ article, analysis }: AnalysedReport, within?: Span): Words {
  const { tokens } = analysis
  const hashes: number[] = []
  const spans: Span[] = []
  const to = within?.end ?? article.text.length
  const first = within ? Math.max(0, firstTokenFrom(tokens, within.start) - 1) : 0
  for (let i = first; i < tokens.count && tokens.starts[i]! < to; i++) {
    const span = { start: tokens.starts[i]!, end: tokens.ends[i]! }
    if (!isWordToken(tokens, i) || (within && !spansOverlap(span, within))) continue
    hashes.push(tokens.hashes[i]!)
    spans.push(span)
  }
  return { hashes, spans, span: { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 } }
}

/** Where the same words stand in a row again, in a sentence of like content; the first place, or null. */
function wordsAgain(page: Witness, old: Words, other: Witness, theirs: Words): Span | null {
  const context = stemsAround(page, old.span)
  for (
    let at = theirs.hashes.indexOf(old.hashes[0]!);
    at >= 0;
    at = theirs.hashes.indexOf(old.hashes[0]!, at + 1)
  ) {
    if (!old.hashes.every((hash, i) => theirs.hashes[at + i] === hash)) continue
    const span = { start: theirs.spans[at]!.start, end: theirs.spans[at + old.hashes.length - 1]!.end }
    if (old.hashes.length >= tellingWords) return span
    const shared = sharedCount(context, stemsAround(other, span))
    if (shared >= Math.min(sharedStemsMin, context.size) && shared >= sharedPartMin * context.size)
      return span
  }
  return null
}

/** The content of the sentence that holds a place. */
function stemsAround(witness: Witness, span: Span): ReadonlySet<string> {
  const at = sentenceIndexAt(witness, span)
  return new Set(contentStems(witness, at < 0 ? span : witness.report.analysis.sentences[at]!))
}

/** The first sentence of `other` that holds nearly all that one of the old sentences says, or null. */
function sentenceLike(page: Witness, old: Span, other: Witness): Span | null {
  const wanted = page.report.analysis.sentences
    .filter((sentence) => spansOverlap(sentence, old))
    .map((sentence) => new Set(contentStems(page, sentence)))
    .filter((stems) => stems.size > sharedStemsMin)
  for (const sentence of other.report.analysis.sentences) {
    const stems = new Set(contentStems(other, sentence))
    if (wanted.some((want) => sharedCount(want, stems) >= sentencePartMin * want.size)) return sentence
  }
  return null
}
