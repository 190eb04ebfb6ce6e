import type { Article, Shortfall } from "../article/index.ts"
import { compareStrings } from "../base/index.ts"
import type { Gap } from "./record.ts"

/** What is known to be missing from the reports, in plain words. Sorted by report, then by words. */
export function reportGaps(articles: readonly Article[]): readonly Gap[] {
  return articles
    .flatMap(({ id, shortfalls }) =>
      shortfalls.map((shortfall) => ({ report: id, what: gapWords(shortfall) })),
    )
    .sort((a, b) => compareStrings(a.report, b.report) || compareStrings(a.what, b.what))
    .map(({ report, what }) => ({ on: "report", report, what }))
}

const words: Readonly<Record<Shortfall["kind"], string>> = {
  paywalled: "only the part before the paywall was served",
  "no-article": "the page holds no article",
  "too-short": "the text is too short for an article",
  truncated: "the text breaks off",
  "more-pages": "the article goes on on another page",
  "over-limit": "the page is larger than is read; the rest was left out",
}

function gapWords({ kind, detail }: Shortfall): string {
  return detail === null ? words[kind] : `${words[kind]}: ${detail}`
}
