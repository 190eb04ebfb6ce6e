import type { ReportId } from "../../article/index.ts"
import { compareStrings, sha256Hex } from "../../base/index.ts"
import { idFamilyOf, rulingsOnReports } from "../../pipeline/index.ts"
import { digestOf, type NearReport, type StoryRuling, settleRulings } from "../../story/index.ts"
import type { Queryable } from "../database.ts"
import { columnKey, idColumn, idOfColumn } from "./packed.ts"

/** What people have ruled on, among the reports that the record holds. */
export interface RuledReports {
  /** On latest versions and whole articles, in the order in which they were given. */
  readonly rulings: readonly StoryRuling[]
  readonly digest: string
  /** All that are named and there, or were before they became part of another. */
  readonly named: ReadonlySet<ReportId>
  /** Those that stand next to the report of that digest among those that it is to be in one story with. */
  nextTo(digest: string): readonly NearReport[]
}

/** All rulings, in the order in which they were given. */
export async function readRulings(inside: Queryable): Promise<readonly StoryRuling[]> {
  const rows = await inside.query("SELECT ruling FROM ruling ORDER BY place")
  return rows.map(({ ruling }) => JSON.parse(String(ruling)) as StoryRuling)
}

export async function readRuledReports(inside: Queryable): Promise<RuledReports> {
  const given = await readRulings(inside)
  const present = new Map<ReportId, NearReport>()
  const standsFor = new Map<ReportId, ReportId>()
  for (const id of new Set(given.flatMap(namedIn))) {
    const report = await reportFor(inside, id)
    standsFor.set(id, report)
    const [row] = await inside.query("SELECT day FROM report WHERE digest = $1 AND version_of IS NULL", [
      digestOf(report),
    ])
    if (row)
      present.set(report, {
        digest: digestOf(report),
        day: Number(row.day),
        millionths: Number.POSITIVE_INFINITY,
      })
  }
  const rulings = rulingsOnReports(given, (id) => standsFor.get(id) ?? id)
  const settled = settleRulings(rulings)
  const reportOf = new Map([...present].map(([report, { digest }]) => [digest, report]))
  return {
    rulings,
    digest: sha256Hex(JSON.stringify(given)),
    named: new Set([...standsFor].flat()),
    nextTo(digest) {
      const report = reportOf.get(digest)
      const block = report === undefined ? null : settled.blockOf(report)
      if (report === undefined || block === null) return []
      const mates = [...block.reports].filter((id) => present.has(id as ReportId)).sort(compareStrings)
      const at = mates.indexOf(report)
      return [mates[at - 1], mates[at + 1]].flatMap((id) => present.get(id as ReportId) ?? [])
    },
  }
}

function namedIn(ruling: StoryRuling): readonly ReportId[] {
  return ruling.kind === "same-story" ? ruling.reports : [...ruling.reports, ...ruling.others]
}

/** The report that the record tells `id` in: the latest version of its page, the article that it is a part of. */
async function reportFor(inside: Queryable, id: ReportId): Promise<ReportId> {
  const source = { kind: "file", name: "", member: null, sha256: "", capturedAt: null } as const
  const [part] = await inside.query("SELECT joined_into FROM document WHERE family = $1 AND id = $2", [
    columnKey(idFamilyOf({ id, source })),
    idColumn(id),
  ])
  const whole = part && part.joined_into !== null ? idOfColumn(part.joined_into) : id
  const [row] = await inside.query("SELECT version_of FROM report WHERE digest = $1", [digestOf(whole)])
  return row && row.version_of !== null ? idOfColumn(row.version_of) : whole
}
