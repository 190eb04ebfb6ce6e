/**
 * Intake: captured bytes in, documents out, decoded but not understood.
 * Never reads a disk or a network; a capture's bytes are never changed.
 */
export type { Capture } from "./capture.ts"
export type { ArticleFields, DocumentContent, IntakeGap, SourceDocument } from "./document.ts"
export type { SourceRef } from "./source.ts"
