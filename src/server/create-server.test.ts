import { gunzipSync } from "node:zlib"
import { expect, test } from "vitest"
import { bridgeRecord } from "../../test/records/bridge-record.ts"
import { createServer } from "./create-server.ts"
import type { PageReply } from "./current-site.ts"
import { currentSite, fixedSource } from "./record-site.ts"

const pages = currentSite(fixedSource(bridgeRecord))
const localHost = { headers: { host: "localhost" } }
const app = createServer(pages, { assets: [{ path: "site.css", content: "body{}" }] })
const ask = (path: string, init: RequestInit & { headers?: Record<string, string> } = {}) =>
  app.request(path, { ...init, headers: { host: "127.0.0.1:4000", ...init.headers } })

/** A server none of whose pages can be had. */
const failing = (answer: () => Promise<PageReply>) =>
  createServer(Object.assign(currentSite(fixedSource(bridgeRecord)), { answer }), { assets: [] })

test("every link of every page is answered", async () => {
  const seen = new Set<string>()
  const waiting = ["/"]
  const faults: string[] = []
  while (waiting.length > 0) {
    const path = waiting.pop()!
    const answer = await ask(path)
    if (answer.status !== 200) faults.push(`${path}: ${answer.status}`)
    if (!answer.headers.get("content-type")?.startsWith("text/html")) continue
    for (const match of (await answer.text()).matchAll(/\s(?:href|action)="(\/[^"#]*)/g)) {
      const target = match[1]!.replaceAll("&amp;", "&")
      if (seen.has(target) || target.startsWith("/assets/site.js")) continue
      seen.add(target)
      waiting.push(target)
    }
  }
  expect(faults).toEqual([])
  expect(seen.size).toBeGreaterThan(40)
})

test("each answer carries the policy: no script but its own, no frame, no guessing of types", async () => {
  const answers: Readonly<Record<string, Response>> = {
    ...Object.fromEntries(
      await Promise.all(
        ["/", "/s/tarn-bridge", "/nothing", "/assets/site.css", "/s/tarn-bridge.json", "/healthz"].map(
          async (path) => [path, await ask(path)] as const,
        ),
      ),
    ),
    "another host": await ask("/", { headers: { host: "evil.example" } }),
    "another method": await ask("/", { method: "POST" }),
    "a broken server": await failing(() => Promise.reject(new Error("broken"))).request("/", localHost),
    "a broken page": await failing(async () => ({ kind: "failed", why: "" })).request("/", localHost),
    "too many pages": await failing(async () => ({ kind: "busy" })).request("/", localHost),
  }
  for (const [path, { headers }] of Object.entries(answers)) {
    expect(headers.get("content-security-policy"), path).toContain("default-src 'none'")
    expect(headers.get("content-security-policy"), path).not.toMatch(/unsafe|https?:|\*/)
    expect(headers.get("x-content-type-options"), path).toBe("nosniff")
  }
})

test("a page that cannot be made says so, as a page to a browser and in words to a program", async () => {
  const failed = failing(async () => ({ kind: "failed", why: "" }))
  const shown = await failed.request("/", { headers: { host: "localhost", accept: "text/html" } })
  expect([shown.status, await shown.text()]).toEqual([
    500,
    expect.stringContaining("<h1>This page could not be made</h1>"),
  ])
  const told = await failed.request("/index.json", localHost)
  expect([told.status, await told.text()]).toEqual([
    500,
    expect.stringMatching(/^This page could not be made\. /),
  ])
})

test("a page, a style sheet: packed where it unpacks, and not sent again where it is known", async () => {
  for (const path of ["/s/tarn-bridge", "/assets/icon.svg"]) {
    const [plain, packed] = [await ask(path), await ask(path, { headers: { "accept-encoding": "gzip" } })]
    const bytes = new Uint8Array(await packed.arrayBuffer())
    const isPacked = packed.headers.get("content-encoding") === "gzip"
    expect(isPacked).toBe(path.startsWith("/s/"))
    expect(String(isPacked ? gunzipSync(bytes) : Buffer.from(bytes))).toBe(await plain.text())
    expect(await (await ask(path)).text()).toBe(String(isPacked ? gunzipSync(bytes) : Buffer.from(bytes)))
    for (const answer of [plain, packed]) {
      const again = await ask(path, { headers: { "if-none-match": answer.headers.get("etag")! } })
      expect([again.status, await again.text()]).toEqual([304, ""])
    }
  }
})

test.each([
  ["localhost:80", 200],
  ["127.0.0.1", 200],
  ["[::1]:8080", 200],
  ["evil.example", 421],
  ["127.0.0.1.evil.example", 421],
  ["localhost.evil.example:80", 421],
])("a request for the host %s gets %i", async (host, status) => {
  expect((await ask("/", { headers: { host } })).status).toBe(status)
})

test("it only reads", async () => {
  for (const method of ["POST", "PUT", "DELETE", "PATCH"])
    expect((await ask("/", { method })).status).toBe(405)
  expect((await ask("/", { method: "HEAD" })).status).toBe(200)
})

test.each([
  "/s/none",
  "/s/tarn-bridge/q/0",
  "/s/tarn-bridge/q/99",
  "/r/none",
  "/s/tarn-bridge/q/1/x",
  "/%E0%A4%A",
  "/s/../etc",
])("%s is not found", async (path) => {
  expect((await ask(path)).status).toBe(404)
})

test("a page answers as JSON, a list as CSV", async () => {
  expect(await (await ask("/s/tarn-bridge.json")).json()).toMatchObject({ id: "tarn-bridge" })
  expect(await (await ask("/r/LOR1.json")).json()).toMatchObject({ siglum: "LOR1" })
  const at = bridgeRecord.reports[0]!.text.indexOf("41 cracks")
  const csv = await (await ask("/s/tarn-bridge/figures.csv")).text()
  expect(csv.split("\r\n")[1]).toBe(`cracks found,figure,41,5,4,later-update,LOR1,${at},${at + 9},41 cracks`)
  expect((await ask("/s/tarn-bridge/q/1.csv")).status).toBe(404)
})

test("search finds sentences with all the words, and shows the query as text", async () => {
  const page = await (await ask("/search?q=CRACKS+divers")).text()
  expect(page).toContain("sentences with CRACKS divers")
  expect(page.match(/class="hit"/g)!.length).toBeGreaterThan(3)
  expect(await (await ask("/search?q=%3Cscript%3E")).text()).not.toContain("<script>")
})
