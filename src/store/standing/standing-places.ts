import type { ReportId } from "../../article/index.ts"
import { sha256Hex } from "../../base/index.ts"
import { type IntakeGap, intakeGapText } from "../../intake/index.ts"
import { digestOf } from "../../story/index.ts"
import { placeholders, type Row, valuesMax } from "../database.ts"
import type { Archive } from "../open-archive.ts"
import { idOfColumn } from "./packed.ts"
import { readRulings } from "./ruled-reports.ts"
import { readState } from "./standing-state.ts"

export interface StandingCounts {
  readonly stories: number
  /** Without earlier versions of pages. */
  readonly reports: number
  readonly gaps: number
}

export async function standingCounts({ database }: Archive): Promise<StandingCounts> {
  const count = async (sql: string): Promise<number> => Number((await database.query(sql))[0]?.n ?? 0)
  return {
    stories: await count("SELECT count(*) AS n FROM story"),
    reports: await count("SELECT count(*) AS n FROM report WHERE version_of IS NULL"),
    gaps:
      (await count("SELECT count(*) AS n FROM capture_gap")) +
      (await count("SELECT count(*) AS n FROM document WHERE gap IS NOT NULL")),
  }
}

/** The first of what is missing, in the order in which it was captured; what was not read at all first. */
export async function firstGaps({ database }: Archive, count: number): Promise<readonly IntakeGap[]> {
  const asked = [
    "SELECT gap FROM capture_gap ORDER BY seq, place LIMIT $1",
    "SELECT gap FROM document WHERE gap IS NOT NULL ORDER BY seq, place LIMIT $1",
  ]
  const found: IntakeGap[] = []
  for (const sql of asked) {
    if (found.length >= count) break
    const rows = await database.query(sql, [count - found.length])
    for (const { gap } of rows) found.push(JSON.parse(String(gap)) as IntakeGap)
  }
  return found
}

/** What the whole record stands on: another word each time that it is another record, and whether it is behind. */
export async function standingVersion(
  { database }: Archive,
  tool: string,
): Promise<{ readonly version: string; readonly isBehind: boolean }> {
  const state = await readState(database)
  const [last] = await database.query("SELECT max(seq) AS seq FROM capture")
  const removed = await database.query("SELECT 1 AS one FROM removed_capture LIMIT 1")
  const [told] = await database.query("SELECT count(*) AS n FROM removal")
  const digest = sha256Hex(JSON.stringify(await readRulings(database)))
  return {
    version: `${state.builtTo}-${state.rulings.slice(0, 12)}-${told?.n}`,
    isBehind:
      state.builtTo !== Number(last?.seq ?? 0) ||
      state.tool !== tool ||
      state.postponed !== null ||
      removed.length > 0 ||
      state.rulings !== digest,
  }
}

export interface StoryVersion {
  /** Another word each time that the story is told anew. */
  readonly version: string
  readonly title: string | null
  readonly reports: number
}

/** Null where there is no such story. */
export async function storyVersion({ database }: Archive, id: string): Promise<StoryVersion | null> {
  const [row] = await database.query("SELECT made_of, title, reports FROM story WHERE id = $1", [id])
  if (!row) return null
  const title = row.title === null ? null : (JSON.parse(String(row.title)) as string)
  return { version: String(row.made_of), title, reports: Number(row.reports) }
}

/**
 * Where reports stand now, by the digests of their ids: an earlier version of a page is in the story of its page. What
 * is not there, or in no story, is left out.
 */
export async function storiesOfReports(
  archive: Archive,
  digests: readonly string[],
): Promise<ReadonlyMap<string, { readonly report: ReportId; readonly story: string }>> {
  const found = new Map<string, { readonly report: ReportId; readonly story: string }>()
  const pages = new Map<string, readonly { readonly digest: string; readonly report: ReportId }[]>()
  for (const row of await reportRows(archive, digests)) {
    const [digest, report] = [String(row.digest), idOfColumn(row.id)]
    if (row.story !== null) found.set(digest, { report, story: String(row.story) })
    else if (row.version_of !== null) {
      const page = digestOf(idOfColumn(row.version_of))
      pages.set(page, [...(pages.get(page) ?? []), { digest, report }])
    }
  }
  for (const row of await reportRows(archive, [...pages.keys()]))
    for (const { digest, report } of pages.get(String(row.digest)) ?? [])
      if (row.story !== null) found.set(digest, { report, story: String(row.story) })
  return found
}

async function reportRows({ database }: Archive, digests: readonly string[]): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (let at = 0; at < digests.length; at += valuesMax) {
    const some = digests.slice(at, at + valuesMax)
    const list = placeholders(some.length)
    rows.push(
      ...(await database.query(
        `SELECT digest, id, story, version_of FROM report WHERE digest IN (${list})`,
        some,
      )),
    )
  }
  return rows
}

/** What a capture came to, once the record has caught up with it. */
export interface CaptureOutcome {
  readonly reports: readonly ReportId[]
  readonly stories: readonly string[]
  /** What is missing of it, in plain words. */
  readonly problems: readonly string[]
}

/** By the captures' places in the archive; one that came to nothing has an outcome of nothing. */
export async function captureOutcomes(
  { database }: Archive,
  seqs: readonly number[],
): Promise<ReadonlyMap<number, CaptureOutcome>> {
  const outcomes = new Map(
    seqs.map((seq) => [
      seq,
      { reports: [] as ReportId[], stories: [] as string[], problems: [] as string[] },
    ]),
  )
  const each = async (sql: string, take: (row: Row) => void): Promise<void> => {
    for (let at = 0; at < seqs.length; at += valuesMax) {
      const some = seqs.slice(at, at + valuesMax)
      for (const row of await database.query(`${sql} IN (${placeholders(some.length)})`, some)) take(row)
    }
  }
  await each("SELECT seq, id, story FROM report WHERE seq", ({ seq, id, story }) => {
    const outcome = outcomes.get(Number(seq))!
    outcome.reports.push(idOfColumn(id))
    if (story !== null && !outcome.stories.includes(String(story))) outcome.stories.push(String(story))
  })
  const miss = ({ seq, gap }: Row): void => {
    outcomes.get(Number(seq))!.problems.push(intakeGapText(JSON.parse(String(gap)) as IntakeGap))
  }
  await each("SELECT seq, gap FROM capture_gap WHERE seq", miss)
  await each("SELECT seq, gap FROM document WHERE gap IS NOT NULL AND seq", miss)
  return outcomes
}
