import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { fictionalReports } from "../../test/open-desk.ts"
import { lacksStore, openedArchive, realStores, type Store } from "../../test/stores.ts"
import { PoliteFetcher } from "../net/index.ts"
import { addCaptures, rebuild, standingRecord, workHere } from "../store/index.ts"
import { ArchiveDesk } from "./archive-desk.ts"
import { createServer } from "./create-server.ts"
import type { JobInput } from "./job.ts"

const tool = "variorum 0.0.0"

for (const store of realStores())
  describe.skipIf(lacksStore(store))(`a served archive on ${store.name}`, () => contract(store))

function contract(store: Store): void {
  let desk: ArchiveDesk
  let location: string
  let app: ReturnType<typeof createServer>

  beforeAll(async () => {
    location = await store.locationOf("served")
    const archive = await openedArchive(location)
    await addCaptures(archive, [pageOf("04T10.31", "41"), pageOf("04T16.40", "43")], "2031-03-05T00:00:00Z")
    await archive.close()
    const opened = await ArchiveDesk.open({
      location,
      tool,
      fetcher: new PoliteFetcher(),
      isLive: true,
      isThreaded: false,
    })
    if (!opened.ok) throw new Error(opened.error)
    desk = opened.value
    await desk.settled()
    app = createServer(desk.pages, { assets: [], desk })
  })
  afterAll(() => desk.close())

  const ask = (path: string, headers: Record<string, string> = {}) =>
    app.request(path, { headers: { host: "127.0.0.1", ...headers } })
  const page = async (path: string): Promise<string> => {
    const answer = await ask(path)
    expect(answer.status, path).toBe(200)
    return answer.text()
  }
  const list = async () =>
    (await (await ask("/index.json")).json()) as { stories: { id: string; title: string }[] }
  const add = async (...inputs: JobInput[]) => {
    const job = desk.add(inputs, "ada", () => {})
    if (!job.ok) throw new Error(job.error)
    await desk.settled()
    return job.value.current()
  }
  const storyOf = async (title: string): Promise<string> =>
    (await list()).stories.find((story) => story.title.includes(title))!.id

  test("what was there is told, and what is added touches its own story alone", async () => {
    expect((await list()).stories).toHaveLength(1)
    const ferry = await storyOf("Ferry")
    const tag = (await ask(`/s/${ferry}`)).headers.get("etag")
    const done = await add(pasted("gazette.txt"), pasted("courier.txt"), pasted("observer.txt"))
    expect(done).toMatchObject({ state: "done", newReports: 3, failure: null })
    expect(done.inputs.map(({ state }) => state)).toEqual(["read", "read", "read"])
    expect(done.stories).toHaveLength(2)
    for (const { href } of done.stories) await page(href)
    expect((await list()).stories).toHaveLength(3)
    expect((await ask(`/s/${ferry}`)).headers.get("etag")).toBe(tag)
    expect((await ask(`/s/${ferry}`, { "if-none-match": tag! })).status).toBe(304)
    expect((await add(pasted("courier.txt"))).inputs[0]!.state).toBe("there")
  })

  test("every link of every page is answered, reports under their story", async () => {
    const seen = new Set<string>(["/"])
    const faults: string[] = []
    for (const path of seen) {
      const answer = await ask(path)
      if (answer.status === 303) seen.add(answer.headers.get("location")!.split("#")[0]!)
      else if (answer.status !== 200) faults.push(`${path}: ${answer.status}`)
      if (!answer.headers.get("content-type")?.startsWith("text/html")) continue
      for (const match of (await answer.text()).matchAll(/\shref="(\/[^"#]*)/g))
        if (!match[1]!.startsWith("/assets/")) seen.add(match[1]!.replaceAll("&amp;", "&"))
    }
    expect(faults).toEqual([])
    expect([...seen].filter((path) => /^\/s\/[^/]+\/r\//.test(path)).length).toBeGreaterThan(4)
    expect((await ask("/s/none")).status).toBe(404)
    expect((await ask("/r/0000000000000000")).status).toBe(404)
  })

  test("a search gives passages, lands on the sentence and says which of how many", async () => {
    const found = await page("/search?q=kayaks")
    expect(found).toContain("2 reports with kayaks")
    expect(found).toContain('<mark class="cited">kayaks</mark>')
    const landed = await ask("/search?q=kayaks&result=2")
    expect(landed.status).toBe(303)
    expect(landed.headers.get("location")).toMatch(/^\/s\/[^/]+\/r\/[^/]+\?find=kayaks&result=2#s\d+$/)
    const [path, fragment] = landed.headers.get("location")!.split("#")
    const shown = await page(path!)
    expect(shown).toMatch(/<strong>2 of 2<\/strong> with <bdi>kayaks<\/bdi>/)
    expect(shown).toContain(`id="${fragment}"`)
    expect(shown).toContain('href="/search?q=kayaks&amp;result=1"')
    expect((await ask("/search?q=kayaks&result=3")).status).toBe(404)
    expect(await page("/search?q=%3Cscript%3E")).not.toContain("<script>")
  })

  test("the history of a page shows the captured edit, and who still prints the old words", async () => {
    const ferry = await storyOf("Ferry")
    await add({
      kind: "text",
      name: "copy",
      text: reprint,
      title: "Ferry fire: what is known",
      address: null,
    })
    const history = await page(`/s/${await storyOf("Ferry")}/history`)
    expect(history).toContain("seen in captures")
    expect(history).toMatch(/no longer prints <q dir="auto">41/)
    expect(history).toMatch(/still printed by <a href="\/r\/[0-9a-f]{16}\?at=\d+">/)
    expect(ferry).toBeDefined()
  })

  test("stories ruled to be one are one, until it is taken back; the record is that of a rebuild", async () => {
    const before = await list()
    const [kayaks, band] = [await storyOf("kayak"), await storyOf("brass band")]
    const form = new URLSearchParams({ kind: "same" })
    for (const id of [kayaks, band]) form.append("story", id)
    const headers = {
      host: "127.0.0.1",
      origin: "http://127.0.0.1",
      "content-type": "application/x-www-form-urlencoded",
    }
    const ruled = await app.request("/rulings", { method: "POST", headers, body: form.toString() })
    expect(ruled.status).toBe(303)
    expect((await list()).stories).toHaveLength(before.stories.length - 1)
    const id = /done=([0-9a-f]+)/.exec(ruled.headers.get("location")!)![1]!
    expect(await page("/rulings")).toMatch(/href="\/r\/[0-9a-f]{16}"/)
    expect((await app.request(`/rulings/${id}/withdraw`, { method: "POST", headers })).status).toBe(303)
    expect(await list()).toEqual(before)
    const archive = await openedArchive(location)
    const standing = JSON.stringify(await standingRecord(archive))
    await rebuild(archive, { tool, work: workHere })
    expect(JSON.stringify(await standingRecord(archive))).toBe(standing)
    await archive.close()
  })
}

const pasted = (name: string): JobInput => ({
  kind: "text",
  name,
  text: fictionalReports[name]!,
  title: null,
  address: null,
})

const reprint = `A fire on the ferry Halcyon in the harbour of Sandmouth injured 41 passengers on Tuesday, the coast guard said. The ferry had left Sandmouth for the island of Oar with 212 people on board. The cause of the fire on the ferry is not known.`

function pageOf(day: string, injured: string) {
  const html = `<html><head><title>Ferry fire in Sandmouth</title><link rel="canonical" href="https://dispatch.example/ferry"></head>
<body><article><h1>Ferry fire in Sandmouth</h1>
<p>A fire on the ferry Halcyon in the harbour of Sandmouth injured ${injured} passengers on Tuesday, the coast guard said.</p>
<p>The ferry had left Sandmouth for the island of Oar with 212 people on board.</p>
<p>The captain, Ilse Marrow, brought the ferry back within the hour, and the fire was put out at the quay.</p></article></body></html>`
  return {
    kind: "url",
    name: "https://dispatch.example/ferry",
    bytes: new Uint8Array(Buffer.from(html)),
    mediaType: "text/html",
    charset: "utf-8",
    capturedAt: `2031-03-${day.replace(".", ":")}:00Z`,
  } as const
}
