import type { Block } from "../article.ts"
import { cleanText, isBlank } from "./clean-text.ts"
import type { ContainerFinding } from "./container-names.ts"
import { ContainerRules } from "./furniture-container.ts"
import { type MarkedElement, markOf } from "./marked-elements.ts"
import { isElement, type PageElement, type PageTree } from "./page-tree.ts"
import { proseScore } from "./prose-score.ts"

/** A stretch of a page that a reader sees as one block, before anything is judged. */
export interface PageBlock {
  readonly text: string
  /** Characters of `text` inside links. */
  readonly linkLength: number
  /** The innermost block element that holds it. */
  readonly element: PageElement
  readonly kind: Block["kind"]
  /** Of a heading its level, else 0. */
  readonly level: number
  /** How much it looks like written prose; 0 is none. */
  readonly proseScore: number
  /** The flagged containers around it, innermost first. */
  readonly flagged: Flagged | null
}

export interface Flagged {
  readonly element: PageElement
  readonly finding: ContainerFinding
  readonly outer: Flagged | null
  /** True when this or an outer finding is strong. */
  readonly isStrong: boolean
}

/** How a tag's element takes part in what a reader sees. Tags not named here only mark what stands in them. */
type TagRole =
  | "block"
  /** A part of a sentence: one that is hidden is no part of what a reader sees. */
  | "inline"
  | "skipped"

const roleOfTag: ReadonlyMap<string, TagRole> = new Map(
  Object.entries({
    block:
      "#page address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav noscript ol p pre section summary table tbody td tfoot th thead tr ul amp-sidebar amp-carousel",
    inline: "a abbr b bdi cite code em font i ins kbd label mark q s small span strong sub sup u",
    skipped:
      "input select option datalist img picture source track map area meta link param embed audio video progress meter head",
  } satisfies Record<TagRole, string>).flatMap(([role, tags]) =>
    tags.split(" ").map((tag): [string, TagRole] => [tag, role as TagRole]),
  ),
)
const markedMax = 400
const blocksMax = 60_000

/** What one walk over a page gives. */
export interface PageOutline {
  /** In reading order: every text that a reader may see, each with the containers it stands in. */
  readonly blocks: readonly PageBlock[]
  /** In page order: what is marked as saying who or when. */
  readonly marked: readonly MarkedElement[]
}

export function outlinePage(tree: PageTree): PageOutline {
  return new BlockWalk().walk(tree.root)
}

class BlockWalk {
  private readonly rules = new ContainerRules()
  private readonly blocks: PageBlock[] = []
  private readonly marked: MarkedElement[] = []
  private foreignDepth = 0
  private pieces: string[] = []
  private sinceBreak = false
  private linkLength = 0
  private inLink = 0
  private element: PageElement | null = null
  private flagged: Flagged | null = null

  walk(root: PageElement): PageOutline {
    this.element = root
    this.visit(root)
    this.flush()
    return { blocks: this.blocks, marked: this.marked }
  }

  private visit(element: PageElement): void {
    const { tag } = element
    const role = roleOfTag.get(tag)
    if (role === "skipped") return
    if (tag === "br") {
      this.lineBreak()
      return
    }
    const isBlock = role === "block"
    const finding = this.rules.of(element)
    if (finding?.kind === "hidden" && role === "inline") return
    if (isBlock || (finding && finding.kind !== "hidden")) this.flush()
    const outerFlagged = this.flagged
    const outerElement = this.element
    if (finding)
      this.flagged = {
        element,
        finding,
        outer: outerFlagged,
        isStrong: finding.strong || outerFlagged?.isStrong === true,
      }
    else if (isEmbeddedPost(element)) this.flagged = withoutShare(outerFlagged)
    if (isBlock || finding) this.element = element
    const isForeign = finding?.kind === "related" || finding?.kind === "comment"
    if (isForeign) this.foreignDepth++
    const mark = this.marked.length < markedMax ? markOf(element, this.foreignDepth > 0) : null
    if (mark) this.marked.push(mark)
    if (tag === "a") this.inLink++
    for (const child of element.children) {
      if (isElement(child)) this.visit(child)
      else this.addText(child)
    }
    if (tag === "a") this.inLink--
    if (isForeign) this.foreignDepth--
    if (isBlock || (finding && finding.kind !== "hidden")) this.flush()
    this.element = outerElement
    this.flagged = outerFlagged
  }

  private addText(text: string): void {
    const blank = text === " " || isBlank(text)
    if (blank && this.pieces.length === 0) return
    this.pieces.push(text)
    if (blank) return
    this.sinceBreak = true
    if (this.inLink > 0) this.linkLength += text.trim().length
  }

  /** One break is a blank; two in a row part paragraphs. */
  private lineBreak(): void {
    if (this.sinceBreak) this.pieces.push("\n")
    else this.flush()
    this.sinceBreak = false
  }

  private flush(): void {
    const { pieces, element } = this
    if (pieces.length === 0) return
    this.pieces = []
    this.sinceBreak = false
    const linkLength = this.linkLength
    this.linkLength = 0
    if (element === null || this.blocks.length >= blocksMax) return
    const text = cleanText(pieces.length === 1 ? pieces[0]! : pieces.join(""))
    if (text === "") return
    const kind = kindOf(element)
    const linked = Math.min(linkLength, text.length)
    this.blocks.push({
      text,
      linkLength: linked,
      proseScore: proseScore(text, linked, kind),
      element,
      kind,
      level: kind === "heading" ? levelOf(element) : 0,
      flagged: this.flagged,
    })
  }
}

/** A post of a social network quoted in the article: its words are the article's, whatever it is wrapped in. */
function isEmbeddedPost(element: PageElement): boolean {
  if (element.tag !== "blockquote") return false
  const names = element.attributes.class
  return (
    names !== undefined &&
    /\b(?:twitter-(?:tweet|video)|instagram-media|fb-post|bluesky-embed|mastodon-embed|tiktok-embed|reddit-card|reddit-embed-bq)\b/.test(
      names,
    )
  )
}

function withoutShare(flagged: Flagged | null): Flagged | null {
  if (flagged === null || flagged.finding.kind !== "share") return flagged
  return withoutShare(flagged.outer)
}

function kindOf(element: PageElement): Block["kind"] {
  for (let at: PageElement | null = element, steps = 0; at && steps < 6; at = at.parent, steps++) {
    const kind = kindOfTag.get(at.tag)
    if (kind !== undefined) return kind === "table" && isLayoutCell(at) ? "paragraph" : kind
  }
  return "paragraph"
}

const kindOfTag: ReadonlyMap<string, Block["kind"]> = new Map(
  Object.entries({
    heading: "h1 h2 h3 h4 h5 h6",
    caption: "figcaption figure",
    quote: "blockquote",
    list: "li dd dt",
    table: "td th",
    paragraph: "article main section body",
  } as const).flatMap(([kind, tags]) =>
    tags.split(" ").map((tag): [string, Block["kind"]] => [tag, kind as Block["kind"]]),
  ),
)

/** A cell that holds blocks of prose is layout, as pages of the table age used it. */
function isLayoutCell(cell: PageElement): boolean {
  return cell.children.some((child) => isElement(child) && proseTags.has(child.tag))
}

const proseTags = new Set("p div h1 h2 h3 h4 h5 h6 table article ul ol".split(" "))

function levelOf(element: PageElement): number {
  for (let at: PageElement | null = element; at; at = at.parent)
    if (kindOfTag.get(at.tag) === "heading") return Number(at.tag[1])
  return 0
}
