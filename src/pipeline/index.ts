/**
 * Pipeline: the stages composed, from documents to the record. Still pure: no disk, no clock, no network.
 */
export {
  analyseDocument,
  makeRecord,
  type OnProgress,
  type Progress,
  recordOfAnalysed,
  reuseReportOfAnalysed,
} from "./make-record.ts"
export { type IdentifiedDocument, identifyDocuments } from "./report-ids.ts"
