import { expect, test } from "vitest"
import { recordOf, reportOf, storyOf } from "../../test/records/record-builder.ts"
import { relativePath } from "./address.ts"
import { compareTimes, sentencesAround, viewRecord } from "./record-view.ts"

test.each([
  ["2031-03-04T07:40:00Z", "2031-03-04"],
  ["2031-03-04", "2031-03-05T00:00:00Z"],
  ["2031-03-04T08:00:00+03:00", "2031-03-04T07:40:00+01:00"],
  ["2031-03-31", "2031-04-01"],
  ["2031-03-30", "2031-03"],
  ["2031-12-31T23:00Z", "2031"],
  ["2031", null],
])("%s stands before %s", (earlier, later) => {
  expect(compareTimes(earlier, later)).toBeLessThan(0)
  expect(compareTimes(later, earlier)).toBeGreaterThan(0)
})

test("names in addresses are safe in files, and never the same for two", () => {
  const reports = ["LOR1", "lor1", "a/../b", "ﾀｰﾝ", "con fig", "x".repeat(200)].map((siglum) =>
    reportOf({ siglum, text: "" }),
  )
  const { slugs } = viewRecord(recordOf({ reports, stories: [] }))
  const names = reports.map((report) => slugs.report(report.siglum))
  for (const name of names) expect(name).toMatch(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/)
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(reports.length)
})

test("copies of one text are counted once, and an earlier version of a page not at all", () => {
  const [a, b, c] = ["A1", "B1", "C1"].map((siglum) => reportOf({ siglum, text: siglum }))
  const old = reportOf({ siglum: "A0", text: "old", versionOf: a!.id })
  const story = storyOf([a!, b!, c!], {
    texts: [
      { members: [a!.id, b!.id], origin: null },
      { members: [c!.id], origin: null },
    ],
  })
  const view = viewRecord(recordOf({ reports: [a!, b!, c!, old], stories: [story] }))
  expect(view.distinctTexts(story, [a!.id, b!.id, c!.id])).toBe(2)
  expect(view.pageOf(old.id)).toBe(a!.id)
  expect(view.storyOf(old.id)).toBe(story)
  expect(view.reportsOf(story)).not.toContain(old)
})

test.each([
  [0, 1, { first: 0, last: 0 }],
  [4, 6, { first: 0, last: 1 }],
  [5, 6, { first: 1, last: 1 }],
  [10, 11, null],
  [0, 30, { first: 0, last: 2 }],
])("from %i to %i", (start, end, expected) => {
  const sentences = [
    { start: 0, end: 5 },
    { start: 5, end: 10 },
    { start: 12, end: 20 },
  ]
  expect(sentencesAround(sentences, { start, end })).toEqual(expected)
})

test.each([
  ["index.html", "r/A.html", "r/A.html"],
  ["r/A.html", "index.html", "../index.html"],
  ["s/x/q/1.html", "s/x/index.html", "../index.html"],
  ["s/x/q/1.html", "s/y/q/1.html", "../../y/q/1.html"],
  ["s/x/a.html", "s/x/a.html", "a.html"],
])("from %s to %s is %s", (from, to, path) => {
  expect(relativePath(from, to)).toBe(path)
})
