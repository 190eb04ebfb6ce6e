import type { ReportId } from "../../article/index.ts"
import { sha256Hex } from "../../base/index.ts"
import { type AnalysedReport, searchWords } from "../../language/index.ts"
import { digestOf, type MeetingKey, type MeetingKeys, meetingKeys, neighbourOf } from "../../story/index.ts"
import type { PackedNeighbourhood } from "../../workers/index.ts"
import { insertRows, placeholders, type Queryable, type Row, valuesMax } from "../database.ts"
import { addMeetings, removeMeetings } from "./near-update.ts"
import { idColumn, idOfColumn, packed, unpacked } from "./packed.ts"
import { putWords, removeWords } from "./search-index.ts"
import type { AloneReport, Resettled } from "./standing-documents.ts"
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
  const { settled, alone, before } = resettled
  const reports = new Map<ReportId, TakenReport>([
    ...settled.reports.map((report) => [report.article.id, takenReport(report, resettled)] as const),
    ...alone.map((one) => [one.id, takenAlone(one, resettled)] as const),
  ])
  const kept = await reportRows(inside, [...new Set([...before, ...reports.keys()])].map(digestOf))
  for (const row of kept) {
    const id = idOfColumn(row.id)
    const next = reports.get(id)?.row
    if (next && next.made_of === row.made_of && next.version_of === row.version_of) reports.delete(id)
    else await removeReport(inside, row, touched)
  }
  for (const [id, { row, met }] of reports) {
    touched.ids.add(id)
    if (met === null) {
      await insertRows(inside, "report", [row])
      continue
    }
    const { keys, words } = met()
    const search_row = await putWords(inside, keys, words)
    await insertRows(inside, "report", [{ ...row, keys: packed(keys.keys), search_row }])
    if (postponed === null) await addMeetings(inside, keys, touched.digests)
  }
  return touched
}

/** A report as it is to stand. */
interface TakenReport {
  readonly row: Row
  /** By what it meets others and is found; null of an earlier version of a page. */
  readonly met: (() => { readonly keys: MeetingKeys; readonly words: string }) | null
}

function takenReport(report: AnalysedReport, resettled: Resettled): TakenReport {
  const { settled, places } = resettled
  const { id } = report.article
  const { seq, place, analysed } = places.get(id)!
  const latest = settled.latestVersions.get(id)
  const met = (): ReturnType<NonNullable<TakenReport["met"]>> => {
    return { keys: meetingKeys(report), words: searchWords(report) }
  }
  return {
    row: {
      ...emptyRow,
      digest: digestOf(id),
      id: idColumn(id),
      day: neighbourOf(report).day,
      version_of: latest === undefined ? null : idColumn(latest),
      made_of: madeOf(report, resettled),
      seq,
      place,
      analysed: report === analysed ? null : packed(report),
    },
    met: latest === undefined ? met : null,
  }
}

function takenAlone({ id, report: { day, keys, words } }: AloneReport, { places }: Resettled): TakenReport {
  const { seq, place } = places.get(id)!
  const digest = digestOf(id)
  return {
    row: { ...emptyRow, digest, id: idColumn(id), day, made_of: madeOfPlaces([id], places), seq, place },
    met: () => ({ keys: { report: id, digest, day, keys }, words }),
  }
}

const emptyRow = {
  ...{ digest: "", id: "", day: 0, version_of: null, made_of: "", seq: 0, place: 0, analysed: null },
  ...{ keys: packed([]), neighbourhood: null, story: null },
}

async function removeReport(inside: Queryable, row: Row, touched: TouchedReports): Promise<void> {
  const digest = String(row.digest)
  await removeMeetings(inside, digest, unpacked<readonly MeetingKey[]>(row.keys), touched.digests)
  if (row.version_of === null) await removeWords(inside, { day: Number(row.day), digest })
  await inside.run("DELETE FROM report WHERE digest = $1", [digest])
  if (row.neighbourhood !== null) touched.labels.add(String(row.neighbourhood))
  touched.ids.add(idOfColumn(row.id))
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
  return madeOfPlaces(ids, places)
}

function madeOfPlaces(ids: readonly ReportId[], places: Resettled["places"]): string {
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

/** The same as they are kept. */
export async function packedReports(
  inside: Queryable,
  latest: readonly ReportId[],
): Promise<PackedNeighbourhood["reports"]> {
  const asked = JSON.stringify(latest.map((id) => [digestOf(id), idColumn(id)]))
  const elements = inside.words.elementsOf("$1")
  const rows: Row[] = []
  for (const wanted of ["digest IN (SELECT value->>0", "version_of IN (SELECT value->>1"])
    rows.push(
      ...(await inside.query(`SELECT ${standingColumns} WHERE r.${wanted} FROM ${elements})`, [asked])),
    )
  return rows.map((row) => {
    const versionOf = row.version_of === null ? null : idOfColumn(row.version_of)
    return {
      ...{ id: idOfColumn(row.id), versionOf },
      ...{ madeOf: String(row.made_of), analysed: row.analysed as Uint8Array },
    }
  })
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
