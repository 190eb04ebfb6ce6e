import { compareSpans, mergeSpans, type Span } from "../../base/index.ts"
import type { Demand, Party } from "../analysis.ts"
import type { DemandVerbs } from "../languages/language.ts"
import { wordClass } from "../lexicon.ts"
import { isCapital, isClass, type Page, tokenText, unitAt } from "../page.ts"
import { askedInMarks } from "./asked-in-marks.ts"
import { type Asked, complementAt, infinitiveAt, secondAskedAt } from "./complements.ts"
import { nounDemandAt, rejectionAt, rulingOutAt } from "./noun-demands.ts"
import {
  clauseEnd,
  documentBefore,
  groupStart,
  isAnswerClass,
  isDemandClass,
  isParticiple,
  isParty,
  isPastForm,
  type PartyPage,
  partyOf,
  phraseEndingAt,
  quotationAt,
  type Range,
  spanOf,
  subjectBefore,
} from "./parties.ts"
import { isNegated, isUnreal } from "./reality.ts"

/** Who asks whom for what, sorted by their spans. Cost: three table look-ups a token. */
export function findDemands(source: PartyPage): readonly Demand[] {
  const { page, tables } = source
  const { tokens } = page
  const found: Demand[] = []
  let takenTo = 0
  for (let at = 0; at < tokens.count; at++) {
    const hash = tokens.hashes[at]!
    if (!tables.cues.has(hash) || source.sentenceEnds[at] === 0) continue
    const refused = tables.rejecting.has(hash) ? rejectionAt(source, at) : rulingOutAt(source, at)
    if (refused !== null) {
      found.push(refused.demand)
      takenTo = refused.taken[1]
      continue
    }
    if (at < takenTo) continue
    const verb = tables.verbs.get(hash)
    const verbal = verb === undefined ? [] : demandsAt(source, at, verb)
    // No spread: the engine gives up its compiled code again and again over the map of an empty one.
    for (const demand of verbal) found.push(demand)
    const noun = verbal.length > 0 ? undefined : tables.nouns.get(hash)
    const nominal = noun === undefined ? null : nounDemandAt(source, at, noun)
    if (nominal !== null) found.push(nominal)
  }
  const inMarks = askedInMarks(source)
  if (inMarks.length > 0) {
    const told = mergeSpans(found.map(({ what }) => what))
    for (const asked of inMarks) if (!overlapsAny(told, asked.what)) found.push(asked)
  }
  return found.sort(compareSpans)
}

/** True when one of `spans`, which are in order and apart, overlaps. Cost: a binary search. */
function overlapsAny(spans: readonly Span[], span: Span): boolean {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.end <= span.start) low = middle + 1
    else high = middle
  }
  return low < spans.length && spans[low]!.start < span.end
}

function demandsAt(source: PartyPage, verb: number, entry: DemandVerbs): readonly Demand[] {
  const { page } = source
  // "The Giving Pledge": a verb has a capital in a heading only, and at the beginning.
  if (isCapital(page, verb) && verb > source.sentenceStarts[verb]! && !isCapital(page, verb + 1)) return []
  if (isAttributive(source, verb) || isNegated(source, verb) || isUnreal(source, verb)) return []
  const passive = isPassive(source, verb)
  if (passive && (entry.kind === "refusal" || entry.kind === "promise")) return []
  if (passive) return passiveDemand(source, verb, entry)
  const linked = isLink(source, verb + 1, entry)
  if (entry.needsLink && !linked && !mayDoWithout(source, verb, entry)) return []
  const asked = complementAt(source, linked ? verb + 2 : verb + 1, entry.takes, {
    linked,
    needsBareVerb: entry.needsBareVerb ?? false,
  })
  if (asked === null || isLeftOut(source, asked, entry)) return []
  const own = subjectOf(source, verb)
  if (isNounForm(source, verb, own)) return []
  if (entry.needsParty && own !== null && !isParty(source, own[1] - 1)) return []
  // "Calls for", "demands", "pledged" with a thing only: somebody has to do it, and no recipe or job.
  const isThing = asked.form === "thing" || (asked.form === "for" && asked.of === null)
  if (
    isThing &&
    (own === null
      ? documentBefore(source, verb) === null && page.segmentOf[verb]! < 0
      : !isParty(source, own[1] - 1))
  )
    return []
  if (
    asked.form === "topic" &&
    entry.takes.includes("infinitive") &&
    (own === null || !isParty(source, own[1] - 1))
  )
    return []
  const by = partyBy(source, verb, own)
  if (own === null && isOpeningParticiple(source, verb)) return [openingQuestion(source, verb, entry, asked)]
  const first = demandOf(source, verb, entry, asked, by)
  return [first, ...also(source, asked).map((more) => demandOf(source, verb, entry, more, by, true))]
}

