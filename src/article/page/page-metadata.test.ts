import { expect, test } from "vitest"
import { readPage } from "./read-page.ts"

/** Draws the metadata of a page with the given head and body, leaving out what is null. */
function check(head: string, body: string, drawn: readonly string[], address: string | null = null): void {
  const prose =
    "<p>The old ferry stopped in the middle of the sound on Tuesday evening, and its passengers stayed.</p>"
  const { metadata } = readPage(
    `<html lang="en"><head>${head}</head><body>${body}${prose}</body></html>`,
    address,
    false,
  )
  const lines: string[] = []
  if (metadata.title !== null) lines.push(`title ${metadata.title}`)
  if (metadata.bylines.length > 0) lines.push(`by ${metadata.bylines.join(" + ")}`)
  if (metadata.published !== null) lines.push(`published ${metadata.published}`)
  if (metadata.modified !== null) lines.push(`modified ${metadata.modified}`)
  if (metadata.outlet !== null) lines.push(`outlet ${metadata.outlet}`)
  expect(lines).toEqual(drawn)
}

const titled = "<title>Ferry adrift in the sound | The Sound Gazette</title>"
const heading = "<h1>Ferry adrift in the sound</h1>"

test("a heading that another source confirms, without the outlet's name", () => {
  check(titled, heading, ["title Ferry adrift in the sound"])
  check(
    '<meta property="og:title" content="Ferry adrift in the sound">',
    "<h1>FERRY ADRIFT IN THE SOUND</h1>",
    ["title Ferry adrift in the sound"],
  )
  check(titled, "<h1>The Sound Gazette</h1><h2>Ferry adrift in the sound</h2>", [
    "title Ferry adrift in the sound",
    "outlet The Sound Gazette",
  ])
  check("<title>Sound Gazette</title>", "<b>The Sound Gazette</b><h2>Ferry adrift in the sound</h2>", [
    "title Ferry adrift in the sound",
    "outlet The Sound Gazette",
  ])
  check(titled, "", ["title Ferry adrift in the sound"])
})

test("a title without the site's name and sections, told by its address", () => {
  const at = "https://news.soundgazette.example/ferry"
  const drawn = ["title Ferry adrift in the sound"]
  const element = (title: string): string => `<title>${title}</title>`
  check(element("Ferry adrift in the sound | Sound Gazette"), "", drawn, at)
  check(element("Ferry adrift in the sound / Harbour / Sound Gazette Forums"), "", drawn, at)
  check(
    element("Ferry adrift in the sound - what is known - Sound Gazette"),
    "",
    [`${drawn[0]} - what is known`],
    at,
  )
  const whole = "Ferry adrift in the sound | Harbour | Sound Gazette"
  check(element(whole), `<h1>${whole}</h1>`, drawn, at)
  check(element("Ferry adrift in the sound / Sound Gazette Forums"), "<h1>Sound Gazette</h1>", drawn, at)
})

test("a lower heading that two sources give word for word goes before a main one that none does", () => {
  const given =
    '<title>Ferry adrift in the sound in 2031</title><meta property="og:title" content="Ferry adrift in the sound in 2031">'
  check(given, `${heading}<h2>Ferry adrift in the sound in 2031</h2>`, [
    "title Ferry adrift in the sound in 2031",
  ])
  check(given, `${heading}<h2>Passengers of 2031</h2>`, ["title Ferry adrift in the sound"])
})

test("the outlet's name leads a title and is cut, but not from a front page", () => {
  const head =
    '<meta property="og:site_name" content="Soundings"><meta property="og:title" content="Soundings – Ferry adrift in the sound">'
  check(head, "", ["title Ferry adrift in the sound", "outlet Soundings"], "https://soundings.example/ferry")
  check(
    head,
    "",
    ["title Soundings – Ferry adrift in the sound", "outlet Soundings"],
    "https://soundings.example/",
  )
})

