import { compareSpans, type Span } from "../base/index.ts"
import type { ArticleField, Block, Credit, Furniture } from "./article.ts"
import { isRoleLine, namesOfBiography, namesOfClosingLine, namesOfHeadLine } from "./byline-line.ts"
import { findCredits, writersCredited } from "./find-credits.ts"
import { furnitureOfPlainLine, siteTalkCues } from "./furniture-line.ts"
import { isSectionPhrase } from "./line-phrases.ts"
import { isByAlone, type MetaLine, readMetaLine } from "./meta-line.ts"
import { findDate } from "./parse-date.ts"
import { isPersonalName } from "./person-names.ts"
import { isSameLine, SeenLines } from "./seen-lines.ts"
import { isTalkOfSite } from "./site-talk.ts"
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
  const start = readFrontMatter(draft)
  const bodyStart = blocks.findIndex((block, index) => index >= start && isProse(block.words))
  const headEnd = bodyStart < 0 ? Math.min(blocks.length, start + headLinesMax) : bodyStart
  if (headEnd <= start + headLinesMax) readHead(draft, start, headEnd)
  readTail(draft, headEnd)
  readBody(draft, Math.min(headEnd, headLinesMax))
  setAsideAmong(draft, headEnd)
  const set = draft.furniture
  const kept = blocks.filter((_, index) => !set.has(index))
  const found = findCredits(text, kept)
  draft.takeMeta({ ...emptyMeta, bylines: writersCredited(text, found.credits) }, "credit")
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

const frontMatterLinesMax = 60

