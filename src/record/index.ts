/**
 * Record: stories and their apparatus in, the Record out: what we keep, cite and re-check.
 */
export type { DemandEntry, Edit, Gap, Record, ReportEntry, StoryRecord, TimelineEvent } from "./record.ts"
