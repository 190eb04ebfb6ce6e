/**
 * Article: one document in, one Article out: the text, who made it and when, and what was set aside.
 * Cannot fail: poor input gives an article with shortfalls. Never looks at other reports.
 */
export type {
  Article,
  ArticleField,
  ArticlePart,
  Block,
  Credit,
  DroppedBlock,
  Furniture,
  PageKind,
  ReportId,
  Shortfall,
} from "./article.ts"
export { type JoinedPages, joinPages } from "./join-pages.ts"
export { monthsByName } from "./month-names.ts"
export type { PageNotes } from "./page/read-page.ts"
export { learnTemplate, type PageTexts, pageTexts, type SiteTemplate } from "./page/site-template.ts"
export { movesMax, movesOf, ownMovesOf, type PageMove } from "./page-moves.ts"
export {
  findPageVersions,
  isWhole,
  latestVersions,
  type PageVersions,
  pageVersionsOf,
  wholeVersions,
} from "./page-versions.ts"
export { type ArticleOptions, readArticle, reportIdOf } from "./read-article.ts"
