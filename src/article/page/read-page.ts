import type { Block, DroppedBlock, PageKind, PageSeries, Shortfall } from "../article.ts"
import { embeddedText } from "./embedded-text.ts"
import { entryText, type TextPart } from "./entry-text.ts"
import { type BlockVerdict, filterBlocks } from "./filter-blocks.ts"
import { confirmedText, linkedText } from "./given-text.ts"
import { explainBlocks } from "./judge-blocks.ts"
import { pageAddress } from "./page-address.ts"
import type { PageBlock } from "./page-blocks.ts"
import { outlinePage } from "./page-blocks.ts"
import { pageKindOf } from "./page-kind.ts"
import { canonicalAddress, type PageMetadata, pageMetadata } from "./page-metadata.ts"
import { pageSeries } from "./page-series.ts"
import { isUnserved, pageShortfalls } from "./page-shortfalls.ts"
import { pageSignals } from "./page-signals.ts"
import { metaValue } from "./page-sources.ts"
import { type PageText, pageText } from "./page-text.ts"
import type { PageTree } from "./page-tree.ts"
import { parsePage } from "./parse-page.ts"
import { type PageTexts, textsOf } from "./site-template.ts"
import { unservedKind } from "./unserved-page.ts"

/** A page read: its article's text and blocks, its metadata, and what was left out. */
export interface PageReading {
  readonly metadata: PageMetadata
  readonly text: string
  readonly blocks: readonly Block[]
  readonly dropped: readonly DroppedBlock[]
  readonly textRule: string
  readonly shortfalls: readonly Shortfall[]
  readonly kind: PageKind
  /** Its place among the pages of its article, or null. */
  readonly series: PageSeries | null
}

/** What a reading leaves for whoever learns what repeats on the page's site. */
export interface PageNotes {
  /**
   * Is given the texts of which it was asked whether they repeat: with other texts of the site the page reads otherwise
   * only where one of these is among them in one case and not in the other.
   */
  readonly asked: Set<string>
  /** Is given what may stand on other pages. */
  readonly texts?: (texts: PageTexts) => void
}

/**
 * Reads `html`, captured at `address` and at `capturedAt` if they are known. `explain` keeps what was dropped; `siteTexts`
 * repeat on its site.
 */
export function readPage(
  html: string,
  address: string | null,
  explain: boolean,
  siteTexts: readonly string[] = [],
  capturedAt: string | null = null,
  notes: PageNotes | null = null,
): PageReading {
  const tree = parsePage(html)
  const outline = outlinePage(tree)
  const url = pageAddress(html, address, canonicalAddress(tree))
  const metadata = { ...pageMetadata(tree, outline, address, capturedAt), url }
  const repeated = notes === null ? new Set(siteTexts) : new AskedTexts(siteTexts, notes.asked)
  notes?.texts?.(textsOf(tree, outline))
  const printed = pageText(tree, outline.blocks, metadata, repeated, explain)
  const page = confirmedText(tree, outline.blocks, metadata, repeated, printed, explain)
  const signals = pageSignals(tree, page, metadata, outline)
  const unserved = unservedKind(signals, outline.blocks, metadata.headline, html)
  const found = givenText(html, tree, metadata, page, unserved)
  const given = found && { ...found, blocks: keptOf(found.blocks, metadata.title, repeated) }
  const kind = given ? given.kind : (unserved ?? pageKindOf(signals))
  const parts =
    given?.blocks ??
    (isUnserved(kind)
      ? []
      : ((isOfEntries(kind) ? entryText(kind.kind, outline, page, repeated) : null) ?? page.blocks))
  const { text, blocks } = joinedBlocks(parts)
  const series = isArticle(kind) ? pageSeries(tree, outline.blocks, url) : null
  const dropped = explain ? droppedOf(outline.blocks, page.verdicts) : []
  return {
    metadata,
    text,
    blocks,
    dropped,
    textRule: given?.rule ?? page.rule,
    shortfalls: pageShortfalls(tree, metadata, page, outline.blocks, { text, kind, series }),
    kind,
    series,
  }
}

/** Notes every text that is asked for. */
class AskedTexts extends Set<string> {
  readonly #asked: Set<string>

  constructor(texts: readonly string[], asked: Set<string>) {
    super(texts)
    this.#asked = asked
  }

  override has(text: string): boolean {
    this.#asked.add(text)
    return super.has(text)
  }
}

function isArticle({ kind }: PageKind): boolean {
  return kind === "article" || kind === "gallery" || kind === "live-blog" || kind === "documentation"
}

function isOfEntries({ kind }: PageKind): boolean {
  return kind === "live-blog" || kind === "forum" || kind === "questions" || kind === "gallery"
}

/** A page that prints less than this may hold its article elsewhere. */
const printedCharactersMin = 300

interface GivenText {
  readonly blocks: readonly PageBlock[]
  readonly rule: string
  readonly kind: PageKind
}

/** The article from what the page holds for machines, where it prints none or hardly any of it. */
function givenText(
  html: string,
  tree: PageTree,
  { linked, title, headline }: PageMetadata,
  page: PageText,
  unserved: PageKind | null,
): GivenText | null {
  const linkedBlocks = linkedText(linked?.body ?? null, page)
  if (linkedBlocks)
    return {
      blocks: linkedBlocks,
      rule: "json-ld articleBody",
      kind: { kind: "article", rule: "json-ld articleBody" },
    }
  const length = page.blocks.reduce((sum, block) => sum + block.text.length, 0)
  if (length >= printedCharactersMin && unserved?.kind !== "shell") return null
  const embedded = embeddedText(html, [title, headline, tree.titleText, metaValue(tree, "og:title")])
  return embedded && { ...embedded, kind: { kind: "article", rule: embedded.rule } }
}

function droppedOf(blocks: readonly PageBlock[], verdicts: readonly BlockVerdict[]): readonly DroppedBlock[] {
  return explainBlocks(blocks, verdicts)
    .filter(({ keep }) => !keep)
    .map(({ block, step, reason, score }) => ({ text: block.text, step, reason, score }))
}

function keptOf(
  blocks: readonly PageBlock[],
  title: string | null,
  template: ReadonlySet<string>,
): readonly PageBlock[] {
  const verdicts = filterBlocks(blocks, title, (block) => block.flagged, template)
  return verdicts.filter(({ keep }) => keep).map(({ block }) => block)
}

function joinedBlocks(parts: readonly TextPart[]): {
  readonly text: string
  readonly blocks: readonly Block[]
} {
  const blocks: Block[] = []
  const texts: string[] = []
  let start = 0
  for (const { text, kind, at, by } of parts) {
    const said = { ...(at === undefined ? {} : { at }), ...(by === undefined ? {} : { by }) }
    blocks.push({ start, end: start + text.length, kind, ...said })
    texts.push(text)
    start += text.length + 2
  }
  return { text: texts.join("\n\n"), blocks }
}
