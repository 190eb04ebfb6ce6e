import { connect } from "node:net"
import { Hono } from "hono"
import { afterEach, expect, test } from "vitest"
import { eventStream } from "./event-stream.ts"
import { type Listening, type ListenOptions, listen } from "./listen.ts"

const opened: Listening[] = []
afterEach(() => Promise.all(opened.splice(0).map((one) => one.close())))

/** A server whose `/held` answers when it is let. */
async function open(limits: ListenOptions["limits"] = {}) {
  let letGo = (): void => {}
  let arrived = (): void => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const asked = new Promise<void>((resolve) => {
    arrived = resolve
  })
  const app = new Hono()
  app.get("/", (context) => context.text("here"))
  app.get("/held", async (context) => {
    arrived()
    await held
    return context.text("done")
  })
  const listening = await listen(app, { port: 0, host: "127.0.0.1", limits })
  opened.push(listening)
  return { listening, letGo, asked }
}

test("what is being answered when the server stops is finished, and nothing more is taken", async () => {
  const { listening, letGo, asked } = await open()
  const answer = fetch(`${listening.url}held`)
  await asked
  const closed = listening.close(5_000)
  await expect(fetch(listening.url)).rejects.toThrow()
  letGo()
  expect(await (await answer).text()).toBe("done")
  await closed
})

test("what takes longer than the grace is cut off", async () => {
  const { listening, asked } = await open()
  const answer = fetch(`${listening.url}held`).then(
    () => "answered",
    () => "cut off",
  )
  await asked
  await listening.close(20)
  expect(await answer).toBe("cut off")
})

test("events end when the server is about to stop", async () => {
  const stopping = new AbortController()
  const streams = { open: 0, stopping: stopping.signal }
  const app = new Hono()
  const told = { name: "change", read: () => "now", isLast: () => false, listen: () => [] }
  app.get("/", (context) => eventStream(context, streams, told))
  const { body } = await app.request("/")
  const reader = body!.getReader()
  expect(new TextDecoder().decode((await reader.read()).value)).toContain("data: now")
  expect(streams.open).toBe(1)
  stopping.abort()
  while (!(await reader.read()).done);
  expect(streams.open).toBe(0)
})

/** What a server says to raw bytes until it hangs up. */
function says(url: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve) => {
    let said = ""
    const socket = connect(Number(port), hostname, () => socket.write(bytes))
    socket.on("data", (chunk) => {
      said += String(chunk)
    })
    socket.on("error", () => {}).on("close", () => resolve(said.split("\r\n")[0]!))
  })
}

test.each([
  ["a head that never ends", "GET / HTTP/1.1\r\nhost: x\r\na: ", "HTTP/1.1 408 Request Timeout"],
  ["nothing at all", "", "HTTP/1.1 408 Request Timeout"],
  ["a body that never comes", "POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\n", /^HTTP\/1.1 4\d\d/],
  [
    "an endless query",
    `GET /?${"q".repeat(40_000)} HTTP/1.1\r\nhost: x\r\n\r\n`,
    "HTTP/1.1 431 Request Header Fields Too Large",
  ],
  ["no HTTP", "what is this?\r\n\r\n", "HTTP/1.1 400 Bad Request"],
])("%s is hung up on", async (_, bytes, expected) => {
  const limits = {
    headersTimeout: 80,
    requestTimeout: 160,
    keepAliveTimeout: 50,
    connectionsCheckingInterval: 20,
  }
  const { listening } = await open(limits)
  expect(await says(listening.url, bytes)).toMatch(expected)
  expect(await (await fetch(listening.url)).text()).toBe("here")
})
