import { compareNullable, compareStrings } from "../base/index.ts"
import type { Article, ReportId } from "./article.ts"
import { joinAddresses, type PageMove } from "./page-moves.ts"

/**
 * Captures of one page, the earliest first. The last is the report; the others only show how it came to be so. Only
 * captures of a part of the page may be later than the last.
 */
export interface PageVersions {
  /** The last's; each version has its own. */
  readonly address: string
  readonly versions: readonly Article[]
}

/**
 * The pages that were captured more than once: reports with one address of their own, or with addresses that `moves`
 * join, each with the time of its capture. Captures without a time are no versions, since nobody could say which came
 * first.
 */
export function findPageVersions(
  articles: readonly Article[],
  moves: readonly PageMove[] = [],
): readonly PageVersions[] {
  const byAddress = new Map<string, Article[]>()
  for (const article of articles) {
    if (article.url === null || article.source.capturedAt === null) continue
    const captured = byAddress.get(article.url)
    if (captured) captured.push(article)
    else byAddress.set(article.url, [article])
  }
  const pages = joinAddresses(byAddress, moves).map((addresses) =>
    addresses.flatMap((address) => byAddress.get(address)!),
  )
  return pages
    .filter((captured) => captured.length > 1)
    .map(pageOf)
    .sort(byAddressOf)
}

/** The same pages where it is known of each earlier version which report is the latest. */
export function pageVersionsOf(
  articles: readonly Article[],
  latest: ReadonlyMap<ReportId, ReportId>,
): readonly PageVersions[] {
  const byId = new Map(articles.map((article) => [article.id, article]))
  const pages = new Map<ReportId, Article[]>()
  for (const [id, last] of latest) {
    const captured = pages.get(last) ?? [byId.get(last)!]
    pages.set(last, [...captured, byId.get(id)!])
  }
  return [...pages.values()].map(pageOf).sort(byAddressOf)
}

function pageOf(captured: readonly Article[]): PageVersions {
  const versions = lastWhole([...captured].sort(byCapture))
  return { address: versions.at(-1)!.url!, versions }
}

function byAddressOf(a: PageVersions, b: PageVersions): number {
  return compareStrings(a.address, b.address)
}

/**
 * The versions that show what the page says: those of which only a part was served, as before a paywall, show nothing
 * of the rest, and are left out wherever a whole one is there.
 */
export function wholeVersions(versions: readonly Article[]): readonly Article[] {
  const whole = versions.filter(isWhole)
  return whole.length > 0 ? whole : versions
}

/** Whether all of the article was there: no paywall, break or limit hid the rest. */
export function isWhole({ shortfalls }: Article): boolean {
  return !shortfalls.some(({ kind }) => kind !== "more-pages")
}

/** For each earlier version, the report that is its page's latest. */
export function latestVersions(pages: readonly PageVersions[]): ReadonlyMap<ReportId, ReportId> {
  const latest = new Map<ReportId, ReportId>()
  for (const { versions } of pages)
    for (const version of versions.slice(0, -1)) latest.set(version.id, versions.at(-1)!.id)
  return latest
}

/** The same with the latest whole version last, so that a part of the page does not stand for all of it. */
function lastWhole(versions: readonly Article[]): readonly Article[] {
  const latest = wholeVersions(versions).at(-1)!
  return [...versions.filter((version) => version !== latest), latest]
}

function byCapture(a: Article, b: Article): number {
  return compareNullable(a.source.capturedAt, b.source.capturedAt) || compareStrings(a.id, b.id)
}
