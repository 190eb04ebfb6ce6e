import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { gzipSync } from "node:zlib"
import { afterAll, beforeAll, expect, test } from "vitest"
import { fetchFailureText } from "./fetch-failure.ts"
import { type Clock, type FetcherOptions, PoliteFetcher } from "./polite-fetcher.ts"
import { isPrivateAddress } from "./private-addresses.ts"

type Handler = (request: IncomingMessage, response: ServerResponse) => void
let server: Server
let origin = ""
/** What the server was asked, in order, and how many requests it held at once at the most. */
let asked: string[] = []
let open = 0
let openMost = 0
let robots: Handler = (_request, response) => void response.writeHead(404).end()

/** A server that misbehaves on purpose, each path in its own way. */
const paths: Readonly<Record<string, Handler>> = {
  "/page": (_request, response) =>
    response.setHeader("content-type", "text/html; charset=UTF-8").setHeader("etag", '"1"').end("<p>ok</p>"),
  "/known": (request, response) =>
    request.headers["if-none-match"] === '"1"' ? response.writeHead(304).end() : response.end("new"),
  "/moved": (_request, response) => response.writeHead(301, { location: "/page" }).end(),
  "/loop": (_request, response) => response.writeHead(302, { location: "/loop" }).end(),
  "/away": (_request, response) => response.writeHead(302, { location: "ftp://a.example/" }).end(),
  "/missing": (_request, response) => response.writeHead(404).end("not here"),
  "/silent": () => {},
  "/slow": (_request, response) => void trickle(response, 10_000),
  "/endless": (_request, response) => void trickle(response, 0),
  "/short": (_request, response) => {
    response.writeHead(200, { "content-length": "100" }).write("only this")
    setTimeout(() => response.destroy(), 5)
  },
  "/bomb": (_request, response) =>
    response.setHeader("content-encoding", "gzip").end(gzipSync(Buffer.alloc(5_000_000))),
  "/not-gzip": (_request, response) => response.setHeader("content-encoding", "gzip").end("plain"),
  "/hang-up": (request) => request.socket.destroy(),
  "/busy": (_request, response) => response.writeHead(503, { "retry-after": "7" }).end(),
  "/busy-for-long": (_request, response) => response.writeHead(429, { "retry-after": "86400" }).end(),
  "/busy-once": (_request, response) =>
    asked.filter((path) => path === "/busy-once").length > 1
      ? response.end("ok")
      : response.writeHead(503).end(),
}

function trickle(response: ServerResponse, everyMs: number): void {
  const next = (): void => {
    if (response.destroyed) return
    response.write("x".repeat(everyMs === 0 ? 100_000 : 1), () => setTimeout(next, everyMs))
  }
  next()
}

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url!)
    openMost = Math.max(openMost, ++open)
    response.on("close", () => open--)
    const handler = request.url === "/robots.txt" ? robots : paths[request.url!]
    if (handler) handler(request, response)
    else response.end("some page")
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

/** Time passes only in sleep. */
function clockOf(slept: number[]): Clock {
  let now = Date.UTC(2031, 2, 4)
  return {
    nowMs: () => now,
    sleep: async (ms) => {
      slept.push(ms)
      now += ms
    },
  }
}

async function check(path: string, drawn: string, options: Partial<FetcherOptions> = {}): Promise<void> {
  asked = []
  const slept: number[] = []
  const fetcher = new PoliteFetcher({
    bytesMax: 1_000_000,
    timeoutMs: 10_000,
    redirectsMax: 3,
    pauseMs: 0,
    clock: clockOf(slept),
    dice: () => 0,
    ...options,
  })
  const got = await fetcher.fetchPage(new URL(path, origin).href)
  const shown = got.ok
    ? `${Buffer.from(got.value.bytes ?? []).toString("utf8")} ${got.value.mediaType} ${got.value.charset}`
    : fetchFailureText(got.error)
  const waits = slept.length > 0 ? ` after waits of ${slept.join()}` : ""
  expect(`${shown}${waits}`).toBe(drawn)
}

test("a page", () => check("/page", "<p>ok</p> text/html utf-8"))
test("a redirect", () => check("/moved", "<p>ok</p> text/html utf-8"))
test("redirects without end", () => check("/loop", "its redirects do not end"))
test("a redirect to what is no page", () => check("/away", "it is no address of a page"))
test("no page there", () => check("/missing", "the server answered 404"))
test("a server that never answers", () =>
  check("/silent", "the server took more than 0 s", { timeoutMs: 150 }))
