import fc from "fast-check"
import { expect, test } from "vitest"
import { readPage } from "./read-page.ts"

const lede =
  "The old ferry stopped in the middle of the sound on Tuesday evening, and its 84 passengers spent the night aboard."
const second =
  "“Nobody told us anything until the morning,” said Ada Lindqvist, who had been on her way home from the market, with two bags of fish."
const third =
  "The harbour office said that the engine, which dates from 1987, would be looked at on Thursday."

/** A page of a common shape around `inner`. */
function pageOf(inner: string, head = ""): string {
  return `<!doctype html><html lang="en-GB"><head><title>Ferry adrift | The Sound Gazette</title>${head}</head><body>
<nav><ul><li><a href="/">Home</a><li><a href="/news">News</a></ul></nav>
<div class="site-wrapper"><article><h1>Ferry adrift</h1>${inner}</article>
<div class="related-posts"><h3>More from the harbour</h3><ul><li><a href="/1">Five ferries that never came home, and why</a></ul></div></div>
<footer>© The Sound Gazette</footer></body></html>`
}

function check(html: string, text: readonly string[]): void {
  expect(readPage(html, null, false).text.split("\n\n")).toEqual(text)
}

test("the article and nothing else", () =>
  check(
    pageOf(
      `<p class="byline">By Mia Holm</p><p>${lede}<p>${second}</p><div class="share-bar"><a>Tweet</a></div><p>${third}</p>`,
    ),
    [lede, second, third],
  ))

test("inline text is joined as a reader sees it, breaks part paragraphs, entities are resolved", () =>
  check(
    pageOf(
      `<div>${lede}<br><br>Fish &amp; <b>chi</b>ps cost <i>5&nbsp;kr</i>, said the co&shy;ok, who had sold out, by the evening.<br />${third}</div>`,
    ),
    [lede, `Fish & chips cost 5 kr, said the cook, who had sold out, by the evening. ${third}`],
  ))

test("letters that were encoded twice are mended, others are left", () => {
  check(
    pageOf(
      `<p>${lede}</p><p>The caf\u00e9\u00c2\u00a0crew \u00e2\u0080\u0094 all nine of them \u00e2\u0080\u0094 said that they weren\u00e2\u0080\u0099t asked at all.</p><p>${third} \u00c2ngels \u00e2ge.</p>`,
    ),
    [
      lede,
      "The caf\u00e9 crew \u2014 all nine of them \u2014 said that they weren\u2019t asked at all.",
      `${third} \u00c2ngels \u00e2ge.`,
    ],
  )
})

test("a heading between the article's paragraphs is kept, though it is a link", () => {
  const more = `${third} It did not rain that night, the crew said, and nobody on board was cold.`
  check(
    pageOf(
      `<p>${lede}</p><p>${second}</p><h2><a href="/harbour">A night on the sound</a></h2><p>${third}</p><p>${lede} Again.</p><h2><a href="/office">What the office says</a></h2><p>${more}</p><p>${second} So she said.</p>`,
    ),
    [
      lede,
      second,
      "A night on the sound",
      third,
      `${lede} Again.`,
      "What the office says",
      more,
      `${second} So she said.`,
    ],
  )
})

test("captions, pictures' credits and related links inside the body are left out", () =>
  check(
    pageOf(
      `<p>${lede}</p><figure><img src="a.jpg"><figcaption>The ferry at the quay in 2011.</figcaption></figure><p>${second}</p><p><strong>READ MORE: <a href="/2">Another ferry</a></strong></p><p>Photo by Eva Lund</p><p>${third}</p>`,
    ),
    [lede, second, third],
  ))

test("headings, lists and quotes keep their kind and their spans", () => {
  const { text, blocks } = readPage(
    pageOf(`<p>${lede}</p><h2>A long night</h2><ul><li>${second}</li></ul><blockquote>${third}</blockquote>`),
    null,
    false,
  )
  expect(blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
    ["paragraph", lede],
    ["heading", "A long night"],
    ["list", second],
    ["quote", third],
  ])
})

test("what was dropped is told with its step and reason", () => {
  const { dropped } = readPage(pageOf(`<p>${lede}</p><p>${second}</p><p>${third}</p>`), null, true)
  expect(dropped.map(({ step, reason, text }) => `${step}, ${reason}: ${text}`)).toEqual([
    "container, nav element: Home",
    "container, nav element: News",
    "title, repeats the title: Ferry adrift",
    "container, named related-posts: More from the harbour",
    "container, named related-posts: Five ferries that never came home, and why",
    "container, footer element: © The Sound Gazette",
  ])
})

