import { expect, test } from "vitest"
import { readPage } from "./read-page.ts"

const said = [
  "The old ferry has stopped in the middle of the sound, with 84 passengers aboard and one lamp between them.",
  "“Nobody has told us anything,” says Ada Lindqvist by telephone, who was on her way home from the market.",
  "A tug has left Norrhavn, the harbour office says, and should be alongside within the hour if the wind allows.",
  "The tug is alongside. Those on the quay can see its lamps, and somebody has lit a fire of fish boxes.",
]
const times = ["18:02", "17:40", "17:12", "16:55"]

function pageOf(title: string, inner: string, head = ""): string {
  return `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body><nav><a href="/">Home</a></nav><main><h1>${title}</h1>${inner}</main><footer>© The Sound Gazette</footer></body></html>`
}

/** Draws the blocks: what kind, when, by whom, and how they begin. */
function check(html: string, kind: string, drawn: readonly string[], address: string | null = null): void {
  const { text, blocks, kind: found } = readPage(html, address, false)
  expect(found.kind).toBe(kind)
  expect(
    blocks.map(({ kind: block, start, end, at, by }) =>
      [
        block,
        ...(at === undefined ? [] : [at]),
        ...(by === undefined ? [] : [`by ${by}`]),
        text.slice(start, end).slice(0, 24),
      ].join(" | "),
    ),
  ).toEqual(drawn)
}

const live =
  '<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Ferry adrift: live"}</script>'
const stamp = (n: number): string => `2031-05-14T${times[n]}:00+02:00`
const drawnUpdates = [0, 1, 2, 3].flatMap((n) => [
  `heading | ${stamp(n)} | ${times[n]}`,
  `paragraph | ${stamp(n)} | ${said[n]!.slice(0, 24)}`,
])

test("a live blog: each update under its own time, in the order printed", () => {
  const article = said.map(
    (text, n) =>
      `<article class="update"><time datetime="${stamp(n)}">${times[n]}</time><p>${text}</p><div class="share">Share</div></article>`,
  )
  check(pageOf("Ferry adrift: live", article.join(""), live), "live-blog", drawnUpdates)
  const list = said.map(
    (text, n) =>
      `<li class="lb-item"><div class="lb-head"><span><time datetime="${stamp(n)}">${times[n]}</time></span></div><div class="lb-body"><p>${text}</p></div></li>`,
  )
  check(
    pageOf(
      "Ferry adrift",
      `<p>What is known of the ferry that stopped in the sound, and of those who are aboard her tonight.</p><ol>${list.join("")}</ol>`,
      live,
    ),
    "live-blog",
    ["paragraph | What is known of the fer", ...drawnUpdates],
  )
  const plain = said.map(
    (text, n) =>
      `<div class="ticker-entry"><div class="clock">${times[n]} Uhr</div><div><h3>Stand der Dinge ${n}</h3><p>${text}</p></div></div>`,
  )
  check(
    pageOf("Fähre treibt: Liveticker", plain.join("")),
    "live-blog",
    [0, 1, 2, 3].flatMap((n) => [
      `heading | ${times[n]} Uhr`,
      `heading | Stand der Dinge ${n}`,
      `paragraph | ${said[n]!.slice(0, 24)}`,
    ]),
    "https://bote.example/liveticker/faehre",
  )
})

test("a pinned update is told once, where it is printed first", () => {
  const update = (n: number): string =>
    `<section class="post"><time datetime="${stamp(n)}">${times[n]}</time><p>${said[n]}</p></section>`
  check(
    pageOf("Ferry adrift: live", [3, 0, 1, 2, 3].map(update).join(""), live),
    "live-blog",
    [3, 0, 1, 2].flatMap((n) => drawnUpdates.slice(2 * n, 2 * n + 2)),
  )
})

test("a thread: posts with who and when, in the markup of several makers", () => {
  const drawn = said.map(
    (text, n) => `paragraph | 2031-05-14T${times[n]} | by user${n} | ${text.slice(0, 24)}`,
  )
  const discourse = said.map(
    (text, n) =>
      `<div itemprop="comment" itemscope itemtype="https://schema.org/Comment"><div class="creator"><span itemprop="author"><a><span itemprop="name">user${n}</span></a></span><time datetime="2031-05-14T${times[n]}">May 14</time></div><div class="post"><p>${text}</p></div></div>`,
  )
  check(
    pageOf(
      "Ferry again",
      `<div itemscope itemtype="https://schema.org/DiscussionForumPosting">${discourse.join("")}</div>`,
    ),
    "forum",
    drawn,
  )
  const phpbb = said.map(
    (text, n) =>
      `<div class="post bg2"><div class="postprofile"><a class="username">user${n}</a> Posts: 12</div><div class="postbody"><p class="author">by user${n} » Wed May 14, 2031 ${times[n]}</p><div class="content">${text}</div></div><div class="signature">Sail on.</div></div>`,
  )
  check(
    pageOf("Ferry again", phpbb.join(""), '<meta name="generator" content="phpBB">'),
    "forum",
    drawn.map((line) => line),
    "https://talk.example/viewtopic.php?t=1",
  )
  const xenforo = said.map(
    (text, n) =>
      `<article class="message"><div class="message-user"><h4 class="message-name"><a class="username">user${n}</a></h4></div><div class="message-main"><time datetime="2031-05-14T${times[n]}">Wednesday</time><div class="message-body"><div class="bbWrapper">${text}</div></div></div></article>`,
  )
  check(pageOf("Ferry again", xenforo.join(""), '<meta name="generator" content="XenForo">'), "forum", drawn)
})

test("a gallery: captions in their order, each once, without counters", () => {
  const slide = (n: number): string =>
    `<figure><img src="${n}.jpg"><div class="count">${n + 1} of 4</div><figcaption>${said[n]}</figcaption></figure>`
  const drawn = said.map((text) => `caption | ${text.slice(0, 24)}`)
  check(
    pageOf(
      "The ferry, in pictures",
      `<p>A night on the sound, in four pictures.</p>${[0, 1, 2, 3].map(slide).join("")}${slide(0)}`,
    ),
    "gallery",
    ["paragraph | A night on the sound, in", ...drawn],
  )
  const named = said.map(
    (text, n) =>
      `<div class="slide"><img src="${n}.jpg"><span>${n + 1}/4</span><div class="gallery-caption">${text}</div></div>`,
  )
  check(pageOf("The ferry", named.join("")), "gallery", drawn, "https://gazette.example/gallery/ferry")
})
