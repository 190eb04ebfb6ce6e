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

/** One statement given to two people by name. A body and a person who speaks for it are no dispute. */
export function speakerDisagreements(
  reports: readonly CollatedReport[],
  statements: readonly CollatedStatement[],
  textOf: DistinctTexts,
): readonly Disagreement[] {
  const byId = new Map(reports.map((report) => [report.report.article.id, report]))
  return statements.flatMap(({ statement, utterances }) => {
    const people = statement.speakers.filter(isPerson)
    const oneName = areNearlyOneName(people.map(({ name }) => speakerWords(name)))
    if (people.length < 2 || (!oneName && !haveNoWordInCommon(people))) return []
    const claims = utterances
      .filter((utterance) => utterance.words.length >= tellingWords && utterance.form !== "indirect")
      .flatMap((utterance) => claimOf(utterance, people, byId.get(utterance.report)!) ?? [])
    const shown = new Set(claims.filter(({ named }) => named).map(({ key }) => key))
    const values = valuesOf(
      claims.filter(({ key }) => shown.has(key)),
      textOf,
    )
    if (values.length < 2) return []
    const about = `${oneName ? "the name of who" : "who"} said “${shortened(statement.text)}”`
    return [
      {
        about,
        kind: oneName ? ("name" as const) : ("speaker" as const),
        values,
        explained: null,
        note: null,
      },
    ]
  })
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
