import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { lacksStore, openedArchive, realStores, type Store } from "../../test/stores.ts"
import type { Capture } from "../intake/index.ts"
import { addCaptures } from "./captures.ts"
import { siteTexts } from "./site-texts.ts"

let archives = 0

const appeal = "Help us keep the lamps of Skerrow lit: give what you can."

function page(site: string, n: number): Capture {
  const html = `<html><title>Night ${n}</title><body><h1>Night ${n} at the lamps</h1><p>It was the ${n}th night, and the keeper of lamp ${n} wrote ${n} lines about the weather, the ships and the birds.</p><p>${appeal}</p></body></html>`
  return {
    kind: "url",
    name: `https://${site}/night/${n}`,
    bytes: new TextEncoder().encode(html),
    mediaType: "text/html",
    charset: "utf-8",
    capturedAt: null,
  }
}

const pages = (site: string, count: number): readonly Capture[] =>
  Array.from({ length: count }, (_, n) => page(site, n + 1))

for (const store of realStores())
  describe.skipIf(lacksStore(store))(`what repeats on a site, on ${store.name}`, () => contract(store))

function contract(store: Store): void {
  const opened = async () => openedArchive(await store.locationOf(`sites${archives++}`))

  async function learntFrom(
    captures: readonly Capture[],
  ): Promise<readonly (readonly [string, readonly string[]])[]> {
    const archive = await opened()
    await addCaptures(archive, captures, "2031-03-05T00:00:00Z")
    const found = [...(await siteTexts(archive))]
    expect([...(await siteTexts(archive))]).toEqual(found)
    await archive.close()
    return found
  }

  test("what repeats on enough pages of a site is kept, www. or not", async () => {
    expect(await learntFrom([...pages("lamps.example", 8), ...pages("www.lamps.example", 1)])).toEqual([
      ["lamps.example", [appeal]],
    ])
    expect(await learntFrom(pages("lamps.example", 7))).toEqual([])
  })

  test("a site that has grown is learnt anew", async () => {
    const archive = await opened()
    await addCaptures(archive, pages("lamps.example", 7), "2031-03-05T00:00:00Z")
    expect((await siteTexts(archive)).size).toBe(0)
    await addCaptures(archive, pages("lamps.example", 9), "2031-03-06T00:00:00Z")
    expect((await siteTexts(archive)).get("lamps.example")).toEqual([appeal])
    await archive.close()
  })

  test("law: the order in which captures were added never matters", async () => {
    const all = [...pages("lamps.example", 10), ...pages("other.example", 9)]
    const expected = new Map(await learntFrom(all))
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(all, { minLength: all.length }), async (shuffled) => {
        expect(new Map(await learntFrom(shuffled))).toEqual(expected)
      }),
      { numRuns: 8 },
    )
  })
}
