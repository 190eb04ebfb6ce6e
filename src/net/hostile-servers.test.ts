import { createServer as createTcpServer, type Socket } from "node:net"
import { brotliCompressSync, gzipSync } from "node:zlib"
import { afterAll, beforeAll, expect, test } from "vitest"
import { fetchFailureText } from "./fetch-failure.ts"
import { type FetcherOptions, PoliteFetcher } from "./polite-fetcher.ts"

/** Servers that speak bytes and not HTTP: what they send is exactly what stands here. */
const origins = new Map<string, string>()
const sockets = new Set<Socket>()
let robots = "HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n"
const answers: Readonly<Record<string, (socket: Socket) => void>> = {
  "/noise": (socket) => socket.end("this is no HTTP at all\r\n\r\n"),
  "/headers": (socket) => {
    socket.write("HTTP/1.1 200 OK\r\n")
    const more = (): void => {
      if (!socket.destroyed) socket.write(`x-a: ${"b".repeat(8000)}\r\n`, () => setImmediate(more))
    }
    more()
  },
  "/slow-headers": (socket) => socket.write("HTTP/1.1 200 OK\r\nx-a: "),
  "/hints": (socket) => {
    const more = (): void => {
      if (!socket.destroyed) socket.write("HTTP/1.1 103 Early Hints\r\n\r\n", () => setTimeout(more, 5))
    }
    more()
  },
  "/longer": (socket) => socket.end("HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nfour and more"),
  "/two-lengths": (socket) =>
    socket.end("HTTP/1.1 200 OK\r\ncontent-length: 4\r\ncontent-length: 9\r\n\r\nfour"),
  "/bad-chunk": (socket) =>
    socket.end("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nmany\r\nfour\r\n0\r\n\r\n"),
  "/half-gzip": (socket) => {
    const packed = gzipSync("word ".repeat(5000))
    socket.write(`HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: ${packed.length}\r\n\r\n`)
    socket.end(packed.subarray(0, packed.length >> 1))
  },
  "/brotli-bomb": (socket) => {
    const packed = brotliCompressSync(Buffer.alloc(20_000_000))
    socket.write(`HTTP/1.1 200 OK\r\ncontent-encoding: br\r\ncontent-length: ${packed.length}\r\n\r\n`)
    socket.end(packed)
  },
  "/twice-packed": (socket) => {
    const packed = gzipSync(gzipSync(Buffer.alloc(5_000_000)))
    socket.write(
      `HTTP/1.1 200 OK\r\ncontent-encoding: gzip, gzip\r\ncontent-length: ${packed.length}\r\n\r\n`,
    )
    socket.end(packed)
  },
  "/page": (socket) => socket.end("HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\npage"),
  "/to-other": (socket) =>
    socket.end(
      `HTTP/1.1 302 Found\r\nlocation: ${origins.get("127.0.0.2")}/page\r\ncontent-length: 0\r\n\r\n`,
    ),
  "/to-file": (socket) =>
    socket.end("HTTP/1.1 302 Found\r\nlocation: file:///etc/hosts\r\ncontent-length: 0\r\n\r\n"),
}
const servers = ["127.0.0.1", "127.0.0.2"].map((host) => ({
  host,
  server: createTcpServer((socket) => {
    sockets.add(socket)
    socket.on("error", () => {})
    socket.once("data", (bytes) => {
      const path = /^GET (\S+)/.exec(bytes.toString("latin1"))?.[1] ?? ""
      if (path === "/robots.txt") socket.end(robots)
      else answers[path]?.(socket)
    })
  }),
}))

beforeAll(async () => {
  for (const { host, server } of servers) {
    await new Promise<void>((resolve) => server.listen(0, host, resolve))
    const address = server.address()
    origins.set(host, `http://${host}:${typeof address === "object" ? address?.port : ""}`)
  }
})
afterAll(() => {
  for (const socket of sockets) socket.destroy()
  for (const { server } of servers) server.close()
})

async function check(path: string, drawn: string, options: Partial<FetcherOptions> = {}): Promise<void> {
  const fetcher = new PoliteFetcher({
    bytesMax: 1_000_000,
    timeoutMs: 5_000,
    retriesMax: 0,
    pauseMs: 0,
    ...options,
  })
  const got = await fetcher.fetchPage(new URL(path, origins.get("127.0.0.1")).href)
  expect(got.ok ? Buffer.from(got.value.bytes ?? []).toString("utf8") : fetchFailureText(got.error)).toBe(
    drawn,
  )
}

const noHttp = "the server's answer is no HTTP that can be read"
test("an answer that is no HTTP", () => check("/noise", noHttp))
test("headers without end", () => check("/headers", noHttp))
test("headers that never come", () =>
  check("/slow-headers", "the server took more than 0 s", { timeoutMs: 100 }))
