import type { Article, Block } from "../article/index.ts"
import { compareStrings, type Span, spansOverlap, spanText } from "../base/index.ts"
import { type AnalysedReport, firstTokenFrom, isWordToken, type Tokens } from "../language/index.ts"
import { assumedShare, stemHash } from "./report-terms.ts"
import type { Stranger } from "./story.ts"

/**
 * The passages of a story's reports that belong to another story: a teaser set into the text with its first
 * sentences, a line that announces other news, a presenter's note to viewers. A wrong one hides a report's own words,
 * so that two things must meet: the layout shows a seam, and the passage's names and rare words are foreign to the
 * rest of its report and to every other text of the story: an identical copy vouches for nothing. Sorted by report,
 * then by place.
 */
export function findStrangers(reports: readonly AnalysedReport[]): readonly Stranger[] {
  const sorted = [...reports].sort((a, b) => compareStrings(a.article.id, b.article.id))
  const words = sorted.map(wordsByBlock)
  const holders = new Map<number, number>()
  const texts = new Set<string>()
  sorted.forEach(({ article: { text } }, i) => {
    if (texts.has(text)) return
    texts.add(text)
    for (const term of words[i]!.all.keys()) holders.set(term, (holders.get(term) ?? 0) + 1)
  })
  return sorted.flatMap((report, i) => strangersOf(report, words[i]!, holders))
}

/** The rare words of a passage: each with whether it is printed as a name. */
type RareWords = ReadonlyMap<number, boolean>

interface ReportWords {
  readonly blocks: readonly Block[]
  readonly words: readonly RareWords[]
  /** How many blocks of the report hold each rare word. */
  readonly all: ReadonlyMap<number, number>
}

function wordsByBlock({ article, analysis }: AnalysedReport): ReportWords {
  const blocks = article.blocks.filter((block) => !isFurniture(article, block))
  const words = blocks.map((block) => rareWords(article.text, analysis.tokens, block))
  const all = new Map<number, number>()
  for (const held of words) for (const term of held.keys()) all.set(term, (all.get(term) ?? 0) + 1)
  return { blocks, words, all }
}

function isFurniture(article: Article, block: Block): boolean {
  return article.furniture.some((furniture) => spansOverlap(furniture, block))
}

function rareWords(text: string, tokens: Tokens, span: Span): RareWords {
  const words = new Map<number, boolean>()
  for (let i = firstTokenFrom(tokens, span.start); i < tokens.count && tokens.starts[i]! < span.end; i++) {
    if (!isWordToken(tokens, i)) continue
    const [start, end] = [tokens.starts[i]!, tokens.ends[i]!]
    const term = stemHash(text, start, end, tokens.hashes[i]!)
    if (end - start < 3 || assumedShare(term) > 0) continue
    const named =
      isCapital(text, start) && (start > span.start || isCapital(text, tokens.starts[i + 1] ?? start))
    words.set(term, words.get(term) === true || named)
  }
  return words
}

function isCapital(text: string, at: number): boolean {
  return /\p{Lu}/u.test(text.charAt(at))
}

/** A report of which more would be foreign is a digest of several stories, and none of it is a stranger. */
const foreignPartMax = 1 / 3

/** A report with more crossheads than these is told in sections, each with words of its own. */
const ownHeadingsMax = 1

function strangersOf(
  report: AnalysedReport,
  words: ReportWords,
  holders: ReadonlyMap<number, number>,
): readonly Stranger[] {
  const { article } = report
  const found: Stranger[] = []
  const { blocks } = words
  let ownHeadings = 0
  for (let i = 1; i < blocks.length; i++) {
    const teaser = teaserLength(article, words, holders, i)
    for (let at = i; at < i + teaser; at++) {
      const why =
        at === i
          ? "a heading inside the text on names and words that no other part of the story has"
          : "it follows a heading of another story and shares no names with this one"
      found.push({ report: article.id, start: blocks[at]!.start, end: blocks[at]!.end, why })
    }
    if (teaser > 0) i += teaser - 1
    else if (isSection(article, blocks, i)) ownHeadings++
    else if (isAnnouncement(article, words, holders, i))
      found.push({
        report: article.id,
        start: blocks[i]!.start,
        end: blocks[i]!.end,
        why: "a line that announces another story",
      })
  }
  const foreign = found.reduce((sum, { start, end }) => sum + end - start, 0)
  const whole = blocks.reduce((sum, { start, end }) => sum + end - start, 0)
  const kept = foreign > whole * foreignPartMax || ownHeadings > ownHeadingsMax ? [] : found
  return [...kept, ...programmeNotes(report, kept)].sort((a, b) => a.start - b.start)
}

/** How much of a passage is the story's: its rare words, and those of them that are printed as names. */
interface Kinship {
  /** Rare words that stand nowhere else in the report and in no other. */
  readonly foreign: ReadonlySet<number>
  readonly foreignNames: number
  readonly home: number
  readonly homeNames: number
}

/** Of the passage of blocks `from` to `to`, which do not vouch for each other. */
function kinshipOf(
  words: ReportWords,
  holders: ReadonlyMap<number, number>,
  from: number,
  to: number,
): Kinship {
  const inside = new Map<number, { blocks: number; named: boolean }>()
  for (let at = from; at < to; at++)
    for (const [term, named] of words.words[at]!) {
      const known = inside.get(term)
      inside.set(term, { blocks: (known?.blocks ?? 0) + 1, named: named || known?.named === true })
    }
  const foreign = new Set<number>()
  let [foreignNames, home, homeNames] = [0, 0, 0]
  for (const [term, { blocks, named }] of inside) {
    const elsewhere = holders.get(term)! > 1 || words.all.get(term)! > blocks
    if (elsewhere) home++
    else foreign.add(term)
    if (named && elsewhere) homeNames++
    else if (named) foreignNames++
  }
  return { foreign, foreignNames, home, homeNames }
}

