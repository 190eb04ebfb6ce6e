import type {
  CitationWire,
  DemandWire,
  DisagreementWire,
  GapWire,
  StatementWire,
  StoryWire,
} from "../api/index.ts"
import type { PageAddress } from "./address.ts"
import { collectEvidence, type Drawer, drawerItemsMax, type EvidenceWords } from "./evidence.ts"
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

interface DrawerPlace {
  readonly id: string
  readonly title: string
  readonly backTo: string
  /** Of a page with many drawers, the page where all of this one's evidence is; null when it is this page. */
  readonly all?: PageAddress | null
  readonly itemsMax?: number
}

/** `number` counts the story's disagreements from 1; `place` says where the values are shown. */
export function backDisagreement(
  view: RecordView,
  disagreement: DisagreementWire,
  number: number,
  place: { readonly backTo: string; readonly all: PageAddress | null; readonly itemsMax?: number },
): readonly BackedValue[] {
  return disagreement.values.map((value, index) => {
    const reports = new Set(value.evidence.map((at) => view.pageOf(at.report))).size
    const words = value.evidence.map((at) => ({ report: at.report, spans: [at] }))
    return {
      value: value.value,
      reports,
      texts: value.distinct,
      drawer: drawerOf(view, words, countReports(reports, value.distinct), {
        ...place,
        id: `e-d${number}-${index + 1}`,
        title: `${disagreement.about}: ${value.value}`,
      }),
    }
  })
}

/** The readings of some reports in a statement, each in its sentence. */
export function backReadings(
  view: RecordView,
  story: StoryWire,
  statement: StatementWire,
  place: DrawerPlace & { readonly reports: readonly string[] },
): Backed {
  const among = new Set(place.reports)
  const readings = statement.readings.filter((reading) => among.has(reading.report))
  const reports = new Set(readings.map((reading) => reading.report))
  const texts = view.distinctTexts(story, reports)
  const words = readings.map((reading) => ({ report: reading.report, spans: reading.parts }))
  return {
    reports: reports.size,
    texts,
    drawer: drawerOf(view, words, countReports(reports.size, texts), place),
  }
}

export function backCitations(
  view: RecordView,
  story: StoryWire,
  citations: readonly CitationWire[],
  place: DrawerPlace,
): Backed {
  const reports = new Set(citations.map((at) => view.pageOf(at.report)))
  const texts = view.distinctTexts(story, reports)
  const words = citations.map((at) => ({ report: at.report, spans: [at] }))
  return {
    reports: reports.size,
    texts,
    drawer: drawerOf(view, words, countReports(reports.size, texts), place),
  }
}

const drawerItemsLimit = 60
/** On the page of one claim. */
export const claimItemsMax = 400

function drawerOf(
  view: RecordView,
  words: readonly EvidenceWords[],
  note: string,
  place: DrawerPlace,
): Drawer {
  const { id, title, backTo, all = null, itemsMax = all === null ? drawerItemsLimit : drawerItemsMax } = place
  const evidence = collectEvidence(view, words, itemsMax)
  return { id, title, note, backTo, ...evidence, all: evidence.items.length < evidence.total ? all : null }
}

/**
 * What is missing from a story: the gaps of its own reports and, since an input that could not be read belongs to no
 * story that is known, all of those.
 */
export function gapsOf(view: RecordView, story: StoryWire): readonly GapWire[] {
  const own = new Set(story.reports)
  return view.document.gaps.filter((gap) => "input" in gap || own.has(gap.report))
}

/** What a gap says, without the name of the input that stands before it anyway. */
export function gapWords(gap: GapWire): string {
  return "input" in gap && gap.what.startsWith(`${gap.input}: `)
    ? gap.what.slice(gap.input.length + 2)
    : gap.what
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
