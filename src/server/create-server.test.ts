import { expect, test } from "vitest"
import { bridgeRecord } from "../../test/records/bridge-record.ts"
import { createServer } from "./create-server.ts"
import { fixedSource } from "./record-site.ts"

const app = createServer(fixedSource(bridgeRecord), { assets: [{ path: "site.css", content: "body{}" }] })
const ask = (path: string, init: RequestInit & { headers?: Record<string, string> } = {}) =>
  app.request(path, { ...init, headers: { host: "127.0.0.1:4000", ...init.headers } })

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
  for (const path of ["/", "/s/tarn-bridge", "/nothing", "/assets/site.css", "/s/tarn-bridge.json"]) {
    const { headers } = await ask(path)
    expect(headers.get("content-security-policy"), path).toContain("default-src 'none'")
    expect(headers.get("content-security-policy"), path).not.toMatch(/unsafe|https?:|\*/)
    expect(headers.get("x-content-type-options"), path).toBe("nosniff")
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
