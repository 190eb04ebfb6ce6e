import type { AnalysedReport } from "../../language/index.ts"
import { searchTerms } from "../../language/index.ts"
import type { Neighbour } from "../../story/index.ts"
import type { Queryable } from "../database.ts"

/** Where a word stands that is searched for: anywhere in a report, in somebody's words, in a name. */
export type SearchIn = "reports" | "statements" | "names"

/** Before the words of statements and names, which are kept beside those of the whole. No word begins so. */
export const wordMarks: Readonly<Record<SearchIn, string>> = { reports: "", statements: "§", names: "¤" }

const daysFrom = 20_000
const digestBits = 47n

/**
 * The number of a report's row: its day before its digest, so that rows come out newest first without being sorted.
 * Two reports of one day have the same number once in 10^14.
 */
export function searchRow({ day, digest }: Pick<Neighbour, "day" | "digest">): string {
  const days = BigInt(Math.min(65_535, Math.max(0, day + daysFrom)))
  return String((days << digestBits) | (BigInt(`0x${digest}`) >> (64n - digestBits)))
}

/** Puts the words of a report into the index. Gives the number of its row. */
export async function putWords(
  inside: Queryable,
  neighbour: Pick<Neighbour, "day" | "digest">,
  { article, analysis }: AnalysedReport,
): Promise<string> {
  const words = new Set<string>()
  const add = (text: string, mark: string): void => {
    for (const { term } of searchTerms(text)) words.add(mark + term)
  }
  if (article.title !== null) add(article.title, wordMarks.reports)
  for (const { term } of searchTerms(article.text, analysis.tokens)) words.add(term)
  for (const { parts, speech } of analysis.quotations)
    if (speech) for (const { start, end } of parts) add(article.text.slice(start, end), wordMarks.statements)
  for (const { name, aliases } of analysis.names)
    for (const form of [name, ...aliases]) add(form, wordMarks.names)
  const row = searchRow(neighbour)
  await inside.run(inside.words.search.put, [row, [...words].join(" ")])
  return row
}

export async function removeWords(
  inside: Queryable,
  neighbour: Pick<Neighbour, "day" | "digest">,
): Promise<void> {
  await inside.run(inside.words.search.remove, [searchRow(neighbour)])
}
