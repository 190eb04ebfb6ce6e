import type { PageMove, ReportId } from "../../article/index.ts"
import { compareStrings } from "../../base/index.ts"
import type { AnalysedReport } from "../../language/index.ts"
import {
  identifyDocuments,
  idFamilyOf,
  type NamedDocument,
  type SettledReports,
  settleReports,
} from "../../pipeline/index.ts"
import type { PackedReport } from "../../workers/index.ts"
import { insertRows, placeholders, type Queryable, type Row, valuesMax } from "../database.ts"
import { columnKey, idColumn, idOfColumn, unpacked } from "./packed.ts"
import { noteAsked, noteTexts, otherTexts, pagesThatAsked } from "./page-asked.ts"
import { type ReadBatch, type ReadDocument, readCaptures } from "./read-batch.ts"
import { learnSite, sitesDue } from "./site-steps.ts"
import { insertMoves, type KeptMove, MovesAround, removeMoves } from "./standing-moves.ts"
import type { StandingWork } from "./standing-work.ts"

/** What some documents came to, among all that they share a page or a series with. */
export interface Resettled {
  readonly settled: SettledReports
  /** Documents that share neither with another, and are reports as they were read. */
  readonly alone: readonly AloneReport[]
  /** Where each report's document is kept, by id. */
  readonly places: ReadonlyMap<ReportId, DocumentPlace>
  /** The ids of reports that may stand in the record from before: each is settled anew, or gone. */
  readonly before: ReadonlySet<ReportId>
}

export interface DocumentPlace {
  readonly seq: number
  readonly place: number
  readonly siteStep: number
  /** What the document alone said, before pages and versions were put together; null of one that is alone. */
  readonly analysed: AnalysedReport | null
}

export interface AloneReport {
  readonly id: ReportId
  readonly report: PackedReport
}

/**
 * Takes in the documents of `batch` and out those of removed captures, gives each its id, and settles anew all that
 * have a page or a series with one of these, or a page that moves lead to or from. The rest of the archive is not read.
 */
export async function takeDocuments(
  inside: Queryable,
  batch: ReadBatch,
  { work, isLast }: { readonly work: StandingWork; readonly isLast: boolean },
): Promise<Resettled> {
  const moved = [...(await removeMoves(inside)), ...(await insertMoves(inside, batch.moves))]
  const removed = await removeDocuments(inside)
  await insertDocuments(inside, batch.documents)
  await insertRows(
    inside,
    "capture_gap",
    batch.gaps.map(({ seq, place, gap }) => ({ seq, place, gap: JSON.stringify(gap) })),
  )
  const changed = new Map<string, KeptDocument>()
  for (const one of [...batch.documents.map(keptDocument), ...removed]) changed.set(keyOf(one), one)
  for (const one of await readSitesAnew(inside, batch, removed, { work, isLast }))
    changed.set(keyOf(one), one)
  const before = new Set(removed.map(({ id }) => id))
  for (const one of await nameAnew(inside, [...changed.values()], before))
    changed.set(keyOf(one), { ...(changed.get(keyOf(one)) ?? one), id: one.id })
  const { group, moves } = await groupsOf(inside, [...changed.values()], moved)
  for (const { id } of group) before.add(id)
  return settleGroup(inside, group, moves, before)
}

