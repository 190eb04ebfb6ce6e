import { isLeftOut } from "../api/index.ts"
import type { RecordView } from "./record-view.ts"
import { type SearchedReport, searchDataName } from "./searched-report.ts"

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
