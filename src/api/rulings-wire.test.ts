import { expect, test } from "vitest"
import { decodeRulings } from "./rulings-wire.ts"

function check(text: string, wanted: number | string): void {
  const rulings = decodeRulings(text)
  expect(rulings.ok ? rulings.value.length : rulings.error).toBe(wanted)
}

test("no ruling, and blank lines", () => check("\ufeff\n \n", 0))
test("both kinds, with fields that say nothing here", () =>
  check(
    '{"kind":"same-story","reports":["a","b"],"by":"Oda"}\n{"kind":"other-story","reports":["a"],"others":["b"]}\r\n',
    2,
  ))
test("what is no ruling is refused by its line", () => {
  check('\n{"kind":"same-story"', "line 2: it is not JSON")
  check("[]", 'line 1: kind is neither "same-story" nor "other-story"')
  check("7", "line 1: it is not an object")
  check('{"kind":"same-story","reports":["a"]}', "line 1: reports names fewer than two")
  check('{"kind":"same-story","reports":["a",7]}', "line 1: reports is not a list of report ids")
  check('{"kind":"same-story","reports":["a",""]}', "line 1: reports is not a list of report ids")
  check('{"kind":"other-story","reports":["a"]}', "line 1: others is not a list of report ids")
  check('{"kind":"other-story","reports":["a"],"others":[]}', "line 1: one side names no report")
  check('{"kind":"other-story","reports":["a"],"others":["b","a"]}', "line 1: report a is on both sides")
})
