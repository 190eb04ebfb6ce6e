import type { ReportId } from "../article/index.ts"
import { intakeGapText, type SourceRef } from "../intake/index.ts"
import type { Gap, Record, ReportEntry, StoryRecord } from "../record/index.ts"
import type { Lineage } from "../reuse/index.ts"
import type {
  GapWire,
  InputOutcome,
  LinkWire,
  RecordDocument,
  ReportWire,
  RewriteWire,
  SourceWire,
  StoryWire,
} from "./record-wire.ts"

/** What the document says of its own making. */
export interface Making {
  readonly tool: string
  readonly options: Readonly<{ [name: string]: unknown }>
  /** Sorted by input. */
  readonly inputs: readonly InputOutcome[]
}

/** The public document of a record. Shares are cut to four decimals, so that no machine's rounding shows. */
export function encodeRecord(record: Record, made: Making): RecordDocument {
  return {
    format: "variorum-record/1",
    made,
    reports: record.reports.map(encodeReport),
    stories: record.stories.map(encodeStory),
    gaps: record.gaps.map(encodeGap),
  }
}

function encodeReport(entry: ReportEntry): ReportWire {
  const { article } = entry
  return {
    id: article.id,
    siglum: entry.siglum,
    source: encodeSource(article.source, article.url),
    ...(article.parts
      ? {
          pages: article.parts.map(({ source, url, start, end }) => ({
            source: encodeSource(source, url),
            start,
            end,
          })),
        }
      : {}),
    versionOf: entry.versionOf,
    title: article.title,
    bylines: article.bylines,
    published: article.published,
    modified: article.modified,
    outlet: article.outlet,
    language: article.language,
    text: article.text,
    sentences: entry.sentences.map(({ start, end }) => ({ start, end })),
    furniture: article.furniture.map(({ start, end, kind }) => ({ start, end, kind })),
    strangers: entry.strangers.map(({ start, end, why }) => ({ start, end, why })),
  }
}

function encodeSource(source: SourceRef, address: string | null): SourceWire {
  const place = source.member === null ? source.name : `${source.name}#${source.member}`
  const where = source.kind === "url" ? { url: place } : { file: place }
  return { ...where, address, sha256: source.sha256, capturedAt: source.capturedAt }
}

function encodeStory(entry: StoryRecord): StoryWire {
  const { story, lineage, apparatus } = entry
  return {
    id: story.id,
    title: story.title,
    reports: story.reports,
    from: story.from,
    to: story.to,
    reasons: story.reasons,
    texts: lineage.texts.map(({ members, origin }) => ({ members, origin })),
    links: encodeLinks(lineage),
    rewrites: encodeRewrites(lineage),
    statements: apparatus.statements,
    disagreements: apparatus.disagreements,
    timeline: entry.timeline,
    demands: entry.demands,
    edits: entry.edits,
  }
}

export function encodeLinks(lineage: Lineage): readonly LinkWire[] {
  return lineage.links.map((link) => ({
    ...link,
    aShare: fourDecimals(link.aShare),
    bShare: fourDecimals(link.bShare),
  }))
}

export function encodeRewrites(lineage: Lineage): readonly RewriteWire[] {
  return lineage.rewrites.map(({ report, source, rules, evidence }) => ({
    report,
    source,
    rules: rules.map(({ from, to, seen, outOf }) => ({ from, to, seen, outOf })),
    evidence,
  }))
}

function encodeGap(gap: Gap): GapWire {
  if (gap.on === "report") return { report: gap.report satisfies ReportId, what: gap.what }
  const { name, member } = gap.input
  return { input: member === null ? name : `${name}#${member}`, what: intakeGapText(gap.input) }
}

function fourDecimals(share: number): number {
  return Math.round(share * 10_000) / 10_000
}
