import { expect, test } from "vitest"
import { readPage } from "./read-page.ts"

const prose = `<p>${"The old ferry stopped in the middle of the sound, and its passengers stayed aboard. ".repeat(4)}</p>`
const title = "Ferry adrift in the sound"

interface Case {
  readonly head?: string
  /** Between the headline and the text. */
  readonly under?: string
  readonly above?: string
  readonly after?: string
  readonly address?: string
  readonly captured?: string
  readonly lang?: string
}

/** The publication and, behind a slash, the change that a page is read to give; empty for none. */
function datesOf({
  head = "",
  under = "",
  above = "",
  after = "",
  address,
  captured,
  lang = "en",
}: Case): string {
  const { metadata } = readPage(
    `<html lang="${lang}"><head><title>${title}</title>${head}</head><body>${above}<h1>${title}</h1>${under}${prose}${prose}${after}</body></html>`,
    address ?? null,
    false,
    [],
    captured ?? null,
  )
  return `${metadata.published ?? ""}${metadata.modified === null ? "" : ` / ${metadata.modified}`}`
}

function check(rows: readonly (readonly [Case, string])[]): void {
  expect(rows.map(([page]) => [page, datesOf(page)])).toEqual(rows)
}

const linked = (...nodes: readonly object[]): string =>
  nodes.map((node) => `<script type="application/ld+json">${JSON.stringify(node)}</script>`).join("")
const article = (published: string, more: object = {}): string =>
  linked({ "@type": "NewsArticle", headline: title, datePublished: published, ...more })
const meta = (name: string, content: string): string => `<meta name="${name}" content="${content}">`

test("each place where a page may say when its article came out", () => {
  check([
    [{ head: article("2031-05-03T09:15:00+02:00") }, "2031-05-03T09:15:00+02:00"],
    [{ head: meta("article:published", "2031-05-03T09:15Z") }, "2031-05-03T09:15Z"],
    [{ head: meta("DC.date.issued", "2031-05-03") }, "2031-05-03"],
    [{ head: meta("gazette:publication_time", "2031-05-03T09:15Z") }, "2031-05-03T09:15Z"],
    [{ head: meta("parsely-pub-date", "2031-05-03") }, "2031-05-03"],
    [{ head: meta("sailthru.date", "Fri, 03 May 2031 09:15:00 +0000") }, "2031-05-03T09:15:00+00:00"],
    [{ under: '<span itemprop="datePublished" content="2031-05-03">3 days ago</span>' }, "2031-05-03"],
    [{ under: '<b property="dc:date dc:created" content="2031-05-03T09:15Z">May</b>' }, "2031-05-03T09:15Z"],
    [
      { under: '<abbr class="published" title="2031-05-03T09:15:00Z">last May</abbr>' },
      "2031-05-03T09:15:00Z",
    ],
    [{ under: '<time datetime="2031-05-03T09:15Z">Saturday</time>' }, "2031-05-03T09:15Z"],
    [{ under: "<p>Saturday, May 3, 2031</p>" }, "2031-05-03"],
    [
      {
        under:
          "<p>By Mia Holm | Harbour news | <span class='post_date'>3.5.31</span> | 4 remarks by our readers here</p>",
      },
      "2031-05-03",
    ],
    [{ under: "<p>Posted on 3 May 2031 by Mia Holm</p>" }, "2031-05-03"],
    [{ under: "<div>Published:</div><div>3 May 2031</div>" }, "2031-05-03"],
    [
      {
        after:
          "<p>This entry was posted on Saturday, May 3rd, 2031 at 9:15 am and is filed under Ferries.</p>",
      },
      "2031-05-03T09:15",
    ],
    [
      {
        lang: "de",
        after: "<p>Dieser Beitrag wurde am 3. Mai 2031 um 9:15 von Mia Holm veröffentlicht.</p>",
      },
      "2031-05-03T09:15",
    ],
    [
      { after: '<p class="post-footer">Von Holm am 03.05.2031, 9:15 | 2 Meinungen zum Hafen</p>' },
      "2031-05-03T09:15",
    ],
    [{ head: meta("date", "2031-05") }, "2031-05"],
    [{ address: "https://gazette.example/2031/05/03/ferry" }, "2031-05-03"],
    [{ address: "https://gazette.example/2031/may/3/ferry" }, "2031-05-03"],
    [{ address: "https://gazette.example/news/ferry-20310503.html" }, "2031-05-03"],
    [{ head: '<link rel="canonical" href="https://gazette.example/2031/05/03/ferry">' }, "2031-05-03"],
    [{ address: "https://gazette.example/2031/05/ferry-week-2.html" }, ""],
  ])
})

test("the article's own data, not those of the site, its lists or its neighbours", () => {
  const other = {
    "@type": "NewsArticle",
    headline: "Bridge opened again",
    datePublished: "2030-01-01",
    author: "P",
  }
  const own = { "@type": "NewsArticle", headline: title, datePublished: "2031-05-03" }
  check([
    [{ head: linked(other, own) }, "2031-05-03"],
    [{ head: linked({ "@type": "ItemList", itemListElement: [other] }, own) }, "2031-05-03"],
    [{ head: linked({ "@type": "WebSite", datePublished: "2001-01-01" }, own) }, "2031-05-03"],
    [
      { head: linked({ ...own, comment: [{ "@type": "Comment", datePublished: "2031-06-01" }] }) },
      "2031-05-03",
    ],
    [{ after: '<div class="comments"><time datetime="2031-06-01">June</time></div>' }, ""],
    [{ after: '<div class="related-posts"><p>3 May 2030</p></div>' }, ""],
    [
      { after: "<blockquote><p>— Mia Holm (@mia) 3 May 2030</p></blockquote>", head: article("2031-05-03") },
      "2031-05-03",
    ],
    [{ after: '<i class="date">1 May 2031</i><i class="date">2 May 2031</i>' }, ""],
    [{ after: "<footer>© 2031 The Sound Gazette</footer>" }, ""],
  ])
})

