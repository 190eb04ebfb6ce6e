/**
 * Collation: the reports of one story in, one Apparatus out.
 * Never decides which reading is true; copies are never counted as witnesses.
 */
export type {
  Apparatus,
  Basis,
  Citation,
  Difference,
  DifferenceClass,
  Disagreement,
  DisagreementValue,
  Reading,
  Statement,
  StatementId,
  StatementSpeaker,
  Support,
} from "./apparatus.ts"
export type { ArchetypeToken } from "./archetype.ts"
export { collateStory } from "./collate-story.ts"
export { type Collation, collateTexts, collateWitnesses } from "./collate-texts.ts"
export { applyDifferences, differencesBetween } from "./differences.ts"
export type { MovedPart } from "./moved-parts.ts"
export { jointsOf } from "./reading-tokens.ts"
export { correctionNotes, noteLikeness } from "./versions/correction-notes.ts"
export type { TextEdit } from "./versions/edits.ts"
export { findFlipFlops, type Switch } from "./versions/flip-flops.ts"
export { touchesLeftOut } from "./versions/left-out.ts"
export { orderVersions } from "./versions/order.ts"
export { diffVersions, type Touch, touchOrder, type VersionEdit } from "./versions/touches.ts"
export { applyEdits, diffTexts } from "./versions/versions.ts"
export type { CollationToken } from "./vocabulary.ts"
export { type Witness, type WitnessToken, witnessTokens } from "./witness.ts"
