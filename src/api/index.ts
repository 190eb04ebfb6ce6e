/**
 * The public JSON: wire types, what makes them of core values, and what reads them back.
 * The only place that knows the names of `contract` fields.
 */

export { checkRecord } from "./check-record.ts"
export { decodeStreamedReport } from "./cluster-wire.ts"
export { encodeDot, encodeGraphml } from "./collate-graph.ts"
export { encodeTei } from "./collate-tei.ts"
export { decodeTei } from "./collate-tei-text.ts"
export { collationLines, decodeCollatex, decodeWitness, encodeCollatex } from "./collate-wire.ts"
export {
  type ComparedWords,
  type ComparisonCell,
  type ComparisonRow,
  type ComparisonWire,
  compareReports,
} from "./compare-reports.ts"
export { decodeRecord } from "./decode-record.ts"
export { decodeDiffRequest, encodeDiff } from "./diff-wire.ts"
export { encodeLinks, encodeRecord, encodeRewrites, type Making } from "./encode-record.ts"
export { type CsvRow, csvTable } from "./exchange/csv.ts"
export { type StoryFormat, storyFormat, storyFormats } from "./exchange/story-formats.ts"
export { decodeExtractRequest, documentOfFile, type ExtractRequest, encodeExtract } from "./extract-wire.ts"
export {
  type FilterInput,
  type InputLine,
  inputLine,
  type LineFailure,
  lineBytesMax,
  parseLine,
} from "./json-lines.ts"
export { findStory, oneStory, recordDate } from "./one-story.ts"
export {
  articleOfRequest,
  decodeReadRequest,
  encodeAnalysis,
  encodeRead,
  type ReadRequest,
} from "./read-wire.ts"
export { rebaseStatement } from "./rebase-statement.ts"
export { recordSchemas } from "./record-schema.ts"
export type * from "./record-wire.ts"
export {
  backgroundNote,
  cutNote,
  decodeFingerprints,
  decodeKnownReport,
  decodeReusePair,
  decodeReuseReport,
  encodeCandidatePair,
  encodeFingerprints,
  encodeLink,
  lineageLines,
} from "./reuse-wire.ts"
export { decodeRuling, decodeRulings } from "./rulings-wire.ts"
export { storySummary } from "./story-summary.ts"
export {
  atTextLevel,
  isLeftOut,
  type SentenceHash,
  sentenceHashes,
  type TextLevel,
  textLevels,
} from "./text-level.ts"
