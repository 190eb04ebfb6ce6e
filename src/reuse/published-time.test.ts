import { expect, test } from "vitest"
import { timeOrder, timeRange } from "./published-time.ts"

function check(a: string, b: string, order: number): void {
  expect(timeOrder(timeRange(a), timeRange(b))).toBe(order)
  expect(timeOrder(timeRange(b), timeRange(a)) + order).toBe(0)
}

test("a day before another", () => check("2031-05-02", "2031-05-03", 1))
test("a month that holds the day tells nothing", () => check("2031-05", "2031-05-03", 0))
test("a year before", () => check("2030", "2031-01", 1))
test("zones are reckoned with", () => check("2031-05-02T23:30-04:00", "2031-05-03T03:00Z", -1))
test("a clock without a zone is taken as it stands", () => check("2031-05-02T10:00", "2031-05-02T10:05", 1))
test("seconds are parts of a minute", () => check("2031-05-02T10:00", "2031-05-02T10:00:30", 0))
test("what is no time tells nothing", () => check("last week", "2031", 0))
