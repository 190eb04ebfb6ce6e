import { wordClass } from "../lexicon.ts"
import { isClass, isMark, type Page } from "../page.ts"
import type { TokenRange } from "../tokens.ts"
import { isVerbLike, phraseStartingAt } from "./noun-phrases.ts"
import type { Subject } from "./subjects.ts"
import type { Tag } from "./tag.ts"
import { isNameable } from "./tags.ts"

/** A heading names who speaks in no more tokens than these. */
const tokensMax = 8

/**
 * Who said the words that a heading begins with, named in `rest` behind their colon: "“…”: Tarn", "“…”: mayor on the
 * quay". Null where a verb, a full stop or a tag of the frame makes it a sentence.
 */
export function headlineOwner(page: Page, { first, last }: TokenRange, tags: readonly Tag[]): Subject | null {
  if (tags.length > 0 || first >= last || last - first > tokensMax || isMark(page, last - 1)) return null
  for (let at = first; at < last; at++) if (page.segmentOf[at]! >= 0 || isVerbLike(page, at)) return null
  const phrase = phraseStartingAt(page, first, last)
  if (phrase === null || !isNameable(page, phrase)) return null
  const isWhole = phrase.last === last || isClass(page, phrase.last, wordClass.preposition)
  return isWhole ? { phrase, rule: "name behind a colon" } : null
}
