import {
  type Article,
  findPageVersions,
  latestVersions,
  type PageVersions,
  type ReportId,
  readArticle,
} from "../article/index.ts"
import { collateStory } from "../collation/index.ts"
import type { IntakeGap, SourceDocument } from "../intake/index.ts"
import { type AnalysedReport, readReport } from "../language/index.ts"
import { capturedEdits, composeRecord, type Record, type StoryParts } from "../record/index.ts"
import { type Lineage, type ReuseReport, reuseReportOf, traceLineage } from "../reuse/index.ts"
import { clusterStories, findStrangers, type Story } from "../story/index.ts"
import { lineageByStory } from "./lineage-by-story.ts"
import { type IdentifiedDocument, identifyDocuments } from "./report-ids.ts"

/** How far a record has come. */
export interface Progress {
  readonly stage: "reading reports" | "comparing texts" | "collating stories"
  readonly done: number
  readonly of: number
}

export type OnProgress = (progress: Progress) => void

/**
 * The record of every story in `documents`. The same record for the same documents in any order.
 * A document without any text becomes a gap; `gaps` are those that intake met before.
 */
export function makeRecord(
  documents: readonly SourceDocument[],
  gaps: readonly IntakeGap[],
  onProgress: OnProgress = () => {},
): Record {
  const identified = identifyDocuments(documents)
  const analysed = identified.map((document, i) => {
    onProgress({ stage: "reading reports", done: i + 1, of: identified.length })
    return analyseDocument(document)
  })
  return recordOfAnalysed(analysed, gaps, onProgress)
}

/** What one document says. Independent of all others, so that any worker may do it. */
export function analyseDocument({ id, document }: IdentifiedDocument): AnalysedReport {
  const article = readArticle(document, { id, explain: false })
  return { article, analysis: readReport(article, { explain: false }) }
}

/** The record of reports already read, in any order. */
export function recordOfAnalysed(
  analysed: readonly AnalysedReport[],
  gaps: readonly IntakeGap[],
  onProgress: OnProgress = () => {},
): Record {
  const reports = analysed.filter(hasText)
  const textless = analysed.filter((report) => !hasText(report))
  const pages = findPageVersions(reports.map(({ article }) => article))
  const versionOf = latestVersions(pages)
  const current = reports.filter(({ article }) => !versionOf.has(article.id))
  onProgress({ stage: "comparing texts", done: 0, of: current.length })
  const lineage = traceLineage(current.map(reuseReportOfAnalysed))
  const stories = clusterStories(current, lineage)
  onProgress({ stage: "comparing texts", done: current.length, of: current.length })
  const byId = new Map(reports.map((report) => [report.article.id, report]))
  const lineages = lineageByStory(lineage, stories)
  return composeRecord({
    reports,
    latestVersions: versionOf,
    inputGaps: [...gaps, ...textless.map(({ article }) => textlessGap(article))],
    stories: stories.map((story, i) => {
      onProgress({ stage: "collating stories", done: i + 1, of: stories.length })
      return storyParts(story, lineages[i]!, { byId, pages })
    }),
  })
}

interface StoryContext {
  readonly byId: ReadonlyMap<ReportId, AnalysedReport>
  readonly pages: readonly PageVersions[]
}

function storyParts(story: Story, lineage: Lineage, context: StoryContext): StoryParts {
  const reports = story.reports.map((id) => context.byId.get(id)!)
  const members = new Set(story.reports)
  const strangers = findStrangers(reports)
  const pages = context.pages.filter(({ versions }) => members.has(versions.at(-1)!.id))
  return {
    story,
    strangers,
    lineage,
    apparatus: collateStory(reports, lineage, strangers),
    capturedEdits: capturedEdits(pages, context.byId),
  }
}

export function reuseReportOfAnalysed({ article, analysis }: AnalysedReport): ReuseReport {
  return reuseReportOf({
    id: article.id,
    text: article.text,
    tokens: analysis.tokens,
    setAside: article.furniture,
    quoted: analysis.quotations.filter(({ form }) => form !== "indirect").flatMap(({ parts }) => parts),
    published: article.published,
    outlet: article.outlet,
    credits: article.credits,
    site: article.url === null ? null : hostOf(article.url),
  })
}

function hostOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, "") : null
}

function hasText({ article }: AnalysedReport): boolean {
  return /\S/.test(article.text)
}

function textlessGap({ source, shortfalls }: Article): IntakeGap {
  return { name: source.name, member: source.member, kind: "no-text", detail: shortfalls[0]?.detail ?? null }
}