test("metadata, from what the page says for machines", () => {
  const linked = JSON.stringify({
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: "Ferry adrift",
    datePublished: "2019-05-03T16:09:00.000+02:00",
    dateModified: "2019-05-04",
    author: [{ "@type": "Person", name: "Mia Holm" }, { name: "The Sound Gazette" }],
    publisher: { name: "The Sound Gazette" },
  })
  const { metadata } = readPage(
    pageOf(`<p>${lede}</p>`, `<script type="application/ld+json">${linked}</script>`),
    null,
    false,
  )
  const { title, bylines, published, modified, outlet, language } = metadata
  expect({ title, bylines, published, modified, outlet, language }).toEqual({
    title: "Ferry adrift",
    bylines: ["Mia Holm"],
    published: "2019-05-03T16:09:00+02:00",
    modified: "2019-05-04",
    outlet: "The Sound Gazette",
    language: "en-GB",
  })
})

test("law: whatever the markup, reading ends, and blocks cut the text where they say", () => {
  const piece = fc.constantFrom(
    "<p>",
    "</p>",
    "<div class=related>",
    "</div>",
    "<li>",
    "<td>",
    "<table>",
    "</table>",
    "<a href='",
    '<b x="',
    "<!--",
    "-->",
    "<script>",
    "</script>",
    "&amp;",
    "&#0;",
    "<h1>",
    "</",
    "<",
    lede,
    second,
    "\u0000",
    "<br>",
    "<svg>",
    "<title>",
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const { text, blocks } = readPage(pieces.join(""), null, true)
      let at = 0
      for (const { start, end } of blocks) {
        expect(text.slice(at, start).trim()).toBe("")
        expect(end).toBeGreaterThan(start)
        at = end
      }
      expect(at).toBe(text.length)
    }),
  )
})

/** The kinds of shortfall of a page. */
function checkShortfalls(html: string, kinds: readonly string[]): void {
  expect(readPage(html, null, false).shortfalls.map(({ kind }) => kind)).toEqual(kinds)
}

test("what is missing is said", () => {
  const whole = `<p>${lede}</p><p>${second}</p><p>${third}</p>`
  checkShortfalls(pageOf(whole), [])
  checkShortfalls(pageOf(`<p>${lede}</p><p>Subscribe to continue reading.</p>`), ["too-short", "paywalled"])
  const canonical = '<link rel="canonical" href="https://gazette.example/ferry">'
  checkShortfalls(pageOf(whole, `${canonical}<link rel="next" href="/ferry/2">`), ["more-pages"])
  checkShortfalls(pageOf(whole, `${canonical}<link rel="next" href="/harbour-2">`), [])
  checkShortfalls(pageOf(`${whole}<p>The harbour office, which had known … Read more</p>`), ["truncated"])
  checkShortfalls("<nav><a href=/>Home</a></nav>", ["no-article"])
  const teaser = (n: number): string =>
    `<h2><a href="/${n}">The ${n}th ferry that never came home to the harbour</a></h2><p>${lede} (${n})</p>`
  checkShortfalls(`<main>${[1, 2, 3, 4, 5, 6].map(teaser).join("")}</main>`, ["no-article"])
})

test("a body in the linked data is taken where the page prints hardly any of it", () => {
  const body = `${lede} ${second}\n\n${third} ${lede} ${second}`
  const script = `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", articleBody: body })}</script>`
  check(pageOf("<p>Loading the article, please wait a moment.</p>", script), body.split("\n\n"))
  check(pageOf(`<p>${lede}</p><p>${second}</p><p>${third}</p>`, script), [lede, second, third])
})

test("what stands below the words for other articles is not the article's", () => {
  const more = ["first", "second", "third", "fourth", "fifth", "last"].map(
    (night) => `${lede} On the ${night} night it rained, and nobody slept.`,
  )
  check(pageOf(`${more.map((text) => `<p>${text}</p>`).join("")}<h3>More stories</h3><p>${second}</p>`), more)
})

test("a body in several pieces is kept whole; a post that is quoted is the article's", () => {
  check(
    pageOf(
      `<div class="body"><p>${lede}</p><p>${second}</p></div><div class="ad">Buy</div><div class="body"><p>${third}</p></div>`,
    ),
    [lede, second, third],
  )
  const post = "Nobody came to fetch us, and the coffee ran out before midnight."
  check(
    pageOf(
      `<p>${lede}</p><p>${second}</p><div class="social-embed"><blockquote class="twitter-tweet"><p>${post}</p></blockquote></div><p>${third}</p>`,
    ),
    [lede, second, post, third],
  )
})

test("of several posts on one page, the one that the page is titled after", () => {
  const post = (title: string, texts: readonly string[]): string =>
    `<article><h1>${title}</h1>${texts.map((text) => `<p>${text}</p>`).join("")}</article>`
  const other = [third, second, `${third} ${second}`]
  check(
    `<html><title>Ferry adrift</title><body><main>${post("Ferry adrift", [lede, second])}${post("Engine found", other)}</main></body></html>`,
    [lede, second],
  )
})
