/**
 * Store: captures kept as they were seen, and proof that none was changed or taken out.
 * The only place that knows the database.
 */

export { archiveFileName, isPostgresAddress, shownLocation } from "./archive-location.ts"
export {
  type ArchivedCapture,
  addCaptures,
  appendCaptures,
  archiveHead,
  captureAt,
  type KeptCapture,
  readCaptures,
  readChain,
} from "./captures.ts"
export type { Database, Queryable, Row, SqlValue, Transaction } from "./database.ts"
export { addSaidRuling, readSaidRulings, type SaidRuling, withdrawSaidRuling } from "./declared-rulings.ts"
export { warcInfo, warcRecord } from "./encode-warc.ts"
export { findCaptures } from "./find-captures.ts"
export { type ClaimedJob, type Job, type JobKind, type JobQueue, jobLeaseMs } from "./jobs.ts"
export { type Archive, openArchive } from "./open-archive.ts"
export type { PollOutcome } from "./poll-plan.ts"
export { type ImportedArchive, readArchiveFile } from "./read-archive-file.ts"
export { forgetRemoved, type Removal, removeCaptures } from "./removals.ts"
export {
  addRulings,
  type CatchUpOptions,
  type CaughtUp,
  catchUp,
  isRecordBehind,
  rebuild,
} from "./standing/catch-up.ts"
export { readRulings } from "./standing/ruled-reports.ts"
export { type SearchHit, type SearchIn, searchArchive } from "./standing/search-archive.ts"
export { type SiteTexts, siteTexts } from "./standing/site-steps.ts"
export {
  type CaptureOutcome,
  captureOutcomes,
  firstGaps,
  type StandingCounts,
  type StoryVersion,
  standingCounts,
  standingVersion,
  storiesOfReports,
  storyVersion,
} from "./standing/standing-places.ts"
export {
  type StandingGap,
  type StandingStory,
  standingGaps,
  standingRecord,
  standingRecordWith,
  standingStories,
  standingStory,
} from "./standing/standing-record.ts"
export { type SpreadWords, type StandingSpread, standingSpread } from "./standing/standing-spread.ts"
export { type StandingWork, workHere } from "./standing/standing-work.ts"
export { type ArchiveCheck, verifyArchive } from "./verify-archive.ts"
export {
  addressFault,
  dueAddresses,
  duePage,
  nextDueMs,
  notePolls,
  notePollsWithin,
  type Poll,
  type PolledPage,
  type SeenCapture,
  type WatchedPage,
  watchPages,
} from "./watched-pages.ts"
export { writeArchiveFile } from "./write-archive-file.ts"
export { writeWacz } from "./write-wacz.ts"