/** The fields between two lines of dashes that begin a text, as writers of Markdown keep them. Gives where they end. */
function readFrontMatter(draft: Draft): number {
  const mark = draft.blocks[0]?.words
  if (mark !== "---" && mark !== "+++") return 0
  const end = draft.blocks.findIndex(({ words }, index) => index > 0 && words === mark)
  if (end < 0 || end > frontMatterLinesMax) return 0
  for (let i = 0; i <= end; i++) {
    draft.setAside(i, "boilerplate", "front-matter")
    const field = /^([\w-]{2,20})\s*[:=]\s*["']?(.{2,300}?)["']?$/.exec(draft.blocks[i]!.words)
    const [, name, value] = field ?? []
    if (name === undefined || value === undefined) continue
    if (/^title$/i.test(name)) draft.meta.title ??= value
    if (/^(?:authors?|by|byline)$/i.test(name))
      draft.takeMeta(readMetaLine(`By ${value}`, null, true) ?? emptyMeta, "front-matter")
    if (/^(?:date|published|pubdate)$/i.test(name))
      draft.takeMeta({ ...emptyMeta, published: findDate(value)?.iso ?? null }, "front-matter")
  }
  if (draft.meta.title !== null) {
    draft.evidence.title ??= "front-matter"
    draft.seen.add(draft.meta.title)
  }
  return end + 1
}

/** The words of a line without the marks that Markdown sets around them. */
function unmarked(words: string): string {
  return words.replace(/^(?:#{1,6}\s+|>\s+|[*_]{1,3}(?=\S))|(?<=\S)[*_]{1,3}$/g, "").trim()
}

function readHead(draft: Draft, start: number, headEnd: number): void {
  const { blocks } = draft
  const metas = blocks
    .slice(0, headEnd)
    .map(({ words }, i) => (i < start ? null : metaOfHeadLine(draft, i, headEnd, words)))
  const titleAt = draft.meta.title === null ? titleIn(draft, start, headEnd, metas) : -1
  for (let i = start; i < headEnd; i++) {
    const words = unmarked(blocks[i]!.words)
    const meta = metas[i]
    const finding = furnitureOfPlainLine(words)
    if (i === titleAt) takeTitle(draft, i)
    else if (meta) {
      draft.takeMeta(meta, "head-line")
      draft.setAside(i, "byline", "head-line")
    } else if (finding) {
      if (finding.kind === "caption") takeStaffCredit(draft, words)
      draft.setAside(i, finding.kind, finding.rule)
    } else if (draft.seen.has(words)) draft.setAside(i, "boilerplate", "repeated-line")
    else if (isTalkOfSite(words)) draft.setAside(i, "boilerplate", "talk-of-the-site")
    else if (words.length < 80 && !endsSentence(words)) {
      if (i < titleAt) draft.setAside(i, "boilerplate", "line-before-title")
      else if (i > 0) draft.setAside(i, "caption", "loose-line-before-body")
    }
    draft.seen.add(words)
  }
}

function metaOfHeadLine(draft: Draft, index: number, headEnd: number, printed: string): MetaLine | null {
  const words = unmarked(printed)
  if (isByAlone(words)) return emptyMeta
  const { blocks } = draft
  if (index === 0) return readMetaLine(words, null, false)
  const isName =
    isByAlone(blocks[index - 1]?.words ?? "") ||
    nextIsDated(blocks, index, headEnd) ||
    isRoleLine(blocks[index + 1]?.words ?? "") ||
    (isPersonalName(words) && nextIsDated(blocks, index + 1, headEnd))
  const meta = readMetaLine(words, null, isName)
  if (meta) return meta
  const bylines = namesOfHeadLine(words)
  return bylines.length > 0 ? { ...emptyMeta, bylines } : null
}

const emptyMeta: MetaLine = { bylines: [], published: null, modified: null }

/**
 * The line of the head that is most like a title, or -1: of some words, no sentence, no name of a section, above the
 * byline. Of equal lines the first.
 */
function titleIn(draft: Draft, start: number, headEnd: number, metas: readonly (MetaLine | null)[]): number {
  let best = -1
  let bestScore = 0
  let fallback = -1
  const firstMeta = metas.findIndex((meta) => meta !== null && meta !== undefined)
  for (let i = start; i < headEnd; i++) {
    const printed = draft.blocks[i]!.words
    const words = unmarked(printed)
    if (metas[i] || words.length > 300 || !/\p{L}{2}/u.test(words)) continue
    const count = words.split(/\s+/).length
    const finding = furnitureOfPlainLine(words)
    if (finding !== null || isTalkOfSite(words)) {
      if (fallback < 0 && finding?.rule === "related-prefix" && count >= 4) fallback = i
      continue
    }
    const isFirst = bestScore === 0
    const score =
      Math.min(count, 8) +
      (/^#\s/.test(printed) ? 20 : 0) +
      (isFirst ? 3 : 0) +
      (firstMeta > i ? 3 : 0) -
      (endsSentence(words) ? 3 : 0) -
      (isSectionPhrase(words) ? 12 : 0) -
      (count <= 4 && words === words.toUpperCase() && /\p{Lu}/u.test(words) ? 3 : 0)
    if (score > bestScore) {
      best = i
      bestScore = score
    }
  }
  return best < 0 ? fallback : best
}

function takeTitle(draft: Draft, index: number): void {
  draft.meta.title = unmarked(draft.blocks[index]!.words)
  draft.evidence.title = "title-line"
  draft.titleIndex = index
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
    if (draft.furniture.has(i)) continue
    const words = unmarked(blocks[i]!.words)
    const dated = words.length <= 140 && publishedLabel.test(words) ? findDate(words) : null
    const finding = furnitureOfPlainLine(words)
    if (dated) {
      const isModified = /updated|modified/i.test(words) && !/published|posted/i.test(words)
      draft.takeMeta(
        { bylines: [], published: isModified ? null : dated.iso, modified: isModified ? dated.iso : null },
        "closing-line",
      )
      draft.setAside(i, "byline", "closing-line")
    } else if (finding) draft.setAside(i, finding.kind, finding.rule)
    else if (isAboutWriter(draft, words)) draft.setAside(i, "byline", "about-the-writer")
    else if (takeClosingByline(draft, words)) draft.setAside(i, "byline", "closing-byline")
    else if (isSiteTalk(words)) draft.setAside(i, "comment", "site-talk")
    else if (isTalkOfSite(words)) draft.setAside(i, "boilerplate", "talk-of-the-site")
    else if (isSameLine(words, draft.meta.title ?? "")) draft.setAside(i, "boilerplate", "repeated-line")
    else if (isLooseLine(words) && !isCreditLine(words))
      draft.setAside(i, "boilerplate", "loose-line-after-body")
    else if (!isCreditLine(words)) break
  }
}

const publishedLabel = /\b(?:(?:first |originally )?(?:published|posted)|(?:last )?updated)\b/i

/** "Mia Holm is a reporter for …": what a page says of who wrote it. */
function isAboutWriter(draft: Draft, words: string): boolean {
  if (words.length > 400 || /["“”«»„]/.test(words)) return false
  return (
    draft.meta.bylines.some((name) => words.startsWith(name)) &&
    /\b(?:is an?|is the|covers|reports|writes|has (?:been|covered|written)|joined|works|ist|schreibt|berichtet|arbeitet|est|couvre|écrit|es|cubre|escribe|è|scrive|é|cobre|is|schrijft|är|er)\b/iu.test(
      words.slice(0, 120),
    )
  )
}

/** A signature or the writer's biography below a text that has named nobody. */
function takeClosingByline(draft: Draft, words: string): boolean {
  if (draft.meta.bylines.length > 0) return false
  const signed = namesOfClosingLine(words)
  const bylines = signed.length > 0 ? signed : namesOfBiography(words)
  if (bylines.length === 0) return false
  draft.takeMeta({ ...emptyMeta, bylines }, signed.length > 0 ? "signature" : "about-the-writer")
  return true
}

function readBody(draft: Draft, start: number): void {
  for (let i = Math.max(start, 1); i < draft.blocks.length; i++) {
    if (draft.furniture.has(i) || i === draft.titleIndex) continue
    const words = unmarked(draft.blocks[i]!.words)
    const finding = furnitureOfPlainLine(words)
    if (finding) draft.setAside(i, finding.kind, finding.rule)
    else if (words.length > 12 && draft.seen.has(words)) draft.setAside(i, "boilerplate", "repeated-line")
    else if (isTalkOfSite(words)) draft.setAside(i, "boilerplate", "talk-of-the-site")
    draft.seen.add(words)
  }
}

/** Boxes in the body: a loose line between two that are furniture is of the same box. */
function setAsideAmong(draft: Draft, headEnd: number): void {
  const { blocks, furniture } = draft
  for (let i = Math.max(1, headEnd); i + 1 < blocks.length; i++) {
    const before = furniture.get(i - 1)
    if (furniture.has(i) || before === undefined || !furniture.has(i + 1)) continue
    const words = unmarked(blocks[i]!.words)
    if (isLooseLine(words) && !isCreditLine(words)) draft.setAside(i, before.kind, "among-furniture")
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
  if (isTalkOfSite(words)) return false
  if (words.length >= 200) return true
  return words.length >= 80 && endsSentence(words) && furnitureOfPlainLine(words) === null
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
