/**
 * Reuse: many reports in, one Lineage out: who shares whose text, and how it was altered.
 * Never reads what the words mean; never claims a direction without evidence.
 */
export { type Alignment, alignReports } from "./align.ts"
export {
  type BackgroundRun,
  joinBackground,
  type PostingRuns,
  type PrintedWords,
  spreadRuns,
} from "./background.ts"
export { collapseCopies, sequenceKey } from "./collapse-copies.ts"
export {
  type Comparison,
  hasRareWords,
  pairsWorthTelling,
  retellingLimits,
  tellingComparer,
} from "./find-retellings.ts"
export { isSuspect } from "./find-rewrites.ts"
export { type Fingerprints, fingerprint } from "./fingerprint.ts"
export type {
  BackgroundPassage,
  Lineage,
  Link,
  Passage,
  Rewrite,
  SubstitutionRule,
  TextGroup,
} from "./lineage.ts"
export {
  type CandidateColumns,
  type CandidatePair,
  joinPairs,
  type PairColumns,
  type PairCuts,
  type PairLimits,
  pair,
  pairLimits,
  pairRanks,
} from "./pair.ts"
export {
  buildPostingIndex,
  buildPostingPart,
  joinPostingParts,
  type PostingIndex,
  type PostingPart,
  postingPartsOf,
  rankTexts,
  sharedColumn,
} from "./posting-index.ts"
export { type PrintColumns, printColumns, textCount } from "./print-columns.ts"
export type { Retelling } from "./retelling.ts"
export {
  type CountedWords,
  countedSpan,
  countedWords,
  type KnownReport,
  type PreparedReport,
  prepareReport,
  type ReuseReport,
  reuseReportOf,
  siteOf,
} from "./reuse-report.ts"
export { clearReport, type ReportBackground, setAsideToo } from "./set-background-aside.ts"
export { type Sketch, type SketchColumns, sketcher } from "./sketch.ts"
export { rareTerms, type TermCounter, type TermWeights, termCounter, weighTerms } from "./term-weights.ts"
export {
  contractPartDefault,
  medianDistance,
  nearDistanceMax,
  textDistance,
  textTree,
} from "./text-distance.ts"
export {
  composeLineage,
  identicalLinks,
  type LineageOptions,
  type LineageParts,
  pairAligner,
  traceLineage,
} from "./trace-lineage.ts"
export { type TreeEdge, type TreeOptions, type WitnessTree, witnessTree } from "./witness-tree.ts"
export type { WordPassage } from "./word-passages.ts"
