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
