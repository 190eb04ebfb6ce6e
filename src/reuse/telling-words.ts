import type { PreparedReport } from "./reuse-report.ts"

/**
 * The names and numbers of a text, by their counted words in order: words with a digit first, or with a capital inside a
 * sentence and nowhere without one. A script without capitals has numbers only.
 */
export function namePlaces({ report, words }: PreparedReport): readonly number[] {
  const small = new Set<number>()
  const names: number[] = []
  for (let i = 0; i < words.count; i++) {
    const token = words.tokens[i]!
    const start = report.tokens.starts[token]!
    const first = report.text[start]!
    const isDigit = first >= "0" && first <= "9"
    if (!isDigit && first !== first.toUpperCase()) small.add(words.hashes[i]!)
    if (!isDigit && first === first.toLowerCase()) continue
    const inside = i > 0 && report.text.slice(report.tokens.ends[words.tokens[i - 1]!]!, start) === " "
    if (isDigit || inside) names.push(i)
  }
  return names.filter((place) => !small.has(words.hashes[place]!))
}
