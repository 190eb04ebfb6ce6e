import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { lacksStore, openedArchive, realStores, type Store } from "../../test/stores.ts"
import type { Capture } from "../intake/index.ts"
import { addCaptures, readCaptures } from "./captures.ts"
import type { Archive } from "./open-archive.ts"
import { removeCaptures } from "./removals.ts"
import { catchUp } from "./standing/catch-up.ts"
import { standingRecord } from "./standing/standing-record.ts"
import { type StandingWork, workHere } from "./standing/standing-work.ts"
import { verifyArchive } from "./verify-archive.ts"
import { nextDueMs, watchPages } from "./watched-pages.ts"

const addedAt = "2031-03-05T00:00:00Z"
const by = { reason: "the author asked for it", removedBy: "ann", removedAt: "2031-04-01T10:00:00Z" }

function page(name: string, text: string, capturedAt: string | null = null): Capture {
  const bytes = new Uint8Array(Buffer.from(text))
  return { kind: "url", name, bytes, mediaType: "text/html", charset: null, capturedAt }
}

const [first, second] = ["https://a.example/1", "https://www.a.example/2"]
const pages = [page(first, "one"), page(second, "two"), page("https://b.example/", "one")]

async function names(archive: Archive): Promise<readonly string[]> {
  const found: string[] = []
  for await (const { capture } of readCaptures(archive)) found.push(capture.name)
  return found
}

for (const store of realStores())
  describe.skipIf(lacksStore(store))(`removal on ${store.name}`, () => contract(store))

function contract(store: Store): void {
  /** Removes `target` from three captures, and draws what is left and what verify tells. */
  async function check(
    target: string,
    left: readonly string[],
    removed: readonly string[],
  ): Promise<Archive> {
    const archive = await openedArchive(await store.locationOf(target.replace(/\W/g, "")))
    await addCaptures(archive, pages, addedAt)
    await watchPages(archive, [first], 0)
    const head = (await verifyArchive(archive, null)).head
    await removeCaptures(archive, target, by)
    expect(await names(archive)).toEqual(left)
    expect(await verifyArchive(archive, head)).toMatchObject({ captures: 3, head, faults: [], removed })
    return archive
  }
  const told = (at: string) =>
    `capture ${at} was removed on 2031-04-01 by ann because the author asked for it`

  test("a page goes, and the same bytes seen elsewhere stay", async () => {
    const archive = await check(first, [second, "https://b.example/"], [told(`1 (${first})`)])
    expect(await nextDueMs(archive)).toBeNull()
    // It is not kept again; at another time it is another capture.
    expect(await addCaptures(archive, [pages[0]!], addedAt)).toMatchObject([
      { isNew: false, isRemoved: true },
    ])
    expect(await names(archive)).toHaveLength(2)
    await archive.close()
  })
  test("a site goes, with and without www.", async () => {
    const removed = [told(`1 (${first})`), told(`2 (${second})`)]
    await (await check("site:a.example", ["https://b.example/"], removed)).close()
  })
  test("one capture, and nothing twice", async () => {
    const archive = await check("capture:2", [first, "https://b.example/"], [told(`2 (${second})`)])
    expect(await removeCaptures(archive, "capture:2", by)).toBeNull()
    expect(await removeCaptures(archive, "https://nowhere.example/", by)).toBeNull()
    await archive.close()
  })
  test("bytes that are gone everywhere come back with a capture of another place", async () => {
    const { sha256 } = (
      await addCaptures(await openedArchive(await store.locationOf("x")), [pages[0]!], addedAt)
    )[0]!
    const archive = await check(sha256, [second], [told(`1 (${first})`), told("3 (https://b.example/)")])
    await addCaptures(archive, [page("https://c.example/", "one")], addedAt)
    expect(await names(archive)).toEqual([second, "https://c.example/"])
    expect((await verifyArchive(archive, null)).faults).toEqual([])
    await archive.close()
  })
  test("what is taken out while the record reads it never gets in", async () => {
    const archive = await openedArchive(await store.locationOf("meanwhile"))
    const article = (name: string) =>
      page(name, `<article><h1>Ferry</h1><p>The ferry at ${name} came in at noon.</p></article>`)
    await addCaptures(archive, [article(first), article(second)], addedAt)
    const work: StandingWork = {
      ...workHere,
      async read(documents) {
        await removeCaptures(archive, first, by)
        return workHere.read(documents)
      },
    }
    await catchUp(archive, { tool: "variorum 1", work })
    expect((await standingRecord(archive)).reports.map(({ article }) => article.source.name)).toEqual([
      second,
    ])
    expect(await archive.database.query("SELECT seq FROM document")).toEqual([{ seq: 2 }])
    await archive.close()
  })
  test("a removal that was changed, and bytes taken out with none", async () => {
    const archive = await check("capture:1", [second, "https://b.example/"], [told(`1 (${first})`)])
    await archive.database.run("UPDATE removal SET reason = 'no reason'")
    await archive.database.run("UPDATE blob SET bytes = $1", [new Uint8Array(0)])
    expect((await verifyArchive(archive, null)).faults).toEqual([
      "removal 1: it was changed",
      `capture 2 (${second}): its bytes are missing or damaged`,
      "capture 3 (https://b.example/): its bytes are missing or damaged",
    ])
    await archive.close()
  })
}

test("what was removed is not in the files of the folder any more", async () => {
  const location = await realStores()[0]!.locationOf("forgotten")
  const archive = await openedArchive(location)
  await addCaptures(archive, [page(first, "a secret that must go")], addedAt)
  const holds = () =>
    readdirSync(location).some((file) => readFileSync(join(location, file)).includes("a secret that must go"))
  expect(holds()).toBe(true)
  await removeCaptures(archive, first, by)
  expect(holds()).toBe(false)
  await archive.close()
})
