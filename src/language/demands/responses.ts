import type { Response } from "../analysis.ts"
import { tableByHash } from "../numerals/words.ts"
import { continuesLine, wordAt } from "../token-text.ts"
import type { WordTable } from "../word-table.ts"
import { clauseEnd, indexParties, type PartySource, subjectBefore } from "./parties.ts"

type Kind = Response["kind"]

/** Sentences that report an answer, a refusal to give one, or its absence, in English texts only. In order. Cost: one table look-up a token. */
export function findResponses(source: PartySource): readonly Response[] {
  if (source.english) return []
  const index = indexParties(source)
  const { tokens } = source
  const found: Response[] = []
  let free = 0
  for (let at = 0; at < tokens.count; at++) {
    const reader = readers.get(tokens.hashes[at]!)
    const read = reader === undefined || at < free ? null : reader(source, at)
    if (read === null) continue
    // "… in response to" has no subject before it that answers.
    const by = wordAt(source, read.verb) === "in" ? null : subjectBefore(source, index, read.verb)
    const about = aboutAfter(source, read.rest)
    const start = by?.start ?? tokens.starts[at]!
    const end = tokens.ends[Math.max(about?.[1] ?? 0, read.rest) - 1]!
    found.push({
      start: Math.min(start, tokens.starts[at]!),
      end: trailing(source, Math.max(about?.[1] ?? 0, read.rest), end),
      kind: read.kind,
      by,
      about: about === null ? null : { start: tokens.starts[about[0]]!, end: tokens.ends[about[1] - 1]! },
    })
    free = read.rest
  }
  return found
}

interface ResponseRead {
  readonly kind: Kind
  /** The token before which the subject stands. */
  readonly verb: number
  /** The token after the verbs, where what it is about may begin. */
  readonly rest: number
}

type Reader = (source: PartySource, at: number) => ResponseRead | null

const answering =
  /^(?:comment|answer|respond|reply|say|discuss|elaborate|address|explain|provide|confirm|disclose|speak|talk|give|return|mention|clarify|acknowledge|detail|specify)$/
const addressing =
  /^(?:address|respond|reply|answer|comment|mention|return|acknowledge|explain|clarify|provide|specify|elaborate|discuss|disclose|confirm)$/

/** "declined to comment", "refused to answer", "declined comment", "declined an interview". */
const declined: Reader = (source, at) => {
  const next = wordAt(source, at + 1)
  if (next === "to" && answering.test(wordAt(source, at + 2)))
    return { kind: "refused", verb: at, rest: at + 3 }
  if (
    next === "comment" ||
    next === "requests" ||
    (/^(?:interview|an)$/.test(next) && /^(?:interview|requests?)$/.test(wordAt(source, at + 2)))
  )
    return { kind: "refused", verb: at, rest: at + 2 }
  return null
}

/** "did not directly address", "has not responded", "didn't immediately comment", "would not say". */
const negated: Reader = (source, at) => {
  const contracted = wordAt(source, at).endsWith("n't")
  let next = contracted ? at + 1 : at + 2
  if (!contracted && wordAt(source, at + 1) !== "not") return null
  const refusing = /^(?:would|will|won't|wouldn't)/.test(wordAt(source, at))
  while (
    /^(?:immediately|directly|yet|specifically|explicitly|publicly|even|initially|otherwise|been|be)$/.test(
      wordAt(source, next),
    )
  )
    next++
  if (!continuesLine(source, next)) return null
  const verb = wordAt(source, next)
  if (/^(?:said|say)$/.test(verb) && /^(?:whether|if|why|how|when|what)$/.test(wordAt(source, next + 1)))
    return { kind: refusing ? "refused" : "not-addressed", verb: at, rest: next + 1 }
  if (refusing)
    return /^(?:comment|say|discuss|answer|elaborate|confirm)$/.test(verb)
      ? { kind: "refused", verb: at, rest: next + 1 }
      : null
  const bare =
    addressing.test(verb) ||
    addressing.test(verb.replace(/e?d$/, "")) ||
    addressing.test(verb.replace(/ied$/, "y")) ||
    addressing.test(verb.replace(/d$/, ""))
  // "The price was not disclosed" is nobody's silence.
  const passive = /^(?:was|were|wasn't|weren't)$/.test(wordAt(source, at))
  if (bare && !passive) return { kind: "not-addressed", verb: at, rest: next + 1 }
  if (/^(?:available|reachable)$/.test(verb)) return { kind: "not-addressed", verb: at, rest: next + 1 }
  return verb === "reached" && wordAt(source, at) !== "has"
    ? { kind: "not-addressed", verb: at, rest: next + 1 }
    : null
}

