import { wordClass } from "./lexicon.ts"
import { isClass, isMark, type Page, tokenText, unitAt } from "./page.ts"
import { clauseSubject, type Subject } from "./quotations/subjects.ts"
import type { Tag } from "./quotations/tag.ts"
import { colonSubject } from "./quotations/tags.ts"
import type { TokenRange } from "./tokens.ts"

/** A statement printed whole, without marks, and whose it is. */
export interface Block {
  readonly parts: readonly TokenRange[]
  readonly subject: Subject | null
}

/** A statement is followed over no more paragraphs than these. */
const paragraphsMax = 40

/** Between a tag and the colon that opens a statement: "wrote in a letter to the crews on Monday:". */
const wordsBehindTagMax = 10

/**
 * Passages that a paragraph announces as a document ("Read the full statement below:"), one part a paragraph: up to
 * the next marked words, verb of speech outside the first person, or end of the text. `tags` are those of each frame.
 */
export function findBlocks(page: Page, tags: readonly (readonly Tag[])[]): readonly Block[] {
  const blocks: Block[] = []
  const byParagraph = framesByParagraph(page)
  for (let paragraph = 0; paragraph + 1 < byParagraph.length; paragraph++) {
    const frames = byParagraph[paragraph]!
    const last = frames.at(-1)
    if (last === undefined || unitAt(page, page.frames[last]!.last - 1) !== 0x3a) continue
    const isAnnounced = announces(page, last)
    const subject = isAnnounced ? ownerOf(page, last) : introducer(page, tags[last]!, page.frames[last]!)
    if (!isAnnounced && subject === null) continue
    const parts: TokenRange[] = []
    let next = paragraph + 1
    for (; next < byParagraph.length && parts.length < paragraphsMax; next++) {
      const part = blockPart(page, byParagraph[next]!, tags)
      if (part === null || !(isAnnounced || isFirstPerson(page, [part]))) break
      parts.push(part)
    }
    if (parts.length === 0 || !isFirstPerson(page, parts)) continue
    blocks.push({ parts, subject })
    paragraph = next - 1
  }
  return blocks
}

/** The frames of each paragraph, by index. */
export function framesByParagraph(page: Page): readonly (readonly number[])[] {
  const byParagraph: number[][] = page.paragraphs.map(() => [])
  for (let i = 0; i < page.frames.length; i++) byParagraph[page.frames[i]!.paragraph]!.push(i)
  return byParagraph
}

/** The frame ends in a colon, names a document, and says that it comes now. */
function announces(page: Page, index: number): boolean {
  const frame = page.frames[index]!
  if (frame.last - frame.first > 40) return false
  let names = false
  let shows = false
  for (let at = frame.first; at < frame.last; at++) {
    if (isClass(page, at, wordClass.document)) names = true
    else if (page.lexicon.announcingHashes.has(page.tokens.hashes[at]!)) shows = true
  }
  return names && shows
}

/** The paragraph of these frames, or null where the reporter speaks in it or marks open it. */
export function blockPart(
  page: Page,
  frames: readonly number[],
  tags: readonly (readonly Tag[])[],
): TokenRange | null {
  if (frames.length === 0) return null
  for (const index of frames) {
    for (const tag of tags[index]!)
      if (tag.kind === "speech" && tag.subject && !isOwnVoice(page, tag)) return null
  }
  const first = page.frames[frames[0]!]!.first
  const last = page.frames[frames.at(-1)!]!.last
  return page.segmentOf[first]! >= 0 ? null : { first, last }
}

/** "Tarn wrote to her crews:": the tag that ends at the colon, with nothing but a few words of its own before that. */
function introducer(page: Page, tags: readonly Tag[], { last }: TokenRange): Subject | null {
  const tag = tags.at(-1)
  if (tag?.kind !== "speech" || !tag.subject || tag.inverted || last - 1 - tag.range.last > wordsBehindTagMax)
    return null
  for (let at = tag.cue.last; at < last; at++) if (page.segmentOf[at]! >= 0) return null
  return tag.subject
}

function isOwnVoice(page: Page, tag: Tag): boolean {
  return page.lexicon.firstPersonHashes.has(page.tokens.hashes[tag.subject!.phrase.first]!)
}

function isFirstPerson(page: Page, parts: readonly TokenRange[]): boolean {
  for (const { first, last } of parts)
    for (let at = first; at < last; at++)
      if (page.lexicon.firstPersonHashes.has(page.tokens.hashes[at]!)) return true
  return false
}

/** Whose document it is: the owner before it, or the clause's subject. */
function ownerOf(page: Page, index: number): Subject | null {
  const frame = page.frames[index]!
  for (let at = frame.first; at < frame.last; at++) {
    if (!/['’]s$|s['’]$/.test(tokenText(page, at)) || isMark(page, at)) continue
    let first = at
    while (
      first > frame.first &&
      !isMark(page, first - 1) &&
      !isClass(page, first - 1, wordClass.preposition | wordClass.document)
    )
      first--
    while (
      first < at &&
      isClass(page, first, wordClass.function) &&
      !isClass(page, first, wordClass.determiner)
    )
      first++
    return { phrase: { first, last: at + 1 }, rule: "owner of the document" }
  }
  return colonSubject(page, frame, frame.last - 1) ?? clauseSubject(page, frame.first, frame.last)
}
