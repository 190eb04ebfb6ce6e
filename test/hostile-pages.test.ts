import { expect, test } from "vitest"
import { hostilePages } from "./hostile-pages.ts"
import { faultsOf, readHtml } from "./read-html.ts"

for (const { name, html } of hostilePages)
  test(`a hostile page is read to its end: ${name}`, () => {
    const article = readHtml(html(60_000))
    expect(faultsOf(article)).toEqual([])
    expect(article.shortfalls.map(({ kind }) => kind)).not.toContain("over-limit")
  })
