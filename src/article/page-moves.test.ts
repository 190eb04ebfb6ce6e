import * as fc from "fast-check"
import { expect, test } from "vitest"
import { madeArticle } from "../../test/made-article.ts"
import type { Redirect } from "../intake/index.ts"
import type { Article } from "./article.ts"
import { movesMax, movesOf, ownMovesOf, type PageMove } from "./page-moves.ts"
import { findPageVersions, latestVersions, pageVersionsOf } from "./page-versions.ts"
import { areAlikeAddresses } from "./same-page.ts"

const ferry =
  "The old ferry stopped in the middle of the sound on Tuesday evening, and its 84 passengers spent the night aboard with one lamp between them."
const later = `${ferry} The harbour office said that the engine would be looked at on Thursday, and that no other boat was to be had until then.`
const notice = "This page is no more, and we thank all who have read it and who have written to us of it."

/** A capture at a path of the gazette, at `hour`, that says `text`. */
function captured(path: string, hour: number, text: string, name = path): Article {
  const site = (place: string): string =>
    place.startsWith("http") ? place : `https://gazette.example${place}`
  const capturedAt = `2031-05-04T${String(hour).padStart(2, "0")}:00Z`
  return madeArticle(`${path}@${hour}`, text, {
    source: { kind: "url", name: site(name), member: null, sha256: path, capturedAt },
    url: site(path),
  })
}

/** `/a > /b` for good, `/a ~> /b` for now. */
function redirect(drawn: string): Redirect {
  const [from, arrow, to] = drawn.split(" ") as [string, string, string]
  const site = "https://gazette.example"
  return { from: site + from, to: site + to, status: arrow === ">" ? 301 : 302 }
}

const pathOf = ({ url }: Article): string => url!.replace("https://gazette.example", "")

/** Draws each page of more than one capture by the addresses of its versions. */
function drawnPages(articles: readonly Article[], moves: readonly PageMove[]): readonly string[] {
  const pages = findPageVersions(articles, moves)
  expect(pageVersionsOf(articles, latestVersions(pages))).toEqual(pages)
  return pages.map(({ address, versions }) => {
    expect(address).toBe(versions.at(-1)!.url)
    return versions.map(pathOf).join(" ")
  })
}

function check(articles: readonly Article[], redirects: readonly string[], drawn: readonly string[]): void {
  const moves = [...movesOf(redirects.map(redirect)), ...articles.flatMap(ownMovesOf)]
  expect(drawnPages(articles, moves)).toEqual(drawn)
  expect(drawnPages([...articles].reverse(), [...moves].reverse())).toEqual(drawn)
}

test("a page that moved is one page", () => {
  const moved = [captured("/breaking", 8, ferry), captured("/ferry", 10, later)]
  check(moved, [], [])
  check(moved, ["/breaking > /ferry"], ["/breaking /ferry"])
  check(moved, ["/breaking ~> /ferry"], ["/breaking /ferry"])
  check(moved, ["/breaking > /x", "/x > /y", "/y > /ferry"], ["/breaking /ferry"])
  check(moved, ["/ferry > /breaking"], ["/breaking /ferry"])
  check(moved, ["/breaking > /ferry", "/ferry > /breaking"], ["/breaking /ferry"])
  check(moved, ["/x > /breaking", "/x > /ferry"], [])
})

test("a page that was rewritten is one where it moved for good, or where its address says so", () => {
  const rewritten = `Sailors tell of ${later.slice(0, 40)} by night. ${notice} ${notice.toUpperCase()}`
  const moved = [captured("/breaking", 8, ferry), captured("/ferry", 10, rewritten)]
  check(moved, ["/breaking > /ferry"], ["/breaking /ferry"])
  check(moved, ["/breaking ~> /ferry"], [])
  const named = [captured("/ferry-adrift-70123", 8, ferry), captured("/70123", 10, notice)]
  check(named, ["/ferry-adrift-70123 ~> /70123"], ["/ferry-adrift-70123 /70123"])
})

