/**
 * Reuse: many reports in, one Lineage out: who shares whose text, and how it was altered.
 * Never reads what the words mean; never claims a direction without evidence.
 */
export type { Lineage, Link, Passage, Rewrite, SubstitutionRule, TextGroup } from "./lineage.ts"
