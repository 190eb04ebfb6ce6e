import { wordClass } from "../lexicon.ts"
import { isClass, tokenText } from "../page.ts"
import { groupStart, isDemandClass, type PartyPage } from "./parties.ts"

/** "Never demanded", "did not ask", "nobody asked". */
export function isNegated(source: PartyPage, verb: number): boolean {
  const start = groupStart(source, verb)
  for (let at = start; at < verb; at++) if (isDemandClass(source, at, "negation")) return true
  const floor = Math.max(source.sentenceStarts[verb]!, start - 4)
  for (let at = start - 1; at >= floor; at--) {
    if (isClass(source.page, at, wordClass.speech) && !isClass(source.page, at, wordClass.alsoNoun))
      return false
    if (isDemandClass(source, at, "negation")) return tokenText(source.page, at).toLowerCase() !== "not"
  }
  return false
}

/** How far back a clause's opening is looked for, in tokens. */
const clauseTokensMax = 40

/** "Could ask", "if workers demand", and "would ask" where nobody is said to have said so. */
export function isUnreal(source: PartyPage, verb: number): boolean {
  const { page } = source
  const start = groupStart(source, verb)
  for (let at = start; at < verb; at++) {
    if (isDemandClass(source, at, "doubt")) return true
    if (isDemandClass(source, at, "hypothetical") && !isReported(source, at)) return true
  }
  for (let at = start - 1; at >= Math.max(source.sentenceStarts[verb]!, start - clauseTokensMax); at--) {
    if (isDemandClass(source, at, "question") && isDemandClass(source, at, "doubt")) return true
    if (isClass(page, at, wordClass.speech | wordClass.conjunction) && !isClass(page, at, wordClass.alsoNoun))
      return false
    if (isDemandClass(source, at, "doubt") && start - at < 10) return true
  }
  return false
}

/** A verb of saying stands before: "said the company would ask". */
function isReported({ page, sentenceStarts }: PartyPage, verb: number): boolean {
  for (let at = verb - 1; at >= Math.max(sentenceStarts[verb]!, verb - 14); at--)
    if (isClass(page, at, wordClass.speech)) return true
  return page.segmentOf[verb]! >= 0
}