/** "has yet to respond", "have yet to provide". */
const yet: Reader = (source, at) =>
  wordAt(source, at + 1) === "to" && addressing.test(wordAt(source, at + 2))
    ? { kind: "not-addressed", verb: at, rest: at + 3 }
    : null

/** "failed to respond", "without addressing", "ignored questions". */
const failed: Reader = (source, at) =>
  wordAt(source, at + 1) === "to" && addressing.test(wordAt(source, at + 2))
    ? { kind: "not-addressed", verb: at, rest: at + 3 }
    : null

/** "responded", "replied that", "agreed to", "complied with", "responding to". */
const answered: Reader = (source, at) => {
  const word = wordAt(source, at)
  const next = wordAt(source, at + 1)
  const before = wordAt(source, at - 1)
  if (/^(?:not|to|never|n't)$/.test(before)) return null
  if (word === "response")
    return before === "in" && next === "to" ? { kind: "answered", verb: at - 1, rest: at + 2 } : null
  if (word.startsWith("agree"))
    return next === "to" || next === "that" ? { kind: "answered", verb: at, rest: at + 2 } : null
  if (word === "complied" || word === "bowed")
    return { kind: "answered", verb: at, rest: /^(?:with|to)$/.test(next) ? at + 2 : at + 1 }
  if (/^(?:police|firefighters|crews|officers)$/.test(before)) return null
  return /^(?:to|that|by|with|on|in|,|:)$/.test(next)
    ? { kind: "answered", verb: at, rest: next === "to" ? at + 2 : at + 1 }
    : null
}

const readers: WordTable<Reader> = tableByHash([
  ...["declined", "declines", "declining", "refused", "refuses", "refusing"].map((word): [string, Reader] => [
    word,
    declined,
  ]),
  ...[
    "did",
    "didn't",
    "does",
    "doesn't",
    "has",
    "hasn't",
    "have",
    "haven't",
    "had",
    "hadn't",
    "could",
    "couldn't",
    "was",
    "wasn't",
    "were",
    "weren't",
    "would",
    "wouldn't",
    "will",
    "won't",
  ].map((word): [string, Reader] => [word, negated]),
  ["yet", yet],
  ["failed", failed],
  ...["responded", "replied", "agreed", "agrees", "complied", "bowed", "response"].map(
    (word): [string, Reader] => [word, answered],
  ),
])

/** What was answered or not: the object behind the verb, up to the clause's end. Requests "for comment" name nothing. */
function aboutAfter(source: PartySource, rest: number): readonly [number, number] | null {
  let from = rest
  const link = wordAt(source, from)
  if (/^(?:to|on|about|that|further)$/.test(link)) from++
  if (!continuesLine(source, from) || /^[.,;:?!”"]$/.test(wordAt(source, from))) return null
  const end = clauseEnd(source, from)
  if (end <= from) return null
  const words = source.text.slice(source.tokens.starts[from], source.tokens.ends[end - 1]).toLowerCase()
  if (
    /^(?:(?:an?|several|multiple|repeated|the|email|emailed|further|two) )*(?:requests?|calls?|messages?|emails?|inquiries|for comment|comment)\b/.test(
      words,
    )
  ) {
    const onTopic = /\b(?:about|on|regarding|concerning)\b/.test(words)
    if (!onTopic) return null
  }
  return [from, end]
}

/** Adverbs that close the clause belong to it: "did not address its sales to the navy directly". */
function trailing(source: PartySource, at: number, end: number): number {
  return /^(?:directly|immediately|publicly|Friday)$/.test(wordAt(source, at)) ? source.tokens.ends[at]! : end
}
