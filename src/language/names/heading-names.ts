import { wordClass } from "../lexicon.ts"
import { type Page, tokenText } from "../page.ts"
import type { TokenRange } from "../tokens.ts"
import { withOneCapital } from "./name-mentions.ts"
import { isAllCapitals, withoutPossessive } from "./name-runs.ts"
import type { Registry } from "./registry.ts"

const formTokensMax = 6

/**
 * Adds the names in headings and in copy set in capitals. There a capital proves nothing, and so only names that the
 * text prints elsewhere are taken, the longest first. Cost: six look-ups a token.
 */
export function addHeadingNames(page: Page, headings: readonly TokenRange[], registry: Registry): void {
  for (const { first, last } of headings) {
    for (let at = first; at < last; at++) {
      const end = knownEnd(page, at, last, registry)
      if (end > at) at = end - 1
    }
  }
}

/** One past the longest known name at `at`, which is added; or `at`. */
function knownEnd(page: Page, at: number, last: number, registry: Registry): number {
  const words: string[] = []
  for (let end = at; end < Math.min(last, at + formTokensMax); end++) {
    const word = withoutPossessive(tokenText(page, end))
    words.push(isAllCapitals(page, end) && word.length > 3 ? withOneCapital(word) : word)
  }
  for (let length = words.length; length > 0; length--) {
    const entity = registry.known(words.slice(0, length))
    if (entity === null || (length === 1 && isPlain(page, at) && entity.kind !== "place")) continue
    const range = { first: at, last: at + length }
    const printed = page.text.slice(page.tokens.starts[at], page.tokens.ends[at + length - 1])
    registry.addKnown(entity, range, withoutPossessive(printed))
    return at + length
  }
  return at
}

/** A word that is common otherwise names nobody in a heading by itself. */
function isPlain(page: Page, at: number): boolean {
  const name = wordClass.firstName | wordClass.place | wordClass.female | wordClass.male
  return (page.classes[at]! & ~name) !== 0
}
