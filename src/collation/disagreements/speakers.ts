import { type Span, spanContains } from "../../base/index.ts"
import type { Quotation } from "../../language/index.ts"
import type { Disagreement, StatementSpeaker } from "../apparatus.ts"
import type { DistinctTexts } from "../distinct-texts.ts"
import { speakerWords } from "../speaker-likeness.ts"
import { areNearlyOneName, isFormOf } from "../statement-speakers.ts"
import type { CollatedStatement } from "../statements.ts"
import type { CollatedReport, Utterance } from "../utterances.ts"
import { type Claim, valuesOf } from "./claims.ts"

/** Statements of fewer words may be said by two people. */
const tellingWords = 5

interface SpeakerClaim extends Claim {
  /** False where the report has a pronoun at the words: whom that means is our reading, and no report's claim. */
  readonly named: boolean
}

/** Who is printed to have said one statement, where that differs. */
export interface DisputedSpeaker {
  readonly statement: string
  readonly claims: readonly Claim[]
  /** True where the names are spelled so nearly alike that they are of one person. */
  readonly oneName: boolean
}

/** Statements given to two people by name. A body and a person who speaks for it are no dispute. */
export function disputedSpeakers(
  reports: readonly CollatedReport[],
  statements: readonly CollatedStatement[],
): readonly DisputedSpeaker[] {
  const byId = new Map(reports.map((report) => [report.report.article.id, report]))
  return statements.flatMap(({ statement, utterances }) => {
    const people = statement.speakers.filter(isPerson)
    const oneName = areNearlyOneName(people.map(({ name }) => speakerWords(name)))
    if (people.length < 2 || (!oneName && !haveNoWordInCommon(people))) return []
    const claims = utterances
      .filter((utterance) => utterance.words.length >= tellingWords && utterance.form !== "indirect")
      .filter((utterance) => isTaggedBeside(utterance, byId.get(utterance.report)!))
      .flatMap((utterance) => claimOf(utterance, people, byId.get(utterance.report)!) ?? [])
    const shown = new Set(claims.filter(({ named }) => named).map(({ key }) => key))
    if (shown.size < 2) return []
    return [{ statement: statement.text, claims: claims.filter(({ key }) => shown.has(key)), oneName }]
  })
}

/** One statement, two people. Two spellings of one person's name are no dispute about who spoke. */
export function speakerDisagreements(
  disputed: readonly DisputedSpeaker[],
  textOf: DistinctTexts,
): readonly Disagreement[] {
  return disputed
    .filter(({ oneName }) => !oneName)
    .map(({ statement, claims }) => ({
      about: `who said “${shortened(statement)}”`,
      kind: "speaker" as const,
      values: valuesOf(claims, textOf),
      explained: null,
      note: null,
    }))
}

/** Letters that a tag may have between the words and the speaker: "a spokesman for the yard," and the like. */
const tagLetters = 60

const verbs =
  "said|says|say|told|tells|added|adds|wrote|writes|tweeted|posted|stated|states|asked|explained|continued|recalled|insisted|" +
  "argued|warned|declared|concluded|remarked|replied|noted|according"
const tellingVerb = new RegExp(`\\b(?:${verbs})\\b`, "iu")
/** A verb of telling that has no object of its own but the words before: "said on Monday", "told the Quay Post". */
const closedTag = new RegExp(
  `^[^.!?"“”]{0,${tagLetters}}?\\b(?:told\\b|(?:${verbs})(?:$|[\\s]*[^\\s\\p{L}\\p{N}'’]|\\s+(?:in|on|at|during|to|after|before|as|when|while|from|through|by|via|of|with|last|this|late|early|yesterday|today|\\p{Lu}\\p{L}*day|\\p{L}+ly)\\b))`,
  "u",
)

/**
 * True where the words that tell who speaks stand at the very words: at one edge of the quotation, with a verb of
 * telling, and no other quotation, paragraph or sentence between. What stands further off is the reader's guess and no
 * report's claim, and "He added 16 points" tells of no words.
 */
