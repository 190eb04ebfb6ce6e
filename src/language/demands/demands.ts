import type { Span } from "../../base/index.ts"
import type { Demand, Party } from "../analysis.ts"
import { continuesLine, wordAt } from "../token-text.ts"
import {
  clauseEnd,
  documentBefore,
  indexParties,
  nameOf,
  type PartyIndex,
  type PartySource,
  quotationAt,
  subjectBefore,
} from "./parties.ts"
import { baseVerbs, type DemandCue, demandCues } from "./words.ts"

/** Who asks whom for what, in English texts only. In the order of their cues. Cost: one table look-up a token. */
export function findDemands(source: PartySource): readonly Demand[] {
  if (source.english) return []
  const index = indexParties(source)
  const found: Demand[] = []
  const { tokens } = source
  for (let at = 0; at < tokens.count; at++) {
    const cue = demandCues.get(tokens.hashes[at]!)
    if (cue === undefined) continue
    found.push(...demandsAt(source, index, at, cue))
  }
  return found
}

/** Token ranges of a demand's parts. */
interface Frame {
  readonly of: readonly [from: number, to: number] | null
  readonly what: readonly [from: number, to: number]
}

function demandsAt(source: PartySource, index: PartyIndex, cue: number, entry: DemandCue): readonly Demand[] {
  if (isNoun(source, cue, entry) || isOnlyNaming(source, cue)) return []
  const frame = frameAfter(source, cue, entry)
  if (frame === null) return []
  const own = subjectBefore(source, index, cue)
  if (isNounForm(source, cue, entry, own)) return []
  const by = own ?? documentBefore(source, index, cue) ?? speakerOf(source, index, cue)
  const frames = [frame, ...(entry.frame === "ask" ? coordinated(source, frame) : alsoThat(source, frame))]
  return frames.map(({ of, what }, i): Demand => {
    const whatSpan = spanOf(source, what)
    const ofSpan = of === null ? null : spanOf(source, of)
    const start = i === 0 ? (by?.start ?? source.tokens.starts[cue]!) : (ofSpan ?? whatSpan).start
    return {
      start: Math.min(start, whatSpan.start),
      end: whatSpan.end,
      kind: kindOf(source, cue, entry),
      by,
      of: ofSpan === null ? null : { ...ofSpan, name: nameOf(source, index, ofSpan) },
      what: whatSpan,
    }
  })
}

function spanOf(source: PartySource, [from, to]: readonly [number, number]): Span {
  return { start: source.tokens.starts[from]!, end: source.tokens.ends[to - 1]! }
}

/** "Asked" is a call before "to", a question before "whether" and "why". */
function kindOf(source: PartySource, cue: number, entry: DemandCue): Demand["kind"] {
  if (entry.frame !== "ask") return entry.kind
  for (let at = cue + 1; at < cue + 8; at++) {
    const word = wordAt(source, at)
    if (/^(?:whether|why|how|if|what|when|who|where)$/.test(word)) return "question"
    if (word === "to" || word === "for") return "call"
  }
  return entry.kind
}

/** "The demand", "a call": the word is a noun behind a determiner or adjective. */
function isNoun(source: PartySource, cue: number, entry: DemandCue): boolean {
  if (!entry.nounLike) return false
  const before = wordAt(source, cue - 1)
  return /^(?:the|a|an|its|his|her|their|our|my|your|this|that|any|no|in|on|of|for|by|high|new|phone|conference|strong|public)$/.test(
    before,
  )
}

