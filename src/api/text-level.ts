import { type Span, sha256Hex, spanContains } from "../base/index.ts"
import { citedIn } from "./check-record.ts"
import type { CitationWire, RecordDocument, ReportWire, StatementWire, StoryWire } from "./record-wire.ts"

/** How much of the reports' own words a record that is handed on keeps. */
export const textLevels = ["quoted", "full", "offsets"] as const
export type TextLevel = (typeof textLevels)[number]

/**
 * The record with no more text than `level` allows, every place where it was. `quoted` keeps the sentences that a claim
 * cites; `offsets` keeps none, and masks the wordings of statements, demands and quotations too, leaving figures, names,
 * places and hashes. Passages of shared text cite no sentence: near copies would bring their whole texts back.
 */
export function atTextLevel(document: RecordDocument, level: TextLevel): RecordDocument {
  if (level === "full") return document
  const kept = level === "offsets" ? new Map<string, readonly Span[]>() : citedSentences(document)
  return {
    ...document,
    reports: document.reports.map((report) => withoutOthers(report, kept.get(report.id) ?? [])),
    stories: level === "offsets" ? document.stories.map(withoutWordings) : document.stories,
  }
}

/** Of each report the sentences that a claim cites, sorted, none twice; a place in no sentence stands for itself. */
export function citedSentences(document: RecordDocument): ReadonlyMap<string, readonly Span[]> {
  const cited = new Map<string, Span[]>()
  for (const { report, span, of } of citedIn(document)) {
    if (of !== "claim") continue
    const spans = cited.get(report)
    if (spans) spans.push(span)
    else cited.set(report, [span])
  }
  return new Map(
    document.reports.flatMap((report) => {
      const spans = cited.get(report.id)
      return spans ? [[report.id, sentencesOf(report, spans)] as const] : []
    }),
  )
}

/** The hash of each cited sentence: who has the text can look whether it is the one that was read. */
export interface SentenceHash extends CitationWire {
  readonly sha256: string
}

/** In the order of the record's reports. */
export function sentenceHashes(document: RecordDocument): readonly SentenceHash[] {
  const sentences = citedSentences(document)
  return document.reports.flatMap((report) =>
    (sentences.get(report.id) ?? []).map(({ start, end }) => ({
      report: report.id,
      start,
      end,
      sha256: sha256Hex(report.text.slice(start, end)),
    })),
  )
}

/** Whether the words at `span` were left out of the document. */
export function isLeftOut(report: ReportWire, span: Span): boolean {
  return report.leftOut?.some((one) => spanContains(one, span)) ?? false
}

function sentencesOf(report: ReportWire, spans: readonly Span[]): readonly Span[] {
  const found = new Map<string, Span>()
  for (const span of spans) {
    if (!(span.start >= 0 && span.start < span.end && span.end <= report.text.length)) continue
    const around = report.sentences.filter((one) => one.start < span.end && span.start < one.end)
    for (const { start, end } of [...around, ...(around.length === 0 ? [span] : [])])
      found.set(`${start} ${end}`, { start, end })
  }
  return [...found.values()].sort((a, b) => a.start - b.start || a.end - b.end)
}

function withoutOthers(report: ReportWire, kept: readonly Span[]): ReportWire {
  const leftOut: Span[] = []
  let from = 0
  for (const span of [...kept, { start: report.text.length, end: report.text.length }]) {
    if (span.start > from && report.text.slice(from, span.start).trim() !== "")
      leftOut.push({ start: from, end: span.start })
    from = Math.max(from, span.end)
  }
  let text = ""
  let at = 0
  for (const { start, end } of leftOut) {
    text += report.text.slice(at, start) + masked(report.text.slice(start, end))
    at = end
  }
  return { ...report, text: text + report.text.slice(at), leftOut }
}

/** As long as it was; white space stays, so that words and lines still part where they did. */
function masked(text: string): string {
  return text.replace(/\S/g, "·")
}

function withoutWordings(story: StoryWire): StoryWire {
  return {
    ...story,
    statements: story.statements.map(withoutWords),
    disagreements: story.disagreements.map((one) =>
      one.kind === "wording"
        ? {
            ...one,
            about: masked(one.about),
            values: one.values.map((value) => ({ ...value, value: masked(value.value) })),
          }
        : one,
    ),
    demands: story.demands.map((demand) => ({ ...demand, what: masked(demand.what) })),
    edits: story.edits.map((edit) => ({ ...edit, what: withoutQuotes(edit.what) })),
  }
}

function withoutWords(statement: StatementWire): StatementWire {
  return {
    ...statement,
    text: masked(statement.text),
    basis: { ...statement.basis, rivals: statement.basis.rivals.map(masked) },
    readings: statement.readings.map((reading) => ({
      ...reading,
      differences: reading.differences.map((one) => ({ ...one, reading: masked(one.reading) })),
    })),
  }
}

function withoutQuotes(text: string): string {
  return text.replace(/“[^”]*”|"[^"]*"/g, masked)
}
