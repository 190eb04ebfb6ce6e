import type { LinkWire, ReportWire, StoryWire } from "../api/index.ts"
import type { RecordView } from "./record-view.ts"

export interface ComparedPair {
  /** Published first, as far as that is known. */
  readonly first: ReportWire
  readonly second: ReportWire
  readonly link: LinkWire | null
}

const allPairsReportsMax = 6
const pairsMax = 60

/**
 * The pairs worth setting side by side: of a few reports every pair, of many those that share text, most shared first.
 */
export function pairsToCompare(view: RecordView, story: StoryWire): readonly ComparedPair[] {
  const reports = view.reportsOf(story)
  const order = new Map(reports.map((report, index) => [report.id, index]))
  const linked = story.links
    .flatMap((link): ComparedPair[] => {
      const [a, b] = [order.get(link.a), order.get(link.b)]
      if (a === undefined || b === undefined) return []
      return [{ first: reports[Math.min(a, b)]!, second: reports[Math.max(a, b)]!, link }]
    })
    .sort((x, y) => shareOf(y) - shareOf(x) || orderOf(x) - orderOf(y))
  if (reports.length > allPairsReportsMax) return linked.slice(0, pairsMax)
  const known = new Set(linked.map(({ first, second }) => `${first.id} ${second.id}`))
  const others = reports.flatMap((first, at) =>
    reports
      .slice(at + 1)
      .flatMap((second) => (known.has(`${first.id} ${second.id}`) ? [] : { first, second, link: null })),
  )
  return [...linked, ...others]

  function orderOf({ first, second }: ComparedPair): number {
    return order.get(first.id)! * reports.length + order.get(second.id)!
  }
}

function shareOf({ link }: ComparedPair): number {
  return link ? Math.max(link.aShare, link.bShare) : 0
}

/** The sigla of two reports in the order in which they are compared. */
export function pairOf(
  view: RecordView,
  story: StoryWire,
  a: ReportWire,
  b: ReportWire,
): readonly [string, string] {
  const reports = view.reportsOf(story)
  return reports.indexOf(a) <= reports.indexOf(b) ? [a.siglum, b.siglum] : [b.siglum, a.siglum]
}
