import type { Span } from "../../base/index.ts"
import type { Disagreement } from "../apparatus.ts"
import { areNameForms } from "../difference-class.ts"
import type { DistinctTexts } from "../distinct-texts.ts"
import { type CollatedReport, isLeftOut } from "../utterances.ts"
import { type Claim, valuesOf } from "./claims.ts"

/** Who brought a document to light, as one report says it. */
interface Finder extends Claim {
  readonly document: string
  readonly name: string
}

/** Things that one outlet has first: the first of each line stands for all. */
const documents = [
  "letter petition",
  "email e-mail mail",
  "memo memorandum note",
  "report study dossier",
  "video footage clip",
  "recording tape audio",
  "document documents file files paper papers",
  "message messages text texts",
  "photo photograph image picture",
  "draft copy transcript",
]
const documentOf = new Map(
  documents.flatMap((line) => line.split(" ").map((word) => [word, line.split(" ")[0]!] as const)),
)

const documentPattern = new RegExp(`\\b(${documents.join(" ").split(" ").join("|")})\\b`, "giu")
/** "obtained by The Harbour Post": the verb phrase, then a run of capitalised words. */
const finderPattern =
  /\b(?:(?:first|originally|initially|exclusively)\s+)?(?:obtained|seen|reviewed|reported|published|revealed|leaked|disclosed)\s+(?:by|to)\s+((?:the\s+)?\p{Lu}[\p{L}\p{Nd}’'.-]*(?:\s+(?:of\s+|the\s+)?\p{Lu}[\p{L}\p{Nd}’'.-]*){0,4})/gu

/** What every finder has, told quickly of a whole text. */
const mayHoldFinder = /(?:obtained|seen|reviewed|reported|published|revealed|leaked|disclosed)\s+(?:by|to)\s/

/** How far before the finder the document may be named. */
const reachMax = 120

/** Reports that give one document's discovery to different finders. */
export function attributionDisagreements(
  reports: readonly CollatedReport[],
  textOf: DistinctTexts,
): readonly Disagreement[] {
  const byDocument = new Map<string, Finder[]>()
  for (const collated of reports)
    for (const finder of findersOf(collated)) {
      const known = byDocument.get(finder.document)
      if (known) known.push(finder)
      else byDocument.set(finder.document, [finder])
    }
  return [...byDocument].flatMap(([document, finders]) => {
    const claims = withOneName(finders)
    if (
      new Set(claims.map(({ key }) => key)).size < 2 ||
      new Set(claims.map(({ report }) => report)).size < 2
    )
      return []
    return [
      {
        about: `who had the ${document}`,
        kind: "attribution" as const,
        values: valuesOf(claims, textOf),
        explained: null,
        note: "Both can be true: more than one may have had it.",
      },
    ]
  })
}

function findersOf(collated: CollatedReport): readonly Finder[] {
  const { article, analysis } = collated.report
  if (!mayHoldFinder.test(article.text)) return []
  return analysis.sentences
    .filter((sentence) => !isLeftOut(collated, sentence))
    .flatMap((sentence) =>
      findersIn(article.text, sentence).map((finder) => ({ ...finder, report: article.id })),
    )
}

function findersIn(text: string, sentence: Span): readonly Omit<Finder, "report">[] {
  const words = text.slice(sentence.start, sentence.end)
  if (words.length > 2000 || !mayHoldFinder.test(words)) return []
  return [...words.matchAll(finderPattern)].flatMap((match) => {
    const before = words.slice(Math.max(0, match.index - reachMax), match.index)
    const document = [...before.matchAll(documentPattern)].at(-1)?.[1]
    if (document === undefined) return []
    const printed = match[0].replace(/[.’']+$/, "")
    const start = sentence.start + match.index
    const name = match[1]!.replace(/[.’']+$/, "").replace(/^the\s+/i, "")
    return [
      {
        document: documentOf.get(document.toLowerCase())!,
        name,
        key: name.toLowerCase(),
        printed,
        start,
        end: start + printed.length,
      },
    ]
  })
}

/** Forms of one name are one value. */
function withOneName(finders: readonly Finder[]): readonly Finder[] {
  const names = [...new Set(finders.map(({ name }) => name))].sort(
    (a, b) => b.length - a.length || (a < b ? -1 : 1),
  )
  const keyOf = new Map<string, string>()
  for (const name of names) {
    const known = [...keyOf.keys()].find((other) => areNameForms(name, other))
    keyOf.set(name, known === undefined ? name.toLowerCase() : keyOf.get(known)!)
  }
  return finders.map((finder) => ({ ...finder, key: keyOf.get(finder.name)! }))
}
