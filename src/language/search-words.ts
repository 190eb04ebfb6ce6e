import type { AnalysedReport } from "./analysed-report.ts"
import { searchTerms } from "./search-terms.ts"

/** Where a word stands that is searched for: anywhere in a report, in somebody's words, in a name. */
export type SearchIn = "reports" | "statements" | "names"

/** Before the words of statements and names, which are kept beside those of the whole. No word begins so. */
export const wordMarks: Readonly<Record<SearchIn, string>> = { reports: "", statements: "§", names: "¤" }

/** The words that a report is found by, each once, with their marks and parted by blanks. */
export function searchWords({ article, analysis }: AnalysedReport): string {
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
  return [...words].join(" ")
}