test("an outlet named by the title, where the page prints it as its own", () => {
  const drawn = ["title Ferry adrift in the sound", "outlet The Sound Gazette"]
  check(titled, `<nav><a href="/">The Sound Gazette</a> <a href="/news">News</a></nav>${heading}`, drawn)
  check(titled, `${heading}<p>Some words.</p><footer>© 2031 The Sound Gazette</footer>`, drawn)
  check("<title>Sound Gazette</title>", `<div>The Sound Gazette</div>${heading}`, drawn)
  check("<title>Ferry adrift</title>", "<div>Ferry adrift</div><h1>Ferry adrift</h1>", ["title Ferry adrift"])
  check(titled, `${heading}<p>The Sound Gazette is a paper that we quote.</p>`, [
    "title Ferry adrift in the sound",
  ])
})

test("dates that the page gives for machines, and those it prints", () => {
  const meta = '<meta property="article:published_time" content="2019-05-03T16:09:00+02:00">'
  check(meta, "", ["published 2019-05-03T16:09:00+02:00"])
  check(titled, `${heading}<time datetime="2019-05-03">May 3</time>`, [
    "title Ferry adrift in the sound",
    "published 2019-05-03",
  ])
  check(titled, `${heading}<p>Published 3 May 2019, 09:15 CEST · Updated 4 May 2019</p>`, [
    "title Ferry adrift in the sound",
    "published 2019-05-03T09:15+02:00",
    "modified 2019-05-04",
  ])
  check(titled, `${heading}<div class="related"><time datetime="2011-01-01">old</time></div>`, [
    "title Ferry adrift in the sound",
  ])
})

test("the address has a say, and a day in Greenwich gives way to the day where it was printed", () => {
  check("", "", ["published 2019-05-03"], "https://gazette.example/2019/05/03/ferry")
  check("", "", ["published 2019-05-03"], "https://gazette.example/2019/may/03/ferry")
  check(
    '<meta property="article:published_time" content="2019-05-04T03:05:00Z">',
    "",
    ["published 2019-05-03"],
    "https://gazette.example/2019/05/03/ferry",
  )
})

test("a date whose order cannot be told is none", () => {
  check('<meta name="date" content="03/05/2019">', "", [])
  check('<meta name="date" content="23/05/2019">', "", ["published 2019-05-23"])
})

test("people, without roles, handles, places and outlets", () => {
  const author = (content: string): string => `<meta name="author" content="${content}">`
  check(author("By Mia Holm and Per Dahl, Staff Writers"), "", ["by Mia Holm + Per Dahl"])
  check(author("Mia Holm in Norrhavn | @miaholm"), "", ["by Mia Holm"])
  check(author("The Sound Gazette Newsroom"), "", [])
  check(author("https://gazette.example/mia"), "", [])
  check(author("Holm, Mia"), "", ["by Mia Holm"])
  check("", `${heading}<p>By <a rel="author">Mia Holm</a></p>`, [
    "title Ferry adrift in the sound",
    "by Mia Holm",
  ])
  check("", `${heading}<div class="story-author">Mia Holm</div>`, [
    "title Ferry adrift in the sound",
    "by Mia Holm",
  ])
})

test("linked data that is broken, spread over a graph, or names a body as its author", () => {
  const graph = {
    "@graph": [
      { "@type": "WebPage", "@id": "#page", datePublished: "2019-05-03" },
      {
        "@type": "NewsArticle",
        headline: "Ferry adrift",
        author: { "@id": "#mia" },
        datePublished: "2019-05-03",
      },
      { "@type": "Person", "@id": "#mia", name: "Mia Holm" },
    ],
  }
  const script = (json: string): string => `<script type="application/ld+json">${json}</script>`
  check(script(JSON.stringify(graph)), "", ["title Ferry adrift", "by Mia Holm", "published 2019-05-03"])
  check(script('{"@type":"NewsArticle","headline":"Ferry adrift",}'), "", ["title Ferry adrift"])
  check(script('{"@type":"NewsArticle","headline":'), "", [])
  const body = {
    "@type": "Article",
    headline: "Ferry adrift",
    author: { "@type": "Organization", name: "Harbour Board" },
  }
  check(script(JSON.stringify(body)), "", ["title Ferry adrift"])
})