/** Blocks of text that a teaser may bring with it. */
const teaserBlocksMax = 3

/**
 * The number of blocks that a teaser beginning at block `i` takes up; 0 where there is none. After its heading it
 * goes on while the passage as a whole is foreign, each block more foreign than not and tied to what stands before
 * it; after it the report must go on.
 */
function teaserLength(
  article: Article,
  words: ReportWords,
  holders: ReadonlyMap<number, number>,
  i: number,
): number {
  const { blocks } = words
  if (!isHeadingLike(article.text, blocks[i]!) || !isProse(article.text, blocks[i - 1]!)) return 0
  let length = 0
  for (let last = i + 1; last <= i + teaserBlocksMax && last < blocks.length - 1; last++) {
    if (!isProse(article.text, blocks[last]!)) break
    const { foreign, foreignNames, home, homeNames } = kinshipOf(words, holders, i, last + 1)
    if (foreign.size < 4 || foreign.size < 2 * home || foreignNames < 2 * homeNames) break
    const own = [...words.words[last]!.keys()]
    const ownForeign = own.filter((term) => foreign.has(term)).length
    const tied = sharesWord(words, foreign, i, last)
    if (ownForeign * 2 < own.length || (tied ? ownForeign < 1 : ownForeign < 3 || last > i + 1)) break
    length = last + 1 - i
  }
  const head = [...words.words[i]!.keys()]
  const { foreign } = kinshipOf(words, holders, i, i + Math.max(1, length))
  return length > 0 && head.filter((term) => foreign.has(term)).length >= 2 ? length : 0
}

/** True when a foreign word of block `last` stands in an earlier block from `from` on. */
function sharesWord(words: ReportWords, foreign: ReadonlySet<number>, from: number, last: number): boolean {
  for (let at = from; at < last; at++)
    for (const term of words.words[at]!.keys())
      if (foreign.has(term) && words.words[last]!.has(term)) return true
  return false
}

/** A short line before prose, as crossheads and the heads of a list's items are. */
function isSection({ text }: Article, blocks: readonly Block[], i: number): boolean {
  const { start, end } = blocks[i]!
  return (
    end - start <= 100 && i + 1 < blocks.length && !isProse(text, blocks[i]!) && isProse(text, blocks[i + 1]!)
  )
}

/** A line of 5 to 16 words that ends in no mark and bears no number of a list: set apart like a headline. */
function isHeadingLike(text: string, block: Block): boolean {
  const line = spanText(text, block)
  if (line.length > 140 || /[.!?…:;,"”’»)]$/u.test(line) || line.includes("\n")) return false
  const count = line.split(/\s+/).length
  return count >= 5 && count <= 16 && /^["“‘'«]?(?:\p{Lu}|\p{Nd}+ )/u.test(line)
}

/** A block that is read as sentences. */
function isProse(text: string, block: Block): boolean {
  const line = spanText(text, block)
  return line.length >= 40 && /[.!?…]["”’'»)]*$/u.test(line)
}

const announcement =
  /^(?:also (?:in|on|from|at)\b.{0,40}:|also (?:today|tonight|this week)\b|elsewhere(?: (?:in|on)\b.{0,40})?[:,]|in other news\b|coming up\b|next on\b|on other pages\b|inside(?: today)?:)/iu

/** A block of its own that says it turns to other news, and does: one or two sentences of foreign words. */
function isAnnouncement(
  article: Article,
  words: ReportWords,
  holders: ReadonlyMap<number, number>,
  i: number,
): boolean {
  const block = words.blocks[i]!
  if (block.end - block.start > 300 || !announcement.test(spanText(article.text, block))) return false
  const { foreign, home, homeNames } = kinshipOf(words, holders, i, i + 1)
  return foreign.size >= 2 && foreign.size > home && homeNames <= 1
}

const programmeNote =
  /^(?:(?:and |but )?(?:we'll|we will|we're going to|we are going to|i'll|i will)\s+(?:have|bring you|be back|return|hear|get|tell you)\b.{0,240}\b(?:after|following) (?:(?:the|these|our|a short|a quick|this) )?(?:headlines|break|messages|news|commercials?|update)\b|(?:stay|stick) (?:with us|tuned)\b.{0,80}|(?:more|that story|that's all|details) (?:on that )?(?:after|when we (?:come|get) back|coming up)\b.{0,80}|(?:you're|you are) (?:watching|listening to)\b.{0,60}|when we (?:come|get) back,? .{0,120})[.!]?$/iu

/** What a presenter says to viewers of what the programme brings next: no report of anything. */
function programmeNotes(report: AnalysedReport, found: readonly Stranger[]): readonly Stranger[] {
  const { article, analysis } = report
  const notes: Stranger[] = []
  for (const { start, end } of analysis.sentences) {
    if (end - start > 320 || found.some((stranger) => spansOverlap(stranger, { start, end }))) continue
    if (analysis.quotations.some(({ parts }) => parts.some((part) => spansOverlap(part, { start, end }))))
      continue
    const sentence = article.text.slice(start, end).replace(/[’‘]/g, "'")
    if (programmeNote.test(sentence))
      notes.push({
        report: article.id,
        start,
        end,
        why: "a presenter's note on what the programme brings next",
      })
  }
  return notes
}
