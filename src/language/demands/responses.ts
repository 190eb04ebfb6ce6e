import { compareSpans } from "../../base/index.ts"
import type { Response } from "../analysis.ts"
import { wordClass } from "../lexicon.ts"
import { isCapital, isClass, isMark, tokenText, unitAt } from "../page.ts"
import {
  clauseEnd,
  isAnswerClass,
  isDemandClass,
  type PartyPage,
  partyOf,
  type Range,
  spanOf,
  subjectBefore,
} from "./parties.ts"

/** Sentences that report an answer, a refusal to give one, or its absence, in order. Cost: a table look-up a token. */
export function findResponses(source: PartyPage): readonly Response[] {
  const { tokens } = source.page
  const { answers, answerCues } = source.tables
  const found: Response[] = []
  let free = 0
  for (let at = 0; at < tokens.count; at++) {
    const classes = answers.byHash.get(tokens.hashes[at]!)
    if (classes === undefined || (classes & answerCues) === 0 || at < free) continue
    const read = readAt(source, at)
    if (read === null) continue
    const about = read.about ?? aboutAfter(source, read.rest)
    const subject = read.by ?? (read.isOwnSubject === false ? null : subjectBefore(source, read.verb))
    const by = subject === null ? null : partyOf(source, subject)
    const end = tokens.ends[Math.max(about?.[1] ?? 0, read.rest) - 1]!
    const start = tokens.starts[Math.min(at, read.verb)]!
    found.push({
      start: Math.min(by?.start ?? start, start),
      end: trailing(source, Math.max(about?.[1] ?? 0, read.rest), end),
      kind: read.kind,
      by,
      about: about === null ? null : spanOf(source, about),
    })
    free = read.rest
  }
  return [...found, ...noComments(source)].sort(compareSpans)
}

interface Read {
  readonly kind: Response["kind"]
  /** The token before which the subject stands. */
  readonly verb: number
  /** The token after the verbs, where what it is about may begin. */
  readonly rest: number
  readonly by?: Range
  readonly about?: Range | null
  /** False: nobody before the verb answers. */
  readonly isOwnSubject?: boolean
}

type Reader = (source: PartyPage, at: number) => Read | null

function readAt(source: PartyPage, at: number): Read | null {
  for (const read of [
    declined,
    failed,
    negated,
    ignored,
    unanswered,
    contacted,
    madeNoComment,
    nobodyReachable,
    answered,
  ]) {
    const found = read(source, at)
    if (found !== null) return found
  }
  return null
}

/** "Declined to comment", "refused to answer", "declined comment", "declined an interview". */
const declined: Reader = (source, at) => {
  if (!isAnswerClass(source, at, "declining")) return null
  const speaks = isDemandClass(source, at + 1, "infinitive") && isAnswerClass(source, at + 2, "speaking")
  if (speaks) return { kind: "refused", verb: at, rest: at + 3, ...topicBefore(source, at) }
  const next = isClass(source.page, at + 1, wordClass.determiner) ? at + 2 : at + 1
  if (isAnswerClass(source, next, "comment") || isAnswerClass(source, next, "interview"))
    return { kind: "refused", verb: at, rest: next + 1 }
  return null
}

/** "Asked about the fire, Tarn refused to answer": what the refusal is about stands before. */
function topicBefore(source: PartyPage, verb: number): { readonly about?: Range } {
  const first = source.sentenceStarts[verb]!
  if (!isAnswerClass(source, first, "contacted") || !isDemandClass(source, first + 1, "topic")) return {}
  let end = first + 2
  while (end < verb && unitAt(source.page, end) !== 0x2c) end++
  return end > first + 2 && end < verb ? { about: [first + 2, end] } : {}
}

/** "Has yet to respond", "failed to reply". */
const failed: Reader = (source, at) =>
  isAnswerClass(source, at, "failing") &&
  isDemandClass(source, at + 1, "infinitive") &&
  isAnswerClass(source, at + 2, "speaking")
    ? { kind: "not-addressed", verb: at, rest: at + 3 }
    : null

