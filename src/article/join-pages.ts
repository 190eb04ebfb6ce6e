import { compareStrings, type Span } from "../base/index.ts"
import type { Article, ArticlePart, ReportId } from "./article.ts"

/** Articles printed on several pages put together, and of each page that went into one the article it is a part of. */
export interface JoinedPages {
  readonly articles: readonly Article[]
  readonly joinedInto: ReadonlyMap<ReportId, ReportId>
}

/**
 * Joins the pages of one article, in the order of their numbers, whatever the order given: where the first page and
 * those that follow it are there, each captured once, under one title. The joined article is the first page's, with
 * its id and metadata. What cannot be joined stays as it is, with its note that there is more.
 */
export function joinPages(articles: readonly Article[]): JoinedPages {
  const byKey = new Map<string, Article[]>()
  for (const article of articles)
    if (article.series) byKey.set(article.series.key, [...(byKey.get(article.series.key) ?? []), article])
  const joined = new Map<ReportId, Article>()
  const joinedInto = new Map<ReportId, ReportId>()
  for (const pages of byKey.values()) {
    const run = runOf(pages)
    if (run.length < 2) continue
    joined.set(run[0]!.id, joinedArticle(run))
    for (const page of run.slice(1)) joinedInto.set(page.id, run[0]!.id)
  }
  return {
    articles: articles.flatMap((article) =>
      joinedInto.has(article.id) ? [] : [joined.get(article.id) ?? article],
    ),
    joinedInto,
  }
}

/** The pages from the first on, up to the first that is missing, captured twice, or titled otherwise. */
function runOf(pages: readonly Article[]): readonly Article[] {
  const sorted = [...pages].sort((a, b) => a.series!.number - b.series!.number || compareStrings(a.id, b.id))
  const run: Article[] = []
  for (const [place, page] of sorted.entries()) {
    const isTwice = sorted.some((other, at) => at !== place && other.series!.number === page.series!.number)
    if (isTwice || page.series!.number !== run.length + 1 || !sharesTitle(run[0] ?? page, page)) break
    run.push(page)
  }
  return run
}

/** True when one title is the other, or the other with a page's number or the site's name. */
function sharesTitle(a: Article, b: Article): boolean {
  if (a.title === null || b.title === null) return true
  const [first, second] = [lettersOf(a.title), lettersOf(b.title)]
  return first.startsWith(second) || second.startsWith(first)
}

function lettersOf(title: string): string {
  return title.toLowerCase().replace(/[^\p{L}]+/gu, "")
}

const gap = "\n\n"

function joinedArticle(pages: readonly Article[]): Article {
  const [first] = pages as readonly [Article, ...Article[]]
  const last = pages.at(-1)!
  const parts: ArticlePart[] = []
  let start = 0
  for (const { id, source, url, text } of pages) {
    parts.push({ id, source, url, start, end: start + text.length })
    start += text.length + gap.length
  }
  const shifted = <Item extends Span>(items: (page: Article) => readonly Item[]): readonly Item[] =>
    pages.flatMap((page, n) => items(page).map((item) => movedBy(item, parts[n]!.start)))
  const notes = pages.flatMap((page) =>
    page.shortfalls.filter(({ kind }) => kind !== "more-pages" && kind !== "too-short"),
  )
  return {
    ...first,
    text: pages.map(({ text }) => text).join(gap),
    blocks: shifted((page) => page.blocks),
    furniture: shifted((page) => page.furniture),
    credits: shifted((page) => page.credits),
    dropped: pages.flatMap(({ dropped }) => dropped),
    shortfalls: [
      ...notes,
      ...last.shortfalls.filter(({ kind, detail }) => kind === "more-pages" && isAhead(detail)),
    ],
    parts,
  }
}

function isAhead(detail: string | null): boolean {
  return detail?.startsWith(earlierPages) !== true
}

/** How the note of a page begins whose article began on another. */
export const earlierPages = "it began on an earlier page"

function movedBy<Item extends Span>(item: Item, by: number): Item {
  return { ...item, start: item.start + by, end: item.end + by }
}
