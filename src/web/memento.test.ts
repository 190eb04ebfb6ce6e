import { expect, test } from "vitest"
import { recordOf, reportOf, storyOf } from "../../test/records/record-builder.ts"
import type { ReportWire } from "../api/index.ts"
import { mementoHeaders } from "./memento.ts"
import { viewRecord } from "./record-view.ts"

const address = "https://gazette.example/ferry"
const capture = (siglum: string, capturedAt: string | null, versionOf: ReportWire | null): ReportWire =>
  reportOf({
    siglum,
    text: `The ferry came in. ${siglum}`,
    versionOf: versionOf?.id ?? null,
    source: { url: address, address: null, sha256: "0".repeat(64), capturedAt },
  })

const third = capture("GAZ3", "2031-03-05T10:15:00Z", null)
const first = capture("GAZ1", "2031-03-03T22:40:00+01:00", third)
const second = capture("GAZ2", "2031-03-04T12:05Z", third)
const dateless = capture("DAY1", "2031-03-04", null)

const story = storyOf([third, dateless], {})
const view = viewRecord(recordOf({ reports: [first, second, third, dateless], stories: [story] }))

function check(report: ReportWire, expected: object): void {
  expect(mementoHeaders(view, report, (siglum) => `/r/${siglum}`)).toEqual(expected)
}

test("a capture between two others names its time, its page and all of them", () => {
  check(second, {
    "memento-datetime": "Tue, 04 Mar 2031 12:05:00 GMT",
    link: [
      `<${address}>; rel="original"`,
      `</r/GAZ1>; rel="first prev memento"; datetime="Mon, 03 Mar 2031 21:40:00 GMT"`,
      `</r/GAZ3>; rel="next last memento"; datetime="Wed, 05 Mar 2031 10:15:00 GMT"`,
    ].join(", "),
  })
})

test("the last capture has none after it", () => {
  const { link } = mementoHeaders(view, third, (siglum) => `/r/${siglum}`)
  expect(link).toMatch(/<\/r\/GAZ2>; rel="prev memento"/)
  expect(link).toMatch(/<\/r\/GAZ3>; rel="last memento"/)
  expect(link).not.toContain("next")
})

test("a time that is known only to the day is no time of a capture", () => check(dateless, {}))
