import { expect, test } from "vitest"
import { decodeDiffRequest, encodeDiff } from "./diff-wire.ts"

function check(before: string, after: string, edits: readonly object[], trivial: number): void {
  const request = decodeDiffRequest({ id: "1", before, after })
  expect(request.ok && encodeDiff(request.value)).toEqual({ edits, trivial })
}

function checkRefused(json: unknown, message: string): void {
  expect(decodeDiffRequest(json)).toEqual({ ok: false, error: { kind: "bad-input", message } })
}

test("an edit names its places, its kind and what it touches", () =>
  check(
    "In all, 12 died.",
    "In all, 21 died.",
    [{ before: { start: 8, end: 10 }, after: { start: 8, end: 10 }, kind: "changed", touches: ["figure"] }],
    0,
  ))
test("typography is counted as trivial", () =>
  check(
    "It's over.",
    "It’s over.",
    [{ before: { start: 0, end: 4 }, after: { start: 0, end: 4 }, kind: "changed", touches: [] }],
    1,
  ))
test("no object", () => checkRefused(7, "the line is not an object"))
test("no earlier version", () => checkRefused({ after: "" }, "before is not a string"))
test("no later version", () => checkRefused({ before: "" }, "after is not a string"))