/** "Asked whether he would stand, Tarn smiled": the sentence begins with the participle. */
function isOpeningParticiple({ page, sentenceStarts }: PartyPage, verb: number): boolean {
  return (
    sentenceStarts[verb] === verb && tokenText(page, verb).endsWith(page.lexicon.language.verbs.pastEnding)
  )
}

/** What was asked ends at the comma, and who stands behind it was asked. */
function openingQuestion(source: PartyPage, verb: number, entry: DemandVerbs, asked: Asked): Demand {
  const { page } = source
  let comma = asked.what[0] + 1
  while (comma < asked.what[1] && !isClosingComma(page, comma)) comma++
  const demand = demandOf(source, verb, entry, { ...asked, of: null, what: [asked.what[0], comma] }, null)
  let last = comma + 1
  while (last + 1 < source.sentenceEnds[verb]! && isCapital(page, last + 1)) last++
  const of = unitAt(page, comma) === 0x2c ? phraseEndingAt(source, last, comma + 1) : null
  return { ...demand, of: of === null ? null : partyOf(source, of) }
}

/** A comma outside marks, or a closing mark that a comma stands before. */
function isClosingComma(page: PartyPage["page"], at: number): boolean {
  const segment = page.segments[page.segmentOf[at]!]
  if (segment === undefined) return unitAt(page, at) === 0x2c
  return segment.close === at && unitAt(page, at - 1) === 0x2c
}

function demandOf(
  source: PartyPage,
  verb: number,
  { kind }: DemandVerbs,
  { of, what, form }: Asked,
  by: Party | null,
  isFurther = false,
): Demand {
  const whatSpan = spanOf(source, what)
  const ofParty = of === null ? null : partyOf(source, of)
  const start = isFurther ? (ofParty ?? whatSpan).start : (by?.start ?? source.page.tokens.starts[verb]!)
  const isQuestion = kind === "call" && (form === "question" || form === "topic")
  return {
    start: Math.min(start, whatSpan.start),
    end: whatSpan.end,
    kind: isQuestion ? "question" : kind,
    by,
    of: ofParty,
    what: whatSpan,
  }
}