test("a change is no publication, and is told only where the article was changed after it came out", () => {
  check([
    [{ under: "<p>Updated 4 May 2031</p>" }, " / 2031-05-04"],
    [{ under: "<p>Last updated:</p><p class='date'>4 May 2031</p>" }, " / 2031-05-04"],
    [{ under: "<p>Updated: 4 May 2031 | Published: 3 May 2031</p>" }, "2031-05-03 / 2031-05-04"],
    [
      { under: "<p>3 May 2031 09:15 · Aktualisiert 3 May 2031 11:00</p>" },
      "2031-05-03T09:15 / 2031-05-03T11:00",
    ],
    [
      { head: article("2031-05-03T09:15:00Z", { dateModified: "2031-05-03T09:15:31Z" }) },
      "2031-05-03T09:15:00Z",
    ],
    [
      { head: article("2031-05-03T09:15:00Z", { dateModified: "2031-05-03T10:00:00+02:00" }) },
      "2031-05-03T09:15:00Z",
    ],
    [{ head: article("2031-05-03", { dateModified: "2031-05-03T18:00:00Z" }) }, "2031-05-03"],
    [
      { head: article("2031-05-03", { dateModified: "2031-05-09" }), under: "<p>9 May 2031</p>" },
      "2031-05-03 / 2031-05-09",
    ],
    [{ after: "<p>Last modified: 4 May 2031</p>" }, " / 2031-05-04"],
    [{ lang: "de", head: article("2031-05-03"), under: "<p>Stand: 3. Mai 2031</p>" }, "2031-05-03"],
  ])
})

test("witnesses that differ", () => {
  check([
    [{ head: article("2031-05-04T03:05:00Z"), under: "<p>May 3, 2031</p>" }, "2031-05-03"],
    [
      { head: article("2031-05-04T03:05:00Z"), address: "https://gazette.example/2031/05/03/f" },
      "2031-05-03",
    ],
    [
      { head: article("2031-05-04T00:05:00+02:00"), under: "<p>May 3, 2031</p>" },
      "2031-05-04T00:05:00+02:00",
    ],
    [{ head: article("2033-01-09"), under: "<p>May 3, 2031</p>" }, "2031-05-03"],
    [
      {
        head: article("2033-01-09") + meta("dc.date.issued", "2031-05-03T09:15Z"),
        under: "<p>May 3, 2031</p>",
      },
      "2031-05-03T09:15Z",
    ],
    [{ head: article("2033-01-09"), address: "https://gazette.example/2031/05/03/f" }, "2031-05-03"],
    [{ head: article("2031-05-03"), address: "https://gazette.example/events/2031/06/18/f" }, "2031-05-03"],
    [{ head: article("2031-05-03"), above: "<p>Sunday, January 9, 2033</p>" }, "2031-05-03"],
    [
      {
        under: "<p>9 January 2033</p>",
        after: "<p>This article was originally published on 3 May 2031 at 4:12pm.</p>",
      },
      "2031-05-03T16:12",
    ],
  ])
})

test("of witnesses that agree on the day the one that knows the time is given", () => {
  check([
    [{ head: article("2031-05-03"), under: "<p>3 May 2031, 9:15 CEST</p>" }, "2031-05-03T09:15+02:00"],
    [
      { head: article("2031-05-03T00:00:00Z") + meta("dc.date", "2031-05-03T09:15:20Z") },
      "2031-05-03T09:15:20Z",
    ],
    [{ head: article("2031-05-03T00:00:00Z"), under: "<p>3 May 2031</p>" }, "2031-05-03T00:00:00Z"],
    [{ head: article("2031-05-03"), under: "<p>4 June 2031, 9:15</p>" }, "2031-06-04T09:15"],
  ])
})

test("a day that was to come when the page was had is not the day on which it came out", () => {
  const captured = "2031-05-03T22:00:00Z"
  check([
    [{ captured, head: article("2031-05-03T09:15:00Z") }, "2031-05-03T09:15:00Z"],
    [{ captured, under: "<p>4 May 2031</p>" }, "2031-05-04"],
    [{ captured, under: "<p>18 June 2031</p>" }, ""],
    [{ captured, head: article("2031-06-18"), under: "<p>3 May 2031</p>" }, "2031-05-03"],
    [{ captured, address: "https://gazette.example/2031/06/18/regatta" }, ""],
  ])
})

test("what is no publication: ranges, deadlines, the day of a founding", () => {
  check([
    [{ under: "<p>2031-05-12 - 2031-05-17</p>" }, ""],
    [{ under: "<p>Deadline: 3 May 2031</p>" }, ""],
    [{ under: "<p>Member since 3 May 2011</p>" }, ""],
  ])
})

test("which number is the day: by language, by country, by the page's other dates", () => {
  const under = "<p>Published 03/05/2031</p>"
  check([
    [{ under }, ""],
    [{ under, lang: "en-GB" }, "2031-05-03"],
    [{ under, lang: "en-US" }, "2031-03-05"],
    [{ under, lang: "fr" }, "2031-05-03"],
    [{ under, address: "https://gazette.co.uk/ferry" }, "2031-05-03"],
    [{ under, address: "https://harbour.gov/ferry" }, "2031-03-05"],
    [{ under, after: "<ul><li>27/04/2031</li></ul>" }, "2031-05-03"],
    [{ under, after: "<ul><li>27/04/2031</li><li>04/28/2031</li></ul>" }, ""],
  ])
})
