import { decodeHTML } from "entities"
import type { Block, DroppedBlock, Shortfall } from "../article.ts"
import { cleanText } from "./clean-text.ts"
import type { LinkedArticle } from "./linked-data.ts"
import type { PageBlock } from "./page-blocks.ts"
import { outlinePage } from "./page-blocks.ts"
import type { PageMetadata } from "./page-metadata.ts"
import { pageMetadata } from "./page-metadata.ts"
import { pageShortfalls } from "./page-shortfalls.ts"
import { pageText } from "./page-text.ts"
import { parsePage } from "./parse-page.ts"
import type { SiteTemplate } from "./site-template.ts"

/** A page read: its article's text and blocks, its metadata, and what was left out. */
export interface PageReading {
  readonly metadata: PageMetadata
  readonly text: string
  readonly blocks: readonly Block[]
  readonly dropped: readonly DroppedBlock[]
  readonly textRule: string
  readonly shortfalls: readonly Shortfall[]
}

/** Reads `html`, captured at `address` if that is known. `explain` keeps what was dropped; `template` is what repeats on its site. */
export function readPage(
  html: string,
  address: string | null,
  explain: boolean,
  template: SiteTemplate | null = null,
): PageReading {
  const tree = parsePage(html)
  const outline = outlinePage(tree)
  const metadata = pageMetadata(tree, outline, address)
  const page = pageText(tree, outline.blocks, metadata, new Set(template?.texts ?? []))
  const given = textOfLinkedData(metadata.linked, page.blocks)
  const parts = given ?? page.blocks
  const blocks: Block[] = []
  const texts: string[] = []
  let start = 0
  for (const part of parts) {
    blocks.push({ start, end: start + part.text.length, kind: part.kind })
    texts.push(part.text)
    start += part.text.length + 2
  }
  const text = texts.join("\n\n")
  const dropped = explain ? page.verdicts.filter((verdict) => !verdict.keep) : []
  return {
    metadata,
    text,
    blocks,
    dropped: dropped.map(({ block, step, reason, score }) => ({ text: block.text, step, reason, score })),
    textRule: given ? "json-ld articleBody" : page.rule,
    shortfalls: pageShortfalls(tree, metadata, page, text),
  }
}

/** A body in the linked data is taken where the page prints hardly any of it; as printed it is often cut short. */
function textOfLinkedData(
  linked: LinkedArticle | null,
  printed: readonly PageBlock[],
): readonly Pick<PageBlock, "text" | "kind">[] | null {
  if (linked?.body == null || linked.body.length < linkedCharactersMin) return null
  const length = printed.reduce((sum, block) => sum + block.text.length, 0)
  if (length > linked.body.length * 0.4) return null
  const paragraphs = linked.body
    .replace(/<\/?(?:p|div|br|li|h[1-6])\b[^>]{0,200}>/gi, "\n")
    .replace(/<[^>]{1,200}>/g, "")
  return paragraphs
    .split(/\n+/)
    .map((paragraph) => ({ text: cleanText(decodeHTML(paragraph)), kind: "paragraph" as const }))
    .filter((block) => block.text !== "")
}

const linkedCharactersMin = 400
