import { expect, test } from "vitest"
import { parseXml } from "../../../test/parse-xml.ts"
import { recordOf, reportOf, spanOf, storyOf } from "../../../test/records/record-builder.ts"
import type { EditWire, ReportWire } from "../record-wire.ts"
import { encodeChangeFeed } from "./change-feed.ts"

const early = reportOf({ siglum: "GAZ1", text: "Divers found 41 cracks & left.\n\nThe pier is closed." })
const late = reportOf({
  siglum: "GAZ2",
  text: "Divers found 43 cracks & left.\n\nThe pier is closed.",
  published: "2031-03-04",
})
const page = "https://gazette.example/pier?a=1&b=2"
const at = (report: ReportWire, words: string) => ({ report: report.id, ...spanOf(report.text, words) })

function feedOf(...edits: readonly Partial<EditWire>[]): string {
  const whole = edits.map((edit): EditWire => {
    const when = { from: null, to: null }
    return { page, what: "changed", when, evidence: [], seen: "captured", ...edit }
  })
  const story = { ...storyOf([late], {}), title: "Cracks <in> a pier", edits: whole }
  return encodeChangeFeed(recordOf({ reports: [early, late], stories: [story] }), story)
}

test("an edit is told with the words before and after it, and no more of the page", () => {
  const feed = feedOf({
    what: "changed (figure): “41” → “43”",
    when: { from: "2031-03-04T10:31Z", to: "2031-03-04T12:05Z" },
    evidence: [at(early, "41"), at(late, "43")],
  })
  expect(parseXml(feed).map(({ name }) => name)).toContain("entry")
  expect(feed).toContain("<updated>2031-03-04T12:05:00.000Z</updated>")
  expect(feed).toContain("GAZ1: “41”\nGAZ2: “43”")
  expect(feed).toContain('href="https://gazette.example/pier?a=1&amp;b=2"')
  expect(feed).not.toContain("The pier is closed")
})

test("the newest stands first; without a time of its own an edit has its page's, and without any it is left out", () => {
  const feed = feedOf(
    { what: "oldest", when: { from: "2031-03-01", to: null } },
    { what: "timeless" },
    { what: "newest", evidence: [at(late, "43")] },
  )
  expect([...feed.matchAll(/<title>(\w+)<\/title>/g)].map((match) => match[1])).toEqual(["newest", "oldest"])
})

test("the same edits have the same names in every run, and no two the same", () => {
  const edits = [
    { what: "a", when: { from: null, to: "2031" } },
    { what: "b", when: { from: null, to: "2031" } },
  ]
  expect(feedOf(...edits)).toBe(feedOf(...edits))
  const ids = [...feedOf(...edits).matchAll(/<id>(.*)<\/id>/g)].map((match) => match[1])
  expect(new Set(ids).size).toBe(3)
})
