import type { Article, Block } from "../src/article/index.ts"
import { type Span, sha256Hex } from "../src/base/index.ts"
import { type AnalysedReport, tokenize } from "../src/language/index.ts"
import { madeArticle } from "./made-article.ts"

/**
 * A report made for a test: each line of `text` is a block, each run up to a full stop, question or exclamation mark
 * a sentence. Everything else that an analysis may hold is empty unless given.
 */
export function madeReport(
  id: string,
  text: string,
  given: {
    readonly article?: Partial<Article>
    readonly analysis?: Partial<AnalysedReport["analysis"]>
  } = {},
): AnalysedReport {
  const blocks = Array.from(text.matchAll(/\S[^\n]*/g), (match): Block => {
    return { kind: "paragraph", start: match.index, end: match.index + match[0].trimEnd().length }
  })
  const sentences = blocks.flatMap(({ start, end }) =>
    Array.from(text.slice(start, end).matchAll(/\S.*?(?:[.!?]["”]?(?=\s|$)|$)/g), (match): Span => {
      return { start: start + match.index, end: start + match.index + match[0].length }
    }),
  )
  return {
    article: madeArticle(id, text, {
      source: { kind: "file", name: `${id}.txt`, member: null, sha256: sha256Hex(text), capturedAt: null },
      language: "en",
      blocks,
      ...given.article,
    }),
    analysis: {
      tokens: tokenize(text),
      sentences,
      quotations: [],
      figures: [],
      times: [],
      names: [],
      demands: [],
      responses: [],
      ...given.analysis,
    },
  }
}
