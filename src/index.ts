/**
 * The library: the functions that the commands, the server and the tests call.
 */
export { encodeRecord, type RecordDocument } from "./api/index.ts"
export { type Article, type ReportId, readArticle } from "./article/index.ts"
export type { Span } from "./base/index.ts"
export {
  type Apparatus,
  collateStory,
  collateTexts,
  diffVersions,
  orderVersions,
  type Statement,
  type VersionEdit,
} from "./collation/index.ts"
export { type Capture, type IntakeGap, readCapture, type SourceDocument } from "./intake/index.ts"
export { type AnalysedReport, type Analysis, type Quotation, readReport } from "./language/index.ts"
export { makeRecord } from "./pipeline/index.ts"
export type { Record } from "./record/index.ts"
export {
  alignReports,
  type Lineage,
  type Link,
  type ReuseReport,
  reuseReportOf,
  traceLineage,
} from "./reuse/index.ts"
export { clusterStories, findStrangers, type Story, type StoryRuling } from "./story/index.ts"
