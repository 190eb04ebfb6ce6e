import { type PageNotes, readArticle } from "../article/index.ts"
import { collateStory } from "../collation/index.ts"
import type { IntakeGap, Redirect, SourceDocument } from "../intake/index.ts"
import { type AnalysedReport, readReport } from "../language/index.ts"
import {
  type ComposedStory,
  capturedEdits,
  composeRecord,
  composeStory,
  type Record,
} from "../record/index.ts"
import { findStrangers, type StoryRuling } from "../story/index.ts"
import { planRecord, type RecordPlan, type StoryJob } from "./plan-record.ts"
import { type IdentifiedDocument, identifyDocuments } from "./report-ids.ts"

/** How far a record has come. */
export interface Progress {
  readonly stage: "reading reports" | "comparing texts" | "collating stories"
  readonly done: number
  readonly of: number
}

export type OnProgress = (progress: Progress) => void

export interface RecordOptions {
  /** What a person has said of which reports tell one story, the earliest first. */
  readonly rulings?: readonly StoryRuling[]
  /** The redirects that were seen where the documents were captured. */
  readonly redirects?: readonly Redirect[]
  readonly onProgress?: OnProgress
}

/**
 * The record of every story in `documents`. The same record for the same documents in any order.
 * A document without any text becomes a gap; `gaps` are those that intake met before.
 */
export function makeRecord(
  documents: readonly SourceDocument[],
  gaps: readonly IntakeGap[],
  { rulings = [], redirects = [], onProgress = () => {} }: RecordOptions = {},
): Record {
  const identified = identifyDocuments(documents)
  const analysed = identified.map((document, i) => {
    onProgress({ stage: "reading reports", done: i + 1, of: identified.length })
    return analyseDocument(document)
  })
  onProgress({ stage: "comparing texts", done: 0, of: analysed.length })
  const plan = planRecord(analysed, gaps, rulings, redirects)
  onProgress({ stage: "comparing texts", done: analysed.length, of: analysed.length })
  const stories = plan.jobs.map((job, i) => {
    onProgress({ stage: "collating stories", done: i + 1, of: plan.jobs.length })
    return finishStory(job)
  })
  return finishRecord(plan, stories)
}

/**
 * What one document says. Independent of all others, so that any worker may do it. `notes` are given what `readArticle`
 * gives them.
 */
export function analyseDocument({ id, document }: IdentifiedDocument, notes?: PageNotes): AnalysedReport {
  const article = readArticle(document, { id, explain: false, ...(notes ? { notes } : {}) })
  return { article, analysis: readReport(article, { explain: false }) }
}

/** The record of one story. Independent of all others, so that any worker may do it. */
export function finishStory({ story, reports, lineage, pages, versions }: StoryJob): ComposedStory {
  const strangers = findStrangers(reports)
  const apparatus = collateStory(reports, lineage, strangers)
  const byId = new Map([...reports, ...versions].map((report) => [report.article.id, report]))
  const seen = capturedEdits(pages, byId)
  return composeStory({ story, reports, lineage, apparatus, strangers, capturedEdits: seen })
}

/** Puts the stories together; `stories` answer the plan's jobs, in any order. */
export function finishRecord(plan: RecordPlan, stories: readonly ComposedStory[]): Record {
  const { reports, latestVersions, inputGaps } = plan
  return composeRecord({ reports, latestVersions, inputGaps, stories })
}
