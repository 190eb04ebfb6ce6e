import { compareSpans, type Span } from "../base/index.ts"
import type { Credit, Furniture } from "./article.ts"
import { namesOfByline } from "./person-names.ts"

/** What the text says of whose text it is, and which of its words that takes up. */
export interface CreditReading {
  readonly credits: readonly Credit[]
  readonly furniture: readonly Furniture[]
}

/** News agencies by the names that they are credited under. */
const agencies =
  "Reuters|Thomson Reuters Foundation|AP|Associated Press|The Associated Press|AFP|Agence France-Presse|UPI|dpa|DPA|PA|PA Media|Press Association|Bloomberg|Bloomberg News|CNN|CNN Business|CNN Wire|BBC|EFE|ANSA|TASS|Interfax|RIA Novosti|Xinhua|Kyodo|Kyodo News|Jiji Press|Yonhap|PTI|ANI|IANS|UNI|AAP|CP|The Canadian Press|Canadian Press|NTB|TT|Ritzau|STT|APA|ATS|Belga|ANP|Lusa|PAP|CTK|MTI|Anadolu|AA|MNA|IRNA|SPA|WAM|Bernama|Antara|NHK|VOA|RFE/RL|MarketWatch|PRNewswire|PR Newswire|Business Wire|BUSINESS WIRE|GLOBE NEWSWIRE|GlobeNewswire|TNS|States Newsroom|Inter Press Service|IPS|Sputnik|KUNA|MENA|SID|KNA|epd"

const agencyOnly = new RegExp(`^[-–—(\\s]*(${agencies})[)\\s.]*$`)
const monthWord = "(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\\.?"
const place = "(?:\\p{Lu}[\\p{Lu}'’.-]+(?:[ /]\\p{Lu}[\\p{Lu}'’.-]+){0,3})"
const namedPlace = "(?:\\p{Lu}[\\p{L}'’.-]+(?:[ /]\\p{Lu}[\\p{L}'’.-]+){0,3})"
const region = "(?:,\\s\\p{Lu}[\\p{L}.]{1,15}(?:\\s\\p{Lu}[\\p{L}.]{1,12})?)?"
const date = `(?:,?\\s\\(?(?:${monthWord}\\s\\d{1,2}|\\d{1,2}\\s${monthWord})(?:,?\\s\\d{4})?\\)?)?`
const dash = "\\s?(?:[–—−]|--?)\\s?"

/** `LONDON, June 18 (Reuters) –`, `PARIS —`, `(CNN)`, `Oslo, Norway (AP) —`. */
const datelines: readonly RegExp[] = [
  new RegExp(`^${place}${region}${date}\\s?[,:]?\\s?[(/[]([^)\\]/]{2,40})[)/\\]]${dash}`, "u"),
  new RegExp(`^${namedPlace}${region}${date}\\s?[(/[](${agencies})[)/\\]]${dash}`, "u"),
  new RegExp(`^${place}${region}${date}${dash}(?=[\\p{L}\\p{N}"“'‘])`, "u"),
  new RegExp(`^\\((${agencies})\\)(?:${dash}|\\s)`, "u"),
  new RegExp(`^(${agencies})${dash}(?=[\\p{Lu}"“'‘])`, "u"),
]

interface CreditForm {
  readonly kind: Credit["kind"]
  readonly pattern: RegExp
}

const creditForms: readonly CreditForm[] = [
  {
    kind: "additional-reporting",
    pattern: /\b(?:additional|further) (?:reporting|writing|research) (?:by|from)\s+([^.;()]{3,160})/iu,
  },
  {
    kind: "additional-reporting",
    pattern: /^[(\s]*([^.;()]{3,160}?) contributed (?:reporting|to this (?:report|story|article))/iu,
  },
  {
    kind: "reported-by",
    pattern:
      /^[-–—([\s]*(?:reporting|reported|writing|written|editing|compiled)(?: and (?:editing|writing))? by\s+([^.;()]{3,160})/iu,
  },
  {
    kind: "agency",
    pattern: new RegExp(
      `\\b(?:with (?:inputs?|reports?|files?|material|reporting) from|source:|originally published (?:by|on|in)|first published (?:by|on|in)|copyright(?: ©)?(?: \\d{4})?(?: by)?|©(?: \\d{4})?)\\s+(?:the\\s)?((?:${agencies})(?:(?:,| and|/)\\s?(?:${agencies}))*)(?![\\p{L}])`,
      "iu",
    ),
  },
  { kind: "agency", pattern: agencyOnly },
]

/** A longer line without any of these has no credit: spares most lines the forms. */
const creditWords =
  /\b(?:(?:report|writ|edit|compil|publish)(?:ing|ed|ten)|additional|further|contributed|with (?:inputs?|reports?|files?|material)|source|copyright)\b|©/i
const bareCreditCharactersMax = 40
/** Every dateline ends in one of these. */
const datelineEnd = /[)\]/–—−-]/

const openingBlocks = 4
const creditCharactersMax = 400

/**
 * Datelines in the opening blocks and credits in lines of their own, of `text` cut into `blocks` (in order).
 * A dateline's words are furniture; so is a block that holds nothing but a credit.
 */
export function findCredits(text: string, blocks: readonly Span[]): CreditReading {
  const credits: Credit[] = []
  const furniture: Furniture[] = []
  let opening = 0
  for (const block of blocks) {
    const head = text.slice(block.start, Math.min(block.end, block.start + creditCharactersMax))
    if (block.end - block.start > 60 && opening++ < openingBlocks) {
      const dateline = datelineIn(head)
      if (dateline) {
        const span = { start: block.start, end: block.start + dateline.length }
        credits.push({ ...span, kind: "dateline", names: dateline.names })
        furniture.push({ ...span, kind: "dateline", rule: "dateline" })
      }
    }
    if (block.end - block.start > creditCharactersMax) continue
    const credit = creditIn(head)
    if (!credit) continue
    credits.push({ start: block.start, end: block.end, ...credit })
    furniture.push({ start: block.start, end: block.end, kind: "byline", rule: "credit-line" })
  }
  return { credits: credits.sort(compareSpans), furniture }
}

/** The people whom a credit of `text` calls its reporters: who only edited it is none of them. */
export function writersCredited(text: string, credits: readonly Credit[]): readonly string[] {
  const credit = credits.find(
    ({ kind, start, end }) => kind === "reported-by" && !/^[^\p{L}]*editing/iu.test(text.slice(start, end)),
  )
  return credit ? namesOfByline(credit.names.join(", ")) : []
}

function datelineIn(head: string): { readonly length: number; readonly names: readonly string[] } | null {
  const start = head.slice(0, 120)
  if (!datelineEnd.test(start)) return null
  for (const pattern of datelines) {
    const match = pattern.exec(start)
    if (match)
      return { length: match[0].trimEnd().length, names: match[1] === undefined ? [] : [match[1].trim()] }
  }
  return null
}

function creditIn(line: string): { readonly kind: Credit["kind"]; readonly names: readonly string[] } | null {
  if (line.length > bareCreditCharactersMax && !creditWords.test(line)) return null
  for (const { kind, pattern } of creditForms) {
    const match = pattern.exec(line)
    if (!match) continue
    const printed = match[1] ?? ""
    const names = printed
      .split(/,\s*|\s+and\s+|\s*&\s*|\//)
      .map((name) => name.replace(/\s+in\s+\p{Lu}.*$/u, "").trim())
    return { kind, names: names.filter((name) => /^\p{L}/u.test(name) && name.length <= 60) }
  }
  return null
}
