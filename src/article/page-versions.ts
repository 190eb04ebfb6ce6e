import { compareNullable, compareStrings } from "../base/index.ts"
import type { Article, ReportId } from "./article.ts"

/** Captures of one page, the earliest first. The last is the report; the others only show how it came to be so. */
export interface PageVersions {
  readonly address: string
  readonly versions: readonly Article[]
}

/**
 * The pages that were captured more than once: reports with one address of their own and unlike bytes, each with the
 * time of its capture. Captures without a time are no versions, since nobody could say which came first.
 */
export function findPageVersions(articles: readonly Article[]): readonly PageVersions[] {
  const byAddress = new Map<string, Article[]>()
  for (const article of articles) {
    if (article.url === null || article.source.capturedAt === null) continue
    const captured = byAddress.get(article.url)
    if (captured) captured.push(article)
    else byAddress.set(article.url, [article])
  }
  return [...byAddress]
    .filter(([, captured]) => captured.length > 1)
    .sort(([a], [b]) => compareStrings(a, b))
    .map(([address, captured]) => ({ address, versions: captured.sort(byCapture) }))
}

/** For each earlier version, the report that is its page's latest. */
export function latestVersions(pages: readonly PageVersions[]): ReadonlyMap<ReportId, ReportId> {
  const latest = new Map<ReportId, ReportId>()
  for (const { versions } of pages)
    for (const version of versions.slice(0, -1)) latest.set(version.id, versions.at(-1)!.id)
  return latest
}

function byCapture(a: Article, b: Article): number {
  return compareNullable(a.source.capturedAt, b.source.capturedAt) || compareStrings(a.id, b.id)
}
