import type { ReportWire } from "../api/index.ts"
import { webAddress } from "./evidence.ts"
import { pageVersions } from "./page-versions.ts"
import type { RecordView } from "./record-view.ts"

/**
 * The headers of Memento (RFC 7089) for the page of a captured report: when its page was as it is shown, the address
 * of the page itself, and the captures before and after. Empty where the time of capture or the address is not known.
 */
export function mementoHeaders(
  view: RecordView,
  report: ReportWire,
  pathOf: (siglum: string) => string,
): Readonly<Record<string, string>> {
  const seen = httpDate(report.source.capturedAt)
  const original = URL.parse(webAddress(report) ?? "")?.href
  if (seen === null || original === undefined) return {}
  const links = [`<${original}>; rel="original"`]
  const story = view.storyOf(report.id)
  const page = story && pageVersions(view, story).find(({ versions }) => versions.includes(report))
  const versions = page?.versions.filter(({ source }) => httpDate(source.capturedAt) !== null) ?? [report]
  const at = versions.indexOf(report)
  const named: readonly (readonly [number, string])[] = [
    [0, "first"],
    [at - 1, "prev"],
    [at + 1, "next"],
    [versions.length - 1, "last"],
  ]
  for (const place of new Set(named.map(([one]) => one))) {
    const version = versions[place]
    if (version === undefined) continue
    const relations = named.flatMap(([one, name]) => (one === place ? [name] : []))
    const datetime = httpDate(version.source.capturedAt)
    links.push(
      `<${encodeURI(pathOf(version.siglum))}>; rel="${[...relations, "memento"].join(" ")}"; datetime="${datetime}"`,
    )
  }
  return { "memento-datetime": seen, link: links.join(", ") }
}

/** Null for a time that is not known to the minute, or in no zone. */
function httpDate(iso: string | null): string | null {
  if (iso === null || !/T\d\d:\d\d.*(?:Z|[+-]\d\d:?\d\d)$/.test(iso)) return null
  const date = new Date(iso)
  return Number.isNaN(date.getTime()) ? null : date.toUTCString()
}
