import fc from "fast-check"
import { expect, test } from "vitest"
import { readPage } from "./read-page.ts"

const page = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Ferry adrift | The Sound Gazette</title>
<meta property="og:title" content="Ferry adrift"><meta name="author" content="Mia Holm"><link rel="canonical" href="https://gazette.example/2019/05/03/ferry">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry adrift","datePublished":"2019-05-03T16:09:00+02:00","author":[{"@type":"Person","name":"Mia Holm"}]}</script></head>
<body class="single"><nav><ul><li><a href="/">Home</a><li><a href="/news">News</a></ul></nav><div class="wrap"><article class="post"><h1>Ferry adrift</h1>
<p class="byline">By <a rel="author" href="/mia">Mia Holm</a> <time datetime="2019-05-03">May 3, 2019</time></p><figure><img src="a.jpg"><figcaption>The ferry in 2011 (Photo: Eva Lund)</figcaption></figure>
<p>NORRHAVN, May 3 (Reuters) - The old ferry stopped in the middle of the sound on Tuesday evening, and its 84 passengers spent the night aboard.</p>
<p>&ldquo;Nobody told us anything until the morning,&rdquo; said Ada Lindqvist, who had been on her way home&nbsp;from the market.</p><blockquote class="twitter-tweet"><p>No coffee left.</p></blockquote>
<table><tr><td>Passengers<td>84</tr></table><p>The harbour office said that the engine would be looked at on Thursday.<br><br>It dates from 1987, and has been repaired twice.</p></article>
<aside class="related"><h3>More stories</h3><ul><li><a href="/1">Five ferries</a></ul></aside><div id="comments"><p>First!</p></div></div><footer>© The Sound Gazette</footer></body></html>`

/** A cut, a doubling or an insertion at a place of the page, as broken templates and connections make them. */
const mutation = fc.record({
  at: fc.nat(page.length),
  length: fc.nat(200),
  kind: fc.constantFrom("cut", "double", "insert"),
  inserted: fc.oneof(
    fc.constantFrom(
      "<",
      ">",
      '"',
      "'",
      "</div>",
      "<!--",
      "<script>",
      "\u0000",
      "&",
      "</p></p>",
      "\ud800",
      "]]>",
    ),
    fc.string(),
  ),
})

function mutated(
  html: string,
  { at, length, kind, inserted }: { at: number; length: number; kind: string; inserted: string },
): string {
  const end = Math.min(html.length, at + length)
  if (kind === "cut") return html.slice(0, at) + html.slice(end)
  if (kind === "double") return html.slice(0, end) + html.slice(at)
  return html.slice(0, at) + inserted + html.slice(at)
}

test("law: a page broken anywhere is read to its end, the same twice, its blocks covering its text", () => {
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 8 }), (mutations) => {
      const html = mutations.reduce(mutated, page)
      const reading = readPage(html, null, true)
      expect(readPage(html, null, true)).toEqual(reading)
      let at = 0
      for (const { start, end } of reading.blocks) {
        expect(reading.text.slice(at, start).trim()).toBe("")
        expect(end).toBeGreaterThan(start)
        at = end
      }
      expect(at).toBe(reading.text.length)
    }),
    { numRuns: 200 },
  )
})
