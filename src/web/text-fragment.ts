import type { Span } from "../base/index.ts"

const wholeWordsMax = 12
const endWords = 5
const contextWordsMax = 6
/** Fewer words than this stand in menus and headlines as well. */
const bareWordsMin = 4
/** To either side of where a passage begins and ends. */
const windowChars = 240

/**
 * The text directive that leads a browser to `cited` on a live page: `text=prefix-,start,end,-suffix` (WICG, "URL
 * Fragment Text Directives"). Each term is of whole words and within one line, since none is found across blocks or
 * `<br>`; a long passage is given by its first and last words. What stands before and after is added, as little as
 * tells the passage from the rest of `text`. Null when the passage holds no word.
 */
export function textFragment(texts: FoldedText, cited: Span): string | null {
  const { text } = texts
  const first = wordsAround(text, startOf(text, cited), cited)
  const last = wordsAround(text, endOf(text, cited), cited)
  if (first.inside.length === 0 || last.inside.length === 0) return null
  const [from, to] = [first.inside[0]!, last.inside.at(-1)!]
  const isShort = cited.end - cited.start < windowChars
  const isWhole = isShort && first.line === last.line && first.inside.length <= wholeWordsMax
  const isBare = isWhole && first.inside.length < bareWordsMin
  const start = isWhole ? { start: from.start, end: to.end } : headOf(first.inside)
  const end = isWhole ? null : tailOf(last.inside, start)
  const prefix = prefixOf(texts, first.before, start, isBare)
  const isApart =
    prefix !== "" ||
    (!isBare && texts.plain.indexOf(fold(text.slice(start.start, start.end))) === start.start)
  const suffix = suffixOf(texts, last.after, { start, end: end ?? start }, isWhole && !isApart)
  const terms = [
    ...(prefix === "" ? [] : [`${escapeTerm(prefix)}-`]),
    escapeTerm(text.slice(start.start, start.end)),
    ...(end === null ? [] : [escapeTerm(text.slice(end.start, end.end))]),
    ...(suffix === "" ? [] : [`-${escapeTerm(suffix)}`]),
  ]
  return `text=${terms.join(",")}`
}

/** What a directive is made of must not be taken for its own signs. */
function escapeTerm(term: string): string {
  return encodeURIComponent(term.replace(/\s+/g, " ").toWellFormed()).replace(/-/g, "%2D")
}

interface LineWords {
  /** Where the line begins. */
  readonly line: number
  readonly before: readonly Span[]
  readonly inside: readonly Span[]
  readonly after: readonly Span[]
}

const segmenter = new Intl.Segmenter("en", { granularity: "word" })

/** The words of the line around `at`, as far as they are looked at; one that is cut there is left out. */
function wordsAround(text: string, at: number, cited: Span): LineWords {
  const line = text.lastIndexOf("\n", at - 1) + 1
  const lineEnd = text.indexOf("\n", at)
  const end = lineEnd < 0 ? text.length : lineEnd
  const from = Math.max(line, at - windowChars)
  const to = Math.min(end, at + windowChars)
  const [before, inside, after]: [Span[], Span[], Span[]] = [[], [], []]
  for (const { segment, index, isWordLike } of segmenter.segment(text.slice(from, to))) {
    const word = { start: from + index, end: from + index + segment.length }
    const isCut = (word.start === from && from > line) || (word.end === to && to < end)
    if (!isWordLike || isCut) continue
    if (word.end <= cited.start) before.push(word)
    else (word.start >= cited.end ? after : inside).push(word)
  }
  return { line, before, inside, after }
}

function startOf(text: string, { start, end }: Span): number {
  const words = text.slice(start, end)
  return start + (words.length - words.trimStart().length)
}

function endOf(text: string, { start, end }: Span): number {
  return Math.max(start, start + text.slice(start, end).trimEnd().length - 1)
}

function headOf(words: readonly Span[]): Span {
  return { start: words[0]!.start, end: words[Math.min(endWords, words.length) - 1]!.end }
}

/** The last words, none of them among the first. */
function tailOf(words: readonly Span[], head: Span): Span | null {
  const rest = words.slice(-endWords).filter(({ start }) => start >= head.end)
  return rest.length === 0 ? null : { start: rest[0]!.start, end: rest.at(-1)!.end }
}

/** A text, and the same as browsers search it: without regard to case and to the kind of space, unit by unit. */
export interface FoldedText {
  readonly text: string
  readonly plain: string
}

export function foldText(text: string): FoldedText {
  return { text, plain: fold(text) }
}

function fold(text: string): string {
  const lower = text.toLowerCase()
  const same = lower.length === text.length ? lower : [...text].map(foldLetter).join("")
  return same.replace(/\s/g, " ")
}

function foldLetter(letter: string): string {
  const lower = letter.toLowerCase()
  return lower.length === letter.length ? lower : letter
}

/** Nothing where the first words stand nowhere earlier; else as many words before them as tell them apart. */
function prefixOf({ text, plain }: FoldedText, before: readonly Span[], at: Span, isNeeded: boolean): string {
  const isTold = (from: number): boolean => plain.indexOf(plain.slice(from, at.end)) === from
  if (isTold(at.start) && !isNeeded) return ""
  let from = at.start
  for (const word of before.slice(-contextWordsMax).reverse()) {
    from = word.start
    if (isTold(from)) break
  }
  return heldWords(text.slice(from, at.start).trimEnd())
}

/** Nothing where the last words stand nowhere between; else as many words after them as tell them apart. */
function suffixOf(
  { text, plain }: FoldedText,
  after: readonly Span[],
  { start, end }: { readonly start: Span; readonly end: Span },
  isNeeded: boolean,
): string {
  const from = end === start ? 0 : start.end
  const isTold = (to: number): boolean => plain.indexOf(plain.slice(end.start, to), from) === end.start
  if (isNeeded ? false : end === start || isTold(end.end)) return ""
  let to = end.end
  for (const word of after.slice(0, contextWordsMax)) {
    to = word.end
    if (isTold(to)) break
  }
  return heldWords(text.slice(end.end, to).trimStart())
}

/** Nothing where words between were left out and dots stand for them, as in a dossier of quoted sentences. */
function heldWords(words: string): string {
  return /[.\u00b7\u2026]{4}/.test(words) ? "" : words
}
