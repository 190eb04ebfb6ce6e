import { type Span, spanText } from "../../base/index.ts"
import type { AnalysedReport } from "../../language/index.ts"

/** How a note begins that owns up to an edit. The manner is the same in many newsrooms; the words are few. */
const openings =
  /^\W{0,3}(?:corrections?(?: and clarifications?)?|clarification|corrected|editor[’']?s[’']? note|amendment|retraction|erratum|errata|berichtigung|korrektur|anmerkung der redaktion|rectificatif|correction|précision|fe de erratas?|fe de errores|corrección|rectificación|rettifica|rectificatie)\b[^\p{L}]{0,3}(?:[:.—–(]|$|\b(?:on|an?|this|the)\b)/iu

/** What a note says anywhere in its sentence. */
const sayings: readonly RegExp[] = [
  /\b(?:an?|the) (?:earlier|previous|prior|original) (?:version|edition|draft) of (?:this|the) (?:article|story|report|post|piece|page|headline)\b/i,
  /\bthis (?:article|story|report|post|piece|page|headline|caption) (?:was|has been|have been) (?:corrected|amended|clarified|revised|updated to (?:correct|clarify|fix))\b/i,
  /\b(?:has|have) been (?:corrected|amended) (?:to|since)\b/i,
  /\bin einer früheren (?:version|fassung) (?:dieses|des) (?:artikels|textes|beitrags)\b/i,
  /\bune (?:première |précédente )?version (?:précédente |antérieure )?de cet article\b/i,
  /\buna versión (?:anterior|previa) de est[ea] (?:artículo|noticia|nota)\b/i,
]

/** Longer than this, a sentence is no note. */
const noteCharsMax = 600

/** The sentences of a report that say that it was put right. In the order of the text. */
export function correctionNotes({ article, analysis }: AnalysedReport): readonly Span[] {
  return analysis.sentences.filter((sentence) => {
    const words = spanText(article.text, sentence)
    return (
      words.length <= noteCharsMax && (openings.test(words) || sayings.some((saying) => saying.test(words)))
    )
  })
}

/**
 * How far a note speaks of an edit, given the words before and after it: the share of the numbers and longer words
 * that the edit exchanged which the note repeats. 0 where it repeats none.
 */
export function noteLikeness(note: string, was: string, is: string): number {
  const said = wordsOf(note)
  const [before, after] = [wordsOf(was), wordsOf(is)]
  const exchanged = [
    ...[...before].filter((word) => !after.has(word)),
    ...[...after].filter((word) => !before.has(word)),
  ]
  if (exchanged.length === 0) return 0
  return exchanged.filter((word) => said.has(word)).length / exchanged.length
}

function wordsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/\p{Nd}+(?:[.,]\p{Nd}+)*|\p{L}{4,}/gu) ?? []
  return new Set(words)
}
