import { isLeftOut } from "../api/index.ts"
import type { SearchedText } from "./find-sentences.ts"
import type { RecordView } from "./record-view.ts"

/** A report as a dossier's search needs it. */
export interface SearchedReport extends SearchedText {
  readonly siglum: string
  readonly outlet: string | null
  /** From the dossier's root. */
  readonly path: string
}

/** The name under which a dossier's search finds its texts: a page on a disk may load a script, but read no file. */
export const searchDataName = "variorumSearchData"

/** A script that holds the texts of every report, for the search page of a dossier. */
export function searchDataScript(view: RecordView, pathOf: (siglum: string) => string): string {
  const reports: readonly SearchedReport[] = view.document.reports.map((report) => ({
    siglum: report.siglum,
    outlet: report.outlet,
    path: pathOf(report.siglum),
    text: report.text,
    sentences: report.sentences.map((one) =>
      isLeftOut(report, one) ? { start: one.start, end: one.start } : { start: one.start, end: one.end },
    ),
  }))
  return `globalThis.${searchDataName} = ${JSON.stringify(reports)}\n`
}
