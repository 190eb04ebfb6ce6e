import type { Block, DroppedBlock, Shortfall } from "../article.ts"
import { outlinePage } from "./page-blocks.ts"
import type { PageMetadata } from "./page-metadata.ts"
import { pageMetadata } from "./page-metadata.ts"
import { pageText } from "./page-text.ts"
import { parsePage } from "./parse-page.ts"

/** A page read: its article's text and blocks, its metadata, and what was left out. */
export interface PageReading {
  readonly metadata: PageMetadata
  readonly text: string
  readonly blocks: readonly Block[]
  readonly dropped: readonly DroppedBlock[]
  readonly textRule: string
  readonly shortfalls: readonly Shortfall[]
}

/** Reads `html`, captured at `address` if that is known. `explain` keeps what was dropped. */
export function readPage(html: string, address: string | null, explain: boolean): PageReading {
  const tree = parsePage(html)
  const outline = outlinePage(tree)
  const metadata = pageMetadata(tree, outline, address)
  const page = pageText(tree, outline.blocks, metadata.title)
  const blocks: Block[] = []
  let text = ""
  for (const block of page.blocks) {
    if (text !== "") text += "\n\n"
    const start = text.length
    text += block.text
    blocks.push({ start, end: text.length, kind: block.kind })
  }
  const shortfalls: Shortfall[] = []
  if (tree.cut) shortfalls.push({ kind: "over-limit", detail: "the page was cut at its limit" })
  if (text === "") shortfalls.push({ kind: "no-article", detail: null })
  return {
    metadata,
    text,
    blocks,
    dropped: explain
      ? page.verdicts
          .filter((verdict) => !verdict.keep)
          .map(({ block, step, reason, score }) => ({ text: block.text, step, reason, score }))
      : [],
    textRule: page.rule,
    shortfalls,
  }
}
