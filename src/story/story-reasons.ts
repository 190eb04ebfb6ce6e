/** Words shown of those shared. */
export const wordsShown = 6

/** "12 rare words: ferry, harbour, …" of `count` words, of which the first are given; null where there are none. */
export function rareWordsText(count: number, words: readonly string[]): string | null {
  if (count === 0) return null
  const shown = words.slice(0, wordsShown).join(", ")
  return `${count} rare ${count === 1 ? "word" : "words"}: ${shown}${count > wordsShown ? ", …" : ""}`
}

/** "within 2 days", "on one day". */
export function daysText(days: number): string {
  return days === 0 ? "on one day" : `within ${days} ${days === 1 ? "day" : "days"}`
}

/** "Mara Quill, Odo Brand and 3 more", or null where there are none. */
export function listText(names: readonly string[], shownMax: number): string | null {
  if (names.length === 0) return null
  if (names.length > shownMax)
    return `${names.slice(0, shownMax).join(", ")} and ${names.length - shownMax} more`
  return names.length === 1 ? names[0]! : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`
}
