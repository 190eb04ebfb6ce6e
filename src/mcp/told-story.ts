import type { ReportWire, StoryWire } from "../api/index.ts"
import type { ReportId } from "../article/index.ts"
import type { Span } from "../base/index.ts"
import { digestOf } from "../story/index.ts"
import { type PageAddress, placeOf, type RecordView } from "../web/index.ts"
import { fence } from "./fence.ts"

/** One story as the tools read it, with the addresses of its pages. */
export interface ToldStory {
  readonly view: RecordView
  readonly story: StoryWire
  /** Another word each time that the story is told anew. */
  readonly version: string
  /** Where the server shows a page. */
  pathOf(address: PageAddress): string
  /** Where it shows a report, and the sentence at an offset of it: the same address for as long as the text is kept. */
  reportPath(report: ReportWire, at: number | null): string
}

/** A place in a report: `sentence` is the id that `get_sentence` takes. */
export interface Cited {
  readonly report: string
  readonly outlet: string | null
  readonly sentence: string
  readonly address: string
}

/** So many characters of a sentence, unless it is the sentence that was asked for. */
export const sentenceCharsMax = 400
export const nameCharsMax = 120

/** The name of a sentence: the digest of its report's id, and where it begins in the report's text. */
export function sentenceId(reportId: string, start: number): string {
  return `${digestOf(reportId as ReportId)}:${start}`
}

export const sentenceIdPattern = /^([0-9a-f]{16}):(0|[1-9]\d{0,8})$/

/** A name or another short run of words from a report; null stays null. */
export function fencedName(words: string | null): string | null {
  return words === null ? null : fence(words, nameCharsMax)
}

const plainWord = /^[A-Za-z0-9][A-Za-z0-9:.+-]{0,63}$/

/** A time, a code or a kind: bare where it looks like one, fenced where whoever wrote the record put words there. */
export function bare(word: string): string
export function bare(word: string | null): string | null
export function bare(word: string | null): string | null {
  return word === null || plainWord.test(word) ? word : fence(word, nameCharsMax)
}

/** How a report is called in every result and in addresses. */
export function callOf({ view }: ToldStory, report: ReportWire): string {
  return view.slugs.report(report.siglum)
}

/** The same by the report's id. */
export function calledById(told: ToldStory, id: string): string {
  const report = told.view.report(id)
  return report ? callOf(told, report) : bare(id)
}

/** Null where the record has no such report, or its text no such place. */
export function cite(told: ToldStory, reportId: string, spans: readonly Span[]): Cited | null {
  const report = told.view.report(reportId)
  const place = report && placeOf(report, spans)
  if (!report || !place) return null
  const { start } = place.sentences
  return {
    report: callOf(told, report),
    outlet: fencedName(report.outlet),
    sentence: sentenceId(report.id, start),
    address: told.reportPath(report, start),
  }
}

/** The same with the sentence itself. */
export function quote(
  told: ToldStory,
  reportId: string,
  spans: readonly Span[],
): (Cited & { readonly words: string }) | null {
  const cited = cite(told, reportId, spans)
  const report = told.view.report(reportId)
  const place = cited && report && placeOf(report, spans)
  if (!cited || !report || !place) return null
  const words = fence(report.text.slice(place.sentences.start, place.sentences.end), sentenceCharsMax)
  return { ...cited, words }
}

/**
 * Evidence to begin with: of each distinct text its first place, in the order of the reports' times, at most `count`.
 * A copy is no second witness, and is not shown as one.
 */
export function firstWitnesses<Place extends { readonly report: string }>(
  { view, story }: ToldStory,
  places: readonly Place[],
  count: number,
): readonly Place[] {
  const texts = new Map(story.texts.flatMap(({ members }, text) => members.map((id) => [id, text] as const)))
  const seen = new Set<number | string>()
  const kept: Place[] = []
  for (const place of [...places].sort((a, b) => view.rank(a.report) - view.rank(b.report))) {
    const page = view.pageOf(place.report)
    const text = texts.get(page) ?? page
    if (kept.length >= count || seen.has(text)) continue
    seen.add(text)
    kept.push(place)
  }
  return kept
}
