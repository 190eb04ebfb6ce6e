import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type Capture, readJsonFeed, readXmlFeed, redirectsOf } from "../intake/index.ts"
import { type AddressLimits, addressLimits, fetchAddress } from "./fetch-addresses.ts"
import { PoliteFetcher } from "./polite-fetcher.ts"
import { readSitemap } from "./sitemap.ts"

let server: Server
let origin = ""
const item = (path: string) => `<item><link>ORIGIN${path}</link><description>Short.</description></item>`
const files: Readonly<Record<string, readonly [mediaType: string, body: string]>> = {
  "/a": ["text/html", "<p>a</p>"],
  "/b": ["text/html", "<p>b</p>"],
  "/feed": [
    "application/rss+xml",
    `<rss><channel>${item("/a")}${item("/gone")}${item("/b")}${item("/a")}</channel></rss>`,
  ],
  "/whole": [
    "text/xml",
    `<feed><entry><link href="ORIGIN/a"/><content type="text">${"word ".repeat(200)}</content></entry></feed>`,
  ],
  "/feed.json": [
    "application/feed+json",
    `{"version":"https://jsonfeed.org/version/1","items":[{"url":"ORIGIN/b","summary":"Short."}]}`,
  ],
  "/index.xml": [
    "application/xml",
    "<sitemapindex><sitemap><loc>ORIGIN/news.xml</loc></sitemap><sitemap><loc>ORIGIN/index.xml</loc></sitemap></sitemapindex>",
  ],
  "/news.xml": [
    "application/xml",
    "<urlset><url><loc>ORIGIN/a</loc><news:news><news:publication_date>2031-03-03</news:publication_date></news:news></url><url><loc>ORIGIN/b</loc><lastmod>2031-03-04</lastmod></url></urlset>",
  ],
  "/broken.xml": ["application/xml", "<rss><channel><item><link>ORIGIN/a</link></item><item><li"],
}

