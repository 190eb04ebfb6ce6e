/**
 * Intake: captured bytes in, documents out, decoded but not understood.
 * Never reads a disk or a network; a capture's bytes are never changed.
 */
export type { Capture, CapturedAnswer } from "./capture.ts"
export { type DecodedText, decodeBytes, type EncodingHints } from "./decode-bytes.ts"
export type { ArticleFields, DocumentContent, IntakeGap, SourceDocument } from "./document.ts"
export { intakeGapText } from "./gap-text.ts"
export { type IntakeLimits, type IntakeReading, intakeLimits, readCapture } from "./read-capture.ts"
export { type Feed, type FeedEntry, readJsonFeed, readXmlFeed } from "./read-feed.ts"
export { type Memento, mementoTime, readTimeMap, type TimeMap } from "./read-timemap.ts"
export {
  isLedAside,
  isRedirect,
  isRedirectCapture,
  plainHost,
  type Redirect,
  redirectsOf,
} from "./redirects.ts"
export type { SourceRef } from "./source.ts"
