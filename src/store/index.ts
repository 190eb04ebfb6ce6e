/**
 * Store: captures kept as they were seen, and proof that none was changed or taken out.
 * The only place that knows the database.
 */
export { type ArchivedCapture, addCaptures, archiveHead, type KeptCapture, readCaptures } from "./captures.ts"
export { warcInfo, warcRecord } from "./encode-warc.ts"
export { type Archive, archiveFileName, openArchive } from "./open-archive.ts"
export type { PollOutcome } from "./poll-plan.ts"
export { siteTexts } from "./site-texts.ts"
export { type ArchiveCheck, verifyArchive } from "./verify-archive.ts"
export { duePages, nextDueMs, notePoll, type Poll, type WatchedPage, watchPages } from "./watched-pages.ts"
