import type { Article } from "../article/index.ts"
import { compareSpans, compareStrings, mergeSpans, type Span, spansOverlap, trimSpan } from "../base/index.ts"
import type { Analysis, Name, Quotation, Speaker, TimeExpression } from "./analysis.ts"
import { findDemands } from "./demands/demands.ts"
import { layOutParties } from "./demands/parties.ts"
import { findResponses } from "./demands/responses.ts"
import { demandTablesOf } from "./demands/words.ts"
import { findFigures } from "./figures/figures.ts"
import { factLanguageFor } from "./figures/languages.ts"
import { lexiconFor } from "./languages.ts"
import { classesOf } from "./lexicon.ts"
import { type Entity, isShownPerson, type NameTable } from "./names/entity.ts"
import { withoutPossessive } from "./names/name-runs.ts"
import { findNames } from "./names/names.ts"
import { findNounMentions } from "./names/noun-mentions.ts"
import { findNumerals } from "./numerals/numerals.ts"
import { layOutPage, type Page, rangeSpan, tokenText } from "./page.ts"
import { paragraphsOf } from "./paragraphs.ts"
import type { Claim } from "./quotations/attribution.ts"
import { type FoundQuotation, findQuotations } from "./quotations/quotations.ts"
import { type Resolution, resolveMention } from "./quotations/speakers.ts"
import { splitSentences } from "./sentences.ts"
import { type AddedWords, anchorInQuotations, findTimes } from "./times/times.ts"
import { type TokenRange, type Tokens, tokenize } from "./tokens.ts"

export interface ReadOptions {
  /** Keep the candidates for every speaker, with their features. */
  readonly explain: boolean
  /** Words that the page was given on later days, which their times count from. Absent: none. */
  readonly added?: readonly AddedWords[]
}

/** What the report says. Cannot fail; furniture is passed over. Cost: linear in the text. */
export function readReport(article: Article, options: ReadOptions): Analysis {
  const { text } = article
  const lexicon = lexiconFor(article.language)
  const tokens = tokenize(text)
  const facts = factLanguageFor(article.language)
  const source = { text, tokens, english: facts.english, words: new Array<string>(tokens.count) }
  const classes = classesOf(tokens, lexicon)
  const paragraphs = withoutFurniture(text, paragraphsOf(text), article.furniture)
  const sentences = splitSentences(text, tokens, classes, paragraphs)
  const page = layOutPage(text, tokens, classes, lexicon, paragraphs, sentences)
  const nameTable = findNames(page, tokensAt(tokens, sentences))
  const names = namesOf(page, nameTable)
  const numerals = findNumerals(source, facts.numerals)
  const { published, modified } = article
  const writing = { published, modified, added: options.added ?? [] }
  const found = findTimes(source, numerals, writing, facts.times)
  const quotations = speakersResolved(page, nameTable, findQuotations(page), found.times, options)
  const told = demandsAndResponses(page, sentences, names, quotations)
  const outside = outsideOf(article.furniture)
  return {
    tokens,
    sentences,
    quotations,
    figures: findFigures(source, numerals, found.phrases, facts.figures).filter(outside),
    times: anchorInQuotations(found, quotations).filter(outside),
    names,
    demands: told.demands.filter(outside),
    responses: told.responses.filter(outside),
  }
}

/** Nothing in a language whose words of asking are not described. */
function demandsAndResponses(
  page: Page,
  sentences: readonly Span[],
  names: readonly Name[],
  quotations: readonly Quotation[],
): Pick<Analysis, "demands" | "responses"> {
  const words = page.lexicon.language.demands
  if (words === null) return { demands: [], responses: [] }
  const source = layOutParties({ page, tables: demandTablesOf(words), names, quotations }, sentences)
  return { demands: findDemands(source), responses: findResponses(source) }
}

/** True for spans that touch none of `holes`. */
function outsideOf(holes: readonly Span[]): (span: Span) => boolean {
  return (span) => !holes.some((hole) => spansOverlap(hole, span))
}

/** `paragraphs` with the furniture cut out of them. */
export function withoutFurniture(
  text: string,
  paragraphs: readonly Span[],
  furniture: readonly Span[],
): readonly Span[] {
  const kept: Span[] = []
  const holes = mergeSpans(furniture)
  let hole = 0
  for (const paragraph of paragraphs) {
    let start = paragraph.start
    while (hole < holes.length && holes[hole]!.end <= start) hole++
    for (let i = hole; i < holes.length && holes[i]!.start < paragraph.end; i++) {
      const before = trimSpan(text, { start, end: Math.max(start, holes[i]!.start) })
      if (before) kept.push(before)
      start = Math.max(start, Math.min(holes[i]!.end, paragraph.end))
    }
    const rest = trimSpan(text, { start, end: paragraph.end })
    if (rest) kept.push(rest)
  }
  return kept
}