async function settleGroup(
  inside: Queryable,
  group: readonly KeptDocument[],
  moves: readonly PageMove[],
  before: ReadonlySet<ReportId>,
): Promise<Resettled> {
  const headOf = joinedPages(moves)
  const ofPage = new Map<string, number>()
  for (const { page } of group)
    if (page !== null) ofPage.set(headOf(page), (ofPage.get(headOf(page)) ?? 0) + 1)
  const isAlone = ({ id, page, series, report }: KeptDocument): boolean =>
    report?.id === id && series === null && (page === null || ofPage.get(headOf(page)) === 1)
  const others = group.filter((one) => !isAlone(one))
  const settled = settleReports(
    others.map(({ id, analysed }) => withId(analysed(), id)),
    moves,
  )
  const alone = group.filter(isAlone).map(({ id, report }) => ({ id, report: report! }))
  const places = new Map(
    group.map((one) => {
      const { id, seq, place, siteStep, analysed } = one
      return [id, { seq, place, siteStep, analysed: isAlone(one) ? null : withId(analysed(), id) }]
    }),
  )
  const textless = new Map(settled.textless)
  for (const { id, report } of alone) if (report.gap !== null) textless.set(id, report.gap)
  await noteGroup(inside, group, { joinedInto: settled.joinedInto, textless })
  return { settled, alone: alone.filter(({ report }) => report.gap === null), places, before }
}

/** Of pages that moves might join the same one. */
function joinedPages(moves: readonly PageMove[]): (page: string) => string {
  const joined = new Map<string, string>()
  const headOf = (page: string): string => {
    let head = page
    while (joined.has(head)) head = joined.get(head)!
    return head
  }
  for (const { from, to } of moves) {
    const [a, b] = [headOf(columnKey(from)), headOf(columnKey(to))]
    if (a !== b) joined.set(a, b)
  }
  return headOf
}

/** A document as it is kept, without what it says until that is asked for. */
interface KeptDocument {
  readonly seq: number
  readonly place: number
  readonly named: NamedDocument
  readonly id: ReportId
  readonly family: string
  readonly page: string | null
  readonly series: string | null
  readonly site: string | null
  readonly siteStep: number
  /** What it came to when it was settled last, as the columns hold it. */
  readonly came: { readonly joined: string | null; readonly gap: string | null }
  readonly analysed: () => AnalysedReport
  /** Of one that was read just now. */
  readonly report: PackedReport | null
}

function keyOf({ seq, place }: Pick<KeptDocument, "seq" | "place">): string {
  return `${seq} ${place}`
}

const columns = "seq, place, named, family, id, page, series, site, site_step, joined_into, gap, analysed"
const columnsUnread = columns.replace(", analysed", "")

function documentOf(row: Row): KeptDocument {
  let analysed: AnalysedReport | null = null
  return {
    seq: Number(row.seq),
    place: Number(row.place),
    named: JSON.parse(String(row.named)) as NamedDocument,
    id: idOfColumn(row.id),
    family: String(row.family),
    page: row.page === null ? null : String(row.page),
    series: row.series === null ? null : String(row.series),
    site: row.site === null ? null : String(row.site),
    siteStep: Number(row.site_step),
    came: {
      joined: row.joined_into === null ? null : String(row.joined_into),
      gap: row.gap === null ? null : String(row.gap),
    },
    analysed: () => {
      analysed ??= unpacked<AnalysedReport>(row.analysed)
      return analysed
    },
    report: null,
  }
}

function keptDocument({ seq, place, named, site, siteStep, report }: ReadDocument): KeptDocument {
  const { id, address, series } = report
  let analysed: AnalysedReport | null = null
  return {
    seq,
    place,
    named,
    id,
    family: columnKey(idFamilyOf(named)),
    // Captures without a time are no versions of a page.
    page: address !== null && named.source.capturedAt !== null ? columnKey(address) : null,
    series: series === null ? null : columnKey(series),
    site,
    siteStep,
    came: { joined: null, gap: null },
    analysed: () => {
      analysed ??= unpacked<AnalysedReport>(report.analysed)
      return analysed
    },
    report,
  }
}

function withId(analysed: AnalysedReport, id: ReportId): AnalysedReport {
  return analysed.article.id === id ? analysed : { ...analysed, article: { ...analysed.article, id } }
}

