import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

/** News articles of the labelled sets, between two lengths in characters, in the order of their names. */
export function newsTexts(shared: string, lengthMin: number, lengthMax: number): readonly string[] {
  const folder = join(shared, "data/quotes-polnear/train/text")
  const articles = readdirSync(folder)
    .sort()
    .map((file) => readFileSync(join(folder, file), "utf8"))
  const events = readFileSync(join(shared, "data/cluster-ecbplus/topics-1-35.jsonl"), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line): string => JSON.parse(line).text)
  return [...articles, ...events].filter((text) => text.length >= lengthMin && text.length <= lengthMax)
}

/** Words used twenty times or more, most used first; of equals in the order of strings. */
export function vocabularyOf(texts: readonly string[]): readonly string[] {
  const uses = new Map<string, number>()
  for (const text of texts)
    for (const word of text.toLowerCase().match(/\p{L}{2,}/gu) ?? [])
      uses.set(word, (uses.get(word) ?? 0) + 1)
  return [...uses]
    .filter(([, count]) => count >= 20)
    .sort(([x, m], [y, n]) => n - m || (x < y ? -1 : 1))
    .map(([word]) => word)
}

export function rounded(figure: number): number {
  return Math.round(figure * 1e4) / 1e4
}
