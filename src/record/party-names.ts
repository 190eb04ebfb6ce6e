import type { Span } from "../base/index.ts"
import { spanText } from "../base/index.ts"
import type { Party } from "../language/index.ts"
import { stemOf } from "./content-words.ts"
import { lastStartingBefore, type Witness } from "./witness.ts"

/**
 * The words by which a party may be known again in another report: of a name all its printed forms and their initials,
 * of anything else the words printed. Empty for a pronoun that stands for nobody known.
 */
export function partyKeys(witness: Witness, party: Party | null): ReadonlySet<string> {
  if (party === null) return new Set()
  const keys = nameKeysWithin(witness, party)
  if (party.name !== null) addNameKeys(keys, party.name)
  const printed = spanText(witness.report.article.text, party)
  if (!isPronoun(printed)) addNameKeys(keys, printed)
  return keys
}

/** The keys of all names mentioned in the span: "the agency" has those of the body it stands for. */
export function nameKeysWithin(witness: Witness, span: Span): Set<string> {
  const keys = new Set<string>()
  for (const { name, aliases, mentions } of witness.report.analysis.names) {
    const at = lastStartingBefore(mentions, span.end)
    if (at < 0 || mentions[at]!.start < span.start) continue
    for (const form of [name, ...aliases]) addNameKeys(keys, form)
  }
  return keys
}

function addNameKeys(keys: Set<string>, form: string): void {
  const words = form.match(/[\p{L}\p{N}]+/gu) ?? []
  for (const word of words) {
    const key = word.toLowerCase()
    if (key.length > 1 && !common.has(key)) keys.add(stemOf(key))
  }
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word))
  if (capitals.length >= 2) keys.add(capitals.map((word) => word[0]!.toLowerCase()).join(""))
}

const common = new Set(
  "the a an of and for to in on at its his her their our this that some many several other us company agency government state united new national group spokesman spokeswoman spokesperson official officials mr mrs ms dr president chief executive".split(
    " ",
  ),
)

const generic =
  /\b(?:the|that|this) (?:agency|company|firm|department|ministry|board|council|group|body|office|bureau|contract|deal)\b/i

/** The names that "the agency" may stand for: those of its sentence. Empty where the span names its own or is no such noun. */
export function namesStoodFor(witness: Witness, span: Span, sentence: Span | null): ReadonlySet<string> {
  const own = nameKeysWithin(witness, span)
  if (own.size > 0 || sentence === null) return own
  return generic.test(spanText(witness.report.article.text, span)) ? nameKeysWithin(witness, sentence) : own
}

export function isPronoun(printed: string): boolean {
  return /^(?:i|we|he|she|they|it|you|us|them|him|her|who|this|that)$/i.test(printed.trim())
}

/** False only where both are known and share nothing. */
export function mayBeSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size === 0 || b.size === 0) return true
  for (const key of a) if (b.has(key)) return true
  return false
}
