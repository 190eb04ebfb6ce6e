import { expect, test } from "vitest"
import { type Feed, readJsonFeed, readXmlFeed } from "./read-feed.ts"

function check(feed: Feed | null, drawn: readonly string[]): void {
  const lines = (feed?.entries ?? []).map((entry) =>
    [
      entry.title,
      entry.url,
      entry.authors.join(" and "),
      entry.published,
      entry.modified,
      entry.language,
      entry.whole ? "whole" : "summary",
      entry.text?.replaceAll("\n\n", " / "),
    ].join(" | "),
  )
  expect(feed === null ? ["no feed"] : [`${feed.title}:`, ...lines]).toEqual(drawn)
}

const rss = (items: string) =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="c" xmlns:dc="d"><channel><title>Quay &amp; Co</title><link>https://q.example/</link><language>en-gb</language><image><title>logo</title><url>x.png</url></image>${items}</channel></rss>`
const item = `<item><title>Ferry &lt;em&gt;hits&lt;/em&gt; pier</title><link> https://q.example/1 </link><guid isPermaLink="false">q1</guid><pubDate>Tue, 04 Mar 2031 07:40:00 GMT</pubDate><dc:creator><![CDATA[Ida Renwick]]></dc:creator><description>Short.</description><content:encoded><![CDATA[<p>One &amp; two.</p><script>no()</script><figure><img><figcaption>no</figcaption></figure><p>Three<br>four</p>]]></content:encoded></item>`
const drawnItem =
  "Ferry hits pier | https://q.example/1 | Ida Renwick | Tue, 04 Mar 2031 07:40:00 GMT |  | en-gb | whole | One & two. / Three / four"

test("RSS with its whole text", () => check(readXmlFeed(rss(item)), ["Quay & Co:", drawnItem]))
test("RSS that breaks off keeps what came before", () =>
  check(readXmlFeed(rss(`${item}<item><title>The next`).split("</channel>")[0]!), [
    "Quay & Co:",
    drawnItem,
    "The next |  |  |  |  | en-gb | summary | ",
  ]))
test("RSS with summaries, an author by mail, and an address only in its guid", () =>
  check(
    readXmlFeed(
      rss(
        "<item><guid>https://q.example/2</guid><author>a@q.example (Bram Osterly)</author><description>&lt;p&gt;Short.&lt;/p&gt;</description></item>",
      ),
    ),
    ["Quay & Co:", " | https://q.example/2 | Bram Osterly |  |  | en-gb | summary | Short."],
  ))
test("RDF, whose items stand beside the channel", () =>
  check(
    readXmlFeed(
      `<rdf:RDF xmlns:rdf="r"><channel><title>R</title></channel><item><title>T</title><link>https://r.example/1</link><description>Words.</description><dc:date>2031-03-04</dc:date></item></rdf:RDF>`,
    ),
    ["R:", "T | https://r.example/1 |  | 2031-03-04 |  |  | summary | Words."],
  ))
test("Atom with XHTML in it, and several links", () =>
  check(
    readXmlFeed(
      `<feed xmlns="a" xml:lang="fr"><title>A</title><link href="https://a.example/"/><entry><title type="html">Un &amp;amp; deux</title><link rel="self" href="https://a.example/1.atom"/><link href="https://a.example/1"/><author><name>Adèle Morvan</name><email>a@a.example</email></author><published>2031-03-04T10:15:00+01:00</published><updated>2031-03-05T10:15:00+01:00</updated><content type="xhtml"><div><p>Le <b>ferry</b>.</p><p>A &lt; B</p></div></content></entry></feed>`,
    ),
    [
      "A:",
      "Un & deux | https://a.example/1 | Adèle Morvan | 2031-03-04T10:15:00+01:00 | 2031-03-05T10:15:00+01:00 | fr | whole | Le ferry. / A < B",
    ],
  ))
test("JSON Feed", () =>
  check(
    readJsonFeed({
      version: "https://jsonfeed.org/version/1.1",
      title: "J",
      items: [
        {
          id: 1,
          url: "https://j.example/1",
          title: "T",
          content_html: "<p>Words.</p>",
          date_published: "2031-03-04T00:00:00Z",
          authors: [{ name: "Runa Mell" }],
        },
        "no entry",
      ],
    }),
    ["J:", "T | https://j.example/1 | Runa Mell | 2031-03-04T00:00:00Z |  |  | whole | Words."],
  ))
test("other XML is no feed", () =>
  check(readXmlFeed("<urlset><url><loc>x</loc></url></urlset>"), ["no feed"]))
test("a feed of a million unclosed tags is read in one pass", () =>
  check(readXmlFeed(rss(`<item><description>${"<a>".repeat(1_000_000)}`)), [
    "Quay & Co:",
    " |  |  |  |  | en-gb | summary | ",
  ]))
