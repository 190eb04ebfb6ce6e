import fc from "fast-check"
import { expect, test } from "vitest"
import { sha256Hex } from "../base/index.ts"
import type { Article, ReportId } from "./article.ts"
import { joinPages } from "./join-pages.ts"
import { readArticle } from "./read-article.ts"

const site = "https://gazette.example/2031/05/ferry-adrift"
const words = [
  "stopped in the sound",
  "was towed in the morning",
  "will be looked at on Thursday",
  "sails again in June",
]

/** Page `n` of `of`, linked as `style` has it. */
function page(n: number, of: number, style: "path" | "query" | "counted", title = "Ferry adrift"): Article {
  const addressOf = (k: number): string =>
    k === 1 ? site : style === "query" ? `${site}?page=${k}` : `${site}/${k}`
  const links = [
    ...(n < of ? [`<link rel="next" href="${addressOf(n + 1)}">`] : []),
    ...(n > 1 ? [`<link rel="prev" href="${addressOf(n - 1)}">`] : []),
  ]
  const text = `The old ferry, which had 84 passengers aboard and one lamp, ${words[n - 1]}, said those on the quay, who had counted the nights.`
  const html = `<html lang="en"><head><title>${title}</title>${style === "counted" ? "" : links.join("")}</head><body><article><h1>${title}</h1><p>${text}</p><p>It was the ${n}th time that they had said so, and nobody on the quay thought that it would be the last.</p><div>Page ${n} of ${of}</div></article></body></html>`
  const source = {
    kind: "url",
    name: addressOf(n),
    member: null,
    sha256: sha256Hex(html),
    capturedAt: null,
  } as const
  return readArticle(
    { id: null, source, content: { kind: "html", html, url: addressOf(n) } },
    { id: `p${n}` as ReportId, explain: false },
  )
}

/** Draws each article: its pages, and what it says is missing. */
function check(articles: readonly Article[], drawn: readonly string[]): void {
  const joined = joinPages(articles).articles
  expect(
    joined.map(({ id, parts, shortfalls }) =>
      [id, (parts ?? []).map((part) => part.id).join("+"), ...shortfalls.map(({ detail }) => detail)].join(
        " | ",
      ),
    ),
  ).toEqual(drawn)
  for (const { text, parts, blocks } of joined) {
    for (const part of parts ?? [])
      expect(articles.find(({ id }) => id === part.id)?.text).toBe(text.slice(part.start, part.end))
    expect(text).not.toContain("Page ")
    for (const { start, end } of blocks) expect(text.slice(start, end)).toMatch(/^\S.*\S$/s)
  }
}

test("the pages of one article are one article, each page's source kept", () => {
  for (const style of ["path", "query", "counted"] as const)
    check([page(1, 3, style), page(2, 3, style), page(3, 3, style)], ["p1 | p1+p2+p3"])
})

test("what is not there is said", () => {
  check([page(1, 3, "path")], [`p1 |  | ${site}/2`])
  check([page(1, 3, "path"), page(2, 3, "path")], [`p1 | p1+p2 | ${site}/3`])
  check([page(2, 3, "path")], [`p2 |  | it began on an earlier page: this is page 2 of 3 | ${site}/3`])
  check(
    [page(1, 4, "path"), page(3, 4, "path")],
    [`p1 |  | ${site}/2`, `p3 |  | it began on an earlier page: this is page 3 of 4 | ${site}/4`],
  )
})

test("another article at the next address is no page of this one", () => {
  check(
    [page(1, 2, "path"), page(2, 2, "path", "Tram adrift")],
    [`p1 |  | ${site}/2`, "p2 |  | it began on an earlier page: this is page 2 of 2"],
  )
})

test("law: the order given does not matter", () => {
  const pages = [1, 2, 3, 4].map((n) => page(n, 4, "query"))
  const [expected] = joinPages(pages).articles
  fc.assert(
    fc.property(fc.shuffledSubarray(pages, { minLength: 4 }), (shuffled) => {
      expect(joinPages(shuffled).articles).toEqual([expected])
    }),
  )
})
