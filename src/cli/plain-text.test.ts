import { expect, test } from "vitest"
import { counted, printable, shortened } from "./plain-text.ts"

test("escape sequences and direction marks never reach a terminal", () => {
  expect(printable("a\u001b[31mred\u0007")).toBe("a�[31mred�")
  expect(printable("safe\u202egnp.exe")).toBe("safegnp.exe")
  expect(printable("two\r\nlines\tand \ud83d")).toBe("two lines and �")
})
test("shortening keeps pairs whole and says that it cut", () => {
  expect(shortened("😀😀😀", 2)).toBe("😀…")
  expect(shortened("whole", 5)).toBe("whole")
})
test("counting", () => {
  expect(counted(1, "report")).toBe("1 report")
  expect(counted(0, "story", "stories")).toBe("0 stories")
})
