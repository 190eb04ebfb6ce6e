import type { ArticleFields, SourceDocument } from "../intake/index.ts"
import type { Article, ReportId } from "./article.ts"
import { chooseLanguage } from "./choose-language.ts"
import { detectLanguage } from "./detect-language.ts"
import { findCredits, writersCredited } from "./find-credits.ts"
import { type PageNotes, readPage } from "./page/read-page.ts"
import { parseMachineDate } from "./parse-date.ts"
import { namesOfByline } from "./person-names.ts"
import { readPlainText } from "./read-plain-text.ts"

export interface ArticleOptions {
  readonly id: ReportId
  /** Keep what was dropped, with the step, the reason and the score. */
  readonly explain: boolean
  readonly notes?: PageNotes
}

/** The input's own id, or else twelve hexadecimal digits of the captured bytes' SHA-256. */
export function reportIdOf(document: Pick<SourceDocument, "id" | "source">): ReportId {
  return (document.id ?? document.source.sha256.slice(0, 12)) as ReportId
}

/** Reads `document` as one report. Cannot fail: what could not be had is null, and said in `shortfalls`. */
export function readArticle(document: SourceDocument, options: ArticleOptions): Article {
  const { content } = document
  switch (content.kind) {
    case "html":
      return readPageArticle(document, options, content)
    case "text":
      return readTextArticle(document, options, content.text)
    case "fields":
      return withFields(
        readTextArticle(document, options, content.fields.text, content.fields),
        content.fields,
      )
  }
}

function readTextArticle(
  document: SourceDocument,
  options: ArticleOptions,
  text: string,
  fields: ArticleFields | null = null,
): Article {
  const reading = readPlainText(text, fields?.title ?? null)
  const language = detectLanguage(text)
  return {
    id: options.id,
    source: document.source,
    url: document.source.kind === "url" ? document.source.name : null,
    title: reading.title,
    bylines: reading.bylines,
    published: reading.published,
    modified: reading.modified,
    outlet: reading.outlet,
    language,
    text,
    blocks: reading.blocks,
    furniture: reading.furniture,
    credits: reading.credits,
    dropped: [],
    evidence: { ...reading.evidence, ...(language === null ? {} : { language: "function-words" }) },
    shortfalls: /\S/.test(text) ? [] : [{ kind: "no-article", detail: "there is no text" }],
  }
}

function readPageArticle(
  document: SourceDocument,
  options: ArticleOptions,
  { html, url: address, siteTexts = [] }: Extract<SourceDocument["content"], { kind: "html" }>,
): Article {
  const {
    metadata: found,
    text,
    blocks,
    dropped,
    textRule,
    shortfalls,
    kind,
    series,
  } = readPage(html, address, options.explain, siteTexts, document.source.capturedAt, options.notes)
  const metadata = detached({ ...found, linked: null })
  const { furniture, credits } = findCredits(text, blocks)
  const { url, title, published, modified, outlet } = metadata
  const credited = metadata.bylines.length > 0 ? [] : writersCredited(text, credits)
  const language = chooseLanguage(metadata.language, text)
  return {
    id: options.id,
    source: document.source,
    url,
    title,
    bylines: credited.length > 0 ? credited : metadata.bylines,
    published,
    modified,
    outlet,
    language: language?.language ?? null,
    text,
    blocks,
    furniture,
    credits,
    dropped,
    evidence: {
      ...metadata.evidence,
      ...(credited.length > 0 ? { bylines: "credit" } : {}),
      ...(text === "" ? {} : { text: textRule }),
      ...(language === null ? {} : { language: language.rule }),
    },
    shortfalls,
    page: kind,
    ...(series === null ? {} : { series: detached(series) }),
  }
}

/** A copy that keeps nothing of the page alive: an engine may hold a part of a text by holding the whole of it. */
function detached<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value))
}

/** What the input gave goes before what the text says. */
function withFields(article: Article, fields: ArticleFields): Article {
  const bylines = fields.bylines.flatMap((byline) => namesOfByline(byline, fields.outlet))
  const published = fields.published === null ? null : parseMachineDate(fields.published)
  const modified = fields.modified === null ? null : parseMachineDate(fields.modified)
  const evidence: Record<string, string> = { ...article.evidence }
  for (const [field, value] of Object.entries({
    ...fields,
    bylines: bylines[0] ?? null,
    published,
    modified,
  }))
    if (value !== null && field !== "text" && field !== "url") evidence[field] = "given"
  return {
    ...article,
    url: fields.url ?? article.url,
    title: fields.title ?? article.title,
    bylines: bylines.length > 0 ? bylines : article.bylines,
    published: published ?? article.published,
    modified: modified ?? article.modified,
    outlet: fields.outlet ?? article.outlet,
    language: fields.language ?? article.language,
    evidence,
  }
}
