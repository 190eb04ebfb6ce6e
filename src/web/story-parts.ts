import type {
  CitationWire,
  DemandWire,
  DisagreementWire,
  GapWire,
  StatementWire,
  StoryWire,
} from "../api/index.ts"
import { type Drawer, evidenceOf, placeOf } from "./evidence.ts"
import type { RecordView } from "./record-view.ts"
import { countReports } from "./words.ts"

/** A claim with the number of reports and texts behind it, and the drawer that shows them. */
export interface Backed {
  readonly reports: number
  readonly texts: number
  readonly drawer: Drawer
}

export interface BackedValue extends Backed {
  readonly value: string
}

/** `number` counts the story's disagreements from 1; `rowId` is the id of the row on the page. */
export function backDisagreement(
  view: RecordView,
  disagreement: DisagreementWire,
  number: number,
  rowId: string,
): readonly BackedValue[] {
  return disagreement.values.map((value, index) => {
    const reports = new Set(value.evidence.map((at) => view.pageOf(at.report))).size
    return {
      value: value.value,
      reports,
      texts: value.distinct,
      drawer: {
        id: `e-d${number}-${index + 1}`,
        title: `${disagreement.about}: ${value.value}`,
        note: countReports(reports, value.distinct),
        items: evidenceOf(view, value.evidence),
        backTo: rowId,
      },
    }
  })
}

/** The readings of some reports in a statement, each in its sentence. */
export function backReadings(
  view: RecordView,
  story: StoryWire,
  statement: StatementWire,
  chosen: {
    readonly id: string
    readonly title: string
    readonly backTo: string
    readonly reports: readonly string[]
  },
): Backed {
  const among = new Set(chosen.reports)
  const readings = statement.readings.filter((reading) => among.has(reading.report))
  const order = new Map(view.reportsOf(story).map((report, index) => [report.id, index]))
  const items = readings
    .flatMap((reading) => {
      const report = view.report(reading.report)
      return report ? [{ report, place: placeOf(report, reading.parts) }] : []
    })
    .sort((a, b) => (order.get(a.report.id) ?? 0) - (order.get(b.report.id) ?? 0))
  const reports = new Set(readings.map((reading) => reading.report))
  const texts = view.distinctTexts(story, reports)
  return {
    reports: reports.size,
    texts,
    drawer: {
      id: chosen.id,
      title: chosen.title,
      note: countReports(reports.size, texts),
      items,
      backTo: chosen.backTo,
    },
  }
}

export function backCitations(
  view: RecordView,
  story: StoryWire,
  citations: readonly CitationWire[],
  drawer: { readonly id: string; readonly title: string; readonly backTo: string },
): Backed {
  const reports = new Set(citations.map((at) => view.pageOf(at.report)))
  const texts = view.distinctTexts(story, reports)
  return {
    reports: reports.size,
    texts,
    drawer: { ...drawer, note: countReports(reports.size, texts), items: evidenceOf(view, citations) },
  }
}

/**
 * What is missing from a story: the gaps of its own reports and, since an input that could not be read belongs to no
 * story that is known, all of those.
 */
export function gapsOf(view: RecordView, story: StoryWire): readonly GapWire[] {
  const own = new Set(story.reports)
  return view.document.gaps.filter((gap) => "input" in gap || own.has(gap.report))
}

export const explanations: Readonly<Record<NonNullable<DisagreementWire["explained"]>, string>> = {
  "later-update": "May be a later update",
  scope: "May count different things",
  rounding: "May be rounding",
  bound: "One is a bound: both can be true",
  "copying-error": "May be an error of copying",
}

export const answers: Readonly<Record<DemandWire["answer"], string>> = {
  answered: "Answered",
  refused: "Refused",
  "not-addressed": "Responded, without addressing it",
  "none-reported": "No response found",
}
