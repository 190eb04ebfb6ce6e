import { expect, test } from "vitest"
import { countReports, percent, readableDays, readableTime } from "./words.ts"

test.each([
  ["2031", "2031"],
  ["2031-03", "Mar 2031"],
  ["2031-03-04", "4 Mar 2031"],
  ["2031-03-04T06:10", "4 Mar 2031, 06:10"],
  ["2031-03-04T06:10:59Z", "4 Mar 2031, 06:10 UTC"],
  ["2031-03-04T06:10:00+01:00", "4 Mar 2031, 06:10 +01:00 (05:10 UTC)"],
  ["2031-03-04T00:10:00+01:00", "4 Mar 2031, 00:10 +01:00 (3 Mar 23:10 UTC)"],
  ["on Tuesday", "on Tuesday"],
])("%s is read %s", (iso, words) => {
  expect(readableTime(iso)).toBe(words)
})

test.each([
  [null, null, null],
  ["2031-03-04T06:10:00+01:00", "2031-03-04T09:00", "4 Mar 2031"],
  ["2031-03-04", "2031-03-05T01:00Z", "4 – 5 Mar 2031"],
  ["2031-03-30", "2031-04-02", "30 Mar 2031 – 2 Apr 2031"],
  ["2031-03", null, "Mar 2031"],
])("%s to %s is %s", (from, to, words) => {
  expect(readableDays(from, to)).toBe(words)
})

test("a share is never rounded to nothing or to all", () => {
  expect([0, 0.001, 0.5, 0.999, 1].map(percent)).toEqual(["0%", "<1%", "50%", ">99%", "100%"])
})

test("a copy is no second witness", () => {
  expect(countReports(14, 5)).toBe("14 reports, 5 distinct texts")
  expect(countReports(1, 1)).toBe("1 report")
})