const written = (author: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify({ "@type": "Article", headline: "Ferry adrift", author })}</script>`

test("a person named by any source goes before a desk; a desk before what stands near the headline", () => {
  const title = "title Ferry adrift"
  const dated = "<h1>Ferry adrift</h1><div>Harbour Life</div><div>3 May 2019</div>"
  check("", dated, [title, "by Harbour Life", "published 2019-05-03"])
  check(written({ "@type": "Person", name: "Gazette Staff" }), dated, [title, "published 2019-05-03"])
  check(written({ "@type": "Person", name: "Gazette Staff" }), "<h1>Ferry adrift</h1><p>By Mia Holm</p>", [
    title,
    "by Mia Holm",
  ])
  check(
    written([]),
    '<h1>Ferry adrift</h1><p>By Harbour Desk</p><div class="author">Mia Holm</div><p>Written by Per Dahl</p>',
    [title, "by Per Dahl"],
  )
})

test("a printed byline is read in a container of any name that holds the headline, and by its links", () => {
  const title = "title Ferry adrift"
  const data = '<meta property="og:title" content="Ferry adrift">'
  check(data, '<div class="modal"><h1>Ferry adrift</h1><p>By Mia Holm</p></div>', [title, "by Mia Holm"])
  check(data, '<h1>Ferry adrift</h1><div class="modal"><p>By Mia Holm</p></div>', [title])
  check(data, "<h1>Ferry adrift</h1><p>By <a>M. T. Holm</a> <a>View in the digital edition</a></p>", [
    title,
    "by M. T. Holm",
  ])
  check(
    data,
    "<h1>Ferry adrift</h1><p>By giving your address you agree to Harbour Media.</p><p>By Mia Holm</p>",
    [title, "by Mia Holm"],
  )
})

test("a name in capitals is given in small letters where the page prints it so", () => {
  const shouted = written({ "@type": "Person", name: "MIA HOLM" })
  check(shouted, "", ["title Ferry adrift", "by MIA HOLM"])
  check(shouted, "<p>Mia Holm has seen many ferries.</p>", ["title Ferry adrift", "by Mia Holm"])
})

test("a lone name that is the address's own is the house's", () => {
  const at = "https://www.ferryware.example/ferry"
  check(written({ "@type": "Person", name: "Ferryware" }), "", ["title Ferry adrift"], at)
  check(
    written({ "@type": "Person", name: "Eva" }),
    "",
    ["title Ferry adrift", "by Eva"],
    "https://evalund.example/",
  )
})

test("a pen name is taken from sources that say who wrote, and from two that print it", () => {
  const title = "title Ferry adrift"
  check(written({ "@type": "Person", name: "Regan" }), "", [title, "by Regan"])
  check(written({ "@type": "Person", name: "admin" }), "", [title])
  check('<meta name="author" content="Ferryware">', "<h1>Ferry adrift</h1>", [title])
  check('<meta name="author" content="ferry_fan">', "<h1>Ferry adrift</h1>", [title, "by ferry_fan"])
  check("", "<h1>Ferry adrift</h1><p>By Regan</p>", [title])
  check("", '<h1>Ferry adrift</h1><p>By <a class="author">Regan</a></p><p class="author">Regan</p>', [
    title,
    "by Regan",
  ])
  check(
    "",
    '<h1>Ferry adrift</h1><div itemprop="author"><a>harbour88</a><meta itemprop="name" content="harbour88"> 12 points</div>',
    [title, "by harbour88"],
  )
})

test("the outlet's name, in its printed form, without mottoes and titles", () => {
  const site = (name: string): string => `<meta property="og:site_name" content="${name}">`
  check(site("The Sound Gazette | News from the islands"), "", ["outlet The Sound Gazette"])
  check(
    site("Ferry adrift in the sound | Soundings"),
    "",
    ["outlet Soundings"],
    "https://soundings.example/ferry",
  )
  check(
    `${site("soundgazette")}<title>Ferry adrift in the sound | The Sound Gazette</title>`,
    heading,
    ["title Ferry adrift in the sound", "outlet The Sound Gazette"],
    "https://soundgazette.example/ferry",
  )
  check(site("https://gazette.example"), "", [])
})
