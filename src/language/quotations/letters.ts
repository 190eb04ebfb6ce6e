import { type Block, blockPart, framesByParagraph } from "../blocks.ts"
import type { Page } from "../page.ts"
import type { TokenRange } from "../tokens.ts"
import type { Tag } from "./tag.ts"
import { isNameable } from "./tags.ts"

/** A letter is followed over no more paragraphs than these. */
const paragraphsMax = 60

const lineCharactersMax = 140

/** "From", "To", "Subject" and their like, in one message. */
const headersMax = 12

const salutation =
  /^(dear|sir\b|sirs\b|madam|to the editor|cher|chère|chers|chères|madame|monsieur|sehr geehrte|liebe|lieber|estimad[oa]s?|querid[oa]s?)(?= |,|:|$)[^.!?]{0,60}$/i
const closing =
  /^(?:yours|sincerely|best wishes|best regards|kind regards|warm regards|regards|respectfully|faithfully|signed|cordialement|mit freundlichen grüßen|hochachtungsvoll|atentamente|un saludo)(?: (?:sincerely|faithfully|truly|ever|etc|yours|submitted))?\s*(?:[,.:]\s*|$)/i
const header = /^(from|to|cc|bcc|subject|sent|date|re): /i
const sender = /^from:? ([^:]{2,60}?)(:\s|:?$)/i

/**
 * Letters and messages printed whole: from a salutation to the name below the closing words; behind the headers of a
 * mail; and behind "From Anna Tarn:". Cost: linear in the paragraphs.
 */
export function findLetters(page: Page, tags: readonly (readonly Tag[])[]): readonly Block[] {
  const blocks: Block[] = []
  let byParagraph: readonly (readonly number[])[] | null = null
  for (let i = 0; i < page.paragraphs.length; i++) {
    const line = lineOf(page, i)
    const isLetter = salutation.test(line)
    const isMail = !isLetter && /^from/i.test(line)
    if (!isLetter && !isMail) continue
    byParagraph ??= framesByParagraph(page)
    const found = isLetter ? signedLetter(page, byParagraph, i) : sentMessage(page, byParagraph, i, tags)
    if (!found) continue
    blocks.push(found.block)
    i = found.last
  }
  return blocks
}

/** The paragraph's beginning, or "" of one that is too long for a line of a letter's head or foot. */
function lineOf(page: Page, paragraph: number): string {
  const { start, end } = page.paragraphs[paragraph]!
  const isShort = end - start < lineCharactersMax || /^from/i.test(page.text.slice(start, start + 4))
  return isShort ? page.text.slice(start, Math.min(end, start + lineCharactersMax)) : ""
}

interface FoundLetter {
  readonly block: Block
  /** Its last paragraph. */
  readonly last: number
}

function signedLetter(
  page: Page,
  byParagraph: readonly (readonly number[])[],
  from: number,
): FoundLetter | null {
  for (let at = from + 2; at < Math.min(page.paragraphs.length, from + paragraphsMax); at++) {
    const close = closing.exec(lineOf(page, at))
    if (!close) continue
    const isBelow = lineOf(page, at).length === close[0].length
    const signed = isBelow ? at + 1 : at
    const start = page.paragraphs[signed]?.start
    if (start === undefined || page.paragraphs[signed]!.end - start > 90) return null
    const phrase = nameAt(page, byParagraph[signed]!, isBelow ? start : start + close[0].length)
    const parts = byParagraph.slice(from + 1, at).flatMap((frames) => wholeOf(page, frames))
    if (phrase === null || parts.length === 0) return null
    return { block: { parts, subject: { phrase, rule: "signature" } }, last: signed }
  }
  return null
}

/** Behind "From: Anna Tarn" and its fellow headers, or behind "From Anna Tarn:" what is said in the first person. */
function sentMessage(
  page: Page,
  byParagraph: readonly (readonly number[])[],
  from: number,
  tags: readonly (readonly Tag[])[],
): FoundLetter | null {
  const found = sender.exec(lineOf(page, from))
  if (!found) return null
  const { start, end } = page.paragraphs[from]!
  const at = start + found[0].indexOf(found[1]!)
  const phrase = nameAt(page, byParagraph[from]!, at, at + found[1]!.length)
  let next = from + 1
  const limit = Math.min(page.paragraphs.length, from + headersMax)
  while (next < limit && header.test(lineOf(page, next))) next++
  if (phrase === null || (next === from + 1 && found[2] === "")) return null
  const parts: TokenRange[] = []
  if (start + found[0].length < end && !/^from:/i.test(found[0])) {
    const { last } = page.frames[byParagraph[from]!.at(-1)!]!
    const first = tokenFrom(page, phrase.last, start + found[0].length)
    if (first < last) parts.push({ first, last })
  } else
    for (; next < page.paragraphs.length && parts.length < paragraphsMax; next++) {
      const part = blockPart(page, byParagraph[next]!, tags)
      if (
        part === null ||
        closing.test(lineOf(page, next)) ||
        (parts.length > 0 && !isFirstPerson(page, part))
      )
        break
      parts.push(part)
    }
  const isOwn = parts.some((part) => isFirstPerson(page, part)) && page.segmentOf[parts[0]!.first]! < 0
  return isOwn ? { block: { parts, subject: { phrase, rule: "sender" } }, last: next - 1 } : null
}

function isFirstPerson(page: Page, { first, last }: TokenRange): boolean {
  for (let at = first; at < last; at++)
    if (page.lexicon.firstPersonHashes.has(page.tokens.hashes[at]!)) return true
  return false
}

function wholeOf(page: Page, frames: readonly number[]): readonly TokenRange[] {
  return frames.length === 0
    ? []
    : [{ first: page.frames[frames[0]!]!.first, last: page.frames[frames.at(-1)!]!.last }]
}

/** The name that begins at the text's `start`: up to a comma, the line's or `end`. */
function nameAt(
  page: Page,
  frames: readonly number[],
  start: number,
  end = Number.POSITIVE_INFINITY,
): TokenRange | null {
  if (frames.length === 0) return null
  const { last } = page.frames[frames.at(-1)!]!
  const first = tokenFrom(page, page.frames[frames[0]!]!.first, start)
  let at = first
  while (
    at < last &&
    at - first < 8 &&
    page.tokens.starts[at]! < end &&
    page.text[page.tokens.starts[at]!] !== ","
  )
    at++
  const phrase = { first, last: at }
  return at > first && isNameable(page, phrase) && /^\p{Lu}/u.test(page.text.slice(page.tokens.starts[first]))
    ? phrase
    : null
}

function tokenFrom(page: Page, from: number, start: number): number {
  let at = from
  while (at < page.tokens.count && page.tokens.starts[at]! < start) at++
  return at
}
