import * as fc from "fast-check"
import { expect, test } from "vitest"
import type { ReportId } from "../article/index.ts"
import { compareStrings } from "../base/index.ts"
import { KeyPostings } from "./key-postings.ts"
import { digestOf, type MeetingKeys, printsFrom, undatedDay } from "./meeting-keys.ts"
import { compareHolders, nearPairs } from "./near-pairs.ts"

/** Many holders of few keys, on few days: more than meet each other. */
const crowd = fc
  .array(
    fc.record({
      day: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.constant(undatedDay)),
      terms: fc.uniqueArray(fc.constantFrom(1, 2, 3, 2 ** 32 - 1), { maxLength: 3 }),
      prints: fc.uniqueArray(fc.constantFrom(0, 1, 2 ** 32 - 1), { maxLength: 2 }),
      weight: fc.integer({ min: 1, max: 1000 }),
    }),
    { minLength: 60, maxLength: 140 },
  )
  .map((list) =>
    list.map(({ day, terms, prints, weight }, n): MeetingKeys => {
      const report = `r${n}` as ReportId
      const keys = [
        ...terms.map((key) => ({ key, day, weight })),
        ...prints.map((print) => ({ key: printsFrom + print, day: 0, weight: 300 })),
      ]
      return { report, day, digest: digestOf(report), keys }
    }),
  )

test("law: what is near to each report, and all postings in order, are those of the pairs at once", () =>
  fc.assert(
    fc.property(crowd, (reports) => {
      const sorted = [...reports].sort((a, b) => compareStrings(a.digest, b.digest))
      const postings = new KeyPostings(sorted)
      for (const [place, { keys }] of [...sorted.entries()].reverse()) postings.add(place, keys)
      postings.sort()
      const found = sorted.flatMap(({ report }, place) =>
        postings
          .nearTo(place)
          .map(({ place: other, millionths }) => `${report} ${sorted[other]!.report} ${millionths}`),
      )
      const expected = nearPairs(reports).flatMap(({ a, b, millionths }) => [
        `${a.report} ${b.report} ${millionths}`,
        `${b.report} ${a.report} ${millionths}`,
      ])
      expect(found.sort()).toEqual(expected.sort())
      const held = sorted.flatMap(({ digest, keys }, place) => keys.map((key) => ({ ...key, digest, place })))
      held.sort((a, b) => a.key - b.key || compareHolders(a, b))
      expect([...postings.postings()]).toEqual(
        held.map(({ key, day, place, weight }) => ({ key, day, place, weight })),
      )
    }),
    { numRuns: 30 },
  ))
