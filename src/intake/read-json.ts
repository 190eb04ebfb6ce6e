import type { ArticleFields, DocumentContent } from "./document.ts"

/** What a JSON value holds as a document: its own id and its content, or null when no text or page is in it. */
export interface JsonDocument {
  readonly id: string | null
  readonly content: DocumentContent
}

/** Names of a field, in the order in which they are believed; from news APIs, crawlers' dumps and schema.org. */
const fieldNames = {
  id: ["id", "_id", "uid", "guid"],
  html: ["html", "raw_html"],
  text: ["text", "articleBody", "body", "content", "maintext", "main_content", "article_text", "full_text"],
  url: ["url", "link", "source_url", "canonical_url"],
  title: ["title", "headline"],
  bylines: ["bylines", "byline", "authors", "author", "creator"],
  published: [
    "published",
    "datePublished",
    "published_at",
    "publishedAt",
    "date_publish",
    "publish_date",
    "date",
  ],
  modified: ["modified", "dateModified", "modified_at", "updated", "updatedAt", "date_modify"],
  outlet: ["outlet", "publisher", "site_name", "source_name", "source", "source_domain"],
  language: ["language", "lang", "inLanguage"],
} as const

/** Reads `value` as one article. Never throws; unknown fields are passed over. */
export function jsonDocument(value: unknown): JsonDocument | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null
  const object = value as Readonly<Record<string, unknown>>
  const id = firstText(object, fieldNames.id)
  const url = firstText(object, fieldNames.url)
  const html = firstText(object, fieldNames.html)
  if (html !== null) return { id, content: { kind: "html", html, url } }
  const text = firstText(object, fieldNames.text)
  if (text === null) return null
  const fields: ArticleFields = {
    text,
    url,
    title: firstText(object, fieldNames.title),
    bylines: namesIn(firstValue(object, fieldNames.bylines)),
    published: firstText(object, fieldNames.published),
    modified: firstText(object, fieldNames.modified),
    outlet: firstText(object, fieldNames.outlet),
    language: firstText(object, fieldNames.language),
  }
  return { id, content: { kind: "fields", fields } }
}

function firstValue(object: Readonly<Record<string, unknown>>, names: readonly string[]): unknown {
  for (const name of names) {
    const value = Object.hasOwn(object, name) ? object[name] : undefined
    if (value !== undefined && value !== null && value !== "") return value
  }
  return null
}

/** The first of `names` that holds text; numbers count as text, and an object speaks through its `name`. */
function firstText(object: Readonly<Record<string, unknown>>, names: readonly string[]): string | null {
  for (const name of names) {
    const text = Object.hasOwn(object, name) ? textOf(object[name]) : null
    if (text !== null) return text
  }
  return null
}

function textOf(value: unknown): string | null {
  if (typeof value === "string") return value.trim() === "" ? null : value.toWellFormed()
  if (typeof value === "number" && Number.isFinite(value)) return String(value)
  if (typeof value === "object" && value !== null && "name" in value && typeof value.name === "string")
    return textOf(value.name)
  return null
}

const namesMax = 100

function namesIn(value: unknown): readonly string[] {
  const list = Array.isArray(value) ? value.slice(0, namesMax) : [value]
  return list.map(textOf).filter((name) => name !== null)
}
