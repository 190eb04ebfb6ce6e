import { expect, test } from "vitest"
import { firstIntervalMs, nextIntervalMs, type PollOutcome, planLimits } from "./poll-plan.ts"

/** The intervals, in minutes, after each of `outcomes` from the first. */
function check(outcomes: readonly PollOutcome[], minutes: readonly number[]): void {
  let intervalMs = firstIntervalMs
  const reached = outcomes.map((outcome) => {
    intervalMs = nextIntervalMs(intervalMs, outcome, null)
    return intervalMs / 60_000
  })
  expect(reached).toEqual(minutes)
}

test("a page that changes is polled more often, down to a limit", () =>
  check(["first", "changed", "changed", "changed"], [15, 7.5, 5, 5]))
test("a page that stays, or only flickers, is polled less often", () =>
  check(["unchanged", "noise"], [22.5, 33.75]))
test("a page that fails is left alone for longer, up to a day", () => {
  check(["failed", "failed"], [30, 60])
  expect(nextIntervalMs(planLimits.intervalMsMax, "failed", null)).toBe(planLimits.intervalMsMax)
})
test("what the server asks for is kept to", () =>
  expect(nextIntervalMs(firstIntervalMs, "failed", 48 * 3600_000)).toBe(48 * 3600_000))