test("hints without end", () => check("/hints", "the server took more than 0 s", { timeoutMs: 100 }))
test("a body longer than it says", () => check("/longer", noHttp))
test("two lengths", () => check("/two-lengths", noHttp))
test("a chunk without a length", () => check("/bad-chunk", noHttp))
test("half of a packed page", () => check("/half-gzip", "the transfer broke off"))
test("a page that unpacks to too much", () => check("/brotli-bomb", "it is over 0 MiB"))
test("a page packed twice", () => check("/twice-packed", "it is over 0 MiB"))
test("speaking to a server that has no certificate", async () => {
  const address = `${origins.get("127.0.0.1")!.replace("http:", "https:")}/page`
  const got = await new PoliteFetcher({ retriesMax: 0, pauseMs: 0, timeoutMs: 1000 }).fetchPage(address)
  expect(got.ok).toBe(false)
})

const serving = { allowPrivate: false, allowedAddresses: ["127.0.0.1"] } as const
const refused = "it lies in a private network"
test("what the operator allows is reached", () => check("/page", "page", serving))
test("a redirect into a private network", () => check("/to-other", refused, serving))
test("a redirect to a file", () => check("/to-file", "it is no address of a page", serving))
test("a private network, in every spelling of a number", async () => {
  const { port } = new URL(origins.get("127.0.0.2")!)
  for (const host of ["127.0.0.2", "127.2", "0x7f000002", "2130706434", "0177.0.0.2", "[::ffff:127.0.0.2]"])
    await check(`http://${host}:${port}/page`, refused, serving)
})
test("a name that stands for two addresses, one of them private", () =>
  check(`http://quay.example:${new URL(origins.get("127.0.0.1")!).port}/page`, refused, {
    ...serving,
    lookup: answering(["127.0.0.1", "127.0.0.2"]),
  }))
test("a name that stands for another address each time it is asked", async () => {
  const { port } = new URL(origins.get("127.0.0.1")!)
  const asked: string[] = []
  const turning = answering(["127.0.0.1"], ["127.0.0.2"], asked)
  await check(`http://quay.example:${port}/page`, refused, { ...serving, lookup: turning })
  // Once for robots.txt and once for the page: never a second time for the connection.
  expect(asked).toEqual(["quay.example", "quay.example"])
})

/** Answers the first time with `first`, from then on with `then`. */
function answering(
  first: readonly string[],
  then: readonly string[] = first,
  asked: string[] = [],
): NonNullable<FetcherOptions["lookup"]> {
  const lookup = (
    name: string,
    _options: unknown,
    callback: (error: Error | null, addresses: unknown) => void,
  ): void => {
    asked.push(name)
    const addresses = asked.length === 1 ? first : then
    callback(
      null,
      addresses.map((address) => ({ address, family: 4 })),
    )
  }
  return lookup as unknown as NonNullable<FetcherOptions["lookup"]>
}

test("robots.txt: what stands before the limit counts, and the rest is left", async () => {
  const filler = "# nothing\n".repeat(60_000)
  robots = `HTTP/1.1 200 OK\r\n\r\nUser-agent: *\nDisallow: /page\n${filler}Disallow: /to-file\n`
  await check("/page", "the site's robots.txt asks not to fetch it (Disallow: /page)")
  await check("/to-file", "it is no address of a page")
  robots = "HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n"
})
test("robots.txt: a site in trouble is asked again within the hour, one that answered within a day", async () => {
  let nowMs = Date.UTC(2031, 2, 4)
  const clock = { nowMs: () => nowMs, sleep: async () => {} }
  const fetcher = new PoliteFetcher({ clock, retriesMax: 0, pauseMs: 0, timeoutMs: 5000 })
  const address = `${origins.get("127.0.0.1")}/page`
  const reached: boolean[] = []
  for (const [answer, hours] of [
    ["503 Busy", 0.1],
    ["200 OK", 1],
    ["403 Forbidden", 23],
    ["500 Broken", 2],
    ["404 Gone", 0],
  ] as const) {
    robots = `HTTP/1.1 ${answer}\r\ncontent-length: 0\r\n\r\n`
    reached.push((await fetcher.fetchPage(address)).ok)
    nowMs += hours * 3600_000
  }
  robots = "HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n"
  // 503; still held; asked anew (403 allows); held for a day; asked anew after two hours more.
  expect(reached).toEqual([false, false, true, true, true])
})
test("robots.txt: a missing one allows, a broken one does not, and redirects are followed five times", async () => {
  for (const [answer, drawn] of [
    ["410 Gone", "page"],
    ["401 No", "page"],
    ["500 Broken", "for its robots.txt the server answered 500"],
    ["302 Found\r\nlocation: /robots.txt", "page"],
  ] as const) {
    robots = `HTTP/1.1 ${answer}\r\ncontent-length: 0\r\n\r\n`
    await check("/page", drawn)
  }
  robots = "HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n"
})
