import { compareSpans, type Span } from "../base/index.ts"
import type { ArticleField, Block, Credit, Furniture } from "./article.ts"
import { findCredits } from "./find-credits.ts"
import { furnitureOfLine, siteTalkCues } from "./furniture-line.ts"
import { isByAlone, type MetaLine, readMetaLine } from "./meta-line.ts"
import { findDate } from "./parse-date.ts"
import { isSameLine, SeenLines } from "./seen-lines.ts"
import { type TextBlock, textBlocks } from "./text-blocks.ts"

/** What the words and lines of a text say of it, without any markup. */
export interface TextReading {
  readonly title: string | null
  readonly bylines: readonly string[]
  readonly published: string | null
  readonly modified: string | null
  readonly outlet: string | null
  readonly blocks: readonly Block[]
  readonly furniture: readonly Furniture[]
  readonly credits: readonly Credit[]
  readonly evidence: Readonly<Partial<Record<ArticleField, string>>>
}

/** Reads a plain text that may carry the lines of a web page around its body. `knownTitle`: given from outside. */
export function readPlainText(text: string, knownTitle: string | null = null): TextReading {
  const blocks = textBlocks(text)
  const draft = new Draft(blocks, knownTitle)
  const bodyStart = blocks.findIndex((block) => isProse(block.words))
  const headEnd = bodyStart < 0 ? Math.min(blocks.length, headLinesMax) : bodyStart
  if (headEnd <= headLinesMax) readHead(draft, headEnd)
  readTail(draft, headEnd)
  readBody(draft, Math.min(headEnd, headLinesMax))
  const set = draft.furniture
  const kept = blocks.filter((_, index) => !set.has(index))
  const found = findCredits(text, kept)
  const furniture = [...set].map(([index, finding]) => ({ ...spanOf(blocks[index]!), ...finding }))
  return {
    ...draft.meta,
    blocks: blocks.map((block, index) => ({ ...spanOf(block), kind: kindOf(block, index, draft) })),
    furniture: [...furniture, ...found.furniture].sort(compareSpans),
    credits: found.credits,
    evidence: draft.evidence,
  }
}

/** A head longer than this is a list of links, not a head. */
const headLinesMax = 25

interface Meta {
  title: string | null
  bylines: readonly string[]
  published: string | null
  modified: string | null
  outlet: string | null
}

/** What has been found so far; each field keeps the first finding. */
class Draft {
  readonly blocks: readonly TextBlock[]
  readonly furniture = new Map<number, { kind: Furniture["kind"]; rule: string }>()
  readonly meta: Meta = { title: null, bylines: [], published: null, modified: null, outlet: null }
  readonly evidence: Partial<Record<ArticleField, string>> = {}
  readonly seen = new SeenLines()
  titleIndex = -1
  constructor(blocks: readonly TextBlock[], knownTitle: string | null) {
    this.blocks = blocks
    this.meta.title = knownTitle
    if (knownTitle !== null) this.seen.add(knownTitle)
  }

  setAside(index: number, kind: Furniture["kind"], rule: string): void {
    if (!this.furniture.has(index)) this.furniture.set(index, { kind, rule })
  }

  takeMeta(line: MetaLine, rule: string): void {
    if (this.meta.bylines.length === 0 && line.bylines.length > 0) {
      this.meta.bylines = line.bylines
      this.evidence.bylines = rule
    }
    if (this.meta.published === null && line.published !== null) {
      this.meta.published = line.published
      this.evidence.published = rule
    }
    if (this.meta.modified === null && line.modified !== null) {
      this.meta.modified = line.modified
      this.evidence.modified = rule
    }
  }
}

function readHead(draft: Draft, headEnd: number): void {
  const { blocks } = draft
  for (let i = 0; i < headEnd; i++) {
    const { words } = blocks[i]!
    const isName = isByAlone(blocks[i - 1]?.words ?? "") || nextIsDated(blocks, i, headEnd)
    const meta = isByAlone(words) ? emptyMeta : readMetaLine(words, null, isName && i > 0)
    if (meta) {
      draft.takeMeta(meta, "head-line")
      draft.setAside(i, "byline", "head-line")
      continue
    }
    const finding = furnitureOfLine(words)
    if (finding) {
      if (finding.kind === "caption") takeStaffCredit(draft, words)
      draft.setAside(i, finding.kind, finding.rule)
    } else if (draft.seen.has(words)) draft.setAside(i, "boilerplate", "repeated-line")
    else if (draft.meta.title === null) takeTitle(draft, i)
    else if (words.length < 80 && !endsSentence(words)) {
      if (i > 0) draft.setAside(i, "caption", "loose-line-before-body")
    }
    draft.seen.add(words)
  }
}

const emptyMeta: MetaLine = { bylines: [], published: null, modified: null }

