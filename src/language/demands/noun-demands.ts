import type { Demand } from "../analysis.ts"
import type { DemandNouns } from "../languages/language.ts"
import { wordClass } from "../lexicon.ts"
import { isCapital, isClass, tokenText, unitAt } from "../page.ts"
import { type Asked, complementAt } from "./complements.ts"
import {
  isDemandClass,
  isPredicate,
  type PartyPage,
  partyOf,
  phraseEndingAt,
  type Range,
  spanOf,
  subjectBefore,
} from "./parties.ts"
import { isNegated, isUnreal } from "./reality.ts"

/** "The union's demand that …", "calls for the mayor to resign", "a promise to pay". */
export function nounDemandAt(source: PartyPage, noun: number, entry: DemandNouns): Demand | null {
  const { page } = source
  const asked = complementAt(source, noun + 1, entry.takes, {
    linked: false,
    // "The requests that come in": behind other nouns a "that" without a bare verb is a relative.
    needsBareVerb: entry.kind !== "promise",
    isNoun: true,
  })
  if (asked === null || asked.form === "thing") return null
  const owner = ownerBefore(source, noun)
  const isPlural = /s$/.test(tokenText(page, noun))
  const verb = verbBefore(source, noun)
  // "Demand for oil": one alone and nobody's is no noun for an act of asking.
  if (asked.form === "for" && asked.of === null && owner === null && !isPlural && entry.kind === "demand")
    return null
  if (owner === null && verb < 0 && !opensPhrase(source, noun, isPlural)) return null
  if (verb >= 0 && (isNegated(source, verb) || isUnreal(source, verb))) return null
  const subject = verb >= 0 && owner === null ? subjectBefore(source, verb) : null
  const isFaced = verb >= 0 && isDemandClass(source, verb, "facing")
  const by = owner ?? (isFaced ? null : subject)
  const of = asked.of ?? (isFaced ? subject : null)
  const what = verb < 0 ? beforePredicate(source, asked.what) : asked.what
  return demandOf(source, noun, entry.kind, { of, what }, by)
}

/** "A call", "amid calls", "there were calls", and not "the recipe calls". */
function opensPhrase({ page, sentenceStarts }: PartyPage, noun: number, isPlural: boolean): boolean {
  if (isClass(page, noun - 1, wordClass.determiner)) return true
  const before = wordClass.preposition | wordClass.being | wordClass.conjunction
  return isPlural && (noun === sentenceStarts[noun] || isClass(page, noun - 1, before))
}

/** Of a noun phrase that opens its clause: what is asked ends at a comma, or before the clause's verb. */
function beforePredicate(source: PartyPage, [from, to]: Range): Range {
  for (let at = from + 1; at < to; at++) {
    if (unitAt(source.page, at) === 0x2c) return [from, at]
    const isObject = isClass(source.page, at - 1, wordClass.determiner | wordClass.preposition)
    if (!isObject && !isDemandClass(source, at - 1, "infinitive") && isPredicate(source, at))
      return [from, at]
  }
  return [from, to]
}

function demandOf(
  source: PartyPage,
  cue: number,
  kind: Demand["kind"],
  { of, what }: Pick<Asked, "of" | "what">,
  by: Range | null,
): Demand {
  const whatSpan = spanOf(source, what)
  const byParty = by === null ? null : partyOf(source, by)
  const start = Math.min(byParty?.start ?? source.page.tokens.starts[cue]!, source.page.tokens.starts[cue]!)
  return {
    start,
    end: whatSpan.end,
    kind,
    by: byParty,
    of: of === null ? null : partyOf(source, of),
    what: whatSpan,
  }
}

/** "The union's | demand", "his | promise": the phrase, or null where nobody's is told. */
function ownerBefore(source: PartyPage, noun: number): Range | null {
  const { page } = source
  const floor = source.sentenceStarts[noun]!
  for (let at = noun - 1; at >= Math.max(floor, noun - 3); at--) {
    const word = tokenText(page, at)
    if (isDemandClass(source, at, "possessives")) return [at, at + 1]
    if (/[a-z]['’]s$|s['’]$/i.test(word)) return phraseEndingAt(source, at, floor)
    if (/^['’]$/.test(word) && at > floor) return phraseEndingAt(source, at - 1, floor)
    if (isClass(page, at, wordClass.determiner | wordClass.preposition)) return null
  }
  return null
}

/** The verb whose object the noun is ("faces growing calls", "repeats a request"), or -1. */
function verbBefore(source: PartyPage, noun: number): number {
  const floor = Math.max(source.sentenceStarts[noun]!, noun - 4)
  for (let at = noun - 1; at >= floor; at--) {
    if (isDemandClass(source, at, "facing") || isDemandClass(source, at, "making")) return at
    if (isClass(source.page, at, wordClass.preposition)) return -1
  }
  return -1
}

export interface Rejection {
  readonly demand: Demand
  /** The tokens that it has used up. */
  readonly taken: Range
}

/** "Rejected a call to …", "turned down the union's demand for …". */
export function rejectionAt(source: PartyPage, verb: number): Rejection | null {
  const { page, tables } = source
  if (isClass(page, verb - 1, wordClass.determiner) || isNegated(source, verb) || isUnreal(source, verb))
    return null
  const particle = tables.rejecting.get(page.tokens.hashes[verb]!)!
  if (particle !== "" && tokenText(page, verb + 1) !== particle) return null
  const from = particle === "" ? verb + 1 : verb + 2
  // "The plan rejected on Monday": nothing is turned down there.
  if (isClass(page, from, wordClass.preposition)) return null
  const limit = Math.min(source.sentenceEnds[verb]!, from + 8)
  for (let noun = from; noun < limit; noun++) {
    if (!isDemandClass(source, noun, "rejected")) continue
    const asked = complementAt(source, noun + 1, ["infinitive", "that", "for"], {
      linked: false,
      needsBareVerb: false,
      isNoun: true,
    })
    const by = subjectBefore(source, verb)
    if (asked === null || by === null) return null
    const demand = demandOf(source, verb, "refusal", { of: ownerBefore(source, noun), what: asked.what }, by)
    return { demand, taken: [verb, asked.what[0]] }
  }
  return null
}

/** "Ruled out a second inquiry". */
export function rulingOutAt(source: PartyPage, verb: number): Rejection | null {
  if (!isDemandClass(source, verb, "rulingOut") || !isDemandClass(source, verb + 1, "out")) return null
  if (isNegated(source, verb) || isUnreal(source, verb)) return null
  const by = subjectBefore(source, verb)
  const asked = complementAt(source, verb + 2, ["thing"], { linked: false, needsBareVerb: false })
  if (by === null || asked === null || isCapital(source.page, verb)) return null
  return {
    demand: demandOf(source, verb, "refusal", { of: null, what: asked.what }, by),
    taken: [verb, verb + 2],
  }
}
