import { type Article, type ReportId, readArticle } from "../src/article/index.ts"

/** The article of a page, with what was dropped. */
export function readHtml(html: string): Article {
  const source = { kind: "stdin", name: "-", member: null, sha256: "", capturedAt: null } as const
  return readArticle(
    { id: "1", source, content: { kind: "html", html, url: null } },
    { id: "1" as ReportId, explain: true },
  )
}

/** One line for each thing that may not be so in any article, whatever its page. */
export function faultsOf(article: Article): readonly string[] {
  const { text, blocks, furniture, credits } = article
  const faults: string[] = []
  let at = 0
  for (const { start, end } of blocks) {
    if (text.slice(at, start).trim() !== "") faults.push(`text outside the blocks at ${at}`)
    if (end <= start || start < at || end > text.length) faults.push(`block ${start}–${end} out of order`)
    at = end
  }
  if (at !== text.length) faults.push("text behind the last block")
  for (const { start, end } of [...furniture, ...credits])
    if (start < 0 || end <= start || end > text.length) faults.push(`span ${start}–${end} out of range`)
  if (/[\u0000-\u0009\u000b-\u001f]/.test(text)) faults.push("control characters")
  if (article.title === "" || article.outlet === "" || article.bylines.includes(""))
    faults.push("empty where null was meant")
  if (text === "" && article.shortfalls.length === 0) faults.push("no text and no reason")
  return faults
}
