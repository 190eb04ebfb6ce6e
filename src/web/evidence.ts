import { isLeftOut, type LinkWire, type ReportWire } from "../api/index.ts"
import type { Span } from "../base/index.ts"
import type { PageAddress } from "./address.ts"
import { type RecordView, sentencesAround } from "./record-view.ts"
import { type FoldedText, foldText, textFragment } from "./text-fragment.ts"

/** The sentences behind one claim, opened by a link to `#id` on the page that makes the claim. */
export interface Drawer {
  readonly id: string
  readonly title: string
  readonly note: string | null
  /** What else is to be said of the claim, and a page that shows more of it. */
  readonly more?: {
    readonly notes: readonly string[]
    readonly link: { readonly to: PageAddress; readonly words: string }
  }
  /** The passages stand in twos, each as two reports print it. */
  readonly isPaired?: boolean
  readonly items: readonly EvidenceItem[]
  /** Of all evidence, shown or not. */
  readonly total: number
  /** The page that shows all of it, where this drawer does not. */
  readonly all: PageAddress | null
  /** Where the reader goes back to when it is closed: the id of an element of the same page. */
  readonly backTo: string
}

/** One cited place with its surroundings. */
export interface EvidenceItem {
  readonly report: ReportWire
  /** Null when the place is not in the stored text. */
  readonly place: EvidencePlace | null
}

export interface EvidencePlace {
  readonly cited: readonly Span[]
  /** The sentences that hold the cited words, as one span. */
  readonly sentences: Span
  /** Null where there is none, and where it was left out. */
  readonly before: Span | null
  readonly after: Span | null
  /** Of the first cited sentence, counted from 1. */
  readonly sentenceNumber: number
}

/** Words of one report that a claim stands on. */
export interface EvidenceWords {
  readonly report: string
  readonly spans: readonly Span[]
}

/** A drawer on a page of many claims shows the first few passages; where all are, the page of the one claim says. */
export const drawerItemsMax = 8

/**
 * Evidence for a drawer, earliest report first, at most `itemsMax` of it. A report that is not in the record is left
 * out, and not counted in `total`.
 */
export function collectEvidence(
  view: RecordView,
  words: readonly EvidenceWords[],
  itemsMax: number,
): { readonly items: readonly EvidenceItem[]; readonly total: number } {
  const known = words
    .flatMap(({ report: id, spans }) => {
      const report = view.report(id)
      return report ? [{ report, spans, rank: view.rank(id) }] : []
    })
    .sort((a, b) => a.rank - b.rank || (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0))
  return {
    items: known.slice(0, itemsMax).map(({ report, spans }) => ({ report, place: placeOf(report, spans) })),
    total: known.length,
  }
}

/** The passages that two reports share, each in both, the longest first; at most as many as a drawer shows. */
export function collectPassages(
  view: RecordView,
  link: LinkWire,
): { readonly evidence: readonly EvidenceItem[]; readonly total: number } {
  const [a, b] = [view.report(link.a), view.report(link.b)]
  if (!a || !b) return { evidence: [], total: 0 }
  const longest = [...link.passages].sort(
    (one, other) => other.a.end - other.a.start - (one.a.end - one.a.start) || one.a.start - other.a.start,
  )
  return {
    evidence: longest.slice(0, drawerItemsMax / 2).flatMap((passage) => [
      { report: a, place: placeOf(a, [passage.a]) },
      { report: b, place: placeOf(b, [passage.b]) },
    ]),
    total: 2 * longest.length,
  }
}

/** The place of `spans`, in order, in the sentences of `report`; null when they do not lie in its text. */
export function placeOf(report: ReportWire, spans: readonly Span[]): EvidencePlace | null {
  if (spans.length === 0) return null
  const whole = { start: spans[0]!.start, end: Math.max(...spans.map((span) => span.end)) }
  if (whole.start < 0 || whole.end > report.text.length || whole.start >= whole.end) return null
  const around = sentencesAround(report.sentences, whole)
  if (around === null) return { cited: spans, sentences: whole, before: null, after: null, sentenceNumber: 0 }
  const first = report.sentences[around.first]!
  const last = report.sentences[around.last]!
  return {
    cited: spans,
    sentences: { start: Math.min(first.start, whole.start), end: Math.max(last.end, whole.end) },
    before: keptAt(report, around.first - 1),
    after: keptAt(report, around.last + 1),
    sentenceNumber: around.first + 1,
  }
}

function keptAt(report: ReportWire, at: number): Span | null {
  const sentence = report.sentences[at]
  return sentence === undefined || isLeftOut(report, sentence) ? null : sentence
}

/** The report's web address, or null: from where it was fetched, or what the page itself gives. */
export function webAddress(report: ReportWire): string | null {
  const address = "url" in report.source ? report.source.url : report.source.address
  return address !== null && /^https?:\/\//i.test(address) ? address : null
}

const folded = new WeakMap<ReportWire, FoldedText>()

/** A link that opens the live page at the words of a span of the report; null when it has no web address. */
export function liveAddress(report: ReportWire, cited: Span): string | null {
  const address = webAddress(report)
  if (address === null) return null
  const texts = folded.get(report) ?? foldText(report.text)
  folded.set(report, texts)
  const fragment = textFragment(texts, cited)
  return fragment === null ? address : `${address.split("#")[0]}#:~:${fragment}`
}

/** Where a report came from, as its user named it. */
export function sourceName(report: ReportWire): string {
  return "url" in report.source ? report.source.url : report.source.file
}
