import { expect, test } from "vitest"
import { findFlipFlops } from "./flip-flops.ts"

/** Each letter is what one version says: the groups of steps that go back and forth. */
function check(versions: string, drawn: readonly (readonly number[])[]): void {
  const switches = [...versions.slice(1)].flatMap((is, step) =>
    is === versions[step] ? [] : [{ place: "text", was: versions[step]!, is, step }],
  )
  expect(findFlipFlops(switches).map((group) => group.map((index) => switches[index]!.step))).toEqual(drawn)
}

test("there, back, and there again", () => check("ABAB", [[0, 1, 2]]))
test("with captures in between that are alike", () => check("AABBABB", [[1, 3, 4]]))
test("there and back is a withdrawal", () => check("ABA", []))
test("a third wording breaks it off", () => check("ABCAB", []))
test("one after the other", () => check("ABCD", []))
test("nothing", () => check("A", []))
