import type { ReportId } from "../../article/index.ts"
import type { IntakeGap } from "../../intake/index.ts"
import type { AnalysedReport } from "../../language/index.ts"
import { type ComposedStory, composeRecord, type Record } from "../../record/index.ts"
import type { Archive } from "../open-archive.ts"
import { unpacked } from "./packed.ts"
import { allReportsSql, latestOf, standingReportOf, standingReports } from "./standing-reports.ts"

/** The whole record as it stands. Memory grows with it: of a large archive ask for stories one by one. */
export async function standingRecord(archive: Archive): Promise<Record> {
  return standingRecordWith(
    archive,
    (await standingGaps(archive)).map(({ gap }) => gap),
  )
}

/** The same where its gaps are at hand already. */
export async function standingRecordWith(
  { database }: Archive,
  inputGaps: readonly IntakeGap[],
): Promise<Record> {
  const reports: AnalysedReport[] = []
  const latestVersions = new Map<ReportId, ReportId>()
  for await (const row of database.iterate(allReportsSql)) {
    const { report, versionOf } = standingReportOf(row)
    reports.push(report)
    if (versionOf !== null) latestVersions.set(report.article.id, versionOf)
  }
  const stories: ComposedStory[] = []
  for await (const { composed } of database.iterate("SELECT composed FROM story ORDER BY id"))
    stories.push(unpacked<ComposedStory>(composed))
  return composeRecord({ reports, latestVersions, inputGaps, stories })
}

/** A story as a list shows it. */
export interface StandingStory {
  readonly id: string
  readonly title: string | null
  readonly from: string | null
  readonly to: string | null
  readonly reports: number
  readonly texts: number
  readonly disagreements: number
}

/** The stories, the newest first; those without a time last. */
export async function standingStories(
  { database }: Archive,
  { from, count }: { readonly from: number; readonly count: number },
): Promise<readonly StandingStory[]> {
  const rows = await database.query(
    `SELECT id, title, from_time, to_time, reports, texts, disagreements FROM story
      ORDER BY coalesce(to_time, '') DESC, id LIMIT $1 OFFSET $2`,
    [count, from],
  )
  return rows.map((row) => ({
    id: String(row.id),
    title: row.title === null ? null : (JSON.parse(String(row.title)) as string),
    from: row.from_time === null ? null : String(row.from_time),
    to: row.to_time === null ? null : String(row.to_time),
    reports: Number(row.reports),
    texts: Number(row.texts),
    disagreements: Number(row.disagreements),
  }))
}

/** The record of one story, with its reports and the earlier versions of their pages; null where there is none. */
export async function standingStory({ database }: Archive, id: string): Promise<Record | null> {
  const [row] = await database.query("SELECT composed FROM story WHERE id = $1", [id])
  if (!row) return null
  const composed = unpacked<ComposedStory>(row.composed)
  const standing = await standingReports(database, composed.record.story.reports)
  return composeRecord({
    reports: standing.map(({ report }) => report),
    latestVersions: latestOf(standing),
    inputGaps: [],
    stories: [composed],
  })
}

/** Something that is missing of a capture. */
export interface StandingGap {
  readonly seq: number
  readonly gap: IntakeGap
  /** True where it never became a document; else it is one without an article. */
  readonly ofIntake: boolean
}

export async function standingGaps({ database }: Archive): Promise<readonly StandingGap[]> {
  const intake = await database.query("SELECT seq, gap FROM capture_gap ORDER BY seq, place")
  const textless = await database.query(
    "SELECT seq, gap FROM document WHERE gap IS NOT NULL ORDER BY seq, place",
  )
  return [
    ...intake.map((row) => ({ row, ofIntake: true })),
    ...textless.map((row) => ({ row, ofIntake: false })),
  ].map(({ row, ofIntake }) => ({
    seq: Number(row.seq),
    gap: JSON.parse(String(row.gap)) as IntakeGap,
    ofIntake,
  }))
}
