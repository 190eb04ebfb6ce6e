import { describe, expect, test } from "vitest"
import { generateStories } from "../../bench/generated-stories.ts"
import { lacksStore, openedArchive, realStores } from "../../test/stores.ts"
import type { ReportId } from "../article/index.ts"
import type { Capture } from "../intake/index.ts"
import { addCaptures } from "./captures.ts"
import { addSaidRuling, readSaidRulings, type SaidRuling, withdrawSaidRuling } from "./declared-rulings.ts"
import { addRulings, catchUp } from "./standing/catch-up.ts"
import { standingRecord } from "./standing/standing-record.ts"
import { workHere } from "./standing/standing-work.ts"

type GeneratedReport = ReturnType<typeof generateStories> extends Iterable<infer Report> ? Report : never

const [a, b, c] = ["a", "b", "c"] as ReportId[]
const said = (id: string, by: string): SaidRuling => ({
  id,
  by,
  at: "2031-03-05T00:00:00.000Z",
  ruling: { kind: "other-story", reports: [a!], others: [b!, c!] },
})

for (const store of realStores())
  describe.skipIf(lacksStore(store))(`rulings in an archive on ${store.name}`, () => {
    test("come back in the order in which they were given, after closing too, without those taken back", async () => {
      const location = await store.locationOf("said")
      const archive = await openedArchive(location)
      for (const [id, by] of [
        ["2", "ada"],
        ["1", "bo"],
        ["3", "at this machine"],
      ] as const)
        await addSaidRuling(archive, said(id, by))
      await withdrawSaidRuling(archive, "1")
      await withdrawSaidRuling(archive, "none")
      await archive.close()
      const again = await openedArchive(location)
      await addSaidRuling(again, said("4", "ada"))
      expect(await readSaidRulings(again)).toEqual([
        said("2", "ada"),
        said("3", "at this machine"),
        said("4", "ada"),
      ])
      await again.close()
    })

    test("given at one moment by two, both stand", async () => {
      const archive = await openedArchive(await store.locationOf("said-at-once"))
      await Promise.all(["1", "2", "3", "4"].map((id) => addSaidRuling(archive, said(id, "ada"))))
      expect((await readSaidRulings(archive)).length).toBe(4)
      await archive.close()
    })

    test("the standing record follows them, and when they are taken back is as if they had never been", async () => {
      const archive = await openedArchive(await store.locationOf("said-standing"))
      const captures = Array.from(generateStories({ stories: 3, reportsPerStory: 3, seed: 5 }), captureOf)
      await addCaptures(archive, captures, "2031-03-05T00:00:00Z")
      const options = { tool: "variorum 1", work: workHere }
      const stands = async (): Promise<string> => {
        await catchUp(archive, options)
        return JSON.stringify(await standingRecord(archive))
      }
      const before = await stands()
      const reports = ["s0r0", "s1r0"] as string[] as ReportId[]
      await addSaidRuling(archive, { id: "one", at: null, by: null, ruling: { kind: "same-story", reports } })
      expect(await stands()).not.toBe(before)
      await withdrawSaidRuling(archive, "one")
      expect(await stands()).toBe(before)
      await addRulings(archive, [{ kind: "same-story", reports }])
      const [given] = await readSaidRulings(archive)
      expect(given).toMatchObject({ at: null, by: null })
      expect(await stands()).not.toBe(before)
      await withdrawSaidRuling(archive, given!.id)
      expect(await stands()).toBe(before)
      await archive.close()
    })
  })

function captureOf({ id, text, ...known }: GeneratedReport): Capture {
  const bytes = new TextEncoder().encode(`${JSON.stringify({ id, text: text.slice(0, 260), ...known })}\n`)
  return {
    kind: "file",
    name: `${id}.jsonl`,
    bytes,
    mediaType: "application/jsonl",
    charset: null,
    capturedAt: null,
  }
}
