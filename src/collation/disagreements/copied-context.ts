import type { Variant } from "../variant-stretches.ts"
import { wordStem } from "../word-weight.ts"

/** Words beside a variant that are looked at; more tell no more. */
const reach = 8
/** So many words must be the same on each side, where the readings do not end there. */
const sideMin = 2
const bothSidesMin = 5
/** Where the variant begins or ends both readings, so many on its other side. */
const lonelySideMin = 6

/**
 * True where both variants stand between the same words, as they do where one text was copied, or two people wrote
 * down one utterance. A part told anew has other words around, and what stands in it is no other reading of anything.
 */
export function haveOneContext(a: Variant, b: Variant): boolean {
  const before = commonWords(wordsBefore(a), wordsBefore(b))
  const after = commonWords(wordsAfter(a), wordsAfter(b))
  if (![before, after].every(({ count, isWhole }) => isWhole || count >= sideMin)) return false
  const isLonely = before.count === 0 || after.count === 0
  return before.count + after.count >= (isLonely ? lonelySideMin : bothSidesMin)
}

/** The stems before a variant, the nearest first. */
function wordsBefore({ utterance, first }: Variant): readonly string[] {
  return stemsOf(utterance.tokens.slice(Math.max(0, first - 2 * reach), first)).reverse()
}

export function wordsAfter({ utterance, end }: Variant): readonly string[] {
  return stemsOf(utterance.tokens.slice(end, end + 2 * reach))
}

function stemsOf(tokens: Variant["utterance"]["tokens"]): string[] {
  return tokens
    .filter(({ kind, editorial }) => kind !== "mark" && !editorial)
    .map(({ form }) => wordStem(form))
}

/** How many words are the same from the variant on, and whether both readings end with them. */
function commonWords(
  a: readonly string[],
  b: readonly string[],
): { readonly count: number; readonly isWhole: boolean } {
  let count = 0
  while (count < reach && count < a.length && a[count] === b[count]) count++
  return { count, isWhole: count < reach && count === a.length && count === b.length }
}
