import type { ReportId } from "../article/index.ts"
import { compareStrings } from "../base/index.ts"
import type { AnalysedReport } from "../language/index.ts"
import type { Lineage, SubstitutionRule } from "../reuse/index.ts"
import type { Stranger } from "../story/index.ts"
import type { Apparatus } from "./apparatus.ts"
import { disagreementsOf } from "./disagreements/disagreements.ts"
import { distinctTexts, reprintFamilies } from "./distinct-texts.ts"
import { statementsOf } from "./statements.ts"
import { collatedReport } from "./utterances.ts"

/**
 * The apparatus of one story: its statements in every wording printed, and what its reports print differently.
 * `lineage` and `strangers` may tell of other reports too. The same for any order of reports, links and strangers.
 */
export function collateStory(
  reports: readonly AnalysedReport[],
  lineage: Lineage,
  strangers: readonly Stranger[],
): Apparatus {
  const rules = new Map<ReportId, readonly SubstitutionRule[]>()
  for (const rewrite of lineage.rewrites) rules.set(rewrite.report, rewrite.rules)
  const collated = [...reports]
    .sort((a, b) => compareStrings(a.article.id, b.article.id))
    .map((report) => collatedReport(report, strangers, rules.get(report.article.id) ?? []))
  const ids = collated.map(({ report }) => report.article.id)
  const textOf = distinctTexts(lineage, ids)
  const statements = statementsOf(collated, textOf, reprintFamilies(lineage, ids))
  return {
    statements: statements.map(({ statement }) => statement),
    disagreements: disagreementsOf(collated, statements, lineage, textOf),
  }
}