test("where readers are sent instead of the page is no version of it", () => {
  check([captured("/breaking", 8, ferry), captured("/gone", 10, notice)], ["/breaking > /gone"], [])
  const section = `Today: ${ferry.slice(0, 60)}. ${notice} ${notice.replaceAll(" ", " of ")}`
  check([captured("/news/ferry", 8, ferry), captured("/news", 10, section)], ["/news/ferry > /news"], [])
  check(
    [captured("/live", 7, notice), captured("/day-1", 8, ferry), captured("/day-2", 9, later)],
    ["/live ~> /day-1", "/live ~> /day-2"],
    [],
  )
})

test("what many addresses lead to, and what leads to many, counts no more", () => {
  const moved = [captured("/a/0", 8, ferry), captured("/ferry", 10, ferry)]
  const many = Array.from({ length: movesMax }, (_, n) => `/a/${n} > /ferry`)
  check(moved, many, ["/a/0 /ferry"])
  check(moved, [...many, "/b > /ferry"], [])
  check(moved, [...many, "/ferry?ref=b > /ferry"], ["/a/0 /ferry"])
  const signs = Array.from({ length: movesMax + 1 }, (_, n) => `/a/0 > /b/${n}`)
  check(moved, ["/a/0 > /ferry", ...signs], [])
})

test("a page's own word joins the address at which it was captured", () => {
  const named = captured("/ferry", 8, ferry, "/f7")
  check([named, captured("/lantern", 9, later)], ["/f7 > /lantern"], ["/ferry /lantern"])
  check([named, captured("/lantern", 9, later, "/f7")], [], ["/ferry /lantern"])
  check([named, captured("/lantern", 9, notice, "/f7")], [], [])
})

test("law: pages follow from what was seen, in whatever order", () => {
  const texts = [ferry, later, notice]
  const places = fc.integer({ min: 0, max: 7 })
  const step = fc
    .tuple(places, fc.constantFrom(">", "~>"), places)
    .map(([a, arrow, b]) => `/${a} ${arrow} /${b}`)
  const capture = fc.tuple(places, fc.nat(20), fc.nat(2)).map(([at, hour, text]) => {
    return captured(`/${at}`, hour, texts[text]!)
  })
  const seen = fc.tuple(
    fc.uniqueArray(capture, { maxLength: 10, selector: ({ id }) => id }),
    fc.array(step, { maxLength: 14 }),
    fc.infiniteStream(fc.nat()),
  )
  fc.assert(
    fc.property(seen, ([articles, steps, dice]) => {
      const shuffled = <Item>(items: readonly Item[]): readonly Item[] =>
        items
          .map((item) => ({ item, at: dice.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ item }) => item)
      const moves = movesOf(steps.map(redirect))
      expect(drawnPages(shuffled(articles), shuffled(moves))).toEqual(drawnPages(articles, moves))
    }),
  )
})

test("addresses that are alike by their words", () => {
  const rows: readonly (readonly [a: string, b: string, alike: boolean])[] = [
    ["/2031/05/ferry-adrift", "/2031/05/ferry-adrift/amp", true],
    ["/news/ferry-adrift", "/sport/ferry-adrift.html", true],
    ["/2031/05/04/live-blog", "/2031/05/05/live-blog", false],
    ["/2031/05/ferry-adrift", "/2031/05/04/ferry-adrift", true],
    ["/a/70123-ferry", "/b/70123", true],
    ["/20310504/ferry", "/20310504/lamp", false],
    ["/ferry?ref=x", "/ferry", true],
    ["/ferry?id=7", "/ferry?id=8", false],
    ["/ferry", "/news/ferry", false],
  ]
  for (const [a, b, alike] of rows) {
    const [x, y] = [`https://gazette.example${a}`, `https://gazette.example${b}`]
    expect([a, b, areAlikeAddresses(x, y), areAlikeAddresses(y, x)]).toEqual([a, b, alike, alike])
  }
})
