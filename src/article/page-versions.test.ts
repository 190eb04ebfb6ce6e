import { expect, test } from "vitest"
import { madeArticle } from "../../test/made-article.ts"
import type { Article } from "./article.ts"
import { findPageVersions, latestVersions } from "./page-versions.ts"

function captured(id: string, url: string | null, capturedAt: string | null): Article {
  return madeArticle(id, id, {
    source: { kind: "file", name: `${id}.html`, member: null, sha256: id, capturedAt },
    url,
  })
}

const page = "https://gazette.example/ferry"
const first = captured("first", page, "2031-03-04T10:31")
const second = captured("second", page, "2031-03-04T12:05")

test("captures of one address are versions, the earliest first, in whatever order they come", () => {
  for (const articles of [
    [first, second],
    [second, first],
  ])
    expect(findPageVersions(articles)).toEqual([{ address: page, versions: [first, second] }])
})

test("a capture without a time, an address seen once, and no address make no page", () => {
  expect(
    findPageVersions([first, captured("undated", page, null), captured("lost", null, "2031-03-04")]),
  ).toEqual([])
})

test("every earlier version points to the latest", () => {
  expect([...latestVersions(findPageVersions([second, first]))]).toEqual([["first", "second"]])
})