function isTaggedBeside({ speaker, parts }: Utterance, { report }: CollatedReport): boolean {
  if (speaker === null) return false
  const { text } = report.article
  const { quotations } = report.analysis
  const { mention } = speaker
  const last = parts.at(-1)!
  // “We heard it,” said she, a teacher. “It was loud.”: one tag for what is said before and after it.
  const sameTag = quotations
    .filter((other) => other.speaker?.start === mention.start)
    .flatMap((other) => other.parts)
    .filter((part) => part.end <= last.start && last.start - part.end <= paragraphLetters)
    .filter((part) => !text.slice(part.end, last.start).includes("\n"))
    .filter(() => !/[.!?]\s+[^\s"“]/u.test(text.slice(mention.end, Math.max(mention.end, last.start))))
  return [...parts, ...sameTag].some((part) => isTagOf(mention, part, text, quotations))
}

const paragraphLetters = 600

function isTagOf(mention: Span, part: Span, text: string, quotations: readonly Quotation[]): boolean {
  const isAfter = mention.start >= part.end
  const gap = isAfter ? { start: part.end, end: mention.start } : { start: mention.end, end: part.start }
  if (gap.end < gap.start || gap.end - gap.start > tagLetters) return false
  const between = text.slice(gap.start, gap.end)
  if (/\n\s*\n/.test(between) || holdsQuotation(quotations, gap)) return false
  if (!isAfter) return tellingVerb.test(between) && !/[.!?]["”'’]*\s/.test(between)
  const tail = text.slice(mention.end, mention.end + 2 * tagLetters)
  if (/^[^.!?"“”]*:\s*["“]/u.test(tail)) return false
  return tellingVerb.test(between) || closedTag.test(tail)
}

function holdsQuotation(quotations: readonly Quotation[], span: Span): boolean {
  return quotations.some(({ parts }) => parts.some((part) => spanContains(span, part)))
}

/** A word in common may mean one person named in two ways, or a body named after one. */
function haveNoWordInCommon(people: readonly StatementSpeaker[]): boolean {
  const words = people.map(({ name }) => speakerWords(name))
  return words.every((own, at) =>
    words.slice(at + 1).every((other) => !own.some((word) => other.includes(word))),
  )
}

/** Told by first and last name: a lone word may be a body, or the half of another's name, and "Fenn's aide" is a role. */
function isPerson({ name, kind }: StatementSpeaker): boolean {
  const told = name.trim()
  return (kind === "person" || kind === null) && told.includes(" ") && !/['’]s\s|\s\p{Ll}\S*$/u.test(told)
}

/** The report's naming of the speaker, or its first naming where it mentions the speaker by a pronoun. */
function claimOf(
  utterance: Utterance,
  people: readonly StatementSpeaker[],
  collated: CollatedReport,
): SpeakerClaim | null {
  const { speaker, report } = utterance
  const person = people.find(
    ({ name }) => speaker !== null && (name === speaker.name || isFormOf(speaker.name, name)),
  )
  if (!person || speaker === null) return null
  const { text } = collated.report.article
  if (isRoleBeside(text.slice(speaker.mention.start, speaker.mention.end))) return null
  const surname = person.name.split(/\s+/).at(-1)!
  const named = text.slice(speaker.mention.start, speaker.mention.end).includes(surname)
  const first = collated.report.analysis.names
    .find(({ name, aliases }) => name === speaker.name || aliases.includes(speaker.name))
    ?.mentions.find(({ start, end }) => text.slice(start, end).includes(surname))
  const place = named ? speaker.mention : first
  if (!place) return null
  const { start, end } = place
  return { report, start, end, key: person.name, printed: text.slice(start, end), named }
}

/** "Fenn's aide" is somebody else than Fenn, by whatever name. */
function isRoleBeside(mention: string): boolean {
  return /['’]s\s+\p{Ll}/u.test(mention)
}

const lettersShown = 60

function shortened(text: string): string {
  return text.length <= lettersShown ? text : `${text.slice(0, text.lastIndexOf(" ", lettersShown))} …`
}
