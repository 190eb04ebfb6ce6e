import { gallerySigns } from "./entry-text.ts"
import type { PageOutline } from "./page-blocks.ts"
import { timedEntries } from "./page-entries.ts"
import type { PageMetadata } from "./page-metadata.ts"
import { metaValue } from "./page-sources.ts"
import type { PageText } from "./page-text.ts"
import { isElement, type PageTree } from "./page-tree.ts"

/** What a page declares itself to be, and how it is built: all that its kind is told from. */
export interface PageSignals {
  /** Schema.org types in its linked data and microdata, without their vocabulary. */
  readonly types: ReadonlySet<string>
  /** `og:type` in lower case, or "". */
  readonly ogType: string
  /** `meta generator` in lower case, or "". */
  readonly generator: string
  /** The classes of the body element, parted and framed by blanks. */
  readonly bodyClasses: string
  readonly host: string | null
  /** The address without its site, in lower case, or null when it is not known. */
  readonly path: string | null
  readonly pageTitle: string
  /** True when the page says when its text was published, or who wrote it: a list seldom does. */
  readonly signed: boolean
  /** The characters and the prose of the text that was found, and the prose of the whole page. */
  readonly characters: number
  readonly prose: number
  readonly pageProse: number
  /** Blocks of the text's place that are nothing but a link of some length. */
  readonly links: number
  /** Headings that are links. */
  readonly headlines: number
  /** The share of the prose that stands in short sections under such headings. */
  readonly teaserShare: number
  /** True where several elements side by side have a time of their own and prose. */
  readonly updates: boolean
  readonly captions: number
  /** Lines that count pictures, as "3 of 12". */
  readonly counters: number
  readonly captionCharacters: number
}

/** A section with more prose than this under a linked heading is no teaser. */
const teaserScoreMax = 16

export function pageSignals(
  tree: PageTree,
  page: PageText,
  { url, published, bylines }: PageMetadata,
  outline: PageOutline,
): PageSignals {
  const { blocks } = outline
  const body = tree.root.children.find((child) => isElement(child) && child.tag === "body")
  const classes = body !== undefined && isElement(body) ? (body.attributes.class ?? "") : ""
  return {
    types: new Set([...typesIn(tree.linkedData), ...tree.itemTypes]),
    ogType: metaValue(tree, "og:type")?.toLowerCase() ?? "",
    generator: metaValue(tree, "generator")?.toLowerCase() ?? "",
    bodyClasses: ` ${classes.slice(0, 2000).toLowerCase().replace(/\s+/g, " ")} `,
    host: url === null ? null : (addressParts.exec(url)?.[1]?.toLowerCase() ?? null),
    path: url === null ? null : pathOf(url),
    signed: published !== null || bylines.length > 0,
    pageTitle: (tree.titleText ?? "").trim().slice(0, 300),
    characters: page.blocks.reduce((sum, block) => sum + block.text.length, 0),
    prose: page.blocks.reduce((sum, block) => sum + block.proseScore, 0),
    pageProse: blocks.reduce((sum, block) => sum + block.proseScore, 0),
    links: page.verdicts.filter(
      ({ block }) => block.text.length >= 25 && block.linkLength > block.text.length * 0.7,
    ).length,
    ...teasersOf(page),
    updates: timedEntries(outline).length > 3,
    ...gallerySigns(blocks),
  }
}

const scriptCharactersMax = 400_000
const typeField = /"@type"\s*:\s*(?:"([^"]{1,80})"|\[([^\]]{1,200})\])/g

/** The types named anywhere in the linked data; nested ones too, so that each tells little by itself. */
function typesIn(scripts: readonly string[]): ReadonlySet<string> {
  const types = new Set<string>()
  let left = scriptCharactersMax
  for (const script of scripts) {
    if (script.length > left) continue
    left -= script.length
    for (const [, one, several] of script.matchAll(typeField))
      for (const type of one === undefined ? several!.split(",") : [one])
        types.add(type.slice(type.lastIndexOf("/") + 1).replace(/["\s]/g, ""))
  }
  return types
}

const addressParts = /^[a-z][a-z\d+.-]*:\/\/(?:www\.)?([^/?#]*)([^#]*)/i

function pathOf(address: string): string {
  const path = (addressParts.exec(address)?.[2] ?? address).toLowerCase()
  return path === "" ? "/" : path
}

function teasersOf({ verdicts }: PageText): { readonly headlines: number; readonly teaserShare: number } {
  let headlines = 0
  let whole = 0
  let teased = 0
  let section: number | null = null
  const close = (): void => {
    if (section !== null && section <= teaserScoreMax) teased += section
    section = null
  }
  for (const { block, keep } of verdicts) {
    if (block.kind === "heading") {
      const isLinked = block.linkLength > block.text.length * 0.8
      if (isLinked) headlines++
      close()
      if (isLinked) section = 0
    } else if (keep) {
      whole += block.proseScore
      if (section !== null) section += block.proseScore
    }
  }
  close()
  return { headlines, teaserShare: whole > 0 ? teased / whole : 0 }
}
