/** Words looked up together. */
export const gramWords = 3

/** Each run of three words, once. Fewer words have none. */
export function wordGrams(words: readonly string[]): ReadonlySet<string> {
  const grams = new Set<string>()
  for (let at = 0; at + gramWords <= words.length; at++)
    grams.add(`${words[at]} ${words[at + 1]} ${words[at + 2]}`)
  return grams
}