/** The quotations with their speakers' names, which are resolved in the order of the text. */
function speakersResolved(
  page: Page,
  names: NameTable,
  found: readonly FoundQuotation[],
  times: readonly TimeExpression[],
  options: ReadOptions,
): readonly Quotation[] {
  const before: Resolution[] = []
  let outer: Resolution | null = null
  return found.map((one) => {
    const mention = one.subject ? (one.subject.antecedent ?? one.subject.phrase) : null
    let resolution = mention && resolveMention(page, names, mention, before)
    if (one.inner) resolution = mention && resolution && resolvedInside(page, mention, resolution, outer)
    else {
      outer = resolution
      if (resolution && (resolution.entity >= 0 || resolution.kind === "document")) before.push(resolution)
    }
    const when = one.tag?.when ? timeWithin(times, rangeSpan(page, one.tag.when)) : null
    return { ...quotationOf(page, one, speakerOf(page, names, one, resolution), options), when }
  })
}

/** Inside the words of `outer` "I" is who says them, and nobody else is. "We" may be others too. */
function resolvedInside(
  page: Page,
  { first, last }: TokenRange,
  resolution: Resolution,
  outer: Resolution | null,
): Resolution {
  const isOwn = last - first === 1 && tokenText(page, first) === "I"
  if (isOwn && outer) return { ...outer, rule: "speaker of the words around it" }
  const isSame = outer !== null && outer.entity >= 0 && resolution.entity === outer.entity
  return isOwn || isSame ? { entity: -1, kind: "person", rule: null } : resolution
}

function timeWithin(times: readonly TimeExpression[], span: Span): TimeExpression | null {
  return times.find((time) => spansOverlap(time, span)) ?? null
}

function quotationOf(
  page: Page,
  found: FoundQuotation,
  speaker: Speaker | null,
  options: ReadOptions,
): Quotation {
  const { tag } = found
  const marked = found.form === "indirect" || found.form === "block" ? [] : found.marked
  return {
    parts: found.parts.map((part) => rangeSpan(page, part)),
    marked: marked.map((part) => rangeSpan(page, part)),
    form: found.form,
    speech: found.speech,
    speaker,
    candidates: options.explain ? found.claims.flatMap((claim) => candidateOf(page, claim)) : [],
    cue: tag && rangeSpan(page, tag.cue),
    via: tag?.via ? rangeSpan(page, tag.via) : null,
    addressee: tag?.addressee ? rangeSpan(page, tag.addressee) : null,
    when: null,
  }
}

function speakerOf(
  page: Page,
  names: NameTable,
  found: FoundQuotation,
  resolution: Resolution | null,
): Speaker | null {
  if (!found.subject) return null
  const entity = resolution && resolution.entity >= 0 ? names.entities[resolution.entity]! : null
  const { rule } = found.subject
  return {
    ...rangeSpan(page, found.subject.phrase),
    name: entity?.name ?? groupName(names, resolution),
    kind: entity?.kind === "person" && !isShownPerson(entity) ? null : (resolution?.kind ?? null),
    rule: resolution?.rule ? `${rule}; ${resolution.rule}` : rule,
  }
}

/** "Anna Tarn and Sam Orr": those who speak as one, or null. */
function groupName(names: NameTable, resolution: Resolution | null): string | null {
  const members = resolution?.members?.map((member) => names.entities[member]!.name) ?? []
  return members.length > 1 ? `${members.slice(0, -1).join(", ")} and ${members.at(-1)}` : null
}

function candidateOf(page: Page, claim: Claim): Quotation["candidates"] {
  if (!claim.subject) return []
  const features = [...claim.features, claim.subject.rule]
  return [{ ...rangeSpan(page, claim.subject.phrase), score: claim.score, features }]
}

function namesOf(page: Page, table: NameTable): readonly Name[] {
  const nouns = table.entities.map((): TokenRange[] => [])
  for (const noun of findNounMentions(page, table)) nouns[noun.entity]!.push(noun)
  return table.entities.map((entity, i) => nameOf(page, entity, nouns[i]!))
}

function nameOf(page: Page, entity: Entity, nouns: readonly TokenRange[]): Name {
  const { name } = entity
  const kind = entity.kind === "person" && !isShownPerson(entity) ? null : entity.kind
  const aliases = [...entity.forms].filter((form) => form !== name).sort(compareStrings)
  const mentions = entity.mentions.map((mention) => spanOfName(page, mention))
  for (const noun of nouns) mentions.push(rangeSpan(page, noun))
  return { name, aliases, kind, mentions: mentions.sort(compareSpans) }
}

/** The name alone: "Tarn" of "Tarn's". */
function spanOfName(page: Page, mention: TokenRange): Span {
  const { start, end } = rangeSpan(page, mention)
  const last = page.tokens.starts[mention.last - 1]!
  return { start, end: last + withoutPossessive(page.text.slice(last, end)).length }
}

/** The first token of each span, for spans in order. */
function tokensAt(tokens: Tokens, spans: readonly Span[]): ReadonlySet<number> {
  const found = new Set<number>()
  let at = 0
  for (const span of spans) {
    while (at < tokens.count && tokens.starts[at]! < span.start) at++
    found.add(at)
  }
  return found
}
