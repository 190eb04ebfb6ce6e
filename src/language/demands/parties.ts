import type { Span } from "../../base/index.ts"
import type { Name, Party, Quotation } from "../analysis.ts"
import { tableByHash } from "../numerals/words.ts"
import { continuesLine, type TokenText, wordAt } from "../token-text.ts"
import type { WordTable } from "../word-table.ts"

/** What the readers of demands and responses know of the report besides its words. */
export interface PartySource extends TokenText {
  readonly sentences: readonly Span[]
  readonly names: readonly Name[]
  readonly quotations: readonly Quotation[]
}

/** Mentions by their end, and quoted words in order. */
export interface PartyIndex {
  readonly mentionEnds: ReadonlyMap<number, { readonly span: Span; readonly name: string }>
  readonly quoted: readonly { readonly span: Span; readonly quotation: Quotation }[]
}

export function indexParties({ names, quotations }: PartySource): PartyIndex {
  const mentionEnds = new Map<number, { span: Span; name: string }>()
  for (const { name, mentions: spans } of names) {
    for (const span of spans) {
      mentionEnds.set(span.end, { span, name })
    }
  }
  const quoted = quotations
    .filter(({ speech }) => speech)
    .flatMap((quotation) => quotation.parts.map((span) => ({ span, quotation })))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  return { mentionEnds, quoted }
}

/** The quotation that holds the place, or null. Cost: a binary search. */
export function quotationAt(index: PartyIndex, place: number): Quotation | null {
  let low = 0
  let high = index.quoted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (index.quoted[middle]!.span.start <= place) low = middle + 1
    else high = middle
  }
  const found = index.quoted[low - 1]
  return found !== undefined && place < found.span.end ? found.quotation : null
}

const wordSet = (words: string): WordTable<true> =>
  tableByHash(words.split(" ").map((word): [string, true] => [word, true]))

const skipped = wordSet(
  "has have had is are was were be been being also still now then later again already not never repeatedly even just only since will would did does do could should may might must can initially previously publicly formally officially immediately directly",
)
const pronouns = wordSet("i we he she they it you")
const determiners = wordSet(
  "the a an its his her their our some many several other these those this that more most all",
)
const edges = wordSet(
  "and or but that which who whom whose where when while as if because so than of in on at by to from with for about after before since until during into over under against between among amid despite without within though although however also according said says say told not is are was were be been has have had do does did will would could should may might must can i we he she they it you me us him them there here what why how whether",
)

/** The longest subject, in tokens. */
const subjectTokensMax = 7

/**
 * The subject of the verb at `verb`: the mention, pronoun or noun phrase that ends before it, adverbs and auxiliaries
 * skipped; for "who" what it stands behind. Null where the clause gives none. In a quotation "I" and "we" are its speaker.
 */
export function subjectBefore(source: PartySource, index: PartyIndex, verb: number): Party | null {
  const { tokens } = source
  let at = verb - 1
  while (at >= 0 && continuesLine(source, at + 1) && isSkipped(source, at)) at--
  if (at < 0 || !continuesLine(source, at + 1)) return null
  const word = wordAt(source, at)
  if (word === "who" || word === "which") {
    at--
    if (wordAt(source, at) === ",") at--
    if (at < 0) return null
  }
  return partyEndingAt(source, index, at, verb, tokens.starts[verb]!)
}

const documents = wordSet(
  "letter petition statement resolution email report lawsuit motion post complaint note memo banner sign group campaign appeal",
)

/** How far back a participle's noun is looked for, in tokens. */
const participleReach = 40

/** The letter or petition of the sentence that a participle belongs to ("a letter …, demanding that"), or null. */
export function documentBefore(source: PartySource, index: PartyIndex, verb: number): Party | null {
  const { tokens, text } = source
  if (!wordAt(source, verb).endsWith("ing")) return null
  for (let at = verb - 1; at >= Math.max(0, verb - participleReach); at--) {
    if (!continuesLine(source, at + 1) || /^[.;?!]$/.test(text.slice(tokens.starts[at], tokens.ends[at])))
      return null
    if (documents.has(tokens.hashes[at]!)) return partyEndingAt(source, index, at, verb, tokens.starts[at]!)
  }
  return null
}

function isSkipped(source: PartySource, at: number): boolean {
  const word = wordAt(source, at)
  return (
    skipped.has(source.tokens.hashes[at]!) || word.endsWith("n't") || (word.length > 4 && word.endsWith("ly"))
  )
}