function takeTitle(draft: Draft, index: number): void {
  const words = draft.blocks[index]!.words.replace(/^#{1,6}\s+/, "").trim()
  if (words.length > 300) return
  draft.meta.title = words
  draft.evidence.title = "first-line"
  draft.titleIndex = index
  draft.seen.add(words)
}

function nextIsDated(blocks: readonly TextBlock[], index: number, headEnd: number): boolean {
  const next = blocks[index + 1]
  if (!next || index + 1 >= headEnd) return false
  const meta = readMetaLine(next.words, null, false)
  return meta !== null && (meta.published ?? meta.modified) !== null
}

/** `Drawing by A. Person / The Outlet`: a picture credited to the house names the house. */
function takeStaffCredit(draft: Draft, words: string): void {
  const match =
    /^(?:illustration|photo|photograph|graphic|image)s? by [\p{L}.'’ -]{3,40}\s?\/\s?(\p{Lu}[\p{L}\p{N}.'’& ]{2,40})$/iu.exec(
      words,
    )
  const name = match?.[1]?.trim()
  if (name === undefined || draft.meta.outlet !== null || stockHouses.test(name)) return
  draft.meta.outlet = name
  draft.evidence.outlet = "staff-credit"
}

const stockHouses =
  /\b(?:getty|images|reuters|ap|afp|associated press|epa|shutterstock|alamy|bloomberg|zuma|dpa|pool|wire|unsplash|flickr|wikimedia|istock|press|agency|newscom|redux|polaris|sipa|corbis|handout|courtesy)\b/i

/** From the end back to the last prose: talk of the site, link lists and headings without anything below them. */
function readTail(draft: Draft, headEnd: number): void {
  const { blocks } = draft
  for (let i = blocks.length - 1; i >= Math.max(1, headEnd); i--) {
    const { words } = blocks[i]!
    const dated = words.length <= 140 && publishedLabel.test(words) ? findDate(words) : null
    const finding = furnitureOfLine(words)
    if (dated) {
      const isModified = /updated|modified/i.test(words) && !/published|posted/i.test(words)
      draft.takeMeta(
        { bylines: [], published: isModified ? null : dated.iso, modified: isModified ? dated.iso : null },
        "closing-line",
      )
      draft.setAside(i, "byline", "closing-line")
    } else if (finding) draft.setAside(i, finding.kind, finding.rule)
    else if (isSiteTalk(words)) draft.setAside(i, "comment", "site-talk")
    else if (isSameLine(words, draft.meta.title ?? "")) draft.setAside(i, "boilerplate", "repeated-line")
    else if (isLooseLine(words) && !isCreditLine(words))
      draft.setAside(i, "boilerplate", "loose-line-after-body")
    else if (!isCreditLine(words)) break
  }
}

const publishedLabel = /\b(?:(?:first |originally )?(?:published|posted)|(?:last )?updated)\b/i

function readBody(draft: Draft, start: number): void {
  for (let i = Math.max(start, 1); i < draft.blocks.length; i++) {
    if (draft.furniture.has(i)) continue
    const { words } = draft.blocks[i]!
    const finding = furnitureOfLine(words)
    if (finding) draft.setAside(i, finding.kind, finding.rule)
    else if (words.length > 12 && draft.seen.has(words)) draft.setAside(i, "boilerplate", "repeated-line")
    draft.seen.add(words)
  }
}

function isSiteTalk(words: string): boolean {
  if (/["“”«»„]/.test(words) || /\b(?:said|says|told)\b/.test(words)) return false
  return siteTalkCues(words) >= 2
}

function isCreditLine(words: string): boolean {
  return findCredits(words, [{ start: 0, end: words.length }]).credits.length > 0
}

function isLooseLine(words: string): boolean {
  return words.length < 90 && !endsSentence(words)
}

function isProse(words: string): boolean {
  if (words.length >= 200) return true
  return words.length >= 80 && endsSentence(words) && furnitureOfLine(words) === null
}

function endsSentence(words: string): boolean {
  return /[.!?…。！？।][)\]"'”’»“]*$/u.test(words) || /[.!?…]["'”’»]/.test(words.slice(-3))
}

function kindOf(block: TextBlock, index: number, draft: Draft): Block["kind"] {
  if (index === draft.titleIndex || /^#{1,6}\s/.test(block.words)) return "heading"
  if (draft.furniture.get(index)?.kind === "caption") return "caption"
  if (/^(?:[-*•–]\s|\d{1,2}[.)]\s)/.test(block.words)) return "list"
  if (/^>\s/.test(block.words)) return "quote"
  return isLooseLine(block.words) && block.words.length < 70 ? "heading" : "paragraph"
}

function spanOf({ start, end }: Span): Span {
  return { start, end }
}
