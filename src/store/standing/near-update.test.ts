import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as fc from "fast-check"
import { afterAll, expect, test } from "vitest"
import { openedArchive } from "../../../test/stores.ts"
import type { ReportId } from "../../article/index.ts"
import { digestOf, type MeetingKeys, nearPairs, stepsPassed } from "../../story/index.ts"
import { insertRows, type Queryable } from "../database.ts"
import { addMeetings, removeMeetings } from "./near-update.ts"
import { packed } from "./packed.ts"

const folder = mkdtempSync(join(tmpdir(), "variorum-near-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let archives = 0

/** Many holders of few keys: more than meet each other. */
const crowd = fc
  .array(
    fc.record({
      day: fc.integer({ min: 0, max: 9 }),
      keys: fc.dictionary(fc.constantFrom("1", "2", "3", "4"), fc.integer({ min: 200, max: 600 }), {
        minKeys: 1,
        maxKeys: 3,
      }),
    }),
    { minLength: 90, maxLength: 110 },
  )
  .map((list) =>
    list.map(({ day, keys }, n): MeetingKeys => {
      const report = `r${n}` as ReportId
      const held = Object.entries(keys).map(([key, weight]) => ({ key: Number(key), day, weight }))
      return { report, day, digest: digestOf(report), keys: held }
    }),
  )

async function add(inside: Queryable, one: MeetingKeys, touched: Set<string>): Promise<void> {
  await inside.run("DELETE FROM report WHERE digest = $1", [one.digest])
  const row = { digest: one.digest, id: one.report, day: one.day, made_of: "", seq: 1, place: 0 }
  await insertRows(inside, "report", [{ ...row, keys: packed(one.keys) }])
  await addMeetings(inside, one, touched)
}

async function nearIn(inside: Queryable): Promise<ReadonlyMap<string, number>> {
  const rows = await inside.query("SELECT a, b, millionths FROM near")
  return new Map(rows.map(({ a, b, millionths }) => [`${a} ${b}`, Number(millionths)]))
}

function nearAtOnce(reports: readonly MeetingKeys[]): ReadonlyMap<string, number> {
  return new Map(
    nearPairs(reports).flatMap(({ a, b, millionths }) => [
      [`${a.digest} ${b.digest}`, millionths],
      [`${b.digest} ${a.digest}`, millionths],
    ]),
  )
}

test("law: what is near after some came and some went is what is near at once, and all that changed is touched", async () => {
  await fc.assert(
    fc.asyncProperty(crowd, async (reports) => {
      const archive = await openedArchive(join(folder, String(archives++)))
      await archive.database.transaction(async (inside) => {
        for (const one of reports) await add(inside, one, new Set())
        expect(await nearIn(inside)).toEqual(nearAtOnce(reports))
        const gone = reports.filter((_, at) => at % 5 === 2)
        for (const [at, one] of gone.entries()) {
          const before = at === 0 ? await nearIn(inside) : null
          const touched = new Set<string>()
          await removeMeetings(inside, one.digest, one.keys, touched)
          if (before === null) continue
          const after = await nearIn(inside)
          for (const pair of new Set([...before.keys(), ...after.keys()]))
            if (stepsPassed(before.get(pair) ?? 0) !== stepsPassed(after.get(pair) ?? 0))
              expect([...touched, one.digest]).toEqual(expect.arrayContaining(pair.split(" ")))
        }
        expect(await nearIn(inside)).toEqual(nearAtOnce(reports.filter((one) => !gone.includes(one))))
      })
      await archive.close()
    }),
    { numRuns: 4 },
  )
})
