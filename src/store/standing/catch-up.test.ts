import { setImmediate } from "node:timers/promises"
import { describe, expect, test } from "vitest"
import { lacksStore, openedArchive, openingArchives, realStores, type Store } from "../../../test/stores.ts"
import type { Capture } from "../../intake/index.ts"
import { addCaptures } from "../captures.ts"
import type { Archive } from "../open-archive.ts"
import { catchUp, isRecordBehind, rebuild } from "./catch-up.ts"
import { standingRecord } from "./standing-record.ts"
import { type StandingWork, workHere } from "./standing-work.ts"

const options = { tool: "variorum 1", work: workHere }

/** Notices that share nothing: what is tried here is who takes them in. */
function notice(n: number, bytes = 0): Capture {
  const text = `Notice ${n}. Quay ${n * 7919} is closed.${" ".repeat(bytes)}`
  return {
    ...{ kind: "file", name: `${n}.txt`, bytes: new Uint8Array(Buffer.from(text)) },
    ...{ mediaType: "text/plain", charset: null, capturedAt: null },
  }
}

/** Keeps notices, noted at times that go backwards. */
async function add(archive: Archive, from: number, to: number): Promise<void> {
  for (let n = from; n < to; n++)
    await addCaptures(archive, [notice(n)], `20${String(99 - n).padStart(2, "0")}-01-01T00:00:00Z`)
}

/** Every notice is in the record once, and it is the one made of all of them anew. */
async function check(archive: Archive, notices: number): Promise<void> {
  expect(await isRecordBehind(archive, options.tool)).toBe(false)
  const record = await standingRecord(archive)
  expect(record.reports).toHaveLength(notices)
  await rebuild(archive, options)
  expect(await standingRecord(archive)).toEqual(record)
}

for (const store of realStores())
  describe.skipIf(lacksStore(store))(`catching up on ${store.name}`, () => contract(store))

function contract(store: Store): void {
  const opened = openingArchives(store)

  test("several catch up at once while others add, under clocks that go backwards", async () => {
    const all = await Promise.all([opened("several"), opened("several"), opened("several")])
    await add(all[0], 0, 5)
    let adding = true
    const following = [all[1], all[2]].map(async (archive) => {
      while (adding) {
        await catchUp(archive, options)
        await setImmediate()
      }
      await catchUp(archive, options)
    })
    await Promise.all([add(all[0], 5, 12), add(all[1], 12, 20)])
    adding = false
    await Promise.all(following)
    await check(all[0], 20)
  })

  test("what repeats on a site is learnt as its pages come, and the record is the one made anew", async () => {
    const archive = await opened("site")
    const lead = [
      "Lamp",
      "Mast",
      "Rope",
      "Sail",
      "Keel",
      "Oar",
      "Buoy",
      "Tide",
      "Gull",
      "Crane",
      "Shoal",
      "Rudder",
    ]
    for (const some of [lead.slice(0, 5), lead.slice(5, 10), lead.slice(10)]) {
      const pages = some.map((word, n): Capture => {
        const html = `<html><head><title>${word} ${n}</title></head><body><article><h1>${word} found off Skerrow</h1><p>The ${word} that ${word}ers lost in March was found off Skerrow on Monday, ${word} owners said.</p><p>Send us your news of the sound by noon, or come to the ${word} office.</p><p>The Sound Courier has been printed on this island since the first lighthouse stood.</p></article></body></html>`
        return {
          ...{
            kind: "url",
            name: `https://courier.example/${word}`,
            bytes: new Uint8Array(Buffer.from(html)),
          },
          ...{ mediaType: "text/html", charset: "utf-8", capturedAt: "2031-03-04T10:00" },
        }
      })
      await addCaptures(archive, pages, "2031-03-04T10:00:00Z")
      await catchUp(archive, options)
    }
    const [learnt] = await archive.database.query("SELECT texts FROM site_texts")
    expect(String(learnt?.texts)).toContain("The Sound Courier")
    const { reports } = await standingRecord(archive)
    expect(reports.filter(({ article }) => article.text.includes("The Sound Courier"))).toEqual([])
    await check(archive, lead.length)
  })

  test("who fails in the midst of a batch leaves nothing of it, and another goes on", async () => {
    const archive = await opened("failing")
    await add(archive, 0, 5)
    await catchUp(archive, options)
    await add(archive, 5, 8)
    const work: StandingWork = { ...workHere, tell: () => Promise.reject(new Error("no memory left")) }
    await expect(catchUp(archive, { ...options, work })).rejects.toThrow("no memory left")
    expect((await standingRecord(archive)).reports).toHaveLength(5)
    await catchUp(archive, options)
    await check(archive, 8)
  })

  test("who is stopped ends after the batch in hand", async () => {
    const archive = await opened("stopped")
    await add(archive, 0, 2)
    expect(await catchUp(archive, { ...options, stopped: AbortSignal.abort() })).toMatchObject({
      captures: 0,
    })
    expect(await isRecordBehind(archive, options.tool)).toBe(true)
  })
}

test("a full disk is told, and once there is room the record goes on", async () => {
  const archive = await openedArchive(await realStores()[0]!.locationOf("full"))
  await add(archive, 0, 3)
  await catchUp(archive, options)
  await add(archive, 3, 30)
  const pagesMax = (pages: number) =>
    archive.database.transaction((inside) => inside.script(`PRAGMA max_page_count = ${pages}`))
  await pagesMax(1)
  await expect(catchUp(archive, options)).rejects.toThrow("the disk is full; make room and run it again")
  expect((await standingRecord(archive)).reports).toHaveLength(3)
  await pagesMax(1_000_000)
  await catchUp(archive, options)
  await check(archive, 30)
  await archive.close()
})
