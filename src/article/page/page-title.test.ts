import { expect, test } from "vitest"
import { readPage } from "./read-page.ts"

/** Rows of what a page's head and article hold, and its title. */
function check(rows: readonly (readonly [head: string, article: string, title: string])[]): void {
  const prose =
    "<p>The old ferry stopped in the middle of the sound on Tuesday evening, and its passengers stayed on.</p>"
  for (const [head, article, title] of rows) {
    const page = `<html><head>${head}</head><body><article>${article}${prose}</article></body></html>`
    const { metadata } = readPage(page, "https://www.soundgazette.example/2031/ferry", false)
    expect([head, metadata.title]).toEqual([head, title])
  }
}

test("titles without sites, sections, kickers, cuts and codes", () =>
  check([
    ["<title>渡轮在海峡漂流_国内_海峡日报</title>", "<h1>渡轮在海峡漂流</h1>", "渡轮在海峡漂流"],
    [
      "<title>渡轮在海峡漂流_海峡日报</title><meta property='og:site_name' content='海峡日报'>",
      "",
      "渡轮在海峡漂流",
    ],
    [
      "<title>フェリーが海峡で漂流｜港町新聞</title><meta property='og:site_name' content='港町新聞'>",
      "",
      "フェリーが海峡で漂流",
    ],
    [
      "<title>フェリーが海峡で漂流：港町新聞</title><meta property='og:site_name' content='港町新聞'>",
      "",
      "フェリーが海峡で漂流",
    ],
    ["<title>Ferry adrift in the sound|Sound Gazette</title>", "", "Ferry adrift in the sound"],
    ["<title>Ferry adrift in the sound &raquo; Sound Gazette</title>", "", "Ferry adrift in the sound"],
    [
      "<title>Sound Gazette: Ferry adrift in the sound</title><meta property='og:site_name' content='Sound Gazette'>",
      "",
      "Ferry adrift in the sound",
    ],
    [
      "<title>Sound Gazette - Ferry adrift in the sound</title>",
      "<h1>Ferry adrift in the sound</h1>",
      "Ferry adrift in the sound",
    ],
    [
      "<meta property='og:title' content='Ferry adrift in the…'><title>Ferry adrift in the sound of Norrhavn - Sound Gazette</title>",
      "",
      "Ferry adrift in the sound of Norrhavn",
    ],
    [
      "<meta property='og:title' content='Ferry adrift in the sound'>",
      "<h1><span class='kicker'>Harbour</span> Ferry adrift in the sound</h1>",
      "Ferry adrift in the sound",
    ],
    [
      "<title>Ferry adrift in the sound | Sound Gazette</title><meta property='og:title' content='Ferry adrift in the sound'>",
      "<h1>Harbour: Ferry adrift in the sound</h1>",
      "Ferry adrift in the sound",
    ],
    [
      "<title>Ferry adrift in the sound | Sound Gazette</title><meta property='og:title' content='Ferry adrift in the sound'>",
      "<h1>Ferry adrift in the sound<br><small>84 passengers spent the night aboard the boat</small></h1>",
      "Ferry adrift in the sound",
    ],
    [
      "<meta property='og:title' content='Ferry &amp;amp; harbour: “adrift”'>",
      '<h1>Ferry &amp; harbour: "adrift"</h1>',
      'Ferry & harbour: "adrift"',
    ],
    ["<meta property='og:title' content='Ferry &amp;amp; harbour adrift'>", "", "Ferry & harbour adrift"],
    [
      "<title>Ferry adrift in the sound</title>",
      "<h1>Sound Gazette</h1><h1>Ferry adrift in the sound</h1><h1>Other news of the day here</h1>",
      "Ferry adrift in the sound",
    ],
    [
      "<title>Ferry adrift in the sound | News | Sound Gazette</title>",
      "<h2>Ferry adrift in the sound</h2>",
      "Ferry adrift in the sound",
    ],
    [
      "<title>FERRY ADRIFT IN THE SOUND</title><meta name='twitter:title' content='Ferry adrift in the sound'>",
      "<h1>FERRY ADRIFT IN THE SOUND</h1>",
      "Ferry adrift in the sound",
    ],
    ["", "<h1>Ferry adrift in the sound</h1>", "Ferry adrift in the sound"],
    ["<title>Home</title>", "<h1>Ferry adrift in the sound</h1>", "Ferry adrift in the sound"],
    ["<title>Sound Gazette</title>", "<h1>Ferry adrift</h1>", "Ferry adrift"],
    [
      '<script type=\'application/ld+json\'>{"@type":"NewsArticle","headline":"Ferry adrift in the sound | Sound Gazette"}</script>',
      "",
      "Ferry adrift in the sound",
    ],
    [
      '<script type=\'application/ld+json\'>{"@type":"NewsArticle","headline":"Ferry &amp;amp; boat adrift &lt;b&gt;now&lt;/b&gt;"}</script>',
      "",
      "Ferry & boat adrift now",
    ],
  ]))

test("a headline of a hundred thousand words is cut", () => {
  const headline = `${"a-b ".repeat(100_000)}- Sound Gazette`
  const script = `<script type="application/ld+json">${JSON.stringify({ "@type": "Article", headline })}</script>`
  const { metadata } = readPage(`<head>${script}</head><p>The ferry stopped.</p>`, null, false)
  expect(metadata.title).toBe("a-b ".repeat(250).trim())
})
