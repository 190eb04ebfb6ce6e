import { compareSpans, type Span } from "../base/index.ts"
import { agency, agencyList, namesListed } from "./agency-names.ts"
import type { Credit, Furniture } from "./article.ts"
import { findDateline } from "./find-dateline.ts"
import { namesOfByline } from "./person-names.ts"

/** What the text says of whose text it is, and which of its words that takes up. */
export interface CreditReading {
  readonly credits: readonly Credit[]
  readonly furniture: readonly Furniture[]
}

interface CreditForm {
  readonly kind: Credit["kind"]
  readonly pattern: RegExp
}

const before = "(?<![\\p{L}\\p{N}])"
const enumerated = "([^.;()]{3,160})"

/** Each with the names in its first group, in the order in which they are tried. */
const creditForms: readonly CreditForm[] = [
  {
    kind: "additional-reporting",
    pattern: new RegExp(
      `${before}(?:additional|further) (?:reporting|writing|research) (?:by|from)\\s+${enumerated}`,
      "iu",
    ),
  },
  {
    kind: "additional-reporting",
    pattern:
      /^[-–—(\s]*([^.;()]{3,160}?) (?:also )?contributed(?: (?:reporting|to this (?:report|story|article))|[.)\s]*$)/iu,
  },
  { kind: "additional-reporting", pattern: /^[-–—(\s]*contributing:\s+([^.;()]{3,160})/iu },
  {
    kind: "reported-by",
    pattern:
      /^[-–—([\s]*(?:reporting|reported|writing|written|editing|compiled)(?: and (?:editing|writing))? by\s+([^.;()]{3,160})/iu,
  },
  {
    kind: "agency",
    pattern: new RegExp(
      `${before}(?:with (?:inputs?|reports?|files?|material|reporting|additional reporting) from|sources?:|quellen?:|fuentes?:|fonti?:|fonte:|bron:|kilde:|källa:|źródło:|originally published (?:by|on|in)|first published (?:by|on|in)|mit (?:material|agenturmaterial|informationen|inhalten) (?:von|der)|con información de|con informazioni d[ai]|com informações da|copyright(?: ©)?(?: \\d{4})?(?: by)?|©(?: \\d{4})?)\\s+(?:the\\s)?(${agencyList})`,
      "iu",
    ),
  },
  // Le Phare avec AFP   (con EFE)
  {
    kind: "agency",
    pattern: new RegExp(
      `^[-–—(\\s]*(?:\\p{Lu}[\\p{L}’' ]{1,30}\\s)?(?:[Aa]vec|[Cc]on|[Mm]et|[Mm]it)\\s(${agencyList})[)\\s.]*$`,
      "u",
    ),
  },
  { kind: "agency", pattern: new RegExp(`^[-–—(\\s]*(${agencyList})[)\\s.]*$`, "u") },
  {
    kind: "agency",
    pattern:
      /^[-–—(\s]*(?:(?:staff|with inputs? from) )?(?:and )?((?:news )?agencies|wire services)[)\s.]*$/iu,
  },
  {
    kind: "agency",
    pattern:
      /^[-–—(\s]*[Tt]his (?:story|article|report|piece|post) (?:was )?(?:originally|first) (?:published|appeared) (?:by|in|on) ((?:\p{Lu}[\p{L}\p{N}'’&-]*|of|the|and|for)(?:\s(?:\p{Lu}[\p{L}\p{N}'’&-]*|of|the|and|for)){0,5})(?=[.,)\s]*$|\s(?:on|and|in)\s)/u,
  },
]

/** A longer line without any of these has no credit: spares most lines the forms. */
const creditWords = new RegExp(
  `${before}(?:(?:report|writ|edit|compil|publish)(?:ing|ed|ten)|additional|further|contribut(?:ed|ing)|with (?:inputs?|reports?|files?|material)|sources?:|quellen?:|fuentes?:|fonti?:|fonte:|bron:|kilde:|källa:|źródło:|agenturmaterial|mit material|información|informações|copyright)|©`,
  "iu",
)
/** The beginnings of these words, wherever they stand: tried first, at a tenth of the price. */
const creditCues =
  /report|writ|edit|compil|publish|additional|further|contribut|with (?:input|file|material)|source|quelle|fuente|font|bron|kilde|källa|źródło|material|informac|informaç|copyright|©/i
const bareCreditCharactersMax = 40

const openingBlocks = 4
const datedBlockCharactersMin = 60
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
    if (block.end - block.start > datedBlockCharactersMin && opening++ < openingBlocks) {
      const dateline = findDateline(head)
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

/** `Gazette staff writer`, `Associated Press writers`: whose people the named are. */
const desk = new RegExp(
  `^(?:the\\s)?(?:${agency}\\s|(?:[\\p{L}'’]{2,20}\\s){0,3}staff\\s)?(?:writers?|reporters?|journalists?|correspondents?)\\s+(?=\\p{Lu})`,
  "iu",
)

function creditIn(line: string): { readonly kind: Credit["kind"]; readonly names: readonly string[] } | null {
  const isBare = line.length <= bareCreditCharactersMax
  if (!isBare && !(creditCues.test(line) && creditWords.test(line))) return null
  for (const { kind, pattern } of creditForms) {
    const match = pattern.exec(line)
    if (!match) continue
    const names = namesListed(match[1] ?? "")
      .filter((name) => !/^(?:edit(?:ed|ing)|photos?|translat(?:ed|ion)) by\s/i.test(name))
      .map((name) => name.replace(/\s+(?:in|from)\s+\p{Lu}.*$/u, "").replace(desk, ""))
    return { kind, names: names.filter((name) => /^\p{L}/u.test(name) && name.length <= 60) }
  }
  return null
}