/** "A promised visit", "the asking price", "his demands": the word stands before or as a noun. */
function isAttributive({ page }: PartyPage, verb: number): boolean {
  const before = verb - 1
  return (
    isClass(page, before, wordClass.determiner) ||
    (isClass(page, before, wordClass.preposition) && tokenText(page, before) !== "to") ||
    /['’]s?$/.test(tokenText(page, before))
  )
}

function isPassive(source: PartyPage, verb: number): boolean {
  const { page } = source
  if (!isPastForm(page, verb) && !isDemandClass(source, verb, "irregularPasts")) return false
  let at = verb - 1
  while (at > 0 && isClass(page, at, wordClass.adverb) && !isClass(page, at, wordClass.being)) at--
  return isClass(page, at, wordClass.being)
}

/** "Drivers are asked (by the police) to avoid the ring road": the subject is asked. */
function passiveDemand(source: PartyPage, verb: number, entry: DemandVerbs): readonly Demand[] {
  let at = verb + 1
  let by: Range | null = null
  if (isLink(source, at, entry)) at++
  if (isDemandClass(source, at, "by")) {
    const from = at + 1
    let end = from
    const limit = Math.min(source.sentenceEnds[verb]!, from + 8)
    while (end < limit && infinitiveAt(source, end) === null && !isDemandClass(source, end, "question")) end++
    if (end >= limit) return []
    by = [from, end]
    at = end
  }
  const subject = subjectBefore(source, verb)
  const what = infinitiveAt(source, at)
  const isQuestion = what === null && isDemandClass(source, at, "question")
  if (what === null && !isQuestion) return []
  const range: Range = what ?? [at, clauseEnd(source, at)]
  if (range[1] <= range[0] || subject === null) return []
  const of = partyOf(source, subject)
  const byParty = by === null ? null : partyOf(source, by)
  const whatSpan = spanOf(source, range)
  const kind = isQuestion ? ("question" as const) : entry.kind
  return [
    { start: Math.min(of.start, whatSpan.start), end: whatSpan.end, kind, by: byParty, of, what: whatSpan },
  ]
}

function isLink({ page }: PartyPage, at: number, { links }: DemandVerbs): boolean {
  return at < page.tokens.count && links.includes(tokenText(page, at).toLowerCase())
}

/** "Called for", "appealed for", "called Orbis to": without its link only so. */
function mayDoWithout(source: PartyPage, verb: number, { takes }: DemandVerbs): boolean {
  if (takes.includes("for") && isDemandClass(source, verb + 1, "for")) return true
  const next = verb + 1
  return (
    isCapital(source.page, next) &&
    (infinitiveAt(source, next + 1) !== null || infinitiveAt(source, next + 2) !== null)
  )
}

/** "Asked not to be named"; "refused to comment" is an answer, told among the answers. */
function isLeftOut(source: PartyPage, { what }: Asked, { kind }: DemandVerbs): boolean {
  const [from, to] = what
  if (kind === "refusal" && isAnswerClass(source, from, "speaking")) return true
  if (!isDemandClass(source, from, "not")) return false
  for (let at = from + 1; at < Math.min(to, from + 5); at++)
    if (isDemandClass(source, at, "anonymity")) return true
  return false
}

/** "Domestic demand", "calls to the office": the bare and the s-form are verbs only behind a subject that fits. */
function isNounForm(source: PartyPage, verb: number, subject: Range | null): boolean {
  const { page } = source
  const word = tokenText(page, verb)
  const isForm = isPastForm(page, verb) || isParticiple(page, verb)
  if (isForm || isDemandClass(source, verb, "irregularPasts")) return false
  if (subject === null) return isCapital(page, verb) || !mayOpenVerb(source, verb - 1)
  const last = subject[1] - 1
  if (/['’]s?$/.test(tokenText(page, last))) return true
  // A bare verb stands behind a plural, a pronoun, a name, an auxiliary; an adjective before it makes it a noun.
  if (groupStart(source, verb) < verb || word.endsWith("s")) return false
  return !(
    isCapital(page, last) ||
    /s$/.test(tokenText(page, last)) ||
    isClass(page, last, wordClass.pronoun | wordClass.groupRole)
  )
}

/** "To", "and" or a comma: a verb may follow without a subject. */
function mayOpenVerb(source: PartyPage, at: number): boolean {
  if (isDemandClass(source, at, "infinitive") || unitAt(source.page, at) === 0x2c) return true
  return isClass(source.page, at, wordClass.conjunction)
}

function isFirstPerson(page: Page, at: number): boolean {
  return isClass(page, at, wordClass.pronoun) && page.lexicon.firstPersonHashes.has(page.tokens.hashes[at]!)
}

function isThirdPerson(page: Page, at: number): boolean {
  return isClass(page, at, wordClass.pronoun) && !isFirstPerson(page, at)
}

/** Of "voted to ask" the subject of the verb before "to"; of "and ask" that of the verb before. */
function subjectOf(source: PartyPage, verb: number): Range | null {
  const { page } = source
  const before = groupStart(source, verb) - 1
  if (isDemandClass(source, before, "infinitive") && !isDemandClass(source, before - 1, "for"))
    return isClass(page, before - 1, wordClass.otherVerb | wordClass.stance | wordClass.speech)
      ? subjectBefore(source, before - 1)
      : null
  // "… said that and urged": the subject of the verb before.
  const isJoined = before > source.sentenceStarts[verb]! && isClass(page, before, wordClass.conjunction)
  if (isJoined && page.segmentOf[verb]! < 0) {
    const main = mainVerbBefore(source, before)
    return main < 0 ? null : subjectBefore(source, main)
  }
  // "Wrote to the trust demanding …": what stands before a participle is the main verb's, not its subject.
  if (isParticiple(page, verb) && before === verb - 1 && mainVerbBefore(source, verb) >= 0) return null
  return subjectBefore(source, verb)
}

/** In a quotation "we", and a verb without a subject, are the speaker's; a participle is the letter's it describes. */
function partyBy(source: PartyPage, verb: number, own: Range | null): Party | null {
  const { page } = source
  const isFirst = own !== null && isFirstPerson(page, own[0]) && own[1] - own[0] === 1
  const speaker =
    own === null || isFirst ? (quotationAt(source, page.tokens.starts[verb]!)?.speaker ?? null) : null
  if (own !== null)
    return isFirst ? { ...spanOf(source, own), name: speaker?.name ?? null } : partyOf(source, own)
  if (isParticiple(page, verb)) {
    const opener = subjectOfParticiple(source, verb)
    if (opener !== null) return partyOf(source, opener)
  }
  return speaker === null ? null : { start: speaker.start, end: speaker.end, name: speaker.name }
}

/** "A group of nurses has written to the trust demanding …": a paper, or else the subject of the sentence. */
function subjectOfParticiple(source: PartyPage, verb: number): Range | null {
  const paper = documentBefore(source, verb)
  if (paper !== null && !isVerbNear(source, paper[1])) return paper
  const main = mainVerbBefore(source, verb)
  return main < 0 ? paper : (subjectBefore(source, main) ?? paper)
}

/** A main verb stands no further from its sentence's beginning, in tokens. */
const mainVerbReach = 60

/** The sentence's first finite verb before the participle, or -1. */
function mainVerbBefore({ page, sentenceStarts }: PartyPage, verb: number): number {
  const finite = wordClass.auxiliary | wordClass.being | wordClass.otherVerb | wordClass.speech
  const first = sentenceStarts[verb]!
  for (let at = first; at < Math.min(verb, first + mainVerbReach); at++)
    if (isClass(page, at, finite) && !isClass(page, at, wordClass.alsoNoun) && !isCapital(page, at)) return at
  return -1
}

/** The paper is itself the subject of the main clause's verb only where a verb follows at once. */
function isVerbNear({ page }: PartyPage, at: number): boolean {
  return isClass(page, at, wordClass.auxiliary) && unitAt(page, at) !== 0x2c
}

const demandsOfOneVerbMax = 5

/** "… to open the quay and the board to pay", "…, and that it keep the ferry in port": more is asked by the same verb. */
function also(source: PartyPage, first: Asked): readonly Asked[] {
  const more: Asked[] = []
  let last = first
  for (let i = 0; i < demandsOfOneVerbMax; i++) {
    const next = nextAsked(source, last)
    if (next === null) break
    const isSame = next.of !== null && first.of !== null && isThirdPerson(source.page, next.of[0])
    last = isSame ? { ...next, of: first.of } : next
    more.push(last)
  }
  return more
}

function nextAsked(source: PartyPage, { what, form }: Asked): Asked | null {
  const { page } = source
  const end = what[1]
  const and = unitAt(page, end) === 0x2c ? end + 1 : end
  if (and >= (source.sentenceEnds[end - 1] ?? 0) || !isClass(page, and, wordClass.conjunction)) return null
  if (form === "that" && isDemandClass(source, and + 1, "that"))
    return complementAt(source, and + 1, ["that"], { linked: false, needsBareVerb: false })
  if (form !== "infinitive" || secondAskedAt(source, and) < 0) return null
  const next = isDemandClass(source, and + 1, "for") ? and + 2 : and + 1
  return complementAt(source, next, ["infinitive"], { linked: true, needsBareVerb: false })
}
