import type { ReportId } from "../article/index.ts"
import { creditedByBoth, creditTo } from "./credit-evidence.ts"
import type { DescentEdge } from "./descent.ts"
import type { Link } from "./lineage.ts"
import type { ReuseReport } from "./reuse-report.ts"

/** Steps back from a text that are followed to a common source. */
const stepsMax = 64

/**
 * Links whose way the texts alone do not tell: by what one says of the other's house, or else with the rival that fits
 * as well named: a common source among the reports, by way of a third, a house that both credit, or one that is not
 * here. Links with a direction are left as they are.
 */
export function directionExplainer(
  edges: Iterable<DescentEdge>,
  reportOf: (id: ReportId) => ReuseReport | undefined,
): (link: Link) => Link {
  const parentOf = new Map<ReportId, ReportId>()
  for (const { parent, child } of edges) if (!parentOf.has(child)) parentOf.set(child, parent)
  return (link) => {
    if (link.direction !== null) return link
    const [a, b] = [reportOf(link.a), reportOf(link.b)]
    if (!a || !b) return link
    const [creditOfA, creditOfB] = [creditTo(b, a), creditTo(a, b)]
    if ((creditOfA === null) !== (creditOfB === null)) {
      const direction = creditOfA !== null ? "a>b" : "b>a"
      return {
        ...link,
        direction,
        reasons: [...link.reasons, `the other credits it: “${creditOfA ?? creditOfB}”`],
      }
    }
    const rival = rivalOf(link, a, b, parentOf)
    return rival === null ? link : { ...link, reasons: [...link.reasons, rival] }
  }
}

function rivalOf(
  link: Link,
  a: ReuseReport,
  b: ReuseReport,
  parentOf: ReadonlyMap<ReportId, ReportId>,
): string | null {
  const [lineA, lineB] = [lineOf(a.id, parentOf), lineOf(b.id, parentOf)]
  if (lineA.includes(b.id)) return `it came from ${b.id} to ${a.id} by way of ${parentOf.get(a.id)}`
  if (lineB.includes(a.id)) return `it came from ${a.id} to ${b.id} by way of ${parentOf.get(b.id)}`
  const common = lineA.find((id) => lineB.includes(id))
  if (common !== undefined) return `both come from ${common}`
  const house = creditedByBoth(a, b)
  if (house !== null) return `both credit ${house}, and may have it from there`
  if (link.reasons.some((reason) => reason.includes("both may") || reason.includes("or both"))) return null
  return "nothing tells which came first: both may come from one source"
}

/** What a text comes from, step by step. */
function lineOf(id: ReportId, parentOf: ReadonlyMap<ReportId, ReportId>): readonly ReportId[] {
  const line: ReportId[] = []
  let at = parentOf.get(id)
  while (at !== undefined && line.length < stepsMax && !line.includes(at)) {
    line.push(at)
    at = parentOf.get(at)
  }
  return line
}
