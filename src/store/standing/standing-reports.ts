import type { ReportId } from "../../article/index.ts"
import { sha256Hex } from "../../base/index.ts"
import type { AnalysedReport } from "../../language/index.ts"
import { digestOf, type MeetingKey, meetingKeys, neighbourOf } from "../../story/index.ts"
import { insertRows, placeholders, type Queryable, type Row, valuesMax } from "../database.ts"
import { addMeetings, removeMeetings } from "./near-update.ts"
import { idColumn, idOfColumn, packed, unpacked } from "./packed.ts"
import { putWords, removeWords } from "./search-index.ts"
import type { Resettled } from "./standing-documents.ts"
import type { Postponed } from "./standing-state.ts"

/** What a change of reports leaves to be looked at. */
export interface TouchedReports {
  /** Digests of reports whose nearness to another, or whose words, are others than before; some may be gone. */
  readonly digests: Set<string>
  /** Neighbourhoods that lost a report, by label. */
  readonly labels: Set<string>
  /** Reports that came, went or changed. */
  readonly ids: Set<ReportId>
}

export function nothingTouched(): TouchedReports {
  return { digests: new Set(), labels: new Set(), ids: new Set() }
}

/**
 * Makes the table of reports what `resettled` says, and puts those that are new or others among those they may meet;
 * where meetings are postponed, the latter is left to `meetAtOnce`.
 */
export async function takeReports(
  inside: Queryable,
  resettled: Resettled,
  postponed: Postponed | null,
): Promise<TouchedReports> {
  const touched = nothingTouched()
  const { settled } = resettled
  const rows = new Map(settled.reports.map((report) => [report.article.id, rowOf(report, resettled)]))
  const kept = await reportRows(inside, [...new Set([...resettled.before, ...rows.keys()])].map(digestOf))
  for (const row of kept) {
    const id = idOfColumn(row.id)
    const next = rows.get(id)
    if (next && next.made_of === row.made_of && next.version_of === row.version_of) rows.delete(id)
    else await removeReport(inside, row, touched)
  }
  for (const report of settled.reports) {
    const row = rows.get(report.article.id)
    if (!row) continue
    touched.ids.add(report.article.id)
    if (row.version_of !== null) {
      await insertRows(inside, "report", [row])
      continue
    }
    const keys = meetingKeys(report)
    const search_row = await putWords(inside, keys, report)
    await insertRows(inside, "report", [{ ...row, keys: packed(keys.keys), search_row }])
    if (postponed === null) await addMeetings(inside, keys, touched.digests)
  }
  return touched
}

async function removeReport(inside: Queryable, row: Row, touched: TouchedReports): Promise<void> {
  const digest = String(row.digest)
  await removeMeetings(inside, digest, unpacked<readonly MeetingKey[]>(row.keys), touched.digests)
  if (row.version_of === null) await removeWords(inside, { day: Number(row.day), digest })
  await inside.run("DELETE FROM report WHERE digest = $1", [digest])
  if (row.neighbourhood !== null) touched.labels.add(String(row.neighbourhood))
  touched.ids.add(idOfColumn(row.id))
}

function rowOf(report: AnalysedReport, { settled, places }: Resettled): Row {
  const { article } = report
  const { seq, place, analysed } = places.get(article.id)!
  const latest = settled.latestVersions.get(article.id)
  return {
    digest: digestOf(article.id),
    id: idColumn(article.id),
    day: neighbourOf(report).day,
    version_of: latest === undefined ? null : idColumn(latest),
    made_of: madeOf(report, { settled, places }),
    seq,
    place,
    analysed: report === analysed ? null : packed(report),
    keys: packed([]),
    neighbourhood: null,
    story: null,
  }
}

/** The digest of all that a report is made of: its documents, those of its other versions, and its site's texts. */
function madeOf(
  { article }: AnalysedReport,
  { settled, places }: Pick<Resettled, "settled" | "places">,
): string {
  const page = settled.pages.find(({ versions }) => versions.some(({ id }) => id === article.id))
  const ids = [article, ...(page?.versions ?? [])].flatMap(({ id, parts }) => [
    id,
    ...(parts ?? []).map((part) => part.id),
  ])
  const made = ids.map((id) => {
    const { seq, place, siteStep } = places.get(id)!
    return [id, seq, place, siteStep]
  })
  return sha256Hex(JSON.stringify(made)).slice(0, 16)
}

async function reportRows(inside: Queryable, digests: readonly string[]): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (let at = 0; at < digests.length; at += valuesMax) {
    const some = digests.slice(at, at + valuesMax)
    const sql = `SELECT digest, id, day, version_of, made_of, keys, neighbourhood FROM report WHERE digest IN (${placeholders(some.length)})`
    rows.push(...(await inside.query(sql, some)))
  }
  return rows
}

/** A report as the record holds it. */
export interface StandingReport {
  readonly report: AnalysedReport
  /** Of an earlier version of a page, the report that is its latest. */
  readonly versionOf: ReportId | null
  readonly madeOf: string
}

const standingColumns = `r.id AS id, r.version_of AS version_of, r.made_of AS made_of,
  coalesce(r.analysed, d.analysed) AS analysed
  FROM report r JOIN document d ON d.seq = r.seq AND d.place = r.place`

/** Those reports, with the earlier versions of their pages. */
export async function standingReports(
  inside: Queryable,
  ids: readonly ReportId[],
): Promise<readonly StandingReport[]> {
  const found: StandingReport[] = []
  for (let at = 0; at < ids.length; at += valuesMax) {
    const some = ids.slice(at, at + valuesMax)
    const list = placeholders(some.length)
    found.push(
      ...(
        await inside.query(`SELECT ${standingColumns} WHERE r.digest IN (${list})`, some.map(digestOf))
      ).map(standingReportOf),
      ...(
        await inside.query(`SELECT ${standingColumns} WHERE r.version_of IN (${list})`, some.map(idColumn))
      ).map(standingReportOf),
    )
  }
  return found
}

/** For each earlier version of a page among `standing`, the report that is its latest. */
export function latestOf(standing: readonly StandingReport[]): ReadonlyMap<ReportId, ReportId> {
  return new Map(
    standing.flatMap(({ report, versionOf }) =>
      versionOf === null ? [] : [[report.article.id, versionOf] as const],
    ),
  )
}

export const allReportsSql = `SELECT ${standingColumns}`

export function standingReportOf(row: Row): StandingReport {
  const id = idOfColumn(row.id)
  const { article, analysis } = unpacked<AnalysedReport>(row.analysed)
  return {
    report: { article: { ...article, id }, analysis },
    versionOf: row.version_of === null ? null : idOfColumn(row.version_of),
    madeOf: String(row.made_of),
  }
}
