import type { Article, ReportId } from "../src/article/index.ts"

/** An article that holds nothing but its text, unless given. */
export function madeArticle(id: string, text: string, given: Partial<Article> = {}): Article {
  return {
    id: id as ReportId,
    source: { kind: "stdin", name: "-", member: null, sha256: "", capturedAt: null },
    url: null,
    title: null,
    bylines: [],
    published: null,
    modified: null,
    outlet: null,
    language: null,
    text,
    blocks: [],
    furniture: [],
    credits: [],
    dropped: [],
    evidence: {},
    shortfalls: [],
    ...given,
  }
}
