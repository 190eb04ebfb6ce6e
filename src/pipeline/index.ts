/**
 * Pipeline: the stages composed, from documents to the record. Still pure: no disk, no clock, no network.
 * `makeRecord` does it all; the steps are there for a shell that gives them to workers.
 */
export { comparePages, type PageComparison } from "./compare-pages.ts"
export {
  analyseDocument,
  finishRecord,
  finishStory,
  makeRecord,
  type OnProgress,
  type Progress,
  type RecordOptions,
} from "./make-record.ts"
export {
  planRecord,
  planStories,
  type RecordPlan,
  reuseReportOfAnalysed,
  rulingsOnReports,
  type StoryJob,
} from "./plan-record.ts"
export { type IdentifiedDocument, identifyDocuments, idFamilyOf, type NamedDocument } from "./report-ids.ts"
export { gapOfTextless, type SettledReports, settleReports } from "./settle-reports.ts"