async function removeDocuments(inside: Queryable): Promise<readonly KeptDocument[]> {
  const rows = await inside.query(
    `SELECT ${columns} FROM document WHERE seq IN (SELECT seq FROM removed_capture)`,
  )
  if (rows.length > 0)
    await inside.run("DELETE FROM page_asked WHERE seq IN (SELECT seq FROM removed_capture)")
  await inside.run("DELETE FROM document WHERE seq IN (SELECT seq FROM removed_capture)")
  await inside.run("DELETE FROM capture_gap WHERE seq IN (SELECT seq FROM removed_capture)")
  await inside.run("DELETE FROM removed_capture")
  return rows.map(documentOf)
}

async function insertDocuments(inside: Queryable, documents: readonly ReadDocument[]): Promise<void> {
  await insertRows(
    inside,
    "document",
    documents.map((read) => {
      const kept = keptDocument(read)
      return {
        seq: kept.seq,
        place: kept.place,
        named: JSON.stringify(kept.named),
        family: kept.family,
        id: idColumn(kept.id),
        page: kept.page,
        series: kept.series,
        site: kept.site,
        content: columnKey(kept.named.source.sha256),
        site_step: kept.siteStep,
        joined_into: null,
        gap: null,
        analysed: read.report.analysed,
      }
    }),
  )
  await noteAsked(inside, documents)
  await noteTexts(inside, documents)
}

/** Reads the pages of those sites anew for which it matters that something else is learnt to repeat. Gives those that say something else. */
async function readSitesAnew(
  inside: Queryable,
  batch: ReadBatch,
  removed: readonly KeptDocument[],
  { work, isLast }: { readonly work: StandingWork; readonly isLast: boolean },
): Promise<readonly KeptDocument[]> {
  const sites = new Set([...batch.documents, ...removed].flatMap(({ site }) => site ?? []))
  if (isLast) for (const site of await sitesDue(inside)) sites.add(site)
  const stale: number[] = []
  for (const site of [...sites].sort(compareStrings)) {
    const { before, now } = await learnSite(inside, site, isLast)
    const readWith = batch.texts.get(site) ?? before
    stale.push(...(await pagesThatAsked(inside, site, otherTexts(before, now), [0, batch.from])))
    stale.push(...(await pagesThatAsked(inside, site, otherTexts(readWith, now), [batch.from, batch.to])))
  }
  const changed: KeptDocument[] = []
  for await (const { documents } of readCaptures(inside, stale, work)) {
    for (const read of documents) {
      const kept = keptDocument(read)
      const written = await inside.run(
        `UPDATE document SET page = $1, series = $2, site_step = $3, analysed = $4
          WHERE seq = $5 AND place = $6 AND analysed <> $4`,
        [kept.page, kept.series, kept.siteStep, read.report.analysed, kept.seq, kept.place],
      )
      // What one came to before is in its row.
      if (written > 0)
        changed.push(kept.seq > batch.from ? kept : { ...kept, report: null, analysed: unasked })
    }
    await noteAsked(inside, documents)
  }
  return changed
}

/** Of a document that is found again by its place. */
function unasked(): never {
  throw new Error("what this document says is to be asked of its row")
}

/** Gives the documents of the families concerned their ids. Gives those whose id is another than before. */
async function nameAnew(
  inside: Queryable,
  changed: readonly KeptDocument[],
  before: Set<ReportId>,
): Promise<readonly KeptDocument[]> {
  const families = [...new Set(changed.map(({ family }) => family))]
  const kept = await documentsWhere(inside, "family", families)
  const renamed: KeptDocument[] = []
  for (const { id, document } of identifyDocuments(
    kept.map((one) => ({ id: one.named.id, source: one.named.source, kept: one })),
  )) {
    const { kept: one } = document
    if (one.id === id) continue
    before.add(one.id)
    renamed.push({ ...one, id })
    await inside.run("UPDATE document SET id = $1 WHERE seq = $2 AND place = $3", [
      idColumn(id),
      one.seq,
      one.place,
    ])
  }
  return renamed
}

/**
 * The documents that share a page or a series with one of `changed`, or whose pages moves join, and so on; these too,
 * where they are kept. With the moves around them.
 */
