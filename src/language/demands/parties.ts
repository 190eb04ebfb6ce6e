import type { Span } from "../../base/index.ts"
import type { Name, Party, Quotation } from "../analysis.ts"
import { nameClass, wordClass } from "../lexicon.ts"
import { isNameClass } from "../names/name-runs.ts"
import { isAdverb, isCapital, isClass, isMark, type Page, tokenText, unitAt } from "../page.ts"
import { firstTokenFrom } from "../tokens.ts"
import type { AnswerClass, DemandClass, DemandTables } from "./words.ts"

/** What the readers of demands and responses know of the report besides its words. */
export interface PartySource {
  readonly page: Page
  readonly tables: DemandTables
  readonly names: readonly Name[]
  readonly quotations: readonly Quotation[]
}

/** A text laid out for its demands: mentions by their end, quoted words in order, sentences by token. */
export interface PartyPage {
  readonly page: Page
  readonly tables: DemandTables
  readonly mentionEnds: ReadonlyMap<number, { readonly span: Span; readonly name: string }>
  readonly quoted: readonly { readonly span: Span; readonly quotation: Quotation }[]
  /** For each token the first token behind its sentence, and the first of it. */
  readonly sentenceEnds: Uint32Array
  readonly sentenceStarts: Uint32Array
}

export function layOutParties(source: PartySource, sentences: readonly Span[]): PartyPage {
  const { page, tables, names, quotations } = source
  const mentionEnds = new Map<number, { span: Span; name: string }>()
  for (const { name, mentions } of names)
    for (const span of mentions) mentionEnds.set(span.end, { span, name })
  const quoted = quotations
    .filter(({ speech }) => speech)
    .flatMap((quotation) => quotation.parts.map((span) => ({ span, quotation })))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  const { tokens } = page
  const sentenceEnds = new Uint32Array(tokens.count).fill(tokens.count)
  const sentenceStarts = new Uint32Array(tokens.count)
  let at = 0
  for (const { start, end } of sentences) {
    while (at < tokens.count && tokens.starts[at]! < start) sentenceEnds[at++] = 0
    const first = at
    while (at < tokens.count && tokens.starts[at]! < end) at++
    sentenceEnds.fill(at, first, at)
    sentenceStarts.fill(first, first, at)
  }
  return { page, tables, mentionEnds, quoted, sentenceEnds, sentenceStarts }
}

export function isDemandClass({ page, tables }: PartyPage, at: number, name: DemandClass): boolean {
  return isIn(page, tables.classes, at, tables.classes.bits[name])
}

export function isAnswerClass({ page, tables }: PartyPage, at: number, name: AnswerClass): boolean {
  return isIn(page, tables.answers, at, tables.answers.bits[name])
}

function isIn(
  page: Page,
  { byHash }: { readonly byHash: { get(hash: number): number | undefined } },
  at: number,
  bit: number,
): boolean {
  if (at < 0 || at >= page.tokens.count || page.tokens.kinds[at] === 2) return false
  return ((byHash.get(page.tokens.hashes[at]!) ?? 0) & bit) !== 0
}

/** The quotation that holds the place, or null. Cost: a binary search. */
export function quotationAt({ quoted }: PartyPage, place: number): Quotation | null {
  let low = 0
  let high = quoted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (quoted[middle]!.span.start <= place) low = middle + 1
    else high = middle
  }
  const found = quoted[low - 1]
  return found !== undefined && place < found.span.end ? found.quotation : null
}

/** Token ranges [from, to). */
export type Range = readonly [from: number, to: number]

export function spanOf({ page }: PartyPage, [from, to]: Range): Span {
  return { start: page.tokens.starts[from]!, end: page.tokens.ends[to - 1]! }
}

export function partyOf(source: PartyPage, range: Range): Party {
  const whole = spanOf(source, range)
  const span = { start: whole.start, end: whole.end - possessiveLength(source.page.text, whole) }
  return { ...span, name: nameOf(source, span) }
}

