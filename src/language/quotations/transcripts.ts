import { type Block, blockPart, framesByParagraph } from "../blocks.ts"
import { wordClass } from "../lexicon.ts"
import { isClass, isMark, type Page, unitAt } from "../page.ts"
import type { TokenRange } from "../tokens.ts"
import { subjectAfter } from "./subjects.ts"
import type { Tag } from "./tag.ts"
import { isNameable } from "./tags.ts"

/** A paragraph that begins with who speaks in it: "MS. TARN: Where were you?", "[00:12] Orr: …", "Q. Where?" */
interface Turn {
  readonly paragraph: number
  readonly label: TokenRange
  /** The label as printed; turns with the same key have one speaker. */
  readonly key: string
  /** Q and A, whose turns need no name. */
  readonly letter: boolean
  /** What stands behind the label; may be empty. */
  readonly words: TokenRange
}

/** A turn goes on over no more paragraphs than these before the next label. */
const openParagraphsMax = 4

/** A label and the time of recording beside it are no longer than this. */
const labelCharactersMax = 80

const clock = String.raw`[[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?[\s–—-]*`
const word = String.raw`\p{Lu}[\p{L}\p{M}'’.-]{0,20}`
const small = "de|da|del|van|von|der|den|bin|al|of|the|la|le"
const turnLabel = new RegExp(
  `^(${clock})?(?:([QA])[.:]|(${word}(?: (?:${word}|${small})){0,4})(?: ?[[(][^\\])]{1,20}[\\])])? ?:)(?=\\s|$)`,
  "u",
)

/**
 * The turns of talk printed with labels in place of marks: court reports, interviews, recordings typed out. Labels
 * alone are none (tables and lists have them too): of two neighbouring turns with different labels one asks and the
 * other answers, or a label comes back and somebody speaks in the first person. Cost: linear in the paragraphs.
 */
export function findTurns(page: Page, tags: readonly (readonly Tag[])[]): readonly Block[] {
  const turns = labelledParagraphs(page)
  if (turns.length < 2) return []
  const byParagraph = framesByParagraph(page)
  const blocks: Block[] = []
  let first = 0
  for (let i = 1; i <= turns.length; i++) {
    const isApart =
      i === turns.length || turns[i]!.paragraph - turns[i - 1]!.paragraph > openParagraphsMax + 1
    if (!isApart) continue
    const run = turns.slice(first, i)
    first = i
    if (!isTalk(page, run)) continue
    for (let k = 0; k < run.length; k++) {
      const turn = run[k]!
      const parts = turn.words.last > turn.words.first ? [turn.words] : []
      const end = run[k + 1]?.paragraph ?? (parts.length === 0 ? turn.paragraph + 2 : turn.paragraph + 1)
      for (let next = turn.paragraph + 1; next < Math.min(end, byParagraph.length); next++) {
        const part = blockPart(page, byParagraph[next]!, tags)
        if (part === null) break
        parts.push(part)
      }
      const isMarked = parts.length > 0 && page.segmentOf[parts[0]!.first]! >= 0
      if (parts.length > 0 && !isMarked)
        blocks.push({ parts, subject: { phrase: turn.label, rule: "label of a turn" } })
    }
  }
  return blocks
}

function labelledParagraphs(page: Page): readonly Turn[] {
  const turns: Turn[] = []
  const { starts, ends } = page.tokens
  let frame = 0
  let colon = -1
  for (let paragraph = 0; paragraph < page.paragraphs.length; paragraph++) {
    while (frame < page.frames.length && page.frames[frame]!.paragraph < paragraph) frame++
    const { start, end } = page.paragraphs[paragraph]!
    if (page.frames[frame]?.paragraph !== paragraph) continue
    if (colon < start) colon = page.text.indexOf(":", start)
    if (colon < 0) colon = page.text.length
    if (colon - start > labelCharactersMax && page.text[start + 1] !== ".") continue
    const found = turnLabel.exec(page.text.slice(start, Math.min(end, start + labelCharactersMax)))
    if (!found) continue
    const [whole, time = "", letter, name] = found
    const key = letter ?? name!
    let at = page.frames[frame]!.first
    while (starts[at]! < start + time.length) at++
    const first = at
    while (at < page.tokens.count && ends[at]! <= start + time.length + key.length) at++
    const label = { first, last: at }
    while (at < page.tokens.count && starts[at]! < start + whole.length) at++
    if (label.last === first || (name !== undefined && !mayTalk(page, label))) continue
    let last = at
    while (last < page.tokens.count && starts[last]! < end) last++
    turns.push({ paragraph, label, key, letter: letter !== undefined, words: { first: at, last } })
  }
  return turns
}

