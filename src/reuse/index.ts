/**
 * Reuse: many reports in, one Lineage out: who shares whose text, and how it was altered.
 * Never reads what the words mean; never claims a direction without evidence.
 */
export { alignReports } from "./align.ts"
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
export { type CandidatePair, type PairLimits, pair, pairLimits } from "./pair.ts"
export { type CountedWords, countedWords, type ReuseReport, reuseReportOf, siteOf } from "./reuse-report.ts"
export {
  contractPartDefault,
  medianDistance,
  nearDistanceMax,
  textDistance,
  textTree,
} from "./text-distance.ts"
export { type LineageOptions, traceLineage } from "./trace-lineage.ts"
export { type TreeEdge, type TreeOptions, type WitnessTree, witnessTree } from "./witness-tree.ts"