beforeAll(async () => {
  server = createServer((request, response) => {
    const file = files[request.url!]
    if (!file) response.writeHead(404).end()
    else response.setHeader("content-type", file[0]).end(file[1].replaceAll("ORIGIN", origin))
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())

async function check(
  path: string,
  drawn: readonly string[],
  limits: AddressLimits = addressLimits,
): Promise<void> {
  const lines: string[] = []
  for await (const got of fetchAddress(origin + path, new PoliteFetcher({ pauseMs: 0 }), limits))
    lines.push((got.ok ? got.capture.name : `${got.gap.name}: ${got.gap.detail}`).replace(origin, ""))
  expect(lines).toEqual(drawn)
}

test("a page", () => check("/a", ["/a"]))
test("a feed of summaries gives its pages, each once", () =>
  check("/feed", ["/a", "/gone: the server answered 404", "/b"]))
test("a feed of whole articles is read as it is", () => check("/whole", ["/whole"]))
test("a JSON feed", () => check("/feed.json", ["/b"]))
test("a feed that breaks off", () => check("/broken.xml", ["/a"]))
test("a news sitemap, newest first", () => check("/news.xml", ["/b", "/a"]))
test("an index of sitemaps that holds itself", () =>
  check("/index.xml", ["/b", "/a", "/index.xml: its sitemaps do not end"]))
test("no more pages than the limit, and it is said", () =>
  check("/feed", ["/a", "/feed: only the first 1 of its pages were fetched"], {
    ...addressLimits,
    pagesMax: 1,
  }))
const original = "https://gazette.example/ferry"
const moved = "https://gazette.example/lantern"
const drawnMemento = ({ name, capturedAt, answer }: Capture): string => {
  const led = redirectsOf({ ...page, name, answer: answer! }).length
  return [name, capturedAt, answer?.mementoOf, ...(led > 0 ? [`after ${led}`] : [])].join(" ")
}
const page = { kind: "url", bytes: Buffer.of(), mediaType: null, charset: null, capturedAt: null } as const
const memento = (time: string, day: string) =>
  `<ORIGIN/web/${time}/${original}>; rel="memento"; datetime="${day} Mar 2031 10:31:00 GMT"`
const map = (rest: string) => `<${original}>; rel="original", ${rest}`

test("a TimeMap gives its page at each of its times, in parts that do not end", async () => {
  const asked: string[] = []
  const kept: Record<string, string> = {
    "/map": map(
      `${memento("2", "Wed, 05")}, <ORIGIN/map2>; rel="timemap"; type="application/link-format", <ORIGIN/map>; rel="timemap"`,
    ),
    "/map2": map(
      `${memento("1", "Tue, 04")}, <ORIGIN/map>; rel="timemap", ${memento("3", "Thu, 06")}, ${memento("5", "Fri, 07")}`,
    ),
  }
  const archive = createServer((request, response) => {
    const path = request.url!
    asked.push(path)
    const origin = `http://${request.headers.host}`
    if (kept[path])
      return response
        .setHeader("content-type", "application/link-format")
        .end(kept[path].replaceAll("ORIGIN", origin))
    // What it has of the third time it keeps under another.
    if (path.startsWith("/web/3/")) return response.writeHead(302, { location: `/web/4/${original}` }).end()
    // What it has of the fifth is that the page had moved.
    if (path === `/web/5/${original}`) return response.writeHead(301, { location: `/web/5/${moved}` }).end()
    if (!path.startsWith("/web/")) return response.writeHead(404).end()
    if (path.startsWith("/web/4/"))
      response
        .setHeader("memento-datetime", "Thu, 06 Mar 2031 18:00:00 GMT")
        .setHeader("link", `<${original}>; rel="original"`)
    if (path === `/web/5/${moved}`)
      response
        .setHeader("memento-datetime", "Fri, 07 Mar 2031 10:31:00 GMT")
        .setHeader("link", `<${moved}>; rel="original"`)
    response.setHeader("content-type", "text/html").end(`<p>As of ${path}</p>`)
  })
  await new Promise<void>((resolve) => archive.listen(0, "127.0.0.1", resolve))
  const at = `http://127.0.0.1:${(archive.address() as AddressInfo).port}`
  const drawn = async (address: string): Promise<readonly string[]> => {
    const lines: string[] = []
    for await (const got of fetchAddress(address, new PoliteFetcher({ pauseMs: 0 })))
      lines.push(got.ok ? drawnMemento(got.capture).replace(at, "") : got.gap.name)
    return lines
  }
  const places = [
    ["1", "2031-03-04T10:31:00Z"],
    ["2", "2031-03-05T10:31:00Z"],
    ["4", "2031-03-06T18:00:00Z"],
  ].map(([time, seen]) => `/web/${time}/${original} ${seen} ${original}`)
  expect(await drawn(`${at}/map`)).toEqual([
    ...places,
    `/web/5/${moved} 2031-03-07T10:31:00Z ${moved} after 1`,
  ])
  expect(asked.filter((path) => path === "/map2")).toEqual(["/map2"])
  // One memento alone, by its archive's word.
  expect(await drawn(`${at}/web/4/${original}`)).toEqual([places[2]])
  archive.close()
})

test("a million nested tags are read up to a depth, and it is said", () => {
  const deep = (root: string, inside: string) => `<${root}>${inside}${"<b>".repeat(1_000_000)}`
  const url = "<url><loc>https://gazette.example/1</loc></url>"
  expect(readSitemap(deep("urlset", url))).toEqual({
    kind: "pages",
    addresses: ["https://gazette.example/1"],
    cut: true,
  })
  const item = "<item><link>https://gazette.example/1</link></item>"
  for (const before of [item, `${item}<item><description>`]) {
    const feed = readXmlFeed(deep("rss", `<channel>${before}`))
    expect([feed?.cut, feed?.entries[0]?.url]).toEqual([true, "https://gazette.example/1"])
  }
  const content = `<p>The ferry came in.</p>${"<div>".repeat(1_000_000)}`
  expect(
    readJsonFeed({ version: "https://jsonfeed.org/version/1", items: [{ content_html: content }] }),
  ).toMatchObject({
    entries: [{ text: "The ferry came in." }],
  })
})

test("a page is no sitemap", () => expect(readSitemap("<html>urlset</html>")).toBeNull())
