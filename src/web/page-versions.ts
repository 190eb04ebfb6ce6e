import type { ReportWire, StoryWire } from "../api/index.ts"
import { compareStrings } from "../base/index.ts"
import { compareTimes, type RecordView } from "./record-view.ts"

/** The captures of one page, earliest first; the last is the report that stands in the story. */
export interface PageVersions {
  readonly page: ReportWire
  readonly versions: readonly ReportWire[]
}

/** Pages of the story that were captured more than once, in the order of the story's reports. */
export function pageVersions(view: RecordView, story: StoryWire): readonly PageVersions[] {
  const earlier = new Map<string, ReportWire[]>()
  for (const report of view.document.reports)
    if (report.versionOf !== null)
      earlier.set(report.versionOf, [...(earlier.get(report.versionOf) ?? []), report])
  return view.reportsOf(story).flatMap((page) => {
    const versions = earlier.get(page.id)
    if (!versions) return []
    const sorted = versions.sort(
      (a, b) =>
        compareTimes(a.source.capturedAt, b.source.capturedAt) ||
        compareTimes(a.modified, b.modified) ||
        compareStrings(a.siglum, b.siglum),
    )
    return [{ page, versions: [...sorted, page] }]
  })
}

/** The heading of a page's versions on the page of the history. */
export function versionsId(site: { readonly view: RecordView }, page: ReportWire): string {
  return `versions-${site.view.slugs.report(page.siglum)}`
}
