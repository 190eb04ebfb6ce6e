import { leadOf } from "./byline-lead.ts"
import { roleWords } from "./byline-words.ts"
import { isPersonalName, namesOfByline } from "./person-names.ts"

const lineCharactersMax = 200

/** Whom a line of a report's head names as its writers; empty when it is no byline. */
export function namesOfHeadLine(line: string): readonly string[] {
  if (line.length > lineCharactersMax) return []
  const reported = reports.exec(line)
  if (reported) return namesOfByline(reported[1]!)
  const lead = leadOf(line)
  if (lead) return lead.isSure ? namesOfByline(lead.rest) : []
  const sent = forOutlet.exec(line)
  return sent && isPersonalName(sent[1]!) ? [sent[1]!] : []
}

/** Whom a line below a report names as its writers, `— Mia Holm in Norrhavn`; empty when it is no byline. */
export function namesOfClosingLine(line: string): readonly string[] {
  const signed = line.length > lineCharactersMax ? null : signature.exec(line)
  const names = signed ? namesOfByline(signed[1]!) : []
  return names.every(isPersonalName) ? names : []
}

/** Who is introduced as one who writes, `Mia Holm is a reporter in Norrhavn.`; empty when nobody is. */
export function namesOfBiography(line: string): readonly string[] {
  const match = biography.exec(line)
  if (match === null || !writing.test(line.slice(0, biographyCharactersMax))) return []
  return namesOfByline(match[1]!).filter(isPersonalName)
}

/** True of a line that says no more than what somebody does: `Harbour Correspondent`. */
export function isRoleLine(line: string): boolean {
  const words = line.toLowerCase().split(/[\s,]+/)
  return words.length <= 6 && words.some((word) => roleWords.has(word)) && namesOfByline(line).length === 0
}

const name = "\\p{Lu}[\\p{L}.'’-]+(?: (?:\\p{Lu}[\\p{L}.'’-]*|de|van|der|den|von|la|bin|al|di|da)){1,3}"
const reports = new RegExp(
  `^(${name}(?:,? (?:and|&) ${name})?) (?:reports?|berichtet|berichten|rapporte|informa)\\b.{0,40}$`,
  "u",
)
const forOutlet = new RegExp(`^(${name}) (?:for|für|pour|para|per|voor) \\p{Lu}[^.]{2,40}$`, "u")
const signature = /^[—–―-]{1,2}\s*(\p{Lu}[^.:;!?"”»]{4,120}?)\.?$/u

const biographyCharactersMax = 300
const biography = new RegExp(
  `^(?:About )?(${name})(?:, \\p{Lu}[\\p{L}.]{1,5})*,? (?:is|was|covers|writes|reports|has (?:been|written|covered)|joined|ist|schreibt|berichtet|est|écrit|es|escribe|é|escreve|è|scrive|är|er)(?![\\p{L}])`,
  "u",
)
const writing =
  /(?<![\p{L}])(?:writer|reporter|journalist|editor|columnist|correspondent|contributor|author|blogger|freelancer?|writes|covers|reports|writing|redakteur(?:in)?|korrespondent(?:in)?|autorin|autor|journaliste|rédact(?:eur|rice)|periodista|redactora?|jornalista|giornalista|redattrice|redattore|journalistin)(?![\p{L}])/iu
