import { type CitationWire, type CsvRow, csvTable, type StoryWire } from "../api/index.ts"
import type { PageAddress } from "./address.ts"
import type { RecordView } from "./record-view.ts"
import { gapsOf } from "./story-parts.ts"

/** The list that a page shows, as rows of a table; null for a page that is no list. */
export function pageCsv(view: RecordView, address: PageAddress): string | null {
  const rows = csvRows(view, address)
  return rows === null ? null : csvTable(rows)
}

/** Whether a page is a list, and so has a table for programs. */
export function isList(address: PageAddress): boolean {
  return isListPage(address.page)
}

export function isListPage(page: PageAddress["page"]): boolean {
  return listPages.has(page)
}

const listPages: ReadonlySet<PageAddress["page"]> = new Set([
  "statements",
  "figures",
  "reports",
  "lineage",
  "timeline",
  "history",
  "asks",
  "gaps",
])

function csvRows(view: RecordView, address: PageAddress): readonly CsvRow[] | null {
  switch (address.page) {
    case "statements":
      return statementRows(view, address.story)
    case "figures":
      return valueRows(view, address.story)
    case "reports":
      return reportRows(view, address.story)
    case "lineage":
      return [
        ["a", "b", "kind", "share of a", "share of b", "direction", "reasons"],
        ...address.story.links.map((link) => [
          siglum(view, link.a),
          siglum(view, link.b),
          link.kind,
          link.aShare,
          link.bShare,
          link.direction,
          link.reasons.join("; "),
        ]),
      ]
    case "timeline":
      return [
        ["from", "to", ...placeHead],
        ...address.story.timeline.flatMap((event) =>
          event.what.map((at) => [event.from, event.to, ...placeCells(view, at)]),
        ),
      ]
    case "history":
      return [
        ["page", "what", "from", "to", "seen"],
        ...address.story.edits.map((edit) => [edit.page, edit.what, edit.when.from, edit.when.to, edit.seen]),
      ]
    case "asks":
      return [
        ["by", "of", "what", "kind", "answer", ...placeHead],
        ...address.story.demands.flatMap((one) =>
          one.evidence.map((at) => [one.by, one.of, one.what, one.kind, one.answer, ...placeCells(view, at)]),
        ),
      ]
    case "gaps":
      return [
        ["input or report", "what"],
        ...gapsOf(view, address.story).map((gap) => [
          "input" in gap ? gap.input : siglum(view, gap.report),
          gap.what,
        ]),
      ]
    default:
      return null
  }
}

function valueRows(view: RecordView, story: StoryWire): readonly CsvRow[] {
  return [
    ["about", "kind", "value", "reports", "distinct texts", "explained", ...placeHead],
    ...story.disagreements.flatMap((one) =>
      one.values.flatMap((value) => {
        const reports = new Set(value.evidence.map((place) => place.report)).size
        return value.evidence.map((at) => [
          one.about,
          one.kind,
          value.value,
          reports,
          value.distinct,
          one.explained,
          ...placeCells(view, at),
        ])
      }),
    ),
  ]
}

function reportRows(view: RecordView, story: StoryWire): readonly CsvRow[] {
  return [
    ["siglum", "title", "outlet", "bylines", "published", "modified", "language", "sha256"],
    ...view
      .reportsOf(story)
      .map((one) => [
        one.siglum,
        one.title,
        one.outlet,
        one.bylines.join("; "),
        one.published,
        one.modified,
        one.language,
        one.source.sha256,
      ]),
  ]
}

function statementRows(view: RecordView, story: StoryWire): readonly CsvRow[] {
  return [
    ["statement", "text", "speaker", "via", "form", ...placeHead],
    ...story.statements.flatMap((statement, index) =>
      statement.readings.map((reading) => [
        index + 1,
        statement.text,
        reading.speaker,
        reading.via,
        reading.form,
        ...placeCells(view, {
          report: reading.report,
          start: reading.parts[0]?.start ?? 0,
          end: reading.parts.at(-1)?.end ?? 0,
        }),
      ]),
    ),
  ]
}

const placeHead = ["report", "start", "end", "words"] as const

function placeCells(view: RecordView, at: CitationWire): CsvRow {
  return [
    siglum(view, at.report),
    at.start,
    at.end,
    view.report(at.report)?.text.slice(at.start, at.end) ?? null,
  ]
}

function siglum(view: RecordView, id: string): string {
  return view.report(id)?.siglum ?? id
}
