import { expect, test } from "vitest"
import type { CapturedAnswer } from "./capture.ts"
import { readCapture } from "./read-capture.ts"

const page = "https://gazette.example/2031/05/ferry-adrift"

/** Draws the redirects that a capture at `name` shows. */
function check(name: string, answer: CapturedAnswer, drawn: readonly string[]): void {
  const capture = { kind: "url", name, bytes: Buffer.from("<p>Moved"), mediaType: "text/html" } as const
  const { redirects, documents, gaps } = readCapture({
    ...capture,
    ...{ charset: null, capturedAt: null, answer },
  })
  expect(redirects.map(({ from, to, status }) => `${from} ${status} ${to}`)).toEqual(drawn)
  if (answer.headers.length > 0) expect([documents, gaps]).toEqual([[], []])
}

const to = (location: string, status = 301): CapturedAnswer => ({ status, headers: [["location", location]] })

test("a redirect is a move within its site, and no document", () => {
  for (const target of [
    "https://gazette.example/news/ferry-adrift-7",
    "http://www.gazette.example/2031/05/ferry-adrift/",
    "https://news.gazette.example/ferry",
    "https://gazette.example/2031/05/",
  ])
    check(page, to(target), [`${page} 301 ${target}`])
  check(page, to("../06/ferry", 302), [`${page} 302 https://gazette.example/2031/06/ferry`])
  check("https://gazette.example/?p=7", to(page), [`https://gazette.example/?p=7 301 ${page}`])
  check("http://gazette.example/", to("https://gazette.example/en/"), [
    "http://gazette.example/ 301 https://gazette.example/en/",
  ])
})

test("what readers are sent to instead of a page is no move", () => {
  for (const target of [
    "https://gazette.example/",
    "https://gazette.example/index.html?gone=1",
    "/en/",
    "https://gazette.example/login?x=1",
    "https://gazette.example/Sign_In.aspx",
    "https://consent.gazette.example/choose",
    "https://gazette.example/welcome?return=%2F2031%2F05%2Fferry-adrift",
    "https://gazette.example/errors/404.html",
    "https://gazette.example/search?q=ferry",
    "https://gazette.example/ferry.jpg",
    "https://elsewhere.example/2031/05/ferry-adrift",
    "https://b.blogs.example/",
    "mailto:a@gazette.example",
    "https://[",
    page,
  ])
    check(page, to(target), [])
  check("https://a.blogs.example/ferry", to("https://b.blogs.example/ferry"), [])
  check(page, { status: 301, headers: [] }, [])
})

test("a page tells the way that led to it", () => {
  const redirectedFrom = ["http://gazette.example/f", "https://gazette.example/f", "https://t.example/x"]
  check(page, { status: 200, headers: [], redirectedFrom: redirectedFrom.slice(0, 2) }, [
    "http://gazette.example/f null https://gazette.example/f",
    `https://gazette.example/f null ${page}`,
  ])
  check(page, { status: 200, headers: [], redirectedFrom, redirectStatuses: [301, 302, 308] }, [
    "http://gazette.example/f 301 https://gazette.example/f",
  ])
})

test("a web archive's way is told by the pages that it keeps", () => {
  const kept = (at: string, address: string): string => `https://memory.example/web/${at}/${address}`
  const redirectedFrom = [
    kept("2031", "http://gazette.example/f"),
    kept("20310501", "http://gazette.example/f"),
  ]
  const answer = { status: 200, headers: [], mementoOf: page, redirectedFrom, redirectStatuses: [302, 301] }
  check(kept("20310502", page), answer, [`http://gazette.example/f 301 ${page}`])
})