test("a server that never gets done", () =>
  check("/slow", "the server took more than 0 s", { timeoutMs: 150 }))
test("a page without end", () => check("/endless", "it is over 0 MiB"))
test("a page shorter than it says", () => check("/short", "the transfer broke off after waits of 1000,4000"))
test("a page that unpacks to too much", () => check("/bomb", "it is over 0 MiB"))
test("a page that is not packed as it says", () => check("/not-gzip", "plain null null"))
test("a server that hangs up", () => check("/hang-up", "the transfer broke off after waits of 1000,4000"))
test("a server that asks to wait", () => check("/busy", "the server answered 503 after waits of 7000,7000"))
test("a server that asks to wait too long", () => check("/busy-for-long", "the server answered 429"))
test("a server that was busy for once", () => check("/busy-once", "ok null null after waits of 1000"))
test("nobody there", () =>
  check("http://127.0.0.1:1/", "the server cannot be reached: ECONNREFUSED after waits of 1000,4000"))
test("a private network, by number", () =>
  check("/page", "it lies in a private network", { allowPrivate: false }))
test("a private network, by name", async () => {
  await check(`http://localhost:${new URL(origin).port}/page`, "it lies in a private network", {
    allowPrivate: false,
  })
  expect(asked).toEqual([])
})

test("robots.txt is asked first, once, and kept to", async () => {
  robots = (_request, response) =>
    void response.end("User-agent: *\nDisallow: /page\nAllow: /page2\n\nUser-agent: other\nDisallow: /\n")
  const disallowed = "the site's robots.txt asks not to fetch it (Disallow: /page)"
  await check("/page", disallowed)
  expect(asked).toEqual(["/robots.txt"])
  await check("/moved", disallowed)
  await check("/page2", "some page null null")
  robots = (_request, response) => void response.writeHead(500).end()
  await check("/page", "for its robots.txt the server answered 500 after waits of 1000,4000")
  robots = (_request, response) => void response.writeHead(404).end()
})

test("one request at a time to a host, with the pause that it asks for", async () => {
  robots = (_request, response) => void response.end("User-agent: variorum\nCrawl-delay: 3\n")
  const slept: number[] = []
  const fetcher = new PoliteFetcher({ clock: clockOf(slept), pauseMs: 1000 })
  openMost = 0
  await Promise.all(["/1", "/2", "/3"].map((path) => fetcher.fetchPage(origin + path)))
  expect(openMost).toBe(1)
  expect(slept.filter((ms) => ms === 3000).length).toBeGreaterThanOrEqual(2)
  robots = (_request, response) => void response.writeHead(404).end()
})

test("the program gives its name, and whom to ask", async () => {
  const names: (string | undefined)[] = []
  robots = (request, response) => {
    names.push(request.headers["user-agent"])
    response.writeHead(404).end()
  }
  await new PoliteFetcher({ pauseMs: 0 }).fetchPage(`${origin}/page`)
  await new PoliteFetcher({ pauseMs: 0, contact: "desk@quay.example" }).fetchPage(`${origin}/page`)
  expect(names).toEqual(["variorum", "variorum (+desk@quay.example)"])
})

test("a page that has not changed since", async () => {
  const fetcher = new PoliteFetcher({ clock: clockOf([]) })
  const got = await fetcher.fetchPage(`${origin}/known`, { etag: '"1"', lastModified: null })
  expect(got.ok && got.value.bytes).toBeNull()
})

test("private networks are known in every spelling", () => {
  const rows =
    "127.0.0.1 10.1.2.3 172.31.0.1 192.168.0.1 169.254.169.254 100.64.0.1 0.0.0.0 ::1 :: fe80::1 fe80::1%eth0 fc00::1 ::ffff:127.0.0.1 ::ffff:7f00:1 64:ff9b::a00:1 2002:7f00:1::"
  expect(rows.split(" ").filter((address) => !isPrivateAddress(address))).toEqual([])
  const open = "1.1.1.1 172.32.0.1 192.167.0.1 2606:4700::1 ::ffff:1.1.1.1 2002:101:101::"
  expect(open.split(" ").filter(isPrivateAddress)).toEqual([])
})
