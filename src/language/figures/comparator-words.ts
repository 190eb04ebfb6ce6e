/** How the words about a number bound it. */
export type Bound = "above" | "below" | "near" | "nearly" | "exact" | "further"

/** Phrases before a number, longest first where one ends another. */
const english: readonly (readonly [phrase: string, bound: Bound])[] = [
  ["no fewer than", "above"],
  ["no less than", "above"],
  ["not less than", "above"],
  ["not fewer than", "above"],
  ["no more than", "below"],
  ["not more than", "below"],
  ["no greater than", "below"],
  ["slightly more than", "above"],
  ["just more than", "above"],
  ["a little more than", "above"],
  ["a little over", "above"],
  ["more than", "above"],
  ["greater than", "above"],
  ["higher than", "above"],
  ["larger than", "above"],
  ["bigger than", "above"],
  ["upwards of", "above"],
  ["upward of", "above"],
  ["in excess of", "above"],
  ["at least", "above"],
  ["a minimum of", "above"],
  ["at a minimum", "above"],
  ["just over", "above"],
  ["well over", "above"],
  ["slightly over", "above"],
  ["over", "above"],
  ["above", "above"],
  ["exceeding", "above"],
  ["topping", "above"],
  ["topped", "above"],
  ["surpassed", "above"],
  ["exceeded", "above"],
  ["slightly less than", "below"],
  ["fewer than", "below"],
  ["less than", "below"],
  ["lower than", "below"],
  ["smaller than", "below"],
  ["at most", "below"],
  ["a maximum of", "below"],
  ["up to", "below"],
  ["as many as", "below"],
  ["as much as", "below"],
  ["just under", "nearly"],
  ["well under", "below"],
  ["slightly under", "nearly"],
  ["just below", "nearly"],
  ["under", "below"],
  ["below", "below"],
  ["as few as", "above"],
  ["as little as", "above"],
  ["close to", "nearly"],
  ["just shy of", "nearly"],
  ["nearly", "nearly"],
  ["almost", "nearly"],
  ["approaching", "nearly"],
  ["an estimated", "near"],
  ["estimated", "near"],
  ["somewhere around", "near"],
  ["in the region of", "near"],
  ["on the order of", "near"],
  ["roughly", "near"],
  ["approximately", "near"],
  ["around", "near"],
  ["about", "near"],
  ["circa", "near"],
  ["some", "near"],
  ["approx", "near"],
  ["exactly", "exact"],
  ["precisely", "exact"],
  ["just", "exact"],
  ["only", "exact"],
  ["a total of", "exact"],
  ["another", "further"],
  ["a further", "further"],
  ["an additional", "further"],
  ["an extra", "further"],
]

/** Comparators by their last word, the longest first. */
export type Comparators = ReadonlyMap<string, readonly (readonly [words: readonly string[], bound: Bound])[]>

export function comparatorsOf(phrases: readonly (readonly [phrase: string, bound: Bound])[]): Comparators {
  const byLastWord = new Map<string, (readonly [words: readonly string[], bound: Bound])[]>()
  for (const [phrase, bound] of phrases) {
    const words = phrase.split(" ")
    const list = byLastWord.get(words.at(-1)!) ?? []
    list.push([words, bound])
    byLastWord.set(
      words.at(-1)!,
      list.sort((a, b) => b[0].length - a[0].length),
    )
  }
  return byLastWord
}

export const englishComparators: Comparators = comparatorsOf(english)
