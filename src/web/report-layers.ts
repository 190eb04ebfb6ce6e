import type { ReportWire, StoryWire } from "../api/index.ts"
import { compareSpans, compareStrings, type Span, spansOverlap } from "../base/index.ts"
import { type Mark, markOfDisagreement } from "./marks.ts"
import type { RecordView } from "./record-view.ts"

/** Something the record knows of a passage of a report. Layers may overlap. */
export type ReportLayer = Span &
  (
    | { readonly kind: "statement"; readonly number: number }
    | {
        readonly kind: "figure"
        readonly number: number
        readonly about: string
        readonly value: string
        readonly mark: Mark
      }
    | { readonly kind: "furniture"; readonly what: string }
    | { readonly kind: "stranger"; readonly what: string }
  )

/** All layers over one report's text, sorted by place. */
export function reportLayers(view: RecordView, report: ReportWire): readonly ReportLayer[] {
  const mentions = view.mentionsOf(report.id)
  const layers: ReportLayer[] = [
    ...mentions.statements.flatMap(({ number, statement }) =>
      statement.readings
        .filter((reading) => reading.report === report.id)
        .flatMap((reading) =>
          reading.parts.map((part) => ({ ...spanOf(part), kind: "statement" as const, number })),
        ),
    ),
    ...mentions.figures.flatMap(({ number, disagreement }) =>
      disagreement.values.flatMap((value) =>
        value.evidence
          .filter((at) => at.report === report.id)
          .map((at) => ({
            ...spanOf(at),
            kind: "figure" as const,
            number,
            about: disagreement.about,
            value: value.value,
            mark: markOfDisagreement(disagreement.kind),
          })),
      ),
    ),
    ...report.furniture.map((part) => ({ ...spanOf(part), kind: "furniture" as const, what: part.kind })),
    ...report.strangers.map((part) => ({ ...spanOf(part), kind: "stranger" as const, what: part.why })),
  ]
  return layers
    .filter((layer) => layer.start >= 0 && layer.start < layer.end && layer.end <= report.text.length)
    .sort(compareSpans)
}

/** For each of `places` (sorted, apart), the other reports that share some of its text, earliest first. */
export function sharersOf(
  view: RecordView,
  story: StoryWire,
  report: ReportWire,
  places: readonly Span[],
): readonly (readonly ReportWire[])[] {
  const found = places.map(() => new Set<string>())
  for (const link of story.links) {
    const side = link.a === report.id ? "a" : link.b === report.id ? "b" : null
    if (side === null) continue
    const other = side === "a" ? link.b : link.a
    for (const passage of link.passages) {
      for (let i = firstTouched(places, passage[side]); i < places.length; i++) {
        if (!spansOverlap(places[i]!, passage[side])) break
        found[i]!.add(other)
      }
    }
  }
  const order = new Map(view.reportsOf(story).map((one, index) => [one.id, index]))
  return found.map((ids) =>
    [...ids]
      .sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0) || compareStrings(a, b))
      .flatMap((id) => view.report(id) ?? []),
  )
}

/** The paragraphs of a text: runs between line ends, blank ones left out. */
export function paragraphsOf(text: string): readonly Span[] {
  const paragraphs: Span[] = []
  let start = 0
  while (start < text.length) {
    const newline = text.indexOf("\n", start)
    const end = newline < 0 ? text.length : newline
    if (text.slice(start, end).trim() !== "") paragraphs.push({ start, end })
    start = end + 1
  }
  return paragraphs
}

/** For each paragraph the layers that touch it. Both lists are sorted by place; the cost is linear in what is open. */
export function layersOver(
  paragraphs: readonly Span[],
  layers: readonly ReportLayer[],
): readonly (readonly ReportLayer[])[] {
  let next = 0
  let open: readonly ReportLayer[] = []
  return paragraphs.map((paragraph) => {
    const arrived: ReportLayer[] = []
    while (next < layers.length && layers[next]!.start < paragraph.end) arrived.push(layers[next++]!)
    open = [...open, ...arrived].filter((layer) => layer.end > paragraph.start)
    return open
  })
}

function firstTouched(places: readonly Span[], span: Span): number {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (places[middle]!.end <= span.start) low = middle + 1
    else high = middle
  }
  return low
}

function spanOf(span: Span): Span {
  return { start: span.start, end: span.end }
}