function partyEndingAt(
  source: PartySource,
  index: PartyIndex,
  at: number,
  verb: number,
  place: number,
): Party | null {
  const { tokens } = source
  const end = tokens.ends[at]!
  if (pronouns.has(tokens.hashes[at]!)) {
    const span = { start: tokens.starts[at]!, end }
    const first = wordAt(source, at) === "i" || wordAt(source, at) === "we"
    const speaker = first ? (quotationAt(index, place)?.speaker ?? null) : null
    return { ...span, name: speaker?.name ?? null }
  }
  const mention = index.mentionEnds.get(end)
  let first = at
  while (first >= 0 && verb - first < subjectTokensMax + 4 && at - first < subjectTokensMax) {
    const word = wordAt(source, first)
    if (!/^[\p{L}\d]/u.test(word) || edges.has(tokens.hashes[first]!)) {
      first++
      break
    }
    if (determiners.has(tokens.hashes[first]!) || first === 0 || !continuesLine(source, first)) break
    first--
  }
  if (first < 0) first = 0
  if (first > at) return mention === undefined ? null : { ...mention.span, name: mention.name }
  if (mention === undefined && !isPartyLike(source, first, at)) return null
  return {
    start: Math.min(tokens.starts[first]!, mention?.span.start ?? tokens.starts[first]!),
    end,
    name: mention?.name ?? null,
  }
}

const times = wordSet("today yesterday tomorrow week month year day night morning weekend long")

/** A lower-case singular without a determiner, or a time, asks nothing. */
function isPartyLike(source: PartySource, first: number, last: number): boolean {
  const { text, tokens } = source
  if (times.has(tokens.hashes[last]!)) return false
  const raw = text.slice(tokens.starts[last], tokens.ends[last])
  return (
    determiners.has(tokens.hashes[first]!) ||
    /^\p{Lu}/u.test(raw) ||
    /s$/.test(raw) ||
    /^(?:people|staff|police)$/i.test(raw) ||
    documents.has(tokens.hashes[last]!)
  )
}

/** The name of the mention that the span is, but for an article before it; null when it is more ("the Orr ministry"). */
export function nameOf({ text }: TokenText, index: PartyIndex, span: Span): string | null {
  const mention = index.mentionEnds.get(span.end)
  if (mention === undefined || mention.span.start > span.start + 5) return null
  return /^(?:the|an?)?\s*$/i.test(text.slice(span.start, mention.span.start)) ? mention.name : null
}

const openers = wordSet(
  "the a an he she they it who which where while after as but saying said according in when though although because since citing following adding with however amid despite then even so on",
)

/**
 * Where the clause that begins at `index` ends: before a full stop, a semicolon, a closing mark or the line's end, or
 * before a comma that opens another clause. A token index.
 */
export function clauseEnd(source: PartySource, index: number): number {
  const limit = sentenceEnd(source, index)
  let at = index
  while (at < source.tokens.count && at - index < clauseTokensMax) {
    if (at > index && !continuesLine(source, at)) break
    const word = wordAt(source, at)
    const close = closingMark(source, at)
    if (close !== null) {
      at = close + 1
      continue
    }
    if (
      word === "."
        ? source.tokens.ends[at]! >= limit
        : /^[;:?!”"»“(\u2014\u2013]$/.test(word) && (at > index || word !== '"')
    )
      break
    if (limit > 0 && source.tokens.starts[at]! >= limit) break
    if (word === "," && openers.has(source.tokens.hashes[at + 1] ?? 0)) break
    at++
  }
  while (at > index && /^[,'’‘]$/.test(wordAt(source, at - 1))) at--
  return at
}

/** Where the sentence that holds the token ends, in the text; 0 where none does, so that any full stop ends it. */
function sentenceEnd({ sentences, tokens }: PartySource, index: number): number {
  const place = tokens.starts[index] ?? 0
  let low = 0
  let high = sentences.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sentences[middle]!.start <= place) low = middle + 1
    else high = middle
  }
  const sentence = sentences[low - 1]
  return sentence !== undefined && place < sentence.end ? sentence.end : 0
}

/** Of an opening quotation mark inside a clause, the mark that closes it near by, or null. */
function closingMark(source: TokenText, at: number): number | null {
  const { text, tokens } = source
  const mark = wordAt(source, at)
  const closing = mark === "“" ? "”" : mark === "«" ? "»" : mark === '"' ? '"' : null
  if (closing === null || (mark === '"' && !/\s/.test(text[tokens.starts[at]! - 1] ?? " "))) return null
  for (let close = at + 1; close < at + quotedTokensMax && continuesLine(source, close); close++)
    if (wordAt(source, close) === closing) return close
  return null
}

const quotedTokensMax = 30
const clauseTokensMax = 60