/** "Did not directly address", "has not responded", "would not say". */
const negated: Reader = (source, at) => {
  if (!isAnswerClass(source, at, "negated")) return null
  const { page } = source
  const contracted = tokenText(page, at).endsWith("t") && isDemandClass(source, at, "negation")
  let next = contracted ? at + 1 : at + 2
  if (!contracted && !isDemandClass(source, at + 1, "not")) return null
  while (isAnswerClass(source, next, "adverbs")) next++
  const isRefusing = isAnswerClass(source, at, "refusing")
  const says = isAnswerClass(source, next, "saying")
  if (says && !isRefusing)
    return isDemandClass(source, next + 1, "question")
      ? { kind: "not-addressed", verb: at, rest: next + 1 }
      : null
  if (isRefusing)
    return isAnswerClass(source, next, "refusedSpeech") ? { kind: "refused", verb: at, rest: next + 1 } : null
  if (isAnswerClass(source, next, "reachable")) return { kind: "not-addressed", verb: at, rest: next + 1 }
  if (isAnswerClass(source, next, "reached")) {
    const isTried = isAnswerClass(source, at, "passive") || isDemandClass(source, at, "doubt")
    return isTried ? { kind: "not-addressed", verb: at, rest: next + 1 } : null
  }
  const speaks = isAnswerClass(source, next, "speaking") || isAnswerClass(source, next, "spoken")
  // "The price was not disclosed" is nobody's silence, and "could not answer her helm" no reply.
  const isSilent = speaks && !isAnswerClass(source, at, "passive") && !isDemandClass(source, at, "doubt")
  return isSilent ? { kind: "not-addressed", verb: at, rest: next + 1 } : null
}

/** "Ignored a question about the tapes". */
const ignored: Reader = (source, at) => {
  if (!isAnswerClass(source, at, "ignoring")) return null
  for (let noun = at + 1; noun < at + 5 && !isMark(source.page, noun); noun++)
    if (isAnswerClass(source, noun, "asked")) return { kind: "not-addressed", verb: at, rest: noun + 1 }
  return null
}

/** "Emails to the company went unanswered". */
const unanswered: Reader = (source, at) => {
  if (!isAnswerClass(source, at, "unanswered") || !isAnswerClass(source, at - 1, "going")) return null
  const { page } = source
  for (let link = at - 2; link > source.sentenceStarts[at]!; link--) {
    if (!isAnswerClass(source, link, "link") || !isAnswerClass(source, link - 1, "asked")) continue
    return { kind: "not-addressed", verb: at - 1, rest: at + 1, by: [link + 1, at - 1], about: null }
  }
  const first = source.sentenceStarts[at]!
  return isAnswerClass(source, first, "asked") || isCapital(page, first)
    ? { kind: "not-addressed", verb: at - 1, rest: at + 1, about: null, isOwnSubject: false }
    : null
}

/** "Was contacted for comment": asked, and no word of an answer. */
const contacted: Reader = (source, at) => {
  if (!isAnswerClass(source, at, "contacted") || !isDemandClass(source, at + 1, "for")) return null
  if (!isAnswerClass(source, at + 2, "comment") || !isClass(source.page, at - 1, wordClass.being)) return null
  return { kind: "not-addressed", verb: at, rest: at + 3, about: null }
}

/** "Made no comment". */
const madeNoComment: Reader = (source, at) =>
  isAnswerClass(source, at, "making") &&
  isAnswerClass(source, at + 1, "no") &&
  isAnswerClass(source, at + 2, "comment")
    ? { kind: "refused", verb: at, rest: at + 3 }
    : null

/** "Nobody from the club was available for comment". */
const nobodyReachable: Reader = (source, at) => {
  if (!isAnswerClass(source, at, "reachable") || !isClass(source.page, at - 1, wordClass.being)) return null
  if (!isDemandClass(source, at + 1, "for") || !isAnswerClass(source, at + 2, "comment")) return null
  const subject = subjectBefore(source, at)
  if (subject === null || !isDemandClass(source, subject[0], "negation")) return null
  return { kind: "not-addressed", verb: at, rest: at + 3, by: subject, about: null }
}