/** A name or a role; days, documents and headings of lists are none. */
function mayTalk(page: Page, label: TokenRange): boolean {
  for (let at = label.first; at < label.last; at++) {
    if (isClass(page, at, wordClass.document)) return false
    if (isClass(page, at, wordClass.time) && !isClass(page, at, wordClass.firstName)) return false
  }
  return isNameable(page, label)
}

function isTalk(page: Page, run: readonly Turn[]): boolean {
  const keys = new Set(run.map(({ key }) => key))
  if (keys.size < 2) return false
  for (let i = 1; i < run.length; i++) {
    const [asking, answering] = [run[i - 1]!, run[i]!]
    if (asking.letter !== answering.letter || asking.key === answering.key) continue
    if (asking.letter ? asking.key === "Q" : isQuestion(page, asking.words)) return true
  }
  return !run[0]!.letter && keys.size < run.length && run.some(({ words }) => isFirstPerson(page, words))
}

function isQuestion(page: Page, { first, last }: TokenRange): boolean {
  return last > first && unitAt(page, last - 1) === 0x3f
}

function isFirstPerson(page: Page, { first, last }: TokenRange): boolean {
  for (let at = first; at < last; at++)
    if (page.lexicon.firstPersonHashes.has(page.tokens.hashes[at]!)) return true
  return false
}

/**
 * Dialogue in paragraphs that a dash opens: "— We sail at dawn, said Tarn." Two and more beside each other are one, when
 * a verb of speech with its subject stands behind the words of one of them; those without have no speaker. Cost: linear.
 */
export function findDashDialogue(page: Page): readonly Block[] {
  const blocks: Block[] = []
  const { frames } = page
  for (let from = 0; from < frames.length; from++) {
    if (!opensDashLine(page, from)) continue
    const lines: Block[] = []
    let frame = from
    while (frame < frames.length && opensDashLine(page, frame)) {
      const { first, paragraph } = frames[frame]!
      while (frame < frames.length && frames[frame]!.paragraph === paragraph) frame++
      lines.push(dashLine(page, first + 1, frames[frame - 1]!.last))
    }
    if (lines.length > 1 && lines.some(({ subject }) => subject !== null)) blocks.push(...lines)
    from = frame - 1
  }
  return blocks
}

/** The frame begins a paragraph, with a long dash and a word. */
function opensDashLine(page: Page, frame: number): boolean {
  const { first, last, paragraph } = page.frames[frame]!
  const unit = unitAt(page, first)
  if ((unit !== 0x2014 && unit !== 0x2013) || first + 1 >= last || isMark(page, first + 1)) return false
  return page.frames[frame - 1]?.paragraph !== paragraph
}

function dashLine(page: Page, first: number, last: number): Block {
  for (let at = first + 1; at < last; at++) {
    if (!isClass(page, at, wordClass.speech) || !isMark(page, at - 1)) continue
    const subject = subjectAfter(page, at, last)
    if (subject === null || !isNameable(page, subject.phrase)) continue
    const parts = [{ first, last: unitAt(page, at - 1) === 0x2c ? at - 1 : at }]
    let rest = subject.phrase.last
    while (rest < last && isMark(page, rest)) rest++
    if (rest < last) parts.push({ first: rest, last })
    return { parts, subject }
  }
  return { parts: [{ first, last }], subject: null }
}