/** "Domestic demand", "calls to the office": the bare and the s-form are verbs only behind a subject that fits. */
function isNounForm(source: PartySource, cue: number, entry: DemandCue, subject: Party | null): boolean {
  if (!entry.nounLike) return false
  const word = wordAt(source, cue)
  if (/(?:ed|ing)$/.test(word)) return false
  if (subject === null) return wordAt(source, cue - 1) !== "to" && wordAt(source, cue - 1) !== "and"
  const last = source.text.slice(subject.start, subject.end).split(/\s+/).at(-1)!
  if (/['’]s?$/.test(last)) return true
  // A bare verb stands behind a plural, a pronoun or a name; an adjective before it makes it a noun.
  return !word.endsWith("s") && !/^\p{Lu}|s$|^(?:we|you|they|people|staff|police|who)$/u.test(last)
}

/** "called on", "calls for", "call Orbis to": without these words the verb names or telephones. */
function isOnlyNaming(source: PartySource, cue: number): boolean {
  if (!/^call(?:s|ed|ing)?$/.test(wordAt(source, cue))) return false
  if (/^(?:on|upon|for)$/.test(wordAt(source, cue + 1))) return false
  const raw = source.text.slice(source.tokens.starts[cue + 1], source.tokens.ends[cue + 1])
  return !(/^\p{Lu}/u.test(raw) && (wordAt(source, cue + 2) === "to" || wordAt(source, cue + 3) === "to"))
}

/** In a quotation without a subject of its own ("… and demand that …") the speaker asks. */
function speakerOf(source: PartySource, index: PartyIndex, cue: number): Party | null {
  const speaker = quotationAt(index, source.tokens.starts[cue]!)?.speaker ?? null
  return speaker === null ? null : { start: speaker.start, end: speaker.end, name: speaker.name }
}

function frameAfter(source: PartySource, cue: number, entry: DemandCue): Frame | null {
  switch (entry.frame) {
    case "ask":
      if (entry.kind === "question") return askedFor(source, cue + 1)
      return askedOf(source, cue + 1) ?? askedFor(source, cue + 1)
    case "demand":
      return demandedOf(source, cue + 1)
    case "to":
      return infinitive(source, cue + 1)
  }
}

const partyTokensMax = 14

/** "X to do something", "X and Y to …". */
function askedOf(source: PartySource, from: number): Frame | null {
  const start = /^(?:on|upon|for)$/.test(wordAt(source, from)) ? from + 1 : from
  // "Asked for $2 million to rebuild": a sum is asked for, not asked.
  if (start > from && /^[\d$£€]/.test(wordAt(source, start))) return null
  if (/^(?:with|of|from|by|at|in|about|to|as|not)$/.test(wordAt(source, start))) return null
  if (/^(?:i|we|he|she|they)$/.test(wordAt(source, start))) return null
  for (let at = start; at < start + partyTokensMax && continuesLine(source, at); at++) {
    const word = wordAt(source, at)
    if (word === "to" && at > start && isVerb(source, at + 1)) {
      const end = clauseEnd(source, at + 1)
      return end > at + 1 ? { of: [start, at], what: [at + 1, whatEnd(source, at + 1, end)] } : null
    }
    if (
      /^[.;:?!,”"]$/.test(word) ||
      /^(?:i|we|he|she|they|about|that|who|which|said|says|was|were|is|are|has|had|have|if|whether|why|how)$/.test(
        word,
      )
    )
      break
  }
  return null
}

/** "for an inquiry", "whether it would pay", "why it had closed". */
function askedFor(source: PartySource, from: number): Frame | null {
  for (let at = from; at < from + 8 && continuesLine(source, at); at++) {
    const word = wordAt(source, at)
    const question = /^(?:whether|why|how|if)$/.test(word)
    if (/^(?:about|over|on|we|i|he|she|they)$/.test(word) && !question) break
    if (question || (word === "for" && at === from)) {
      const first = question ? at : at + 1
      const end = clauseEnd(source, first)
      if (end <= first) return null
      return { of: at > from ? [from, at] : null, what: [first, end] }
    }
    if (/^[.;:?!,”"]$/.test(word)) break
  }
  return null
}

/** "that the company cancel …", "the council “end” …", "an apology", "answers". */
function demandedOf(source: PartySource, cueEnd: number): Frame | null {
  const that = wordAt(source, cueEnd) === "that"
  const from = that ? cueEnd + 1 : cueEnd
  const to = wordAt(source, from) === "to" ? infinitive(source, from) : null
  if (to !== null) return to
  for (let at = from; at < from + partyTokensMax && continuesLine(source, at); at++) {
    const word = wordAt(source, at)
    const opensQuote = /^[“"‘«]$/.test(word)
    if (at > from && (opensQuote || baseVerbs.has(source.tokens.hashes[at]!))) {
      const first = opensQuote ? at + 1 : at
      let end = endBeforeThat(source, first, clauseEnd(source, first))
      // A quoted verb goes on behind its closing mark: "cancel its contracts" with …
      if (
        opensQuote &&
        end + 1 < source.tokens.count &&
        /^[,”"’]$/.test(wordAt(source, end)) &&
        wordAt(source, end + 1) === "with"
      )
        end = clauseEnd(source, end + 1)
      return end > first ? { of: [from, at], what: [first, end] } : null
    }
    if (/^[.;:?!,”]$/.test(word) || (at > from && /^(?:from|for|over|after|in|to)$/.test(word))) break
  }
  const end = endBeforeThat(source, from, clauseEnd(source, from))
  return end > from ? { of: null, what: [from, end] } : null
}

/** The clause's end, or the "and that" inside it. */
function endBeforeThat(source: PartySource, from: number, end: number): number {
  for (let at = from + 1; at < end - 1; at++) {
    if (wordAt(source, at) !== "and" || wordAt(source, at + 1) !== "that") continue
    return wordAt(source, at - 1) === "," ? at - 1 : at
  }
  return end
}

/** "to pay", "to never return". */
function infinitive(source: PartySource, from: number): Frame | null {
  if (wordAt(source, from) !== "to" || !continuesLine(source, from + 1)) return null
  let end = from + 2
  const limit = clauseEnd(source, from + 1)
  while (
    end < limit &&
    !(wordAt(source, end) === "and" && demandCues.has(source.tokens.hashes[end + 1] ?? 0))
  )
    end++
  return limit > from + 1 ? { of: null, what: [from + 1, end] } : null
}

function isVerb(source: PartySource, at: number): boolean {
  const word = wordAt(source, at)
  return (
    continuesLine(source, at) &&
    /^\p{Ll}/u.test(word) &&
    !/^(?:the|a|an|its|his|her|their|our|this|that|me|us|him|them|one|two|three|four|five|six|seven|eight|nine|ten)$/.test(
      word,
    )
  )
}

/** A second asked in the same breath ends the first: "… to open the quay and the board to pay …". */
function whatEnd(source: PartySource, from: number, end: number): number {
  const split = secondAsked(source, from, end)
  return split === null ? end : split[0]
}

/** Of "and Congress to pass": the tokens of "and" and "to", or null. */
function secondAsked(source: PartySource, from: number, end: number): readonly [number, number] | null {
  for (let at = from + 1; at < end - 2; at++) {
    if (wordAt(source, at) !== "and") continue
    const next = wordAt(source, at + 1) === "for" ? at + 2 : at + 1
    for (let to = next + 1; to < Math.min(end - 1, next + 5); to++) {
      const raw = source.text.slice(source.tokens.starts[next], source.tokens.ends[next])
      const names = /^\p{Lu}/u.test(raw) || /^(?:the|its|their|his|her|our)$/.test(raw)
      if (wordAt(source, to) === "to" && names && isVerb(source, to + 1)) return [at, to]
    }
  }
  return null
}

/** "… publish the report, and that it keep the ferry in port": another thing is demanded. */
function alsoThat(source: PartySource, first: Frame): readonly Frame[] {
  const frames: Frame[] = []
  let end = first.what[1]
  for (let more = 0; more < demandsOfOneVerbMax; more++) {
    const and = wordAt(source, end) === "," ? end + 1 : end
    if (wordAt(source, and) !== "and" || wordAt(source, and + 1) !== "that") break
    const next = demandedOf(source, and + 1)
    if (next === null) break
    const pronoun = next.of !== null && /^(?:it|they|he|she)$/.test(wordAt(source, next.of[0]))
    frames.push(pronoun ? { of: first.of, what: next.what } : next)
    end = next.what[1]
  }
  return frames
}

const demandsOfOneVerbMax = 5

function coordinated(source: PartySource, frame: Frame): readonly Frame[] {
  const [, end] = frame.what
  if (wordAt(source, end) !== "and") return []
  const next = wordAt(source, end + 1) === "for" ? end + 2 : end + 1
  for (let to = next + 1; to < next + 5 && continuesLine(source, to); to++) {
    if (wordAt(source, to) !== "to") continue
    const whatEnds = clauseEnd(source, to + 1)
    return whatEnds > to + 1 ? [{ of: [next, to], what: [to + 1, whatEnds] }] : []
  }
  return []
}