/** "Responded", "agreed to", "complied with", "in response to". */
const answered: Reader = (source, at) => {
  if (!isAnswerClass(source, at, "answering")) return null
  const { page } = source
  if (isDemandClass(source, at - 1, "negation") || isDemandClass(source, at - 1, "infinitive")) return null
  const next = at + 1
  if (isDemandClass(source, at, "replyNouns"))
    return isClass(page, at - 1, wordClass.preposition) && isAnswerClass(source, next, "link")
      ? { kind: "answered", verb: at - 1, rest: at + 2, isOwnSubject: false }
      : null
  if (isAnswerClass(source, at, "agreeing"))
    return isDemandClass(source, next, "infinitive") ? { kind: "answered", verb: at, rest: at + 2 } : null
  if (isAnswerClass(source, at, "yielding"))
    return { kind: "answered", verb: at, rest: isAnswerClass(source, next, "link") ? at + 2 : next }
  if (isAnswerClass(source, at - 1, "crews") || isAnswerClass(source, next, "alive")) return null
  const links =
    isAnswerClass(source, next, "replyLinks") || unitAt(page, next) === 0x2c || unitAt(page, next) === 0x3a
  return links
    ? { kind: "answered", verb: at, rest: isDemandClass(source, next, "infinitive") ? at + 2 : next }
    : null
}

/** “No comment,” said Tarn. */
function noComments(source: PartyPage): readonly Response[] {
  const { text } = source.page
  return source.quoted.flatMap(({ span, quotation }): Response[] => {
    const { speaker } = quotation
    const isNone = /^no comments?[.,!]?$/i.test(text.slice(span.start, span.end).trim())
    if (!isNone || speaker === null) return []
    const by = { start: speaker.start, end: speaker.end, name: speaker.name }
    return [
      {
        start: Math.min(span.start, by.start),
        end: Math.max(span.end, by.end),
        kind: "refused",
        by,
        about: null,
      },
    ]
  })
}

/** What was answered or not: the object behind the verb, up to the clause's end. Requests "for comment" name nothing. */
function aboutAfter(source: PartyPage, rest: number): Range | null {
  const { page } = source
  let from = rest
  if (isAnswerClass(source, from, "aboutLinks")) from++
  if (from >= source.sentenceEnds[rest - 1]! || isMark(page, from)) return null
  const end = clauseEnd(source, from)
  if (end <= from) return null
  if (!isDemandClass(source, from, "for") && !isRequest(source, from, end)) return [from, end]
  for (let at = from; at < end - 1; at++) if (isAnswerClass(source, at, "onTopic")) return [at + 1, end]
  return null
}

/** "A request for comment", "calls seeking comment", "multiple emails". */
function isRequest(source: PartyPage, from: number, end: number): boolean {
  for (let at = from; at < Math.min(end, from + 4); at++) {
    if (/['’]s?$/.test(tokenText(source.page, at))) return false
    if (isAnswerClass(source, at, "comment")) return true
    if (!isAnswerClass(source, at, "asked")) continue
    const next = at + 1
    if (next >= end || isAnswerClass(source, next, "seeking")) return true
    if (isDemandClass(source, next, "for"))
      return isAnswerClass(source, next + 1, "comment") || isAnswerClass(source, next + 1, "interview")
    return (
      isClass(source.page, next, wordClass.preposition) &&
      isAnswerClass(source, next, "onTopic") === false &&
      at === from
    )
  }
  return false
}

/** Adverbs that close the clause belong to it: "did not address its sales to the navy directly". */
function trailing(source: PartyPage, at: number, end: number): number {
  return isAnswerClass(source, at, "clauseAdverbs") ? source.page.tokens.ends[at]! : end
}
