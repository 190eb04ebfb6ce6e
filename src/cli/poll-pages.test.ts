import { mkdtempSync, rmSync } from "node:fs"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { runCommand } from "../../test/run-command.ts"
import { openedArchive } from "../../test/stores.ts"
import { type Clock, PoliteFetcher, systemClock } from "../net/index.ts"
import { addCaptures, isRecordBehind, readCaptures, verifyArchive, watchPages } from "../store/index.ts"
import { toolName } from "./archive-record.ts"
import { pollDuePages } from "./poll-pages.ts"

const folder = mkdtempSync(join(tmpdir(), "variorum-watch-"))
let server: Server
let origin = ""
let answers: Readonly<Record<string, readonly [status: number, mediaType: string, body: string]>> = {}

beforeAll(async () => {
  server = createServer((request, response) => {
    const [status, mediaType, body] = answers[request.url!] ?? [404, "text/plain", ""]
    if (status === 301) response.setHeader("location", body)
    response.writeHead(status, { "content-type": mediaType }).end(body.replaceAll("ORIGIN", origin))
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

const story = (hurt: string, title = "Ferry hits pier", noise = "1") =>
  `<html><head><title>${title}</title></head><body data-token="${noise}"><article><h1>${title}</h1><p>The ferry struck the north pier at Pellan on Monday evening, and ${hurt} people were hurt before help could come to them.</p><p>The crossing to the island will stay shut until Friday, and buses will not run in the meantime.</p></article></body></html>`

/** Watches `path` while the server answers `bodies` in turn, a day apart, and draws each poll. */
async function check(
  path: string,
  bodies: readonly (readonly [status: number, mediaType: string, body: string])[],
  drawn: readonly string[],
): Promise<void> {
  const archive = await openedArchive(join(folder, path.slice(1)))
  let nowMs = Date.UTC(2031, 2, 4)
  const clock: Clock = {
    nowMs: () => nowMs,
    sleep: async (ms) => {
      nowMs += ms
    },
  }
  const fetcher = new PoliteFetcher({ clock, pauseMs: 0, retriesMax: 0 })
  await watchPages(archive, [origin + path], nowMs)
  const lines: string[] = []
  for (const body of bodies) {
    answers = { ...answers, [path]: body }
    const round: string[] = []
    for await (const { address, outcome, detail } of pollDuePages(archive, fetcher, clock))
      round.push([address.replace(origin, ""), outcome, detail?.replace(origin, "ORIGIN")].join(" ").trim())
    lines.push(...round.sort())
    nowMs += 24 * 3600_000
  }
  expect(lines).toEqual(drawn)
  expect((await verifyArchive(archive, null)).faults).toEqual([])
  const kept = new Set<string>()
  for await (const { capture } of readCaptures(archive)) kept.add(capture.name.replace(origin, ""))
  expect(kept.has(path)).toBe(!path.includes("feed"))
  await archive.close()
}

const html = (body: string) => [200, "text/html", body] as const

test("a figure that changes is never noise, and a token that changes is", () =>
  check(
    "/figure",
    [html(story("12")), html(story("12")), html(story("12", "Ferry hits pier", "2")), html(story("21"))],
    ["/figure first", "/figure unchanged", "/figure noise", "/figure changed figure"],
  ))
test("a figure that changes in a sentence beside the text is told as that, a counter and a teaser there are not", () => {
  const beside = (caption: string, shares: string, teaser: string) =>
    story("12").replace(
      "</article>",
      `<figure><img src="/a.jpg"><figcaption>${caption}</figcaption></figure></article><div class="share">${shares} people shared this page with their friends.</div><aside class="related"><p><a href="/x">${teaser}</a></p></aside>`,
    )
  const caption = (missing: string) =>
    `The pier on Tuesday, where divers still looked for ${missing} of the crew.`
  return check(
    "/caption",
    [
      html(beside(caption("3"), "140", "Storm shuts the harbour at Ennis for 2 days")),
      html(beside(caption("3"), "152", "Storm shuts the harbour at Ennis for 4 days")),
      html(beside(caption("5"), "160", "Herring are back in the sound after 30 years, fishers say.")),
      html(beside(caption("5"), "160", "Herring are back in the sound after 30 years, fishers say.")),
    ],
    ["/caption first", "/caption noise", "/caption changed figure outside the text", "/caption unchanged"],
  )
})
test("a headline that goes there and back is told each time", () =>
  check(
    "/headline",
    [html(story("12")), html(story("12", "Pier hit by ferry")), html(story("12"))],
    ["/headline first", "/headline changed headline", "/headline changed headline"],
  ))
test("a page that moves is followed, and one that leads to the front page says nothing", () => {
  answers = { "/there": html(story("12")), "/": html(story("3", "News of today")) }
  const to = (place: string) => [301, "text/html", place] as const
  return check(
    "/moves",
    [html(story("12")), to("/there"), to("/there"), to("/"), to("/there")],
    [
      "/moves first",
      "/moves noise it is now at ORIGIN/there",
      "/moves unchanged",
      "/moves failed it leads to ORIGIN/, and not to the page",
      "/moves unchanged",
    ],
  )
})
test("a feed tells which of its pages cannot be watched", () => {
  const long = "x".repeat(2000)
  const feed = (...paths: string[]) =>
    [
      200,
      "application/rss+xml",
      `<rss><channel>${paths.map((path) => `<item><link>http://127.0.0.1/${path}</link></item>`).join("")}</channel></rss>`,
    ] as const
  const fault = `not watched: http://127.0.0.1/${long.slice(0, 43)}… has 2017 bytes, and an address may have 2000`
  return check(
    "/feed-long",
    [feed(long), feed(long, `${long}y`)],
    [`/feed-long unchanged ${fault}`, `/feed-long unchanged ${fault}, and 1 more`],
  )
})
test("a page that is not served, or holds no article, is that and not deleted", () =>
  check(
    "/gone",
    [
      html(story("12")),
      [404, "text/html", ""],
      [503, "text/html", ""],
      html("<html></html>"),
      html(story("12")),
    ],
    [
      "/gone first",
      "/gone failed the server answered 404",
      "/gone failed the server answered 503",
      "/gone failed no article can be read in it",
      "/gone unchanged",
    ],
  ))
test("a paywall is that, and takes nothing away", () => {
  const part = story("12")
    .replace(/<p>The crossing.*<\/p>/, "")
    .replace(
      "</head>",
      '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script></head>',
    )
  return check(
    "/wall",
    [html(story("12")), html(part), html(story("12")), html(story("21"))],
    ["/wall first", "/wall failed only a part of it was served", "/wall unchanged", "/wall changed figure"],
  )
})

test("what was kept before and is not in the record is taken in, though no page brings anything", async () => {
  answers = { "/kept": html(story("12")) }
  const location = join(folder, "behind")
  const watch = (...words: string[]) => runCommand(["watch", ...words, "--once", "--archive", location])
  expect(await watch(`${origin}/kept`)).toMatchObject({ status: 0 })
  const archive = await openedArchive(location)
  const bytes = Buffer.from("The ferry Lantern came in at noon.")
  const capture = {
    kind: "file",
    name: "a.txt",
    bytes,
    mediaType: null,
    charset: null,
    capturedAt: null,
  } as const
  await addCaptures(archive, [capture], "2031-03-04T00:00:00Z")
  expect(await isRecordBehind(archive, toolName())).toBe(true)
  expect(await watch()).toMatchObject({ status: 0, out: "" })
  expect(await isRecordBehind(archive, toolName())).toBe(false)
  await archive.close()
})
test("a slow host holds up none but its own pages, and is asked for one at a time", async () => {
  const archive = await openedArchive(join(folder, "slow"))
  let [open, openMost] = [0, 0]
  let othersDone = (): void => {}
  const others = new Promise<void>((resolve) => {
    othersDone = resolve
  })
  const slow = createServer(async (_request, response) => {
    openMost = Math.max(openMost, ++open)
    await others
    open--
    response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => slow.listen(0, "127.0.0.2", resolve))
  const slowOrigin = `http://127.0.0.2:${(slow.address() as AddressInfo).port}`
  answers = Object.fromEntries(["/x", "/y", "/z"].map((path) => [path, html(story("12"))]))
  await watchPages(
    archive,
    ["/1", "/2", "/3", "/4"].map((path) => slowOrigin + path),
    0,
  )
  await watchPages(
    archive,
    ["/x", "/y", "/z"].map((path) => origin + path),
    1,
  )
  const order: string[] = []
  const fetcher = new PoliteFetcher({ pauseMs: 0, retriesMax: 0 })
  for await (const { address } of pollDuePages(archive, fetcher, systemClock)) {
    order.push(new URL(address).pathname)
    if (order.length === 3) othersDone()
  }
  expect(order.join("")).toBe("/x/y/z/1/2/3/4")
  expect(openMost).toBe(1)
  slow.close()
  await archive.close()
})

test("a feed puts its new pages on the plan", () => {
  answers = { "/a": html(story("12")), "/b": html(story("21")) }
  const feed = (...paths: string[]) =>
    [
      200,
      "application/rss+xml",
      `<rss><channel>${paths.map((path) => `<item><link>ORIGIN${path}</link></item>`).join("")}</channel></rss>`,
    ] as const
  return check(
    "/feed",
    [feed("/a"), feed("/b", "/a"), feed("/b", "/a")],
    [
      "/feed changed 1 new pages",
      "/a first",
      "/feed changed 1 new pages",
      "/a unchanged",
      "/b first",
      "/feed unchanged",
    ],
  )
})
