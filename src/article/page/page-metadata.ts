import type { ArticleField } from "../article.ts"
import { dayOrderOf } from "./day-order.ts"
import { type LinkedArticle, linkedArticle } from "./linked-data.ts"
import type { PageOutline } from "./page-blocks.ts"
import { bylinesOf } from "./page-bylines.ts"
import { datesOf } from "./page-dates.ts"
import { outletOf } from "./page-outlet.ts"
import { type Found, metaValue, type PageSources } from "./page-sources.ts"
import { titleOf } from "./page-title.ts"
import type { PageTree } from "./page-tree.ts"

/** What a page says of its article, each field with the rule that found it. */
export interface PageMetadata {
  readonly url: string | null
  readonly title: string | null
  readonly bylines: readonly string[]
  readonly published: string | null
  readonly modified: string | null
  readonly outlet: string | null
  readonly language: string | null
  readonly evidence: Readonly<Partial<Record<ArticleField, string>>>
  readonly linked: LinkedArticle | null
  /** The headline as a heading of the page prints it, or null when none does. */
  readonly headline: string | null
}

export function pageMetadata(
  tree: PageTree,
  { blocks, marked }: PageOutline,
  address: string | null,
  capturedAt: string | null = null,
): PageMetadata {
  const linked = linkedArticle(tree.linkedData, tree.titleText ?? metaValue(tree, "og:title"))
  const evidence: Partial<Record<ArticleField, string>> = {}
  const canonical = canonicalAddress(tree)
  const outlet = noted(evidence, "outlet", outletOf(tree, linked, blocks, address ?? canonical))
  const titleless: PageSources = {
    tree,
    blocks,
    linked,
    marked,
    outlet,
    address,
    canonical,
    capturedAt,
    order: dayOrderOf(tree, blocks, address ?? canonical),
    headline: -1,
  }
  const given = titleOf(titleless)
  const found = given !== null && /[\p{L}\p{N}]/u.test(given.value) ? given : null
  const title = noted(evidence, "title", found)
  const headline =
    title === null
      ? -1
      : blocks.findIndex((block) => block.kind === "heading" && block.text === found?.printed)
  const sources: PageSources = { ...titleless, headline }
  const dates = datesOf(sources)
  const published = noted(evidence, "published", dates.published)
  const modified = noted(evidence, "modified", dates.modified)
  const bylines = noted(evidence, "bylines", bylinesOf(sources)) ?? []
  const language = languageOf(tree, linked)
  if (language !== null) evidence.language = "declared"
  const url = address ?? canonical
  return {
    url,
    title,
    bylines,
    published,
    modified,
    outlet,
    language,
    evidence,
    linked,
    headline: found?.printed ?? null,
  }
}

function noted<Value>(
  evidence: Partial<Record<ArticleField, string>>,
  field: ArticleField,
  found: Found<Value> | null,
): Value | null {
  if (found === null) return null
  evidence[field] = found.rule
  return found.value
}

function languageOf(tree: PageTree, linked: LinkedArticle | null): string | null {
  const declared =
    tree.language ??
    metaValue(tree, "content-language", "og:locale", "dc.language", "language") ??
    linked?.language ??
    null
  const match =
    declared === null ? null : /^\s*([a-z]{2,3})(?:[-_]([a-z]{2}|[A-Z]{2}))?(?:$|[\s,;.-])/i.exec(declared)
  if (!match) return null
  return match[2] === undefined
    ? match[1]!.toLowerCase()
    : `${match[1]!.toLowerCase()}-${match[2].toUpperCase()}`
}

/** The address that the page gives as its own. */
export function canonicalAddress(tree: PageTree): string | null {
  const canonical = tree.links.get("canonical") ?? metaValue(tree, "og:url")
  return canonical !== null && /^https?:\/\//i.test(canonical) ? canonical : null
}