/** The name of the mention that the span is, but for an article before it; null when it is more ("the Orr ministry"). */
export function nameOf({ page, mentionEnds }: PartyPage, span: Span): string | null {
  const mention = mentionEnds.get(span.end)
  if (mention === undefined || mention.span.start > span.start + 5) return null
  if (mention.span.start <= span.start) return mention.name
  // Nothing but an article may stand before the name.
  const first = firstTokenFrom(page.tokens, span.start)
  const isArticle = isClass(page, first, wordClass.determiner) && first + 1 < page.tokens.count
  return isArticle && page.tokens.starts[first + 1] === mention.span.start ? mention.name : null
}

function possessiveLength(text: string, { end }: Span): number {
  if (/['’]s$/.test(text.slice(end - 2, end))) return 2
  return /s['’]$/.test(text.slice(end - 2, end)) ? 1 : 0
}

const subjectTokensMax = 9

/** Auxiliaries, adverbs and negations, which stand between a subject and its verb. */
export function isBetween({ page }: PartyPage, at: number): boolean {
  if (isClass(page, at, wordClass.auxiliary | wordClass.being)) return true
  return isAdverb(page, at) && !isClass(page, at - 1, wordClass.determiner)
}

/** The first token of the verb group that ends with the verb at `verb`. */
export function groupStart(source: PartyPage, verb: number): number {
  let at = verb
  const floor = source.sentenceStarts[verb]!
  while (at - 1 >= floor && isBetween(source, at - 1)) at--
  return at
}

/**
 * The subject of the verb at `verb`: the noun phrase that ends before its group; for "who" what it stands behind. Null
 * where the clause gives none.
 */
export function subjectBefore(source: PartyPage, verb: number): Range | null {
  const { page } = source
  const floor = source.sentenceStarts[verb]!
  let at = groupStart(source, verb) - 1
  if (at < floor) return null
  if (isClass(page, at, wordClass.relative) && !isCapital(page, at)) {
    at--
    if (at > floor && unitAt(page, at) === 0x2c) at--
  }
  // "Two officials, aged 40, asked": past what stands between commas.
  if (at > floor && unitAt(page, at) === 0x2c) {
    const opened = commaBefore(page, at - 1, floor)
    if (opened <= floor) return null
    at = opened - 1
  }
  return at < floor ? null : phraseEndingAt(source, at, floor)
}

/** The comma that opens what ends at `from`, or -1. */
function commaBefore(page: Page, from: number, floor: number): number {
  for (let at = from; at > Math.max(floor, from - 12); at--) if (unitAt(page, at) === 0x2c) return at
  return -1
}

/** The noun phrase that ends with the token at `last`, with the nouns that it belongs to: "lawyers for the family". */
export function phraseEndingAt(source: PartyPage, last: number, floor: number): Range | null {
  const core = corePhrase(source, last, floor)
  if (core === null) return null
  let [first] = core
  for (let more = 0; more < 2; more++) {
    const link = first - 1
    if (link <= floor || !isClass(source.page, link, wordClass.preposition)) break
    const head = link - 1
    const people =
      wordClass.personRole | wordClass.groupRole | wordClass.bodyRole | wordClass.pronoun | wordClass.bodyHead
    const isOne = isClass(source.page, head - 1, wordClass.determiner) || isCapital(source.page, head)
    const isPlural = isOne && !isClass(source.page, head, wordClass.time)
    if (isMark(source.page, head) || isVerbHere(source.page, head)) break
    if (!isClass(source.page, head, people) && !isPlural && !isDemandClass(source, head, "negation")) break
    const wider = corePhrase(source, head, floor)
    if (wider === null) break
    first = wider[0]
  }
  return [first, last + 1]
}

/** A verb and no noun: "asked" in "asked officers for". */
function isVerbHere(page: Page, at: number): boolean {
  const verb =
    wordClass.speech | wordClass.stance | wordClass.otherVerb | wordClass.auxiliary | wordClass.being
  const noun =
    wordClass.personRole | wordClass.groupRole | wordClass.bodyRole | wordClass.alsoNoun | wordClass.document
  return isClass(page, at, verb) && !isClass(page, at, noun)
}

function corePhrase(source: PartyPage, last: number, floor: number): Range | null {
  const { page, mentionEnds } = source
  if (isMark(page, last)) {
    const isOpen = mentionEnds.has(page.tokens.ends[last]!)
    if (!isOpen) return null
  }
  if (isClass(page, last, wordClass.pronoun) || isDemandClass(source, last, "negation"))
    return [last, last + 1]
  let first = last + 1
  const mention = mentionEnds.get(page.tokens.ends[last]!)
  while (first - 1 >= floor && last - first < subjectTokensMax) {
    const at = first - 1
    const inMention = mention !== undefined && page.tokens.starts[at]! >= mention.span.start
    if (!inMention && !isInPhrase(page, at, last)) break
    first = at
    if (!inMention && isClass(page, at, wordClass.determiner)) break
  }
  // "In 1975 fishermen": a year before a noun belongs to the time.
  while (
    first <= last &&
    page.tokens.kinds[first] === 1 &&
    /^(?:1[5-9]|20)\d\d$/.test(tokenText(page, first))
  )
    first++
  if (first > last) return null
  return mention !== undefined || isPartyLike(source, first, last) ? [first, last + 1] : null
}

function isInPhrase(page: Page, at: number, last: number): boolean {
  const { tokens } = page
  if (tokens.kinds[at] === 2) {
    const unit = unitAt(page, at)
    const isInner = unit === 0x2d || unit === 0x2e || unit === 0x26
    return isInner && at < last && (unit === 0x26 || tokens.starts[at + 1] === tokens.ends[at])
  }
  const closed =
    wordClass.preposition |
    wordClass.conjunction |
    wordClass.subordinator |
    wordClass.relative |
    wordClass.auxiliary |
    wordClass.being |
    wordClass.pronoun
  const isThat = isClass(page, at, wordClass.relative)
  if (isThat || (isClass(page, at, closed) && !isClass(page, at, wordClass.determiner))) return false
  if (isClass(page, at, wordClass.time)) return false
  return at === last || !isVerbHere(page, at) || isCapital(page, at)
}

/** Somebody or a body, by the lexicon, a capital, a plural or a determiner. */
function isPartyLike(source: PartyPage, first: number, last: number): boolean {
  const { page } = source
  if (isClass(page, last, wordClass.time)) return false
  if (isParty(source, last)) return true
  return (
    isClass(page, first, wordClass.determiner) || isCapital(page, last) || /s$/.test(tokenText(page, last))
  )
}

/** Somebody or a body beyond doubt: a name, a pronoun, a role, a paper that speaks for its writers, a plural of people. */
export function isParty(source: PartyPage, last: number): boolean {
  const { page, mentionEnds } = source
  const role =
    wordClass.personRole | wordClass.groupRole | wordClass.bodyRole | wordClass.bodyHead | wordClass.title
  if (mentionEnds.has(page.tokens.ends[last]!) || isClass(page, last, role)) return true
  const word = tokenText(page, last)
  if (isClass(page, last, wordClass.pronoun)) return !isNameClass(page, last, nameClass.itself)
  if (isCapital(page, last) && page.classes[last] === 0) return true
  return isDemandClass(source, last, "documents") || /(?:[a-z]ers|ists|ants|ians|men|women)$/.test(word)
}

/** The letter or petition of the sentence that a participle belongs to ("a letter …, demanding that"), or null. */
export function documentBefore(source: PartyPage, verb: number): Range | null {
  const floor = Math.max(source.sentenceStarts[verb]!, verb - participleReach)
  for (let at = verb - 1; at >= floor; at--)
    if (isDemandClass(source, at, "documents")) return phraseEndingAt(source, at, floor)
  return null
}

/** True for a finite verb of the clause that a noun phrase at its beginning ends before. */
export function isPredicate({ page }: PartyPage, at: number): boolean {
  return isFiniteVerb(page, at)
}

const participleReach = 40
/** The longest thing asked, in tokens. */
const clauseTokensMax = 60

/**
 * Where the clause that begins at `from` ends: before a full stop, a semicolon, a closing mark or the sentence's end,
 * before a word that opens another clause, or before an "and" with a finite verb. A token index.
 */
export function clauseEnd(source: PartyPage, from: number): number {
  const { page } = source
  const limit = Math.min(source.sentenceEnds[from] ?? page.tokens.count, from + clauseTokensMax)
  let at = from
  while (at < limit) {
    const segment = page.segments[page.segmentOf[at]!]
    if (segment !== undefined && segment.open === at && segment.close !== null && segment.close < limit) {
      at = segment.close + 1
      continue
    }
    if (at > from && endsClause(source, at, limit)) break
    at++
  }
  while (at > from + 1 && /^[,'’‘.]$/.test(tokenText(page, at - 1))) at--
  return at
}

function endsClause(source: PartyPage, at: number, limit: number): boolean {
  const { page } = source
  if (isMark(page, at)) {
    const unit = unitAt(page, at)
    if (unit === 0x2e) return at + 1 >= limit
    if (unit === 0x2c) return opensClause(source, at + 1)
    return (
      /^[;:?!”"»(\u2014\u2013]$/.test(tokenText(page, at)) ||
      (unit === 0x201c && page.segmentOf[at]! >= 0 && page.segments[page.segmentOf[at]!]!.close === null)
    )
  }
  if (isDemandClass(source, at, "stops")) return true
  if (isDemandClass(source, at, "asWords")) return isFiniteVerb(page, at + 2) || isFiniteVerb(page, at + 3)
  return isClass(page, at, wordClass.conjunction) && isNewClause(source, at + 1)
}

/** A word that opens a clause or a participle behind a comma. */
function opensClause(source: PartyPage, at: number): boolean {
  const { page } = source
  const opener =
    wordClass.pronoun |
    wordClass.determiner |
    wordClass.subordinator |
    wordClass.relative |
    wordClass.conjunction |
    wordClass.preposition |
    wordClass.speech |
    wordClass.speechParticiple |
    wordClass.stanceParticiple
  if (isClass(page, at, wordClass.conjunction))
    return !isNameClass(page, at, nameClass.and) || isNewClause(source, at + 1)
  return isClass(page, at, opener) || isAdverb(page, at)
}

/** Behind "and": a subject pronoun, a finite verb in the past, or a noun and its verb. */
function isNewClause(source: PartyPage, at: number): boolean {
  const { page } = source
  if (isClass(page, at, wordClass.pronoun)) return true
  const isPast =
    isPastForm(page, at) && (isFiniteVerb(page, at) || isClass(page, at + 1, wordClass.determiner))
  return isPast || (isDemandClass(source, at, "negation") && isFiniteVerb(page, at + 1))
}

/** Ends like a past form or a past participle. */
export function isPastForm(page: Page, at: number): boolean {
  const { pastEnding } = page.lexicon.language.verbs
  return pastEnding !== "" && !isCapital(page, at) && tokenText(page, at).endsWith(pastEnding)
}

/** Ends like a present participle. */
export function isParticiple(page: Page, at: number): boolean {
  const { participleEnding } = page.lexicon.language.verbs
  return participleEnding !== "" && tokenText(page, at).endsWith(participleEnding)
}

function isFiniteVerb(page: Page, at: number): boolean {
  if (at >= page.tokens.count || isMark(page, at) || isCapital(page, at)) return false
  const verb =
    wordClass.otherVerb | wordClass.auxiliary | wordClass.being | wordClass.speech | wordClass.stance
  return isClass(page, at, verb) && !isClass(page, at, wordClass.alsoNoun)
}