async function groupsOf(
  inside: Queryable,
  changed: readonly KeptDocument[],
  moved: readonly KeptMove[],
): Promise<{ readonly group: readonly KeptDocument[]; readonly moves: readonly PageMove[] }> {
  const around = new MovesAround(inside, moved.length)
  const group = new Map<string, KeptDocument>()
  const asked = { page: new Set<string>(), series: new Set<string>() }
  let edge: readonly KeptDocument[] = changed
  const add = (found: readonly KeptDocument[]): readonly KeptDocument[] =>
    found.filter((one) => {
      if (group.has(keyOf(one))) return false
      group.set(keyOf(one), one)
      return true
    })
  const unread = changed.filter(({ report }) => report === null)
  add(changed.filter(({ report }) => report !== null))
  add(await documentsAt(inside, unread))
  let pages: readonly string[] = moved.flatMap(({ from, to }) => [from, to])
  while (edge.length > 0 || pages.length > 0) {
    const next: KeptDocument[] = []
    const beside: string[] = []
    for (const column of ["page", "series"] as const) {
      const named = column === "page" ? pages : []
      const values = [...new Set([...named, ...edge.flatMap((one) => one[column] ?? [])])].filter(
        (value) => !asked[column].has(value),
      )
      for (const value of values) asked[column].add(value)
      const unknown = (await documentsWhere(inside, column, values)).filter((one) => !group.has(keyOf(one)))
      next.push(...add(await documentsAt(inside, unknown)))
      if (column === "page") beside.push(...(await around.pagesBeside(values)))
    }
    edge = next
    pages = beside.filter((page) => !asked.page.has(page))
  }
  return {
    group: [...group.values()].sort((a, b) => compareStrings(a.id, b.id)),
    moves: around.moves(),
  }
}

/** What these say cannot be asked for: most are not looked at further. */
async function documentsWhere(
  inside: Queryable,
  column: "family" | "page" | "series",
  values: readonly string[],
): Promise<readonly KeptDocument[]> {
  const found: KeptDocument[] = []
  for (let at = 0; at < values.length; at += valuesMax) {
    const some = values.slice(at, at + valuesMax)
    const sql = `SELECT ${columnsUnread} FROM document WHERE ${column} IN (${placeholders(some.length)})`
    found.push(...(await inside.query(sql, some)).map(documentOf))
  }
  return found
}

async function documentsAt(
  inside: Queryable,
  places: readonly KeptDocument[],
): Promise<readonly KeptDocument[]> {
  const found: KeptDocument[] = []
  for (let at = 0; at < places.length; at += valuesMax / 2) {
    const some = places.slice(at, at + valuesMax / 2)
    const tuples = some
      .map((_, n) => `(CAST($${2 * n + 1} AS BIGINT), CAST($${2 * n + 2} AS BIGINT))`)
      .join(", ")
    const sql = `SELECT ${columns} FROM document WHERE (seq, place) IN (VALUES ${tuples})`
    const values = some.flatMap(({ seq, place }) => [seq, place])
    found.push(...(await inside.query(sql, values)).map(documentOf))
  }
  return found
}

/** Notes of each document what it came to: a part of another article, no article, or neither. */
async function noteGroup(
  inside: Queryable,
  group: readonly KeptDocument[],
  { joinedInto, textless }: Pick<SettledReports, "joinedInto" | "textless">,
): Promise<void> {
  for (const { id, seq, place, came } of group) {
    const whole = joinedInto.get(id)
    const gap = textless.get(id)
    const joined = whole === undefined ? null : idColumn(whole)
    const missing = gap === undefined ? null : JSON.stringify(gap)
    if (joined === came.joined && missing === came.gap) continue
    await inside.run("UPDATE document SET joined_into = $1, gap = $2 WHERE seq = $3 AND place = $4", [
      joined,
      missing,
      seq,
      place,
    ])
  }
}
