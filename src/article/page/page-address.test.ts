import { expect, test } from "vitest"
import { pageAddress } from "./page-address.ts"
import { readPage } from "./read-page.ts"

const own = "https://www.gazette.example/2031/05/ferry-adrift"

function check(
  address: string | null,
  canonical: string | null,
  wanted: string | null,
  html = "<html>",
): void {
  expect(pageAddress(html, address, canonical)).toBe(wanted)
}

test("views of a page are known by the page's own address", () => {
  for (const view of [
    "https://www.gazette.example/2031/05/ferry-adrift/amp/",
    "https://www.gazette.example/amp/2031/05/ferry-adrift",
    "https://www.gazette.example/2031/05/ferry-adrift?outputType=amp",
    "https://amp.gazette.example/2031/05/ferry-adrift",
    "https://m.gazette.example/2031/05/ferry-adrift",
    "https://www-gazette-example.cdn.ampproject.org/c/s/www.gazette.example/2031/05/ferry-adrift",
    "https://www.gazette.example/2031/05/ferry-adrift?print=1",
    "https://www.gazette.example/print/2031/05/ferry-adrift",
    "https://www.gazette.example/2031/05/ferry-adrift?utm_source=a&fbclid=b",
  ])
    check(view, own, own)
  check("https://www.gazette.example/a/77", own, own, '<!doctype html><html ⚡ lang="en">')
  check(null, own, own)
})

test("an address that is only claimed is not believed", () => {
  for (const claimed of [
    "https://elsewhere.example/2031/05/ferry-adrift",
    "https://www.gazette.example/",
    "https://www.gazette.example/2031/05/other",
    "not an address",
  ])
    check(own, claimed, own)
  check(`${own}?page=2`, own, `${own}?page=2`)
  check(own, null, own)
})

test("one page has many addresses", () => {
  const page = "https://gazette.example/ferry?id=7"
  const rows: readonly (readonly [address: string, canonical: string | null, wanted: string])[] = [
    // Without a word of the page: only what never says which page it is.
    [`${page}&utm_source=a&utm_medium=b`, null, page],
    [`https://gazette.example/ferry?fbclid=x&id=7&gclid=y#comments`, null, page],
    ["https://GAZETTE.example:443/ferry?id=7#top", null, page],
    ["HTTP://gazette.example:80", null, "http://gazette.example/"],
    ["https://gazette.example:8080/ferry", null, "https://gazette.example:8080/ferry"],
    ["https://gazette.example/#!/ferry", null, "https://gazette.example/#!/ferry"],
    ["https://gazette.example/Ferry", null, "https://gazette.example/Ferry"],
    [`${page}&ref=front`, null, `${page}&ref=front`],
    ["https://gazette.example/ferry/?id=7", null, "https://gazette.example/ferry/?id=7"],
    ["http://gazette.example/ferry?id=7", null, "http://gazette.example/ferry?id=7"],
    // By the page's word: another spelling of it.
    ["http://www.gazette.example/ferry/?id=7", page, page],
    ["https://gazette.example/ferry.html?id=7&utm_term=x", page, page],
    [`${page}#top`, `${page}&utm_source=feed`, page],
    [
      "https://gazette.example/ferry?ref=front",
      "https://gazette.example/ferry",
      "https://gazette.example/ferry",
    ],
    [
      "https://gazette.example/ferry?share=x",
      "https://gazette.example/ferry/",
      "https://gazette.example/ferry/",
    ],
    // Not even by its word.
    ["https://gazette.example/ferry?id=8", page, "https://gazette.example/ferry?id=8"],
    [
      "https://gazette.example/ferry?page=2",
      "https://gazette.example/ferry",
      "https://gazette.example/ferry?page=2",
    ],
    ["https://news.gazette.example/ferry?id=7", page, "https://news.gazette.example/ferry?id=7"],
    ["https://elsewhere.example/?utm_source=a", page, "https://elsewhere.example/"],
  ]
  for (const [address, canonical, wanted] of rows) check(address, canonical, wanted)
})

const texts = [
  "The old ferry stopped in the middle of the sound on Tuesday evening, and its 84 passengers spent the night aboard, with one lamp between them.",
  "“Nobody told us anything until the morning,” said Ada Lindqvist, who had been on her way home from the market, with two bags of fish.",
  "The harbour office said that the engine, which dates from 1987, would be looked at on Thursday, and that no other boat was to be had.",
]
const paragraphs = texts.map((text) => `<p>${text}</p>`).join("")

test("AMP pages, print, mobile and reader views give the article", () => {
  const head = `<meta charset="utf-8"><title>Ferry adrift</title><link rel="canonical" href="${own}">`
  const views: readonly (readonly [address: string, html: string])[] = [
    [
      `${own}/amp`,
      `<!doctype html><html amp lang="en"><head>${head}<style amp-boilerplate>body{}</style></head><body><amp-sidebar><ul><li><a href="/">Home</a></ul></amp-sidebar><amp-consent layout="nodisplay"><div>We and our partners use cookies to show you advertisements, as you will have guessed by now, and to count you.</div></amp-consent><article><h1>Ferry adrift</h1><amp-img src="a.jpg"></amp-img>${paragraphs.replace("</p><p>", '</p><amp-ad type="x"><div>Boats for sale, all of them nearly new, at prices that you will not see again this year.</div></amp-ad><p>')}<amp-social-share type="x">Share</amp-social-share></article></body></html>`,
    ],
    [
      `${own}?print=1`,
      `<html lang="en"><head>${head}</head><body onload="print()"><p><a href="javascript:print()">Print this page</a> <a>Close</a></p><hr><h2>Ferry adrift</h2><p>By Mia Holm</p>${paragraphs}<hr><p>© The Sound Gazette. All rights reserved.</p></body></html>`,
    ],
    [
      "https://m.gazette.example/2031/05/ferry-adrift",
      `<html lang="en"><head>${head}</head><body><div data-role="page"><div data-role="header"><a href="/">Home</a></div><div data-role="content"><h3>Ferry adrift</h3>${paragraphs}</div><div data-role="footer"><a href="?full">Full site</a></div></div></body></html>`,
    ],
    [
      own,
      `<html lang="en"><head>${head}</head><body class="light loaded"><div class="container"><div class="header reader-header"><a class="domain" href="${own}">gazette.example</a><h1 class="reader-title">Ferry adrift</h1><div class="credits reader-credits">Mia Holm</div><div class="meta-data"><div class="reader-estimated-time">1 minute</div></div></div><hr><div class="content"><div class="moz-reader-content"><div id="readability-page-1" class="page">${paragraphs}</div></div></div></div></body></html>`,
    ],
  ]
  for (const [address, html] of views) {
    const { text, metadata } = readPage(html, address, false)
    expect(text.split("\n\n")).toEqual(texts)
    expect(metadata.url).toBe(own)
  }
})

test("an AMP story is read page by page", () => {
  const pages = texts.map(
    (text, n) =>
      `<amp-story-page id="p${n}"><amp-story-grid-layer template="fill"><amp-img src="${n}.jpg"></amp-img></amp-story-grid-layer><amp-story-grid-layer template="vertical"><p>${text}</p></amp-story-grid-layer></amp-story-page>`,
  )
  const html = `<!doctype html><html ⚡><head><title>Ferry adrift</title></head><body><amp-story standalone title="Ferry adrift">${pages.join("")}<amp-story-bookend src="b.json"></amp-story-bookend></amp-story></body></html>`
  expect(readPage(html, null, false).text.split("\n\n")).toEqual(texts)
})
